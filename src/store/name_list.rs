//! The lists that the program keeps of sites and observers, `sites.json` and `observers.json`: their entries, which of
//! them are merged into others, and how a person changes them. Session files are never changed.

use super::error::StoreError;
use super::folders::Folders;
use super::message::Message;
use super::name_list_error::NameListError;
use crate::text::fold_name;
use crate::visit::{Known, Named, Site};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::PathBuf;

/// The longest chain of merges that is followed.
const LONGEST_CHAIN: usize = 1000;

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry<T> {
    /// The site or the observer.
    #[serde(flatten)]
    pub one: T,
    /// The id of the entry that this one is merged into, and counts as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
    /// Whether a person entered its name and group, which then count for every visit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_hand: bool,
    /// The names that it had before, by which it is still found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<String>,
}

impl<T: Named> Entry<T> {
    /// Creates an entry that a person entered.
    pub(super) fn by_hand(one: T, merged_into: Option<String>) -> Self {
        Self { one, merged_into, by_hand: true, former_names: Vec::new() }
    }

    /// Replaces the entry by one with the same id, and keeps the name that it had.
    fn replace(&mut self, new: Self) {
        let old = std::mem::replace(self, new);
        let own = std::mem::take(&mut self.former_names);
        for name in old.one.name().map(str::to_owned).into_iter().chain(old.former_names).chain(own) {
            self.add_former(name);
        }
    }

    /// Adds a name that it had, unless it has it now.
    fn add_former(&mut self, name: String) {
        let current = self.one.name().unwrap_or(self.one.id());
        let known = self.former_names.iter().map(String::as_str).chain([current]);
        if !known.into_iter().any(|known| fold_name(known) == fold_name(&name)) {
            self.former_names.push(name);
        }
    }
}

/// A change to a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<T> {
    /// Adds a new one.
    Add(T),
    /// Sets the name of the one with this id, and the group of a site.
    Rename {
        one: T,
        /// The name that it had until now.
        was: String,
    },
    /// Makes one count as another from now on.
    Merge { from: T, into: T },
    /// Drops an entry by its id; of a merged one, the merging.
    Remove(String),
    /// Adds the entries of a file, or updates those with the same ids.
    Import(Vec<Entry<T>>),
}

impl<T> Change<T> {
    /// Converts what is added, renamed, merged or imported.
    pub fn map<U>(self, to: impl Fn(T) -> U) -> Change<U> {
        match self {
            Self::Add(one) => Change::Add(to(one)),
            Self::Rename { one, was } => Change::Rename { one: to(one), was },
            Self::Merge { from, into } => Change::Merge { from: to(from), into: to(into) },
            Self::Remove(id) => Change::Remove(id),
            Self::Import(entries) => Change::Import(
                entries
                    .into_iter()
                    .map(|Entry { one, merged_into, by_hand, former_names }| Entry {
                        one: to(one),
                        merged_into,
                        by_hand,
                        former_names,
                    })
                    .collect(),
            ),
        }
    }
}

/// What a list holds: sites or observers.
pub trait ListedName: Named + PartialEq {
    /// Returns the known ones of a data folder.
    ///
    /// # Errors
    /// Fails if a list cannot be read.
    fn known(folders: &Folders) -> Result<Known<Self>, StoreError>;
    /// Changes the list of a data folder. Returns the message that says what was done.
    ///
    /// # Errors
    /// Fails if the change is refused, or if a file cannot be read or written; the previous list then remains.
    fn change(folders: &Folders, change: Change<Self>) -> Result<Message, StoreError>;
    /// Creates one from a line of a list.
    fn from_listed(site: Site) -> Self;
    /// Returns the group, if it has any.
    fn group(&self) -> Option<&str>;
}

/// The entries of a list that the program may not change: those of the user's own file.
pub(super) type Listed<'l> = &'l dyn Fn(&str) -> Option<(PathBuf, usize)>;

/// Returns an entry that was remembered.
pub(super) fn remembered<T>(one: T) -> Entry<T> {
    Entry { one, merged_into: None, by_hand: false, former_names: Vec::new() }
}

/// Returns the entries that stand for themselves, and the merged ones with the ids that they count as in the end. Those
/// that a hand-written file merges in a circle stand for themselves.
pub(super) fn resolve<T: Named>(entries: Vec<Entry<T>>) -> (Vec<Entry<T>>, Vec<(T, String)>) {
    let targets: HashMap<String, String> =
        entries.iter().filter_map(|entry| Some((entry.one.id().to_owned(), entry.merged_into.clone()?))).collect();
    let end = |id: &str| {
        let chain = std::iter::successors(targets.get(id), |next| targets.get(*next));
        let last = chain.take(LONGEST_CHAIN).last()?;
        (!targets.contains_key(last)).then(|| last.clone())
    };
    let (mut own, mut merged) = (Vec::new(), Vec::new());
    for entry in entries {
        match end(entry.one.id()) {
            Some(into) => merged.push((entry.one, into)),
            None => own.push(entry),
        }
    }
    (own, merged)
}

/// Returns the names that entries had before, each with the id of its entry.
pub(super) fn former<T: Named>(entries: &[Entry<T>]) -> Vec<T> {
    let names = entries.iter().flat_map(|entry| entry.former_names.iter().map(|name| (entry.one.id(), name)));
    names.map(|(id, name)| T::new(id.to_owned(), Some(name.clone()))).collect()
}

/// Adds merged entries to the known ones, which find them by their ids and names.
pub(super) fn add_merged<T: Named>(known: &mut Known<T>, merged: Vec<(T, String)>) {
    let targets: HashMap<&str, &String> = merged.iter().map(|(one, into)| (one.id(), into)).collect();
    for id in known.aliases.values_mut() {
        if let Some(into) = targets.get(id.as_str()) {
            id.clone_from(into);
        }
    }
    known.entries.retain(|one| !targets.contains_key(one.id()));
    for (one, into) in merged {
        known.aliases.insert(one.id().to_owned(), into);
        known.merged.push(one);
    }
}

/// Remembers one that a visit was started with, unless a person has entered or merged it. Returns whether anything
/// changed.
pub(super) fn remember<T: Named + PartialEq>(entries: &mut Vec<Entry<T>>, one: &T) -> bool {
    match entries.iter_mut().find(|entry| entry.one.id() == one.id()) {
        Some(entry) if entry.one == *one || entry.by_hand || entry.merged_into.is_some() => return false,
        Some(entry) => entry.replace(remembered(one.clone())),
        None => entries.push(remembered(one.clone())),
    }
    true
}

/// Changes the entries of a list. `known` is the list as a whole. Returns the message that says what was done.
pub(super) fn apply<T: Named + PartialEq>(
    entries: &mut Vec<Entry<T>>,
    change: Change<T>,
    known: &Known<T>,
    listed: Listed<'_>,
) -> Result<Message, NameListError> {
    match change {
        Change::Add(one) => {
            check_free(known, &one, true)?;
            let message = ("names-added", vec![("name", label(&one)), ("id", one.id().to_owned())]);
            put(entries, Entry::by_hand(one, None));
            Ok(message)
        }
        Change::Rename { one, was } => {
            check_unmerged(known, &one)?;
            check_listed(&one, listed, NameListError::RenameListed)?;
            check_free(known, &one, false)?;
            let message = ("names-renamed", vec![("name", label(&one)), ("id", one.id().to_owned())]);
            let mut renamed = Entry::by_hand(one, None);
            renamed.add_former(was);
            put(entries, renamed);
            Ok(message)
        }
        Change::Merge { from, into } => merge(entries, from, into, known),
        Change::Remove(id) => remove(entries, &id, known, listed),
        Change::Import(new) => Ok(import(entries, new)),
    }
}

/// Adds an entry, or replaces that with its id.
fn put<T: Named>(entries: &mut Vec<Entry<T>>, new: Entry<T>) {
    match entries.iter_mut().find(|entry| entry.one.id() == new.one.id()) {
        Some(entry) => entry.replace(new),
        None => entries.push(new),
    }
}

/// Fails if another one has the name already, or, for a new one, the id.
fn check_free<T: Named>(known: &Known<T>, one: &T, is_new: bool) -> Result<(), NameListError> {
    let same_id = known.by_id(one.id()).filter(|_| is_new);
    let name = one.name().unwrap_or(one.id());
    let same_name = || known.by_current_name(name).into_iter().find(|other| is_new || other.id() != one.id());
    match same_id.or_else(same_name) {
        Some(other) => Err(NameListError::Taken { name: label(one), by: label(other), id: other.id().to_owned() }),
        None => Ok(()),
    }
}

fn check_listed<T: Named>(
    one: &T,
    listed: Listed<'_>,
    error: fn(String, PathBuf, usize) -> NameListError,
) -> Result<(), NameListError> {
    match listed(one.id()) {
        Some((path, line)) => Err(error(label(one), path, line)),
        None => Ok(()),
    }
}

fn label<T: Named>(one: &T) -> String {
    one.name().unwrap_or(one.id()).to_owned()
}

fn merge<T: Named>(entries: &mut Vec<Entry<T>>, from: T, into: T, known: &Known<T>) -> Result<Message, NameListError> {
    check_unmerged(known, &from)?;
    check_unmerged(known, &into)?;
    if from.id() == into.id() {
        return Err(NameListError::SameOne(label(&into)));
    }
    let (from_id, into_id) = (from.id().to_owned(), into.id().to_owned());
    let message = ("names-merged", vec![("name", label(&from)), ("into", label(&into)), ("id", from_id.clone())]);
    for one in [into, from] {
        if !entries.iter().any(|entry| entry.one.id() == one.id()) {
            entries.push(remembered(one));
        }
    }
    if let Some(entry) = entries.iter_mut().find(|entry| entry.one.id() == from_id) {
        entry.merged_into = Some(into_id);
    }
    Ok(message)
}

fn check_unmerged<T: Named>(known: &Known<T>, one: &T) -> Result<(), NameListError> {
    let (id, name) = (one.id().to_owned(), label(one));
    match known.merged.iter().find(|other| other.id() == id) {
        Some(_) => Err(NameListError::AlreadyMerged { name, into: known.by_id(&id).map_or(id.clone(), label), id }),
        None => Ok(()),
    }
}

fn remove<T: Named>(
    entries: &mut Vec<Entry<T>>,
    id: &str,
    known: &Known<T>,
    listed: Listed<'_>,
) -> Result<Message, NameListError> {
    let kept = entries.iter_mut().find(|entry| entry.one.id() == id);
    let Some(one) = kept.as_ref().map(|entry| entry.one.clone()).or_else(|| known.by_id(id).cloned()) else {
        return Err(NameListError::NotKept(id.to_owned()));
    };
    let name = || vec![("name", label(&one))];
    if kept.and_then(|entry| entry.merged_into.take()).is_some() {
        return Ok(("names-separated", name()));
    }
    check_listed(&one, listed, NameListError::RemoveListed)?;
    let merged = entries.iter().filter(|entry| entry.merged_into.as_deref() == Some(id));
    let merged: Vec<&str> = merged.map(|entry| entry.one.id()).collect();
    if !merged.is_empty() {
        return Err(NameListError::HasMerged { name: label(&one), merged: merged.join(", ") });
    }
    entries.retain(|entry| entry.one.id() != id);
    Ok(("names-removed", name()))
}

/// Adds or updates the entries of a file. One that is merged here stays so, and one that is merged there is added only if
/// it is not known here.
fn import<T: Named + PartialEq>(entries: &mut Vec<Entry<T>>, new: Vec<Entry<T>>) -> Message {
    let (mut added, mut updated) = (0_usize, 0_usize);
    let mut positions: HashMap<String, usize> =
        entries.iter().enumerate().map(|(at, entry)| (entry.one.id().to_owned(), at)).collect();
    for entry in new {
        match positions.get(entry.one.id()).and_then(|at| entries.get_mut(*at)) {
            Some(known) if known.merged_into.is_some() || entry.merged_into.is_some() => {}
            Some(known) => {
                updated += usize::from(known.one != entry.one);
                known.replace(entry);
            }
            None => {
                positions.insert(entry.one.id().to_owned(), entries.len());
                entries.push(entry);
                added += 1;
            }
        }
    }
    ("names-imported", vec![("added", added.to_string()), ("updated", updated.to_string())])
}
