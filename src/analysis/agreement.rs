//! Agreement of observers who saw the same: per item, over all items, per observer, and what follows from it.
//!
//! The input is [`Class`]es, one per meeting and checklist. A meeting is a statistical unit. Observers are compared
//! with the reference, or, if there is none, with the majority of the others. An answer that is missing (not observed, not
//! applicable or not given) agrees with nothing and differs from nothing: only what both sides observed is compared, and
//! whether they observed it is a figure of its own.

mod clusters;
mod coefficients;
mod confusion;
mod coverage;
mod drift;
pub mod figures;
mod findings;
mod items;
pub mod observed_by_one;
pub mod observers;
mod ratings;
pub mod timing;

use super::class::{self, Class};
use crate::stats::{Confidence, SEED};
use crate::stats::{float, float_u64};
use crate::text::clean;
#[cfg(feature = "testing")]
use figures::ObserverRow;
use figures::{Agreement, Comparison, FORMAT, MatchedOn, Meeting, Reference, Source};
use ratings::Ratings;
use std::collections::BTreeMap;

/// The confidence level of every interval.
const CONFIDENCE: Confidence = Confidence::NINETY_FIVE;

/// The options of an analysis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// How visits were matched.
    pub on: MatchedOn,
    /// Times match if at most this many seconds apart.
    pub tolerance_s: f64,
}

/// Computes the agreement within classes. Classes whose checklists have the same items are compared together, all
/// others separately.
pub fn agreement(classes: &[Class], plan: Plan, source: Source) -> Agreement {
    let mut groups: Vec<Vec<&Class>> = Vec::new();
    for class in classes {
        let same = groups.iter_mut().find(|group| group.first().is_some_and(|first| first.likeness == class.likeness));
        match same {
            Some(group) => group.push(class),
            None => groups.push(vec![class]),
        }
    }
    // Most visits first, then by name, so that the order of files does not matter.
    let visits = |group: &Vec<&Class>| group.iter().map(|class| class.sheets.len()).sum::<usize>();
    groups.sort_by_key(|group| {
        let list = group.first().map(|class| class.definition.checklist());
        (std::cmp::Reverse(visits(group)), list.map(|list| (list.id.clone(), list.version.clone())))
    });
    let comparisons = groups.into_iter().filter_map(|group| comparison(group, plan)).collect();
    Agreement {
        format: FORMAT,
        matched_on: plan.on,
        tolerance_s: plan.tolerance_s,
        seed: SEED,
        confidence: CONFIDENCE.level(),
        source,
        comparisons,
    }
}

/// Computes the rows of observers alone, without the bootstrap intervals of items, which simulations of verdicts do not
/// need. The classes must be of one checklist.
#[cfg(feature = "testing")]
pub fn observer_rows(classes: &[Class], tolerance_s: f64) -> Vec<ObserverRow> {
    let classes: Vec<&Class> = classes.iter().collect();
    let ratings = Ratings::from_classes(&classes);
    ratings.map(|ratings| observers::rate_observers(&ratings, tolerance_s).0).unwrap_or_default()
}

fn comparison(mut classes: Vec<&Class>, plan: Plan) -> Option<Comparison> {
    classes.sort_by(|a, b| a.meeting.cmp(&b.meeting));
    let ratings = Ratings::from_classes(&classes)?;
    let (observers, clustering) = observers::rate_observers(&ratings, plan.tolerance_s);
    let items = items::agreement_by_item(&ratings, &observers);
    let checklist = ratings.definition.checklist();
    let mut comparison = Comparison {
        checklist: checklist.id.clone(),
        versions: ratings.versions.clone(),
        title: checklist.title.clone(),
        meetings: classes.iter().map(|class| meeting(class)).collect(),
        visits: classes.iter().map(|class| class.sheets.len() as u64).sum(),
        against: ratings.against,
        reading: Vec::new(),
        overall: items::overall_agreement(&ratings),
        coverage: coverage::item_coverage(&ratings),
        confusion: confusion::count_confusions(&ratings),
        observed_by_one: observed_by_one::of_all_items(&ratings),
        items,
        observers,
        observer_names: observer_names(&classes),
        clustering,
    };
    comparison.reading = findings::sentences(&comparison);
    Some(comparison)
}

/// Returns the names of the observers, by id; of several names, that of the last meeting.
fn observer_names(classes: &[&Class]) -> BTreeMap<String, String> {
    let sheets = classes.iter().flat_map(|class| &class.sheets);
    sheets
        .filter_map(|sheet| Some((sheet.observer.clone(), clean(sheet.observer_name.as_deref()?).into_owned())))
        .collect()
}

fn meeting(class: &Class) -> Meeting {
    let name = match &class.meeting {
        class::Meeting::Scenario(id) | class::Meeting::File(id) => id.clone(),
        class::Meeting::Visit(id, start) => format!("{id} {}", start.strftime("%Y-%m-%d %H:%M")),
    };
    Meeting {
        name,
        site: class.site.clone(),
        observers: class.sheets.len() as u64,
        reference: class.reference.as_ref().filter(|_| !class.expected.is_empty()).map(reference),
        again: class.again.clone(),
        times: class.times,
    }
}

fn reference(of: &class::Reference) -> Reference {
    match of.clone() {
        class::Reference::Session(id) => Reference::Session { id },
        class::Reference::Scenario { id, version, watched } => Reference::Scenario { id, version, watched },
    }
}
