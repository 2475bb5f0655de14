//! The visit is over: where its file is, and what next.

use crate::app::active_visit::ActiveVisit;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::app::screens::new_visit::NewVisitForm;
use crate::app::screens::reveal::RevealScreen;
use std::path::PathBuf;

/// The end of a visit.
#[derive(Debug, Default)]
pub struct Finished {
    /// The session file, once it is safe.
    pub path: Option<PathBuf>,
    /// Where the cursor stands among [`rows`].
    pub cursor: ListCursor,
}

/// What can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Hold a practice against its reference.
    Compare,
    /// Look at the visit.
    Look,
    /// Start another.
    New,
    /// Go to the first screen.
    Home,
}

/// Returns the rows, from top to bottom: what a practice is for comes first.
#[must_use]
pub fn rows(model: &Model) -> Vec<Row> {
    let practised = model.active_visit.as_ref().is_some_and(|run| run.play.is_some());
    let first = practised.then_some(Row::Compare);
    first.into_iter().chain([Row::Home, Row::New, Row::Look]).collect()
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let rows = rows(model);
    let Screen::Finished(finished) = &mut model.screen else { return Vec::new() };
    let row = match model.keymap.command(Context::List, press) {
        Some(Command::Open) => rows.get(finished.cursor.selected).copied().unwrap_or(Row::Home),
        Some(Command::Back) => Row::Home,
        Some(command) => {
            finished.cursor.go(command, rows.len());
            return Vec::new();
        }
        None => return Vec::new(),
    };
    let Some(path) = finished.path.clone() else {
        model.notice = Some(Notice::Said("app-notice-not-yet-saved"));
        return Vec::new();
    };
    let run = model.active_visit.take();
    match row {
        Row::Compare => {
            if let Some(ActiveVisit { visit, play: Some(play), .. }) = run {
                model.screen = Screen::Reveal(Box::new(RevealScreen::new(visit, play, None)));
            }
            Vec::new()
        }
        Row::Look => vec![Effect::LoadSession(path)],
        Row::New => {
            model.screen = Screen::NewVisit(NewVisitForm::new(&model.settings));
            vec![Effect::LoadLibrary]
        }
        Row::Home => super::home::open(model),
    }
}
