//! A visit to look at: its answers, its timeline, its score explained.

use crate::app::interactive::Interactive;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::outcome::{Destination, Go, Outcome};
use crate::app::payload::Record;
use crate::app::shared::Shared;
use crate::visit::Moment;
use crate::visit::replay::Order;
use std::sync::Arc;

/// A visit to look at.
#[derive(Debug)]
pub struct VisitDetails {
    /// The visit.
    pub record: Arc<Record>,
    /// What is in front.
    pub view: View,
    /// The cursor of the answers.
    pub answers: ListCursor,
    /// The cursor of the timeline.
    pub timeline: ListCursor,
    /// The cursor of the explanation.
    pub score: ListCursor,
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

impl VisitDetails {
    /// Opens on a row of the answers.
    #[must_use]
    pub fn new(record: Arc<Record>, at: usize) -> Self {
        Self {
            record,
            view: View::Answers,
            answers: ListCursor::at(at),
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
    /// Opens a practice beside its reference; says where there is none.
    fn compare(&self, shared: &mut Shared) -> Outcome {
        let visit = &self.record.visit;
        let Some(play) = self.record.play.as_ref().filter(|_| visit.is_over()) else {
            shared.notify("practise-no-reveal");
            return Outcome::default();
        };
        Go::Push(Destination::Reveal(Box::new(visit.clone()), Box::new(play.clone()))).into()
    }
}

impl Interactive for VisitDetails {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let own = shared.keymap.command(Context::Session, press);
        match own.or_else(|| shared.keymap.command(Context::List, press)) {
            Some(Command::Explain) if !self.record.visit.is_over() && !shared.settings.show_score => {}
            Some(Command::Explain) => {
                self.view = if self.view == View::Score { View::Answers } else { View::Score };
            }
            Some(Command::Replay) => {
                let record = Arc::clone(&self.record);
                return Go::Push(Destination::Replay { record, order: Order::default(), speed: 1.0 }).into();
            }
            Some(Command::Compare) => return self.compare(shared),
            Some(Command::Left) => self.view = View::Answers,
            Some(Command::Right) => self.view = View::Timeline,
            Some(Command::Back) if self.view == View::Score => self.view = View::Answers,
            Some(Command::Back) => return Go::Pop.into(),
            Some(command) => {
                let len = self.len();
                let cursor = match self.view {
                    View::Answers => &mut self.answers,
                    View::Timeline => &mut self.timeline,
                    View::Score => &mut self.score,
                };
                cursor.go(command, len);
            }
            None => {}
        }
        Outcome::default()
    }

    fn context(&self) -> Context {
        Context::Session
    }
}
