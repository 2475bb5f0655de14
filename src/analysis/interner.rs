//! Interns strings, so that counting compares numbers. Numbers depend on the order of arrival until
//! [`Interner::sorted`].

use hashbrown::HashMap;

/// U+001F, separates the parts of a composite key; no id contains it.
pub(super) const KEY_SEPARATOR: char = '\u{1f}';

/// A table of strings, numbered from 0.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    numbers: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Interner {
    /// Returns the number of a string, adding it if it is new.
    pub fn intern(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        // Memory runs out before 2^32 strings.
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.insert(name.into(), number);
        self.names.push(name.into());
        number
    }

    /// Returns the string with this number; empty if there is none.
    pub fn resolve(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }

    /// Adds the strings of another table. Returns, for each number there, the number here.
    pub fn merge(&mut self, other: &Self) -> Vec<u32> {
        other.names.iter().map(|name| self.intern(name)).collect()
    }

    /// Returns the same strings numbered in lexical order, and the new number for each old one.
    pub fn sorted(&self) -> (Self, Vec<u32>) {
        let mut sorted = Self::default();
        let mut names: Vec<&str> = self.names.iter().map(|name| &**name).collect();
        names.sort_unstable();
        for name in names {
            sorted.intern(name);
        }
        let numbers = sorted.merge(self);
        (sorted, numbers)
    }
}
