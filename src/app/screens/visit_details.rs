//! A visit with its answers, its timeline and an explanation of its score.

use crate::app::begin_visit::notify_if_unsaved;
use crate::app::effect::ExportSubject;
use crate::app::effect::ScenarioSource;
use crate::app::loaded_data::LoadedVisit;
use crate::app::outcome::CorrectionPurpose;
use crate::app::prelude::*;
use crate::store::DocumentError;
use crate::store::no_scenario::NoScenario;
use crate::visit::Status;
use crate::visit::changes::{Correction, corrections};
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
    /// What was corrected.
    pub corrections: Vec<Correction>,
    /// The cursor in the corrections.
    pub changes: ListCursor,
    /// Whether it is asked if a scenario is to be made of the visit.
    pub confirming: bool,
}

/// The views of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailsView {
    Answers,
    Timeline,
    /// What was corrected; only of a visit that was.
    Corrections,
    Score,
}

impl VisitDetails {
    /// Creates the screen with a row of the answers selected.
    pub fn new(record: Arc<LoadedVisit>, at: usize) -> Self {
        let corrections = corrections(&record.visit);
        Self {
            record,
            corrections,
            changes: ListCursor::default(),
            view: DetailsView::Answers,
            answers: ListCursor::at(at),
            timeline: ListCursor::default(),
            score: ListCursor::default(),
            confirming: false,
        }
    }

    /// Opens the form before a correction of the visit.
    fn correct(&self, shared: &mut Shared, purpose: CorrectionPurpose) -> Outcome {
        let Some(path) = self.record.path.clone().filter(|_| self.record.visit.is_over()) else {
            shared.notify("refusal-not-in-correction");
            return Outcome::default();
        };
        if purpose == CorrectionPurpose::DeclareVoid && self.record.visit.state().status() == Status::Void {
            shared.notice = Some(Notice::With(DocumentError::AlreadyVoid.message()));
            return Outcome::default();
        }
        if notify_if_unsaved(shared) {
            return Outcome::default();
        }
        Go::Push(Destination::Correction { path, purpose }).into()
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

    /// Returns why no scenario can be made of the visit; `None` if one can.
    pub fn no_scenario(&self) -> Option<NoScenario> {
        let unsaved = self.record.path.is_none().then_some(NoScenario::NotFinished);
        NoScenario::of(&self.record.visit).or(unsaved)
    }

    /// Handles a key press while it is asked if a scenario is to be made of the visit.
    fn confirm(&mut self, shared: &Shared, press: KeyPress) -> Outcome {
        let answer = shared.keymap.command(Context::Confirm, press);
        self.confirming = !matches!(answer, Some(Command::Accept | Command::Refuse));
        let path = self.record.path.clone().filter(|_| answer == Some(Command::Accept));
        path.map(|path| Read::MakeScenario(ScenarioSource::Visit(path)).into()).unwrap_or_default()
    }

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
            _ => Go::Push(Destination::Export(ExportSubject::Visit(path.clone()))).into(),
        }
    }
}

/// Returns the number of rows of the list of corrections: one for each correction, and one for each change.
pub fn change_rows(corrections: &[Correction]) -> usize {
    corrections.iter().map(|correction| 1 + correction.changes.len()).sum()
}

impl Interactive for VisitDetails {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if self.confirming {
            return self.confirm(shared, press);
        }
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
            Some(Command::New) => match self.no_scenario() {
                Some(why) => shared.notify(why.message().0),
                None => self.confirming = true,
            },
            Some(Command::Correct) => return self.correct(shared, CorrectionPurpose::Correct),
            Some(Command::DeclareVoid) => return self.correct(shared, CorrectionPurpose::DeclareVoid),
            Some(Command::Left) if self.view == DetailsView::Corrections => self.view = DetailsView::Timeline,
            Some(command @ (Command::Export | Command::CopyPath | Command::OpenFolder)) => {
                return self.use_file(shared, command);
            }
            Some(Command::Left) => self.view = DetailsView::Answers,
            Some(Command::Right) if self.view != DetailsView::Answers && !self.corrections.is_empty() => {
                self.view = DetailsView::Corrections;
            }
            Some(Command::Right) => self.view = DetailsView::Timeline,
            Some(Command::Back) if self.view == DetailsView::Score => self.view = DetailsView::Answers,
            Some(Command::Back) => return Go::Pop.into(),
            Some(command) => {
                let visit = &self.record.visit;
                match self.view {
                    DetailsView::Answers => self.answers.go(command, visit.applicable_items().count()),
                    DetailsView::Timeline => self.timeline.go(command, visit.events().len()),
                    DetailsView::Corrections => self.changes.go(command, change_rows(&self.corrections)),
                    DetailsView::Score => self.score.go(command, visit.applicable_items().count()),
                }
            }
            None => {}
        }
        Outcome::default()
    }

    fn context(&self) -> Context {
        if self.confirming { Context::Confirm } else { Context::Session }
    }
}
