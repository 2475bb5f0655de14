//! Figures to bytes, one file per format. Nothing here counts or decides; nothing here writes files.

pub mod agreement;
pub mod csv;
pub mod flat;
pub mod html;
pub mod json;
pub mod labels;
pub mod number_format;
pub mod package;
pub mod sentences;
pub mod separated;
mod tables;
pub mod text;
pub mod xlsx;

use crate::analysis::Report;
use crate::text::Texts;
use separated::Excel;
use std::io;

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page for a browser, and for paper.
    Html,
    /// A spreadsheet.
    Xlsx,
    /// Comma-separated figures.
    Csv,
    /// Lines for a terminal.
    Text,
    /// `esprit.report/1`.
    Json,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Html, Self::Xlsx, Self::Csv, Self::Text, Self::Json];

    /// Gives its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Text => "text",
            Self::Json => "json",
        }
    }

    /// Gives the ending of its files' labels.
    #[must_use]
    pub fn ending(self) -> &'static str {
        if self == Self::Text { "txt" } else { self.name() }
    }

    /// Finds it by its name, or by the ending of a file's name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.name() == name || format.ending() == name)
    }
}

/// How a report is to look, where its format leaves a choice.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The width of lines, in columns.
    pub width: usize,
    /// Whether lines have colours.
    pub colour: bool,
    /// Whether CSV is for a spreadsheet.
    pub excel: Excel,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 80, colour: false, excel: None }
    }
}

/// Writes a report in a format.
///
/// # Errors
/// Where the bytes cannot be made, which no report brings about.
pub fn bytes(report: &Report, texts: &Texts, format: Format, look: Look) -> io::Result<Vec<u8>> {
    Ok(match format {
        Format::Html => html::page(report, texts).into_bytes(),
        Format::Xlsx => xlsx::book(report, texts)?,
        Format::Csv => csv::figures(report, look.excel)?,
        Format::Text => text::page(report, texts, look.width, look.colour).into_bytes(),
        Format::Json => json::document(report)?.into_bytes(),
    })
}
