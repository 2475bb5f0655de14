//! What an export adds for the way back: the parts of a checklist that the table cannot show.
//!
//! A workbook has them in a sheet `esprit`, with a row for each item; delimited text in columns `esprit::…` of the item's
//! own row. Columns of the same name go on with the text of the first, as a cell has an end.
//! - `id`: the id of the item; in delimited text it is in the column `Id` alone;
//! - `row`: the [`fingerprint`] of its row in the table;
//! - `item`: the item, as JSON;
//! - `section`: in the row of a section's first item, the section without its items, as JSON;
//! - `checklist`: in the first row, the checklist without its sections, as JSON.
//!
//! A row whose fingerprint is the same is taken back as it was. In a row that was changed, the table counts, and the item
//! lends only what the table lacks.

use super::columns::Column;
use super::remark::{RemarkKind, Remarks};
use crate::spreadsheet::{CellPlace, Row, Sheet};
use crate::text::tidy_name;
use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// The name of the sheet.
pub const SHEET: &str = "esprit";
/// The names of the sheet that says how to fill the table in, in French and English.
pub const HELP: [&str; 2] = ["Mode d’emploi", "How to fill it in"];
/// What the names of the columns in delimited text begin with.
pub const PREFIX: &str = "esprit::";
/// The columns of the sheet.
pub const COLUMNS: [&str; 5] = ["id", "row", "item", "section", "checklist"];

/// Returns the fingerprint of a row: of its cells that are not empty, with their columns and languages, in any order.
pub fn fingerprint<'c>(cells: impl IntoIterator<Item = (Column, Option<&'c str>, &'c str)>) -> String {
    let mut cells: Vec<(Column, Option<&str>, String)> = (cells.into_iter())
        .map(|(column, language, text)| (column, language, text.replace("\r\n", "\n").trim().to_owned()))
        .filter(|(.., text)| !text.is_empty())
        .collect();
    cells.sort();
    let mut hash = Sha256::new();
    for (column, language, text) in cells {
        hash.update(format!("{column:?}\u{1f}{}\u{1f}{text}\u{1e}", language.unwrap_or_default()));
    }
    HEXLOWER.encode(hash.finalize().get(..8).unwrap_or_default())
}

/// What an export has kept of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The fingerprint of the row.
    pub row: String,
    /// The item.
    pub item: Option<Value>,
    /// The section that begins with it.
    pub section: Option<Value>,
    /// The checklist.
    pub checklist: Option<Value>,
}

/// Reads what is kept in cells of these columns; a broken one is named.
pub fn read(sheet: &Sheet, row: &Row, columns: &[(&'static str, usize)], remarks: &mut Remarks) -> Kept {
    let text = |name: &str| -> (String, usize) {
        let of = || columns.iter().filter(|(column, _)| *column == name).map(|(_, at)| *at);
        (of().map(|at| row.cells.get(at).map_or("", String::as_str)).collect(), of().next().unwrap_or(0))
    };
    let mut json = |name: &str| {
        let (text, at) = text(name);
        if text.trim().is_empty() {
            return None;
        }
        let value = serde_json::from_str(&text).ok().filter(Value::is_object);
        if value.is_none() {
            remarks.error(sheet.place(row.number, at), RemarkKind::OwnCell);
        }
        value
    };
    let (item, section, checklist) = (json("item"), json("section"), json("checklist"));
    Kept { row: text("row").0.trim().to_owned(), item, section, checklist }
}

/// What is kept of an item in the sheet `esprit`.
#[derive(Clone, Debug)]
pub struct KeptRow {
    pub kept: Kept,
    /// The cell of its id.
    pub place: CellPlace,
}

/// Reads the sheet `esprit` of a workbook, by the ids of the items.
pub fn read_sheet(sheet: &Sheet, remarks: &mut Remarks) -> HashMap<String, KeptRow> {
    let Some((header, rows)) = sheet.rows.split_first() else { return HashMap::new() };
    let mut columns = Vec::new();
    for (at, cell) in header.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        if let Some(name) = COLUMNS.iter().find(|name| cell.trim().eq_ignore_ascii_case(name)) {
            columns.push((*name, at));
        } else {
            let header = tidy_name(cell);
            remarks.doubt(sheet.place(header_row(sheet), at), RemarkKind::UnknownColumn { header });
        }
    }
    let id = columns.iter().find(|(name, _)| *name == "id").map(|(_, at)| *at);
    let Some(id) = id else { return HashMap::new() };
    let mut kept =
        |row: &Row| KeptRow { kept: read(sheet, row, &columns, remarks), place: sheet.place(row.number, id) };
    rows.iter().map(|row| (row.cell(id).to_owned(), kept(row))).collect()
}

fn header_row(sheet: &Sheet) -> usize {
    sheet.rows.first().map_or(1, |row| row.number)
}
