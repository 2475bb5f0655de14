//! Scores, ranks, and the shares of behaviours.

use super::Content::{Interval, Number, Text};
use super::{Cell, Scope, Table, count, figure, keyed_table, message, number};
use crate::analysis::figures::{BehaviourRow, Ranking, ScoreRow};
use crate::analysis::{Dimension, Key};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of scores.
pub fn scores(labels: &Labels<'_>, id: &'static str, rows: &[&ScoreRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-sites", Number(Unit::Count)),
        ("page-score-mean", Number(Unit::Percent)),
        ("page-score-mean", Interval(Unit::Percent)),
        ("page-score-pooled", Number(Unit::Percent)),
        ("page-failed-critical", Number(Unit::Count)),
        ("page-remark", Text),
    ];
    keyed_table(labels, (id, "page-scores-caption", scope), columns, rows, |row| {
        let cells = [
            count(row.visits),
            count(row.sites),
            figure(labels, row.percent_mean, row.visits, row.undefined),
            Cell::Interval(row.lower, row.upper),
            number(row.percent_pooled),
            count(row.failed_critical),
            message(labels, row.few_visits.then_some("page-few-visits")),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of how often each behaviour is shown.
pub fn behaviours(labels: &Labels<'_>, id: &'static str, rows: &[&BehaviourRow], scope: Scope) -> Table {
    let columns = [
        ("page-answers", Number(Unit::Count)),
        ("page-yes", Number(Unit::Count)),
        ("page-partly", Number(Unit::Count)),
        ("page-no", Number(Unit::Count)),
        ("page-left-out", Number(Unit::Count)),
        ("page-share", Number(Unit::Share)),
        ("page-share", Interval(Unit::Share)),
    ];
    keyed_table(labels, (id, "page-behaviours-caption", scope), columns, rows, |row| {
        let [n, yes, partly, no, left_out] = [row.n, row.yes, row.partly, row.no, row.left_out].map(count);
        let share = figure(labels, row.share, row.n, row.undefined);
        let cells = [n, yes, partly, no, left_out, share, Cell::Interval(row.lower, row.upper)];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of sites in bands, best first.
pub fn ranking(labels: &Labels<'_>, rankings: &[&Ranking], scope: Scope) -> Table {
    let columns = [
        ("page-band", Number(Unit::Count)),
        ("page-visits", Number(Unit::Count)),
        ("page-score-mean", Number(Unit::Percent)),
        ("page-shrunk", Number(Unit::Percent)),
        ("page-shrunk", Interval(Unit::Percent)),
        ("page-reliability", Number(Unit::Coefficient)),
    ];
    let rows = rankings.iter().flat_map(|ranking| ranking.sites.iter().map(|site| (&ranking.checklist, site)));
    keyed_table(labels, ("ranking", "page-ranking-caption", scope), columns, rows, |(checklist, site)| {
        let cells = [
            count(site.band),
            count(site.visits),
            Cell::Number(site.percent_mean),
            Cell::Number(site.shrunk),
            Cell::Interval(Some(site.lower), Some(site.upper)),
            Cell::Number(site.reliability),
        ];
        (Key::all().and(Dimension::Site, &site.site), checklist, cells)
    })
}
