//! Reads a checklist from a spreadsheet or a JSON file, to be imported.

use crate::app::checklist_import::{Doubt, ImportFault, ReadChecklist};
use crate::import;
use crate::spreadsheet::{MOST_BYTES, SpreadsheetError};
use crate::store::{Folders, checklist_imports, checklists};
use crate::visit::Definition;
use std::path::Path;
use std::sync::Arc;

/// Reads a checklist from a file, under an id of its own if one is given; nothing is written.
///
/// # Errors
/// Fails if the file cannot be read, or if anything in it cannot be imported as it stands.
pub fn read(folders: &Folders, path: &Path, new_id: Option<&str>) -> Result<ReadChecklist, ImportFault> {
    let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let (definition, doubts) = if is_json {
        let checked = checklists::check(path).map_err(ImportFault::Store)?;
        (checked.definition, checked.remarks.into_iter().map(Doubt::Document).collect())
    } else {
        let bytes = checklists::read_spreadsheet(path, MOST_BYTES).map_err(ImportFault::Store)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let versions = |id: &str| checklist_imports::earlier_versions(folders, id);
        let library = import::Library { id: new_id, versions: &versions };
        let imported = import::read(&library, &name, &bytes).map_err(|error| match error {
            import::ImportError::Spreadsheet(error) => ImportFault::Spreadsheet(error),
            import::ImportError::Refused(remarks) => ImportFault::Refused(remarks),
        })?;
        let definition = Definition::new(imported.document).map_err(broken)?;
        (definition, imported.doubts.into_iter().map(Doubt::Sheet).collect())
    };
    let definition = match new_id {
        Some(id) => definition.with_id(id).map_err(broken)?,
        None => definition,
    };
    let standing = checklist_imports::standing(folders, &definition);
    Ok(ReadChecklist { standing, definition: Arc::new(definition), doubts })
}

/// Returns the fault of a spreadsheet whose checklist cannot be put together.
fn broken(error: impl std::fmt::Display) -> ImportFault {
    ImportFault::Spreadsheet(SpreadsheetError::Broken(error.to_string()))
}
