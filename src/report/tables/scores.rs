//! Tables of scores, rankings and shares of behaviours.

use super::Content::{Interval, Number, Text};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::{BehaviourRow, RankedSite, Ranking, ScoreRow, Undefined};
use crate::analysis::{Dimension, Key};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of scores.
pub fn scores(labels: &Labels<'_>, rows: &[&ScoreRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-sites", Number(Unit::Count)),
        ("page-score-mean", Number(Unit::Percent)),
        ("page-score-mean", Interval(Unit::Percent)),
        ("page-score-pooled", Number(Unit::Percent)),
        ("page-failed-critical", Number(Unit::Count)),
        ("page-remark", Text),
    ];
    keyed_table(labels, ("scores", "page-scores-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::count(row.visits),
            Cell::count(row.sites),
            Cell::figure(labels, row.percent_mean, row.visits, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::number(row.percent_pooled),
            Cell::count(row.failed_critical),
            Cell::message(labels, remark(row)),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the message on a score without an interval.
fn remark(row: &ScoreRow) -> Option<&'static str> {
    let no_variation = row.percent_mean.is_some() && row.undefined == Some(Undefined::NoVariation);
    match (row.few_visits, no_variation) {
        (true, _) => Some("page-few-visits"),
        (false, true) => Some("page-no-variation"),
        (false, false) => None,
    }
}

/// Returns the table of the share of each behaviour.
pub fn behaviours(labels: &Labels<'_>, rows: &[&BehaviourRow], scope: Scope) -> Table {
    let columns = [
        ("page-answers", Number(Unit::Count)),
        ("page-yes", Number(Unit::Count)),
        ("page-partly", Number(Unit::Count)),
        ("page-no", Number(Unit::Count)),
        ("page-left-out", Number(Unit::Count)),
        ("page-share", Number(Unit::Share)),
        ("page-share", Interval(Unit::Share)),
    ];
    keyed_table(labels, ("behaviours", "page-behaviours-caption", scope), columns, rows, |row| {
        let [n, yes, partly, no, left_out] = [row.n, row.yes, row.partly, row.no, row.left_out].map(Cell::count);
        let share = Cell::figure(labels, row.share, row.n, row.undefined);
        let cells = [n, yes, partly, no, left_out, share, Cell::Interval(row.lower, row.upper)];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of the sites of rankings in bands, the best first.
pub fn ranking(labels: &Labels<'_>, rankings: &[&Ranking], scope: Scope) -> Table {
    let rows = rankings.iter().flat_map(|ranking| ranking.sites.iter().map(|site| (&*ranking.checklist, site)));
    ranked_sites(labels, rows, scope)
}

/// Returns the table of ranked sites, each with its checklist.
pub fn ranked_sites<'r>(
    labels: &Labels<'_>,
    rows: impl IntoIterator<Item = (&'r str, &'r RankedSite)>,
    scope: Scope,
) -> Table {
    let columns = [
        ("page-band", Number(Unit::Count)),
        ("page-visits", Number(Unit::Count)),
        ("page-score-mean", Number(Unit::Percent)),
        ("page-shrunk", Number(Unit::Percent)),
        ("page-shrunk", Interval(Unit::Percent)),
        ("page-reliability", Number(Unit::Coefficient)),
    ];
    keyed_table(labels, ("ranking", "page-ranking-caption", scope), columns, rows, |(checklist, site)| {
        let cells = [
            Cell::count(site.band),
            Cell::count(site.visits),
            Cell::Number(site.percent_mean),
            Cell::Number(site.shrunk),
            Cell::Interval(Some(site.lower), Some(site.upper)),
            Cell::Number(site.reliability),
        ];
        (Key::all().and(Dimension::Site, &site.site), checklist, cells)
    })
}
