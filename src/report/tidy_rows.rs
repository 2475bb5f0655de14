//! Visits as tidy CSV rows for analysts: one row per answer, per visit, or per mark.
//!
//! Column names do not depend on the language. Instants are in UTC and end in `Z`; date, hour and weekday are local to
//! the visit.

use super::csv_writer::{CsvWriter, Excel};
use crate::visit::record::{Record, RecordedAnswer, RecordedMark, RecordedValue};
use crate::visit::time::Stamp;
use std::io::{self, Write};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// An item that applied to the visit, answered or not.
    Answers,
    /// A visit.
    Visits,
    /// A mark of a visit, unless it was undone.
    Marks,
}

/// The field types of Frictionless Data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
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
    /// An instant in UTC.
    Datetime,
}

/// The first columns of either kind.
const COMMON_COLUMNS: [(&str, ColumnType); 18] = [
    ("session_id", ColumnType::String),
    ("kind", ColumnType::String),
    ("status", ColumnType::String),
    ("relation", ColumnType::String),
    ("site_id", ColumnType::String),
    ("site_name", ColumnType::String),
    ("site_group", ColumnType::String),
    ("observer_id", ColumnType::String),
    ("observer_name", ColumnType::String),
    ("started_at", ColumnType::Datetime),
    ("local_date", ColumnType::Date),
    ("local_hour", ColumnType::Integer),
    ("iso_weekday", ColumnType::Integer),
    ("time_zone", ColumnType::String),
    ("checklist_id", ColumnType::String),
    ("checklist_version", ColumnType::String),
    ("checklist_digest", ColumnType::String),
    ("remark", ColumnType::String),
];

const ANSWER_COLUMNS: [(&str, ColumnType); 16] = [
    ("item", ColumnType::String),
    ("section", ColumnType::String),
    ("attitude", ColumnType::String),
    ("behaviour", ColumnType::String),
    ("type", ColumnType::String),
    ("value", ColumnType::String),
    ("weight", ColumnType::Number),
    ("points", ColumnType::Number),
    ("possible", ColumnType::Number),
    ("critical", ColumnType::Boolean),
    ("first_recorded_at", ColumnType::Datetime),
    ("recorded_at", ColumnType::Datetime),
    ("observed_at", ColumnType::Datetime),
    ("memory_age_ms", ColumnType::Integer),
    ("elapsed_ms", ColumnType::Integer),
    ("note", ColumnType::String),
];

const VISIT_COLUMNS: [(&str, ColumnType); 13] = [
    ("ended_at", ColumnType::Datetime),
    ("duration_ms", ColumnType::Integer),
    ("paused_ms", ColumnType::Integer),
    ("clock_shifts", ColumnType::Integer),
    ("percent", ColumnType::Number),
    ("points", ColumnType::Number),
    ("possible", ColumnType::Number),
    ("failed_critical", ColumnType::Integer),
    ("items", ColumnType::Integer),
    ("unanswered", ColumnType::Integer),
    ("outcome", ColumnType::Number),
    ("sealed", ColumnType::Boolean),
    ("note", ColumnType::String),
];

const MARK_COLUMNS: [(&str, ColumnType); 5] = [
    ("seq", ColumnType::Integer),
    ("marked_at", ColumnType::Datetime),
    ("elapsed_ms", ColumnType::Integer),
    ("text", ColumnType::String),
    ("item", ColumnType::String),
];

impl RowKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Answers, Self::Visits, Self::Marks];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Visits => "visits",
            Self::Marks => "marks",
        }
    }

    /// Returns the columns in order.
    pub fn columns(self) -> impl Iterator<Item = (&'static str, ColumnType)> {
        let own: &[(&str, ColumnType)] = match self {
            Self::Answers => &ANSWER_COLUMNS,
            Self::Visits => &VISIT_COLUMNS,
            Self::Marks => &MARK_COLUMNS,
        };
        COMMON_COLUMNS.iter().chain(own).copied()
    }
}

/// Writes the rows of one visit after the other.
pub struct TidyRowWriter<W: Write> {
    kind: RowKind,
    cells: CsvWriter<W>,
}

impl<W: Write> TidyRowWriter<W> {
    /// Creates a writer and writes the header row.
    ///
    /// # Errors
    /// Errors of `writer`.
    pub fn new(kind: RowKind, writer: W, excel: Excel) -> io::Result<Self> {
        let header = kind.columns().map(|(name, _)| name);
        Ok(Self { kind, cells: CsvWriter::new(writer, excel, header)? })
    }

    /// Writes the row of a visit, the rows of its answers for which `is_wanted` is true, or those of its marks, which the
    /// record must have.
    ///
    /// # Errors
    /// Errors of the inner writer.
    pub fn write_visit(
        &mut self,
        record: &Record<'_>,
        is_wanted: impl Fn(&RecordedAnswer<'_>) -> bool,
    ) -> io::Result<()> {
        match self.kind {
            RowKind::Answers => {
                for row in record.rows.iter().filter(|row| is_wanted(row)) {
                    self.write_common_cells(record)?;
                    self.write_answer_cells(row)?;
                    self.cells.end_row()?;
                }
                Ok(())
            }
            RowKind::Marks => {
                let marks = record.pauses_and_marks.iter().flat_map(|course| &course.marks);
                for mark in marks.filter(|mark| !mark.undone) {
                    self.write_common_cells(record)?;
                    self.write_mark_cells(mark)?;
                    self.cells.end_row()?;
                }
                Ok(())
            }
            RowKind::Visits => {
                self.write_common_cells(record)?;
                self.write_visit_cells(record)?;
                self.cells.end_row()
            }
        }
    }

    /// Flushes the rows and returns the inner writer.
    ///
    /// # Errors
    /// Errors of the inner writer.
    pub fn into_inner(self) -> io::Result<W> {
        self.cells.into_inner()
    }

    fn write_common_cells(&mut self, record: &Record<'_>) -> io::Result<()> {
        let cells = &mut self.cells;
        cells.write_text(&record.id)?;
        cells.write_text(record.kind.name())?;
        cells.write_text(record.status())?;
        cells.write_text(record.relation.name())?;
        cells.write_text(&record.site)?;
        cells.write_text(record.site_name.as_deref().unwrap_or_default())?;
        cells.write_text(record.group.as_deref().unwrap_or_default())?;
        cells.write_text(&record.observer)?;
        cells.write_text(record.observer_name.as_deref().unwrap_or_default())?;
        cells.write_text(&utc(Some(&record.started_at)))?;
        cells.write_text(&record.date.to_string())?;
        cells.write_integer(Some(record.hour.into()))?;
        cells.write_integer(u64::try_from(record.date.weekday().to_monday_one_offset()).ok())?;
        cells.write_text(&record.time_zone)?;
        cells.write_text(&record.checklist)?;
        cells.write_text(&record.version)?;
        cells.write_text(&record.digest)?;
        cells.write_text(record.remark.as_deref().unwrap_or_default())
    }

    fn write_answer_cells(&mut self, row: &RecordedAnswer<'_>) -> io::Result<()> {
        let cells = &mut self.cells;
        cells.write_text(&row.item)?;
        cells.write_text(&row.section)?;
        cells.write_text(row.attitude.as_deref().unwrap_or_default())?;
        cells.write_text(row.behaviour.as_deref().unwrap_or_default())?;
        cells.write_text(&row.response)?;
        match &row.value {
            RecordedValue::Nothing => cells.write_text("")?,
            RecordedValue::Text(text) => cells.write_text(text)?,
            RecordedValue::Number(number) => cells.write_number(Some(*number))?,
            RecordedValue::Many(several) => cells.write_text(&several.join(" "))?,
        }
        cells.write_number(Some(row.weight))?;
        cells.write_number(Some(row.points))?;
        cells.write_number(Some(row.possible))?;
        cells.write_text(bool_name(row.critical))?;
        cells.write_text(&utc(row.first_recorded_at.as_deref()))?;
        cells.write_text(&utc(row.recorded_at.as_deref()))?;
        cells.write_text(&utc(row.observed_at.as_deref()))?;
        cells.write_integer(memory_age_ms(row))?;
        cells.write_integer(row.elapsed_ms)?;
        cells.write_text(row.note.as_deref().unwrap_or_default())
    }

    fn write_mark_cells(&mut self, mark: &RecordedMark) -> io::Result<()> {
        let cells = &mut self.cells;
        cells.write_integer(Some(mark.seq))?;
        cells.write_text(&mark.at.instant().to_string())?;
        cells.write_integer(Some(mark.elapsed_ms))?;
        cells.write_text(mark.text.as_deref().unwrap_or_default())?;
        cells.write_text(mark.item.as_deref().unwrap_or_default())
    }

    fn write_visit_cells(&mut self, record: &Record<'_>) -> io::Result<()> {
        let cells = &mut self.cells;
        let unanswered = record.rows.iter().filter(|row| row.value == RecordedValue::Nothing).count();
        cells.write_text(&utc(Some(&record.ended_at)))?;
        cells.write_integer(Some(record.duration_ms))?;
        cells.write_integer(Some(record.paused_ms))?;
        cells.write_integer(Some(record.clock_shifts))?;
        cells.write_number(record.percent)?;
        cells.write_number(Some(record.points))?;
        cells.write_number(Some(record.possible))?;
        cells.write_integer(Some(record.failed_critical.len() as u64))?;
        cells.write_integer(Some(record.rows.len() as u64))?;
        cells.write_integer(Some(unanswered as u64))?;
        cells.write_number(record.outcome)?;
        cells.write_text(bool_name(record.sealed))?;
        cells.write_text(record.note.as_deref().unwrap_or_default())
    }
}

fn bool_name(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Returns an instant in UTC; an empty text for `None` and for a stamp that cannot be parsed.
fn utc(stamp: Option<&str>) -> String {
    stamp.and_then(Stamp::parse).map(|stamp| stamp.instant().to_string()).unwrap_or_default()
}

/// Returns how many milliseconds after the observation an answer was recorded; 0 when recorded at once.
fn memory_age_ms(row: &RecordedAnswer<'_>) -> Option<u64> {
    let recorded = Stamp::parse(row.recorded_at.as_deref()?)?;
    let observed = row.observed_at.as_deref().and_then(Stamp::parse);
    Some(observed.map_or(0, |observed| u64::try_from(recorded.ms_since(&observed)).unwrap_or(0)))
}
