//! Adds the sites or observers of a file to the list that the program keeps.

use super::error::StoreError;
use super::folders::Folders;
use super::message::Message;
use super::name_list::{Change, Entry, ListedName};
use super::name_list_error::NameListError;
use super::site_list;
use crate::visit::{Known, Named};
use std::collections::HashSet;
use std::path::Path;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The message that says how many are new.
    pub done: Message,
    /// What is to be said of lines, and of names that several have now.
    pub remarks: Vec<Message>,
    /// The number of lines that were left out.
    pub left_out: usize,
}

/// Imports a file in any form in which a list of sites is read.
///
/// # Errors
/// Fails if the file cannot be read or has nobody in it, or if the list cannot be written; nothing is then changed.
pub fn import<T: ListedName>(folders: &Folders, path: &Path) -> Result<Imported, StoreError> {
    let list = site_list::read(path)?;
    if list.sites.entries.is_empty() {
        return Err(NameListError::NothingToImport(path.to_owned()).into());
    }
    let Known { entries, aliases, merged, .. } = list.sites;
    let ids: HashSet<String> = entries.iter().map(|site| site.id.clone()).collect();
    let own = entries.into_iter().map(|site| (None, site));
    let merged = merged.into_iter().map(|site| (aliases.get(&site.id).cloned(), site));
    let entry = |(merged_into, site)| Entry::by_hand(T::from_listed(site), merged_into);
    let done = T::change(folders, Change::Import(own.chain(merged).map(entry).collect()))?;
    let left_out = list.remarks.iter().filter(|remark| remark.reason.is_left_out()).count();
    let mut remarks: Vec<Message> = list.remarks.iter().map(site_list::ListRemark::message).collect();
    remarks.extend(same_names(&T::known(folders)?, &ids));
    Ok(Imported { done, remarks, left_out })
}

/// Returns what is to be said of those with a name that another one had before.
fn same_names<T: Named>(known: &Known<T>, new: &HashSet<String>) -> Vec<Message> {
    let of_new = known.entries.iter().filter(|one| new.contains(one.id()));
    of_new
        .filter_map(|one| {
            let name = one.name().unwrap_or(one.id());
            let same = known.by_name(name).into_iter().find(|other| !new.contains(other.id()))?;
            let args = vec![("name", name.to_owned()), ("id", one.id().to_owned()), ("other", same.id().to_owned())];
            Some(("names-same-name", args))
        })
        .collect()
}
