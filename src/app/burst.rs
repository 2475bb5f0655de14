//! Keys that came at once, faster than a person types: pasted text, where the terminal does not say that it pastes.
//!
//! Windows never says so. Keys that a person typed ahead must not be taken for it: without Enter among them, keys that
//! came at once are keys, and outside text so are fewer than [`MIN_IGNORED`].

use super::effect::Effect;
use super::key::{Key, KeyPress};
use super::model::Model;
use crate::visit::Moment;

/// From this number of keys on, a burst with Enter among them is a paste into text.
const MIN_PASTED: usize = 4;

/// From this number of keys on, such a burst is ignored outside text. Nobody types as many in the half second for which
/// keys can wait unnoticed to be read.
const MIN_IGNORED: usize = 8;

/// Returns whether keys that came at once look like a paste: characters with Enter among them, not only at the end.
pub fn is_paste(keys: &[KeyPress]) -> bool {
    let has_break =
        keys.split_last().is_some_and(|(_, before)| before.iter().any(|press| character(*press) == Some('\n')));
    keys.len() >= MIN_PASTED && has_break && keys.iter().all(|press| character(*press).is_some())
}

/// Returns the character that a key types. Ctrl+J is the line break of a terminal that pastes line feeds.
fn character(press: KeyPress) -> Option<char> {
    match press {
        KeyPress { key: Key::Char(c), ctrl: false, .. } => Some(c),
        KeyPress { key: Key::Enter, .. } => Some('\n'),
        KeyPress { key: Key::Tab, .. } => Some('\t'),
        press if press == KeyPress::ctrl('j') => Some('\n'),
        _ => None,
    }
}

impl Model {
    /// Handles keys that came at once and look like a paste: text where text is typed, nothing elsewhere.
    pub(super) fn on_burst(&mut self, keys: &[KeyPress], now: &Moment) -> Vec<Effect> {
        if !self.screen_mut().interactive_mut().takes_text() && keys.len() < MIN_IGNORED {
            return keys.iter().flat_map(|press| self.on_key(*press, now)).collect();
        }
        let text: String = keys.iter().filter_map(|press| character(*press)).collect();
        self.on_paste(&text)
    }
}
