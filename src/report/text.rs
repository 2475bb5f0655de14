//! The report for a terminal of any width: sentences first, then a table for each question.
//!
//! A table shows the rows that matter and says how many more there are; the page, the spreadsheet and the CSV file have
//! them all. Where a terminal is too narrow for a table, each row becomes lines.

pub(super) mod grid;
mod questions;

use super::names::{Names, tidy};
use super::words::{counts, note, sentence};
use crate::analysis::Report;
use crate::text::Texts;
use grid::TextWriter;

/// Writes a report in lines of at most `width` columns, in colour where a person reads it.
#[must_use]
pub fn page(report: &Report, texts: &Texts, width: usize, colour: bool) -> String {
    let names = Names::new(report, texts);
    let mut writer = TextWriter::new(width, colour);
    writer.heading(names.get("page-advice"));
    for advice in &report.advice {
        writer.item(&sentence(advice, report, texts));
    }
    if report.advice.is_empty() {
        writer.paragraph(names.get("page-no-advice"));
    }
    source(&names, &mut writer);
    questions::all(&names, &mut writer);
    writer.finish()
}

/// Says what the figures rest on, and what was left out.
fn source(names: &Names<'_>, writer: &mut TextWriter) {
    let source = &names.report.source;
    writer.heading(names.get("page-source"));
    let days = source.from.as_deref().zip(source.to.as_deref());
    let days = days.map(|(from, to)| {
        names.texts.with("page-days", &[("from", names.day(from).into()), ("to", names.day(to).into())])
    });
    let visits = names.counted("page-n-visits", source.sessions);
    writer.paragraph(&[Some(visits), days].into_iter().flatten().collect::<Vec<_>>().join(", "));
    for (id, count) in counts(source).into_iter().skip(1).filter(|(_, count)| *count > 0) {
        writer.item(&format!("{}{}{}", names.get(id), names.get("app-colon"), names.count(count)));
    }
    let filters = &names.report.filters;
    if !filters.conditions.is_empty() {
        let conditions = filters.conditions.iter().map(|condition| tidy(condition)).collect::<Vec<_>>().join(", ");
        writer.item(&names.texts.with("page-filter-only", &[("conditions", conditions.into())]));
    }
    for one in &names.report.notes {
        writer.item(&note(names, one));
    }
}
