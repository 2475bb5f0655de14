//! What is found wrong or dropped while a form is read.

use super::sheets::{Table, rows_text};
use crate::import::remark::{Remark, RemarkKind};
use crate::spreadsheet::CellPlace;
use std::collections::BTreeMap;

/// The most characters that are quoted of a cell.
const MOST_QUOTED: usize = 120;

/// The arguments of a message, by name.
pub(super) type Args<'a> = &'a [(&'static str, &'a str)];

/// What holds for several cells of a column.
#[derive(Debug)]
struct ColumnFinding {
    args: Vec<(&'static str, String)>,
    rows: Vec<usize>,
}

/// What is found while a form is read.
#[derive(Debug, Default)]
pub(super) struct Findings {
    faults: Vec<Remark>,
    doubts: Vec<Remark>,
    /// By the place of the header and the message.
    columns: BTreeMap<(CellPlace, &'static str), ColumnFinding>,
}

impl Findings {
    /// Adds something wrong.
    pub(super) fn fault(&mut self, place: CellPlace, id: &'static str, args: Args) {
        self.faults.push(remark(place, id, args));
    }

    /// Adds something that is dropped or doubtful.
    pub(super) fn doubt(&mut self, place: CellPlace, id: &'static str, args: Args) {
        self.doubts.push(remark(place, id, args));
    }

    /// Adds a remark that was made elsewhere on something wrong.
    pub(super) fn push_fault(&mut self, fault: Remark) {
        self.faults.push(fault);
    }

    /// Adds a row to what is said once of a column; without a row, what is said of the column if no row is added.
    pub(super) fn column(&mut self, table: &Table, column: usize, row: Option<usize>, id: &'static str, args: Args) {
        let key = (table.header_place(column), id);
        let entry = self.columns.entry(key).or_insert_with(|| {
            let header = ("header", shortened(table.header(column)));
            let args = args.iter().map(|(name, value)| (*name, shortened(value)));
            ColumnFinding { args: std::iter::once(header).chain(args).collect(), rows: Vec::new() }
        });
        entry.rows.extend(row);
    }

    /// Adds a remark that was made elsewhere on something doubtful.
    pub(super) fn push_doubt(&mut self, doubt: Remark) {
        self.doubts.push(doubt);
    }

    /// Returns whether something is wrong.
    pub(super) fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Returns what is doubtful, or else all that is wrong, in the order of `sheets`.
    pub(super) fn finish(mut self, sheets: &[&str]) -> Result<Vec<Remark>, Vec<Remark>> {
        for ((place, id), ColumnFinding { mut args, mut rows }) in std::mem::take(&mut self.columns) {
            rows.sort_unstable();
            rows.dedup();
            args.push(("rows", if rows.is_empty() { "none".to_owned() } else { rows_text(&rows) }));
            self.doubts.push(at(place, RemarkKind::Form((id, args))));
        }
        let position = |remark: &Remark| {
            remark.place.as_ref().map(|place| {
                let sheet = sheets.iter().position(|sheet| *sheet == place.sheet).unwrap_or(sheets.len());
                (sheet, place.row, place.column)
            })
        };
        let found = if self.faults.is_empty() { &mut self.doubts } else { &mut self.faults };
        found.sort_by_key(position);
        found.dedup();
        if self.faults.is_empty() { Ok(self.doubts) } else { Err(self.faults) }
    }
}

fn remark(place: CellPlace, id: &'static str, args: Args) -> Remark {
    let args = args.iter().map(|(name, value)| (*name, shortened(value))).collect();
    at(place, RemarkKind::Form((id, args)))
}

/// Returns a text of the form as remarks quote it.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Returns a remark on a cell.
pub(super) fn at(place: CellPlace, kind: RemarkKind) -> Remark {
    Remark { place: Some(place), kind }
}
