//! Flat rows for analysts: one for each answer, or one for each visit.
//!
//! Column names never depend on the language. Instants are UTC and end in `Z`; the date, hour and weekday beside them
//! are those of the place.

use super::separated::{Excel, Separated};
use crate::visit::record::{Record, RecordedAnswer, RecordedValue};
use crate::visit::time::Stamp;
use std::io::{self, Write};

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// One for each item that applied, answered or not.
    Answers,
    /// One for each visit.
    Visits,
}

/// What a column holds, in the words of Frictionless Data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A date.
    Date,
    /// An instant, UTC.
    Datetime,
}

/// The columns that every row begins with.
const VISIT: [(&str, Holds); 17] = [
    ("session_id", Holds::String),
    ("kind", Holds::String),
    ("status", Holds::String),
    ("relation", Holds::String),
    ("site_id", Holds::String),
    ("site_name", Holds::String),
    ("site_group", Holds::String),
    ("observer_id", Holds::String),
    ("started_at", Holds::Datetime),
    ("local_date", Holds::Date),
    ("local_hour", Holds::Integer),
    ("iso_weekday", Holds::Integer),
    ("time_zone", Holds::String),
    ("checklist_id", Holds::String),
    ("checklist_version", Holds::String),
    ("checklist_digest", Holds::String),
    ("remark", Holds::String),
];

const ANSWERS: [(&str, Holds); 16] = [
    ("item", Holds::String),
    ("section", Holds::String),
    ("attitude", Holds::String),
    ("behaviour", Holds::String),
    ("type", Holds::String),
    ("value", Holds::String),
    ("weight", Holds::Number),
    ("points", Holds::Number),
    ("possible", Holds::Number),
    ("critical", Holds::Boolean),
    ("first_recorded_at", Holds::Datetime),
    ("recorded_at", Holds::Datetime),
    ("observed_at", Holds::Datetime),
    ("memory_age_ms", Holds::Integer),
    ("elapsed_ms", Holds::Integer),
    ("note", Holds::String),
];

const VISITS: [(&str, Holds); 13] = [
    ("ended_at", Holds::Datetime),
    ("duration_ms", Holds::Integer),
    ("paused_ms", Holds::Integer),
    ("clock_shifts", Holds::Integer),
    ("percent", Holds::Number),
    ("points", Holds::Number),
    ("possible", Holds::Number),
    ("failed_critical", Holds::Integer),
    ("items", Holds::Integer),
    ("unanswered", Holds::Integer),
    ("outcome", Holds::Number),
    ("sealed", Holds::Boolean),
    ("note", Holds::String),
];

impl Table {
    /// Every table.
    pub const ALL: [Self; 2] = [Self::Answers, Self::Visits];

    /// Gives its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Visits => "visits",
        }
    }

    /// Gives its columns, in order.
    pub fn columns(self) -> impl Iterator<Item = (&'static str, Holds)> {
        let own: &[(&str, Holds)] = match self {
            Self::Answers => &ANSWERS,
            Self::Visits => &VISITS,
        };
        VISIT.iter().chain(own).copied()
    }
}

/// Writes the rows of visits, one visit after the other.
pub struct Flat<W: Write> {
    table: Table,
    cells: Separated<W>,
}

impl<W: Write> Flat<W> {
    /// Begins a table.
    ///
    /// # Errors
    /// Where the writer refuses, here and below.
    pub fn begin(table: Table, writer: W, excel: Excel) -> io::Result<Self> {
        let head = table.columns().map(|(name, _)| name);
        Ok(Self { table, cells: Separated::begin(writer, excel, head)? })
    }

    /// Writes a visit; of its rows, those that count.
    ///
    /// # Errors
    /// See [`Flat::begin`].
    pub fn take(&mut self, record: &Record<'_>, counts: impl Fn(&RecordedAnswer<'_>) -> bool) -> io::Result<()> {
        match self.table {
            Table::Answers => {
                for row in record.rows.iter().filter(|row| counts(row)) {
                    self.visit(record)?;
                    self.answer(row)?;
                    self.cells.end_row()?;
                }
                Ok(())
            }
            Table::Visits => {
                self.visit(record)?;
                self.whole_visit(record)?;
                self.cells.end_row()
            }
        }
    }

    /// Ends the table; gives the writer back.
    ///
    /// # Errors
    /// See [`Flat::begin`].
    pub fn finish(self) -> io::Result<W> {
        self.cells.finish()
    }

    fn visit(&mut self, record: &Record<'_>) -> io::Result<()> {
        let cells = &mut self.cells;
        cells.text(&record.id)?;
        cells.text(record.kind.name())?;
        cells.text(if record.complete { "complete" } else { "abandoned" })?;
        cells.text(record.relation.name())?;
        cells.text(&record.site)?;
        cells.text(record.site_name.as_deref().unwrap_or_default())?;
        cells.text(record.group.as_deref().unwrap_or_default())?;
        cells.text(&record.observer)?;
        cells.text(&utc(Some(&record.started_at)))?;
        cells.text(&record.date.to_string())?;
        cells.whole(Some(record.hour.into()))?;
        cells.whole(u64::try_from(record.date.weekday().to_monday_one_offset()).ok())?;
        cells.text(&record.time_zone)?;
        cells.text(&record.checklist)?;
        cells.text(&record.version)?;
        cells.text(&record.digest)?;
        cells.text(record.remark.as_deref().unwrap_or_default())
    }

    fn answer(&mut self, row: &RecordedAnswer<'_>) -> io::Result<()> {
        let cells = &mut self.cells;
        cells.text(&row.item)?;
        cells.text(&row.section)?;
        cells.text(row.attitude.as_deref().unwrap_or_default())?;
        cells.text(row.behaviour.as_deref().unwrap_or_default())?;
        cells.text(&row.response)?;
        match &row.value {
            RecordedValue::Nothing => cells.text("")?,
            RecordedValue::Text(text) => cells.text(text)?,
            RecordedValue::Number(number) => cells.number(Some(*number))?,
            RecordedValue::Many(several) => cells.text(&several.join(" "))?,
        }
        cells.number(Some(row.weight))?;
        cells.number(Some(row.points))?;
        cells.number(Some(row.possible))?;
        cells.text(truth(row.critical))?;
        cells.text(&utc(row.first_recorded_at.as_deref()))?;
        cells.text(&utc(row.recorded_at.as_deref()))?;
        cells.text(&utc(row.observed_at.as_deref()))?;
        cells.whole(memory_age_ms(row))?;
        cells.whole(row.elapsed_ms)?;
        cells.text(row.note.as_deref().unwrap_or_default())
    }

    fn whole_visit(&mut self, record: &Record<'_>) -> io::Result<()> {
        let cells = &mut self.cells;
        let unanswered = record.rows.iter().filter(|row| row.value == RecordedValue::Nothing).count();
        cells.text(&utc(Some(&record.ended_at)))?;
        cells.whole(Some(record.duration_ms))?;
        cells.whole(Some(record.paused_ms))?;
        cells.whole(Some(record.clock_shifts))?;
        cells.number(record.percent)?;
        cells.number(Some(record.points))?;
        cells.number(Some(record.possible))?;
        cells.whole(Some(record.failed_critical as u64))?;
        cells.whole(Some(record.rows.len() as u64))?;
        cells.whole(Some(unanswered as u64))?;
        cells.number(record.outcome)?;
        cells.text(truth(record.sealed))?;
        cells.text(record.note.as_deref().unwrap_or_default())
    }
}

fn truth(holds: bool) -> &'static str {
    if holds { "true" } else { "false" }
}

/// Gives an instant as UTC; empty where there is none, or none that can be read.
fn utc(stamp: Option<&str>) -> String {
    stamp.and_then(Stamp::parse).map(|stamp| stamp.instant().to_string()).unwrap_or_default()
}

/// Gives how much later than observed an answer was recorded; 0 where it was recorded as it was observed.
fn memory_age_ms(row: &RecordedAnswer<'_>) -> Option<u64> {
    let recorded = Stamp::parse(row.recorded_at.as_deref()?)?;
    let observed = row.observed_at.as_deref().and_then(Stamp::parse);
    Some(observed.map_or(0, |observed| u64::try_from(recorded.ms_since(&observed)).unwrap_or(0)))
}
