//! Levels of answers that are no judgements: a long wait, a high number, an option chosen. Visits at a level are
//! compared with the others as those with a behaviour are.

use super::checklist_counts::{AnswerKey, Answers, Item, Outcome, Wait};
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

/// Returns the comparisons of one checklist: a level of each timer, scale, count and number, and each option of a choice.
/// The outcome itself has none.
pub fn levels<'f>(family: &'f ChecklistFamily<'_>) -> Vec<Comparison<'f>> {
    let mut comparisons = Vec::new();
    for (item, waits) in by_item(family, &family.counts.waits) {
        let times = waits.iter().map(|wait| Answered {
            site: wait.site,
            // Later than any time.
            answer: match wait.answer {
                Wait::Came(ms) => f64::from(ms),
                Wait::Never(_) => f64::INFINITY,
            },
            outcome: wait.outcome,
            visits: wait.visits,
        });
        let promised = promised_ms(family, &item.id).map(Cut::Above);
        comparisons.push(upper_level(item, times.collect(), promised, |ms| (ms / 1000.0, ValueUnit::Seconds)));
    }
    for (item, numbers) in by_item(family, &family.counts.numbers) {
        let numbers: Vec<Answered<f64>> =
            numbers.into_iter().map(|number| number.with_answer(number.answer.value())).collect();
        if !is_outcome(family, item, &numbers) {
            let unit = unit(family, item);
            comparisons.push(upper_level(item, numbers, None, |value| (value, unit.clone())));
        }
    }
    for (item, choices) in by_item(family, &family.counts.choices) {
        let options: BTreeSet<&str> =
            choices.iter().flat_map(|choice| family.counts.options_in(choice.answer)).collect();
        comparisons.extend(options.into_iter().map(|option| {
            let chose = |choice: &Answered<_>| family.counts.options_in(choice.answer).any(|chosen| chosen == option);
            comparison(item, Level::Option { id: option.to_owned() }, &choices, chose)
        }));
    }
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

impl<T> Answered<T> {
    fn with_answer<U>(&self, answer: U) -> Answered<U> {
        Answered { site: self.site, answer, outcome: self.outcome, visits: self.visits }
    }
}

/// Collects the answers by item, in visits with an outcome of the kinds that count.
fn by_item<'f, T: Copy + Ord>(
    family: &'f ChecklistFamily<'_>,
    all: &HashMap<AnswerKey, Answers<T>>,
) -> Vec<(&'f Item, Vec<Answered<T>>)> {
    let mut items: BTreeMap<u32, Vec<Answered<T>>> = BTreeMap::new();
    for (key, answers) in all.iter().filter(|(key, _)| family.kinds.contains(key.kind)) {
        let answered = answers.iter().filter_map(|(answer, outcome, visits)| {
            Some(Answered { site: key.site, answer, outcome: outcome?, visits })
        });
        items.entry(key.item).or_default().extend(answered);
    }
    let named = |(index, answers): (u32, Vec<_>)| Some((family.counts.items.get(index as usize)?, answers));
    items.into_iter().filter_map(named).filter(|(_, answers)| !answers.is_empty()).collect()
}

/// Returns whether an item is the visit's outcome: by the checklist, or without one, if its answers are the outcomes.
fn is_outcome(family: &ChecklistFamily<'_>, item: &Item, answers: &[Answered<f64>]) -> bool {
    #[expect(clippy::float_cmp, reason = "both come from one number")]
    let repeats = || answers.iter().all(|answer| Outcome::new(Some(answer.answer)).value() == Some(answer.outcome));
    family.item(&item.id).map_or_else(repeats, crate::visit::Item::is_outcome)
}

fn unit(family: &ChecklistFamily<'_>, item: &Item) -> ValueUnit {
    match family.item(&item.id).map(|item| &item.response) {
        Some(Response::Number { unit: Some(unit) }) => ValueUnit::Named(unit.clone()),
        _ => ValueUnit::Number,
    }
}

/// Compares the visits with a high value with the others, from a cut on: if none is given, from the median of all.
fn upper_level<'f>(
    item: &'f Item,
    answers: Vec<Answered<f64>>,
    cut: Option<Cut>,
    measured: impl Fn(f64) -> (f64, ValueUnit),
) -> Comparison<'f> {
    let cut = cut.unwrap_or_else(|| median_cut(&answers));
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
    comparison(item, level, &answers, |answer| match cut {
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
        let side = if is_with(answer) { &mut site.with } else { &mut site.without };
        side.push((answer.outcome, answer.visits));
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
