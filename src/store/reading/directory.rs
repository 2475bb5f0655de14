//! The ids, names and groups that visits are reported under, whatever their files say.

use crate::store::folders::Folders;
use crate::store::observers::{self, KnownObservers};
use crate::store::site_list::SiteList;
use crate::store::sites::{self, KnownSites};
use crate::text::fold_name;
use crate::visit::record::Record;
use crate::visit::{Known, Named, Observer, Site};
use hashbrown::HashMap;
use std::borrow::Cow;

/// The sites and observers that count, by id.
#[derive(Debug, Default)]
pub struct Directory {
    sites: Names<Site>,
    observers: Names<Observer>,
}

/// The names that count of sites or of observers.
#[derive(Debug)]
struct Names<T> {
    /// Those whose names count for all their visits.
    named: HashMap<String, T>,
    /// Other spellings of ids.
    spellings: HashMap<String, String>,
    /// What merged ids count as.
    merged: HashMap<String, T>,
    /// The ids that count for merged names and for former ones, as names are compared.
    by_other_name: HashMap<String, String>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        let (named, spellings, merged, by_other_name) = Default::default();
        Self { named, spellings, merged, by_other_name }
    }
}

impl<T: Named> Names<T> {
    /// Adds those whose names count; of two with one id, the first.
    fn add_named(&mut self, all: &[T]) {
        for one in all {
            self.named.entry(one.id().to_owned()).or_insert_with(|| one.clone());
        }
    }

    fn add_merged(&mut self, known: &Known<T>) {
        for merged in &known.merged {
            let Some(into) = known.aliases.get(merged.id()) else { continue };
            let into = known.by_id(into).cloned().unwrap_or_else(|| T::new(into.clone(), None));
            self.by_other_name.insert(fold_name(merged.name().unwrap_or(merged.id())), into.id().to_owned());
            self.merged.insert(merged.id().to_owned(), into);
        }
        for name in known.former.iter().filter_map(Named::name) {
            if known.by_current_name(name).is_empty()
                && let [one] = *known.by_name(name)
            {
                self.by_other_name.insert(fold_name(name), one.id().to_owned());
            }
        }
    }

    /// Returns the id that a merged id, a merged name or a former name stands for.
    fn find_other(&self, typed: &str) -> Option<&str> {
        let merged = self.merged.get(&typed.to_lowercase()).map(Named::id);
        merged.or_else(|| self.by_other_name.get(&fold_name(typed)).map(String::as_str))
    }

    /// Returns the id and the name that count for a recorded one, and the one they are of, if it is here.
    fn current(&self, recorded: &T) -> (String, Option<String>, Option<&T>) {
        let (mut id, mut name) = (Cow::Borrowed(recorded.id()), recorded.name().map(Cow::Borrowed));
        let found = self.apply(&mut id, &mut name);
        (id.into_owned(), name.map(Cow::into_owned), found)
    }

    /// Replaces an id and a name by those that count. Returns the one they are of, if it is here.
    fn apply(&self, id: &mut Cow<'_, str>, name: &mut Option<Cow<'_, str>>) -> Option<&T> {
        if let Some(spelled) = self.spellings.get(&**id) {
            *id = Cow::Owned(spelled.clone());
        }
        let merged = self.merged.get(&**id);
        if let Some(into) = merged {
            *id = Cow::Owned(into.id().to_owned());
            *name = into.name().map(|name| Cow::Owned(name.to_owned()));
        }
        let named = self.named.get(&**id).or(merged);
        if let Some(counts) = named.and_then(Named::name) {
            *name = Some(Cow::Owned(counts.to_owned()));
        }
        named
    }
}

impl From<&SiteList> for Directory {
    fn from(list: &SiteList) -> Self {
        let mut directory = Self::default();
        directory.sites.add_named(&list.sites.entries);
        directory.sites.spellings.extend(list.sites.aliases.clone());
        directory.sites.add_merged(&list.sites);
        directory
    }
}

impl Directory {
    /// Reads the names that count for the visits of a data folder; a file that cannot be read counts as empty.
    #[must_use]
    pub fn load(folders: &Folders) -> Self {
        Self::of_data_folder(&sites::load(folders), &observers::load(folders).unwrap_or_default())
    }

    /// Reads what is merged in a data folder, which counts for any visit; a file that cannot be read counts as empty.
    #[must_use]
    pub fn load_merged(folders: &Folders) -> Self {
        Self::default().with_merged(&sites::load(folders), &observers::load(folders).unwrap_or_default())
    }

    /// Returns the names that count for the visits of a data folder: those of the list, and those that a person entered.
    #[must_use]
    pub fn of_data_folder(sites: &KnownSites, observers: &KnownObservers) -> Self {
        let mut directory = Self::from(&sites.list);
        directory.sites.add_named(&sites.by_hand);
        directory.observers.add_named(&observers.by_hand);
        directory.with_merged(sites, observers)
    }

    /// Adds what is merged in a data folder.
    #[must_use]
    pub fn with_merged(mut self, sites: &KnownSites, observers: &KnownObservers) -> Self {
        self.sites.add_merged(&sites.all);
        self.observers.add_merged(&observers.all);
        self
    }

    /// Returns the id of the site that a merged id, a merged name or a former name stands for; `None` if this is none.
    pub fn other_site(&self, typed: &str) -> Option<&str> {
        self.sites.find_other(typed)
    }

    /// Returns the id of the observer whom a merged id, a merged name or a former name stands for; `None` if this is none.
    pub fn other_observer(&self, typed: &str) -> Option<&str> {
        self.observers.find_other(typed)
    }

    /// Returns a recorded site as it is named here.
    #[must_use]
    pub fn site(&self, recorded: &Site) -> Site {
        let (id, name, found) = self.sites.current(recorded);
        let group = found.and_then(|found| found.group.clone()).or_else(|| recorded.group.clone());
        Site { id, name, group }
    }

    /// Returns a recorded observer as it is named here.
    #[must_use]
    pub fn observer(&self, recorded: &Observer) -> Observer {
        let (id, name, _) = self.observers.current(recorded);
        Observer { id, name }
    }

    /// Sets the ids, names and group of a visit's site and observer to those that they have here. What is not here stays
    /// as it was recorded.
    pub(super) fn apply(&self, record: &mut Record<'_>) {
        let site = self.sites.apply(&mut record.site, &mut record.site_name);
        if let Some(group) = site.and_then(|site| site.group.as_ref()) {
            record.group = Some(Cow::Owned(group.clone()));
        }
        self.observers.apply(&mut record.observer, &mut record.observer_name);
    }
}
