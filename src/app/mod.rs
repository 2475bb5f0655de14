//! The application as a pure state machine: a [`Message`] comes in, [`Effect`]s go out. It knows no terminal, disk or
//! clock; the keys are one table, in [`keymap`].
//!
//! Only [`update`] changes the state. The screens, in [`screens`], share [`shared::Shared`]; each returns an
//! [`outcome::Outcome`] and knows no other screen. Only `navigation` handles the stack of screens.

pub mod active_visit;
pub mod begin_visit;
pub mod burst;
pub mod checklist_import;
pub mod cover_page;
mod debounce;
pub mod editor_start;
pub mod effect;
pub mod file_picker;
pub mod format;
pub mod identify;
mod input_handlers;
pub mod interactive;
pub mod key;
pub mod key_history;
pub mod keymap;
pub mod list_cursor;
pub mod loaded_data;
pub mod message;
mod message_handlers;
pub mod model;
mod navigation;
pub mod outcome;
pub mod practice_format;
mod prelude;
pub mod results_data;
pub mod screen;
pub mod screens;
pub mod shared;
pub mod text_filter;
pub mod text_input;
mod timers_after_restart;
pub mod visit_facts;
mod wrapping;

pub use effect::{ChecklistToSave, Effect, Read, Write};
pub use message::{Message, Target};
pub use model::Model;
pub use outcome::Destination;
pub use screen::Screen;
pub use shared::{Environment, Notice};

use crate::visit::Moment;

/// Handles a message at a moment. Returns the effects to carry out, in order.
pub fn update(model: &mut Model, message: Message, now: &Moment) -> Vec<Effect> {
    match message {
        Message::Key(press) => model.on_key(press, now),
        Message::Burst(keys) => model.on_burst(&keys, now),
        Message::Paste(text) => model.on_paste(&text),
        Message::Clicked(target) => model.on_click(target, now),
        Message::Wheel { down } => model.on_wheel(down, now),
        message => model.receive(message, now),
    }
}
