//! A checklist as a file for people: a form on paper, or a spreadsheet with a question in each line that is imported
//! again as the same checklist.

mod cells;
mod condition_words;
mod delimited;
mod own;
mod page;
mod workbook;

use super::Format;
use crate::text::{Texts, clean};
use crate::visit::Definition;
use cells::Table;
use own::OwnRow;
use std::io;

/// The formats of a checklist, in the order in which they are offered.
pub const FORMATS: [Format; 3] = [Format::Html, Format::Xlsx, Format::Csv];

/// Renders a checklist.
///
/// # Errors
/// Fails for a format that is none of [`FORMATS`], and for a workbook that its library refuses.
pub fn render(definition: &Definition, texts: &Texts, format: Format) -> io::Result<Vec<u8>> {
    let title = clean(definition.checklist().title.get(texts.lang()));
    match format {
        Format::Html => Ok(page::render(definition, texts).into_bytes()),
        Format::Xlsx => with_own(definition, texts, |table, own| workbook::render(texts, &title, table, own)),
        Format::Csv => with_own(definition, texts, |table, own| delimited::render(texts, table, own)),
        Format::Text | Format::Json => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// Renders a table with what goes with it; that names the rows as they will be read, so that they are rendered first.
fn with_own(
    definition: &Definition,
    texts: &Texts,
    render: impl Fn(&Table, Option<&[OwnRow]>) -> io::Result<Vec<u8>>,
) -> io::Result<Vec<u8>> {
    let table = cells::table(definition, texts);
    let mut own = own::rows(definition);
    let fingerprints = own::fingerprints(&render(&table, None)?)?;
    own.iter_mut().zip(fingerprints).for_each(|(own, fingerprint)| own.row = fingerprint);
    render(&table, Some(&own))
}
