//! The known sites: those of a list that a user puts into the data folder, `sites.csv` or `sites.xlsx`, and those of
//! `sites.json`, which the program writes when a visit starts. The list wins.

use super::error::StoreError;
use super::folders::Folders;
use super::json_file;
use super::lock::Lock;
use super::site_list::{self, ListRemark, SiteList, clean_texts, parse_json};
use crate::text::fold_name;
use crate::visit::{Known, Site};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

/// The names of a list in the data folder; of two entries with one id, that of the first file counts.
const LISTS: [&str; 2] = ["sites.csv", "sites.xlsx"];

/// The known sites, and where they come from.
#[derive(Clone, Debug, Default)]
pub struct KnownSites {
    /// The sites of the list in the data folder; empty without one.
    pub list: SiteList,
    /// All known sites: those of `sites.json`, then the others of the list.
    pub all: Known<Site>,
    /// The files that could not be read; the sites of the others are here.
    pub errors: Vec<StoreError>,
}

impl KnownSites {
    /// Returns where a site of the list stands: its file, and its line from 1. A site without is remembered.
    pub fn place(&self, id: &str) -> Option<&(PathBuf, usize)> {
        let index = self.list.sites.entries.iter().position(|site| site.id == id)?;
        self.list.places.get(index)
    }

    /// Returns what is to be said of lines that were left out.
    pub fn left_out(&self) -> impl Iterator<Item = &ListRemark> {
        self.list.remarks.iter().filter(|remark| remark.reason.is_left_out())
    }
}

/// Reads the known sites. A file that cannot be read counts as empty.
#[must_use]
pub fn load(folders: &Folders) -> KnownSites {
    let mut known = KnownSites::default();
    for name in LISTS {
        match site_list::read(&folders.data().join(name)) {
            Ok(list) => add_list(&mut known.list, list),
            Err(error) if error.is_missing() => {}
            Err(error) => known.errors.push(error),
        }
    }
    let remembered = read_json(folders).unwrap_or_else(|error| {
        known.errors.push(error);
        Vec::new()
    });
    known.all = known_sites(&known.list, remembered);
    known
}

/// Adds the entries of a second list whose ids the first one lacks.
fn add_list(list: &mut SiteList, other: SiteList) {
    let ids: HashSet<String> = list.sites.entries.iter().map(|site| site.id.clone()).collect();
    for (site, place) in other.sites.entries.into_iter().zip(other.places) {
        if !ids.contains(&site.id) {
            list.sites.entries.push(site);
            list.places.push(place);
        }
    }
    for (spelled, id) in other.sites.aliases {
        list.sites.aliases.entry(spelled).or_insert(id);
    }
    list.remarks.extend(other.remarks);
}

/// Returns the remembered sites as the list has them, then the others of the list. A site that is not on the list is
/// left out if the list gives its name to another id.
fn known_sites(list: &SiteList, remembered: Vec<Site>) -> Known<Site> {
    let listed = &list.sites.entries;
    let names: HashSet<String> = listed.iter().filter_map(|site| site.name.as_deref()).map(fold_name).collect();
    let by_id: HashMap<&str, &Site> = listed.iter().map(|site| (site.id.as_str(), site)).collect();
    let mut all = Known { entries: Vec::new(), aliases: list.sites.aliases.clone() };
    for site in remembered {
        match by_id.get(site.id.as_str()) {
            Some(listed) => all.entries.push(Site {
                name: listed.name.clone().or(site.name),
                group: listed.group.clone().or(site.group),
                id: site.id,
            }),
            None if names.contains(&fold_name(site.label())) => {}
            None => all.entries.push(site),
        }
    }
    let is_known: HashSet<String> = all.entries.iter().map(|site| site.id.clone()).collect();
    all.entries.extend(listed.iter().filter(|site| !is_known.contains(&site.id)).cloned());
    all
}

/// Reads `sites.json`; sites with invalid ids are left out.
fn read_json(folders: &Folders) -> Result<Vec<Site>, StoreError> {
    let path = folders.sites();
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(Vec::new()) };
    let mut known = Known::from(parse_json(&path, &text)?.into_iter().map(clean_texts).collect::<Vec<_>>());
    known.retain_valid();
    Ok(known.entries)
}

/// Adds a site to `sites.json`, or replaces that with its id.
///
/// # Errors
/// Fails if the file cannot be read or written; the previous list then remains.
pub fn remember(folders: &Folders, site: &Site) -> Result<(), StoreError> {
    let path = folders.sites();
    let _lock = Lock::for_update(&path)?;
    let mut known = Known::from(read_json(folders)?);
    if known.remember(site) { json_file::write(&path, &known.entries) } else { Ok(()) }
}
