//! The list of sites that a report compares the visits with, and takes names and groups from.

use crate::app::format::error_text;
use crate::cli::CliError;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::store::reading::Directory;
use crate::store::site_list::{self, ListRemark};
use crate::store::{observers, sites};
use crate::visit::Site;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A list of sites, for a report.
pub struct ReportSites {
    /// The sites that should be visited.
    pub known: Vec<Site>,
    /// The ids of those that only a visit made known.
    pub remembered: BTreeSet<String>,
    /// The names and groups that count.
    pub directory: Arc<Directory>,
}

/// Reads the file of `--sites`. Lines that cannot be taken are reported.
pub fn from_file(path: &Path, setup: &Setup, output: &mut Output) -> Result<ReportSites, CliError> {
    let list = site_list::read(path).map_err(|error| CliError::Usage(error_text(&setup.texts, &error)))?;
    report_remarks(&list.remarks, setup, output)?;
    let (sites, observers) = (sites::load(&setup.folders), observers::load(&setup.folders).unwrap_or_default());
    let directory = Directory::from(&list).with_merged(&sites, &observers);
    Ok(ReportSites { directory: Arc::new(directory), known: list.sites.entries, remembered: BTreeSet::new() })
}

/// Returns no list: only what is merged in the data folder counts.
pub fn merged_only(setup: &Setup) -> ReportSites {
    ReportSites {
        directory: Arc::new(Directory::load_merged(&setup.folders)),
        known: Vec::new(),
        remembered: BTreeSet::new(),
    }
}

/// Reads the lists of the data folder. What cannot be read of them is reported.
pub fn of_data_folder(setup: &Setup, output: &mut Output) -> Result<ReportSites, CliError> {
    let sites = sites::load(&setup.folders);
    let observers = observers::load(&setup.folders);
    for error in sites.errors.iter().chain(observers.as_ref().err()) {
        output.message(&setup.error_text(error))?;
    }
    report_remarks(&sites.list.remarks, setup, output)?;
    let directory = Directory::of_data_folder(&sites, &observers.unwrap_or_default());
    let remembered = sites.remembered();
    Ok(ReportSites { directory: Arc::new(directory), known: sites.all.entries, remembered })
}

fn report_remarks(remarks: &[ListRemark], setup: &Setup, output: &mut Output) -> Result<(), CliError> {
    let left_out = remarks.iter().filter(|remark| remark.reason.is_left_out());
    Ok(left_out.map(|remark| setup.message_text(&remark.message())).try_for_each(|line| output.message(&line))?)
}
