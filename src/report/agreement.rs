//! Renders an agreement in the formats of a report, with the same parts.

mod csv;
mod html;
mod sentences;
mod tables;
mod text;

use super::number_format::{NumberFormat, tidy};
use super::xlsx::{OpeningLine, Workbook, render_workbook};
use super::{Format, RenderOptions, json};
use crate::analysis::agreement::figures::{Agreement, Comparison};
use crate::text::{NameOrder, Texts};
use sentences::{comparison_title, finding_sentence, source_sentences};
use std::io;

pub use csv::columns;

/// Renders an agreement in a format.
///
/// # Errors
/// Never fails for an agreement of [`crate::analysis`].
pub fn render(agreement: &Agreement, texts: &Texts, format: Format, options: RenderOptions) -> io::Result<Vec<u8>> {
    let numbers = NumberFormat { texts };
    let by_name = || {
        let mut sorted = agreement.clone();
        for comparison in &mut sorted.comparisons {
            name_observers(comparison);
            comparison.observers.sort_by_cached_key(|row| NameOrder::new(&row.observer));
        }
        sorted
    };
    Ok(match format {
        Format::Html => html::render(&by_name(), &numbers).into_bytes(),
        Format::Xlsx => render_workbook(&numbers, &workbook(&by_name(), &numbers))?,
        Format::Csv => csv::render(agreement, options.excel)?,
        Format::Text => text::render(&by_name(), &numbers, options.width, options.colour).into_bytes(),
        Format::Json => json::render(agreement)?.into_bytes(),
    })
}

/// Replaces the ids of observers by their names, followed by the id where several have one name.
fn name_observers(comparison: &mut Comparison) {
    let names = std::mem::take(&mut comparison.observer_names);
    let name = |id: &mut String| {
        let Some(name) = names.get(id) else { return };
        let is_alone = names.values().filter(|other| *other == name).count() == 1;
        *id = if is_alone { name.clone() } else { format!("{name} ({id})") };
    };
    comparison.observers.iter_mut().for_each(|row| name(&mut row.observer));
    comparison.reading.iter_mut().flat_map(|sentence| &mut sentence.observers).for_each(name);
}

/// Returns a workbook of the findings and a sheet for each table of each checklist.
fn workbook(agreement: &Agreement, format: &NumberFormat<'_>) -> Workbook {
    let mut opening = Vec::new();
    let mut sheets = Vec::new();
    for (number, comparison) in (1..).zip(&agreement.comparisons) {
        opening.push(OpeningLine::Heading(comparison_title(format, comparison)));
        let findings = comparison.reading.iter().map(|finding| finding_sentence(format, comparison, finding));
        opening.extend(findings.map(OpeningLine::Paragraph));
        for (name, table) in tables::named_tables(format, comparison) {
            // The names of sheets must differ.
            let name = format.get(name);
            let name = if agreement.comparisons.len() > 1 { format!("{name} {number}") } else { name.to_owned() };
            sheets.push((name, table));
        }
    }
    opening.push(OpeningLine::Heading(format.get("agreement-about").to_owned()));
    let sources = source_sentences(format, agreement).into_iter().map(|sentence| tidy(&sentence));
    opening.extend(sources.map(OpeningLine::Paragraph));
    Workbook {
        title: format.get("agreement-title").to_owned(),
        day: None,
        opening_name: "sheet-opening",
        opening_widths: vec![116.0],
        opening,
        sheets,
    }
}
