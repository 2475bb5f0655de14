//! The order of what is written: the visits, with copies and damaged files spread evenly among them.

use super::damage::Damage;
use super::{Settings, share_of};

/// A file, or a line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The visit with this number.
    Visit(u64),
    /// A copy of the visit with this number.
    Copy(u64),
    /// An additional visit, damaged.
    Damaged(u64, Damage),
}

impl Entry {
    /// Returns the number of the visit.
    #[must_use]
    pub fn number(self) -> u64 {
        match self {
            Self::Visit(number) | Self::Copy(number) | Self::Damaged(number, _) => number,
        }
    }
}

/// Returns all entries. The types of damage alternate.
pub fn entries(settings: &Settings, sorts: &'static [Damage]) -> impl Iterator<Item = Entry> + use<> {
    let visits = settings.visits;
    let (copies, damaged) = (share_of(settings.duplicates, visits), share_of(settings.damaged, visits));
    (0..visits).flat_map(move |visit| {
        let copy = portion(visit, visits, copies).map(move |_| Entry::Copy(visit));
        let broken = portion(visit, visits, damaged).filter_map(move |number| {
            let turn = usize::try_from(number).unwrap_or_default() % sorts.len().max(1);
            sorts.get(turn).map(|&sort| Entry::Damaged(visits + number, sort))
        });
        std::iter::once(Entry::Visit(visit)).chain(copy).chain(broken)
    })
}

/// Returns which of `all` things come after a visit.
fn portion(visit: u64, visits: u64, all: u64) -> std::ops::Range<u64> {
    let upto = |visit: u64| u64::try_from(u128::from(visit) * u128::from(all) / u128::from(visits)).unwrap_or(all);
    upto(visit)..upto(visit + 1)
}
