//! Tables of each site beside the others, of visits by site, and of scores over years.

use super::Content::{Interval, Month, Number, Text};
use super::{Cell, Scope, Table, keyed_table, score_changes};
use crate::analysis::Dimension;
use crate::analysis::figures::{Coverage, CoverageRow, LastYear, Span, StandingRow, TrendRow};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the table of each site beside the other sites of the network and of its group.
pub fn standing(labels: &Labels<'_>, rows: &[&StandingRow], scope: Scope) -> Table {
    let columns = [
        ("page-visits", Number(Unit::Count)),
        ("page-score-mean", Number(Unit::Percent)),
        ("page-other-sites", Number(Unit::Percent)),
        ("page-difference-sites", Number(Unit::Points)),
        ("page-difference-sites", Interval(Unit::Points)),
        ("page-quarter", Number(Unit::Count)),
        ("page-group", Text),
        ("page-other-group", Number(Unit::Percent)),
        ("page-difference-group", Number(Unit::Points)),
        ("page-difference-group", Interval(Unit::Points)),
    ];
    keyed_table(labels, ("standing", "page-standing-caption", scope), columns, rows, |row| {
        let group = row.group.as_deref().map_or(Cell::Empty, |group| Cell::Text(labels.value(Dimension::Group, group)));
        let cells = [
            Cell::count(row.visits),
            Cell::number(row.percent_mean),
            Cell::number(row.other_mean),
            Cell::figure(labels, row.difference, row.visits, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::number(row.quartile.map(super::float)),
            group,
            Cell::number(row.group_mean),
            Cell::number(row.group_difference),
            Cell::Interval(row.group_lower, row.group_upper),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of the visits of each site. Its caption says how many sites were visited by kind of visit.
pub fn covered_sites(labels: &Labels<'_>, rows: &[&CoverageRow]) -> Table {
    let has_list = labels.report.coverage.known_sites > 0;
    let columns = [
        ("page-group", Text),
        ("page-mystery-visits", Number(Unit::Count)),
        ("page-self-audits", Number(Unit::Count)),
        ("page-last-visit", Text),
        ("page-remark", Text),
    ];
    let table = ("coverage", "page-coverage-caption", Scope::OneChecklist);
    keyed_table(labels, table, columns, rows, |row| {
        let group = row.group.as_deref().map_or(Cell::Empty, |group| Cell::Text(labels.value(Dimension::Group, group)));
        let last = row.last_visit.as_deref().map(|day| labels.day(day));
        let remark = match (row.visits, row.known) {
            (0, _) => Some("page-not-visited"),
            (_, false) if has_list => Some("page-not-listed"),
            _ => None,
        };
        let cells = [
            group,
            Cell::number(row.mystery_visits.map(super::float)),
            Cell::number(row.self_audits.map(super::float)),
            last.map_or(Cell::Empty, Cell::Text),
            Cell::message(labels, remark),
        ];
        (row.key.clone(), "", cells)
    })
}

/// Returns the table of the sites visited, with how many were visited by each kind in its caption.
pub fn coverage(labels: &Labels<'_>, coverage: &Coverage) -> Table {
    let table = covered_sites(labels, &coverage.rows.iter().collect::<Vec<_>>());
    let of_kind = coverage.kinds.iter().map(|of| {
        let args = [
            ("kind", labels.value(Dimension::Kind, of.kind).into()),
            ("visited", labels.count(of.visited).into()),
            ("sites", labels.count(coverage.sites).into()),
        ];
        labels.texts.with("page-coverage-kind", &args)
    });
    let caption = std::iter::once(table.caption.clone()).chain(of_kind).collect::<Vec<_>>().join(" · ");
    table.with_caption(&caption)
}

/// Returns the table of how scores move over time.
pub fn trend(labels: &Labels<'_>, rows: &[&TrendRow], scope: Scope) -> Table {
    let columns = [
        ("page-sites", Number(Unit::Count)),
        ("page-visits", Number(Unit::Count)),
        ("page-first-month", Month),
        ("page-last-month", Month),
        ("page-per-year", Number(Unit::Points)),
        ("page-per-year", Interval(Unit::Points)),
        ("page-verdict", Text),
    ];
    keyed_table(labels, ("trend", "page-trend-caption", scope), columns, rows, |row| {
        let month = |month: &Option<String>| month.as_deref().map_or(Cell::Empty, Cell::text);
        let cells = [
            Cell::count(row.sites),
            Cell::count(row.visits),
            month(&row.from),
            month(&row.to),
            Cell::figure(labels, row.per_year, row.visits, row.undefined),
            Cell::Interval(row.lower, row.upper),
            Cell::certainty(labels, row.certain),
        ];
        (row.key.clone(), &row.checklist, cells)
    })
}

/// Returns the table of scores in the later period and in the same months one year before, which head their columns.
pub fn last_year(labels: &Labels<'_>, last_year: &LastYear, scope: Scope) -> Table {
    let rows: Vec<_> = last_year.scores.iter().collect();
    let table = score_changes(labels, &rows, scope).with_caption(labels.get("page-last-year-caption"));
    let mut table = Table { id: "last-year", ..table };
    for column in &mut table.columns {
        let span = match column.id {
            "page-before" => last_year.before.as_ref(),
            "page-after" => last_year.after.as_ref(),
            _ => None,
        };
        if let Some(span) = span {
            column.head = months(labels, span);
        }
    }
    table
}

/// Returns the months of a span in words.
fn months(labels: &Labels<'_>, span: &Span) -> String {
    let month = |day: &str| labels.month(day.get(..7).unwrap_or(day));
    let (from, to) = (month(&span.from), month(&span.to));
    if from == to { from } else { format!("{from} – {to}") }
}
