//! The known sites: those of a list that a user puts into the data folder, `sites.csv` or `sites.xlsx`, and those of
//! `sites.json`, which the program writes when a visit starts or a person changes them. The list wins.

use super::error::StoreError;
use super::folders::Folders;
use super::json_file;
use super::lock::Lock;
use super::message::Message;
use super::name_list::{self, Change, Entry, ListedName, add_merged, former, resolve};
use super::site_list::{self, ListRemark, SiteList, clean_texts, parse_json};
use crate::text::fold_name;
use crate::visit::checklist::is_id;
use crate::visit::{Known, Site};
use std::collections::{BTreeSet, HashMap, HashSet};
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
    /// The sites of `sites.json` whose names and groups a person entered.
    pub by_hand: Vec<Site>,
    /// The files that could not be read; the sites of the others are here.
    pub errors: Vec<StoreError>,
}

impl KnownSites {
    /// Returns where a site of the list stands: its file, and its line from 1. A site without is remembered.
    pub fn place(&self, id: &str) -> Option<&(PathBuf, usize)> {
        let index = self.list.sites.entries.iter().position(|site| site.id == id)?;
        self.list.places.get(index)
    }

    /// Returns the ids of the sites that only a visit made known.
    pub fn remembered(&self) -> BTreeSet<String> {
        let of_people = self.list.sites.entries.iter().chain(&self.by_hand);
        let of_people: HashSet<&str> = of_people.map(|site| site.id.as_str()).collect();
        let remembered = self.all.entries.iter().filter(|site| !of_people.contains(site.id.as_str()));
        remembered.map(|site| site.id.clone()).collect()
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
    let kept = read_json(folders).unwrap_or_else(|error| {
        known.errors.push(error);
        Vec::new()
    });
    known.add_kept(kept);
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

impl KnownSites {
    /// Adds the entries of `sites.json`. Those that are merged are found by their ids and names, also where the list has
    /// them.
    fn add_kept(&mut self, kept: Vec<Entry<Site>>) {
        let mut former = former(&kept);
        let (own, merged) = resolve(kept);
        self.by_hand = own.iter().filter(|entry| entry.by_hand).map(|entry| entry.one.clone()).collect();
        let mut list = self.list.sites.clone();
        let is_merged: HashSet<&str> = merged.iter().map(|(site, _)| site.id.as_str()).collect();
        list.entries.retain(|site| !is_merged.contains(site.id.as_str()));
        let targets: HashSet<&str> = merged.iter().map(|(_, into)| into.as_str()).collect();
        let own_names: Vec<Site> =
            own.iter().map(|entry| entry.one.clone()).filter(|site| site.name.is_some()).collect();
        self.all = known_sites(list, own, &targets);
        // Where the name of the list stands before another one, the site is still found by that.
        let names: HashMap<&str, &str> = self.all.entries.iter().map(|site| (site.id.as_str(), site.label())).collect();
        let is_replaced = |site: &Site| names.get(site.id.as_str()).is_some_and(|name| *name != site.label());
        former.extend(own_names.into_iter().filter(is_replaced));
        self.all.former = former;
        add_merged(&mut self.all, merged);
    }
}

/// Returns the kept sites as the list has them, then the others of the list. A site that is only remembered from a visit,
/// and nothing is merged into, is left out if the list gives its name to another id.
fn known_sites(list: Known<Site>, kept: Vec<Entry<Site>>, targets: &HashSet<&str>) -> Known<Site> {
    let names: HashSet<String> = list.entries.iter().filter_map(|site| site.name.as_deref()).map(fold_name).collect();
    let by_id: HashMap<&str, &Site> = list.entries.iter().map(|site| (site.id.as_str(), site)).collect();
    let mut all = Known { aliases: list.aliases, ..Known::default() };
    for Entry { one: site, by_hand, .. } in kept {
        match by_id.get(site.id.as_str()) {
            Some(listed) => all.entries.push(Site {
                name: listed.name.clone().or(site.name),
                group: listed.group.clone().or(site.group),
                id: site.id,
            }),
            None if !by_hand && !targets.contains(&*site.id) && names.contains(&fold_name(site.label())) => {}
            None => all.entries.push(site),
        }
    }
    let is_known: HashSet<String> = all.entries.iter().map(|site| site.id.clone()).collect();
    all.entries.extend(list.entries.into_iter().filter(|site| !is_known.contains(&site.id)));
    all
}

/// Reads `sites.json`; sites with invalid ids are left out.
fn read_json(folders: &Folders) -> Result<Vec<Entry<Site>>, StoreError> {
    let path = folders.sites();
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(Vec::new()) };
    let entries = parse_json(&path, &text)?.into_iter().filter(|entry| is_id(&entry.one.id));
    Ok(entries.map(|entry| Entry { one: clean_texts(entry.one), ..entry }).collect())
}

/// Adds a site to `sites.json`, or replaces that with its id, unless a person has entered or merged that.
///
/// # Errors
/// Fails if the file cannot be read or written; the previous list then remains.
pub fn remember(folders: &Folders, site: &Site) -> Result<(), StoreError> {
    let path = folders.sites();
    let _lock = Lock::for_update(&path)?;
    let mut kept = read_json(folders)?;
    if name_list::remember(&mut kept, site) { json_file::write(&path, &kept) } else { Ok(()) }
}

/// Forgets sites that only a visit made known, and nothing is merged into.
///
/// # Errors
/// Fails if the file cannot be read or written; the previous list then remains.
pub(super) fn forget_remembered(folders: &Folders, ids: &HashSet<&str>) -> Result<(), StoreError> {
    let path = folders.sites();
    let _lock = Lock::for_update(&path)?;
    let mut kept = read_json(folders)?;
    let targets: HashSet<String> = kept.iter().filter_map(|entry| entry.merged_into.clone()).collect();
    let before = kept.len();
    kept.retain(|Entry { one, by_hand, merged_into, .. }| {
        !ids.contains(&*one.id) || *by_hand || merged_into.is_some() || targets.contains(&one.id)
    });
    if kept.len() < before { json_file::write(&path, &kept) } else { Ok(()) }
}

/// Changes `sites.json`; returns the message that says what was done. The user's own list is never written.
///
/// # Errors
/// Fails if the change is refused, or if a file cannot be read or written; the previous list then remains.
pub fn change(folders: &Folders, change: Change<Site>) -> Result<Message, StoreError> {
    let path = folders.sites();
    let _lock = Lock::for_update(&path)?;
    let mut kept = read_json(folders)?;
    let known = load(folders);
    let listed = |id: &str| known.place(id).cloned();
    let before = kept.clone();
    let message = name_list::apply(&mut kept, change, &known.all, &listed)?;
    if kept != before {
        json_file::write(&path, &kept)?;
    }
    Ok(message)
}

impl ListedName for Site {
    fn known(folders: &Folders) -> Result<Known<Self>, StoreError> {
        let mut known = load(folders);
        known.errors.pop().map_or(Ok(known.all), Err)
    }
    fn change(folders: &Folders, change: Change<Self>) -> Result<Message, StoreError> {
        self::change(folders, change)
    }
    fn from_listed(site: Site) -> Self {
        site
    }
    fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }
}
