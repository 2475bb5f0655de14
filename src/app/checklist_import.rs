//! A checklist that was read from a file to be imported.

use super::format;
use crate::import::Remark;
use crate::spreadsheet::SpreadsheetError;
use crate::store::StoreError;
use crate::store::checklists::Standing;
use crate::text::Texts;
use crate::visit::{Definition, Response};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files that can be imported, by their extensions.
pub const EXTENSIONS: [&str; 5] = ["xlsx", "xls", "ods", "csv", "json"];

/// A file that was read.
#[derive(Debug)]
pub struct ReadFile {
    pub path: PathBuf,
    /// The checklist, or why it cannot be imported.
    pub read: Result<ReadChecklist, ImportFault>,
}

/// A checklist that can be imported.
#[derive(Clone, Debug)]
pub struct ReadChecklist {
    pub definition: Arc<Definition>,
    /// What was not understood or was left out.
    pub doubts: Vec<Remark>,
    /// What the library has with its id.
    pub standing: Standing,
}

/// Why a file cannot be imported.
#[derive(Debug)]
pub enum ImportFault {
    /// The file cannot be read, or it is a checklist with faults.
    Store(StoreError),
    /// It is no spreadsheet that can be read.
    Spreadsheet(SpreadsheetError),
    /// What is wrong in the spreadsheet, each with its cell.
    Refused(Vec<Remark>),
}

impl ImportFault {
    /// Returns what is wrong as sentences, each after its place; the first one may be about the file as a whole.
    pub fn sentences(&self, texts: &Texts, path: &Path) -> Vec<(String, String)> {
        let message = |(id, args): crate::text::Message| format::message(texts, id, &args);
        match self {
            Self::Store(error) => {
                let whole = (String::new(), format::error_text(texts, error));
                std::iter::once(whole)
                    .chain(error.faults().iter().map(|fault| format::fault_texts(texts, fault)))
                    .collect()
            }
            Self::Spreadsheet(error) => vec![(String::new(), message(error.message(&path.display().to_string())))],
            Self::Refused(remarks) => remarks.iter().map(|remark| remark_sentence(texts, remark)).collect(),
        }
    }
}

/// Returns the cell of a remark, and the remark.
pub fn remark_sentence(texts: &Texts, remark: &Remark) -> (String, String) {
    let message = |(id, args): crate::text::Message| format::message(texts, id, &args);
    (remark.place.as_ref().map(|place| message(place.message())).unwrap_or_default(), message(remark.message()))
}

/// Returns what a checklist consists of, in one line: items, sections, kinds of answers, languages, weights.
pub fn summary(texts: &Texts, definition: &Definition) -> String {
    let checklist = definition.checklist();
    let mut parts = vec![
        texts.with("paper-questions", &[("count", definition.len().into())]),
        texts.with("summary-sections", &[("count", checklist.sections.len().into())]),
    ];
    for name in Response::TYPES {
        let count = definition.items().filter(|(_, item)| item.response.type_name() == name).count();
        if count > 0 {
            let kind = texts.get(&format!("type-{name}")).to_owned();
            parts.push(texts.with("summary-type", &[("type", kind.into()), ("count", count.into())]));
        }
    }
    let list = |id: &str, name: &'static str, values: Vec<String>| texts.with(id, &[(name, values.join(", ").into())]);
    let languages = checklist.declared_languages();
    if !languages.is_empty() {
        parts.push(list("summary-languages", "languages", languages.into_iter().map(str::to_owned).collect()));
    }
    let number = |number: f64| texts.decimal(number, if number.fract() == 0.0 { 0 } else { 2 });
    let mut weights: Vec<f64> = definition.items().map(|(_, item)| item.weight).collect();
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    if weights.iter().any(|weight| (weight - 1.0).abs() > f64::EPSILON) {
        parts.push(list("summary-weights", "weights", weights.into_iter().map(number).collect()));
    }
    let shares: Vec<String> = checklist
        .sections
        .iter()
        .filter_map(|section| section.weight_percent)
        .map(|share| texts.percent(share))
        .collect();
    if !shares.is_empty() {
        parts.push(list("summary-shares", "shares", shares));
    }
    parts.join(" · ")
}
