//! The parts of the page around the questions: title, advice, sources, data quality, glossary.

use super::Section;
use super::table::render_table;
use crate::analysis::figures::ScoreRow;
use crate::report::labels::Labels;
use crate::report::number_format::{Unit, tidy};
use crate::report::sentences::{advice_sentence, conditions_sentence, note_sentences, source_counts};
use crate::report::tables;
use maud::{Markup, html};

/// The maximum number of files in the table of those that could not be read.
const MAX_FILES: usize = 60;

/// Returns the title of the page with the days of the visits.
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
        (Some(from), Some(to)) => labels.days(from, to),
        _ => String::new(),
    }
}

/// Renders the heading and the score of all visits for each checklist.
pub fn header(labels: &Labels<'_>) -> Markup {
    html! {
        header {
            p.brand { (labels.get("page-brand")) }
            h1 { (labels.get("page-title")) }
            p.days { (days(labels)) }
            @if !labels.report.network.is_empty() {
                ul.network { @for row in &labels.report.network { (network_score(labels, row)) } }
            }
        }
    }
}

fn network_score(labels: &Labels<'_>, row: &ScoreRow) -> Markup {
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
                (labels.with_count("page-n-visits", row.visits)) ", " (labels.with_count("page-n-sites", row.sites)) br;
                (labels.with_count("page-n-critical", row.failed_critical))
            }
        }
    }
}

/// Renders the advice.
pub fn advice(labels: &Labels<'_>) -> Markup {
    html! {
        section.advice aria-labelledby="advice" {
            h2 #advice { (labels.get("page-advice")) }
            @if labels.report.advice.is_empty() {
                p { (labels.get("page-no-advice")) }
            } @else {
                ol { @for advice in &labels.report.advice { li { (advice_sentence(advice, labels.report, labels.texts)) } } }
            }
        }
    }
}

/// Renders which visits the figures come from, and which were left out.
pub fn source(labels: &Labels<'_>) -> Markup {
    let report = labels.report;
    let source = &report.source;
    let (named, unnamed) = source.damaged.split_at(source.damaged.len().min(MAX_FILES));
    html! {
        section.source aria-labelledby="source" {
            h2 #source { (labels.get("page-source")) }
            dl {
                @for (id, count) in source_counts(source) {
                    @if count > 0 || id == "page-source-sessions" { div { dt { (labels.get(id)) } dd.number { (labels.count(count)) } } }
                }
                @for checklist in &report.checklists {
                    div {
                        dt { (labels.checklist(&checklist.name)) " " span.quiet { (tidy(&checklist.versions.join(", "))) } }
                        dd.number { (labels.with_count("page-n-visits", checklist.visits)) }
                    }
                }
            }
            p.quiet {
                (labels.get(if source.verified { "page-verified" } else { "page-not-verified" }))
                @for filter in filters(labels) { " " (filter) }
            }
            @for note in note_sentences(labels) { p.note { (note) } }
            (render_table(labels, &tables::damaged(labels, named), "damaged"))
            @if !unnamed.is_empty() {
                p.more { (labels.texts.with("page-more-files", &[("files", labels.count(unnamed.len() as u64).into())])) }
            }
        }
    }
}

/// Returns sentences on the filters of the report.
fn filters(labels: &Labels<'_>) -> impl Iterator<Item = String> {
    let filters = &labels.report.filters;
    let day = |id: &str, day: &Option<String>| {
        day.as_ref().map(|day| labels.texts.with(id, &[("day", labels.day(day).into())]))
    };
    let from = day("page-filter-from", &filters.from);
    let to = day("page-filter-to", &filters.to);
    [conditions_sentence(labels, &filters.conditions), from, to].into_iter().flatten()
}

/// Returns the section of data quality by observer.
pub fn quality(labels: &Labels<'_>) -> Section {
    let rows: Vec<_> = labels.report.quality.iter().collect();
    let body = (!rows.is_empty()).then(|| render_table(labels, &tables::quality(labels, &rows), "quality-table"));
    Section::new(labels, "quality", ["page-quality", "page-quality-lead"], body)
}

/// Renders the terms of the report and its method.
pub fn glossary(labels: &Labels<'_>) -> Markup {
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
