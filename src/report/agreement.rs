//! An agreement to bytes: the same formats as a report's, made of the same pieces.

mod csv;
mod html;
mod sentences;
mod tables;

use super::number_format::{NumberFormat, tidy};
use super::text::grid::Paper;
use super::{Format, Look, json, xlsx};
use crate::analysis::agreement::figures::{Agreement, Comparison};
use crate::text::Texts;
use sentences::{about, sentence, title};
use std::io;

pub use csv::columns;

/// So many rows of a table stand in a text; the page, the spreadsheet and the CSV file have them all.
const ROWS: usize = 30;

/// Writes an agreement in a format.
///
/// # Errors
/// Where the bytes cannot be made, which no agreement brings about.
pub fn bytes(agreement: &Agreement, texts: &Texts, format: Format, look: Look) -> io::Result<Vec<u8>> {
    let numbers = NumberFormat { texts };
    Ok(match format {
        Format::Html => html::page(agreement, &numbers).into_bytes(),
        Format::Xlsx => book(agreement, &numbers)?,
        Format::Csv => csv::figures(agreement, look.excel)?,
        Format::Text => page(agreement, &numbers, look.width, look.colour).into_bytes(),
        Format::Json => json::document(agreement)?.into_bytes(),
    })
}

/// Writes lines for a terminal: what it comes to first, then what was compared, then the tables.
fn page(agreement: &Agreement, format: &NumberFormat<'_>, width: usize, colour: bool) -> String {
    let mut paper = Paper::new(width, colour);
    for comparison in &agreement.comparisons {
        paper.heading(&format.texts.with("agreement-heading", &[("title", title(format, comparison).into())]));
        for said in &comparison.reading {
            paper.item(&sentence(format, comparison, said));
        }
    }
    paper.heading(format.get("agreement-about"));
    for line in about(format, agreement) {
        paper.item(&line);
    }
    for comparison in &agreement.comparisons {
        if agreement.comparisons.len() > 1 {
            paper.heading(&title(format, comparison));
        }
        questions(comparison, format, &mut paper);
    }
    paper.finish()
}

fn questions(comparison: &Comparison, format: &NumberFormat<'_>, paper: &mut Paper) {
    let timing = ["agreement-matched-count", "agreement-own-alone", "agreement-missed", "agreement-untimed-count"];
    let coverage = ["agreement-both", "agreement-only-yes", "agreement-only-no", "agreement-neither"];
    let shown: [(super::tables::Table, &[&str]); 6] = [
        (
            tables::observers(format, comparison),
            &[
                "agreement-verdict",
                "page-answers",
                "agreement-agreed",
                "agreement-agreed ±",
                "agreement-leniency",
                "agreement-leniency ±",
            ],
        ),
        (
            tables::items(format, comparison),
            &[
                "page-answers",
                "agreement-observed",
                "agreement-ac",
                "agreement-ac ±",
                "agreement-alpha",
                "agreement-kappa",
                "page-remark",
            ],
        ),
        (tables::timing(format, comparison), &timing),
        (tables::coverage(format, comparison), &coverage),
        (tables::coverage_of_items(format, comparison), &coverage),
        (tables::confusion(format, comparison), &["agreement-expected", "agreement-answered", "agreement-times"]),
    ];
    for (mut table, wanted) in shown {
        if table.rows.is_empty() {
            continue;
        }
        let left_out = table.rows.len().saturating_sub(ROWS);
        table.rows.truncate(ROWS);
        paper.heading(&table.caption);
        paper.table(format, &table, wanted, None);
        if left_out > 0 {
            paper.quiet(&format.texts.with("page-more-rows", &[("rows", format.count(left_out as u64).into())]));
        }
    }
}

/// Makes a spreadsheet: the reading first, then a sheet for each table of each checklist.
fn book(agreement: &Agreement, format: &NumberFormat<'_>) -> io::Result<Vec<u8>> {
    let mut opening: Vec<(String, bool)> = Vec::new();
    let mut sheets = Vec::new();
    for (number, comparison) in (1..).zip(&agreement.comparisons) {
        opening.push((title(format, comparison), true));
        opening.extend(comparison.reading.iter().map(|said| (sentence(format, comparison, said), false)));
        for (name, table) in tables::all(format, comparison) {
            // A spreadsheet needs a name of its own for each sheet.
            let name = format.get(name);
            let name = if agreement.comparisons.len() > 1 { format!("{name} {number}") } else { name.to_owned() };
            sheets.push((name, table));
        }
    }
    opening.push((format.get("agreement-about").to_owned(), true));
    opening.extend(about(format, agreement).into_iter().map(|line| (tidy(&line), false)));
    xlsx::of_tables(format, format.get("agreement-title"), &opening, &sheets)
}
