//! The report for a terminal of any width: sentences first, then a table for each question.
//!
//! A table shows the rows that matter and says how many more there are; the page, the spreadsheet and the CSV file have
//! them all. Where a terminal is too narrow for a table, each row becomes lines.

pub(super) mod grid;
mod questions;

use super::labels::Labels;
use super::number_format::tidy;
use super::sentences::{counts, note, sentence};
use crate::analysis::Report;
use crate::text::Texts;
use grid::Paper;

/// Writes a report in lines of at most `width` columns, in colour where a person reads it.
#[must_use]
pub fn page(report: &Report, texts: &Texts, width: usize, colour: bool) -> String {
    let labels = Labels::new(report, texts);
    let mut paper = Paper::new(width, colour);
    paper.heading(labels.get("page-advice"));
    for advice in &report.advice {
        paper.item(&sentence(advice, report, texts));
    }
    if report.advice.is_empty() {
        paper.paragraph(labels.get("page-no-advice"));
    }
    source(&labels, &mut paper);
    questions::all(&labels, &mut paper);
    paper.finish()
}

/// Says what the figures rest on, and what was left out.
fn source(labels: &Labels<'_>, paper: &mut Paper) {
    let source = &labels.report.source;
    paper.heading(labels.get("page-source"));
    let days = source.from.as_deref().zip(source.to.as_deref());
    let days = days.map(|(from, to)| {
        labels.texts.with("page-days", &[("from", labels.day(from).into()), ("to", labels.day(to).into())])
    });
    let visits = labels.counted("page-n-visits", source.sessions);
    paper.paragraph(&[Some(visits), days].into_iter().flatten().collect::<Vec<_>>().join(", "));
    for (id, count) in counts(source).into_iter().skip(1).filter(|(_, count)| *count > 0) {
        paper.item(&format!("{}{}{}", labels.get(id), labels.get("app-colon"), labels.count(count)));
    }
    let filters = &labels.report.filters;
    if !filters.conditions.is_empty() {
        let conditions = filters.conditions.iter().map(|condition| tidy(condition)).collect::<Vec<_>>().join(", ");
        paper.item(&labels.texts.with("page-filter-only", &[("conditions", conditions.into())]));
    }
    for one in &labels.report.notes {
        paper.item(&note(labels, one));
    }
}
