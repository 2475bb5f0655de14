//! Over time: months as signal or noise, and waiting.

use super::curves::{Curve, curves};
use super::marks::{Scale, Shape, key, mark};
use super::months::{Months, months};
use super::scores::{detail, value};
use super::table::table;
use super::{Section, by_checklist, figure};
use crate::analysis::Dimension;
use crate::analysis::figures::{SignalRow, WaitingRow, WaitingTest};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::number_format::cut;
use crate::report::tables::{self, Cell, Column, Content, Scope, Table};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// How many charts of months are drawn.
const MOST_CHARTS: usize = 12;
/// How many curves stand beside that of all.
const MOST_CURVES: usize = 8;

/// Shows the months.
pub fn signals(labels: &Labels<'_>) -> Section {
    let body = by_checklist(labels, |checklist, index| {
        let rows: Vec<&SignalRow> = labels.report.signals.iter().filter(|row| row.checklist == checklist).collect();
        let drawn = telling(&rows);
        (!rows.is_empty()).then(|| {
            html! {
                @if !drawn.is_empty() { (panels(labels, &drawn, index)) }
                @if drawn.len() < rows.iter().filter(|row| row.centre.is_some()).count() {
                    p.quiet { (labels.get("page-signals-drawn")) }
                }
                (table(labels, &tables::signals(labels, &rows, Scope::OneChecklist), &format!("signals-{index}")))
                (table(labels, &months_side_by_side(labels, &drawn), &format!("months-{index}")))
            }
        })
    });
    let (title, lead) = (labels.get("page-signal-months").to_owned(), labels.get("page-signals-lead").to_owned());
    Section { id: "signals", title, lead, body }
}

/// Gives the rows to draw: that of all visits, then those with a shift, then those with most signals.
fn telling<'r>(rows: &[&'r SignalRow]) -> Vec<&'r SignalRow> {
    let mut drawn: Vec<&SignalRow> = rows.iter().filter(|row| row.centre.is_some()).copied().collect();
    let signals = |row: &SignalRow| row.points.iter().filter(|point| point.signal).count();
    drawn.sort_by_key(|row| (!row.key.is_all(), row.shift.is_none(), usize::MAX - signals(row), row.key.clone()));
    drawn.truncate(MOST_CHARTS);
    drawn
}

fn panels(labels: &Labels<'_>, rows: &[&SignalRow], checklist: usize) -> Markup {
    let numbers = rows.iter().flat_map(|row| {
        let limits = [row.lower, row.upper].into_iter().flatten();
        row.points.iter().filter_map(|point| point.percent).chain(limits)
    });
    let scale = Scale::around(numbers, (0.0, 100.0));
    html! {
        div.panels {
            @for (index, row) in rows.iter().enumerate() {
                @let name = labels.key_in(&row.checklist, &row.key);
                div.panel {
                    p.panel-name { (cut(&name, 60)) }
                    (months(&panel(labels, row, &format!("months-{checklist}-{index}"), name.clone()), scale, |tick| labels.number(tick, 0)))
                    p.quiet { (verdict(labels, row)) }
                }
            }
        }
        p.legend-line {
            (key(&html! { circle.month cx="50%" cy="7" r="2.6" {} }, labels.get("page-legend-month")))
            (key(&mark(Shape::Triangle, 50.0, 8.0), labels.get("page-legend-signal")))
            (key(&html! { line.centre x1="1" x2="25" y1="7" y2="7" {} }, labels.get("page-legend-centre")))
            (key(&html! { line.limit x1="1" x2="25" y1="7" y2="7" {} }, labels.get("page-legend-limits")))
            (key(&html! { line.reference x1="50%" x2="50%" y1="0" y2="14" {} }, labels.get("page-legend-shift")))
        }
    }
}

fn panel<'a>(labels: &Labels<'_>, row: &SignalRow, id: &'a str, name: String) -> Months<'a> {
    let end = |point: Option<&crate::analysis::figures::SignalPoint>| {
        point.map(|point| labels.month(&point.month)).unwrap_or_default()
    };
    Months {
        id,
        name,
        description: verdict(labels, row),
        points: row.points.iter().map(|point| (point.percent, point.signal)).collect(),
        limits: row.centre.zip(row.lower).zip(row.upper).map(|((centre, lower), upper)| (centre, lower, upper)),
        ends: (end(row.points.first()), end(row.points.last())),
        shift: row.shift.as_ref().and_then(|shift| row.points.iter().position(|point| point.month == *shift)),
    }
}

/// Puts the months of the charts side by side: a row for each month, a column for each chart.
fn months_side_by_side(labels: &Labels<'_>, rows: &[&SignalRow]) -> Table {
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

/// Says in a sentence what a chart of months shows.
fn verdict(labels: &Labels<'_>, row: &SignalRow) -> String {
    let visits = row.points.iter().map(|point| point.visits).sum();
    let signals: Vec<String> =
        row.points.iter().filter(|point| point.signal).map(|point| labels.month(&point.month)).collect();
    let head = match (row.centre, row.lower, row.upper) {
        (Some(centre), Some(lower), Some(upper)) => labels.texts.with(
            "page-months-level",
            &[
                ("centre", labels.texts.percent(centre).into()),
                ("lower", labels.number(lower, 1).into()),
                ("upper", labels.number(upper, 1).into()),
                ("n", labels.count(visits).into()),
            ],
        ),
        _ => labels.undefined(visits),
    };
    let tail = match (&row.shift, signals.is_empty()) {
        (Some(shift), _) => labels.texts.with("page-months-shift", &[("month", labels.month(shift).into())]),
        (None, false) => labels.texts.with("page-months-signals", &[("months", signals.join(", ").into())]),
        (None, true) => labels.get("page-months-noise").to_owned(),
    };
    format!("{head} {tail}")
}

/// Shows the waiting times.
pub fn waiting(labels: &Labels<'_>) -> Section {
    let report = labels.report;
    let body = by_checklist(labels, |checklist, index| {
        let rows: Vec<&WaitingRow> = report.waiting.iter().filter(|row| row.checklist == checklist).collect();
        let tests: Vec<&WaitingTest> = report.waiting_tests.iter().filter(|test| test.checklist == checklist).collect();
        let items: BTreeSet<&str> = rows.iter().map(|row| row.item.as_str()).collect();
        (!rows.is_empty()).then(|| {
            html! {
                @for (number, item) in items.into_iter().enumerate() {
                    (waits(labels, &format!("waiting-{index}-{number}"), item, &rows))
                }
                (table(labels, &tables::waiting(labels, &rows, Scope::OneChecklist), &format!("waiting-{index}-table")))
                (table(labels, &tables::waiting_tests(labels, &tests, Scope::OneChecklist), &format!("waiting-{index}-tests")))
            }
        })
    });
    let (title, lead) = (labels.get("page-waiting").to_owned(), labels.get("page-waiting-lead").to_owned());
    Section { id: "waiting", title, lead, body }
}

/// Draws the curves of one timer: all visits, and the slowest and quickest sites where there are many.
fn waits(labels: &Labels<'_>, id: &str, item: &str, rows: &[&WaitingRow]) -> Markup {
    let of_it = rows.iter().filter(|row| row.item == item && !row.curve.is_empty()).copied();
    let (all, mut parts): (Vec<&WaitingRow>, Vec<&WaitingRow>) = of_it.partition(|row| row.key.is_all());
    let order = |row: &WaitingRow| row.median_s.unwrap_or(f64::INFINITY);
    parts.sort_by(|one, other| order(one).total_cmp(&order(other)).then_with(|| one.key.cmp(&other.key)));
    if parts.len() > MOST_CURVES {
        let slowest = parts.split_off(parts.len() - MOST_CURVES / 2);
        parts.truncate(MOST_CURVES - MOST_CURVES / 2);
        parts.extend(slowest);
    }
    let banded = !all.is_empty();
    let drawn: Vec<Curve> = all.into_iter().chain(parts).map(|row| curve(labels, row)).collect();
    if drawn.is_empty() {
        return html! {};
    }
    let promised = rows
        .iter()
        .find(|row| row.item == item)
        .and_then(|row| row.promised_s)
        .map(|time| (time, labels.texts.with("page-promised-within", &[("time", labels.seconds(time).into())])));
    let title = labels.value(Dimension::Item, item);
    let chart = curves(
        (id, &title, labels.get("page-waiting-how")),
        &drawn,
        promised.as_ref(),
        banded,
        |time| labels.whole_seconds(time),
        |share| labels.whole_percent(100.0 * share),
    );
    html! { h4 { (title) } (figure(&chart, &html! { (labels.get("page-waiting-how")) })) }
}

fn curve(labels: &Labels<'_>, row: &WaitingRow) -> Curve {
    let median = match row.median_s {
        Some(median) => labels.texts.with("page-median-of", &[("median", labels.seconds(median).into())]),
        None => value(labels, Unit::Seconds, None, row.n),
    };
    Curve {
        name: labels.key_in(&row.checklist, &row.key),
        value: format!("{median}, {}", detail(labels, Unit::Seconds, (row.lower_s, row.upper_s), row.n)),
        steps: row.curve.iter().map(|step| (step.time_s, step.waiting)).collect(),
        band: row.curve.iter().filter_map(|step| Some((step.time_s, step.lower?, step.upper?))).collect(),
    }
}
