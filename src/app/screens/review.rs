//! The review before the end of a visit: what is left to do, with a way to each of it.

use crate::app::begin_visit::PRACTICE;
use crate::app::prelude::*;
use crate::visit::{Action, Visit};

/// The review.
#[derive(Debug, Default)]
pub struct Review {
    /// The cursor among [`rows`].
    pub cursor: ListCursor,
    /// Whether the user was warned that something is left to do.
    pub warned: bool,
}

/// Returns what is left to do, in the order of the screen.
pub fn rows(visit: &Visit) -> Vec<Todo> {
    let state = visit.state();
    let items = || visit.applicable_items();
    let unanswered = items().filter(|&index| state.answer(index).is_none()).map(Todo::Unanswered);
    let missing = visit.missing_notes().map(Todo::NoteMissing);
    // The shorter lists come first, so that the long one does not hide them.
    missing.chain(state.loose_marks().map(|mark| Todo::LooseMark(mark.seq))).chain(unanswered).collect()
}

impl Interactive for Review {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let (Some(visit), Some(command)) = (shared.visit(), shared.keymap.command(Context::Review, press)) else {
            return Outcome::default();
        };
        let rows = rows(visit);
        self.cursor.clamp(rows.len());
        match command {
            Command::Open => match rows.get(self.cursor.selected) {
                Some(row) => Go::Replace(Destination::Visit(Some(*row))).into(),
                None => Outcome::default(),
            },
            Command::Finish if !self.warned && !rows.is_empty() => {
                self.warned = true;
                shared.notice = Some(Notice::Keyed("app-notice-something-left", Context::Review, Command::Finish));
                Outcome::default()
            }
            Command::Finish => finish(shared, now),
            Command::Back => Go::Replace(Destination::Visit(None)).into(),
            Command::Hide => Go::Push(Destination::CoverNotes).into(),
            command => {
                self.cursor.go(command, rows.len());
                Outcome::default()
            }
        }
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }

    fn context(&self) -> Context {
        Context::Review
    }
}

fn finish(shared: &mut Shared, now: &Moment) -> Outcome {
    let mut outcome = shared.act_or_end(&Action::Finish, now);
    let checklist = shared.visit().map(|visit| visit.definition().checklist().id.as_str());
    if outcome.go.is_some() && checklist == Some(PRACTICE) && !shared.settings.practised {
        shared.settings.practised = true;
        outcome.effects.push(shared.save_settings());
    }
    outcome
}
