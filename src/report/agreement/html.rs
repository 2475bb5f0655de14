//! An agreement as a web page: what it comes to, a chart of the observers, and the tables.

use super::sentences::{about, sentence, title};
use super::tables;
use crate::analysis::agreement::figures::{Agreement, Comparison, ObserverRow, Verdict};
use crate::analysis::agreement::observers::READY;
use crate::report::html::dots::{Dot, Line, Reference, dots};
use crate::report::html::marks::{Scale, Shape};
use crate::report::html::table::table;
use crate::report::html::{document, figure};
use crate::report::number_format::Unit;
use crate::report::number_format::{NumberFormat, tidy};
use maud::{Markup, html};

/// Gives the page.
pub fn page(agreement: &Agreement, format: &NumberFormat<'_>) -> String {
    let body = html! {
        a.skip href="#content" { (format.get("page-skip")) }
        header {
            p.brand { (format.get("page-brand")) }
            h1 { (format.get("agreement-title")) }
        }
        main #content tabindex="-1" {
            @for (number, comparison) in agreement.comparisons.iter().enumerate() {
                (reading(format, comparison, number))
            }
            section.source aria-labelledby="source" {
                h2 #source { (format.get("agreement-about")) }
                @for line in about(format, agreement) { p { (line) } }
            }
            @for (number, comparison) in agreement.comparisons.iter().enumerate() {
                (shown(format, comparison, number))
            }
        }
    };
    document(format.texts, format.get("agreement-title"), &body).into_string()
}

fn reading(format: &NumberFormat<'_>, comparison: &Comparison, number: usize) -> Markup {
    html! {
        section.advice aria-labelledby={ "reading-" (number) } {
            h2 id={ "reading-" (number) } { (title(format, comparison)) }
            ol { @for said in &comparison.reading { li { (sentence(format, comparison, said)) } } }
        }
    }
}

fn shown(format: &NumberFormat<'_>, comparison: &Comparison, number: usize) -> Markup {
    let lines: Vec<Line> = comparison.observers.iter().map(|row| Line::Dot(dot(format, row))).collect();
    let reference = Reference { place: READY, name: format.get("agreement-ready-line").to_owned() };
    let id = format!("chart-{number}");
    let frame = (id.as_str(), format.get("agreement-observers"), format.get("agreement-legend"));
    let chart = dots(frame, &lines, Some(&reference), Scale::new(0.0, 1.0), |at| format.whole_percent(100.0 * at));
    html! {
        section aria-labelledby={ "observers-" (number) } {
            h2 id={ "observers-" (number) } { (format.get("agreement-sheet-observers")) " · " (title(format, comparison)) }
            p.lead { (format.get("agreement-observers")) }
            (figure(&chart, &html! { (format.get("agreement-legend")) }))
            @for (_, one) in tables::all(format, comparison) {
                (table(format, &one, &format!("{}-{number}", one.id)))
            }
        }
    }
}

/// Makes the row of an observer: the share that agrees, its interval, what follows.
fn dot(format: &NumberFormat<'_>, row: &ObserverRow) -> Dot {
    let interval = format.interval(Unit::Share, row.agreed.lower, row.agreed.upper);
    let answers = format.counted("agreement-n-answers", row.n);
    Dot {
        name: format!("{} · {}", tidy(&row.observer), tables::verdict(format, row.verdict)),
        value: row.agreed.value.map_or_else(|| format.undefined(row.n), |value| format.figure(Unit::Share, value)),
        detail: format!("{interval}, {answers}"),
        place: row.agreed.value,
        interval: row.agreed.lower.zip(row.agreed.upper),
        shape: if row.verdict == Verdict::Ready { Shape::Full } else { Shape::Hollow },
        second: None,
    }
}
