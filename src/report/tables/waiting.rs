//! Waiting times.

use super::Content::{Interval, Number, Text};
use super::{Cell, Scope, Table, count, figure, keyed_table, number};
use crate::analysis::figures::{WaitingRow, WaitingTest};
use crate::analysis::{Dimension, Key};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of waiting times.
pub fn waiting(labels: &Labels<'_>, rows: &[&WaitingRow], scope: Scope) -> Table {
    let columns = [
        ("page-item", Text),
        ("page-times", Number(Unit::Count)),
        ("page-never", Number(Unit::Count)),
        ("page-left-out", Number(Unit::Count)),
        ("page-median", Number(Unit::Seconds)),
        ("page-median", Interval(Unit::Seconds)),
        ("page-promised", Number(Unit::Seconds)),
        ("page-within", Number(Unit::Share)),
        ("page-within", Interval(Unit::Share)),
    ];
    keyed_table(labels, ("waiting-table", "page-waiting-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::Text(labels.value(Dimension::Item, &row.item)),
            count(row.n),
            count(row.censored),
            count(row.left_out),
            figure(labels, row.median_s, row.n, row.undefined),
            Cell::Interval(row.lower_s, row.upper_s),
            number(row.promised_s),
            number(row.within),
            Cell::Interval(row.within_lower, row.within_upper),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of the tests whether sites differ in waiting times.
pub fn waiting_tests(labels: &Labels<'_>, tests: &[&WaitingTest], scope: Scope) -> Table {
    let columns = [
        ("page-sites", Number(Unit::Count)),
        ("page-times", Number(Unit::Count)),
        ("page-chi-square", Number(Unit::Decimal)),
        ("page-freedom", Number(Unit::Count)),
        ("page-p", Number(Unit::Probability)),
    ];
    keyed_table(labels, ("waiting-tests", "page-waiting-tests-caption", scope), columns, tests, |test| {
        let cells = [
            count(test.sites),
            count(test.n),
            figure(labels, test.chi_square, test.n, test.undefined),
            test.freedom.map_or(Cell::Empty, count),
            number(test.p),
        ];
        (Key::all().and(Dimension::Item, &test.item), &test.checklist, cells)
    })
}
