//! An agreement as a web page: findings, sources, then a chart of the observers and the tables of each checklist.

use super::sentences::{comparison_title, finding_sentence, source_sentences};
use super::tables;
use crate::analysis::agreement::figures::{Agreement, Comparison, ObserverRow, Verdict};
use crate::analysis::agreement::observers::READY;
use crate::report::html::chart_parts::{Frame, Scale, Shape};
use crate::report::html::dot_chart::{Dot, ReferenceLine, Row, dot_chart};
use crate::report::html::table::render_table;
use crate::report::html::{figure, render_document};
use crate::report::number_format::{NumberFormat, Unit, tidy};
use maud::{Markup, html};

/// Renders an agreement as a page.
pub fn render(agreement: &Agreement, format: &NumberFormat<'_>) -> String {
    let body = html! {
        a.skip href="#content" { (format.get("page-skip")) }
        header {
            p.brand { (format.get("page-brand")) }
            h1 { (format.get("agreement-title")) }
        }
        main #content tabindex="-1" {
            @for (number, comparison) in agreement.comparisons.iter().enumerate() {
                (findings(format, comparison, number))
            }
            section.source aria-labelledby="source" {
                h2 #source { (format.get("agreement-about")) }
                @for sentence in source_sentences(format, agreement) { p { (sentence) } }
            }
            @for (number, comparison) in agreement.comparisons.iter().enumerate() {
                (observers_and_tables(format, comparison, number))
            }
        }
    };
    render_document(format.texts, format.get("agreement-title"), &body).into_string()
}

fn findings(format: &NumberFormat<'_>, comparison: &Comparison, number: usize) -> Markup {
    html! {
        section.advice aria-labelledby={ "reading-" (number) } {
            h2 id={ "reading-" (number) } { (comparison_title(format, comparison)) }
            ol { @for finding in &comparison.reading { li { (finding_sentence(format, comparison, finding)) } } }
        }
    }
}

fn observers_and_tables(format: &NumberFormat<'_>, comparison: &Comparison, number: usize) -> Markup {
    let rows: Vec<Row> = comparison.observers.iter().map(|row| Row::Dot(observer_dot(format, row))).collect();
    let reference = ReferenceLine { value: READY, name: format.get("agreement-ready-line").to_owned() };
    let id = format!("chart-{number}");
    let (title, legend) = (format.get("agreement-observers"), format.get("agreement-legend"));
    let frame = Frame { id: &id, title, description: legend };
    let chart =
        dot_chart(&frame, &rows, Some(&reference), Scale::new(0.0, 1.0), |tick| format.whole_percent(100.0 * tick));
    html! {
        section aria-labelledby={ "observers-" (number) } {
            h2 id={ "observers-" (number) } { (format.get("agreement-sheet-observers")) " · " (comparison_title(format, comparison)) }
            p.lead { (title) }
            (figure(&chart, &html! { (legend) }))
            @for (_, table) in tables::named_tables(format, comparison) {
                (render_table(format, &table, &format!("{}-{number}", table.id)))
            }
        }
    }
}

/// Returns the chart row of an observer: the share of answers that agree, with its interval.
fn observer_dot(format: &NumberFormat<'_>, row: &ObserverRow) -> Dot {
    let interval = format.interval(Unit::Share, row.agreed.lower, row.agreed.upper);
    let n = format.with_count("agreement-n-answers", row.n);
    Dot {
        name: format!("{} · {}", tidy(&row.observer), tables::verdict_label(format, row)),
        figure: format.figure_or_undefined(Unit::Share, row.agreed.value, row.n),
        detail: if interval.is_empty() { n } else { format!("{interval}, {n}") },
        value: row.agreed.value,
        interval: row.agreed.lower.zip(row.agreed.upper),
        shape: if row.verdict == Verdict::Ready { Shape::Disc } else { Shape::Ring },
        second: None,
    }
}
