//! The keys just pressed and what they did, for a class that watches.

use super::key::KeyPress;
use super::keymap::{Binding, Context};

/// So many keys are remembered.
const MOST: usize = 3;

/// The last keys, the newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyHistory {
    keys: Vec<(KeyPress, Option<String>)>,
}

impl KeyHistory {
    /// Adds a key, with what it is bound to where it was pressed.
    pub fn add(&mut self, press: KeyPress, binding: Option<&'static Binding>) {
        // In the middle of a text there is no command behind a letter, and nobody needs to see each of them.
        let word = binding.filter(|binding| binding.context != Context::Anywhere).map(Binding::short);
        self.keys.insert(0, (press, word));
        self.keys.truncate(MOST);
    }

    /// Returns the keys, each with the id of the word for what it did.
    pub fn keys(&self) -> impl Iterator<Item = (KeyPress, Option<&str>)> {
        self.keys.iter().map(|(press, word)| (*press, word.as_deref()))
    }
}
