//! What a screen returns: effects, and where to go. Destinations are data, so that no screen refers to another.

use super::editor_start::EditorStart;
use super::effect::{Effect, ExportSubject};
use super::keymap::Context;
use super::loaded_data::LoadedVisit;
use super::visit_facts::VisitFact;
use crate::store::scenarios::Staged;
use crate::visit::replay::Order;
use crate::visit::{Definition, Kind, Playback, Visit};
use std::path::PathBuf;
use std::sync::Arc;

/// The outcome of a key press, click or paste.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The effects to carry out, in order, before navigating.
    pub effects: Vec<Effect>,
    /// The navigation step.
    pub go: Option<Go>,
}

/// A step in the stack of screens.
#[derive(Debug)]
pub enum Go {
    /// Opens a screen over the front one.
    Push(Destination),
    /// Closes all screens, and opens a screen over the menus that lead to it.
    Replace(Destination),
    /// Closes the front screen.
    Pop,
}

/// A screen to open, with its parameters.
#[derive(Debug)]
pub enum Destination {
    /// The form before a correction of a past visit.
    Correction { path: PathBuf, purpose: CorrectionPurpose },
    /// The form for a new visit.
    NewVisit(Box<VisitPreset>),
    /// The visit under way, on something left to do, and from there back to the review; `None` opens the note that was
    /// being typed, or else the first item without an answer.
    Visit(Option<ReviewTask>),
    /// The cover page for notes, during a visit.
    CoverNotes,
    /// The review before the end of a visit.
    Review,
    /// A fact about the visit under way, to be changed.
    EditFact(VisitFact),
    /// The end of a visit.
    Finished,
    /// Past visits.
    Past {
        /// Whether the selected one is played back.
        replays: bool,
    },
    /// The choice of what something is written as and where.
    Export(ExportSubject),
    /// The choice of a file to import a checklist from.
    ImportChecklist,
    /// The replay of a visit.
    Replay {
        record: Arc<LoadedVisit>,
        order: Order,
        /// The speed relative to the visit.
        speed: f64,
    },
    /// The comparison of a finished practice visit with its reference answers.
    Debrief(Box<Visit>, Box<Playback>),
    /// The results.
    Results,
    /// The checklists, to read.
    Checklists,
    /// The editor of a checklist.
    ChecklistEditor(EditorStart),
    /// The training menu.
    Training,
    /// The presentation of a checklist to a class; `None` selects it first.
    Present(Option<Arc<Definition>>),
    /// Calibration of a class from these files and folders; `None` selects them first.
    Class(Option<Vec<PathBuf>>),
    /// The scenarios to practise on.
    Scenarios {
        /// A scenario to practise; `None` lists all of them.
        staged: Option<Box<Staged>>,
        /// Seconds of the script per real second.
        speed: f64,
    },
    /// The settings.
    Settings,
    /// The known sites and observers.
    Names,
    /// The list of keys, those of a context first.
    Help(Context),
}

/// Something left to do before a visit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewTask {
    /// An item without an answer.
    Unanswered(usize),
    /// An item whose answer requires a note.
    NoteMissing(usize),
    /// A mark that is not assigned to an item, by its `seq`.
    LooseMark(u64),
}

/// Values that are known before the form for a new visit opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitPreset {
    /// The checklist's id.
    pub checklist: Option<String>,
    /// What the visit is for; `None` leaves it to the form.
    pub kind: Option<Kind>,
    /// The site, as typed.
    pub site: Option<String>,
    /// The observer, as typed.
    pub observer: Option<String>,
}

impl VisitPreset {
    /// Returns whether the visit can begin without the form.
    pub fn is_complete(&self) -> bool {
        self.checklist.is_some() && self.site.is_some() && self.observer.is_some()
    }
}

impl Outcome {
    /// Sets the navigation step.
    #[must_use]
    pub fn and_go(self, go: Go) -> Self {
        Self { go: Some(go), ..self }
    }
}

impl From<Vec<Effect>> for Outcome {
    fn from(effects: Vec<Effect>) -> Self {
        Self { effects, go: None }
    }
}

impl From<Option<Effect>> for Outcome {
    fn from(effect: Option<Effect>) -> Self {
        effect.into_iter().collect::<Vec<_>>().into()
    }
}

impl<E: Into<Effect>> From<E> for Outcome {
    fn from(effect: E) -> Self {
        vec![effect.into()].into()
    }
}

impl From<Go> for Outcome {
    fn from(go: Go) -> Self {
        Self { effects: Vec::new(), go: Some(go) }
    }
}

/// What follows the form before a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionPurpose {
    /// The visit is opened and can be changed.
    Correct,
    /// The visit is declared void.
    DeclareVoid,
}
