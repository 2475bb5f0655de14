//! The visit is over: where its file is, and what next.

use crate::app::active_visit::ActiveVisit;
use crate::app::effect::Read;
use crate::app::interactive::Interactive;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::outcome::{Destination, Go, Outcome};
use crate::app::shared::Shared;
use crate::visit::Moment;
use std::path::PathBuf;

/// The end of a visit.
#[derive(Debug, Default)]
pub struct Finished {
    /// The session file, once it is safe.
    pub path: Option<PathBuf>,
    /// The cursor among [`rows`].
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
pub fn rows(shared: &Shared) -> Vec<Row> {
    let practised = shared.active_visit.as_ref().is_some_and(|run| run.play.is_some());
    let first = practised.then_some(Row::Compare);
    first.into_iter().chain([Row::Home, Row::New, Row::Look]).collect()
}

impl Interactive for Finished {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let rows = rows(shared);
        let row = match shared.keymap.command(Context::List, press) {
            Some(Command::Open) => rows.get(self.cursor.selected).copied().unwrap_or(Row::Home),
            Some(Command::Back) => Row::Home,
            Some(command) => {
                self.cursor.go(command, rows.len());
                return Outcome::default();
            }
            None => return Outcome::default(),
        };
        let Some(path) = self.path.clone() else {
            shared.notify("app-notice-not-yet-saved");
            return Outcome::default();
        };
        match (row, shared.active_visit.take()) {
            (Row::Compare, Some(ActiveVisit { visit, play: Some(play), .. })) => {
                Go::Replace(Destination::Reveal(Box::new(visit), Box::new(play))).into()
            }
            (Row::Compare, _) => Outcome::default(),
            (Row::Look, _) => Read::LoadSession(path).into(),
            (Row::New, _) => Go::Replace(Destination::NewVisit(Box::default())).into(),
            (Row::Home, _) => Go::Pop.into(),
        }
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }
}
