//! Tables of the outcome, of critical points, of what to work on first, and of how scores are distributed.

use super::Content::{Interval, Number, Text};
use super::{Cell, Scope, Table, keyed_table};
use crate::analysis::figures::{CriticalRow, OutcomeRow, PriorityRow, ScoreRow, SiteObservers};
use crate::analysis::{Dimension, Key};
use crate::report::labels::Labels;
use crate::report::number_format::{Unit, tidy};

/// The most sites that a row names.
const MAX_SITES: usize = 5;
/// The most visits that a row names.
const MAX_VISITS: usize = 3;

/// Returns the table of outcomes: mean, top box and net promoter score.
pub fn outcomes(labels: &Labels<'_>, rows: &[&OutcomeRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-outcome-mean", Number(Unit::Decimal)),
        ("page-outcome-mean", Interval(Unit::Decimal)),
        ("page-outcome-top", Number(Unit::Share)),
        ("page-outcome-top", Interval(Unit::Share)),
        ("page-outcome-nps", Number(Unit::Points)),
        ("page-outcome-nps", Interval(Unit::Points)),
    ];
    keyed_table(labels, ("outcomes", "page-outcomes-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::count(row.n),
            Cell::figure(labels, row.mean, row.n, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::number(row.top),
            Cell::Interval(row.top_lower, row.top_upper),
            Cell::number(row.nps),
            Cell::Interval(row.nps_lower, row.nps_upper),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of the critical items that failed, with the sites and the newest visits.
pub fn critical(labels: &Labels<'_>, rows: &[&CriticalRow], scope: Scope) -> Table {
    let columns = [
        ("page-failed-critical", Number(Unit::Count)),
        ("page-visits", Number(Unit::Count)),
        ("page-critical-sites", Text),
        ("page-critical-visits", Text),
    ];
    keyed_table(labels, ("critical", "page-critical-caption", scope), columns, rows, |row| {
        let sites = row.sites.iter().map(|site| format!("{} ({})", labels.site(&site.site), labels.count(site.visits)));
        let visits = row.newest.iter().map(|visit| visit_name(labels, &visit.date, &visit.site, &visit.visit));
        let cells = [
            Cell::count(row.failed),
            Cell::count(row.visits),
            Cell::Text(first(sites, MAX_SITES)),
            Cell::Text(first(visits, MAX_VISITS)),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the day and the site of a visit, and the end of its id.
pub(super) fn visit_name(labels: &Labels<'_>, date: &str, site: &str, id: &str) -> String {
    let end = id.get(id.len().saturating_sub(8)..).unwrap_or(id);
    format!("{} {} …{}", labels.day(date), labels.site(site), tidy(end))
}

/// Joins the first names, and shows that there are more.
fn first(names: impl ExactSizeIterator<Item = String>, most: usize) -> String {
    let more = if names.len() > most { ", …" } else { "" };
    names.take(most).collect::<Vec<_>>().join(", ") + more
}

/// Returns the table of what each behaviour would bring.
pub fn priorities(labels: &Labels<'_>, rows: &[&PriorityRow], scope: Scope) -> Table {
    let columns = [
        ("page-gain", Number(Unit::Points)),
        ("page-answers", Number(Unit::Count)),
        ("page-share", Number(Unit::Share)),
        ("page-verdict", Text),
    ];
    keyed_table(labels, ("priorities", "page-priorities-caption", scope), columns, rows, |row| {
        let cells = [
            Cell::figure(labels, row.gain, row.n, None),
            Cell::count(row.n),
            Cell::number(row.share),
            Cell::message(labels, (row.certain == Some(true)).then_some("page-first-for-certain")),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of how scores are distributed: quartiles, equal weight of sites, and visits that reach the target.
pub fn distribution(labels: &Labels<'_>, rows: &[&ScoreRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-quartile-first", Number(Unit::Percent)),
        ("page-quartile-median", Number(Unit::Percent)),
        ("page-quartile-third", Number(Unit::Percent)),
        ("page-by-site", Number(Unit::Percent)),
        ("page-by-site", Interval(Unit::Percent)),
        ("page-weighted", Number(Unit::Percent)),
        ("page-weighted", Interval(Unit::Percent)),
        ("page-pass-rate", Number(Unit::Share)),
        ("page-pass-rate", Interval(Unit::Share)),
        ("page-steps", Text),
    ];
    keyed_table(labels, ("distribution", "page-distribution-caption", scope), columns, rows, |row| {
        let quartile = |index: usize| Cell::number(row.quartiles.and_then(|quartiles| quartiles.get(index).copied()));
        let steps = row.distribution.iter().map(|count| labels.count(*count)).collect::<Vec<_>>().join(" · ");
        let cells = [
            Cell::count(row.visits),
            quartile(0),
            quartile(1),
            quartile(2),
            Cell::number(row.percent_by_site),
            Cell::Interval(row.by_site_lower, row.by_site_upper),
            Cell::number(row.percent_weighted),
            Cell::Interval(row.weighted_lower, row.weighted_upper),
            Cell::number(row.pass_rate),
            Cell::Interval(row.pass_lower, row.pass_upper),
            Cell::Text(steps),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of who observed which site.
pub fn site_observers(labels: &Labels<'_>, rows: &[&SiteObservers]) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-observers", Number(Unit::Count)),
        ("page-main-observer", Text),
        ("page-main-visits", Number(Unit::Count)),
        ("page-remark", Text),
    ];
    let table = ("site-observers", "page-site-observers-caption", Scope::OneChecklist);
    keyed_table(labels, table, columns, rows, |row| {
        let cells = [
            Cell::count(row.visits),
            Cell::count(row.observers),
            Cell::Text(labels.value(Dimension::Observer, &row.main_observer)),
            Cell::count(row.main_visits),
            Cell::message(labels, row.inseparable.then_some("page-inseparable")),
        ];
        let key: Key = row.key.clone();
        (key, "", cells)
    })
}
