//! The texts that visits use for one thing, such as the names of a site, with how many visits use each.

use std::collections::BTreeMap;

/// The texts, each with the number of visits that use it.
pub(super) type Uses = BTreeMap<Box<str>, u64>;

/// Returns the text with the highest count, the first in order of equals.
pub(super) fn most_used<'f>(counts: impl Iterator<Item = (&'f Box<str>, &'f u64)>) -> Option<&'f str> {
    counts.max_by(|one, other| one.1.cmp(other.1).then(other.0.cmp(one.0))).map(|(text, _)| &**text)
}

/// Counts a use of a text.
pub(super) fn count_use(counts: &mut Uses, text: &str) {
    match counts.get_mut(text) {
        Some(count) => *count += 1,
        None => drop(counts.insert(text.into(), 1)),
    }
}

/// Adds counts to others.
pub(super) fn merge_uses(counts: &mut Uses, other: Uses) {
    for (text, count) in other {
        *counts.entry(text).or_default() += count;
    }
}
