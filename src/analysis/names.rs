//! Numbers for names, so that counting compares numbers. Numbers depend on who came first; names do not.

use hashbrown::HashMap;

/// Separates the parts of a composite key (U+001F); no id has it.
pub(super) const KEY_SEPARATOR: char = '\u{1f}';

/// A table of names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    numbers: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Names {
    /// Gives the number of a name, a new one where it is unknown.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        // Four thousand million names do not fit into memory.
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.insert(name.into(), number);
        self.names.push(name.into());
        number
    }

    /// Gives the name of a number.
    pub fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }

    /// Takes another table's names; gives this table's number for each of its numbers.
    pub fn take(&mut self, other: &Self) -> Vec<u32> {
        other.names.iter().map(|name| self.number(name)).collect()
    }

    /// Gives the same names numbered in their own order, and the new number for each old one.
    pub fn sorted(&self) -> (Self, Vec<u32>) {
        let mut sorted = Self::default();
        let mut names: Vec<&str> = self.names.iter().map(|name| &**name).collect();
        names.sort_unstable();
        for name in names {
            sorted.number(name);
        }
        let numbers = sorted.take(self);
        (sorted, numbers)
    }
}
