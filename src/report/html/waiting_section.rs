//! The section of waiting times.

use super::chart_parts::Frame;
use super::table::render_table;
use super::waiting_chart::{Curve, Promise, waiting_chart};
use super::{Section, figure, render_by_checklist};
use crate::analysis::Dimension;
use crate::analysis::figures::WaitingRow;
use crate::report::checklist_rows::rows_of;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::tables::{self, Scope};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The maximum number of curves beside that of all visits.
const MAX_CURVES: usize = 8;

/// Returns the section of waiting times: a chart for each timer, and the tables.
pub fn waiting(labels: &Labels<'_>) -> Section {
    let report = labels.report;
    let body = render_by_checklist(labels, |index, checklist| {
        let rows = rows_of(&report.waiting, checklist);
        let tests = rows_of(&report.waiting_tests, checklist);
        let items: BTreeSet<&str> = rows.iter().map(|row| row.item.as_str()).collect();
        let id = format!("waiting-{index}");
        (!rows.is_empty()).then(|| {
            html! {
                @for (number, item) in items.into_iter().enumerate() {
                    (timer_chart(labels, &format!("{id}-{number}"), item, &rows))
                }
                (render_table(labels, &tables::waiting(labels, &rows, Scope::OneChecklist), &format!("{id}-table")))
                (render_table(labels, &tables::waiting_tests(labels, &tests, Scope::OneChecklist), &format!("{id}-tests")))
            }
        })
    });
    Section::new(labels, "waiting", ["page-waiting", "page-waiting-lead"], body)
}

/// Renders the curves of one timer: that of all visits, and where there are many sites, the quickest and the slowest.
fn timer_chart(labels: &Labels<'_>, id: &str, item: &str, rows: &[&WaitingRow]) -> Markup {
    let with_curve = rows.iter().filter(|row| row.item == item && !row.curve.is_empty()).copied();
    let (all, mut parts): (Vec<&WaitingRow>, Vec<&WaitingRow>) = with_curve.partition(|row| row.key.is_all());
    let median = |row: &WaitingRow| row.median_s.unwrap_or(f64::INFINITY);
    parts.sort_by(|one, other| median(one).total_cmp(&median(other)));
    if parts.len() > MAX_CURVES {
        parts.drain(MAX_CURVES / 2..parts.len() - MAX_CURVES / 2);
    }
    let first_is_all = !all.is_empty();
    let curves: Vec<Curve> = all.into_iter().chain(parts).map(|row| curve(labels, row)).collect();
    if curves.is_empty() {
        return html! {};
    }
    let promised = rows.iter().find(|row| row.item == item).and_then(|row| row.promised_s);
    let promise = promised.map(|seconds| Promise {
        seconds,
        label: labels.texts.with("page-promised-within", &[("time", labels.seconds(seconds).into())]),
    });
    let title = labels.value(Dimension::Item, item);
    let description = labels.get("page-waiting-how");
    let chart = waiting_chart(
        &Frame { id, title: &title, description },
        &curves,
        promise.as_ref(),
        first_is_all,
        |time| labels.whole_seconds(time),
        |share| labels.whole_percent(100.0 * share),
    );
    html! { h4 { (title) } (figure(&chart, &html! { (description) })) }
}

fn curve(labels: &Labels<'_>, row: &WaitingRow) -> Curve {
    let median = match row.median_s {
        Some(median) => labels.texts.with("page-median-of", &[("median", labels.seconds(median).into())]),
        None => labels.undefined(row.n),
    };
    Curve {
        name: labels.key_in(&row.checklist, &row.key),
        detail: format!("{median}, {}", labels.interval_and_n(Unit::Seconds, (row.lower_s, row.upper_s), row.n)),
        steps: row.curve.iter().map(|step| (step.time_s, step.waiting)).collect(),
        band: row.curve.iter().filter_map(|step| Some((step.time_s, step.lower?, step.upper?))).collect(),
    }
}
