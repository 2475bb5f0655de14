//! `esprit sites`: lists the known sites, checks a list of sites, and changes the list that the program keeps.

use super::names;
use super::output::Output;
use super::setup::Setup;
use super::{CliError, CommandResult, FAILED};
use crate::store::site_list::{self, ListRemark, SiteList};
use crate::store::sites::{self, KnownSites};
use crate::text::clean;
use crate::visit::Site;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The format of the list as JSON.
const FORMAT: &str = "esprit.sites/1";
/// The format of what is wrong with a list as JSON.
const CHECK_FORMAT: &str = "esprit.sites-check/1";

/// Runs the subcommand.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    match matches.subcommand() {
        Some(("check", matches)) => check(setup, matches, output),
        Some(("list", matches)) => list(setup, matches.get_flag("json"), output),
        Some((command, matches)) => names::run::<Site>(setup, command, matches, output),
        None => list(setup, false, output),
    }
}

/// Lists the known sites.
fn list(setup: &Setup, is_json: bool, output: &mut Output) -> CommandResult {
    setup.check_data_folder()?;
    let known = sites::load(&setup.folders);
    for error in &known.errors {
        output.message(&setup.error_text(error))?;
    }
    if is_json {
        let sites: Vec<Value> = known.all.entries.iter().map(|site| site_json(&known, site)).collect();
        let merged = names::merged_json(&known.all);
        output.write_json(&json!({"format": FORMAT, "sites": sites, "merged": merged}))?;
    } else if known.all.entries.is_empty() {
        let folder = setup.folders.data().display().to_string();
        output.message(&setup.texts.with("cli-sites-none", &[("folder", folder.into())]))?;
    } else {
        known.all.entries.iter().try_for_each(|site| output.write_line(&site_line(setup, &known, site)))?;
        names::write_merged(setup, &known.all, output)?;
    }
    for remark in known.left_out() {
        output.message(&setup.message_text(&remark.message()))?;
    }
    Ok(if known.errors.is_empty() { 0 } else { FAILED })
}

fn site_line(setup: &Setup, known: &KnownSites, site: &Site) -> String {
    let origin = match known.place(&site.id) {
        Some((path, line)) => {
            let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            setup.texts.with("cli-sites-at-line", &[("file", file.into()), ("line", (*line).into())])
        }
        None if known.by_hand.iter().any(|other| other.id == site.id) => setup.texts.get("names-by-hand").to_owned(),
        None => setup.texts.get("cli-sites-remembered").to_owned(),
    };
    let group = site.group.as_deref().map_or(String::new(), |group| format!(" · {group}"));
    clean(&format!("{:<16}  {}{group}  ({origin})", site.id, site.label())).into_owned()
}

fn site_json(known: &KnownSites, site: &Site) -> Value {
    let (origin, path, line) = match known.place(&site.id) {
        Some((path, line)) => ("list", Some(path.display().to_string()), Some(line)),
        None => ("remembered", None, None),
    };
    json!({
        "id": site.id, "name": site.name, "group": site.group, "origin": origin, "path": path, "line": line,
    })
}

/// Checks a file, or the lists of the data folder; exit code 1 if a line of them was left out.
fn check(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let list = match matches.get_one::<PathBuf>("file") {
        Some(file) => site_list::read(file).map_err(|error| setup.failed(&error))?,
        None => own_list(setup, output)?,
    };
    let left_out = list.remarks.iter().filter(|remark| remark.reason.is_left_out()).count();
    if matches.get_flag("json") {
        let lines: Vec<Value> = list.remarks.iter().map(|remark| remark_json(setup, remark)).collect();
        let sites = list.sites.entries.len();
        output.write_json(&json!({"format": CHECK_FORMAT, "sites": sites, "left_out": left_out, "lines": lines}))?;
    } else {
        for remark in &list.remarks {
            output.write_line(&clean(&setup.message_text(&remark.message())))?;
        }
        output.write_line(&summary(setup, &list, left_out))?;
    }
    Ok(if left_out == 0 { 0 } else { FAILED })
}

/// Reads the lists of the data folder.
fn own_list(setup: &Setup, output: &mut Output) -> Result<SiteList, CliError> {
    setup.check_data_folder()?;
    let known = sites::load(&setup.folders);
    let (last, others) = match known.errors.split_last() {
        Some((last, others)) => (Some(last), others),
        None => (None, [].as_slice()),
    };
    for error in others {
        output.message(&setup.error_text(error))?;
    }
    if let Some(error) = last {
        return Err(setup.failed(error));
    }
    if known.list == SiteList::default() {
        let folder = setup.folders.data().display().to_string();
        return Err(CliError::Failed(setup.texts.with("cli-sites-no-list", &[("folder", folder.into())])));
    }
    Ok(known.list)
}

fn summary(setup: &Setup, list: &SiteList, left_out: usize) -> String {
    let count = list.sites.entries.len();
    setup.texts.with("cli-sites-checked", &[("count", count.into()), ("left", left_out.into())])
}

fn remark_json(setup: &Setup, remark: &ListRemark) -> Value {
    json!({
        "path": remark.path.display().to_string(), "line": remark.line, "reason": remark.reason.code(),
        "left_out": remark.reason.is_left_out(), "message": setup.message_text(&remark.message()),
    })
}

/// Returns what `esprit doctor` says of the lists: each text, and whether it is good.
pub(super) fn findings(setup: &Setup) -> Vec<(String, bool)> {
    let known = sites::load(&setup.folders);
    let count = known.list.sites.entries.len();
    let found = if known.list == SiteList::default() {
        setup.texts.get("cli-doctor-no-list").to_owned()
    } else {
        setup.texts.with("cli-doctor-listed", &[("count", count.into())])
    };
    let errors = known.errors.iter().map(|error| (setup.error_text(error), false));
    let remarks = known.list.remarks.iter().map(|remark| (setup.message_text(&remark.message()), false));
    std::iter::once((found, true)).chain(errors).chain(remarks).collect()
}
