//! Tables of differences: changes between two periods, blind spots, and drivers of the outcome.

use super::Content::{Interval, Number, Text};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::{BehaviourChange, BlindSpotRow, DriverRow, ScoreChange};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of scores before and after the change date.
pub fn score_changes(labels: &Labels<'_>, rows: &[&ScoreChange], scope: Scope) -> Table {
    let columns = [
        ("page-sites-compared", Number(Unit::Count)),
        ("page-visits-before", Number(Unit::Count)),
        ("page-visits-after", Number(Unit::Count)),
        ("page-before", Number(Unit::Percent)),
        ("page-after", Number(Unit::Percent)),
        ("page-difference-points", Number(Unit::Points)),
        ("page-difference-points", Interval(Unit::Points)),
        ("page-verdict", Text),
    ];
    keyed_table(labels, ("score-changes", "page-score-changes-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::count(row.sites),
            Cell::count(row.visits_before),
            Cell::count(row.visits_after),
            Cell::number(row.before),
            Cell::number(row.after),
            Cell::figure(labels, row.difference, row.visits_before + row.visits_after, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::certainty(labels, row.certain),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of shares of behaviours before and after the change date.
pub fn behaviour_changes(labels: &Labels<'_>, rows: &[&BehaviourChange], scope: Scope) -> Table {
    let columns = [
        ("page-sites-compared", Number(Unit::Count)),
        ("page-answers-before", Number(Unit::Count)),
        ("page-answers-after", Number(Unit::Count)),
        ("page-before", Number(Unit::Share)),
        ("page-after", Number(Unit::Share)),
        ("page-difference-points", Number(Unit::SharePoints)),
        ("page-difference-points", Interval(Unit::SharePoints)),
        ("page-p-adjusted", Number(Unit::Probability)),
        ("page-verdict", Text),
    ];
    keyed_table(labels, ("behaviour-changes", "page-behaviour-changes-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::count(row.sites),
            Cell::count(row.n_before),
            Cell::count(row.n_after),
            Cell::number(row.before),
            Cell::number(row.after),
            Cell::figure(labels, row.difference, row.n_before + row.n_after, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::number(row.p_adjusted),
            Cell::certainty(labels, row.certain),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of shares in self-audits beside those in mystery visits.
pub fn blind_spots(labels: &Labels<'_>, rows: &[&BlindSpotRow], scope: Scope) -> Table {
    let columns = [
        ("page-sites-compared", Number(Unit::Count)),
        ("page-answers-self", Number(Unit::Count)),
        ("page-answers-mystery", Number(Unit::Count)),
        ("page-share-self", Number(Unit::Share)),
        ("page-share-mystery", Number(Unit::Share)),
        ("page-difference-points", Number(Unit::SharePoints)),
        ("page-difference-points", Interval(Unit::SharePoints)),
        ("page-verdict", Text),
    ];
    keyed_table(labels, ("blind-spots-table", "page-blind-spots-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::count(row.sites),
            Cell::count(row.n_self),
            Cell::count(row.n_mystery),
            Cell::number(row.self_share),
            Cell::number(row.mystery_share),
            Cell::figure(labels, row.difference, row.n_self + row.n_mystery, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::message(labels, row.blind_spot.then_some("page-blind-spot")),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of the mean outcome with and without each behaviour, or at each level of another answer and not.
pub fn drivers(labels: &Labels<'_>, rows: &[&DriverRow], scope: Scope) -> Table {
    let columns = [
        ("page-answer", Text),
        ("page-visits-with", Number(Unit::Count)),
        ("page-visits-without", Number(Unit::Count)),
        ("page-visits-partly", Number(Unit::Count)),
        ("page-outcome-with", Number(Unit::Decimal)),
        ("page-outcome-without", Number(Unit::Decimal)),
        ("page-difference", Number(Unit::Difference)),
        ("page-difference", Interval(Unit::Difference)),
        ("page-p-adjusted", Number(Unit::Probability)),
        ("page-verdict", Text),
    ];
    keyed_table(labels, ("drivers-table", "page-drivers-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::Text(labels.level(row)),
            Cell::count(row.n_with),
            Cell::count(row.n_without),
            Cell::count(row.n_partly),
            Cell::number(row.with),
            Cell::number(row.without),
            Cell::figure(labels, row.difference, row.n_with + row.n_without, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::number(row.p_adjusted),
            Cell::certainty(labels, row.certain),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}
