//! The section of shares of behaviours.

use super::bar_chart::{Bar, bar_chart};
use super::chart_parts::{Frame, Shape, legend_entry, mark};
use super::dot_chart::MAX_ROWS;
use super::table::render_table;
use super::{Section, figure, render_by_checklist};
use crate::analysis::figures::BehaviourRow;
use crate::report::checklist_rows::rows_of;
use crate::report::labels::Labels;
use crate::report::number_format::{Unit, float};
use crate::report::tables::{self, Scope};
use maud::{Markup, html};

/// The maximum number of rows in the table of the weakest behaviours.
const MAX_WEAKEST: usize = 40;

/// Returns the section of shares of behaviours in all visits, and of the lowest ones by the dimensions of the report.
pub fn behaviours(labels: &Labels<'_>) -> Section {
    let report = labels.report;
    let is_by_nothing = report.behaviours == report.network_behaviours;
    let body = render_by_checklist(labels, |index, checklist| {
        let all = rows_of(&report.network_behaviours, checklist);
        let parts = if is_by_nothing { Vec::new() } else { rows_of(&report.behaviours, checklist) };
        if all.is_empty() && parts.is_empty() {
            return None;
        }
        let id = format!("behaviours-{index}");
        Some(html! {
            @if !all.is_empty() {
                (figure(&shares_chart(labels, &id, &all, checklist), &legend(labels)))
                (render_table(labels, &tables::behaviours(labels, &all, Scope::OneChecklist), &format!("{id}-table")))
            }
            @if !parts.is_empty() { (weakest_table(labels, &parts, &format!("{id}-weakest"))) }
        })
    });
    Section::new(labels, "behaviours", ["page-behaviours", "page-behaviours-lead"], body)
}

/// Renders the rows with the lowest upper limits.
fn weakest_table(labels: &Labels<'_>, rows: &[&BehaviourRow], id: &str) -> Markup {
    let mut sorted: Vec<&BehaviourRow> = rows.iter().filter(|row| row.upper.is_some()).copied().collect();
    let upper = |row: &BehaviourRow| row.upper.unwrap_or(1.0);
    sorted.sort_by(|one, other| upper(one).total_cmp(&upper(other)));
    sorted.truncate(MAX_WEAKEST);
    let shown = labels.count(sorted.len() as u64);
    let args = [("shown", shown.into()), ("rows", labels.count(rows.len() as u64).into())];
    let caption = labels.texts.with("page-weakest-caption", &args);
    let table = tables::behaviours(labels, &sorted, Scope::OneChecklist).with_caption(&caption);
    render_table(labels, &table, id)
}

/// Renders the lowest shares.
fn shares_chart(labels: &Labels<'_>, id: &str, rows: &[&BehaviourRow], checklist: &str) -> Markup {
    let mut sorted = rows.to_vec();
    let share = |row: &BehaviourRow| row.share.unwrap_or(2.0);
    sorted.sort_by(|one, other| share(one).total_cmp(&share(other)));
    let bar = |row: &&BehaviourRow| Bar {
        name: labels.key_in(&row.checklist, &row.key),
        figure: labels.figure_or_undefined(Unit::Share, row.share, row.n),
        detail: labels.interval_and_n(Unit::Share, (row.lower, row.upper), row.n),
        counts: [row.yes, row.partly, row.no].map(float),
        share: row.share,
        interval: row.lower.zip(row.upper),
    };
    let bars: Vec<Bar> = sorted.iter().take(MAX_ROWS).map(bar).collect();
    let title = labels.texts.with("page-behaviours-chart", &[("checklist", labels.checklist(checklist).into())]);
    let frame = Frame { id, title: &title, description: labels.get("page-behaviours-chart-how") };
    bar_chart(&frame, &bars, |tick| labels.number(100.0 * tick, 0))
}

fn legend(labels: &Labels<'_>) -> Markup {
    html! {
        @for (class, id) in [("yes", "page-yes"), ("partly", "page-partly"), ("no", "page-no")] {
            (legend_entry(&html! { rect class=(class) x="2" y="2" width="22" height="10" {} }, labels.get(id)))
        }
        (legend_entry(&mark(Shape::Disc, 50.0, 7.0), labels.get("page-legend-share")))
    }
}
