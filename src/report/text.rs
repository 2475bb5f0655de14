//! The report as text for a terminal of any width: advice, sources, then tables for each question.
//!
//! A table has the rows that matter most and states how many more there are; the other formats have all rows. Where the
//! width is too small for a table, each of its rows becomes lines.

pub(super) mod grid;
mod questions;

use super::labels::Labels;
use super::row_order::sorted_by_name;
use super::sentences::{advice_sentence, conditions_sentence, note_sentences, source_counts};
use crate::analysis::Report;
use crate::text::Texts;
use grid::TextWriter;

/// Renders a report in lines of at most `width` columns, with ANSI styles if `colour` is set.
pub fn render(report: &Report, texts: &Texts, width: usize, colour: bool) -> String {
    let report = &sorted_by_name(report, texts.lang());
    let labels = Labels::new(report, texts);
    let mut writer = TextWriter::new(width, colour);
    writer.heading(labels.get("page-advice"));
    for advice in &report.advice {
        writer.item(&advice_sentence(advice, report, texts));
    }
    if report.advice.is_empty() {
        writer.paragraph(labels.get("page-no-advice"));
    }
    write_source(&labels, &mut writer);
    questions::write_questions(&labels, &mut writer);
    writer.finish()
}

/// Writes which visits the figures come from, and which were left out.
fn write_source(labels: &Labels<'_>, writer: &mut TextWriter) {
    let source = &labels.report.source;
    writer.heading(labels.get("page-source"));
    let days = source.from.as_deref().zip(source.to.as_deref()).map(|(from, to)| labels.days(from, to));
    let visits = labels.with_count("page-n-visits", source.sessions);
    writer.paragraph(&[Some(visits), days].into_iter().flatten().collect::<Vec<_>>().join(", "));
    for (id, count) in source_counts(source).into_iter().skip(1).filter(|(_, count)| *count > 0) {
        writer.item(&format!("{}{}{}", labels.get(id), labels.get("app-colon"), labels.count(count)));
    }
    if let Some(conditions) = conditions_sentence(labels, &labels.report.filters.conditions) {
        writer.item(&conditions);
    }
    for note in note_sentences(labels) {
        writer.item(&note);
    }
}
