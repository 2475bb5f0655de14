//! Differences: between two periods, between who looks, between visits with and without a behaviour.

use super::{Cell, Scope, Table, Unit, certain, checklist_cell, count, figure, flag, key_cells, number};
use crate::analysis::Key;
use crate::analysis::figures::{BehaviourChange, BlindSpotRow, DriverRow, ScoreChange};
use crate::report::names::Names;

/// Begins a table with its keys and columns, and fills its rows.
fn rows<R, const N: usize>(
    names: &Names<'_>,
    scope: Scope,
    (id, caption): (&'static str, &str),
    columns: [(&str, Unit); N],
    rows: &[&R],
    of: impl Fn(&R) -> (&Key, &str, [Cell; N]),
) -> Table {
    let says = scope.says(names);
    let table = Table::new(id, names.texts.get(caption));
    let (table, keys) = table.keys(names, rows.iter().map(|row| of(row).0));
    let mut table = table.checklist(names, says).columns(names, columns);
    for row in rows {
        let (key, checklist, figures) = of(row);
        let mut cells = key_cells(names, &keys, key, checklist);
        cells.extend(checklist_cell(names, says, checklist));
        cells.extend(figures);
        table.rows.push(cells);
    }
    table
}

/// Gives changes of score.
pub fn score_changes(names: &Names<'_>, changes: &[&ScoreChange], scope: Scope) -> Table {
    let columns = [
        ("page-visits-before", Unit::Count),
        ("page-visits-after", Unit::Count),
        ("page-before", Unit::Percent),
        ("page-after", Unit::Percent),
        ("page-difference-points", Unit::Points),
        ("page-lower", Unit::Lower),
        ("page-upper", Unit::Upper),
        ("page-verdict", Unit::Text),
    ];
    rows(names, scope, ("score-changes", "page-score-changes-caption"), columns, changes, |row| {
        let cells = [
            count(row.visits_before),
            count(row.visits_after),
            number(row.before),
            number(row.after),
            figure(names, row.difference, row.visits_before + row.visits_after, row.undefined),
            number(row.lower),
            number(row.upper),
            certain(names, row.certain),
        ];
        (&row.key, &row.checklist, cells)
    })
}

/// Gives changes of shares.
pub fn behaviour_changes(names: &Names<'_>, changes: &[&BehaviourChange], scope: Scope) -> Table {
    let columns = [
        ("page-answers-before", Unit::Count),
        ("page-answers-after", Unit::Count),
        ("page-before", Unit::Share),
        ("page-after", Unit::Share),
        ("page-difference-points", Unit::SharePoints),
        ("page-lower", Unit::Lower),
        ("page-upper", Unit::Upper),
        ("page-p-adjusted", Unit::Probability),
        ("page-verdict", Unit::Text),
    ];
    rows(names, scope, ("behaviour-changes", "page-behaviour-changes-caption"), columns, changes, |row| {
        let cells = [
            count(row.n_before),
            count(row.n_after),
            number(row.before),
            number(row.after),
            figure(names, row.difference, row.n_before + row.n_after, row.undefined),
            number(row.lower),
            number(row.upper),
            number(row.p_adjusted),
            certain(names, row.certain),
        ];
        (&row.key, &row.checklist, cells)
    })
}

/// Gives what sites see of themselves beside what mystery visits see.
pub fn blind_spots(names: &Names<'_>, spots: &[&BlindSpotRow], scope: Scope) -> Table {
    let columns = [
        ("page-answers-self", Unit::Count),
        ("page-answers-mystery", Unit::Count),
        ("page-share-self", Unit::Share),
        ("page-share-mystery", Unit::Share),
        ("page-difference-points", Unit::SharePoints),
        ("page-lower", Unit::Lower),
        ("page-upper", Unit::Upper),
        ("page-verdict", Unit::Text),
    ];
    rows(names, scope, ("blind-spots-table", "page-blind-spots-caption"), columns, spots, |row| {
        let cells = [
            count(row.n_self),
            count(row.n_mystery),
            number(row.self_share),
            number(row.mystery_share),
            figure(names, row.difference, row.n_self + row.n_mystery, row.undefined),
            number(row.lower),
            number(row.upper),
            flag(names, "page-blind-spot", row.blind_spot),
        ];
        (&row.key, &row.checklist, cells)
    })
}

/// Gives the outcome with and without each behaviour.
pub fn drivers(names: &Names<'_>, drivers: &[&DriverRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits-with", Unit::Count),
        ("page-visits-without", Unit::Count),
        ("page-visits-partly", Unit::Count),
        ("page-outcome-with", Unit::Decimal),
        ("page-outcome-without", Unit::Decimal),
        ("page-difference", Unit::Difference),
        ("page-lower", Unit::Lower),
        ("page-upper", Unit::Upper),
        ("page-p-adjusted", Unit::Probability),
        ("page-verdict", Unit::Text),
    ];
    rows(names, scope, ("drivers-table", "page-drivers-caption"), columns, drivers, |row| {
        let cells = [
            count(row.n_with),
            count(row.n_without),
            count(row.n_partly),
            number(row.with),
            number(row.without),
            figure(names, row.difference, row.n_with + row.n_without, row.undefined),
            number(row.lower),
            number(row.upper),
            number(row.p_adjusted),
            certain(names, row.certain),
        ];
        (&row.key, &row.checklist, cells)
    })
}
