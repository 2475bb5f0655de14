//! An agreement as a web page: what it comes to, a chart of the observers, and the tables.

use super::tables;
use super::words::{about, sentence, title};
use crate::analysis::agreement::figures::{Agreement, Comparison, ObserverRow, Verdict};
use crate::analysis::agreement::observers::READY;
use crate::report::html::dots::{Dot, Line, Reference, dots};
use crate::report::html::marks::{Scale, Shape};
use crate::report::html::table::table;
use crate::report::html::{document, figure};
use crate::report::names::{Words, tidy};
use crate::report::tables::Unit;
use crate::report::tables::written::{between, written};
use maud::{Markup, html};

/// Gives the page.
pub fn page(agreement: &Agreement, words: &Words<'_>) -> String {
    let body = html! {
        a.skip href="#content" { (words.get("page-skip")) }
        header {
            p.brand { (words.get("page-brand")) }
            h1 { (words.get("agreement-title")) }
        }
        main #content tabindex="-1" {
            @for (number, comparison) in agreement.comparisons.iter().enumerate() {
                (reading(words, comparison, number))
            }
            section.source aria-labelledby="source" {
                h2 #source { (words.get("agreement-about")) }
                @for line in about(words, agreement) { p { (line) } }
            }
            @for (number, comparison) in agreement.comparisons.iter().enumerate() {
                (shown(words, comparison, number))
            }
        }
    };
    document(words.texts, words.get("agreement-title"), &body).into_string()
}

fn reading(words: &Words<'_>, comparison: &Comparison, number: usize) -> Markup {
    html! {
        section.advice aria-labelledby={ "reading-" (number) } {
            h2 id={ "reading-" (number) } { (title(words, comparison)) }
            ol { @for said in &comparison.reading { li { (sentence(words, comparison, said)) } } }
        }
    }
}

fn shown(words: &Words<'_>, comparison: &Comparison, number: usize) -> Markup {
    let lines: Vec<Line> = comparison.observers.iter().map(|row| Line::Dot(dot(words, row))).collect();
    let reference = Reference { place: READY, name: words.get("agreement-ready-line").to_owned() };
    let id = format!("chart-{number}");
    let frame = (id.as_str(), words.get("agreement-observers"), words.get("agreement-legend"));
    let chart = dots(frame, &lines, Some(&reference), Scale::new(0.0, 1.0), |at| words.whole_percent(100.0 * at));
    html! {
        section aria-labelledby={ "observers-" (number) } {
            h2 id={ "observers-" (number) } { (words.get("agreement-sheet-observers")) " · " (title(words, comparison)) }
            p.lead { (words.get("agreement-observers")) }
            (figure(&chart, &html! { (words.get("agreement-legend")) }))
            @for (_, one) in tables::all(words, comparison) {
                (table(words, &one, &format!("{}-{number}", one.id)))
            }
        }
    }
}

/// Makes the row of an observer: the share that agrees, its interval, what follows.
fn dot(words: &Words<'_>, row: &ObserverRow) -> Dot {
    let interval = between(words, Unit::Share, row.agreed.lower, row.agreed.upper);
    let answers = words.counted("agreement-n-answers", row.n);
    Dot {
        name: format!("{} · {}", tidy(&row.observer), tables::verdict(words, row.verdict)),
        value: row.agreed.value.map_or_else(|| words.undefined(row.n), |value| written(words, Unit::Share, value)),
        detail: format!("{interval}, {answers}"),
        place: row.agreed.value,
        interval: row.agreed.lower.zip(row.agreed.upper),
        shape: if row.verdict == Verdict::Ready { Shape::Full } else { Shape::Hollow },
        second: None,
    }
}
