//! A completed visit as figures need it: the derived fields of its session file, borrowed from the text they were read
//! from.
//!
//! `store` creates records and `analysis` consumes them; neither depends on the other.

use super::checklist::Relation;
use super::event::{Body, Event, Kind, ScenarioRef};
use super::replay::gaps;
use super::score::{percent, share_sums};
use super::time::Stamp;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The fields of a session file that precede its events.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'a> {
    /// The visit's id.
    pub id: Cow<'a, str>,
    /// What the visit was for.
    pub kind: Kind,
    /// Whether it was finished; abandoned or void otherwise.
    pub complete: bool,
    /// Whether it was declared void.
    pub void: bool,
    /// How often it was corrected.
    pub corrections: u32,
    /// Whom the service connects.
    pub relation: Relation,
    /// The site's id.
    pub site: Cow<'a, str>,
    /// The site's name.
    pub site_name: Option<Cow<'a, str>>,
    /// The group that the site belonged to.
    pub group: Option<Cow<'a, str>>,
    /// The observer's id.
    pub observer: Cow<'a, str>,
    /// The observer's name.
    pub observer_name: Option<Cow<'a, str>>,
    /// When it started, RFC 3339.
    pub started_at: Cow<'a, str>,
    /// The date on which it started, in its own zone.
    pub date: Date,
    /// The hour in which it started, in its own zone; from 0 to 23.
    pub hour: u8,
    /// When it was finished or abandoned, RFC 3339.
    pub ended_at: Cow<'a, str>,
    /// The IANA name of the time zone.
    pub time_zone: Cow<'a, str>,
    /// The time from the start to that end, pauses included, in milliseconds.
    pub duration_ms: u64,
    /// The sum of its pauses, in milliseconds.
    pub paused_ms: u64,
    /// How often the wall clock was found shifted.
    pub clock_shifts: u64,
    /// The channel of the visit, or a remark made before it.
    pub remark: Option<Cow<'a, str>>,
    /// The checklist's id.
    pub checklist: Cow<'a, str>,
    /// The checklist's version.
    pub version: Cow<'a, str>,
    /// The checklist's digest.
    pub digest: Cow<'a, str>,
    /// The scenario that was watched, for practice.
    pub scenario: Option<Box<ScenarioRef>>,
    /// The percentage of its score, as [`Record::computed_percent`]; `None` if `possible` is 0.
    pub percent: Option<f64>,
    /// Points earned, weighted.
    pub points: f64,
    /// Points possible, weighted.
    pub possible: f64,
    /// The shares of the score that its sections have, if it is computed from shares.
    pub section_shares: Vec<(Cow<'a, str>, f64)>,
    /// The ids of the critical items that failed, as the file lists them.
    pub failed_critical: Vec<Cow<'a, str>>,
    /// The answers, one for every item that applied, in checklist order.
    pub rows: Vec<RecordedAnswer<'a>>,
    /// The note on the visit.
    pub note: Option<Cow<'a, str>>,
    /// The number answered to the outcome item; `None` if there is no such item or no number.
    pub outcome: Option<f64>,
    /// Whether the file has a seal. `verify` checks whether it is valid.
    pub sealed: bool,
    /// The pauses and marks among its events, if they were requested, could be read, and are not both empty.
    pub pauses_and_marks: Option<Box<PausesAndMarks>>,
}

impl Record<'_> {
    /// Computes the percentage of its score from its points, or from those of its sections and their shares.
    pub fn computed_percent(&self) -> Option<f64> {
        if self.section_shares.is_empty() {
            return percent(self.points, self.possible);
        }
        let mut sections: Vec<(f64, f64, f64)> =
            self.section_shares.iter().map(|(_, share)| (*share, 0.0, 0.0)).collect();
        for row in &self.rows {
            if let Some((_, points, possible)) = self.share_index(row).and_then(|index| sections.get_mut(index)) {
                *points += row.points;
                *possible += row.possible;
            }
        }
        let (earned, whole) = share_sums(sections);
        percent(earned, whole)
    }

    /// Returns the position of a row's section among those that have shares.
    pub fn share_index(&self, row: &RecordedAnswer<'_>) -> Option<usize> {
        self.section_shares.iter().position(|(section, _)| *section == row.section)
    }

    /// Returns the name of its status.
    pub fn status(&self) -> &'static str {
        match (self.complete, self.void) {
            (true, _) => "complete",
            (false, true) => "void",
            (false, false) => "abandoned",
        }
    }
}

/// The pauses and marks among a visit's events. Times are visit times in milliseconds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PausesAndMarks {
    /// The stretches in which nobody observed: pauses, and while the program was not running.
    pub gaps: Vec<(u64, u64)>,
    /// The marks, also those that were undone.
    pub marks: Vec<RecordedMark>,
}

/// A mark of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedMark {
    /// The `seq` of its event.
    pub seq: u64,
    /// The wall-clock time.
    pub at: Stamp,
    /// The visit time.
    pub elapsed_ms: u64,
    pub text: Option<String>,
    /// The item that it is assigned to.
    pub item: Option<String>,
    /// Whether it was undone, and not redone.
    pub undone: bool,
}

impl PausesAndMarks {
    /// Collects the pauses and marks of a visit's events.
    pub fn from_events(events: &[Event]) -> Self {
        Self { gaps: gaps(events).into_iter().map(|gap| (gap.from_ms, gap.to_ms)).collect(), marks: marks(events) }
    }

    /// Returns the part of the time before `before` in which nobody observed, in milliseconds.
    pub fn unobserved_ms(&self, before: u64) -> u64 {
        self.gaps.iter().map(|(from, to)| (*to).min(before).saturating_sub(*from)).fold(0, u64::saturating_add)
    }
}

fn marks(events: &[Event]) -> Vec<RecordedMark> {
    let mut undone = BTreeSet::new();
    for event in events {
        match &event.body {
            Body::Undone { undoes } => _ = undone.insert(*undoes),
            Body::Redone { redoes } => _ = undone.remove(redoes),
            _ => {}
        }
    }
    let mut marks: Vec<RecordedMark> = Vec::new();
    for event in events {
        let (seq, at, elapsed_ms, undone) = (event.seq, event.at, event.elapsed_ms, undone.contains(&event.seq));
        match &event.body {
            Body::Marked { text } => {
                marks.push(RecordedMark { seq, at, elapsed_ms, text: text.clone(), item: None, undone });
            }
            Body::MarkBound { mark, item } if !undone => {
                if let Some(bound) = marks.iter_mut().find(|own| own.seq == *mark) {
                    bound.item = Some(item.clone());
                }
            }
            _ => {}
        }
    }
    marks
}

/// The answer to an item that applied: the fields of an [`AnswerRow`](super::score::AnswerRow), with times in RFC 3339.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedAnswer<'a> {
    pub item: Cow<'a, str>,
    pub section: Cow<'a, str>,
    pub attitude: Option<Cow<'a, str>>,
    /// The behaviour that its item mirrors.
    pub behaviour: Option<Cow<'a, str>>,
    /// Its response type, as checklists name it: `behaviour`, `scale`, `timer`…
    pub response: Cow<'a, str>,
    pub value: RecordedValue<'a>,
    pub weight: f64,
    pub points: f64,
    /// Points possible, weighted; 0 if it does not count in the score.
    pub possible: f64,
    pub critical: bool,
    pub first_recorded_at: Option<Cow<'a, str>>,
    pub recorded_at: Option<Cow<'a, str>>,
    pub observed_at: Option<Cow<'a, str>>,
    pub elapsed_ms: Option<u64>,
    pub note: Option<Cow<'a, str>>,
}

/// The value of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordedValue<'a> {
    /// There is no answer.
    Nothing,
    /// `yes`, an option's id, `not_applicable`, `never`, or free text.
    Text(Cow<'a, str>),
    /// A scale, a tally, a number, or the milliseconds of a timer.
    Number(f64),
    /// The chosen options of a multiple choice.
    Many(Vec<Cow<'a, str>>),
}

impl RecordedValue<'_> {
    /// Returns the name or text, or `None` for other values.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}
