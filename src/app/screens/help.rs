//! All the keys, over whatever screen was in front.

use super::home::Home;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context, TABLE};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};

/// The list of keys.
#[derive(Debug)]
pub struct Help {
    /// The first row shown.
    pub cursor: ListCursor,
    /// The screen to go back to.
    pub back: Box<Screen>,
}

/// Opens the list of keys.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if !matches!(model.screen, Screen::Help(_)) {
        let back = std::mem::replace(&mut model.screen, Screen::Home(Home::default()));
        model.screen = Screen::Help(Help { cursor: ListCursor::default(), back: Box::new(back) });
    }
    Vec::new()
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Help(help) = &mut model.screen else { return Vec::new() };
    match model.keymap.command(Context::List, press) {
        Some(Command::Back | Command::Open | Command::Help) => {
            let back = std::mem::replace(&mut *help.back, Screen::Home(Home::default()));
            model.screen = back;
        }
        Some(command) => {
            help.cursor.go(command, TABLE.len() + Context::ALL.len());
        }
        None => {}
    }
    Vec::new()
}
