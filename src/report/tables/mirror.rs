//! The three relations side by side.

use super::Content::{CountBehind, Interval, Number};
use super::{Cell, Scope, Table, count, figure, keyed_table, number};
use crate::analysis::figures::MirrorRow;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of the three relations.
pub fn mirror(labels: &Labels<'_>, id: &'static str, rows: &[&MirrorRow]) -> Table {
    let columns = [
        ("page-mirror-customer", Number(Unit::Percent)),
        ("page-n-customer", CountBehind),
        ("page-mirror-management", Number(Unit::Percent)),
        ("page-n-management", CountBehind),
        ("page-mirror-internal", Number(Unit::Percent)),
        ("page-n-internal", CountBehind),
        ("page-gap-management", Number(Unit::Points)),
        ("page-gap-management", Interval(Unit::Points)),
        ("page-gap-internal", Number(Unit::Points)),
        ("page-gap-internal", Interval(Unit::Points)),
        ("page-parts-company", Number(Unit::Count)),
    ];
    keyed_table(labels, (id, "page-mirror-caption", Scope::OneChecklist), columns, rows, |row| {
        let n = row.n_customer + row.n_management + row.n_internal;
        let gap = match (row.gap_management, row.gap_internal) {
            (None, Some(_)) => Cell::Empty,
            (gap, _) => figure(labels, gap, n, row.undefined),
        };
        let cells = [
            number(row.customer),
            count(row.n_customer),
            number(row.management),
            count(row.n_management),
            number(row.internal),
            count(row.n_internal),
            gap,
            Cell::Interval(row.lower, row.upper),
            number(row.gap_internal),
            Cell::Interval(row.lower_internal, row.upper_internal),
            row.parts_company.map_or(Cell::Empty, count),
        ];
        (row.key.clone(), "", cells)
    })
}
