//! `esprit checklist import` and `esprit checklist export`: a checklist from a file, and to one.

use super::checklist::{fault_report, find, print_checklist};
use super::output::Output;
use super::setup::Setup;
use super::{CliError, CommandResult};
use crate::app::checklist_import::{ImportFault, ReadChecklist, done, summary};
use crate::recorder::import_checklist;
use crate::report::{Format, checklist_document};
use crate::store::checklist_imports::{self, Standing};
use crate::store::export_file;
use crate::store::{StoreError, checklists};
use crate::visit::Definition;
use crate::visit::checklist::is_id;
use clap::ArgMatches;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Imports a checklist: says what was understood, then writes it.
pub fn import(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let path = super::path(matches, "file");
    let new_id = matches.get_one::<String>("new-id").map(String::as_str);
    if let Some(id) = new_id.filter(|id| !is_id(id)) {
        return Err(CliError::Usage(setup.texts.with("cli-bad-id", &[("id", id.into())])));
    }
    let read = import_checklist::read(&setup.folders, &path, new_id).map_err(|fault| refused(setup, &path, &fault))?;
    print_understood(setup, &read, output)?;
    if let Some(file) = matches.get_one::<std::path::PathBuf>("output") {
        let text = checklists::to_text(file, &read.definition).map_err(|error| setup.failed(&error))?;
        write(file, text.as_bytes()).map_err(|error| setup.failed(&error))?;
        output.message(&setup.texts.with("import-added", &[("path", file.display().to_string().into())]))?;
        return Ok(0);
    }
    if let Some(message) = read.standing_message(&setup.texts).filter(|_| read.standing != Standing::Same) {
        output.write_line(&setup.message_text(&message))?;
    }
    if let (Standing::NextVersion { free, .. }, None) = (&read.standing, new_id) {
        output.write_line(&setup.texts.with("cli-import-beside", &[("free", free.as_str().into())]))?;
    }
    setup.create_data_folder()?;
    let imported = checklist_imports::import(&setup.folders, &read.definition).map_err(|error| setup.failed(&error))?;
    output.message(&setup.message_text(&done(imported.as_ref())))?;
    Ok(0)
}

/// Prints the summary, the doubts and the checklist.
fn print_understood(setup: &Setup, read: &ReadChecklist, output: &mut Output) -> Result<(), CliError> {
    print_checklist(setup, &read.definition, output)?;
    output.write_line("")?;
    output.write_line(&summary(&setup.texts, &read.definition))?;
    if !read.doubts.is_empty() {
        let count = [("count", read.doubts.len().into())];
        output.write_heading(&setup.texts.with("cli-import-doubts", &count))?;
        for doubt in &read.doubts {
            output.write_line(&format!("  {}", after_place(setup, &doubt.sentence(&setup.texts))))?;
        }
    }
    Ok(())
}

/// Returns why a file is not imported: each thing that is wrong, with its place.
fn refused(setup: &Setup, path: &Path, fault: &ImportFault) -> CliError {
    let sentences = fault.sentences(&setup.texts, path);
    CliError::Failed(match fault {
        ImportFault::Store(error) => fault_report(setup, path, error),
        ImportFault::Spreadsheet(_) => sentences.iter().map(|one| after_place(setup, one)).collect(),
        ImportFault::Refused(_) => {
            let args = [("path", path.display().to_string().into()), ("count", sentences.len().into())];
            let lines = sentences.iter().map(|one| after_place(setup, one));
            lines.chain([setup.texts.with("cli-import-refused", &args)]).collect::<Vec<_>>().join("\n")
        }
    })
}

fn after_place(setup: &Setup, (place, text): &(String, String)) -> String {
    if place.is_empty() { text.clone() } else { format!("{place}{}{text}", setup.texts.get("app-colon")) }
}

/// Writes a checklist to a file whose ending says how.
pub fn export(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let (asked, file) = (super::path(matches, "id"), super::path(matches, "file"));
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    let format = Format::from_name(&ending).filter(|format| checklist_document::FORMATS.contains(format));
    let path = || file.display().to_string();
    let Some(format) = format else {
        return Err(CliError::Usage(setup.texts.with("cli-checklist-unsupported", &[("path", path().into())])));
    };
    setup.check_data_folder()?;
    let definition: Arc<Definition> =
        find(setup, &asked).map_err(|error| CliError::Failed(fault_report(setup, &asked, &error)))?;
    let bytes = checklist_document::render(&definition, &setup.texts, format)?;
    write(&file, &bytes).map_err(|error| setup.failed(&error))?;
    output.message(&setup.texts.with("cli-report-saved", &[("path", path().into())]))?;
    Ok(0)
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut whole = export_file::begin(file)?;
    whole.write_all(bytes).map_err(|error| whole.failed(&error))?;
    whole.finish()
}
