//! The last keys pressed and their commands, shown to a class.

use super::key::KeyPress;
use super::keymap::{Binding, Context};

/// The number of keys remembered.
const MAX_KEYS: usize = 3;

/// The last keys, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyHistory {
    keys: Vec<(KeyPress, Option<String>)>,
}

impl KeyHistory {
    /// Adds a key with its binding in the current context, if any.
    pub fn add(&mut self, press: KeyPress, binding: Option<&'static Binding>) {
        // Keys without a binding in the context are letters of a text; they get no word.
        let word = binding.filter(|binding| binding.context != Context::Anywhere).map(Binding::short);
        self.keys.insert(0, (press, word));
        self.keys.truncate(MAX_KEYS);
    }

    /// Returns the keys, each with the message id of its command's short name.
    pub fn keys(&self) -> impl Iterator<Item = (KeyPress, Option<&str>)> {
        self.keys.iter().map(|(press, word)| (*press, word.as_deref()))
    }
}
