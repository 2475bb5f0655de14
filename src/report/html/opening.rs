//! What the page opens and ends with: title, where to act first, what the figures rest on, how they are read.

use super::Section;
use super::table::table;
use crate::analysis::figures::ScoreRow;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::number_format::tidy;
use crate::report::sentences::{counts, note as note_words, sentence};
use crate::report::tables;
use maud::{Markup, html};

/// How many files that could not be used are named.
const MOST_FILES: usize = 60;

/// Gives the page's title: what it is, and of which days.
pub fn title(labels: &Labels<'_>) -> String {
    let days = days(labels);
    if days.is_empty() {
        labels.get("page-title").to_owned()
    } else {
        format!("{} — {days}", labels.get("page-title"))
    }
}

fn days(labels: &Labels<'_>) -> String {
    let source = &labels.report.source;
    match (&source.from, &source.to) {
        (Some(from), Some(to)) if from == to => labels.day(from),
        (Some(from), Some(to)) => {
            labels.texts.with("page-days", &[("from", labels.day(from).into()), ("to", labels.day(to).into())])
        }
        _ => String::new(),
    }
}

/// Shows the heading and the score of all visits.
pub fn header(labels: &Labels<'_>) -> Markup {
    html! {
        header {
            p.brand { (labels.get("page-brand")) }
            h1 { (labels.get("page-title")) }
            p.days { (days(labels)) }
            @if !labels.report.network.is_empty() {
                ul.network { @for row in &labels.report.network { (network(labels, row)) } }
            }
        }
    }
}

fn network(labels: &Labels<'_>, row: &ScoreRow) -> Markup {
    html! {
        li {
            span.name { (labels.checklist(&row.checklist)) }
            @match row.percent_mean {
                Some(percent) => strong { (labels.texts.percent(percent)) },
                None => strong.undefined { (labels.undefined(row.visits)) },
            }
            span.detail {
                @if row.lower.is_some() || row.upper.is_some() {
                    (labels.get("page-interval-head")) " " (labels.interval(Unit::Percent, row.lower, row.upper)) br;
                }
                (labels.counted("page-n-visits", row.visits)) ", " (labels.counted("page-n-sites", row.sites)) br;
                (labels.counted("page-n-critical", row.failed_critical))
            }
        }
    }
}

/// Shows where to act first.
pub fn advice(labels: &Labels<'_>) -> Markup {
    html! {
        section.advice aria-labelledby="advice" {
            h2 #advice { (labels.get("page-advice")) }
            @if labels.report.advice.is_empty() {
                p { (labels.get("page-no-advice")) }
            } @else {
                ol { @for advice in &labels.report.advice { li { (sentence(advice, labels.report, labels.texts)) } } }
            }
        }
    }
}

/// Shows what the figures rest on, and what was left out.
pub fn source(labels: &Labels<'_>) -> Markup {
    let report = labels.report;
    let source = &report.source;
    let files = source.damaged.len().min(MOST_FILES);
    html! {
        section.source aria-labelledby="source" {
            h2 #source { (labels.get("page-source")) }
            dl {
                @for (id, count) in counts(source) {
                    @if count > 0 || id == "page-source-sessions" { div { dt { (labels.get(id)) } dd.number { (labels.count(count)) } } }
                }
                @for checklist in &report.checklists {
                    div {
                        dt { (labels.checklist(&checklist.name)) " " span.quiet { (tidy(&checklist.versions.join(", "))) } }
                        dd.number { (labels.counted("page-n-visits", checklist.visits)) }
                    }
                }
            }
            p.quiet {
                (labels.get(if source.verified { "page-verified" } else { "page-not-verified" }))
                @for filter in filters(labels) { " " (filter) }
            }
            @for note in &report.notes { p.note { (note_words(labels, note)) } }
            (table(labels, &tables::damaged(labels, source.damaged.get(..files).unwrap_or_default()), "damaged"))
            @if source.damaged.len() > files {
                p.more { (labels.texts.with("page-more-files", &[("files", labels.count((source.damaged.len() - files) as u64).into())])) }
            }
        }
    }
}

/// Says what was asked for.
fn filters(labels: &Labels<'_>) -> Vec<String> {
    let filters = &labels.report.filters;
    let mut said = Vec::new();
    if !filters.conditions.is_empty() {
        let conditions = filters.conditions.iter().map(|condition| tidy(condition)).collect::<Vec<_>>().join(", ");
        said.push(labels.texts.with("page-filter-only", &[("conditions", conditions.into())]));
    }
    if let Some(from) = &filters.from {
        said.push(labels.texts.with("page-filter-from", &[("day", labels.day(from).into())]));
    }
    if let Some(to) = &filters.to {
        said.push(labels.texts.with("page-filter-to", &[("day", labels.day(to).into())]));
    }
    said
}

/// Shows how far observers can be trusted.
pub fn quality(labels: &Labels<'_>) -> Section {
    let rows = &labels.report.quality;
    let body = (!rows.is_empty()).then(|| table(labels, &tables::quality(labels, rows), "quality-table"));
    let (title, lead) = (labels.get("page-quality").to_owned(), labels.get("page-quality-lead").to_owned());
    Section { id: "quality", title, lead, body }
}

/// Shows how the figures are read.
pub fn reading(labels: &Labels<'_>) -> Markup {
    let terms = [
        ("page-term-interval", "page-term-interval-is"),
        ("page-term-few", "page-term-few-is"),
        ("page-term-shrunk", "page-term-shrunk-is"),
        ("page-term-band", "page-term-band-is"),
        ("page-term-certain", "page-term-certain-is"),
        ("page-term-partly", "page-term-partly-is"),
        ("page-term-undefined", "page-term-undefined-is"),
    ];
    let report = labels.report;
    let level = labels.number(100.0 * report.confidence, 0);
    html! {
        section.reading aria-labelledby="reading" {
            h2 #reading { (labels.get("page-reading")) }
            dl.terms {
                @for (term, meaning) in terms { div { dt { (labels.get(term)) } dd { (labels.get(meaning)) } } }
            }
            p.quiet { (labels.texts.with("page-method", &[("level", level.into()), ("seed", report.seed.to_string().into()), ("format", report.format.into())])) }
        }
    }
}
