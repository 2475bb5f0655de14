//! The control charts of months.

use super::Content::{Month, Number, Text};
use super::{Cell, Scope, Table, count, figure, keyed_table, message, number, text};
use crate::analysis::figures::SignalRow;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::stats::Undefined;

/// Returns the table of the charts, a row each.
pub fn signals(labels: &Labels<'_>, rows: &[&SignalRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-months", Number(Unit::Count)),
        ("page-centre", Number(Unit::Percent)),
        ("page-lower-natural", Number(Unit::Percent)),
        ("page-upper-natural", Number(Unit::Percent)),
        ("page-range-upper", Number(Unit::Decimal)),
        ("page-signals", Number(Unit::Count)),
        ("page-shift", Month),
    ];
    keyed_table(labels, ("signals-table", "page-signals-caption", scope), columns, rows, |row| {
        let months = row.points.iter().filter(|point| point.percent.is_some()).count() as u64;
        let cells = [
            count(row.points.iter().map(|point| point.visits).sum()),
            count(months),
            figure(labels, row.centre, months, row.undefined),
            number(row.lower),
            number(row.upper),
            number(row.range_upper),
            count(row.points.iter().filter(|point| point.signal).count() as u64),
            row.shift.as_deref().map_or(Cell::Empty, text),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of the months of the charts, a row each.
pub fn months(labels: &Labels<'_>, rows: &[&SignalRow], scope: Scope) -> Table {
    let columns = [
        ("page-month", Month),
        ("page-visits", Number(Unit::Count)),
        ("page-score-mean", Number(Unit::Percent)),
        ("page-verdict", Text),
    ];
    let points = rows.iter().flat_map(|row| row.points.iter().map(move |point| (row, point)));
    keyed_table(labels, ("months", "page-months-caption", scope), columns, points, |(row, point)| {
        let cells = [
            text(&point.month),
            count(point.visits),
            figure(labels, point.percent, point.visits, Some(Undefined::NoObservations)),
            message(labels, point.signal.then_some("page-signal")),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}
