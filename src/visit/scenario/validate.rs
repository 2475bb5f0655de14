//! The rules of a scenario beyond its shape. Every fault is reported in one run, with its path inside the document.

use super::{FORMAT, Scenario};
use crate::visit::accepts::accepts;
use crate::visit::definition::Definition;
use crate::visit::fault::{Fault, FaultKind, PathStep};
use crate::visit::validate::Check;
use std::collections::HashSet;

/// The longest script: a day, in seconds.
const LONGEST_S: f64 = 86_400.0;

/// Why the checklist that a scenario requires is not there.
#[derive(Debug)]
pub enum NoChecklist {
    /// No checklist with this id is installed.
    Missing,
    /// Only other versions are installed, such as this one.
    OtherVersion(String),
}

/// Finds every fault beyond the shape, in document order as far as possible. Items and answers are checked only if a
/// suitable checklist is installed.
#[must_use]
pub fn faults(scenario: &Scenario, checklist: Result<&Definition, &NoChecklist>) -> Vec<Fault> {
    let mut check = Check::new(scenario.title.languages());
    check.format(&scenario.format, FORMAT);
    check.at("id", |c| c.id(&scenario.id));
    check.at("checklist", |c| match checklist {
        Ok(_) => {}
        Err(NoChecklist::Missing) => {
            c.at("id", |c| c.fault(FaultKind::UnknownChecklist { id: scenario.checklist.id.clone() }));
        }
        Err(NoChecklist::OtherVersion(installed)) => {
            let (asked, installed) = (scenario.checklist.version.clone(), installed.clone());
            c.at("version", |c| c.fault(FaultKind::OtherVersion { asked, installed }));
        }
    });
    check.at("title", |c| c.text(&scenario.title));
    check.at("summary", |c| c.text(&scenario.summary));
    check.at("script", |c| check_script(c, scenario));
    if let Some(end) = scenario.ends_at_s {
        check.at("ends_at_s", |c| check_time(c, end));
    }
    check.at("reference", |c| check_reference(c, scenario, checklist.ok()));
    check.faults
}

fn check_time(check: &mut Check<'_>, s: f64) {
    if !s.is_finite() || s < 0.0 {
        check.fault(FaultKind::Range { found: s });
    } else if s > LONGEST_S {
        check.fault(FaultKind::AboveMaximum { found: s, most: LONGEST_S });
    }
}

fn check_script<'a>(check: &mut Check<'a>, scenario: &'a Scenario) {
    if scenario.script.is_empty() {
        check.fault(FaultKind::Empty);
    }
    let end = scenario.ends_at_s.unwrap_or(f64::INFINITY);
    let mut before = f64::NEG_INFINITY;
    check.each(&scenario.script, |c, line| {
        c.at("at_s", |c| {
            check_time(c, line.at_s);
            if line.at_s < before {
                c.fault(FaultKind::OutOfOrder);
            } else if line.at_s > end {
                c.fault(FaultKind::BeyondEnd { found: line.at_s, end });
            }
        });
        before = line.at_s.max(before);
        if let Some(speaker) = &line.speaker {
            c.at("speaker", |c| c.text(speaker));
        }
        c.at("text", |c| c.text(&line.text));
    });
}

fn check_reference<'a>(check: &mut Check<'a>, scenario: &'a Scenario, definition: Option<&Definition>) {
    // An empty script has no end to compare with.
    let end = if scenario.script.is_empty() { f64::INFINITY } else { scenario.end_s() };
    let mut seen = HashSet::new();
    let applies = definition.map(|definition| applicable_items(scenario, definition)).unwrap_or_default();
    check.each(&scenario.reference, |c, row| {
        c.at("item", |c| {
            let place = definition.and_then(|definition| definition.position(&row.item));
            if definition.is_some() && place.is_none() {
                c.fault(FaultKind::UnknownItem { id: row.item.clone() });
            } else if !seen.insert(row.item.as_str()) {
                c.fault(FaultKind::SecondReference { id: row.item.clone() });
            } else if place.is_some_and(|place| applies.get(place) == Some(&false)) {
                c.fault(FaultKind::NotApplicable { id: row.item.clone() });
            }
        });
        let item = definition.and_then(|d| d.position(&row.item).map(|place| d.item(place)));
        if item.is_some_and(|item| !accepts(&item.response, &row.value)) {
            c.at("value", |c| c.fault(FaultKind::UnknownAnswer { value: row.value.to_string() }));
        }
        if let Some(s) = row.seen_at_s {
            c.at("seen_at_s", |c| {
                check_time(c, s);
                if s > end {
                    c.fault(FaultKind::BeyondEnd { found: s, end });
                }
            });
        }
        c.at("reason", |c| c.text(&row.reason));
    });
    let missing = definition.iter().flat_map(|definition| definition.items());
    for (place, item) in missing {
        if applies.get(place) == Some(&true) && !seen.contains(item.id.as_str()) {
            check.fault(FaultKind::NoReference { id: item.id.clone() });
        }
    }
}

/// Returns the first item whose reference answer does not fit a checklist: it is missing, not valid for the response,
/// for an item that does not apply, or for one that does not exist. Returns `None` if all of them fit.
#[must_use]
pub fn first_mismatch(scenario: &Scenario, definition: &Definition) -> Option<String> {
    let mut check = Check::new(scenario.title.languages());
    check_reference(&mut check, scenario, Some(definition));
    check.faults.into_iter().find_map(|fault| match (fault.kind, fault.path.first()) {
        (FaultKind::UnknownItem { id } | FaultKind::NotApplicable { id } | FaultKind::NoReference { id }, _) => {
            Some(id)
        }
        (FaultKind::UnknownAnswer { .. }, Some(PathStep::Index(row))) => {
            Some(scenario.reference.get(*row)?.item.clone())
        }
        _ => None,
    })
}

/// Returns, for each item of the checklist, whether it applies given the reference answers.
pub fn applicable_items(scenario: &Scenario, definition: &Definition) -> Vec<bool> {
    let mut applies: Vec<bool> = Vec::with_capacity(definition.len());
    for (_, item) in definition.items() {
        let holds = item.when.as_ref().is_none_or(|when| {
            when.holds(&|id| {
                let asked = definition.position(id).filter(|place| applies.get(*place) == Some(&true))?;
                Some((&definition.item(asked).response, &scenario.reference(id)?.value))
            })
        });
        applies.push(holds);
    }
    applies
}
