//! A visit to look at: its answers, its timeline, its score explained.

use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::{Effect, Record};
use crate::app::model::{Model, Notice, Screen};
use crate::app::screens::past::Past;
use crate::app::screens::results::{Results, View as Shown};
use crate::app::screens::reveal::RevealScreen;

/// A visit to look at.
#[derive(Debug)]
pub struct VisitDetails {
    /// The visit.
    pub record: Record,
    /// What is in front.
    pub view: View,
    /// The screen that it was opened from.
    pub from: From,
    /// Where the answers stand.
    pub answers: ListCursor,
    /// Where the timeline stands.
    pub timeline: ListCursor,
    /// Where the explanation stands.
    pub score: ListCursor,
}

/// The screen that a visit was opened from, to go back to as it was.
#[derive(Debug, Default)]
pub enum From {
    /// The first screen, which is read anew.
    #[default]
    Home,
    /// The list of past visits.
    Past(Box<Past>),
    /// The results.
    Results(Box<Results>),
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

/// Opens a visit to look at; from the results, on the line that they are about.
pub fn open(model: &mut Model, record: Record) {
    let shown = model.shown();
    let before = std::mem::replace(shown, Screen::Home(super::home::Home::default()));
    let from = match before {
        Screen::Past(past) => From::Past(Box::new(past)),
        Screen::Results(results) => From::Results(Box::new(results)),
        _ => From::Home,
    };
    let at = if let From::Results(results) = &from { line(results, &record) } else { None };
    let replays = matches!(&from, From::Past(past) if past.replays);
    *shown = Screen::VisitDetails(VisitDetails::new(record, from, at.unwrap_or(0)));
    if replays {
        super::replay::open(model);
    }
}

/// Returns the row of the answers that the results in front are about.
fn line(results: &Results, record: &Record) -> Option<usize> {
    let Shown::Visits { point, .. } = &results.level().view else { return None };
    let visit = &record.visit;
    let mut shown = visit.definition().items().filter(|(index, _)| visit.state().applies(*index));
    shown.position(|(_, item)| point.is(&item.id, item.behaviour.as_deref()))
}

impl VisitDetails {
    /// Opens on a row of the answers.
    #[must_use]
    pub fn new(record: Record, from: From, at: usize) -> Self {
        Self {
            record,
            view: View::Answers,
            from,
            answers: ListCursor { selected: at, ..ListCursor::default() },
            timeline: ListCursor::default(),
            score: ListCursor::default(),
        }
    }

    /// Returns the number of rows in front.
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

    /// Returns whether there is no row in front.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::VisitDetails(session) = &mut model.screen else { return Vec::new() };
    let own = model.keymap.command(Context::Session, press);
    match own.or_else(|| model.keymap.command(Context::List, press)) {
        Some(Command::Explain) if !session.record.visit.is_over() && !model.settings.show_score => {}
        Some(Command::Explain) => {
            session.view = if session.view == View::Score { View::Answers } else { View::Score };
        }
        Some(Command::Replay) => super::replay::open(model),
        Some(Command::Compare) => return compare(model),
        Some(Command::Left) => session.view = View::Answers,
        Some(Command::Right) => session.view = View::Timeline,
        Some(Command::Back) if session.view == View::Score => session.view = View::Answers,
        Some(Command::Back) => {
            model.screen = match std::mem::take(&mut session.from) {
                From::Home => return super::home::open(model),
                From::Past(past) => Screen::Past(*past),
                From::Results(results) => Screen::Results(*results),
            };
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

/// Opens a practice beside its reference; says where there is none.
fn compare(model: &mut Model) -> Vec<Effect> {
    let Screen::VisitDetails(session) = &model.screen else { return Vec::new() };
    let (visit, play) = (session.record.visit.clone(), session.record.play.clone());
    let Some(play) = play.filter(|_| visit.is_over()) else {
        model.notice = Some(Notice::Said("practise-no-reveal"));
        return Vec::new();
    };
    let front = std::mem::replace(&mut model.screen, Screen::Home(super::home::Home::default()));
    let from = if let Screen::VisitDetails(session) = front { Some(Box::new(session)) } else { None };
    model.screen = Screen::Reveal(Box::new(RevealScreen::new(visit, play, from)));
    Vec::new()
}
