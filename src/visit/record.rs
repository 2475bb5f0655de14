//! A visit that is over, as figures need it: the derived fields of its file, borrowed from where they were read.
//!
//! Whoever reads files makes them; whoever makes figures takes them. Neither needs the other's module.

use super::checklist::Relation;
use super::event::{Body, Event, Kind, ScenarioRef};
use super::replay::gaps;
use super::time::Stamp;
use jiff::civil::Date;
use std::borrow::Cow;

/// What a session file says before its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'a> {
    /// The visit's id.
    pub id: Cow<'a, str>,
    /// What the visit was for.
    pub kind: Kind,
    /// Whether it was brought to its end; given up otherwise.
    pub complete: bool,
    /// Between whom the service passed.
    pub relation: Relation,
    /// The site's id.
    pub site: Cow<'a, str>,
    /// The site's name.
    pub site_name: Option<Cow<'a, str>>,
    /// The group that the site was in.
    pub group: Option<Cow<'a, str>>,
    /// The observer's id.
    pub observer: Cow<'a, str>,
    /// When it started, RFC 3339.
    pub started_at: Cow<'a, str>,
    /// The date on which it started, in its own zone.
    pub date: Date,
    /// The hour in which it started, in its own zone; from 0 to 23.
    pub hour: u8,
    /// When its last event was recorded, RFC 3339.
    pub ended_at: Cow<'a, str>,
    /// The zone's IANA name.
    pub time_zone: Cow<'a, str>,
    /// From the first event to the last, pauses included, in milliseconds.
    pub duration_ms: u64,
    /// The sum of its pauses, in milliseconds.
    pub paused_ms: u64,
    /// How often the wall clock was found shifted.
    pub clock_shifts: u64,
    /// Channel or remark, made before the visit.
    pub remark: Option<Cow<'a, str>>,
    /// The checklist's id.
    pub checklist: Cow<'a, str>,
    /// The checklist's version.
    pub version: Cow<'a, str>,
    /// The checklist's digest.
    pub digest: Cow<'a, str>,
    /// The scenario that was watched, in practice.
    pub scenario: Option<Box<ScenarioRef>>,
    /// `100 * points / possible`; `None` where `possible` is 0.
    pub percent: Option<f64>,
    /// Points earned, weighted.
    pub points: f64,
    /// Points possible, weighted.
    pub possible: f64,
    /// How many critical items failed.
    pub failed_critical: usize,
    /// A row for every item that applied, in checklist order.
    pub rows: Vec<Row<'a>>,
    /// The visit's page of notes.
    pub note: Option<Cow<'a, str>>,
    /// The number given to the outcome item; `None` where it is not there, or no number.
    pub outcome: Option<f64>,
    /// Whether the file carries a seal. Whether it fits is `verify`'s to say.
    pub sealed: bool,
    /// What its events tell of its time, where that was asked for, could be read, and is more than the fields here tell.
    pub course: Option<Box<Course>>,
}

/// What the events of a visit tell of its time. Times are those of the visit's clock, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Since when and until when nobody observed: pauses, and while the program was not running.
    pub gaps: Vec<(u64, u64)>,
    /// The marks, as the wall clock had them and as the visit's clock had them.
    pub marks: Vec<(Stamp, u64)>,
}

impl Course {
    /// Takes it from events.
    #[must_use]
    pub fn of(events: &[Event]) -> Self {
        let marks = events.iter().filter(|event| matches!(event.body, Body::Marked { .. }));
        Self {
            gaps: gaps(events).into_iter().map(|gap| (gap.from_ms, gap.to_ms)).collect(),
            marks: marks.map(|event| (event.at, event.elapsed_ms)).collect(),
        }
    }

    /// Gives how long nobody observed before a time.
    #[must_use]
    pub fn still_ms(&self, before: u64) -> u64 {
        self.gaps.iter().map(|(from, to)| (*to).min(before).saturating_sub(*from)).fold(0, u64::saturating_add)
    }
}

/// An item that applied, and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The item's id.
    pub item: Cow<'a, str>,
    /// Its section's id.
    pub section: Cow<'a, str>,
    /// Its section's attitude.
    pub attitude: Option<Cow<'a, str>>,
    /// The behaviour that it mirrors.
    pub behaviour: Option<Cow<'a, str>>,
    /// Its response type, as the checklist names it: `behaviour`, `scale`, `timer`…
    pub response: Cow<'a, str>,
    /// The answer that stands.
    pub value: Given<'a>,
    /// The item's weight.
    pub weight: f64,
    /// Points earned, weighted.
    pub points: f64,
    /// Points possible, weighted; 0 where the row left the score.
    pub possible: f64,
    /// Whether a failure here fails the visit.
    pub critical: bool,
    /// When the item's first answer was recorded, RFC 3339.
    pub first_recorded_at: Option<Cow<'a, str>>,
    /// When the answer that stands was recorded, RFC 3339.
    pub recorded_at: Option<Cow<'a, str>>,
    /// When it was observed, where that was earlier, RFC 3339.
    pub observed_at: Option<Cow<'a, str>>,
    /// How long after the start it was recorded, in milliseconds.
    pub elapsed_ms: Option<u64>,
    /// The note.
    pub note: Option<Cow<'a, str>>,
}

/// The value of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Given<'a> {
    /// There is none.
    Nothing,
    /// `yes`, an option's id, `not_applicable`, `never`, or free text.
    Text(Cow<'a, str>),
    /// A scale, a tally, a number, milliseconds of a timer.
    Number(f64),
    /// Options of a multiple choice.
    Many(Vec<Cow<'a, str>>),
}

impl Given<'_> {
    /// Gives the name or text, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}
