//! A key press, independent of terminal library and platform.

/// A key press with the modifiers that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// The key.
    pub key: Key,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
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

impl Key {
    /// Returns the digit of a key. On a French keyboard digits need Shift, so the unshifted characters count too.
    pub fn digit(self) -> Option<u8> {
        let Key::Char(c) = self else { return None };
        let digit = match c {
            '0'..='9' => return u8::try_from(c.to_digit(10)?).ok(),
            'à' => 0,
            '&' => 1,
            'é' => 2,
            '"' => 3,
            '\'' => 4,
            '(' => 5,
            '-' => 6,
            'è' => 7,
            '_' => 8,
            'ç' => 9,
            _ => return None,
        };
        Some(digit)
    }
}
