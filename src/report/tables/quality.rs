//! Whether the figures can be trusted: observers, and files that could not be used.

use super::{Table, Unit, count, figure, key_cells, number, text};
use crate::analysis::figures::{DamagedFile, QualityRow};
use crate::report::names::{Names, tidy};

/// Gives how far each observer's visits can be trusted.
pub fn quality(names: &Names<'_>, rows: &[QualityRow]) -> Table {
    let table = Table::new("quality-table", names.get("page-quality-caption"));
    let (table, keys) = table.keys(names, rows.iter().map(|row| &row.key));
    let mut table = table.columns(
        names,
        [
            ("page-visits", Unit::Count),
            ("page-answers", Unit::Count),
            ("page-late", Unit::Count),
            ("page-late-share", Unit::Share),
            ("page-memory-median", Unit::Seconds),
            ("page-memory-max", Unit::Seconds),
            ("page-straight-lined", Unit::Count),
            ("page-too-fast", Unit::Count),
            ("page-clock-shifted", Unit::Count),
            ("page-unsealed", Unit::Count),
            ("page-leniency", Unit::Points),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
        ],
    );
    for row in rows {
        let mut cells = key_cells(names, &keys, &row.key, "");
        cells.extend([
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
            figure(names, row.leniency, row.visits, row.undefined),
            number(row.leniency_lower),
            number(row.leniency_upper),
        ]);
        table.rows.push(cells);
    }
    table
}

/// Gives the files that could not be used.
pub fn damaged(names: &Names<'_>, files: &[DamagedFile]) -> Table {
    let table = Table::new("damaged", names.get("page-damaged-caption"));
    let mut table = table.columns(names, [("page-file", Unit::Head), ("page-reason", Unit::Text)]);
    table.rows = files.iter().map(|file| vec![text(&tidy(&file.path)), text(&tidy(&file.reason))]).collect();
    table
}
