//! What every screen is made with: how it handles input, the state that screens share, and what it returns.

pub(super) use super::effect::{Effect, Read, Write};
pub(super) use super::interactive::Interactive;
pub(super) use super::key::{Key, KeyPress};
pub(super) use super::keymap::{Command, Context};
pub(super) use super::list_cursor::ListCursor;
pub(super) use super::message::Target;
pub(super) use super::outcome::{Destination, Go, Outcome, ReviewTask};
pub(super) use super::shared::{Notice, Shared};
pub(super) use super::text_input::TextInput;
pub(super) use crate::visit::Moment;
