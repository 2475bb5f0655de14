//! A row of questions: its cells by what they hold.

use super::cell_text::{shown, tidy};
use super::layout::{Layout, Placed};
use crate::import::columns::Column;
use crate::import::remark::{RemarkKind, Remarks};
use crate::import::{own, words};
use crate::spreadsheet::{CellPlace, Row, Sheet};
use crate::text::Lang;
use crate::text::fold_name;
use crate::text::typed_number::parse_number;
use crate::visit::checklist::LocalText;
use std::collections::BTreeMap;

/// A row with a question, and the rows below that go on with its answers.
#[derive(Clone, Debug)]
pub(super) struct Line<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) layout: &'s Layout,
    pub(super) row: &'s Row,
    /// The rows below that only have answers.
    pub(super) more: Vec<&'s Row>,
    /// The row above that only names the section.
    pub(super) above: Option<&'s Row>,
    /// The heading above it, in a sheet without a column of sections.
    pub(super) heading: Option<&'s str>,
}

impl<'s> Line<'s> {
    /// Returns the row that has the cells of a kind: that of the question, or the one that names its section.
    fn row_of(&self, column: Column) -> &'s Row {
        let of_section = matches!(column, Column::Section | Column::SectionWeight | Column::Attitude);
        let is_empty = || self.layout.of(column).all(|placed| self.row.cell(placed.at).is_empty());
        self.above.filter(|_| of_section && is_empty()).unwrap_or(self.row)
    }

    /// Returns the first cell of a kind, of whatever language.
    pub(super) fn cell(&self, column: Column) -> &'s str {
        let row = self.row_of(column);
        let mut cells = self.layout.of(column).map(|placed| row.cell(placed.at));
        cells.find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// Returns the cells of a kind that are not empty, with the lines that rows below add.
    pub(super) fn cells(&self, column: Column) -> Vec<(&'s Placed, String)> {
        let text = |placed: &Placed| {
            let rows = [self.row_of(column)].into_iter().chain(self.more.iter().copied());
            let cells: Vec<&str> = rows.map(|row| row.cell(placed.at)).filter(|cell| !cell.is_empty()).collect();
            cells.join("\n")
        };
        let cells = self.layout.of(column).map(|placed| (placed, text(placed)));
        cells.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Returns the place of the first cell of a kind, or that of the question.
    pub(super) fn place(&self, column: Column) -> CellPlace {
        let row = self.row_of(column);
        let filled = self.layout.of(column).find(|placed| !row.cell(placed.at).is_empty());
        let placed = filled.or_else(|| self.layout.of(column).next());
        let at = placed.or_else(|| self.layout.of(Column::Question).next()).map_or(0, |placed| placed.at);
        self.sheet.place(row.number, at)
    }

    /// Returns the cells that an export fingerprints.
    pub(super) fn fingerprint(&self) -> String {
        own::fingerprint(
            self.layout
                .columns
                .iter()
                .map(|placed| (placed.column, placed.language.as_deref(), self.row.cell(placed.at))),
        )
    }

    /// Returns the language of a column.
    pub(super) fn language<'p>(&'p self, placed: &'p Placed) -> &'p str {
        placed.language.as_deref().unwrap_or(&self.layout.language)
    }

    /// Returns the text of a kind of column; `None` if all its cells are empty.
    pub(super) fn text(&self, column: Column, remarks: &mut Remarks) -> Option<LocalText> {
        let mut texts = Vec::new();
        for (placed, text) in self.cells(column) {
            let place = self.sheet.place(self.row.number, placed.at);
            texts.push((placed, tidy(&text, column, &place, remarks)));
        }
        let named = |language: &str| self.layout.of(column).any(|placed| placed.language.as_deref() == Some(language));
        if let [(placed, text)] = texts.as_slice() {
            for missing in self.layout.of(column).filter(|other| other.at != placed.at) {
                if placed.language.is_some() || !named(self.language(placed)) {
                    let language = self.language(missing).to_owned();
                    let place = self.sheet.place(self.row.number, missing.at);
                    remarks.doubt(place, RemarkKind::MissingText { language });
                }
            }
            let alone = placed.language.is_none() || self.layout.languages().len() < 2;
            return Some(if alone {
                LocalText::Same(text.clone())
            } else {
                LocalText::Each(BTreeMap::from([(self.language(placed).to_owned(), text.clone())]))
            });
        }
        let mut each: BTreeMap<String, String> = BTreeMap::new();
        // A column that names its language comes before one that names none.
        for (placed, text) in texts.iter().filter(|(placed, _)| placed.language.is_some()) {
            each.insert(self.language(placed).to_owned(), text.clone());
        }
        for (placed, text) in texts.iter().filter(|(placed, _)| placed.language.is_none()) {
            let known = each.entry(self.language(placed).to_owned()).or_insert_with(|| text.clone());
            if known != text {
                let place = self.sheet.place(self.row.number, placed.at);
                remarks.doubt(place, RemarkKind::CellDropped { text: shown(text) });
            }
        }
        (!each.is_empty()).then_some(LocalText::Each(each))
    }

    /// Returns whether a cell has a mark.
    pub(super) fn mark(&self, column: Column, remarks: &mut Remarks) -> bool {
        let cell = self.cell(column);
        let (folded, lower) = (fold_name(cell), cell.to_lowercase());
        let is_any = |list: &[&str]| list.contains(&lower.as_str()) || list.contains(&folded.as_str());
        let marked = is_any(words::MARKED);
        if !cell.is_empty() && !marked && !is_any(words::UNMARKED) {
            remarks.error(self.place(column), RemarkKind::NotAMark { text: shown(cell) });
        }
        marked
    }

    /// Returns the number in a cell and whether it is in percent; `None` if it is empty.
    pub(super) fn number(&self, column: Column, remarks: &mut Remarks) -> Option<(f64, bool)> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        let (number, percent) = cell.strip_suffix('%').map_or((cell, false), |number| (number, true));
        let number = number.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
        let parsed = parse_number(number, Lang::Fr).ok();
        if parsed.is_none() {
            remarks.error(self.place(column), RemarkKind::NotANumber { text: shown(cell) });
        }
        parsed.map(|number| (number, percent))
    }
}
