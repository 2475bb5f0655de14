//! Counts of what was written.

use super::World;
use super::damage::Damage;
use super::entries::Entry;
use super::session::SessionFile;
use esprit::visit::Kind;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Counts of what was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Visits, without copies and damaged files.
    pub visits: u64,
    /// Abandoned visits.
    pub abandoned: u64,
    /// Visits by kind.
    pub kinds: BTreeMap<&'static str, u64>,
    /// Visits by relation.
    pub relations: BTreeMap<&'static str, u64>,
    /// For each site of the world, the visits that reports count: finished, and not for training.
    pub by_site: Vec<u64>,
    /// Copies of visits.
    pub copies: u64,
    /// Damaged files by type of damage.
    pub damaged: BTreeMap<&'static str, u64>,
    /// Damaged files whose derived fields can still be read.
    pub damaged_readable: u64,
}

impl Counts {
    /// Creates empty counts.
    #[must_use]
    pub fn new(world: &World) -> Self {
        Self { by_site: vec![0; world.sites.len()], ..Self::default() }
    }

    /// Counts one file, or one line.
    pub fn add(&mut self, entry: Entry, line: &SessionFile) {
        match entry {
            Entry::Copy(_) => self.copies += 1,
            Entry::Damaged(_, sort) => {
                *self.damaged.entry(sort.name()).or_default() += 1;
                self.damaged_readable += u64::from(Damage::is_readable(sort));
            }
            Entry::Visit(_) => {
                self.visits += 1;
                self.abandoned += u64::from(!line.complete);
                *self.kinds.entry(line.kind.name()).or_default() += 1;
                *self.relations.entry(line.relation.name()).or_default() += 1;
                if line.complete && line.kind != Kind::Training {
                    self.by_site.get_mut(line.site).into_iter().for_each(|count| *count += 1);
                }
            }
        }
    }

    /// Returns the number of damaged files.
    #[must_use]
    pub fn all_damaged(&self) -> u64 {
        self.damaged.values().sum()
    }

    /// Returns the counts as in the truth file.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "visits": self.visits,
            "abandoned": self.abandoned,
            "kinds": self.kinds,
            "relations": self.relations,
            "duplicates": self.copies,
            "damaged": self.damaged,
            "damaged_readable": self.damaged_readable,
        })
    }
}
