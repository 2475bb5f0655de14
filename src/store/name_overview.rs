//! Everything that is known of sites and observers: those of the lists, those that are kept, and those that only visits
//! name, with how many visits each has.

use super::error::StoreError;
use super::folders::Folders;
use super::name_list::ListedName;
use super::observers;
use super::sessions;
use super::sites;
use crate::text::{NameOrder, clean};
use crate::visit::checklist::is_id;
use crate::visit::{Known, Named, Observer, Site};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

/// Where a name comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A line of the user's own list, from 1.
    List(PathBuf, usize),
    /// A visit, which remembered it.
    Remembered,
    /// A person, who entered it.
    Entered,
    /// Visits alone.
    Visits,
    /// It is merged into another one, named here.
    Merged(String),
}

/// A site or an observer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    pub id: String,
    pub name: Option<String>,
    /// The group of a site.
    pub group: Option<String>,
    pub origin: Origin,
    /// The number of saved visits, with those of merged ones; `None` until they are counted.
    pub visits: Option<u64>,
}

impl NameRow {
    /// Returns the name for people, or else the id.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    fn new<T: ListedName>(one: &T, origin: Origin, visits: Option<u64>) -> Self {
        let text = |text: Option<&str>| text.map(|text| clean(text).into_owned());
        Self { id: one.id().to_owned(), name: text(one.name()), group: text(one.group()), origin, visits }
    }
}

/// All sites and observers, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameOverview {
    pub sites: Vec<NameRow>,
    pub observers: Vec<NameRow>,
}

/// Reads the lists, and reports them twice: at once, and when the visits are counted. Returns what could not be read.
pub fn load(folders: &Folders, report: &mut dyn FnMut(NameOverview)) -> Vec<StoreError> {
    let mut known = sites::load(folders);
    let mut errors = std::mem::take(&mut known.errors);
    let observers = observers::load(folders).unwrap_or_else(|error| {
        errors.push(error);
        observers::KnownObservers::default()
    });
    let site_ids: HashSet<&str> = known.by_hand.iter().map(|site| site.id.as_str()).collect();
    let observer_ids: HashSet<&str> = observers.by_hand.iter().map(|observer| observer.id.as_str()).collect();
    let kept = |by_hand: bool| if by_hand { Origin::Entered } else { Origin::Remembered };
    let site_origin = |id: &str| match known.place(id) {
        Some((path, line)) => Origin::List(path.clone(), *line),
        None => kept(site_ids.contains(id)),
    };
    let observer_origin = |id: &str| kept(observer_ids.contains(id));
    let overview = |visits: Option<&Visits>| NameOverview {
        sites: rows(&known.all, &site_origin, visits.map(|visits| &visits.sites)),
        observers: rows(&observers.all, &observer_origin, visits.map(|visits| &visits.observers)),
    };
    report(overview(None));
    let mut visits = Visits::default();
    for head in sessions::heads(folders).filter_map(Result::ok) {
        count(&mut visits.sites, head.site);
        count(&mut visits.observers, head.observer);
    }
    report(overview(Some(&visits)));
    errors
}

/// The sites and observers of visits by id, as the newest visit names them, with the numbers of visits.
#[derive(Default)]
struct Visits {
    sites: HashMap<String, (Site, u64)>,
    observers: HashMap<String, (Observer, u64)>,
}

fn count<T: Named>(visits: &mut HashMap<String, (T, u64)>, one: T) {
    if is_id(one.id()) {
        visits.entry(one.id().to_owned()).or_insert_with(|| (one, 0)).1 += 1;
    }
}

fn rows<T: ListedName>(
    known: &Known<T>,
    origin: &dyn Fn(&str) -> Origin,
    visits: Option<&HashMap<String, (T, u64)>>,
) -> Vec<NameRow> {
    let number = |id: &str| visits.map(|visits| visits.get(id).map_or(0, |(_, number)| *number));
    let into = |merged: &T| known.aliases.get(merged.id()).cloned().unwrap_or_default();
    let mut merged_visits: HashMap<String, u64> = HashMap::new();
    for merged in &known.merged {
        *merged_visits.entry(into(merged)).or_default() += number(merged.id()).unwrap_or(0);
    }
    let own = known.entries.iter().map(|one| {
        let visits = number(one.id()).map(|number| number + merged_visits.get(one.id()).unwrap_or(&0));
        NameRow::new(one, origin(one.id()), visits)
    });
    let merged = known.merged.iter().map(|one| {
        let into = known.by_id(one.id()).map_or_else(|| into(one), |into| into.name().unwrap_or(into.id()).to_owned());
        NameRow::new(one, Origin::Merged(into), number(one.id()))
    });
    let unknown = visits.into_iter().flat_map(HashMap::values).filter(|(one, _)| known.by_id(one.id()).is_none());
    let unknown = unknown.map(|(one, number)| NameRow::new(one, Origin::Visits, Some(*number)));
    let mut rows: Vec<NameRow> = own.chain(merged).chain(unknown).collect();
    rows.sort_by_cached_key(|row| (NameOrder::new(row.label()), row.id.clone()));
    rows
}
