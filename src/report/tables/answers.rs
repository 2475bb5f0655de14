//! Tables of answers that are no judgements: how often each was given, and where numbers lie.

use super::Content::{Interval, Number, Text};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::{AnswerShare, DistributionRow};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of how often each answer was given.
pub fn given(labels: &Labels<'_>, rows: &[&DistributionRow], scope: Scope) -> Table {
    let answers = rows.iter().flat_map(|row| row.answers.iter().map(move |answer| (*row, answer)));
    given_answers(labels, answers, scope)
}

/// Returns the table of some answers of distributions.
pub fn given_answers<'r>(
    labels: &Labels<'_>,
    rows: impl IntoIterator<Item = (&'r DistributionRow, &'r AnswerShare)>,
    scope: Scope,
) -> Table {
    let columns = [
        ("page-item", Text),
        ("page-answer", Text),
        ("page-visits", Number(Unit::Count)),
        ("page-share", Number(Unit::Share)),
        ("page-share", Interval(Unit::Share)),
        ("page-answers", Number(Unit::Count)),
        ("page-left-out", Number(Unit::Count)),
    ];
    let cells = |(row, answer): &(&DistributionRow, &AnswerShare)| {
        let text = match (&answer.option, answer.value) {
            (Some(option), _) => labels.option(&row.item, option),
            (None, value) => labels.value_with_unit(value.unwrap_or_default(), row.unit.as_ref()),
        };
        [
            Cell::Text(labels.item(&row.item)),
            Cell::Text(text),
            Cell::count(answer.visits),
            Cell::figure(labels, answer.share, row.n, row.undefined),
            Cell::Interval(answer.lower, answer.upper),
            Cell::count(row.n),
            Cell::count(row.left_out),
        ]
    };
    keyed_table(labels, ("given", "page-given-caption", scope), columns, rows, |pair| {
        (pair.0.key.clone(), pair.0.checklist.as_str(), cells(pair))
    })
}

/// Returns the table of where the answers to scales, counts and numbers lie.
pub fn numbers(labels: &Labels<'_>, rows: &[&DistributionRow], scope: Scope) -> Table {
    let columns = [
        ("page-item", Text),
        ("page-answers", Number(Unit::Count)),
        ("page-left-out", Number(Unit::Count)),
        ("page-outcome-mean", Number(Unit::Decimal)),
        ("page-outcome-mean", Interval(Unit::Decimal)),
        ("page-least", Number(Unit::Decimal)),
        ("page-quartile-first", Number(Unit::Decimal)),
        ("page-quartile-median", Number(Unit::Decimal)),
        ("page-quartile-third", Number(Unit::Decimal)),
        ("page-greatest", Number(Unit::Decimal)),
    ];
    let rows = rows.iter().filter(|row| row.unit.is_some());
    keyed_table(labels, ("numbers", "page-numbers-caption", scope), columns, rows, |row| {
        let quartile = |index: usize| Cell::number(row.quartiles.and_then(|quartiles| quartiles.get(index).copied()));
        let cells = [
            Cell::Text(labels.item_with_unit(&row.item, row.unit.as_ref())),
            Cell::count(row.n),
            Cell::count(row.left_out),
            Cell::figure(labels, row.mean, row.n, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::number(row.least),
            quartile(0),
            quartile(1),
            quartile(2),
            Cell::number(row.greatest),
        ];
        (row.key.clone(), row.checklist.as_str(), cells)
    })
}
