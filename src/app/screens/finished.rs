//! The visit is over: where its file is, and what next.

use crate::app::cursor::Cursor;
use crate::app::key::Press;
use crate::app::keymap::{Command, Context};
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::app::screens::before::Before;
use std::path::PathBuf;

/// The end of a visit.
#[derive(Debug, Default)]
pub struct Finished {
    /// The session file, once it is safe.
    pub path: Option<PathBuf>,
    /// Where the cursor stands among [`ROWS`].
    pub cursor: Cursor,
}

/// What can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Look at the visit.
    Look,
    /// Start another.
    New,
    /// Go to the first screen.
    Home,
}

/// The rows, from top to bottom.
pub const ROWS: [Row; 3] = [Row::Home, Row::New, Row::Look];

/// Takes a key.
pub fn press(model: &mut Model, press: Press) -> Vec<Effect> {
    let Screen::Finished(finished) = &mut model.screen else { return Vec::new() };
    let row = match model.keymap.command(Context::List, press) {
        Some(Command::Open) => ROWS.get(finished.cursor.at).copied().unwrap_or(Row::Home),
        Some(Command::Back) => Row::Home,
        Some(command) => {
            finished.cursor.go(command, ROWS.len());
            return Vec::new();
        }
        None => return Vec::new(),
    };
    let Some(path) = finished.path.clone() else {
        model.notice = Some(Notice::Said("app-notice-not-yet-saved"));
        return Vec::new();
    };
    model.run = None;
    match row {
        Row::Look => vec![Effect::LoadSession(path)],
        Row::New => {
            model.screen = Screen::Before(Before::new(&model.settings));
            vec![Effect::LoadLibrary]
        }
        Row::Home => super::home::open(model),
    }
}
