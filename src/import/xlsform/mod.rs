//! XLSForm to a checklist: the sheets `survey`, `choices` and `settings`, as ODK, KoboToolbox and others read them.
//!
//! What a checklist has no counterpart for is imported without it and named; what would change the answers is refused.

mod cells;
mod choices;
mod condition;
mod constraint;
mod expression;
mod faults;
mod findings;
mod groups;
mod headers;
mod languages;
mod question;
mod reader;
mod settings;
mod sheets;
mod survey;
mod tokens;
mod types;
mod wording;

use super::{Imported, Library, Remark, RemarkKind};
use crate::spreadsheet::{CellRemarkKind, MOST_CELL_CHARS, Sheet, Workbook, column_letters};
use crate::visit::checklist::{Checklist, FORMAT, LocalText};
use choices::Lists;
use condition::Questions;
use findings::{Findings, at};
use headers::Field;
use reader::Reader;
use settings::Settings;
use sheets::{Sheets, Table};
use std::collections::HashSet;
use wording::Wording;

/// The fields that a survey may have.
const SURVEY: &[Field] = &[
    Field::Type,
    Field::Name,
    Field::Label,
    Field::Hint,
    Field::GuidanceHint,
    Field::Relevant,
    Field::Constraint,
    Field::ConstraintMessage,
    Field::Parameters,
    Field::Appearance,
    Field::ChoiceFilter,
    Field::Calculation,
    Field::Disabled,
    Field::Weight,
    Field::Critical,
    Field::ResponseType,
    Field::Behaviour,
    Field::Attitude,
];
/// The fields that choices may have.
const CHOICES: &[Field] = &[Field::ListName, Field::Name, Field::Label, Field::Points];
/// The fields that settings may have.
const SETTINGS: &[Field] = &[Field::FormTitle, Field::FormId, Field::Version, Field::DefaultLanguage];

/// Reads a form; `None` if a workbook is no form.
pub(super) fn import(
    library: &Library<'_>,
    file_name: &str,
    workbook: &Workbook,
) -> Option<Result<Imported, Vec<Remark>>> {
    let sheets = Sheets::find(workbook)?;
    let survey = Table::new(&sheets.survey, Field::Type);
    let choices = sheets.choices.as_deref().map(|sheet| Table::new(sheet, Field::ListName));
    let settings = sheets.settings.as_deref().map(|sheet| Table::new(sheet, Field::FormTitle));
    let mut findings = Findings::default();
    name_damaged_cells(workbook, &sheets, &mut findings);
    if survey.of(Field::Type).next().is_none() {
        findings.fault(survey.header_place(0), "form-no-type-column", &[]);
        return Some(Err(findings.finish(&workbook_order(&sheets)).err().unwrap_or_default()));
    }
    for sheet in &sheets.others {
        let first = sheet.rows.first().map_or(1, |row| row.number);
        findings.doubt(sheet.place(first, 0), "form-other-sheet", &[("sheet", &sheet.name)]);
    }
    let tables = [(Some(&survey), SURVEY), (choices.as_ref(), CHOICES), (settings.as_ref(), SETTINGS)];
    for (table, fields) in tables {
        if let Some(table) = table {
            name_columns(table, fields, &mut findings);
        }
    }
    let settings_read = Settings::read(settings.as_ref(), file_name, &mut findings);
    let worded: Vec<&Table> = [Some(&survey), choices.as_ref()].into_iter().flatten().collect();
    let wording = Wording::find(&worded, &settings_read.default_language, &mut findings);
    let lists = choices.as_ref().map(|table| Lists::read(table, &wording, &mut findings)).unwrap_or_default();
    let mut reader = Reader {
        table: &survey,
        choices: choices.as_ref(),
        lists: &lists,
        wording: &wording,
        findings: &mut findings,
        title: &settings_read.title,
        questions: Questions::default(),
        groups: Vec::new(),
        notes: Vec::new(),
        sections: Vec::new(),
        rows: Vec::new(),
        begins_section: true,
        ids: HashSet::new(),
    };
    reader.read();
    let (sections, rows) = (reader.sections, reader.rows);
    let languages = Some(wording.languages.clone()).filter(|languages| !languages.is_empty());
    let earlier = library.versions_of(&settings_read.id);
    let checklist = Checklist {
        format: FORMAT.to_owned(),
        // A form does not name the relation.
        relation: earlier.first().map(|earlier| earlier.checklist().relation).unwrap_or_default(),
        id: settings_read.id,
        version: settings_read.version,
        languages,
        title: LocalText::Same(settings_read.title),
        sections,
        ..Checklist::default()
    };
    if !findings.has_faults() {
        faults::find(&checklist, &rows, &survey, choices.as_ref(), settings.as_ref(), &mut findings);
    }
    let names: Vec<&str> = workbook_order(&sheets);
    let document = serde_json::to_value(&checklist).unwrap_or_default();
    Some(findings.finish(&names).map(|doubts| Imported { checklist, document, doubts }))
}

/// Returns the names of the sheets in the order in which people read a form.
fn workbook_order<'s>(sheets: &'s Sheets) -> Vec<&'s str> {
    let known = [Some(&sheets.survey), sheets.choices.as_ref(), sheets.settings.as_ref()];
    known.into_iter().flatten().chain(&sheets.others).map(|sheet| sheet.name.as_str()).collect()
}

/// Names the cells that the spreadsheet itself has something to say of.
fn name_damaged_cells(workbook: &Workbook, sheets: &Sheets, findings: &mut Findings) {
    let is_read = |sheet: &Sheet| !sheets.others.iter().any(|other| other.name == sheet.name);
    for sheet in workbook.sheets.iter().filter(|sheet| is_read(sheet)) {
        for remark in &sheet.remarks {
            let place = sheet.place(remark.row, remark.column);
            match &remark.kind {
                CellRemarkKind::TooLong => {
                    findings.push_fault(at(place, RemarkKind::TooLong { most: MOST_CELL_CHARS }));
                }
                CellRemarkKind::OpenQuote => findings.push_fault(at(place, RemarkKind::OpenQuote)),
                CellRemarkKind::Error(text) => {
                    findings.push_doubt(at(place, RemarkKind::ErrorCell { text: text.clone() }));
                }
                CellRemarkKind::Date => findings.push_doubt(at(place, RemarkKind::Date)),
            }
        }
    }
}

/// Names the columns of a table that are not understood or have no counterpart, and those that are there twice.
fn name_columns(table: &Table, fields: &[Field], findings: &mut Findings) {
    for (first, second) in table.duplicates() {
        let letters = column_letters(first.index);
        let args = [("header", second.header.as_str()), ("first", &letters), ("other", &first.header)];
        findings.fault(table.header_place(second.index), "form-duplicate-column", &args);
    }
    for row in &table.above {
        findings.doubt(table.place(row.number, 0), "form-above-headers", &[]);
    }
    for column in &table.columns {
        let is_known = fields.contains(&column.field);
        let id = match column.field {
            _ if is_known => continue,
            Field::WithoutCounterpart => "form-dropped",
            _ if column.header.is_empty() => "form-no-header",
            _ => "form-unknown-column",
        };
        if id == "form-unknown-column" {
            findings.column(table, column.index, None, id, &[]);
        }
        for row in table.rows.iter().filter(|row| !row.cell(column.index).is_empty()) {
            findings.column(table, column.index, Some(row.number), id, &[]);
        }
    }
}
