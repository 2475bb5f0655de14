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
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The name of the sheet.
pub const SHEET: &str = "esprit";
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
