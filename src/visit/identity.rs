//! Who and where: finds the known site or observer that a person typed, or makes a new one.

use super::checklist::free_id_from;
use super::event::{Observer, Site};
use crate::text::names::{fold_name, is_name, tidy_name};
use std::collections::BTreeMap;

/// A site or an observer.
pub trait Named: Clone {
    /// Creates one from its id and its name for people.
    fn new(id: String, name: Option<String>) -> Self;
    /// Returns its id.
    fn id(&self) -> &str;
    /// Returns its name for people.
    fn name(&self) -> Option<&str>;
}

impl Named for Site {
    fn new(id: String, name: Option<String>) -> Self {
        Self { id, name, group: None }
    }
    fn id(&self) -> &str {
        &self.id
    }
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}

impl Named for Observer {
    fn new(id: String, name: Option<String>) -> Self {
        Self { id, name }
    }
    fn id(&self) -> &str {
        &self.id
    }
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}

/// The known sites or observers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    /// The entries, each id once.
    pub entries: Vec<T>,
    /// Other ids, in small letters, by which an entry is known: an id as a list spells it, or one that was merged.
    pub aliases: BTreeMap<String, String>,
    /// Those that are merged into an entry, which their ids are aliases of; their names lead to it too.
    pub merged: Vec<T>,
    /// The ids of entries and merged ones, each with a name that it had before; such a name leads to the entry unless
    /// another one has it now.
    pub former: Vec<T>,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), aliases: BTreeMap::new(), merged: Vec::new(), former: Vec::new() }
    }
}

impl<T> From<Vec<T>> for Known<T> {
    fn from(entries: Vec<T>) -> Self {
        Self { entries, ..Self::default() }
    }
}

/// Whom or what a typed text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity<T> {
    /// A known one.
    Known(T),
    /// A new one, whose id no known one has.
    New(T),
    /// Several known ones have this name; only an id tells them apart.
    Ambiguous(Vec<T>),
    /// The text has no letter or digit.
    Nameless,
}

impl<T> Identity<T> {
    /// Returns the one that is meant, known or new.
    pub fn into_one(self) -> Option<T> {
        match self {
            Self::Known(one) | Self::New(one) => Some(one),
            Self::Ambiguous(_) | Self::Nameless => None,
        }
    }
}

impl<T: Named> Known<T> {
    /// Returns the entry with this id, or with an id that is an alias of it.
    pub fn by_id(&self, id: &str) -> Option<&T> {
        let of = |id: &str| self.entries.iter().find(|one| one.id() == id);
        of(id).or_else(|| of(self.aliases.get(&id.to_lowercase())?)).or_else(|| of(&id.to_lowercase()))
    }

    /// Returns the entries with this name; else those that something with this name is merged into; else those that had
    /// this name. Case, accents, width and punctuation do not count.
    pub fn by_name(&self, name: &str) -> Vec<&T> {
        let found = self.by_current_name(name);
        if found.is_empty() { self.entries_of(&self.former, name) } else { found }
    }

    /// As [`by_name`](Self::by_name), without the names that entries had before.
    pub fn by_current_name(&self, name: &str) -> Vec<&T> {
        let is_meant = has_name(name);
        let found: Vec<&T> = self.entries.iter().filter(|one| is_meant(*one)).collect();
        if found.is_empty() { self.entries_of(&self.merged, name) } else { found }
    }

    /// Returns the entries that the ids of those with a name lead to, each once.
    fn entries_of(&self, others: &[T], name: &str) -> Vec<&T> {
        let is_meant = has_name(name);
        let mut found: Vec<&T> =
            others.iter().filter(|one| is_meant(*one)).filter_map(|one| self.by_id(one.id())).collect();
        found.sort_by_key(|one| one.id());
        found.dedup_by_key(|one| one.id());
        found
    }

    /// Finds whom or what a person means by an id or a name.
    pub fn identify(&self, typed: &str) -> Identity<T> {
        let name = tidy_name(typed);
        if let Some(same) = self.entries.iter().find(|one| one.id() == name) {
            return Identity::Known(same.clone());
        }
        match *self.by_name(&name) {
            [] => {}
            [one] => return Identity::Known(one.clone()),
            ref several => return Identity::Ambiguous(several.iter().copied().cloned().collect()),
        }
        if let Some(one) = self.by_id(&name) {
            return Identity::Known(one.clone());
        }
        let is_taken = |id: &str| self.by_id(id).is_some();
        match free_id_from(&name, is_taken).filter(|_| is_name(&name)) {
            Some(id) => Identity::New(T::new(id.clone(), (id != name).then_some(name))),
            None => Identity::Nameless,
        }
    }

    /// Adds an entry, or replaces that with its id. Returns whether anything changed.
    pub fn remember(&mut self, one: &T) -> bool
    where
        T: PartialEq,
    {
        match self.entries.iter_mut().find(|known| known.id() == one.id()) {
            Some(known) if known == one => return false,
            Some(known) => *known = one.clone(),
            None => self.entries.push(one.clone()),
        }
        true
    }
}

/// Returns whether one has a name, as names are compared; nothing has an empty one.
fn has_name<T: Named>(name: &str) -> impl Fn(&T) -> bool {
    let folded = fold_name(name);
    // Most names differ in their first letter, which is faster to compare.
    let first = folded.chars().next();
    let may_be_equal = move |name: &str| {
        name.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric() || Some(c.to_ascii_lowercase()) == first)
    };
    move |one| {
        let name = one.name().unwrap_or(one.id());
        first.is_some() && may_be_equal(name) && fold_name(name) == folded
    }
}
