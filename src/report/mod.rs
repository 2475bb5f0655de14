//! Renders reports and agreements: one file per format. It computes no figures and writes no files.
//! ```
//! use esprit::analysis::figures::Source;
//! use esprit::analysis::{Plan, Tally, report};
//! use esprit::report::{Format, Lang, RenderOptions, Texts, render};
//! use esprit::visit::definitions::Definitions;
//! use std::sync::Arc;
//!
//! # fn main() -> std::io::Result<()> {
//! let tally = Tally::new(&Arc::new(Plan::default()));
//! let report = report(tally, &Definitions::default(), Source::default());
//! let page = render(&report, &Texts::new(Lang::En), Format::Html, RenderOptions::default())?;
//! assert!(page.starts_with(b"<!DOCTYPE html>"));
//! # Ok(())
//! # }
//! ```

pub mod agreement;
pub mod checklist_document;
mod checklist_rows;
pub mod condition_words;
pub mod correction_words;
mod csv;
mod csv_writer;
pub mod datapackage;
pub mod guide_words;
pub mod html;
pub mod json;
pub mod labels;
pub mod number_format;
pub mod row_order;
pub mod sentences;
pub(crate) mod tables;
pub mod text;
pub mod tidy_rows;
pub mod visit_debrief;
pub mod visit_document;
pub mod visit_words;
mod xlsx;

use crate::analysis::Report;
use std::io::{self, Write};

pub use crate::text::{Arg, Lang, Texts};
pub use csv::columns as csv_columns;
pub use csv_writer::Excel;

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One web page.
    Html,
    /// A spreadsheet.
    Xlsx,
    /// Tidy CSV, one row per figure.
    Csv,
    /// Text for a terminal.
    Text,
    /// `esprit.report/1`.
    Json,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Html, Self::Xlsx, Self::Csv, Self::Text, Self::Json];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Text => "text",
            Self::Json => "json",
        }
    }

    /// Returns the extension of file names, without a dot.
    pub fn extension(self) -> &'static str {
        if self == Self::Text { "txt" } else { self.name() }
    }

    /// Returns the format that has this name or this file extension, in upper or lower case.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.name() == name || format.extension() == name)
    }
}

/// Options of single formats.
#[derive(Clone, Copy, Debug)]
pub struct RenderOptions {
    /// The width of text, in columns.
    pub width: usize,
    /// Whether text has ANSI styles.
    pub colour: bool,
    /// The spreadsheet program that CSV is for.
    pub excel: Excel,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { width: 80, colour: false, excel: None }
    }
}

/// Renders a report in a format.
///
/// # Errors
/// Never fails for a report of [`crate::analysis`].
pub fn render(report: &Report, texts: &Texts, format: Format, options: RenderOptions) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(report, texts, format, options, &mut bytes)?;
    Ok(bytes)
}

/// Writes a report in a format.
///
/// # Errors
/// Where the writer refuses.
pub fn write(
    report: &Report,
    texts: &Texts,
    format: Format,
    options: RenderOptions,
    mut writer: impl Write,
) -> io::Result<()> {
    let bytes = match format {
        Format::Json => return json::write(report, writer),
        Format::Html => html::render(report, texts).into_bytes(),
        Format::Xlsx => xlsx::render(report, texts)?,
        Format::Csv => csv::render(report, options.excel)?,
        Format::Text => text::render(report, texts, options.width, options.colour).into_bytes(),
    };
    writer.write_all(&bytes)
}
