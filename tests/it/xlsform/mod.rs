//! Importing forms of ODK and KoboToolbox.

mod choices;
mod columns;
mod conditions;
mod files;
mod groups;
mod languages;
mod mutated;
mod refused;
mod types;

use crate::support::read_checklist;
use esprit::import::{ImportError, Imported, Remark, RemarkKind};
use serde_json::Value;

/// Returns a form as CSV, from sheets whose cells are separated by `|`.
pub fn csv(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for (name, rows) in sheets {
        writer.write_record([name, ""]).unwrap();
        for row in rows.trim().lines() {
            writer.write_record([""].into_iter().chain(row.split('|').map(str::trim))).unwrap();
        }
    }
    writer.into_inner().unwrap()
}

/// The lists that most forms of the tests use.
pub const CHOICES: &str = "
    list_name | name | label
    yes_no    | yes  | Yes
    yes_no    | no   | No
    fruit     | a    | Apple
    fruit     | b    | Banana
    fruit     | c    | Cherry";

/// Imports a survey with those lists.
pub fn import(survey: &str) -> Result<Imported, Vec<Remark>> {
    import_sheets(&[("survey", survey), ("choices", CHOICES)])
}

pub fn import_sheets(sheets: &[(&str, &str)]) -> Result<Imported, Vec<Remark>> {
    import_bytes("shop.csv", &csv(sheets))
}

pub fn import_bytes(name: &str, bytes: &[u8]) -> Result<Imported, Vec<Remark>> {
    read_checklist(name, bytes).map_err(|error| match error {
        ImportError::Refused(remarks) => remarks,
        ImportError::Spreadsheet(error) => panic!("{error}"),
    })
}

/// Imports a form that is without fault.
pub fn imported(survey: &str) -> Imported {
    import(survey).unwrap_or_else(|remarks| panic!("{:#?}", said(&remarks)))
}

/// Returns remarks as `survey C7 form-unknown-list`, with the arguments behind.
pub fn said(remarks: &[Remark]) -> Vec<String> {
    remarks.iter().map(say).collect()
}

fn say(remark: &Remark) -> String {
    let place = remark.place.as_ref().map_or("-".to_owned(), |place| {
        format!("{} {}{}", place.sheet, esprit::spreadsheet::column_letters(place.column), place.row)
    });
    match &remark.kind {
        RemarkKind::Form((id, args)) => {
            let args: Vec<String> = args.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{place} {} {}", id.trim_start_matches("form-"), args.join(" ")).trim_end().to_owned()
        }
        kind => format!("{place} {kind:?}"),
    }
}

/// Returns the remarks on a survey that is refused.
pub fn refused(survey: &str) -> Vec<String> {
    match import(survey) {
        Ok(imported) => panic!("imported, with {:?}", said(&imported.doubts)),
        Err(remarks) => said(&remarks),
    }
}

/// Returns an item as files store it.
pub fn item(imported: &Imported, id: &str) -> Value {
    let (_, item) = imported.checklist.items().find(|(_, item)| item.id == id).unwrap_or_else(|| panic!("no {id}"));
    serde_json::to_value(item).unwrap()
}
