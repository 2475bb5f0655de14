//! The confusion matrix of each item.

use super::figures::ConfusionRow;
use super::ratings::Ratings;
use std::collections::BTreeMap;

/// Counts the pairs of expected and given answer: items in checklist order, answers in the order of the item.
pub fn count_confusions(ratings: &Ratings) -> Vec<ConfusionRow> {
    let mut counts: BTreeMap<(usize, usize, usize), u64> = BTreeMap::new();
    for observer in 0..ratings.observers.len() {
        for (rated, _, given, expected) in
            ratings.compared(observer).filter(|(rated, ..)| ratings.is_categorical(rated))
        {
            *counts.entry((rated.item, expected, given)).or_default() += 1;
        }
    }
    let name = |item: usize, category: usize| {
        let rated = ratings.items.iter().find(|rated| rated.item == item);
        rated.and_then(|rated| rated.categories.get(category)).map(ToString::to_string).unwrap_or_default()
    };
    let row = |((item, expected, given), n): ((usize, usize, usize), u64)| ConfusionRow {
        item: ratings.definition.item(item).id.clone(),
        expected: name(item, expected),
        answered: name(item, given),
        n,
    };
    counts.into_iter().map(row).collect()
}
