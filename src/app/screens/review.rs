//! What is left before the end of a visit, each line a way to it.

use super::finished::Finished;
use super::visit::{Mode, VisitScreen, loose_marks};
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::app::text_input::TextInput;
use crate::visit::{Action, Moment, Visit};

/// The review.
#[derive(Debug, Default)]
pub struct Review {
    /// Where the cursor stands among [`rows`].
    pub cursor: ListCursor,
    /// Whether the user was told that something is left.
    pub warned: bool,
}

/// Something left to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An item without an answer.
    Unanswered(usize),
    /// An item whose answer needs a note.
    NoteMissing(usize),
    /// A mark without an item, by its event's number.
    LooseMark(u64),
}

/// Returns what is left to do, in the order of the screen.
#[must_use]
pub fn rows(visit: &Visit) -> Vec<Row> {
    let state = visit.state();
    let items = || (0..visit.definition().len()).filter(|&index| state.applies(index));
    let unanswered = items().filter(|&index| state.answer(index).is_none()).map(Row::Unanswered);
    let missing = visit.missing_notes().map(Row::NoteMissing);
    // The short lists first: the long one must not hide them.
    missing.chain(loose_marks(state).map(|mark| Row::LooseMark(mark.seq))).chain(unanswered).collect()
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let (Screen::Review(review), Some(run)) = (&mut model.screen, &mut model.active_visit) else { return Vec::new() };
    let Some(command) = model.keymap.command(Context::Review, press) else { return Vec::new() };
    let rows = rows(&run.visit);
    review.cursor.selected = review.cursor.selected.min(rows.len().saturating_sub(1));
    match command {
        Command::Open => {
            if let Some(row) = rows.get(review.cursor.selected) {
                model.screen = Screen::Visit(go_to(*row, &run.visit));
            }
            Vec::new()
        }
        Command::Finish => {
            if !review.warned && !rows.is_empty() {
                review.warned = true;
                model.notice = Some(Notice::Keyed("app-notice-something-left", Context::Review, Command::Finish));
                return Vec::new();
            }
            finish(model, now)
        }
        Command::Back => {
            model.screen = Screen::Visit(VisitScreen::new(run));
            Vec::new()
        }
        Command::Hide => super::cover_notes::open(model),
        command => {
            review.cursor.go(command, rows.len());
            Vec::new()
        }
    }
}

/// Opens the visit where a row points, to come back after it.
fn go_to(row: Row, visit: &Visit) -> VisitScreen {
    let mut screen = match row {
        Row::Unanswered(item) => VisitScreen::with(item, Mode::Items),
        Row::NoteMissing(item) => {
            let note = visit.state().item(item).and_then(|state| state.note.as_deref()).unwrap_or_default();
            VisitScreen::with(item, Mode::Note(TextInput::page(note)))
        }
        Row::LooseMark(mark) => VisitScreen::with(0, Mode::Placing(mark)),
    };
    screen.from_review = true;
    screen
}

fn finish(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let Some(run) = &mut model.active_visit else { return Vec::new() };
    match run.act(&Action::Finish, now) {
        Ok(events) => {
            let practice = run.visit.definition().checklist().id == super::home::PRACTICE;
            model.screen = Screen::Finished(Finished::default());
            let mut effects = vec![Effect::Append(events), Effect::Complete];
            if practice && !model.settings.practised {
                model.settings.practised = true;
                effects.push(Effect::SaveSettings(Box::new(model.settings.clone())));
            }
            effects
        }
        Err(refusal) => {
            model.notice = Some(Notice::Refused(refusal));
            Vec::new()
        }
    }
}
