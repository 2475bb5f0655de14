//! The queries of the results screen, the updates they return, and the tabs.

pub use crate::report::Format;

use crate::analysis::{Dimension, Filter, Report};
use crate::store::StoreError;
use crate::visit::record::{Record, RecordedValue};
use crate::visit::{Kind, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A tab of the results; each answers one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Overview,
    Scores,
    Ranking,
    Standing,
    Behaviours,
    Priorities,
    Critical,
    Verbatims,
    Outcomes,
    Answers,
    Distribution,
    Change,
    LastYear,
    Trend,
    Signals,
    Waiting,
    Mirror,
    BlindSpots,
    Drivers,
    Coverage,
    Trust,
}

impl Tab {
    /// All tabs, from left to right.
    pub const ALL: [Self; 21] = [
        Self::Overview,
        Self::Scores,
        Self::Ranking,
        Self::Standing,
        Self::Behaviours,
        Self::Priorities,
        Self::Critical,
        Self::Verbatims,
        Self::Outcomes,
        Self::Answers,
        Self::Distribution,
        Self::Change,
        Self::LastYear,
        Self::Trend,
        Self::Signals,
        Self::Waiting,
        Self::Mirror,
        Self::BlindSpots,
        Self::Drivers,
        Self::Coverage,
        Self::Trust,
    ];

    /// Returns its index from the left.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// A query for the results.
#[derive(Clone, Debug, PartialEq)]
pub enum ResultsQuery {
    /// The figures of the matching visits.
    Figures {
        /// Selects the visits.
        filter: Filter,
        /// The dimension by which figures are split.
        by: Dimension,
    },
    /// The matching visits, with their answers to one point.
    Visits {
        /// Selects the visits.
        filter: Filter,
        /// Selects the answers.
        point: ItemSelector,
    },
}

/// Selects the items of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemSelector {
    /// All items of this behaviour; an item without a behaviour counts as its own.
    Behaviour(String),
    /// The item with this id.
    Item(String),
    /// The critical item with this id, in visits that failed it.
    Failed(String),
}

impl ItemSelector {
    /// Returns whether it selects an item.
    pub fn selects(&self, item: &str, behaviour: Option<&str>) -> bool {
        match self {
            Self::Behaviour(name) => behaviour.unwrap_or(item) == name,
            Self::Item(id) | Self::Failed(id) => item == id,
        }
    }
}

/// An update from a reading.
#[derive(Debug)]
pub enum ResultsUpdate {
    /// Progress only.
    Progress(Progress),
    /// Figures of what was read so far.
    Figures(Box<Figures>, Progress),
    /// All matching visits, newest first.
    Visits(Vec<VisitRow>, Progress),
    /// The reading failed.
    Failed(StoreError),
}

/// The progress of a reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The number of visits read.
    pub visits: u64,
    /// The number of parts read.
    pub done: u64,
    /// The number of parts known.
    pub whole: u64,
    /// Whether the reading is complete.
    pub over: bool,
}

/// Two reports on the same visits: all together, and split by a dimension.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Not split.
    pub all: Arc<Report>,
    /// Split by the dimension of the query.
    pub by: Arc<Report>,
    /// The filter values of all visits, including those that the filter excludes.
    pub values: Arc<FilterValues>,
}

/// The values to choose a filter from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterValues {
    /// Sites, with their names if known.
    pub sites: BTreeMap<String, String>,
    pub groups: BTreeSet<String>,
    /// Observers, with their names if known.
    pub observers: BTreeMap<String, String>,
    pub checklists: BTreeSet<String>,
}

impl FilterValues {
    /// Adds the values of a visit.
    pub fn add(&mut self, record: &Record<'_>) {
        add_name(&mut self.sites, &record.site, record.site_name.as_deref());
        add_name(&mut self.observers, &record.observer, record.observer_name.as_deref());
        insert(&mut self.checklists, &record.checklist);
        if let Some(group) = &record.group {
            insert(&mut self.groups, group);
        }
    }

    /// Returns the name of a site or an observer, if it is known.
    pub fn name(&self, dimension: Dimension, id: &str) -> Option<&str> {
        let names = match dimension {
            Dimension::Site => &self.sites,
            Dimension::Observer => &self.observers,
            _ => return None,
        };
        names.get(id).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// Adds the values of another collection.
    pub fn merge(&mut self, other: Self) {
        merge_names(&mut self.sites, other.sites);
        merge_names(&mut self.observers, other.observers);
        self.groups.extend(other.groups);
        self.checklists.extend(other.checklists);
    }
}

fn add_name(names: &mut BTreeMap<String, String>, id: &str, name: Option<&str>) {
    if names.get(id).is_none_or(|known| known.is_empty() && name.is_some()) {
        names.insert(id.to_owned(), name.unwrap_or_default().to_owned());
    }
}

/// Adds names to others. If an id has several names, the result does not depend on the order of merging.
fn merge_names(names: &mut BTreeMap<String, String>, other: BTreeMap<String, String>) {
    for (id, name) in other {
        match names.get(&id) {
            Some(known) if name.is_empty() || (!known.is_empty() && *known <= name) => {}
            _ => drop(names.insert(id, name)),
        }
    }
}

fn insert(names: &mut BTreeSet<String>, name: &str) {
    if !names.contains(name) {
        names.insert(name.to_owned());
    }
}

/// A visit in a list, with its answer to the selected point.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitRow {
    /// The visit's id.
    pub id: String,
    /// When it started.
    pub started_at: Stamp,
    /// What it was for.
    pub kind: Kind,
    /// The name of the site, in a list of several sites.
    pub site: Option<String>,
    /// Who observed.
    pub observer: String,
    /// The answer; `None` if no selected item applied.
    pub answer: Option<RecordedValue<'static>>,
    /// The type of the item's response.
    pub response: String,
    /// The note on the answer.
    pub note: Option<String>,
}

impl VisitRow {
    /// Creates the row of a visit; returns `None` if its start time cannot be parsed, or if it did not fail the item that
    /// is selected for that.
    pub fn from_record(record: &Record<'_>, point: &ItemSelector) -> Option<Self> {
        let row = record.rows.iter().find(|row| point.selects(&row.item, row.behaviour.as_deref()));
        let failed = matches!(point, ItemSelector::Failed(_));
        if failed && row.is_none_or(|row| !record.failed_critical.contains(&row.item)) {
            return None;
        }
        Some(Self {
            id: record.id.to_string(),
            site: failed.then(|| record.site_name.as_deref().unwrap_or(&record.site).to_owned()),
            started_at: Stamp::parse(&record.started_at)?,
            kind: record.kind,
            observer: record.observer_name.as_deref().unwrap_or(&record.observer).to_owned(),
            answer: row.map(|row| owned(&row.value)),
            response: row.map(|row| row.response.to_string()).unwrap_or_default(),
            note: row.and_then(|row| Some(row.note.as_deref()?.chars().take(MAX_NOTE_CHARS).collect())),
        })
    }
}

/// The most characters of a note that a list keeps.
const MAX_NOTE_CHARS: usize = 200;

fn owned(given: &RecordedValue<'_>) -> RecordedValue<'static> {
    match given {
        RecordedValue::Nothing => RecordedValue::Nothing,
        RecordedValue::Text(text) => RecordedValue::Text(text.chars().take(MAX_NOTE_CHARS).collect::<String>().into()),
        RecordedValue::Number(number) => RecordedValue::Number(*number),
        RecordedValue::Many(texts) => RecordedValue::Many(texts.iter().map(|text| text.to_string().into()).collect()),
    }
}

/// Figures to export to a file.
#[derive(Clone, Debug)]
pub struct Export {
    pub report: Arc<Report>,
    pub format: Format,
    /// The id of what the figures are about, for the file's name.
    pub subject: String,
}
