//! Tables of data quality: observers, and files that could not be read.

use super::Content::{Head, Interval, Number, Text};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::{DamagedFile, QualityRow, Undefined};
use crate::report::labels::Labels;
use crate::report::number_format::{Unit, tidy};

/// Returns the table of indicators of data quality, one row per observer.
pub fn quality(labels: &Labels<'_>, rows: &[&QualityRow]) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-answers", Number(Unit::Count)),
        ("page-late", Number(Unit::Count)),
        ("page-late-share", Number(Unit::Share)),
        ("page-memory-median", Number(Unit::Seconds)),
        ("page-memory-max", Number(Unit::Seconds)),
        ("page-straight-lined", Number(Unit::Count)),
        ("page-too-fast", Number(Unit::Count)),
        ("page-clock-shifted", Number(Unit::Count)),
        ("page-unsealed", Number(Unit::Count)),
        ("page-leniency", Number(Unit::Points)),
        ("page-leniency", Interval(Unit::Points)),
    ];
    let table = ("quality-table", "page-quality-caption", Scope::OneChecklist);
    keyed_table(labels, table, columns, rows, |row| {
        let cells = [
            Cell::count(row.visits),
            Cell::count(row.answers),
            Cell::count(row.late),
            Cell::number(row.late_share),
            Cell::number(row.memory_age_median_s),
            Cell::number(row.memory_age_max_s),
            Cell::count(row.straight_lined),
            Cell::count(row.too_fast),
            Cell::count(row.clock_shifted),
            Cell::count(row.unsealed),
            leniency(labels, row),
            Cell::Interval(row.leniency_lower, row.leniency_upper),
        ];
        (row.key.clone(), "", cells)
    })
}

/// Returns the cell of an observer's leniency; it is undefined where nobody else was at the same sites.
fn leniency(labels: &Labels<'_>, row: &QualityRow) -> Cell {
    match (row.leniency, row.undefined) {
        (None, Some(Undefined::SingleGroup)) => {
            Cell::Undefined(labels.undefined(row.visits), labels.get("page-why-one-observer").to_owned())
        }
        (leniency, undefined) => Cell::figure(labels, leniency, row.visits, undefined),
    }
}

/// Returns the table of the files that could not be read, and why.
pub fn damaged(labels: &Labels<'_>, files: &[DamagedFile]) -> Table {
    let table = Table::new("damaged", labels.get("page-damaged-caption"));
    let mut table = table.columns(labels, [("page-file", Head), ("page-reason", Text)]);
    table.rows = files.iter().map(|file| vec![Cell::Text(tidy(&file.path)), Cell::Text(tidy(&file.reason))]).collect();
    table
}
