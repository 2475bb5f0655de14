//! The questions that every format shows as tables alone, without a chart.

use super::{
    Scope, Table, coverage, critical, distribution, given, last_year, numbers, outcomes, priorities, site_observers,
    standing, trend, verbatims,
};
use crate::analysis::figures::{DistributionRow, ScoreRow};
use crate::report::labels::Labels;

/// A question that a table answers.
pub struct TableSection {
    /// The id within a page.
    pub id: &'static str,
    /// The message of its title.
    pub title: &'static str,
    /// The message that says how it is answered.
    pub lead: &'static str,
    /// The message of its sheet's name in a spreadsheet.
    pub sheet: &'static str,
    /// The answer.
    pub table: Table,
    /// The ids of the columns in a text report.
    pub columns: &'static [&'static str],
}

/// Returns the questions whose tables have rows.
pub fn sections(labels: &Labels<'_>) -> Vec<TableSection> {
    let report = labels.report;
    let scores = report.network.iter().chain(&report.scores);
    let scores: Vec<&ScoreRow> = scores.filter(|row| row.quartiles.is_some()).collect();
    let answers: Vec<&DistributionRow> = report.network_distributions.iter().chain(&report.distributions).collect();
    let notes = report.verbatims.iter().flat_map(|row| row.newest.iter().map(move |note| (row, note)));
    let all = [
        TableSection {
            id: "critical",
            title: "page-critical",
            lead: "page-critical-lead",
            sheet: "sheet-critical",
            table: critical(labels, &refs(&report.critical), Scope::All),
            columns: &["page-failed-critical", "page-visits", "page-critical-sites"],
        },
        TableSection {
            id: "verbatims",
            title: "page-verbatims",
            lead: "page-verbatims-lead",
            sheet: "sheet-verbatims",
            table: verbatims(labels, notes, Scope::All),
            columns: &["page-behaviour", "page-verbatim", "page-verbatim-visit"],
        },
        TableSection {
            id: "priorities",
            title: "page-priorities",
            lead: "page-priorities-lead",
            sheet: "sheet-priorities",
            table: priorities(labels, &refs(&report.priorities), Scope::All),
            columns: &["page-gain", "page-answers", "page-share", "page-verdict"],
        },
        TableSection {
            id: "outcomes",
            title: "page-outcomes",
            lead: "page-outcomes-lead",
            sheet: "sheet-outcomes",
            table: outcomes(
                labels,
                &report.network_outcomes.iter().chain(&report.outcomes).collect::<Vec<_>>(),
                Scope::All,
            ),
            columns: &[
                "page-visits",
                "page-outcome-mean",
                "page-outcome-mean ±",
                "page-outcome-top",
                "page-outcome-nps",
                "page-outcome-nps ±",
            ],
        },
        TableSection {
            id: "given",
            title: "page-given",
            lead: "page-given-lead",
            sheet: "sheet-given",
            table: given(labels, &answers, Scope::All),
            columns: &["page-item", "page-answer", "page-visits", "page-share", "page-share ±"],
        },
        TableSection {
            id: "numbers",
            title: "page-numbers",
            lead: "page-numbers-lead",
            sheet: "sheet-numbers",
            table: numbers(labels, &answers, Scope::All),
            columns: &[
                "page-item",
                "page-answers",
                "page-outcome-mean",
                "page-outcome-mean ±",
                "page-least",
                "page-quartile-median",
                "page-greatest",
            ],
        },
        TableSection {
            id: "distribution",
            title: "page-distribution",
            lead: "page-distribution-lead",
            sheet: "sheet-distribution",
            table: distribution(labels, &scores, Scope::All),
            columns: &[
                "page-quartile-first",
                "page-quartile-median",
                "page-quartile-third",
                "page-by-site",
                "page-weighted",
                "page-pass-rate",
                "page-pass-rate ±",
            ],
        },
        TableSection {
            id: "site-observers",
            title: "page-site-observers",
            lead: "page-site-observers-lead",
            sheet: "sheet-site-observers",
            table: site_observers(labels, &refs(&report.site_observers)),
            columns: &["page-visits", "page-observers", "page-main-observer", "page-main-visits", "page-remark"],
        },
    ];
    let all = all.into_iter().chain(programme(labels));
    all.filter(|section| !section.table.rows.is_empty()).collect()
}

/// Returns the questions on sites and on years. Rows that could not be anything but undefined are left out.
fn programme(labels: &Labels<'_>) -> [TableSection; 4] {
    let report = labels.report;
    let beside: Vec<_> = report.standing.iter().filter(|row| row.other_sites > 0).collect();
    let has_trend = report.trend.iter().any(|row| row.per_year.is_some());
    let trends: Vec<_> =
        report.trend.iter().filter(|row| has_trend && (row.key.is_all() || row.per_year.is_some())).collect();
    [
        TableSection {
            id: "coverage",
            title: "page-coverage",
            lead: "page-coverage-lead",
            sheet: "sheet-coverage",
            table: coverage(labels, &report.coverage),
            columns: &["page-group", "page-mystery-visits", "page-self-audits", "page-last-visit", "page-remark"],
        },
        TableSection {
            id: "standing",
            title: "page-standing",
            lead: "page-standing-lead",
            sheet: "sheet-standing",
            table: standing(labels, &beside, Scope::All),
            columns: &["page-score-mean", "page-difference-sites", "page-difference-sites ±", "page-quarter"],
        },
        TableSection {
            id: "last-year",
            title: "page-last-year",
            lead: "page-last-year-lead",
            sheet: "sheet-last-year",
            table: last_year(labels, &report.last_year, Scope::All),
            columns: &[
                "page-before",
                "page-after",
                "page-difference-points",
                "page-difference-points ±",
                "page-verdict",
            ],
        },
        TableSection {
            id: "trend",
            title: "page-trend",
            lead: "page-trend-lead",
            sheet: "sheet-trend",
            table: trend(labels, &trends, Scope::All),
            columns: &["page-visits", "page-per-year", "page-per-year ±", "page-verdict"],
        },
    ]
}

fn refs<R>(rows: &[R]) -> Vec<&R> {
    rows.iter().collect()
}
