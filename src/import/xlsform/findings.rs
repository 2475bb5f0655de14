//! What is found wrong or dropped while a form is read.

use super::sheets::{Table, rows_text};
use crate::import::{Remark, RemarkKind};
use crate::spreadsheet::CellPlace;
use std::collections::BTreeMap;

/// The arguments of a message, by name.
pub(super) type Args<'a> = &'a [(&'static str, &'a str)];

/// What is found while a form is read.
#[derive(Debug, Default)]
pub(super) struct Findings {
    faults: Vec<Remark>,
    doubts: Vec<Remark>,
    /// What holds for several cells of a column, by the place of its header: the rows, in their order.
    columns: BTreeMap<(CellPlace, &'static str), (Vec<(&'static str, String)>, Vec<usize>)>,
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
            let header = ("header", table.header(column).to_owned());
            let args = args.iter().map(|(name, value)| (*name, (*value).to_owned()));
            (std::iter::once(header).chain(args).collect(), Vec::new())
        });
        entry.1.extend(row);
    }

    /// Returns whether something is wrong.
    pub(super) fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Returns what is doubtful, or else all that is wrong, in the order of `sheets`.
    pub(super) fn finish(mut self, sheets: &[&str]) -> Result<Vec<Remark>, Vec<Remark>> {
        for ((place, id), (mut args, mut rows)) in std::mem::take(&mut self.columns) {
            rows.sort_unstable();
            rows.dedup();
            args.push(("count", rows.len().to_string()));
            args.push(("rows", rows_text(&rows)));
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
    let args = args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    at(place, RemarkKind::Form((id, args)))
}

/// Returns a remark on a cell.
pub(super) fn at(place: CellPlace, kind: RemarkKind) -> Remark {
    Remark { place: Some(place), kind }
}
