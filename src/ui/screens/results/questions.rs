//! One question in front: what it asks, its table, its chart; or why there is nothing yet, and what it would take.

use super::line::{self, Line};
use super::table::{self, Heads};
use super::{opening, plot};
use crate::analysis::Dimension;
use crate::app::list_cursor::ListCursor;
use crate::app::results_data::{Figures, Tab};
use crate::app::screens::results::Results;
use crate::app::screens::results::tab::Row;
use crate::report::names::Names;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// From this height on, a question says what it asks above its table.
const ROOM_FOR_LEAD: u16 = 16;

/// How many unusable files are named.
const FILES: usize = 3;

/// Draws a question.
pub fn draw(canvas: &mut Canvas<'_>, results: &Results, figures: &Figures, tab: Tab, cursor: &ListCursor, area: Rect) {
    let names = Names::new(&figures.by, canvas.view.texts);
    let rows = results.rows();
    if tab == Tab::Overview {
        return opening::draw(canvas, &names, &rows, cursor, area);
    }
    let lead = lead(&names, tab);
    if rows.is_empty() {
        return empty(canvas, &names, tab, area);
    }
    let area = if area.height >= ROOM_FOR_LEAD && !lead.is_empty() {
        let below = said(canvas, &lead, area, 3, Role::Quiet);
        Rect { y: below, height: area.bottom() - below, ..area }
    } else {
        area
    };
    let common = results.whole_filter();
    let lines: Vec<Line> = rows.iter().map(|row| line::line(&names, row, &common)).collect();
    let front = rows.get(cursor.selected);
    let drawn = matches!(front, Some(Row::Signal(_) | Row::Waiting(_)));
    // In a small window the chart says more than the words do.
    let small = drawn && (8..=10).contains(&area.height);
    let above = if small { area } else { table::detail(canvas, lines.get(cursor.selected), area) };
    let chart = if drawn && above.height >= 8 { (above.height * 3 / 5).max(6) } else { 0 };
    // A short list leaves its rows to the chart.
    let listed = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(1);
    let list =
        Rect { height: above.height.saturating_sub(chart).min(if chart > 0 { listed } else { above.height }), ..above };
    table::draw(canvas, &names, &lines, &heads(&names, results, tab), cursor, list);
    if chart > 0 {
        // A line of air where there is room for it.
        let y = list.bottom() + u16::from(above.height >= 14);
        let area =
            Rect { x: above.x + 1, y, width: above.width.saturating_sub(2), height: above.bottom().saturating_sub(y) };
        match front {
            Some(Row::Signal(row)) => plot::months(canvas, &names, row, area),
            Some(Row::Waiting(row)) => plot::waiting(canvas, &names, row, area),
            _ => {}
        }
    }
}

/// Writes a sentence in at most so many lines; returns the row after it.
fn said(canvas: &mut Canvas<'_>, text: &str, area: Rect, most: usize, role: Role) -> u16 {
    let width = area.width.saturating_sub(2);
    let mut y = area.y;
    for line in format::fitted(text, width, most) {
        canvas.text(area.x + 1, y, width, &line, role);
        y += 1;
    }
    y
}

/// Says what a question asks, and what the reader must know of its figures.
fn lead(names: &Names<'_>, tab: Tab) -> String {
    let report = names.report;
    match tab {
        Tab::Overview | Tab::Scores => String::new(),
        Tab::Ranking => {
            let ranking = &report.ranking;
            let number = |number: Option<f64>| number.map_or_else(|| "–".to_owned(), |number| names.number(number, 2));
            let mut args = vec![
                ("now", number(ranking.g_now).into()),
                ("one", number(ranking.g_one_visit).into()),
                ("visits", names.count(ranking.visits).into()),
            ];
            let id = match ranking.visits_needed {
                Some(needed) => {
                    args.push(("needed", names.count(needed).into()));
                    "page-reliability-now"
                }
                None => "page-reliability-never",
            };
            names.texts.with(id, &args)
        }
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

/// Says why a question has no answer yet, and what it would take.
fn empty(canvas: &mut Canvas<'_>, names: &Names<'_>, tab: Tab, area: Rect) {
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
    let sessions = names.report.source.sessions;
    let counted = names.texts.with("page-n-visits", &[("count", sessions.into()), ("n", names.count(sessions).into())]);
    let text = names.get(id);
    let text = match why {
        Some(why) => format!("{text} ({} · {counted})", names.reason(why)),
        None => format!("{text} ({counted})"),
    };
    let below = Rect { y: area.y + u16::from(area.height > 6), ..area };
    said(canvas, &text, below, usize::from(area.height), Role::Text);
    canvas.park(area.x + 1, below.y);
}

fn heads<'a>(names: &Names<'a>, results: &Results, tab: Tab) -> Heads<'a> {
    let by = if results.fixed(Dimension::Site).is_some() { "page-section" } else { "page-site" };
    let apart = results.fixed(Dimension::Behaviour).is_some();
    let mean = || match &names.report.network[..] {
        [network] => network.percent_mean,
        _ => None,
    };
    let percents = (0.0, 100.0);
    let points = (-100.0, 100.0);
    let (label, n, value, most, reference) = match tab {
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
    let strip = (tab == Tab::Mirror)
        .then(|| ["page-mirror-customer", "page-mirror-management", "page-mirror-internal"].map(|id| names.get(id)));
    Heads { label: names.get(label), n: names.get(n), value: names.get(value), strip, most, reference }
}
