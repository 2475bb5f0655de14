//! A question: what it asks, its table, its chart and the selected row in words; or why there is nothing yet.

use super::chart::{render_months, render_waiting};
use super::rows::{RELATIONS, TableRow, details, table_row};
use super::table::{FigureTable, Heads};
use crate::analysis::Dimension;
use crate::app::results_data::Tab;
use crate::app::screens::results::Results;
use crate::app::screens::results::tab_rows::ResultsRow;
use crate::report::labels::Labels;
use crate::report::sentences;
use crate::ui::prelude::*;

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

/// Splits the area of a question into lead, table, chart, rule and details.
fn layout(area: Rect, lead_height: u16, table_height: u16, has_chart: bool) -> [Rect; 5] {
    let [lead, rest] = Layout::vertical([Length(lead_height), Fill(1)]).areas(area);
    let details = match rest.height {
        0..=6 => 0,
        // In a small window, the chart says more than the words do.
        7..=10 if has_chart && rest.height > 7 => 0,
        7..=10 => 1,
        11..=14 => 2,
        _ => 3,
    };
    let [above, rule, details] = Layout::vertical([Fill(1), Length(details.min(1)), Length(details)]).areas(rest);
    let [table, _, chart] = if has_chart && above.height >= CHART_FROM {
        // A short table leaves its rows to the chart.
        let chart = Min((above.height * 3 / 5).max(6));
        Layout::vertical([Max(table_height), Length(u16::from(above.height >= SPACE_FROM)), chart]).areas(above)
    } else {
        [above, Rect::default(), Rect::default()]
    };
    [padded(lead), table, padded(chart), rule, padded(details)]
}

/// Renders the question of a tab.
pub fn render_question(
    ctx: &RenderContext<'_>,
    results: &Results,
    names: &Labels<'_>,
    (tab, cursor): (Tab, &ListCursor),
    area: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let rows = results.rows();
    if tab == Tab::Overview {
        return render_overview(ctx, names, &rows, cursor, area, buf, out);
    }
    let index = cursor.within(rows.len());
    let Some(selected) = rows.get(index) else {
        return render_sentence(ctx, &nothing_yet(names, tab), area, buf, out);
    };
    let common = results.whole_filter();
    let table: Vec<TableRow> = rows.iter().map(|row| table_row(names, row, &common)).collect();
    let lead = lead(names, tab);
    let max = if area.height >= LEAD_FROM && !lead.is_empty() { LEAD_HEIGHT } else { 0 };
    let lead = Text::from_iter(wrap_limited(&lead, padded(area).width, max)).style(ctx.style(Role::Quiet));
    let has_chart = matches!(selected, ResultsRow::Signal(_) | ResultsRow::Waiting(_));
    let [above, figures, chart, rule, below] = layout(area, cells(lead.height()), cells(table.len() + 1), has_chart);
    lead.render(above, buf);
    FigureTable { ctx, names, rows: &table, heads: heads(names, results, tab), cursor }.render(figures, buf, out);
    match selected {
        ResultsRow::Signal(row) if !chart.is_empty() => render_months(ctx, names, row, chart, buf),
        ResultsRow::Waiting(row) if !chart.is_empty() => render_waiting(ctx, names, row, chart, buf),
        _ => {}
    }
    if let Some(row) = table.get(index) {
        render_rule(ctx, rule, buf);
        let checklist = if row.checklist.is_empty() { String::new() } else { format!(" · {}", row.checklist) };
        let text = format!("{}{checklist}{}{}", row.label, ctx.text("app-colon"), details(names, selected));
        ctx.fitted(&text, below, Role::Text).render(below, buf);
    }
}

/// Returns the messages of a tab: its title, what it asks, and what it says without an answer.
pub fn words(tab: Tab) -> (&'static str, &'static str, &'static str) {
    match tab {
        Tab::Overview => ("results-tab-overview", "", "page-no-advice"),
        Tab::Scores => ("results-tab-scores", "", "results-none-scores"),
        Tab::Ranking => ("results-tab-ranking", "", "results-none-ranking"),
        Tab::Behaviours => ("results-tab-behaviours", "page-behaviours-lead", "results-none-behaviours"),
        Tab::Change => ("results-tab-change", "page-change-lead", "results-none-change"),
        Tab::Signals => ("results-tab-signals", "page-signals-lead", "results-none-signals"),
        Tab::Waiting => ("results-tab-waiting", "page-waiting-lead", "results-none-waiting"),
        Tab::Mirror => ("results-tab-mirror", "page-mirror-lead", "results-none-mirror"),
        Tab::BlindSpots => ("results-tab-blind-spots", "page-blind-spots-lead", "results-none-blind-spots"),
        Tab::Drivers => ("results-tab-drivers", "page-drivers-lead", "results-none-drivers"),
        Tab::Priorities => ("results-tab-priorities", "page-priorities-lead", "results-none-behaviours"),
        Tab::Critical => ("results-tab-critical", "page-critical-lead", "results-none-critical"),
        Tab::Verbatims => ("results-tab-verbatims", "page-verbatims-lead", "results-none-verbatims"),
        Tab::Outcomes => ("results-tab-outcomes", "page-outcomes-lead", "results-none-outcomes"),
        Tab::Distribution => ("results-tab-distribution", "page-distribution-lead", "results-none-scores"),
        Tab::Standing => ("results-tab-standing", "page-standing-lead", "results-none-ranking"),
        Tab::Answers => ("results-tab-answers", "page-given-lead", "results-none-answers"),
        Tab::LastYear => ("results-tab-last-year", "page-last-year-lead", "results-none-change"),
        Tab::Trend => ("results-tab-trend", "page-trend-lead", "results-none-change"),
        Tab::Coverage => ("results-tab-coverage", "page-coverage-lead", "results-none-scores"),
        Tab::Trust => ("results-tab-trust", "page-quality-lead", "results-none-trust"),
    }
}

/// Returns what a question asks, and what the reader must know of its figures.
fn lead(names: &Labels<'_>, tab: Tab) -> String {
    let (report, (_, lead, _)) = (names.report, words(tab));
    match tab {
        Tab::Ranking => sentences::reliability_sentence(names, &report.ranking),
        Tab::Change => {
            let since = report.change.since.as_deref().map(|day| names.day(day)).unwrap_or_default();
            names.texts.with(lead, &[("since", since.into())])
        }
        Tab::Trust => {
            let damaged = &report.source.damaged;
            let files: Vec<&str> = damaged.iter().take(FILES).map(|file| file.path.as_str()).collect();
            let more = if damaged.len() > FILES { ", …" } else { "" };
            let count = names.count(damaged.len() as u64);
            let args = [("count", count.into()), ("files", format!("{}{more}", files.join(", ")).into())];
            let unusable = if damaged.is_empty() { String::new() } else { names.texts.with("results-damaged", &args) };
            format!("{} {unusable}", names.get(lead))
        }
        _ => names.get(lead).to_owned(),
    }
}

/// Returns why a question has no answer yet, and what it would take.
fn nothing_yet(names: &Labels<'_>, tab: Tab) -> String {
    let why = match tab {
        Tab::Ranking => names.report.ranking.undefined,
        Tab::Change => names.report.change.undefined,
        _ => None,
    };
    let why = why.map_or_else(String::new, |why| format!("{} · ", names.reason(Some(why))));
    let visits = names.with_count("page-n-visits", names.report.source.sessions);
    format!("{} ({why}{visits})", names.get(words(tab).2))
}

/// Returns the heads of a question's table.
fn heads<'a>(names: &Labels<'a>, results: &Results, tab: Tab) -> Heads<'a> {
    let by = if results.fixed(Dimension::Site).is_some() { "page-section" } else { "page-site" };
    let (label, n, value) = match tab {
        Tab::Scores => (by, "page-visits", "results-head-score"),
        Tab::Ranking => ("page-site", "page-visits", "results-head-score"),
        Tab::Behaviours if results.fixed(Dimension::Behaviour).is_some() => ("page-site", "page-answers", "page-share"),
        Tab::Behaviours => ("page-behaviour", "page-answers", "page-share"),
        Tab::Overview | Tab::Change | Tab::Mirror => ("page-of", "page-visits", "results-head-gap"),
        Tab::Signals => ("page-site", "page-visits", "page-centre"),
        Tab::Waiting => ("page-of", "page-times", "page-median"),
        Tab::BlindSpots => ("page-behaviour", "page-answers", "results-head-gap"),
        Tab::Drivers => ("page-behaviour", "page-visits", "results-head-gap"),
        Tab::Priorities => ("page-behaviour", "page-answers", "page-gain"),
        Tab::Critical => ("page-item", "page-visits", "page-failed-critical"),
        Tab::Verbatims => ("page-verbatim", "document-day", "page-site"),
        Tab::Outcomes => (by, "page-visits", "page-outcome-mean"),
        Tab::Distribution => (by, "page-visits", "page-quartile-median"),
        Tab::Standing | Tab::LastYear => ("page-site", "page-visits", "results-head-gap"),
        Tab::Answers => ("page-answer", "page-answers", "page-share"),
        Tab::Trend => ("page-site", "page-visits", "page-per-year"),
        Tab::Coverage => ("page-site", "page-self-audits", "page-mystery-visits"),
        Tab::Trust => ("page-observer", "page-visits", "results-leniency"),
    };
    let (limits, reference) = match (tab, &names.report.network[..]) {
        (Tab::Scores | Tab::Ranking, [network]) => ((0.0, 100.0), network.percent_mean),
        (Tab::Scores | Tab::Ranking | Tab::Behaviours | Tab::Answers, _) => ((0.0, 100.0), None),
        (Tab::Outcomes, _) => ((0.0, 10.0), None),
        (Tab::Drivers, _) => ((-1e6, 1e6), Some(0.0)),
        _ => ((-100.0, 100.0), Some(0.0)),
    };
    let relations = (tab == Tab::Mirror).then(|| RELATIONS.map(|(_, id)| names.get(id)));
    Heads { label: names.get(label), n: names.get(n), value: names.get(value), relations, limits, reference }
}

/// Renders a sentence where there are no figures; it has the terminal's cursor.
pub fn render_sentence(ctx: &RenderContext<'_>, text: &str, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let space = u16::from(area.height > 4);
    let [_, area] = Layout::vertical([Length(space), Fill(1)]).areas(padded(area));
    ctx.fitted(text, area, Role::Text).render(area, buf);
    out.set_cursor(area);
}

/// Renders the sentences, one below the other.
fn render_overview(
    ctx: &RenderContext<'_>,
    names: &Labels<'_>,
    rows: &[ResultsRow<'_>],
    cursor: &ListCursor,
    area: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let source_height = match area.height {
        0..=5 => 0,
        6..=9 => 1,
        _ => 3,
    };
    let [list, foot] = Layout::vertical([Fill(1), Length(source_height)]).areas(padded(area));
    ctx.fitted(&source(names), foot, Role::Quiet).render(foot, buf);
    if rows.is_empty() {
        ctx.fitted(names.get(words(Tab::Overview).2), list, Role::Text).render(list, buf);
        return out.set_cursor(list);
    }
    let sentence = |(index, row): (usize, &ResultsRow<'_>)| {
        let ResultsRow::Advice(advice) = row else { return Block::default() };
        let sentence = sentences::advice_sentence(advice, names.report, names.texts);
        let glyph = ctx.glyph(if index == cursor.within(rows.len()) { Glyph::Cursor } else { Glyph::Open });
        Block::from(ctx.columns().text(glyph, Role::Text).gap(1).wrapped(list.width, sentence, Role::Text))
    };
    let mut blocks: Vec<Block<'_>> = rows.iter().enumerate().map(sentence).collect();
    let height: usize = blocks.iter().map(|block| block.text.height() + 1).sum();
    if height < usize::from(list.height) {
        blocks.iter_mut().skip(1).for_each(|block| block.heading.push(Line::default()));
    }
    BlockList::new(blocks, cursor, ctx.theme).render(list, buf, out);
}

/// Returns what the figures are based on: what was left out, and what could not be used.
fn source(names: &Labels<'_>) -> String {
    let source = &names.report.source;
    let counts = [
        ("page-source-sessions", source.sessions),
        ("page-source-corrected", source.corrected),
        ("page-source-filtered", source.filtered),
        ("page-source-damaged", source.damaged.len() as u64),
        ("page-source-duplicates", source.duplicates),
        ("page-source-abandoned", source.abandoned),
        ("page-source-void", source.void),
        ("page-source-training", source.training),
        ("page-source-superseded", source.superseded),
        ("page-source-unsealed", source.unsealed),
    ];
    let said =
        counts.into_iter().filter(|(id, count)| *count > 0 || *id == "page-source-sessions").map(|(id, count)| {
            names.texts.with("results-named", &[("name", names.get(id).into()), ("value", names.count(count).into())])
        });
    said.collect::<Vec<_>>().join(" · ")
}
