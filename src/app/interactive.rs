//! How every screen handles keys, clicks and pasted text; a screen returns an outcome and does not switch screens
//! itself.

use super::key::KeyPress;
use super::keymap::Context;
use super::list_cursor::ListCursor;
use super::message::Target;
use super::outcome::Outcome;
use super::shared::Shared;
use super::text_input::TextInput;
use crate::visit::Moment;

/// The interactive state of a screen.
pub trait Interactive {
    /// Handles a key press.
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome;

    /// Handles a click that is neither on a command nor on a row of [`list`](Self::list).
    fn click(&mut self, _shared: &mut Shared, _target: Target, _now: &Moment) -> Outcome {
        Outcome::default()
    }

    /// Returns the line being typed, for a screen that does nothing more with pasted text than to insert it.
    fn line(&mut self) -> Option<&mut TextInput> {
        None
    }

    /// Inserts pasted text.
    fn paste(&mut self, _shared: &mut Shared, text: &str) -> Outcome {
        if let Some(line) = self.line() {
            line.paste(text);
        }
        Outcome::default()
    }

    /// Returns whether pasted text goes somewhere.
    fn takes_text(&mut self) -> bool {
        self.is_typing() || self.line().is_some()
    }

    /// Returns the list that handles clicks: a click selects a row, or opens it if it is already selected.
    fn list(&mut self) -> Option<&mut ListCursor> {
        None
    }

    /// Returns the context in which keys are looked up.
    fn context(&self) -> Context {
        Context::List
    }

    /// Returns the message that explains what is selected, for the help.
    fn explanation(&self) -> Option<String> {
        None
    }

    /// Returns whether a text input has focus.
    fn is_typing(&self) -> bool {
        matches!(self.context(), Context::Typing | Context::CoverNotes)
    }
}
