//! The review before the end of a visit: what is left to do, and everything that will be sealed, with a way to each of it.

use crate::app::active_visit::ActiveVisit;
use crate::app::begin_visit::PRACTICE;
use crate::app::prelude::*;
use crate::app::visit_facts::VisitFact;
use crate::visit::event::LATE_MS;
use crate::visit::{Action, Visit};

/// The review.
#[derive(Debug, Default)]
pub struct Review {
    /// The cursor among [`rows`].
    pub cursor: ListCursor,
    /// Whether it is asked if the visit is to be finished although something is left to do.
    pub confirming: bool,
}

/// A row of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewRow {
    /// Something left to do.
    Task(ReviewTask),
    /// What was typed on the cover page and is not part of the visit.
    Page,
    /// A fact about the visit.
    Fact(VisitFact),
    /// The note of an item.
    Note(usize),
    /// An item whose answer was recorded later than observed.
    Late(usize),
}

impl ReviewRow {
    /// Returns whether it is something left to do.
    pub fn is_left(self) -> bool {
        matches!(self, Self::Task(_) | Self::Page)
    }
}

/// Returns the rows in the order of the screen: what is left to do, the shorter lists first, then what is sealed.
pub fn rows(active: &ActiveVisit) -> Vec<ReviewRow> {
    let (visit, state) = (&active.visit, active.visit.state());
    let tasks = visit
        .missing_notes()
        .map(ReviewTask::NoteMissing)
        .chain(state.loose_marks().map(|m| ReviewTask::LooseMark(m.seq)));
    let mut rows: Vec<ReviewRow> = tasks.map(ReviewRow::Task).collect();
    rows.extend(active.has_typed_page().then_some(ReviewRow::Page));
    let items = || visit.applicable_items();
    let unanswered = items().filter(|&index| state.answer(index).is_none());
    rows.extend(unanswered.map(|index| ReviewRow::Task(ReviewTask::Unanswered(index))));
    rows.extend(VisitFact::ALL.map(ReviewRow::Fact));
    rows.extend(items().filter(|&index| has_note(visit, index)).map(ReviewRow::Note));
    let late = |&index: &usize| state.answer(index).is_some_and(|answer| answer.memory_age_ms() >= LATE_MS);
    rows.extend(items().filter(late).map(ReviewRow::Late));
    rows
}

fn has_note(visit: &Visit, index: usize) -> bool {
    visit.state().item(index).is_some_and(|state| state.note.is_some())
}

impl Review {
    /// Goes to what a row is about; it comes back to the same row.
    fn open(shared: &mut Shared, row: ReviewRow, now: &Moment) -> Outcome {
        let task = match row {
            ReviewRow::Task(task) => task,
            ReviewRow::Note(item) => ReviewTask::NoteMissing(item),
            ReviewRow::Late(item) => ReviewTask::Unanswered(item),
            ReviewRow::Fact(fact) => return Go::Push(Destination::EditFact(fact)).into(),
            ReviewRow::Page => {
                let active = shared.active_visit.as_mut();
                return active.map(|active| active.take_page(now)).unwrap_or_default().into();
            }
        };
        Go::Push(Destination::Visit(Some(task))).into()
    }

    /// Handles a key press while it is asked if the visit is to be finished.
    fn confirm(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let is_finish = shared.keymap.command(Context::Review, press) == Some(Command::Finish);
        match shared.keymap.command(Context::Confirm, press) {
            Some(Command::Refuse) => self.confirming = false,
            Some(Command::Accept) => return finish(shared, now),
            _ if is_finish => return finish(shared, now),
            _ => {}
        }
        Outcome::default()
    }
}

impl Interactive for Review {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Some(active) = &shared.active_visit else { return Outcome::default() };
        let rows = rows(active);
        if self.confirming {
            return self.confirm(shared, press, now);
        }
        self.cursor.clamp(rows.len());
        match shared.keymap.command(Context::Review, press) {
            Some(Command::Open) => {
                let row = rows.get(self.cursor.selected).copied();
                row.map(|row| Self::open(shared, row, now)).unwrap_or_default()
            }
            Some(Command::Finish) if rows.iter().any(|row| row.is_left()) => {
                self.confirming = true;
                Outcome::default()
            }
            Some(Command::Finish) => finish(shared, now),
            Some(Command::Back) => Go::Replace(Destination::Visit(None)).into(),
            Some(Command::Hide) => Go::Push(Destination::CoverNotes).into(),
            Some(command) => {
                self.cursor.go(command, rows.len());
                Outcome::default()
            }
            None => Outcome::default(),
        }
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        // While it is asked, clicks must not change the selection.
        (!self.confirming).then_some(&mut self.cursor)
    }

    fn context(&self) -> Context {
        if self.confirming { Context::Confirm } else { Context::Review }
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
