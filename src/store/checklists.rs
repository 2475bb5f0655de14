//! The checklists: those compiled in, and the user's own in the data folder, which may replace them.

use super::atomic::{self, numbered};
use super::checklist_faults;
use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::{Folders, make_folder};
use super::json;
use super::json_file;
use super::library::{Entry, Library};
use super::located_fault::LocatedFault;
use crate::visit::checklist::Checklist;
use crate::visit::definition::Definition;
use crate::visit::validate::FaultKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use super::library::Source;

/// A new checklist, whose id is replaced.
const TEMPLATE: &str = include_str!("new_checklist.json");

/// A checklist of the library.
#[derive(Clone, Debug)]
pub struct ListedChecklist {
    /// Its id, or the stem of its file's name if it cannot be read.
    pub id: String,
    pub source: Source,
    /// The checklist, or why it cannot be used.
    pub definition: Result<Arc<Definition>, StoreError>,
}

impl ListedChecklist {
    /// Returns whether it is compiled in.
    pub fn is_bundled(&self) -> bool {
        self.source == Source::Bundled
    }
}

impl From<Entry<Arc<Definition>>> for ListedChecklist {
    fn from(Entry { id, source, document }: Entry<Arc<Definition>>) -> Self {
        Self { id, source, definition: document }
    }
}

struct Checklists;

impl Library for Checklists {
    type Document = Arc<Definition>;

    const BUNDLED: &'static [(&'static str, &'static str)] = &[
        ("customer", include_str!("../../checklists/customer.json")),
        ("management", include_str!("../../checklists/management.json")),
        ("internal", include_str!("../../checklists/internal.json")),
        ("practice", include_str!("../../checklists/practice.json")),
    ];

    fn id(definition: &Arc<Definition>) -> &str {
        &definition.checklist().id
    }

    fn parse(&self, path: &Path, text: &str) -> Result<Arc<Definition>, StoreError> {
        checklist_faults::read_lenient(text).map(Arc::new).map_err(|faults| Self::faulty(path.to_owned(), faults))
    }

    fn faulty(path: PathBuf, faults: Vec<LocatedFault>) -> StoreError {
        StoreError::Document(DocumentError::FaultyChecklist { path, faults })
    }

    fn unknown(id_or_path: &str) -> StoreError {
        StoreError::Document(DocumentError::UnknownChecklist { asked: id_or_path.to_owned() })
    }
}

/// Returns the checklists compiled in.
pub fn bundled() -> Vec<ListedChecklist> {
    Checklists::BUNDLED.iter().map(|bundled| Checklists.bundled(*bundled).into()).collect()
}

/// The last version before the one compiled in, of those whose items have changed since.
const EARLIER: [(&str, &str); 3] = [
    ("customer", include_str!("../../checklists/earlier/customer-1.0.1.json")),
    ("management", include_str!("../../checklists/earlier/management-1.0.1.json")),
    ("internal", include_str!("../../checklists/earlier/internal-1.0.1.json")),
];

/// Returns earlier versions of the checklists compiled in, so that scenarios for them can still be practised.
pub(super) fn earlier() -> impl Iterator<Item = Arc<Definition>> {
    EARLIER.iter().filter_map(|earlier| Checklists.bundled(*earlier).document.ok())
}

/// Returns whether a checklist with this id is compiled in.
pub fn is_bundled_id(id: &str) -> bool {
    Checklists::BUNDLED.iter().any(|(bundled, _)| *bundled == id)
}

/// Returns the checklists compiled in, each replaced by the user's file that has its id, then the user's others by name.
pub fn load_all(folders: &Folders) -> Vec<ListedChecklist> {
    Checklists.load_all(&folders.checklists()).into_iter().map(ListedChecklist::from).collect()
}

/// Returns the library with a checklist from elsewhere in front, in place of any with its id.
pub fn load_all_with(folders: &Folders, definition: Arc<Definition>) -> Vec<ListedChecklist> {
    let mut library = load_all(folders);
    let id = definition.checklist().id.clone();
    library.retain(|listed| listed.id != id);
    library.insert(0, ListedChecklist { id, source: Source::Bundled, definition: Ok(definition) });
    library
}

/// Returns the checklist with an id, or else that of the file with a path.
///
/// # Errors
/// [`DocumentError::UnknownChecklist`] if there is neither, and the errors of [`read`].
pub fn find(folders: &Folders, id_or_path: &str) -> Result<Arc<Definition>, StoreError> {
    Checklists.find(&folders.checklists(), id_or_path)
}

/// Returns the checklist with an id as it is, whatever is to be mended in it.
///
/// # Errors
/// [`DocumentError::UnknownChecklist`] if there is none, and the faults of a file that does not have the shape of a
/// checklist.
pub fn for_editing(folders: &Folders, id: &str) -> Result<Checklist, StoreError> {
    match find(folders, id) {
        Ok(definition) => Ok(definition.checklist().clone()),
        Err(StoreError::Document(DocumentError::FaultyChecklist { path, faults })) => {
            let checklist = source_text(&path).and_then(|text| serde_json::from_str(&text).ok());
            checklist.ok_or_else(|| Checklists::faulty(path, faults))
        }
        Err(error) => Err(error),
    }
}

/// Returns the paths of the unknown fields in the user's file of a checklist that an edited one cannot hold: those of a
/// response or of a condition.
pub(super) fn lost_in_editing(folders: &Folders, id: &str) -> Vec<String> {
    let listed = load_all(folders).into_iter().find(|listed| listed.id == id);
    let Some(ListedChecklist { source: Source::File(path), .. }) = listed else { return Vec::new() };
    let checked = check(&path).err();
    let faults = checked.as_ref().map(StoreError::faults).unwrap_or_default();
    let is_lost = |fault: &&LocatedFault| {
        let is_unknown = matches!(fault.kind, FaultKind::UnknownField { .. } | FaultKind::MisplacedOwnField { .. });
        let is_held = !(fault.path.contains(".response.") || fault.path.contains(".when."));
        is_unknown && !is_held && !fault.path.contains(".options[")
    };
    faults.iter().filter(is_lost).map(|fault| fault.path.clone()).collect()
}

/// Reads a checklist from a file for visits, which can follow it whatever its author has still to mend.
///
/// # Errors
/// [`DocumentError::FaultyChecklist`] with every other fault, and errors of reading the file.
pub fn read(path: &Path) -> Result<Arc<Definition>, StoreError> {
    Checklists.read(path)
}

/// A checklist without faults, and what is seldom meant in it.
#[derive(Clone, Debug)]
pub struct Checked {
    pub definition: Definition,
    pub remarks: Vec<LocatedFault>,
}

/// Reads a checklist from a file for its author: unknown fields are faults too.
///
/// # Errors
/// [`DocumentError::FaultyChecklist`] with every fault, and errors of reading the file.
pub fn check(path: &Path) -> Result<Checked, StoreError> {
    parse(&Checklists::text(path)?).map_err(|faults| Checklists::faulty(path.to_owned(), faults))
}

/// Parses a checklist that was written, imported or edited.
///
/// # Errors
/// Every fault, in the order of the document; at least one.
pub fn parse(text: &str) -> Result<Checked, Vec<LocatedFault>> {
    let definition = checklist_faults::read(text)?;
    Ok(Checked { remarks: checklist_faults::remarks(text, &definition), definition })
}

/// Returns a checklist as the text of a file; `path` is for errors.
///
/// # Errors
/// Never fails for a checklist.
pub fn to_text(path: &Path, definition: &Definition) -> Result<String, StoreError> {
    json_file::to_text(path, definition.raw())
}

/// Reads a spreadsheet that a checklist is imported from, of at most so many bytes.
///
/// # Errors
/// Fails if the file is larger or cannot be read.
pub fn read_spreadsheet(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    json::read_bytes(path, most)
}

/// Writes a small valid checklist with every response type under a new name, and returns its path.
///
/// # Errors
/// Fails if the folder or the file cannot be written. No file is ever replaced.
pub fn create_from_template(folders: &Folders) -> Result<PathBuf, StoreError> {
    let folder = folders.checklists();
    make_folder(&folder)?;
    let name = |n: u32| numbered("my-checklist", '-', n) + ".json";
    let contents = |name: &str| TEMPLATE.replacen("my-checklist", name.trim_end_matches(".json"), 1);
    atomic::write_new(&folder, name, contents)
}

/// Returns the text of a document, to show its faults in; `None` where it can no longer be read.
pub fn source_text(path: &Path) -> Option<String> {
    json::read_text(path, json::MOST).ok()
}
