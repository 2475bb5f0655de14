//! A checklist that was read from a file to be imported.

use super::format;
use crate::import::Remark;
use crate::spreadsheet::SpreadsheetError;
use crate::store::StoreError;
use crate::store::checklist_imports::{ImportedChecklist, Standing};
use crate::store::located_fault::LocatedFault;
use crate::text::{Message, Texts};
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
    pub doubts: Vec<Doubt>,
    /// What becomes of it.
    pub standing: Standing,
}

/// Something that was not understood, was left out, or is seldom meant.
#[derive(Clone, Debug)]
pub enum Doubt {
    /// In a spreadsheet.
    Sheet(Remark),
    /// In a JSON document.
    Document(LocatedFault),
}

impl Doubt {
    /// Returns its place, and what it is.
    pub fn sentence(&self, texts: &Texts) -> (String, String) {
        match self {
            Self::Sheet(remark) => remark_sentence(texts, remark),
            Self::Document(fault) => format::fault_texts(texts, fault),
        }
    }
}

impl ReadChecklist {
    /// Returns the message that says what becomes of it; `None` if it is simply added.
    pub fn standing_message(&self, texts: &Texts) -> Option<Message> {
        let checklist = self.definition.checklist();
        match &self.standing {
            Standing::New => None,
            Standing::Same => Some(("import-same", vec![])),
            Standing::NextVersion { version, .. } => {
                let title = checklist.title.get(texts.lang()).to_owned();
                let args = vec![("version", version.clone()), ("title", title), ("id", checklist.id.clone())];
                Some(("import-next-version", args))
            }
        }
    }

    /// Returns the checklist under the id that is not taken, to be kept beside the one that the library has; `None` if
    /// the library has none.
    pub fn beside(&self) -> Option<Definition> {
        match &self.standing {
            Standing::NextVersion { free, .. } => self.definition.with_id(free).ok(),
            Standing::New | Standing::Same => None,
        }
    }
}

/// Returns the message that says what an import has done; `None` if the library had the checklist already.
pub fn done(imported: Option<&ImportedChecklist>) -> Message {
    let Some(imported) = imported else { return ("import-had-already", vec![]) };
    let path = ("path", imported.path.display().to_string());
    if imported.has_earlier {
        ("import-version-saved", vec![("version", imported.version.clone()), ("id", imported.id.clone()), path])
    } else {
        ("import-added", vec![path])
    }
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
        let message = |(id, args): Message| format::message(texts, id, &args);
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
    let message = |(id, args): Message| format::message(texts, id, &args);
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
