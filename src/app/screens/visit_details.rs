//! A visit with its answers, its timeline and an explanation of its score.

use crate::app::loaded_data::LoadedVisit;
use crate::app::prelude::*;
use crate::visit::replay::Order;
use std::sync::Arc;

/// The details of a visit.
#[derive(Debug)]
pub struct VisitDetails {
    pub record: Arc<LoadedVisit>,
    /// The current view.
    pub view: DetailsView,
    /// The cursor in the answers.
    pub answers: ListCursor,
    /// The cursor in the timeline.
    pub timeline: ListCursor,
    /// The cursor in the explanation of the score.
    pub score: ListCursor,
}

/// The views of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailsView {
    Answers,
    Timeline,
    Score,
}

impl VisitDetails {
    /// Creates the screen with a row of the answers selected.
    pub fn new(record: Arc<LoadedVisit>, at: usize) -> Self {
        Self {
            record,
            view: DetailsView::Answers,
            answers: ListCursor::at(at),
            timeline: ListCursor::default(),
            score: ListCursor::default(),
        }
    }

    /// Opens the comparison with the reference answers, or notifies the user if there are none.
    fn compare(&self, shared: &mut Shared) -> Outcome {
        let visit = &self.record.visit;
        let Some(play) = self.record.play.as_ref().filter(|_| visit.is_over()) else {
            shared.notify("practise-no-reveal");
            return Outcome::default();
        };
        Go::Push(Destination::Debrief(Box::new(visit.clone()), Box::new(play.clone()))).into()
    }
}

impl VisitDetails {
    /// Writes the visit to a new file, copies the path of its own, or opens the folder of that; a visit under way has none.
    fn use_file(&self, shared: &mut Shared, command: Command) -> Outcome {
        let Some(path) = &self.record.path else {
            shared.notify("app-notice-no-file");
            return Outcome::default();
        };
        let shown = path.display().to_string();
        match command {
            Command::CopyPath => {
                shared.notice = Some(Notice::With(("app-notice-path-copied", vec![("path", shown.clone())])));
                Effect::Copy(shown).into()
            }
            Command::OpenFolder => path.parent().map(|folder| Effect::OpenFolder(folder.to_owned())).into(),
            _ => Go::Push(Destination::ExportVisit(path.clone())).into(),
        }
    }
}

impl Interactive for VisitDetails {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let own = shared.keymap.command(Context::Session, press);
        match own.or_else(|| shared.keymap.command(Context::List, press)) {
            Some(Command::Explain) if !self.record.visit.is_over() && !shared.settings.show_score => {}
            Some(Command::Explain) => {
                self.view = if self.view == DetailsView::Score { DetailsView::Answers } else { DetailsView::Score };
            }
            Some(Command::Replay) => {
                let record = Arc::clone(&self.record);
                return Go::Push(Destination::Replay { record, order: Order::default(), speed: 1.0 }).into();
            }
            Some(Command::Compare) => return self.compare(shared),
            Some(command @ (Command::Export | Command::CopyPath | Command::OpenFolder)) => {
                return self.use_file(shared, command);
            }
            Some(Command::Left) => self.view = DetailsView::Answers,
            Some(Command::Right) => self.view = DetailsView::Timeline,
            Some(Command::Back) if self.view == DetailsView::Score => self.view = DetailsView::Answers,
            Some(Command::Back) => return Go::Pop.into(),
            Some(command) => {
                let visit = &self.record.visit;
                match self.view {
                    DetailsView::Answers => self.answers.go(command, visit.applicable_items().count()),
                    DetailsView::Timeline => self.timeline.go(command, visit.events().len()),
                    DetailsView::Score => self.score.go(command, visit.applicable_items().count()),
                }
            }
            None => {}
        }
        Outcome::default()
    }

    fn context(&self) -> Context {
        Context::Session
    }
}
