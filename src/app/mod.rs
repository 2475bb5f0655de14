//! The application as a pure state machine: what happened comes in as a [`Message`], what is to be done goes out as
//! [`Effect`]s. It knows no terminal, no disk and no clock; keys are one table, in [`keymap`].
//!
//! Nothing changes the state but [`update`]. The screens, in [`screens`], share [`shared::Shared`]; each answers with an
//! [`outcome::Outcome`] and knows no other. Which lies over which is the business of `navigation` alone.

pub mod active_visit;
pub mod begin;
mod debounce;
pub mod effect;
mod filter;
pub mod format;
mod input;
pub mod interactive;
pub mod key;
pub mod key_history;
pub mod keymap;
pub mod list_cursor;
pub mod message;
mod messages;
pub mod model;
mod navigation;
pub mod outcome;
pub mod payload;
pub mod results_data;
pub mod reveal;
pub mod screen;
pub mod screens;
pub mod shared;
pub mod text_input;
mod timers_after_restart;

pub use effect::{Effect, Read, Write};
pub use message::{Message, Target};
pub use model::Model;
pub use outcome::Destination;
pub use screen::Screen;
pub use shared::{Environment, Notice, Shared};

use crate::visit::Moment;

/// Handles what happened at a moment; returns what is to be done about it, in this order.
pub fn update(model: &mut Model, message: Message, now: &Moment) -> Vec<Effect> {
    match message {
        Message::Key(press) => model.on_key(press, now),
        Message::Paste(text) => model.on_paste(&text),
        Message::Clicked(target) => model.on_click(target, now),
        Message::Wheel { down } => model.on_wheel(down, now),
        message => model.receive(message, now),
    }
}
