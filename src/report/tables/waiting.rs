//! Tables of waiting times.

use super::Content::{Interval, Number, Text};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::{WaitingRow, WaitingTest};
use crate::analysis::{Dimension, Key};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of waiting times and promised delays.
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
            Cell::count(row.n),
            Cell::count(row.censored),
            Cell::count(row.left_out),
            Cell::figure(labels, row.median_s, row.n, row.undefined),
            Cell::Interval(row.lower_s, row.upper_s),
            Cell::number(row.promised_s),
            Cell::number(row.within),
            Cell::Interval(row.within_lower, row.within_upper),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of tests for different waiting times of sites, one row per timer.
pub fn waiting_tests(labels: &Labels<'_>, tests: &[&WaitingTest], scope: Scope) -> Table {
    let columns = [
        ("page-sites", Number(Unit::Count)),
        ("page-times", Number(Unit::Count)),
        ("page-chi-square", Number(Unit::Decimal)),
        ("page-freedom", Number(Unit::Count)),
        ("page-p-adjusted", Number(Unit::Probability)),
        ("page-verdict", Text),
    ];
    keyed_table(labels, ("waiting-tests", "page-waiting-tests-caption", scope), columns, tests, |test| {
        let cells = [
            Cell::count(test.sites),
            Cell::count(test.n),
            match test.p {
                Some(_) => Cell::number(test.chi_square),
                None => Cell::figure(labels, test.chi_square, test.n, test.undefined),
            },
            test.freedom.map_or(Cell::Empty, Cell::count),
            Cell::number(test.p_adjusted),
            Cell::certainty(labels, test.certain),
        ];
        (Key::all().and(Dimension::Item, &test.item), &test.checklist, cells)
    })
}
