//! A checklist as delimited text, as a spreadsheet program of the language opens it.

use super::cells::{Cell, Table};
use super::own::OwnRow;
use crate::import::own;
use crate::report::csv_writer::CsvWriter;
use crate::text::Texts;
use std::io;

/// Renders the text; without `own`, only its table.
pub fn render(texts: &Texts, table: &Table, own: Option<&[OwnRow]>) -> io::Result<Vec<u8>> {
    // In delimited text, the id has its own column in the table.
    let own_names = own::COLUMNS.iter().filter(|name| **name != "id");
    let heads = table.heads.iter().map(|head| head.title(texts.lang()));
    let heads: Vec<String> = match own {
        Some(_) => heads.chain(own_names.clone().map(|name| format!("{}{name}", own::PREFIX))).collect(),
        None => heads.collect(),
    };
    let mut csv = CsvWriter::new(Vec::new(), Some(texts.lang()), heads.iter().map(String::as_str))?;
    for (index, cells) in table.rows.iter().enumerate() {
        for cell in cells {
            match cell {
                Cell::Empty => csv.write_text("")?,
                Cell::Number(number) => csv.write_number(Some(*number))?,
                Cell::Text(text) => csv.write_lines(text)?,
            }
        }
        if let Some(own) = own.and_then(|own| own.get(index)) {
            own_names.clone().try_for_each(|name| csv.write_text(own.get(name)))?;
        }
        csv.end_row()?;
    }
    csv.into_inner()
}
