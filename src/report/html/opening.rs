//! What the page opens and ends with: title, where to act first, what the figures rest on, how they are read.

use super::Section;
use super::table::{between, table};
use crate::analysis::figures::ScoreRow;
use crate::report::names::{Names, tidy};
use crate::report::tables::{self, Unit};
use crate::report::words::{counts, note as note_words, sentence};
use maud::{Markup, html};

/// How many files that could not be used are named.
const MOST_FILES: usize = 60;

/// Gives the page's title: what it is, and of which days.
pub fn title(names: &Names<'_>) -> String {
    let days = days(names);
    if days.is_empty() { names.get("page-title").to_owned() } else { format!("{} — {days}", names.get("page-title")) }
}

fn days(names: &Names<'_>) -> String {
    let source = &names.report.source;
    match (&source.from, &source.to) {
        (Some(from), Some(to)) if from == to => names.day(from),
        (Some(from), Some(to)) => {
            names.texts.with("page-days", &[("from", names.day(from).into()), ("to", names.day(to).into())])
        }
        _ => String::new(),
    }
}

/// Shows the heading and the score of all visits.
pub fn header(names: &Names<'_>) -> Markup {
    html! {
        header {
            p.brand { (names.get("page-brand")) }
            h1 { (names.get("page-title")) }
            p.days { (days(names)) }
            @if !names.report.network.is_empty() {
                ul.network { @for row in &names.report.network { (network(names, row)) } }
            }
        }
    }
}

fn network(names: &Names<'_>, row: &ScoreRow) -> Markup {
    html! {
        li {
            span.name { (names.checklist(&row.checklist)) }
            @match row.percent_mean {
                Some(percent) => strong { (names.texts.percent(percent)) },
                None => strong.undefined { (names.undefined(row.visits)) },
            }
            span.detail {
                @if row.lower.is_some() || row.upper.is_some() {
                    (names.get("page-interval-head")) " " (between(names, Unit::Percent, row.lower, row.upper)) br;
                }
                (names.counted("page-n-visits", row.visits)) ", " (names.counted("page-n-sites", row.sites)) br;
                (names.counted("page-n-critical", row.failed_critical))
            }
        }
    }
}

/// Shows where to act first.
pub fn advice(names: &Names<'_>) -> Markup {
    html! {
        section.advice aria-labelledby="advice" {
            h2 #advice { (names.get("page-advice")) }
            @if names.report.advice.is_empty() {
                p { (names.get("page-no-advice")) }
            } @else {
                ol { @for advice in &names.report.advice { li { (sentence(advice, names.report, names.texts)) } } }
            }
        }
    }
}

/// Shows what the figures rest on, and what was left out.
pub fn source(names: &Names<'_>) -> Markup {
    let report = names.report;
    let source = &report.source;
    let files = source.damaged.len().min(MOST_FILES);
    html! {
        section.source aria-labelledby="source" {
            h2 #source { (names.get("page-source")) }
            dl {
                @for (id, count) in counts(source) {
                    @if count > 0 || id == "page-source-sessions" { div { dt { (names.get(id)) } dd.number { (names.count(count)) } } }
                }
                @for checklist in &report.checklists {
                    div {
                        dt { (names.checklist(&checklist.name)) " " span.quiet { (tidy(&checklist.versions.join(", "))) } }
                        dd.number { (names.counted("page-n-visits", checklist.visits)) }
                    }
                }
            }
            p.quiet {
                (names.get(if source.verified { "page-verified" } else { "page-not-verified" }))
                @for filter in filters(names) { " " (filter) }
            }
            @for note in &report.notes { p.note { (note_words(names, note)) } }
            (table(names, &tables::damaged(names, source.damaged.get(..files).unwrap_or_default()), "damaged"))
            @if source.damaged.len() > files {
                p.more { (names.texts.with("page-more-files", &[("files", names.count((source.damaged.len() - files) as u64).into())])) }
            }
        }
    }
}

/// Says what was asked for.
fn filters(names: &Names<'_>) -> Vec<String> {
    let filters = &names.report.filters;
    let mut said = Vec::new();
    if !filters.conditions.is_empty() {
        let conditions = filters.conditions.iter().map(|condition| tidy(condition)).collect::<Vec<_>>().join(", ");
        said.push(names.texts.with("page-filter-only", &[("conditions", conditions.into())]));
    }
    if let Some(from) = &filters.from {
        said.push(names.texts.with("page-filter-from", &[("day", names.day(from).into())]));
    }
    if let Some(to) = &filters.to {
        said.push(names.texts.with("page-filter-to", &[("day", names.day(to).into())]));
    }
    said
}

/// Shows how far observers can be trusted.
pub fn quality(names: &Names<'_>) -> Section {
    let rows = &names.report.quality;
    let body = (!rows.is_empty()).then(|| table(names, &tables::quality(names, rows), "quality-table"));
    let (title, lead) = (names.get("page-quality").to_owned(), names.get("page-quality-lead").to_owned());
    Section { id: "quality", title, lead, body }
}

/// Shows how the figures are read.
pub fn reading(names: &Names<'_>) -> Markup {
    let terms = [
        ("page-term-interval", "page-term-interval-is"),
        ("page-term-few", "page-term-few-is"),
        ("page-term-shrunk", "page-term-shrunk-is"),
        ("page-term-band", "page-term-band-is"),
        ("page-term-certain", "page-term-certain-is"),
        ("page-term-partly", "page-term-partly-is"),
        ("page-term-undefined", "page-term-undefined-is"),
    ];
    let report = names.report;
    let level = names.number(100.0 * report.confidence, 0);
    html! {
        section.reading aria-labelledby="reading" {
            h2 #reading { (names.get("page-reading")) }
            dl.terms {
                @for (term, meaning) in terms { div { dt { (names.get(term)) } dd { (names.get(meaning)) } } }
            }
            p.quiet { (names.texts.with("page-method", &[("level", level.into()), ("seed", report.seed.to_string().into()), ("format", report.format.into())])) }
        }
    }
}
