//! Coverage: which items were observed both with a yes and with a no. Agreement on an item never seen to fail proves
//! little.

use super::figures::{Coverage, CoverageRow};
use super::items::behaviours;
use super::ratings::{Rated, Ratings};
use crate::visit::Value;

/// Returns whether an observer observed an item with an expected yes, and with an expected no.
fn met_with(ratings: &Ratings, rated: &Rated, observer: usize) -> (bool, bool) {
    let meetings = ratings.seen.get(observer).into_iter().flatten();
    let mut met = (false, false);
    for meeting in meetings.filter(|meeting| rated.given(**meeting, observer).is_some()) {
        let value = ratings.expected(rated, *meeting, observer).and_then(|category| rated.categories.get(category));
        match value.and_then(Value::as_text) {
            Some(Value::YES) => met.0 = true,
            Some(Value::NO) => met.1 = true,
            _ => {}
        }
    }
    met
}

/// Counts the items by whether an observer saw them with a yes, a no, or both.
pub fn observer_coverage(ratings: &Ratings, observer: usize) -> Coverage {
    let mut coverage = Coverage::default();
    for rated in behaviours(ratings) {
        match met_with(ratings, rated, observer) {
            (true, true) => coverage.both += 1,
            (true, false) => coverage.only_yes += 1,
            (false, true) => coverage.only_no += 1,
            (false, false) => coverage.neither += 1,
        }
    }
    coverage
}

/// Returns the items that an observer did not see both with a yes and with a no, in checklist order.
pub fn unmet_items(ratings: &Ratings, observer: usize) -> Vec<String> {
    let without = behaviours(ratings).filter(|rated| met_with(ratings, rated, observer) != (true, true));
    without.map(|rated| ratings.item(rated).id.clone()).collect()
}

/// Counts, for each item, the observers by whether they saw it with a yes, a no, or both.
pub fn item_coverage(ratings: &Ratings) -> Vec<CoverageRow> {
    let row = |rated: &Rated| {
        let mut row = CoverageRow {
            item: ratings.item(rated).id.clone(),
            observers: ratings.observers.len() as u64,
            both: 0,
            only_yes: 0,
            only_no: 0,
            neither: 0,
        };
        for observer in 0..ratings.observers.len() {
            match met_with(ratings, rated, observer) {
                (true, true) => row.both += 1,
                (true, false) => row.only_yes += 1,
                (false, true) => row.only_no += 1,
                (false, false) => row.neither += 1,
            }
        }
        row
    };
    behaviours(ratings).map(row).collect()
}
