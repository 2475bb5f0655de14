//! The end of a visit: where its file is, and what to do next.

use crate::app::active_visit::ActiveVisit;
use crate::app::prelude::*;
use std::path::PathBuf;

/// The end of a visit.
#[derive(Debug, Default)]
pub struct Finished {
    /// The session file, once it is written.
    pub path: Option<PathBuf>,
    /// The cursor among [`rows`].
    pub cursor: ListCursor,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinishedRow {
    /// Compare a practice visit with its reference answers.
    Compare,
    /// Look at the visit.
    Look,
    /// Start another visit.
    New,
    /// Go to the home screen.
    Home,
}

/// Returns the rows, from top to bottom; the comparison of a practice visit comes first.
pub fn rows(shared: &Shared) -> Vec<FinishedRow> {
    let first = shared.practice().map(|_| FinishedRow::Compare);
    first.into_iter().chain([FinishedRow::Home, FinishedRow::New, FinishedRow::Look]).collect()
}

impl Interactive for Finished {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let rows = rows(shared);
        let row = match shared.keymap.command(Context::List, press) {
            Some(Command::Open) => rows.get(self.cursor.selected).copied().unwrap_or(FinishedRow::Home),
            Some(Command::Back) => FinishedRow::Home,
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
            (FinishedRow::Compare, Some(ActiveVisit { visit, play: Some(play), .. })) => {
                Go::Replace(Destination::Debrief(Box::new(visit), Box::new(play))).into()
            }
            (FinishedRow::Compare, _) => Outcome::default(),
            (FinishedRow::Look, _) => Read::LoadSession(path).into(),
            (FinishedRow::New, _) => Go::Replace(Destination::NewVisit(Box::default())).into(),
            (FinishedRow::Home, _) => Go::Pop.into(),
        }
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }
}
