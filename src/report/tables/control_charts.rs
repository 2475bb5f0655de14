//! Tables of the control charts and of their months.

use super::Content::{Month, Number, Text};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::Undefined;
use crate::analysis::figures::{SignalPoint, SignalRow};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of control charts, one row per chart.
pub fn signals(labels: &Labels<'_>, rows: &[&SignalRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-months", Number(Unit::Count)),
        ("page-centre", Number(Unit::Percent)),
        ("page-lower-natural", Number(Unit::Percent)),
        ("page-upper-natural", Number(Unit::Percent)),
        ("page-range-upper", Number(Unit::Decimal)),
        ("page-signals", Number(Unit::Count)),
        ("page-false-signals", Number(Unit::Decimal)),
        ("page-shift", Month),
    ];
    keyed_table(labels, ("signals-table", "page-signals-caption", scope), columns, rows, |row| {
        let months = row.points.iter().filter(|point| point.percent.is_some()).count() as u64;
        let cells = [
            Cell::count(row.points.iter().map(|point| point.visits).sum()),
            Cell::count(months),
            Cell::figure(labels, row.centre, months, row.undefined),
            Cell::number(row.lower),
            Cell::number(row.upper),
            Cell::number(row.range_upper),
            Cell::count(row.points.iter().filter(|point| point.signal).count() as u64),
            Cell::number(row.false_signals),
            row.shift.as_deref().map_or(Cell::Empty, Cell::text),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of the months in control charts, one row per month and chart.
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
            Cell::text(&point.month),
            Cell::count(point.visits),
            Cell::figure(labels, point.percent, point.visits, Some(Undefined::NoObservations)),
            Cell::message(labels, month_remark(point)),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the message on a month: a signal, or too few visits to be judged.
fn month_remark(point: &SignalPoint) -> Option<&'static str> {
    match (point.signal, point.judged) {
        (true, _) => Some("page-signal"),
        (false, false) if point.visits > 0 => Some("page-few-visits"),
        _ => None,
    }
}
