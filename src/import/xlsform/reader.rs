//! The state of reading a survey, and what all that read it need: places, conditions, and what is dropped.

use super::choices::Lists;
use super::condition::{Meaning, Questions, meaning};
use super::findings::Findings;
use super::headers::Field;
use super::sheets::Table;
use super::wording::Wording;
use crate::spreadsheet::{CellPlace, Row};
use crate::visit::checklist::{LocalText, Section};
use std::collections::HashSet;

/// A text between questions, which goes to the guidance of the next one.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) row: usize,
    pub(super) text: LocalText,
    pub(super) relevant: String,
}

/// A group that is not ended.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) row: usize,
    pub(super) label: Option<LocalText>,
    pub(super) condition: Meaning,
    pub(super) has_items: bool,
    pub(super) attitude: Option<String>,
    pub(super) weight_percent: Option<f64>,
    /// Whether a section has its share.
    pub(super) has_section: bool,
    pub(super) is_repeat: bool,
}

/// Where a section and its items come from.
#[derive(Debug, Default)]
pub(super) struct SectionRows {
    /// The row of its group.
    pub(super) group: Option<usize>,
    /// The row of each item, and those of its options.
    pub(super) items: Vec<(usize, Vec<usize>)>,
}

/// Reads the rows of a survey.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) choices: Option<&'a Table<'a>>,
    pub(super) lists: &'a Lists,
    pub(super) wording: &'a Wording,
    pub(super) findings: &'a mut Findings,
    /// The title of sections outside groups.
    pub(super) title: &'a str,
    pub(super) questions: Questions,
    /// The groups that the row is in.
    pub(super) groups: Vec<Group>,
    pub(super) notes: Vec<Note>,
    pub(super) sections: Vec<Section>,
    pub(super) rows: Vec<SectionRows>,
    /// Whether the next item begins a section.
    pub(super) begins_section: bool,
    pub(super) ids: HashSet<String>,
}

impl Reader<'_> {
    pub(super) fn place(&self, row: &Row, field: Field) -> CellPlace {
        self.table.place_of(row.number, field)
    }

    /// Returns the condition in a row.
    pub(super) fn condition(&mut self, row: &Row) -> Meaning {
        let cell = self.table.cell(row, Field::Relevant);
        if cell.is_empty() {
            return Meaning::Constant(true);
        }
        meaning(cell, &self.questions).unwrap_or_else(|(id, args)| {
            let mut args: Vec<(&'static str, &str)> =
                args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            args.push(("condition", cell));
            self.findings.fault(self.place(row, Field::Relevant), id, &args);
            Meaning::Constant(true)
        })
    }

    /// Names a cell that is dropped, with its column.
    pub(super) fn drop_field(&mut self, row: &Row, field: Field) {
        for column in self.table.of(field) {
            if !row.cell(column.index).is_empty() {
                self.findings.column(self.table, column.index, Some(row.number), "form-dropped", &[]);
            }
        }
    }

    /// Names the cells of a row that are dropped, with their columns: all but those of some fields.
    pub(super) fn drop_all_but(&mut self, row: &Row, kept: &[Field]) {
        for field in super::SURVEY.iter().filter(|field| !kept.contains(field)) {
            if !matches!(field, Field::Type | Field::Name | Field::Disabled) {
                self.drop_field(row, *field);
            }
        }
    }

    /// Names the notes that no question follows.
    pub(super) fn drop_notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.drop_note(&note);
        }
    }

    pub(super) fn drop_note(&mut self, note: &Note) {
        let column = self.table.of(Field::Label).next().map_or(0, |column| column.index);
        self.findings.column(self.table, column, Some(note.row), "form-note-dropped", &[]);
    }
}
