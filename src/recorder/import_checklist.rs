//! Reads a checklist from a spreadsheet or a JSON file, and adds it to the library.

use crate::app::checklist_import::{ImportFault, ReadChecklist};
use crate::import;
use crate::spreadsheet::{MOST_BYTES, SpreadsheetError};
use crate::store::{Folders, checklists};
use crate::visit::Definition;
use std::path::Path;
use std::sync::Arc;

/// Reads a checklist from a file; nothing is written.
///
/// # Errors
/// Fails if the file cannot be read, or if anything in it cannot be imported as it stands.
pub fn read(folders: &Folders, path: &Path) -> Result<ReadChecklist, ImportFault> {
    let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let (definition, doubts) = if is_json {
        (Arc::new(checklists::check(path).map_err(ImportFault::Store)?.definition), Vec::new())
    } else {
        let bytes = checklists::read_spreadsheet(path, MOST_BYTES).map_err(ImportFault::Store)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let imported = import::read(&name, &bytes).map_err(|error| match error {
            import::ImportError::Spreadsheet(error) => ImportFault::Spreadsheet(error),
            import::ImportError::Refused(remarks) => ImportFault::Refused(remarks),
        })?;
        let definition = Definition::new(imported.document).map_err(|error| {
            let reason = error.to_string();
            ImportFault::Spreadsheet(SpreadsheetError::Broken(reason))
        })?;
        (Arc::new(definition), imported.doubts)
    };
    Ok(ReadChecklist { standing: checklists::standing(folders, &definition), definition, doubts })
}
