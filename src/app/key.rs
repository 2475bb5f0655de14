//! A key press, independent of terminal library and platform.

use crate::text::typed_number::digit_value;

/// A key press with the modifiers that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    pub key: Key,
    pub ctrl: bool,
    pub alt: bool,
}

impl From<Key> for KeyPress {
    fn from(key: Key) -> Self {
        Self { key, ctrl: false, alt: false }
    }
}

impl KeyPress {
    /// Creates the press of a key with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { key: Key::Char(c), ctrl: true, alt: false }
    }
}

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// The characters of the keys 0 to 9 on a French keyboard, where digits need Shift.
const UNSHIFTED: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];

impl Key {
    /// Returns the digit of a key, of any script, with or without Shift.
    pub fn digit(self) -> Option<u8> {
        let Key::Char(c) = self else { return None };
        let typed = digit_value(c).and_then(|digit| u8::try_from(digit).ok());
        typed.or_else(|| (0..10).find(|digit| UNSHIFTED.get(usize::from(*digit)) == Some(&c)))
    }
}
