//! A visit to look at: its answers, its timeline, its score explained.

use crate::app::cursor::Cursor;
use crate::app::key::Press;
use crate::app::keymap::{Command, Context};
use crate::app::message::{Effect, Record};
use crate::app::model::{Model, Screen};
use crate::app::screens::past::Past;

/// A visit to look at.
#[derive(Debug)]
pub struct SessionScreen {
    /// The visit.
    pub record: Record,
    /// What is in front.
    pub view: View,
    /// The list of past visits that it was opened from.
    pub from: Option<Box<Past>>,
    /// Where the answers stand.
    pub answers: Cursor,
    /// Where the timeline stands.
    pub timeline: Cursor,
    /// Where the explanation stands.
    pub score: Cursor,
}

/// What is in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The answers.
    Answers,
    /// The timeline.
    Timeline,
    /// The score, line by line.
    Score,
}

/// Opens a visit to look at.
pub fn open(model: &mut Model, record: Record) {
    let shown = model.shown();
    let before = std::mem::replace(shown, Screen::Home(super::home::Home::default()));
    let from = if let Screen::Past(past) = before { Some(Box::new(past)) } else { None };
    *shown = Screen::Session(SessionScreen {
        record,
        view: View::Answers,
        from,
        answers: Cursor::default(),
        timeline: Cursor::default(),
        score: Cursor::default(),
    });
}

impl SessionScreen {
    /// Gives the number of rows in front.
    #[must_use]
    pub fn len(&self) -> usize {
        let visit = &self.record.visit;
        match self.view {
            View::Answers | View::Score => {
                (0..visit.definition().len()).filter(|&index| visit.state().applies(index)).count()
            }
            View::Timeline => visit.events().len(),
        }
    }

    /// Tells whether there is no row in front.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Takes a key.
pub fn press(model: &mut Model, press: Press) -> Vec<Effect> {
    let Screen::Session(session) = &mut model.screen else { return Vec::new() };
    let own = model.keymap.command(Context::Session, press);
    match own.or_else(|| model.keymap.command(Context::List, press)) {
        Some(Command::Explain) if !session.record.visit.is_over() && !model.settings.show_score => {}
        Some(Command::Explain) => {
            session.view = if session.view == View::Score { View::Answers } else { View::Score };
        }
        Some(Command::Left) => session.view = View::Answers,
        Some(Command::Right) => session.view = View::Timeline,
        Some(Command::Back) if session.view == View::Score => session.view = View::Answers,
        Some(Command::Back) => {
            let Some(past) = session.from.take() else { return super::home::open(model) };
            model.screen = Screen::Past(*past);
        }
        Some(command) => {
            let len = session.len();
            let cursor = match session.view {
                View::Answers => &mut session.answers,
                View::Timeline => &mut session.timeline,
                View::Score => &mut session.score,
            };
            cursor.go(command, len);
        }
        None => {}
    }
    Vec::new()
}
