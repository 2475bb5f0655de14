//! Figures over time and side by side: waiting times, months, the three relations.

use super::{Cell, Column, Scope, Table, Unit, checklist_cell, count, figure, flag, key_cells, number, text};
use crate::analysis::Dimension;
use crate::analysis::figures::{MirrorRow, SignalRow, WaitingRow, WaitingTest};
use crate::report::names::Names;

/// Gives waiting times.
pub fn waiting(names: &Names<'_>, rows: &[&WaitingRow], scope: Scope) -> Table {
    let says = scope.says(names);
    let table = Table::new("waiting-table", names.get("page-waiting-caption"));
    let (table, keys) = table.keys(names, rows.iter().map(|row| &row.key));
    let mut table = table.checklist(names, says).columns(
        names,
        [
            ("page-item", Unit::Text),
            ("page-times", Unit::Count),
            ("page-never", Unit::Count),
            ("page-left-out", Unit::Count),
            ("page-median", Unit::Seconds),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("page-promised", Unit::Seconds),
            ("page-within", Unit::Share),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
        ],
    );
    for row in rows {
        let mut cells = key_cells(names, &keys, &row.key, &row.checklist);
        cells.extend(checklist_cell(names, says, &row.checklist));
        cells.extend([
            text(&names.value(Dimension::Item, &row.item)),
            count(row.n),
            count(row.censored),
            count(row.left_out),
            figure(names, row.median_s, row.n, row.undefined),
            number(row.lower_s),
            number(row.upper_s),
            number(row.promised_s),
            number(row.within),
            number(row.within_lower),
            number(row.within_upper),
        ]);
        table.rows.push(cells);
    }
    table
}

/// Gives whether sites differ in waiting times.
pub fn waiting_tests(names: &Names<'_>, tests: &[&WaitingTest], scope: Scope) -> Table {
    let says = scope.says(names);
    let table = Table::new("waiting-tests", names.get("page-waiting-tests-caption"));
    let mut table = table.columns(names, [("page-item", Unit::Head)]).checklist(names, says).columns(
        names,
        [
            ("page-sites", Unit::Count),
            ("page-times", Unit::Count),
            ("page-chi-square", Unit::Decimal),
            ("page-freedom", Unit::Count),
            ("page-p", Unit::Probability),
        ],
    );
    for test in tests {
        let mut cells = vec![text(&names.value(Dimension::Item, &test.item))];
        cells.extend(checklist_cell(names, says, &test.checklist));
        cells.extend([
            count(test.sites),
            count(test.n),
            figure(names, test.chi_square, test.n, test.undefined),
            test.freedom.map_or(Cell::Empty, count),
            number(test.p),
        ]);
        table.rows.push(cells);
    }
    table
}

/// Gives each chart of months in one row.
pub fn signals(names: &Names<'_>, rows: &[&SignalRow], scope: Scope) -> Table {
    let says = scope.says(names);
    let table = Table::new("signals-table", names.get("page-signals-caption"));
    let (table, keys) = table.keys(names, rows.iter().map(|row| &row.key));
    let mut table = table.checklist(names, says).columns(
        names,
        [
            ("page-visits", Unit::Count),
            ("page-months", Unit::Count),
            ("page-centre", Unit::Percent),
            ("page-lower-natural", Unit::Percent),
            ("page-upper-natural", Unit::Percent),
            ("page-range-upper", Unit::Decimal),
            ("page-signals", Unit::Count),
            ("page-shift", Unit::Month),
        ],
    );
    for row in rows {
        let months = row.points.iter().filter(|point| point.percent.is_some()).count() as u64;
        let mut cells = key_cells(names, &keys, &row.key, &row.checklist);
        cells.extend(checklist_cell(names, says, &row.checklist));
        cells.extend([
            count(row.points.iter().map(|point| point.visits).sum()),
            count(months),
            figure(names, row.centre, months, row.undefined),
            number(row.lower),
            number(row.upper),
            number(row.range_upper),
            count(row.points.iter().filter(|point| point.signal).count() as u64),
            row.shift.as_deref().map_or(Cell::Empty, text),
        ]);
        table.rows.push(cells);
    }
    table
}

/// Gives each month of each chart in a row.
pub fn months(names: &Names<'_>, rows: &[&SignalRow], scope: Scope) -> Table {
    let says = scope.says(names);
    let table = Table::new("months", names.get("page-months-caption"));
    let (table, keys) = table.keys(names, rows.iter().map(|row| &row.key));
    let mut table = table.checklist(names, says).columns(
        names,
        [
            ("page-month", Unit::Month),
            ("page-visits", Unit::Count),
            ("page-score-mean", Unit::Percent),
            ("page-verdict", Unit::Text),
        ],
    );
    for row in rows {
        for point in &row.points {
            let mut cells = key_cells(names, &keys, &row.key, &row.checklist);
            cells.extend(checklist_cell(names, says, &row.checklist));
            cells.extend([
                text(&point.month),
                count(point.visits),
                figure(names, point.percent, point.visits, Some("no_observations")),
                flag(names, "page-signal", point.signal),
            ]);
            table.rows.push(cells);
        }
    }
    table
}

/// Gives the three relations side by side.
pub fn mirror(names: &Names<'_>, id: &'static str, rows: &[&MirrorRow]) -> Table {
    let (table, keys) = Table::new(id, names.get("page-mirror-caption")).keys(names, rows.iter().map(|row| &row.key));
    let mut table = table.columns(
        names,
        [
            ("page-mirror-customer", Unit::Percent),
            ("page-n-customer", Unit::Behind),
            ("page-mirror-management", Unit::Percent),
            ("page-n-management", Unit::Behind),
            ("page-mirror-internal", Unit::Percent),
            ("page-n-internal", Unit::Behind),
            ("page-gap-management", Unit::Points),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
            ("page-gap-internal", Unit::Points),
            ("page-lower", Unit::Lower),
            ("page-upper", Unit::Upper),
        ],
    );
    table.columns.push(Column { head: names.get("page-parts-company").to_owned(), unit: Unit::Count });
    for row in rows {
        let n = row.n_customer + row.n_management + row.n_internal;
        let mut cells = key_cells(names, &keys, &row.key, "");
        let gap = match (row.gap_management, row.gap_internal) {
            (None, Some(_)) => Cell::Empty,
            (gap, _) => figure(names, gap, n, row.undefined),
        };
        cells.extend([
            number(row.customer),
            count(row.n_customer),
            number(row.management),
            count(row.n_management),
            number(row.internal),
            count(row.n_internal),
            gap,
            number(row.lower),
            number(row.upper),
            number(row.gap_internal),
            number(row.lower_internal),
            number(row.upper_internal),
            row.parts_company.map_or(Cell::Empty, count),
        ]);
        table.rows.push(cells);
    }
    table
}
