//! A question: what it asks, its table, its chart and the selected row in words; or why there is nothing yet.

use super::chart::{MonthsChart, WaitingChart};
use super::overview::Overview;
use super::rows::{TableRow, details, table_row};
use super::sentence::render_sentence;
use super::table::{FigureTable, Heads};
use crate::analysis::Dimension;
use crate::app::list_cursor::ListCursor;
use crate::app::results_data::{Figures, Tab};
use crate::app::screens::results::Results;
use crate::app::screens::results::tab_rows::ResultsRow;
use crate::report::labels::Labels;
use crate::report::sentences;
use crate::ui::prelude::*;
use crate::ui::wrap::wrap_limited;

/// From this height on, a question says what it asks above its table.
const LEAD_FROM: u16 = 16;
/// The most rows that this takes.
const LEAD_HEIGHT: u16 = 3;
/// From this height on, a table leaves room for a chart.
const CHART_FROM: u16 = 8;
/// From this height on, there is an empty row above the chart.
const SPACE_FROM: u16 = 14;

/// How many unusable files are named.
const FILES: usize = 3;

/// The areas of a question.
struct QuestionLayout {
    lead: Rect,
    table: Rect,
    chart: Rect,
    rule: Rect,
    detail: Rect,
}

impl QuestionLayout {
    /// Splits an area for a lead and a table of so many rows.
    fn new(area: Rect, lead_height: u16, table_height: u16, has_chart: bool) -> Self {
        let [lead, rest] = Layout::vertical([Constraint::Length(lead_height), Constraint::Fill(1)]).areas(area);
        let detail = match rest.height {
            0..=6 => 0,
            // In a small window, the chart says more than the words do.
            7..=10 if has_chart && rest.height > 7 => 0,
            7..=10 => 1,
            11..=14 => 2,
            _ => 3,
        };
        let rows = [Constraint::Fill(1), Constraint::Length(detail.min(1)), Constraint::Length(detail)];
        let [above, rule, detail] = Layout::vertical(rows).areas(rest);
        let [table, _, chart] = if has_chart && above.height >= CHART_FROM {
            // A short table leaves its rows to the chart.
            let space = Constraint::Length(u16::from(above.height >= SPACE_FROM));
            let chart = Constraint::Min((above.height * 3 / 5).max(6));
            Layout::vertical([Constraint::Max(table_height), space, chart]).areas(above)
        } else {
            [above, Rect::default(), Rect::default()]
        };
        let margin = Margin::new(1, 0);
        Self { lead: lead.inner(margin), table, chart: chart.inner(margin), rule, detail: detail.inner(margin) }
    }
}

/// A question.
pub struct QuestionView<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub results: &'a Results,
    pub figures: &'a Figures,
    pub tab: Tab,
    pub cursor: &'a ListCursor,
}

impl StatefulWidget for QuestionView<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let Self { ctx, results, tab, cursor, .. } = self;
        let names = &Labels::new(&self.figures.by, ctx.texts);
        let rows = results.rows();
        if tab == Tab::Overview {
            return Overview { ctx, names, rows: &rows, cursor }.render(area, buf, out);
        }
        if rows.is_empty() {
            return render_sentence(ctx, &nothing_yet(names, tab), area, buf, out);
        }
        let common = results.whole_filter();
        let table: Vec<TableRow> = rows.iter().map(|row| table_row(names, row, &common)).collect();
        let lead = lead(names, tab);
        let max = if area.height >= LEAD_FROM && !lead.is_empty() { LEAD_HEIGHT } else { 0 };
        let lead = wrap_limited(&lead, area.inner(Margin::new(1, 0)).width, max);
        let lead = Text::from_iter(lead).style(ctx.style(Role::Quiet));
        let selected = rows.get(cursor.selected);
        let has_chart = matches!(selected, Some(ResultsRow::Signal(_) | ResultsRow::Waiting(_)));
        let [lead_height, table_height] =
            [lead.height(), table.len() + 1].map(|rows| u16::try_from(rows).unwrap_or(u16::MAX));
        let layout = QuestionLayout::new(area, lead_height, table_height, has_chart);
        lead.render(layout.lead, buf);
        let heads = heads(names, results, tab);
        FigureTable { ctx, names, rows: &table, heads, cursor }.render(layout.table, buf, out);
        match selected {
            Some(ResultsRow::Signal(row)) if !layout.chart.is_empty() => {
                MonthsChart { ctx, names, row }.render(layout.chart, buf);
            }
            Some(ResultsRow::Waiting(row)) if !layout.chart.is_empty() => {
                WaitingChart { ctx, names, row }.render(layout.chart, buf);
            }
            _ => {}
        }
        if let (Some(row), Some(selected)) = (table.get(cursor.selected), selected) {
            Rule::horizontal(ctx.theme).render(layout.rule, buf);
            let checklist = if row.checklist.is_empty() { String::new() } else { format!(" · {}", row.checklist) };
            let text = format!("{}{checklist}{}{}", row.label, ctx.text("app-colon"), details(names, selected));
            let lines = wrap_limited(&text, layout.detail.width, layout.detail.height);
            Text::from_iter(lines).style(ctx.style(Role::Text)).render(layout.detail, buf);
        }
    }
}

/// Returns what a question asks, and what the reader must know of its figures.
fn lead(names: &Labels<'_>, tab: Tab) -> String {
    let report = names.report;
    match tab {
        Tab::Overview | Tab::Scores => String::new(),
        Tab::Ranking => sentences::reliability_sentence(names, &report.ranking),
        Tab::Behaviours => names.get("page-behaviours-lead").to_owned(),
        Tab::Change => {
            let since = report.change.since.as_deref().map(|day| names.day(day)).unwrap_or_default();
            names.texts.with("page-change-lead", &[("since", since.into())])
        }
        Tab::Signals => names.get("page-signals-lead").to_owned(),
        Tab::Waiting => names.get("page-waiting-lead").to_owned(),
        Tab::Mirror => names.get("page-mirror-lead").to_owned(),
        Tab::BlindSpots => names.get("page-blind-spots-lead").to_owned(),
        Tab::Drivers => names.get("page-drivers-lead").to_owned(),
        Tab::Trust => {
            let damaged = &report.source.damaged;
            let files: Vec<&str> = damaged.iter().take(FILES).map(|file| file.path.as_str()).collect();
            let more = if damaged.len() > FILES { ", …" } else { "" };
            let count = u64::try_from(damaged.len()).unwrap_or(u64::MAX);
            let args = [("count", names.count(count).into()), ("files", format!("{}{more}", files.join(", ")).into())];
            let unusable = if damaged.is_empty() { String::new() } else { names.texts.with("results-damaged", &args) };
            format!("{} {unusable}", names.get("page-quality-lead"))
        }
    }
}

/// Returns why a question has no answer yet, and what it would take.
fn nothing_yet(names: &Labels<'_>, tab: Tab) -> String {
    let (id, why) = match tab {
        Tab::Overview => ("page-no-advice", None),
        Tab::Scores => ("results-none-scores", None),
        Tab::Ranking => ("results-none-ranking", names.report.ranking.undefined),
        Tab::Behaviours => ("results-none-behaviours", None),
        Tab::Change => ("results-none-change", names.report.change.undefined),
        Tab::Signals => ("results-none-signals", None),
        Tab::Waiting => ("results-none-waiting", None),
        Tab::Mirror => ("results-none-mirror", None),
        Tab::BlindSpots => ("results-none-blind-spots", None),
        Tab::Drivers => ("results-none-drivers", None),
        Tab::Trust => ("results-none-trust", None),
    };
    let visits = names.with_count("page-n-visits", names.report.source.sessions);
    match why {
        Some(why) => format!("{} ({} · {visits})", names.get(id), names.reason(Some(why))),
        None => format!("{} ({visits})", names.get(id)),
    }
}

/// Returns the heads of a question's table.
fn heads<'a>(names: &Labels<'a>, results: &Results, tab: Tab) -> Heads<'a> {
    let by = if results.fixed(Dimension::Site).is_some() { "page-section" } else { "page-site" };
    let apart = results.fixed(Dimension::Behaviour).is_some();
    let mean = || match &names.report.network[..] {
        [network] => network.percent_mean,
        _ => None,
    };
    let percents = (0.0, 100.0);
    let points = (-100.0, 100.0);
    let (label, n, value, limits, reference) = match tab {
        Tab::Overview => ("page-of", "page-n", "page-share", percents, None),
        Tab::Scores => (by, "page-visits", "results-head-score", percents, mean()),
        Tab::Ranking => ("page-site", "page-visits", "results-head-score", percents, mean()),
        Tab::Behaviours => {
            (if apart { "page-site" } else { "page-behaviour" }, "page-answers", "page-share", percents, None)
        }
        Tab::Change => ("page-of", "page-visits", "results-head-gap", points, Some(0.0)),
        Tab::Signals => ("page-site", "page-visits", "page-centre", percents, None),
        Tab::Waiting => ("page-of", "page-times", "page-median", percents, None),
        Tab::Mirror => ("page-of", "page-visits", "results-head-gap", points, None),
        Tab::BlindSpots => ("page-behaviour", "page-answers", "results-head-gap", points, Some(0.0)),
        Tab::Drivers => ("page-behaviour", "page-visits", "results-head-gap", (-1e6, 1e6), Some(0.0)),
        Tab::Trust => ("page-observer", "page-visits", "results-leniency", points, Some(0.0)),
    };
    let relations = (tab == Tab::Mirror)
        .then(|| ["page-mirror-customer", "page-mirror-management", "page-mirror-internal"].map(|id| names.get(id)));
    Heads { label: names.get(label), n: names.get(n), value: names.get(value), relations, limits, reference }
}
