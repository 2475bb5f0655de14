//! The questions that every format shows as tables alone, without a chart.

use super::{Scope, Table, critical, distribution, given, numbers, outcomes, priorities, site_observers};
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
    let scores: Vec<&ScoreRow> = report.network.iter().chain(&report.scores).collect();
    let answers: Vec<&DistributionRow> = report.network_distributions.iter().chain(&report.distributions).collect();
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
    all.into_iter().filter(|section| !section.table.rows.is_empty()).collect()
}

fn refs<R>(rows: &[R]) -> Vec<&R> {
    rows.iter().collect()
}
