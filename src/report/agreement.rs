//! An agreement to bytes: the same formats as a report's, made of the same pieces.

mod csv;
mod html;
mod tables;
mod words;

use super::names::{Words, tidy};
use super::text::grid::TextWriter;
use super::{Format, Look, json, xlsx};
use crate::analysis::agreement::figures::{Agreement, Comparison};
use crate::text::Texts;
use std::io;
use words::{about, sentence, title};

pub use csv::columns;

/// So many rows of a table stand in a text; the page, the spreadsheet and the CSV file have them all.
const ROWS: usize = 30;

/// Writes an agreement in a format.
///
/// # Errors
/// Where the bytes cannot be made, which no agreement brings about.
pub fn bytes(agreement: &Agreement, texts: &Texts, format: Format, look: Look) -> io::Result<Vec<u8>> {
    let words = Words { texts };
    Ok(match format {
        Format::Html => html::page(agreement, &words).into_bytes(),
        Format::Xlsx => book(agreement, &words)?,
        Format::Csv => csv::figures(agreement, look.excel)?,
        Format::Text => page(agreement, &words, look.width, look.colour).into_bytes(),
        Format::Json => json::document(agreement)?.into_bytes(),
    })
}

/// Writes lines for a terminal: what it comes to first, then what was compared, then the tables.
fn page(agreement: &Agreement, words: &Words<'_>, width: usize, colour: bool) -> String {
    let mut paper = TextWriter::new(width, colour);
    for comparison in &agreement.comparisons {
        paper.heading(&words.texts.with("agreement-heading", &[("title", title(words, comparison).into())]));
        for said in &comparison.reading {
            paper.item(&sentence(words, comparison, said));
        }
    }
    paper.heading(words.get("agreement-about"));
    for line in about(words, agreement) {
        paper.item(&line);
    }
    for comparison in &agreement.comparisons {
        if agreement.comparisons.len() > 1 {
            paper.heading(&title(words, comparison));
        }
        questions(comparison, words, &mut paper);
    }
    paper.finish()
}

fn questions(comparison: &Comparison, words: &Words<'_>, paper: &mut TextWriter) {
    let shown: [(super::tables::Table, &[usize]); 6] = [
        (tables::observers(words, comparison), &[0, 2, 3, 4, 6, 7]),
        (
            tables::items(words, comparison),
            if tables::has_kappa(comparison) { &[1, 2, 5, 6, 8, 11, 17] } else { &[1, 2, 5, 6, 8, 14] },
        ),
        (tables::timing(words, comparison), &[0, 1, 2, 3]),
        (tables::coverage(words, comparison), &[0, 1, 2, 3]),
        (tables::coverage_of_items(words, comparison), &[0, 1, 2, 3]),
        (tables::confusion(words, comparison), &[0, 1, 2]),
    ];
    for (mut table, wanted) in shown {
        if table.rows.is_empty() {
            continue;
        }
        let left_out = table.rows.len().saturating_sub(ROWS);
        table.rows.truncate(ROWS);
        paper.heading(&table.caption);
        paper.table(words, &table, wanted, None);
        if left_out > 0 {
            paper.quiet(&words.texts.with("page-more-rows", &[("rows", words.count(left_out as u64).into())]));
        }
    }
}

/// Makes a spreadsheet: the reading first, then a sheet for each table of each checklist.
fn book(agreement: &Agreement, words: &Words<'_>) -> io::Result<Vec<u8>> {
    let mut opening: Vec<(String, bool)> = Vec::new();
    let mut sheets = Vec::new();
    for (number, comparison) in (1..).zip(&agreement.comparisons) {
        opening.push((title(words, comparison), true));
        opening.extend(comparison.reading.iter().map(|said| (sentence(words, comparison, said), false)));
        for (name, table) in tables::all(words, comparison) {
            // A spreadsheet needs a name of its own for each sheet.
            let name = words.get(name);
            let name = if agreement.comparisons.len() > 1 { format!("{name} {number}") } else { name.to_owned() };
            sheets.push((name, table));
        }
    }
    opening.push((words.get("agreement-about").to_owned(), true));
    opening.extend(about(words, agreement).into_iter().map(|line| (tidy(&line), false)));
    xlsx::of_tables(words, words.get("agreement-title"), &opening, &sheets)
}
