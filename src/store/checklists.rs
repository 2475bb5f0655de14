//! The checklists: those compiled in, and the user's own in the data folder, which may replace them.

use super::atomic;
use super::checklist_faults;
use super::error::StoreError;
use super::folders::{Folders, file_stem, make_folder};
use super::json;
use super::located_fault::LocatedFault;
use crate::visit::checklist::is_id;
use crate::visit::definition::Definition;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// No checklist comes near this size, in bytes.
const MOST: u64 = 8 << 20;

/// The checklists compiled in: id and document, in the order in which they are offered.
const BUNDLED: [(&str, &str); 4] = [
    ("customer", include_str!("../../checklists/customer.json")),
    ("management", include_str!("../../checklists/management.json")),
    ("internal", include_str!("../../checklists/internal.json")),
    ("practice", include_str!("../../checklists/practice.json")),
];

/// What a new checklist looks like; its id is put in.
const TEMPLATE: &str = include_str!("new_checklist.json");

/// A checklist of the library.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id, or the file's name where it has none that can be read.
    pub id: String,
    /// Where it comes from.
    pub source: Source,
    /// The checklist, or why it cannot be used.
    pub definition: Result<Arc<Definition>, StoreError>,
}

impl Listed {
    /// Tells whether it is compiled in.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        self.source == Source::Bundled
    }
}

/// Where a checklist comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The program.
    Bundled,
    /// A file of the user.
    File(PathBuf),
}

/// Gives the checklists compiled in.
#[must_use]
pub fn bundled() -> Vec<Listed> {
    BUNDLED.iter().map(|(id, text)| compiled(id, text)).collect()
}

fn compiled(id: &str, text: &str) -> Listed {
    let definition = parse(Path::new(id), text).map(Arc::new);
    Listed { id: id.to_owned(), source: Source::Bundled, definition }
}

/// Gives the library: those compiled in, each replaced by the user's file of its id, then the user's others by name.
#[must_use]
pub fn load_all(folders: &Folders) -> Vec<Listed> {
    let mut own: Vec<Listed> = Vec::new();
    for path in json_files(&folders.checklists()) {
        let mut definition = read(&path).map(Arc::new);
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let id = definition.as_ref().map_or(name, |definition| definition.checklist().id.clone());
        let other = own.iter().find_map(|listed| match &listed.source {
            Source::File(other) if listed.definition.is_ok() && listed.id == id => Some(other.clone()),
            _ => None,
        });
        if let (Ok(_), Some(other)) = (&definition, other) {
            definition = Err(StoreError::SameId { path: path.clone(), other });
        }
        own.push(Listed { id, source: Source::File(path), definition });
    }
    let mut library = Vec::new();
    for (id, text) in BUNDLED {
        let at = own.iter().position(|listed| listed.id == id && listed.definition.is_ok());
        library.push(at.map_or_else(|| compiled(id, text), |at| own.remove(at)));
    }
    library.extend(own);
    library
}

/// Gives the library with a checklist in it that may come from anywhere.
#[must_use]
pub fn with(folders: &Folders, definition: Arc<Definition>) -> Vec<Listed> {
    let mut library = load_all(folders);
    let id = definition.checklist().id.clone();
    library.retain(|listed| listed.id != id);
    library.insert(0, Listed { id, source: Source::Bundled, definition: Ok(definition) });
    library
}

/// Gives the JSON files in a folder, by name.
pub(super) fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json") && path.is_file())
        .filter(|path| path.file_name().is_some_and(|name| !name.as_encoded_bytes().starts_with(b".")))
        .collect();
    files.sort();
    files
}

/// Gives a checklist by its id, or else from the file of that path.
///
/// # Errors
/// [`StoreError::UnknownChecklist`], or as [`read`].
pub fn get(folders: &Folders, asked: &str) -> Result<Arc<Definition>, StoreError> {
    if is_id(asked) {
        // The user's file of the same name is the likely one; the others are read only where it is not. A broken one
        // is told, because the bundled checklist in its place would be another.
        match read(&folders.checklists().join(format!("{}.json", file_stem(asked)))) {
            Ok(definition) if definition.checklist().id == asked => return Ok(Arc::new(definition)),
            Ok(_) | Err(StoreError::Missing { .. }) => {}
            Err(error) => return Err(error),
        }
        if let Some(listed) = load_all(folders).into_iter().find(|listed| listed.id == asked) {
            return listed.definition;
        }
    }
    let path = Path::new(asked);
    if path.is_file() || asked.contains(['/', '\\']) || path.extension().is_some() {
        return read(path).map(Arc::new);
    }
    Err(StoreError::UnknownChecklist { asked: asked.to_owned() })
}

/// Reads a checklist from a file.
///
/// # Errors
/// [`StoreError::FaultyChecklist`] with every fault, or where the file cannot be read.
pub fn read(path: &Path) -> Result<Definition, StoreError> {
    match json::read_text(path, MOST) {
        Ok(text) => parse(path, &text),
        Err(StoreError::TooLarge { path, limit }) => {
            let faults = vec![LocatedFault::at_start(crate::visit::validate::FaultKind::TooLarge { limit })];
            Err(StoreError::FaultyChecklist { path, faults })
        }
        Err(error) => Err(error),
    }
}

fn parse(path: &Path, text: &str) -> Result<Definition, StoreError> {
    checklist_faults::read(text).map_err(|faults| StoreError::FaultyChecklist { path: path.to_owned(), faults })
}

/// Writes a small valid checklist that shows every response type, for the user to change; gives its path.
///
/// # Errors
/// Where the system refuses. No file is ever replaced.
pub fn new_file(folders: &Folders) -> Result<PathBuf, StoreError> {
    let folder = folders.checklists();
    make_folder(&folder)?;
    let name = |n: u32| if n == 1 { "my-checklist.json".to_owned() } else { format!("my-checklist-{n}.json") };
    let contents = |name: &str| TEMPLATE.replacen("my-checklist", name.trim_end_matches(".json"), 1);
    atomic::write_new(&folder, name, contents)
}
