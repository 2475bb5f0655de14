//! What the screen of results asks to have read, what comes of it, and the questions it is shown under.

pub use crate::report::Format;

use crate::analysis::{Dimension, Filter, Report};
use crate::store::StoreError;
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use crate::visit::{Kind, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tab {
    #[default]
    Overview,
    Scores,
    Ranking,
    Behaviours,
    Change,
    Signals,
    Waiting,
    Mirror,
    BlindSpots,
    Drivers,
    Trust,
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 11] = [
        Self::Overview,
        Self::Scores,
        Self::Ranking,
        Self::Behaviours,
        Self::Change,
        Self::Signals,
        Self::Waiting,
        Self::Mirror,
        Self::BlindSpots,
        Self::Drivers,
        Self::Trust,
    ];

    /// Returns its place from the left.
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0)
    }

    /// Returns the one beside it, in a ring.
    #[must_use]
    pub fn beside(self, by: isize) -> Self {
        let to = (self.place() + Self::ALL.len()).saturating_add_signed(by) % Self::ALL.len();
        Self::ALL.get(to).copied().unwrap_or(self)
    }
}

/// What is to be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// The figures of the visits that fit.
    Figures {
        /// Which visits.
        filter: Filter,
        /// By what scores are told apart.
        by: Dimension,
    },
    /// The visits that fit, with their answers to one point.
    Visits {
        /// Which visits.
        filter: Filter,
        /// Which point.
        point: Point,
    },
}

/// A point that visits have an answer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    /// Every item of this behaviour; an item without one is its own.
    Behaviour(String),
    /// The item of this id.
    Item(String),
}

impl Point {
    /// Returns whether it covers an item.
    #[must_use]
    pub fn is(&self, item: &str, behaviour: Option<&str>) -> bool {
        match self {
            Self::Behaviour(name) => behaviour.unwrap_or(item) == name,
            Self::Item(id) => item == id,
        }
    }
}

/// What has come of a reading.
#[derive(Debug)]
pub enum ResultsUpdate {
    /// Only how far it is.
    Progress(Progress),
    /// Figures of what was read so far.
    Figures(Box<Figures>, Progress),
    /// All visits that fit the question, the newest first.
    Visits(Vec<VisitRow>, Progress),
    /// It did not work.
    Failed(StoreError),
}

/// How far a reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Visits read.
    pub visits: u64,
    /// Parts done.
    pub done: u64,
    /// Parts known.
    pub whole: u64,
    /// Whether there is no more to come.
    pub over: bool,
}

/// Figures twice: those of everything together, and those told apart.
#[derive(Clone, Debug)]
pub struct Figures {
    /// By nothing.
    pub all: Arc<Report>,
    /// By the dimension of the question.
    pub by: Arc<Report>,
    /// What all visits name, those too that the filter leaves out.
    pub met: Arc<FilterValues>,
}

/// What visits name: the values to choose a filter from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterValues {
    /// Sites, with a name where one is given.
    pub sites: BTreeMap<String, String>,
    /// Groups.
    pub groups: BTreeSet<String>,
    /// Observers.
    pub observers: BTreeSet<String>,
    /// Checklists.
    pub checklists: BTreeSet<String>,
}

impl FilterValues {
    /// Adds what a visit names.
    pub fn add(&mut self, record: &Record<'_>) {
        if self.sites.get(&*record.site).is_none_or(|name| name.is_empty() && record.site_name.is_some()) {
            let name = record.site_name.as_deref().unwrap_or_default();
            self.sites.insert(record.site.to_string(), name.to_owned());
        }
        insert(&mut self.observers, &record.observer);
        insert(&mut self.checklists, &record.checklist);
        if let Some(group) = &record.group {
            insert(&mut self.groups, group);
        }
    }

    /// Adds what another has met.
    pub fn merge(&mut self, other: Self) {
        for (site, name) in other.sites {
            match self.sites.get(&site) {
                // Of several names, whoever met them: always the same one.
                Some(known) if name.is_empty() || (!known.is_empty() && *known <= name) => {}
                _ => drop(self.sites.insert(site, name)),
            }
        }
        self.groups.extend(other.groups);
        self.observers.extend(other.observers);
        self.checklists.extend(other.checklists);
    }
}

fn insert(names: &mut BTreeSet<String>, name: &str) {
    if !names.contains(name) {
        names.insert(name.to_owned());
    }
}

/// One visit of a list, with its answer to the point that the list is of.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitRow {
    /// The visit's id.
    pub id: String,
    /// When it started.
    pub started_at: Stamp,
    /// What it was for.
    pub kind: Kind,
    /// Who observed.
    pub observer: String,
    /// The site, as people call it.
    pub site: String,
    /// The answer; `None` where the point did not apply.
    pub answer: Option<RecordedValue<'static>>,
    /// The type of the item's response.
    pub response: String,
    /// The note on it.
    pub note: Option<String>,
}

impl VisitRow {
    /// Makes the row of a visit; `None` where its time cannot be read.
    #[must_use]
    pub fn of(record: &Record<'_>, point: &Point) -> Option<Self> {
        let row = record.rows.iter().find(|row| point.is(&row.item, row.behaviour.as_deref()));
        Some(Self {
            id: record.id.to_string(),
            started_at: Stamp::parse(&record.started_at)?,
            kind: record.kind,
            observer: record.observer.to_string(),
            site: record.site_name.as_deref().unwrap_or(&record.site).to_owned(),
            answer: row.map(|row| owned(&row.value)),
            response: row.map(|row| row.response.to_string()).unwrap_or_default(),
            note: row.and_then(note),
        })
    }
}

/// How much of a note a list keeps, in letters.
const NOTE: usize = 200;

fn note(row: &RecordedAnswer<'_>) -> Option<String> {
    row.note.as_deref().map(|note| note.chars().take(NOTE).collect())
}

fn owned(given: &RecordedValue<'_>) -> RecordedValue<'static> {
    match given {
        RecordedValue::Nothing => RecordedValue::Nothing,
        RecordedValue::Text(text) => RecordedValue::Text(text.chars().take(NOTE).collect::<String>().into()),
        RecordedValue::Number(number) => RecordedValue::Number(*number),
        RecordedValue::Many(texts) => RecordedValue::Many(texts.iter().map(|text| text.to_string().into()).collect()),
    }
}

/// Figures to be written into a file.
#[derive(Clone, Debug)]
pub struct Export {
    /// The figures.
    pub report: Arc<Report>,
    /// How.
    pub format: Format,
    /// What the figures are of, as an id: it goes into the file's name.
    pub of: String,
}
