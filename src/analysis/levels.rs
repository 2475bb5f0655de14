//! Levels of answers that are no judgements: a long wait, a high number, an option chosen. Visits at a level are
//! compared with the others as those with a behaviour are.

use super::checklist_counts::{AnswerKey, Answers, Item, Number, Outcome, Wait};
use super::comparable_checklists::ChecklistFamily;
use super::figures::{Level, ValueUnit};
use super::time_to_event::promised_ms;
use crate::visit::checklist::Response;
use hashbrown::HashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Visits that are compared with others.
pub struct Comparison<'c> {
    /// The behaviour, or the item's id where it has none.
    pub behaviour: &'c str,
    /// The item; `None` for a behaviour, which several items may observe.
    pub item: Option<&'c str>,
    /// What the visits have in common.
    pub level: Level,
    /// The outcomes at each site.
    pub sites: BTreeMap<u32, Outcomes>,
}

/// The outcomes of both sides at one site, as (outcome, number of visits).
#[derive(Default)]
pub struct Outcomes {
    pub with: Vec<(f64, u64)>,
    pub without: Vec<(f64, u64)>,
    pub partly: u64,
}

/// An answer in visits with an outcome.
#[derive(Clone, Copy, Debug)]
struct Answered<T> {
    site: u32,
    answer: T,
    outcome: f64,
    visits: u64,
}

/// Returns the indices of the items whose answers are no judgements.
pub fn items(family: &ChecklistFamily<'_>) -> BTreeSet<u32> {
    let counts = &family.counts;
    let keys = counts.waits.keys().chain(counts.numbers.keys()).chain(counts.choices.keys());
    keys.filter(|key| family.kinds.contains(key.kind)).map(|key| key.item).collect()
}

/// Returns the comparisons of an item: one level of a timer, a scale, a count or a number, and each option of a choice.
/// The outcome itself has none.
pub fn levels<'f>(family: &'f ChecklistFamily<'_>, index: u32) -> Vec<Comparison<'f>> {
    let Some(item) = family.counts.items.get(index as usize) else { return Vec::new() };
    let mut comparisons = Vec::new();
    let times = answered(family, index, &family.counts.waits, |wait| match wait {
        Wait::Came(ms) => f64::from(ms),
        // Later than any time.
        Wait::Never(_) => f64::INFINITY,
    });
    if !times.is_empty() {
        let promised = promised_ms(family, &item.id).map(Cut::Above);
        comparisons.push(upper_level(item, &times, promised, |ms| (ms / 1000.0, ValueUnit::Seconds)));
    }
    let numbers = answered(family, index, &family.counts.numbers, Number::value);
    if !numbers.is_empty() && !is_outcome(family, item, &numbers) {
        let unit = unit(family, item);
        comparisons.push(upper_level(item, &numbers, None, |value| (value, unit.clone())));
    }
    let choices = answered(family, index, &family.counts.choices, |chosen| chosen);
    let options: BTreeSet<&str> = choices.iter().flat_map(|choice| family.counts.options_in(choice.answer)).collect();
    comparisons.extend(options.into_iter().map(|option| {
        let chose = |choice: &Answered<_>| family.counts.options_in(choice.answer).any(|chosen| chosen == option);
        comparison(item, Level::Option { id: option.to_owned() }, &choices, chose)
    }));
    comparisons
}

/// Where the upper level of an item begins.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cut {
    /// Above this value.
    Above(f64),
    /// At this value.
    At(f64),
}

/// Collects the answers to an item, in visits with an outcome of the kinds that count.
fn answered<T: Copy + Ord, U>(
    family: &ChecklistFamily<'_>,
    index: u32,
    all: &HashMap<AnswerKey, Answers<T>>,
    value: impl Fn(T) -> U,
) -> Vec<Answered<U>> {
    let mut answered = Vec::new();
    let counts = |key: &AnswerKey| key.item == index && family.kinds.contains(key.kind);
    for (key, answers) in all.iter().filter(|(key, _)| counts(key)) {
        answered.extend(answers.iter().filter_map(|(answer, outcome, visits)| {
            Some(Answered { site: key.site, answer: value(answer), outcome: outcome?, visits })
        }));
    }
    answered
}

/// Returns whether an item is the visit's outcome: by the checklist, or without one, if its answers are the outcomes.
fn is_outcome(family: &ChecklistFamily<'_>, item: &Item, answers: &[Answered<f64>]) -> bool {
    let repeats = || answers.iter().all(|answer| Outcome::new(Some(answer.answer)).value() == Some(answer.outcome));
    family.item(&item.id).map_or_else(repeats, crate::visit::Item::is_outcome)
}

fn unit(family: &ChecklistFamily<'_>, item: &Item) -> ValueUnit {
    match family.item(&item.id).map(|item| &item.response) {
        Some(Response::Number { unit: Some(unit), .. }) => ValueUnit::Named(unit.clone()),
        _ => ValueUnit::Number,
    }
}

/// Compares the visits with a high value with the others, from a cut on: if none is given, from the median of all.
fn upper_level<'f>(
    item: &'f Item,
    answers: &[Answered<f64>],
    cut: Option<Cut>,
    measured: impl Fn(f64) -> (f64, ValueUnit),
) -> Comparison<'f> {
    let cut = cut.unwrap_or_else(|| median_cut(answers));
    let level = match cut {
        Cut::At(f64::INFINITY) => Level::Never,
        Cut::Above(value) => {
            let (value, unit) = measured(value);
            Level::Above { value, unit }
        }
        Cut::At(value) => {
            let (value, unit) = measured(value);
            Level::AtLeast { value, unit }
        }
    };
    comparison(item, level, answers, |answer| match cut {
        Cut::Above(value) => answer.answer > value,
        Cut::At(value) => answer.answer >= value,
    })
}

/// Returns the cut at the median, of an even number the upper one; above it, if no value is below.
fn median_cut(answers: &[Answered<f64>]) -> Cut {
    let mut values: Vec<(f64, u64)> = answers.iter().map(|answer| (answer.answer, answer.visits)).collect();
    values.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let half = values.iter().map(|(_, visits)| visits).sum::<u64>() / 2;
    let mut before = 0;
    let median = values.iter().find(|(_, visits)| {
        before += visits;
        before > half
    });
    let median = median.map_or(0.0, |(value, _)| *value);
    let is_least = values.first().is_none_or(|(least, _)| *least >= median);
    if is_least && median.is_finite() { Cut::Above(median) } else { Cut::At(median) }
}

fn comparison<'f, T>(
    item: &'f Item,
    level: Level,
    answers: &[Answered<T>],
    is_with: impl Fn(&Answered<T>) -> bool,
) -> Comparison<'f> {
    let mut sites: BTreeMap<u32, Outcomes> = BTreeMap::new();
    for answer in answers {
        let site = sites.entry(answer.site).or_default();
        let outcomes = if is_with(answer) { &mut site.with } else { &mut site.without };
        outcomes.push((answer.outcome, answer.visits));
    }
    Comparison { behaviour: &item.behaviour, item: Some(&item.id), level, sites }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_leaves_visits_on_both_sides_where_values_differ() {
        let cut = |values: &[f64]| {
            let answered = |answer: &f64| Answered { site: 0, answer: *answer, outcome: 5.0, visits: 1 };
            median_cut(&values.iter().map(answered).collect::<Vec<_>>())
        };
        assert_eq!(cut(&[3.0, 1.0, 2.0]), Cut::At(2.0));
        assert_eq!(cut(&[1.0, 2.0, 3.0, 4.0]), Cut::At(3.0), "the median 2.5 divides them in the same way");
        assert_eq!(cut(&[0.0, 0.0, 0.0, 4.0]), Cut::Above(0.0), "nothing lies below the median");
        assert_eq!(cut(&[7.0]), Cut::Above(7.0));
        assert_eq!(cut(&[1.0, f64::INFINITY, f64::INFINITY]), Cut::At(f64::INFINITY));
        assert_eq!(cut(&[]), Cut::Above(0.0));
    }
}
