//! The groups of a survey, as sections.

use super::cells;
use super::headers::Field;
use super::reader::{Group, Reader, SectionRows};
use super::types::{RowType, row_type};
use super::wording::join;
use crate::spreadsheet::Row;
use crate::visit::checklist::{LocalText, Section, free_id_from};

/// The most groups inside each other.
const DEEPEST: usize = 16;

impl Reader<'_> {
    pub(super) fn begin_group(&mut self, row: &Row, is_repeat: bool) {
        let kept = [Field::Label, Field::Relevant, Field::Attitude, Field::Weight];
        self.drop_all_but(row, &kept);
        if self.groups.len() == DEEPEST {
            let most = DEEPEST.to_string();
            self.findings.fault(self.place(row, Field::Type), "form-groups-deep", &[("most", &most)]);
        }
        let weight = self.table.cell(row, Field::Weight);
        let weight_percent = cells::percent(weight);
        if weight_percent.is_none() && !weight.is_empty() {
            self.findings.fault(self.place(row, Field::Weight), "form-share", &[("found", weight)]);
        }
        let group = Group {
            name: self.table.cell(row, Field::Name).to_owned(),
            row: row.number,
            label: self.wording.text(self.table, row, Field::Label, self.findings),
            condition: self.condition(row),
            has_items: false,
            attitude: cells::attitude(self.table.cell(row, Field::Attitude)),
            weight_percent,
            has_section: false,
            is_repeat,
        };
        self.groups.push(group);
        self.begins_section = true;
    }

    pub(super) fn end_group(&mut self, row: &Row, is_repeat: bool) {
        self.drop_all_but(row, &[]);
        self.drop_notes();
        self.begins_section = true;
        let place = self.place(row, Field::Type);
        match self.groups.pop() {
            None => self.findings.fault(place, "form-end-without-begin", &[]),
            Some(group) if group.is_repeat != is_repeat => {
                let begin = group.row.to_string();
                self.findings.fault(place, "form-end-of-other", &[("row", &begin)]);
            }
            Some(group) if !group.has_items => {
                let place = self.table.place_of(group.row, Field::Type);
                self.findings.doubt(place, "form-empty-group", &[("name", &group.name)]);
            }
            Some(_) => {}
        }
    }

    /// Begins the section of the next item.
    pub(super) fn begin_section(&mut self, attitude: Option<String>) {
        self.begins_section = false;
        let labels = self.groups.iter().filter_map(|group| group.label.as_ref());
        let innermost = self.groups.last();
        let title = match (join(labels), innermost) {
            (Some(title), _) => title,
            (None, None) => LocalText::Same(self.title.to_owned()),
            (None, Some(group)) => {
                let shown = if group.name.is_empty() { self.title } else { &group.name };
                let place = self.table.place_of(group.row, Field::Label);
                self.findings.doubt(place, "form-no-label", &[("shown", shown)]);
                LocalText::Same(shown.to_owned())
            }
        };
        let names: Vec<&str> = self.groups.iter().map(|group| group.name.as_str()).filter(|n| !n.is_empty()).collect();
        let name = if names.is_empty() { self.title.to_owned() } else { names.join("-") };
        let is_taken = |id: &str| self.sections.iter().any(|section| section.id == id);
        let row = innermost.map(|group| group.row);
        let numbered = || format!("section-{}", self.sections.len() + 1);
        let id = free_id_from(&name, is_taken).unwrap_or_else(numbered);
        let inherited = self.groups.iter().rev().find_map(|group| group.attitude.clone());
        let weight_percent = self.share();
        let attitude = attitude.or(inherited);
        self.sections.push(Section { id, attitude, title, weight_percent, ..Section::default() });
        self.rows.push(SectionRows { group: row, items: Vec::new() });
    }

    /// Returns the share of the section that begins: that of the innermost group which has one.
    fn share(&mut self) -> Option<f64> {
        let group = self.groups.iter_mut().rev().find(|group| group.weight_percent.is_some())?;
        if group.has_section {
            let place = self.table.place_of(group.row, Field::Weight);
            self.findings.fault(place, "form-weight-of-several", &[("name", &group.name)]);
        }
        group.has_section = true;
        group.weight_percent
    }

    /// Returns the row at which a repeat begins that is the whole form: each visit is one repetition.
    pub(super) fn whole_repeat(&self) -> Option<usize> {
        let is_asked = |found: &RowType| !matches!(found, RowType::Metadata | RowType::Note | RowType::Comment);
        let types: Vec<(usize, RowType)> = (self.table.rows.iter())
            .map(|row| (row.number, self.table.cell(row, Field::Type)))
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(number, cell)| (number, row_type(cell)))
            .filter(|(_, found)| is_asked(found))
            .collect();
        let count = |wanted: &RowType| types.iter().filter(|(_, found)| found == wanted).count();
        let is_single = count(&RowType::BeginRepeat) == 1 && count(&RowType::EndRepeat) == 1;
        match types.as_slice() {
            [(row, RowType::BeginRepeat), .., (_, RowType::EndRepeat)] if is_single => Some(*row),
            _ => None,
        }
    }
}
