//! What every screen does with keys, clicks and pasted text; it answers, and decides nothing about other screens.

use super::key::KeyPress;
use super::keymap::Context;
use super::list_cursor::ListCursor;
use super::message::Target;
use super::outcome::Outcome;
use super::shared::Shared;
use crate::visit::Moment;

/// A screen's own state, as it reacts to its user.
pub trait Interactive {
    /// Handles a key press.
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome;

    /// Handles a click that neither names a key nor points at a row of [`list`](Self::list).
    fn click(&mut self, _shared: &mut Shared, _target: Target, _now: &Moment) -> Outcome {
        Outcome::default()
    }

    /// Inserts pasted text.
    fn paste(&mut self, _shared: &mut Shared, _text: &str) -> Outcome {
        Outcome::default()
    }

    /// Returns the list in front, where a click selects a row, and opens it if it was selected already.
    fn list(&mut self) -> Option<&mut ListCursor> {
        None
    }

    /// Returns the context that keys are looked up in.
    fn context(&self) -> Context {
        Context::List
    }

    /// Returns whether a text input has focus.
    fn is_typing(&self) -> bool {
        false
    }
}
