//! What a screen answers with: effects, and where to go. Destinations are data, so that no screen names another.

use super::effect::Effect;
use super::payload::Record;
use crate::store::scenarios::Staged;
use crate::visit::replay::Order;
use crate::visit::{Definition, Kind, Playback, Visit};
use std::path::PathBuf;
use std::sync::Arc;

/// What comes of a key, a click or a paste.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is to be done, in this order, before the way on.
    pub effects: Vec<Effect>,
    /// Where to go.
    pub go: Option<Go>,
}

/// A step among the screens.
#[derive(Debug)]
pub enum Go {
    /// Opens a screen over the one in front.
    Push(Destination),
    /// Opens a screen in the place that the menus give it, over the first screen, instead of all that is open.
    Replace(Destination),
    /// Closes the screen in front.
    Pop,
}

/// A screen to open, with what it needs to know.
#[derive(Debug)]
pub enum Destination {
    /// What must be known before the clock starts.
    NewVisit(Box<VisitPreset>),
    /// The visit under way.
    Visit(VisitStart),
    /// The page of plain notes, where a visit is under way.
    CoverNotes,
    /// What is left before the end.
    Review,
    /// The end of a visit.
    Finished,
    /// Past visits.
    Past {
        /// Whether the one chosen is played back.
        replays: bool,
    },
    /// A visit, played back.
    Replay {
        /// The visit.
        record: Arc<Record>,
        /// In which order.
        order: Order,
        /// How many times faster than it was.
        speed: f64,
    },
    /// A practice that is over, beside its reference.
    Reveal(Box<Visit>, Box<Playback>),
    /// The results.
    Results,
    /// The checklists, to read.
    Checklists,
    /// What is for practice.
    Training,
    /// A checklist in front of a class; without one, the choice of it.
    Present(Option<Arc<Definition>>),
    /// Calibration in class, on these files and folders; without them, the choice of where to read.
    Class(Option<Vec<PathBuf>>),
    /// The scenarios to practise on.
    Practise {
        /// The only one to choose from.
        staged: Option<Box<Staged>>,
        /// How fast its script goes by.
        speed: f64,
    },
    /// The settings.
    Settings,
    /// All the keys.
    Help,
}

/// Where the visit's screen opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VisitStart {
    /// On the first item without an answer, or on the note that was being typed.
    #[default]
    FirstOpen,
    /// On an item, to come back to the review after it.
    Item(usize),
    /// On the note of an item, to come back to the review after it.
    Note(usize),
    /// On the choice of an item for a mark, by its event's number, to come back to the review after it.
    Mark(u64),
}

/// What is known of a new visit before its form opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitPreset {
    /// The checklist's id.
    pub checklist: Option<String>,
    /// What the visit is for.
    pub kind: Kind,
    /// The site, as it was typed.
    pub site: Option<String>,
    /// The observer, as it was typed.
    pub observer: Option<String>,
}

impl VisitPreset {
    /// Returns whether the visit can begin without the form.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.checklist.is_some() && self.site.is_some() && self.observer.is_some()
    }
}

impl Outcome {
    /// Adds a way to go.
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
