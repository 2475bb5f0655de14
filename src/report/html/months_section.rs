//! The section of control charts: whether a month is signal or noise.

use super::chart_parts::{Frame, Scale, Shape, legend_entry, mark};
use super::months_chart::{MonthsChart, months_chart};
use super::table::render_table;
use super::{Section, render_by_checklist};
use crate::analysis::figures::{SignalPoint, SignalRow};
use crate::report::checklist_rows::rows_of;
use crate::report::labels::Labels;
use crate::report::number_format::{Unit, cut};
use crate::report::tables::{self, Cell, Column, Content, Scope, Table};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The maximum number of charts of a checklist.
const MAX_CHARTS: usize = 12;

/// Returns the section of control charts.
pub fn months(labels: &Labels<'_>) -> Section {
    let body = render_by_checklist(labels, |index, checklist| {
        let rows = rows_of(&labels.report.signals, checklist);
        let charted = charted_rows(&rows);
        (!rows.is_empty()).then(|| {
            html! {
                @if !charted.is_empty() { (charts(labels, &charted, index)) }
                @if charted.len() < rows.iter().filter(|row| row.centre.is_some()).count() {
                    p.quiet { (labels.get("page-signals-drawn")) }
                }
                (render_table(labels, &tables::signals(labels, &rows, Scope::OneChecklist), &format!("signals-{index}")))
                (render_table(labels, &months_by_chart(labels, &charted), &format!("months-{index}")))
            }
        })
    });
    Section::new(labels, "signals", ["page-signal-months", "page-signals-lead"], body)
}

/// Returns the rows to chart: that of all visits, then those with a shift, then those with the most signals.
fn charted_rows<'r>(rows: &[&'r SignalRow]) -> Vec<&'r SignalRow> {
    let mut charted: Vec<&SignalRow> = rows.iter().filter(|row| row.centre.is_some()).copied().collect();
    let signals = |row: &SignalRow| row.points.iter().filter(|point| point.signal).count();
    charted.sort_by_key(|row| (!row.key.is_all(), row.shift.is_none(), usize::MAX - signals(row)));
    charted.truncate(MAX_CHARTS);
    charted
}

/// Renders the charts of a checklist on one scale, and their legend.
fn charts(labels: &Labels<'_>, rows: &[&SignalRow], checklist: usize) -> Markup {
    let numbers = rows.iter().flat_map(|row| {
        let limits = [row.lower, row.upper].into_iter().flatten();
        row.points.iter().filter_map(|point| point.percent).chain(limits)
    });
    let scale = Scale::around(numbers, (0.0, 100.0));
    html! {
        div.panels {
            @for (index, row) in rows.iter().enumerate() {
                @let name = labels.key_in(&row.checklist, &row.key);
                @let verdict = verdict(labels, row);
                @let frame = Frame { id: &format!("months-{checklist}-{index}"), title: &name, description: &verdict };
                div.panel {
                    p.panel-name { (cut(&name, 60)) }
                    (months_chart(&frame, &chart(labels, row), scale, |tick| labels.number(tick, 0)))
                    p.quiet { (verdict) }
                }
            }
        }
        p.legend-line {
            (legend_entry(&html! { circle.month cx="50%" cy="7" r="2.6" {} }, labels.get("page-legend-month")))
            (legend_entry(&mark(Shape::Triangle, 50.0, 8.0), labels.get("page-legend-signal")))
            (legend_entry(&html! { line.centre x1="1" x2="25" y1="7" y2="7" {} }, labels.get("page-legend-centre")))
            (legend_entry(&html! { line.limit x1="1" x2="25" y1="7" y2="7" {} }, labels.get("page-legend-limits")))
            (legend_entry(&html! { line.reference x1="50%" x2="50%" y1="0" y2="14" {} }, labels.get("page-legend-shift")))
        }
    }
}

fn chart(labels: &Labels<'_>, row: &SignalRow) -> MonthsChart {
    let month = |point: Option<&SignalPoint>| point.map(|point| labels.month(&point.month)).unwrap_or_default();
    MonthsChart {
        points: row.points.iter().map(|point| (point.percent, point.signal)).collect(),
        limits: row.centre.zip(row.lower).zip(row.upper).map(|((centre, lower), upper)| (centre, lower, upper)),
        ends: (month(row.points.first()), month(row.points.last())),
        shift: row.shift.as_ref().and_then(|shift| row.points.iter().position(|point| point.month == *shift)),
    }
}

/// Returns a table with a row for each month and a column for each chart.
fn months_by_chart(labels: &Labels<'_>, rows: &[&SignalRow]) -> Table {
    let months: BTreeSet<&str> =
        rows.iter().flat_map(|row| row.points.iter().map(|point| point.month.as_str())).collect();
    let mut table = Table::new("months", labels.get("page-months-caption"));
    table.columns.push(Column { id: "page-month", head: labels.get("page-month").to_owned(), content: Content::Head });
    table.columns.extend(rows.iter().map(|row| Column {
        id: "chart",
        head: labels.key_in(&row.checklist, &row.key),
        content: Content::Number(Unit::Percent),
    }));
    for month in months {
        let cell = |row: &&SignalRow| {
            let point = row.points.iter().find(|point| point.month == month);
            let Some((percent, point)) = point.and_then(|point| Some((point.percent?, point))) else {
                return Cell::Text(labels.undefined(0));
            };
            let figure = format!("{} ({})", labels.texts.percent(percent), labels.count(point.visits));
            Cell::Text(if point.signal { format!("▲ {figure}") } else { figure })
        };
        let head = Cell::Text(labels.month(month));
        table.rows.push(std::iter::once(head).chain(rows.iter().map(cell)).collect());
    }
    table
}

/// Returns a sentence on the level of a chart, its shift and its signals.
fn verdict(labels: &Labels<'_>, row: &SignalRow) -> String {
    let visits = row.points.iter().map(|point| point.visits).sum();
    let signals: Vec<String> =
        row.points.iter().filter(|point| point.signal).map(|point| labels.month(&point.month)).collect();
    let level = match (row.centre, row.lower, row.upper) {
        (Some(centre), Some(lower), Some(upper)) => labels.texts.with(
            "page-months-level",
            &[
                ("centre", labels.texts.percent(centre).into()),
                ("lower", labels.digits(Unit::Percent, lower).into()),
                ("upper", labels.digits(Unit::Percent, upper).into()),
                ("n", labels.count(visits).into()),
            ],
        ),
        _ => labels.undefined(visits),
    };
    let changes = match (&row.shift, signals.is_empty()) {
        (Some(shift), _) => labels.texts.with("page-months-shift", &[("month", labels.month(shift).into())]),
        (None, false) => labels.texts.with("page-months-signals", &[("months", signals.join(", ").into())]),
        (None, true) => labels.get("page-months-noise").to_owned(),
    };
    format!("{level} {changes}")
}
