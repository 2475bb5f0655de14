//! The sheet `survey`: rows and groups as items and sections.

use super::cells;
use super::condition::{Known, Meaning, Question, all};
use super::findings::at;
use super::headers::Field;
use super::reader::{Note, Reader};
use super::types::{RowType, likely_type, row_type};
use super::wording::join;
use crate::import::MOST_QUESTIONS;
use crate::import::remark::RemarkKind;
use crate::spreadsheet::Row;
use crate::visit::checklist::{Item, LocalText, free_id_from, id_from};
use std::collections::BTreeMap;

impl Reader<'_> {
    /// Reads every row.
    pub(super) fn read(&mut self) {
        self.find_names();
        let whole_repeat = self.whole_repeat();
        for row in self.table.rows.clone() {
            let row_type = row_type(self.table.cell(row, Field::Type));
            if self.ids.len() == MOST_QUESTIONS && row_type.asks() {
                let kind = RemarkKind::TooManyQuestions { most: MOST_QUESTIONS };
                self.findings.push_fault(at(self.place(row, Field::Type), kind));
                return;
            }
            if self.is_disabled(row) {
                self.findings.doubt(self.place(row, Field::Disabled), "form-disabled", &[]);
            } else {
                self.read_row(row, &row_type, whole_repeat);
            }
        }
        self.drop_notes();
        while let Some(group) = self.groups.pop() {
            let place = self.table.place_of(group.row, Field::Type);
            self.findings.fault(place, "form-group-not-ended", &[("name", &group.name)]);
        }
    }

    fn is_disabled(&self, row: &Row) -> bool {
        cells::tick(self.table.cell(row, Field::Disabled)) == Some(true)
    }

    fn read_row(&mut self, row: &Row, row_type: &RowType, whole_repeat: Option<usize>) {
        let cell = self.table.cell(row, Field::Type);
        let place = self.place(row, Field::Type);
        match row_type {
            RowType::Unknown => self.unknown(row),
            RowType::Comment => self.findings.doubt(place, "form-comment", &[]),
            RowType::BeginGroup => self.begin_group(row, false),
            RowType::BeginRepeat => {
                if whole_repeat == Some(row.number) {
                    self.findings.doubt(place, "form-whole-repeat", &[]);
                } else {
                    self.findings.fault(place, "form-repeat", &[]);
                }
                self.begin_group(row, true);
            }
            RowType::EndGroup => self.end_group(row, false),
            RowType::EndRepeat => self.end_group(row, true),
            RowType::Note => self.note(row),
            RowType::Metadata => self.findings.doubt(place, "form-metadata", &[("found", cell)]),
            RowType::LeftOut => self.findings.doubt(place, "form-question-left-out", &[("found", cell)]),
            RowType::Refused(id) => self.findings.fault(place, id, &[("found", cell)]),
            asks => self.item(row, asks),
        }
        let name = self.table.cell(row, Field::Name);
        if !name.is_empty() {
            let known = if row_type.asks() || *row_type == RowType::Unknown { Known::Faulty } else { Known::LeftOut };
            self.questions.above.entry(name.to_owned()).or_insert(known);
        }
    }

    fn unknown(&mut self, row: &Row) {
        let cell = self.table.cell(row, Field::Type);
        let is_filled = |field| self.table.of(field).any(|column| !row.cell(column.index).is_empty());
        if !cell.is_empty() {
            let likely = likely_type(cell).unwrap_or("none").replace(' ', "_");
            let args = [("found", cell), ("likely", &likely)];
            self.findings.fault(self.place(row, Field::Type), "form-unknown-type", &args);
        } else if is_filled(Field::Name) || is_filled(Field::Label) {
            self.findings.fault(self.place(row, Field::Type), "form-no-type", &[]);
        } else {
            self.drop_all_but(row, &[]);
        }
    }

    /// Notes the rows of all questions, to tell a later one from one that does not exist.
    fn find_names(&mut self) {
        for row in &self.table.rows {
            let name = self.table.cell(row, Field::Name);
            let row_type = row_type(self.table.cell(row, Field::Type));
            let has_value = matches!(row_type, RowType::Metadata | RowType::LeftOut | RowType::Refused(_));
            if !(has_value || row_type.asks()) || name.is_empty() || self.is_disabled(row) {
                continue;
            }
            if let Some(first) = self.questions.rows.get(name) {
                let first = first.to_string();
                let place = self.table.place_of(row.number, Field::Name);
                self.findings.fault(place, "form-duplicate-name", &[("name", name), ("row", &first)]);
            } else {
                self.questions.rows.insert(name.to_owned(), row.number);
            }
        }
    }

    fn note(&mut self, row: &Row) {
        let texts = [Field::Label, Field::Hint, Field::GuidanceHint]
            .map(|field| self.wording.text(self.table, row, field, self.findings));
        self.drop_all_but(row, &[Field::Label, Field::Hint, Field::GuidanceHint, Field::Relevant]);
        let Some(text) = join(texts.iter().flatten()) else { return };
        let relevant = self.table.cell(row, Field::Relevant).to_owned();
        match self.groups.last_mut() {
            Some(group) if group.label.is_none() && !group.has_items && relevant.is_empty() => group.label = Some(text),
            _ => self.notes.push(Note { row: row.number, text, relevant }),
        }
    }

    fn item(&mut self, row: &Row, row_type: &RowType) {
        for (field, id) in [(Field::ChoiceFilter, "form-choice-filter"), (Field::Calculation, "form-calculate")] {
            let cell = self.table.cell(row, field);
            if !cell.is_empty() {
                self.findings.fault(self.place(row, field), id, &[("found", cell)]);
            }
        }
        if self.table.cell(row, Field::Appearance).trim_start().starts_with("search(") {
            self.findings.fault(self.place(row, Field::Appearance), "form-from-file", &[("found", "search()")]);
        } else {
            self.drop_field(row, Field::Appearance);
        }
        let when = self.when(row);
        let guide = self.guide(row);
        let (name, label) = self.name_and_label(row);
        let (weight, critical) = (self.weight(row), self.critical(row));
        let behaviour = Some(self.table.cell(row, Field::Behaviour)).filter(|cell| !cell.is_empty());
        let Some(asked) = self.asked(row, row_type) else { return };
        let when = match when {
            Meaning::Constant(true) => None,
            Meaning::Constant(false) => {
                self.findings.doubt(self.place(row, Field::Relevant), "form-never", &[]);
                self.questions.above.insert(name, Known::LeftOut);
                return;
            }
            Meaning::When(condition) => Some(condition),
        };
        let id = free_id_from(&name, |id| self.ids.contains(id)).unwrap_or_else(|| format!("question-{}", row.number));
        self.ids.insert(id.clone());
        let question = Question { id: id.clone(), response: asked.response.clone(), answers: asked.answers };
        self.questions.above.insert(name, Known::Asked(question));
        let item = Item {
            id,
            label,
            guide,
            behaviour: behaviour.map(|cell| id_from(cell).unwrap_or_else(|| cell.to_owned())),
            response: asked.response,
            weight,
            critical,
            scored: asked.scored,
            when,
            ..Item::default()
        };
        self.add_item(row, item, asked.option_rows);
    }

    /// Returns when an item applies: its own condition, and those of its groups.
    fn when(&mut self, row: &Row) -> Meaning {
        let own = self.condition(row);
        all(self.groups.iter().map(|group| group.condition.clone()).chain([own]))
    }

    /// Returns the guidance: the notes above that apply whenever the question does, and its hints.
    fn guide(&mut self, row: &Row) -> BTreeMap<String, LocalText> {
        let relevant = self.table.cell(row, Field::Relevant);
        let mut texts = Vec::new();
        for note in std::mem::take(&mut self.notes) {
            if note.relevant.is_empty() || note.relevant == relevant {
                texts.push(note.text);
            } else {
                self.drop_note(&note);
            }
        }
        for field in [Field::Hint, Field::GuidanceHint] {
            texts.extend(self.wording.text(self.table, row, field, self.findings));
        }
        join(&texts).map(|text| ("how".to_owned(), text)).into_iter().collect()
    }

    fn name_and_label(&mut self, row: &Row) -> (String, LocalText) {
        let name = self.table.cell(row, Field::Name);
        let label = self.wording.text(self.table, row, Field::Label, self.findings);
        let label = label.unwrap_or_else(|| {
            let shown = if name.is_empty() { self.table.cell(row, Field::Type) } else { name };
            self.findings.doubt(self.place(row, Field::Label), "form-no-label", &[("shown", shown)]);
            LocalText::Same(shown.to_owned())
        });
        if !name.is_empty() {
            return (name.to_owned(), label);
        }
        self.findings.doubt(self.place(row, Field::Name), "form-no-name", &[]);
        let name = match &label {
            LocalText::Same(text) => text.clone(),
            LocalText::Each(texts) => texts.values().next().cloned().unwrap_or_default(),
        };
        (name, label)
    }

    fn weight(&mut self, row: &Row) -> f64 {
        let cell = self.table.cell(row, Field::Weight);
        if cell.is_empty() {
            return 1.0;
        }
        cells::weight(cell).unwrap_or_else(|| {
            self.findings.fault(self.place(row, Field::Weight), "form-weight", &[("found", cell)]);
            1.0
        })
    }

    fn critical(&mut self, row: &Row) -> bool {
        let cell = self.table.cell(row, Field::Critical);
        cells::tick(cell).unwrap_or_else(|| {
            self.findings.fault(self.place(row, Field::Critical), "form-tick", &[("found", cell)]);
            false
        })
    }

    /// Adds an item to its section.
    fn add_item(&mut self, row: &Row, item: Item, option_rows: Vec<usize>) {
        let attitude = cells::attitude(self.table.cell(row, Field::Attitude));
        let is_other = attitude.is_some() && self.sections.last().is_some_and(|last| last.attitude != attitude);
        if self.begins_section || is_other || self.sections.is_empty() {
            self.begin_section(attitude);
        }
        for group in &mut self.groups {
            group.has_items = true;
        }
        if let (Some(section), Some(rows)) = (self.sections.last_mut(), self.rows.last_mut()) {
            section.items.push(item);
            rows.items.push((row.number, option_rows));
        }
    }
}
