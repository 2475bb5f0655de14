//! Whether the figures can be trusted: observers, and files that could not be used.

use super::Content::{Head, Interval, Number, Text};
use super::{Cell, Scope, Table, count, figure, keyed_table, number, text};
use crate::analysis::figures::{DamagedFile, QualityRow};
use crate::report::labels::Labels;
use crate::report::number_format::{Unit, tidy};

/// Returns the table of how far each observer's visits can be trusted.
pub fn quality<'r>(labels: &Labels<'_>, rows: impl IntoIterator<Item = &'r QualityRow>) -> Table {
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
    let of = ("quality-table", "page-quality-caption", Scope::OneChecklist);
    keyed_table(labels, of, columns, rows, |row| {
        let cells = [
            count(row.visits),
            count(row.answers),
            count(row.late),
            number(row.late_share),
            number(row.memory_age_median_s),
            number(row.memory_age_max_s),
            count(row.straight_lined),
            count(row.too_fast),
            count(row.clock_shifted),
            count(row.unsealed),
            figure(labels, row.leniency, row.visits, row.undefined),
            Cell::Interval(row.leniency_lower, row.leniency_upper),
        ];
        (row.key.clone(), "", cells)
    })
}

/// Returns the table of the files that could not be used.
pub fn damaged(labels: &Labels<'_>, files: &[DamagedFile]) -> Table {
    let table = Table::new("damaged", labels.get("page-damaged-caption"));
    let mut table = table.columns(labels, [("page-file", Head), ("page-reason", Text)]);
    table.rows = files.iter().map(|file| vec![text(&tidy(&file.path)), text(&tidy(&file.reason))]).collect();
    table
}
