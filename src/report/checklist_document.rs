//! A checklist as a file for people: a form on paper, or a spreadsheet with a question in each line that is imported
//! again as the same checklist.

mod condition_words;
mod page;

use super::Format;
use crate::text::Texts;
use crate::visit::Definition;
use std::io;

/// The formats of a checklist, in the order in which they are offered.
pub const FORMATS: [Format; 1] = [Format::Html];

/// Renders a checklist.
///
/// # Errors
/// Fails for a format that is none of [`FORMATS`].
pub fn render(definition: &Definition, texts: &Texts, format: Format) -> io::Result<Vec<u8>> {
    match format {
        Format::Html => Ok(page::render(definition, texts).into_bytes()),
        _ => Err(io::ErrorKind::Unsupported.into()),
    }
}
