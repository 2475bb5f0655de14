//! The table that compares the relations: customers, management, colleagues.

use super::Content::{CountBehind, Interval, Number};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::MirrorRow;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of scores by relation, and of the gaps between them.
pub fn mirror(labels: &Labels<'_>, rows: &[&MirrorRow]) -> Table {
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
    keyed_table(labels, ("mirror", "page-mirror-caption", Scope::OneChecklist), columns, rows, |row| {
        let n = row.n_customer + row.n_management + row.n_internal;
        let gap = match (row.gap_management, row.gap_internal) {
            (None, Some(_)) => Cell::Empty,
            (gap, _) => Cell::figure(labels, gap, n, row.undefined),
        };
        let cells = [
            Cell::number(row.customer),
            Cell::count(row.n_customer),
            Cell::number(row.management),
            Cell::count(row.n_management),
            Cell::number(row.internal),
            Cell::count(row.n_internal),
            gap,
            Cell::Interval(row.lower, row.upper),
            Cell::number(row.gap_internal),
            Cell::Interval(row.lower_internal, row.upper_internal),
            row.parts_company.map_or(Cell::Empty, Cell::count),
        ];
        (row.key.clone(), "", cells)
    })
}
