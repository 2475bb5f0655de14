//! What goes with the table so that it comes back as the same checklist, see [`crate::import::own`].

use crate::import::columns;
use crate::import::own::fingerprint;
use crate::spreadsheet;
use crate::text::clean::is_hostile;
use crate::visit::Definition;
use serde_json::Value;
use std::fmt::Write as _;
use std::io;
use unicode_width::UnicodeWidthChar;

/// What goes with the row of an item.
pub struct OwnRow {
    pub id: String,
    /// The fingerprint of the row; empty while it is not known.
    pub row: String,
    pub item: String,
    /// The section without its items, if it is its first item.
    pub section: String,
    /// The checklist without its sections, if it is the first item.
    pub checklist: String,
}

impl OwnRow {
    /// Returns what a column of [`crate::import::own::COLUMNS`] holds.
    pub fn get(&self, name: &str) -> &str {
        match name {
            "id" => &self.id,
            "row" => &self.row,
            "item" => &self.item,
            "section" => &self.section,
            _ => &self.checklist,
        }
    }
}

/// Returns what goes with each row.
pub fn rows(definition: &Definition) -> Vec<OwnRow> {
    let raw = definition.raw();
    let mut rows = Vec::new();
    for section in raw.get("sections").and_then(Value::as_array).into_iter().flatten() {
        for (index, item) in section.get("items").and_then(Value::as_array).into_iter().flatten().enumerate() {
            rows.push(OwnRow {
                id: item.get("id").and_then(Value::as_str).unwrap_or_default().to_owned(),
                row: String::new(),
                item: json_text(item),
                section: if index == 0 { json_text(&without(section, "items")) } else { String::new() },
                checklist: if rows.is_empty() { json_text(&without(raw, "sections")) } else { String::new() },
            });
        }
    }
    rows
}

/// Returns the fingerprints of the rows of a table as the import will read them.
///
/// # Errors
/// Fails if the table cannot be read.
pub fn fingerprints(table: &[u8]) -> io::Result<Vec<String>> {
    let workbook = spreadsheet::read(table).map_err(|error| io::Error::other(error.to_string()))?;
    let mut rows = workbook.sheets.first().map(|sheet| sheet.rows.as_slice()).unwrap_or_default().iter();
    let heads: Vec<_> =
        rows.next().map(|row| row.cells.iter().map(|cell| columns::header(cell)).collect()).unwrap_or_default();
    let fingerprint = |row: &spreadsheet::Row| {
        let cells = heads.iter().enumerate().filter_map(|(index, head)| {
            let head = head.as_ref()?;
            Some((head.column, head.language.as_deref(), row.cell(index)))
        });
        fingerprint(cells)
    };
    Ok(rows.map(fingerprint).collect())
}

fn without(value: &Value, key: &str) -> Value {
    let mut value = value.clone();
    value.as_object_mut().into_iter().for_each(|object| drop(object.remove(key)));
    value
}

/// Returns JSON in which no character is hidden, or changed by a spreadsheet.
fn json_text(value: &Value) -> String {
    let text = value.to_string();
    // A workbook takes `_x0041_` for a character.
    let text = text.replace("_x", "_\\u0078");
    let is_kept = |c: char| !is_hostile(c) && c.width() != Some(0);
    if text.chars().all(is_kept) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if is_kept(c) {
            escaped.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}
