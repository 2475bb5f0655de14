//! The list of sites that a report compares the visits with.

use crate::analysis::KnownSite;
use crate::app::format::error_text;
use crate::cli::CliError;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::store::sites;
use crate::text::Texts;
use std::path::Path;

/// Reads the file of `--sites`.
pub fn from_file(path: &Path, texts: &Texts) -> Result<Vec<KnownSite>, CliError> {
    sites::read_file(path).map_err(|error| CliError::Usage(error_text(texts, &error)))
}

/// Reads the list of the data folder. A file of it that cannot be read is reported, and its sites are missing.
pub fn of_data_folder(setup: &Setup, output: &mut Output) -> Result<Vec<KnownSite>, CliError> {
    let (sites, error) = sites::load(&setup.folders);
    if let Some(error) = error {
        output.message(&setup.error_text(&error))?;
    }
    Ok(sites)
}
