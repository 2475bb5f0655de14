//! The known observers: `observers.json`, which the program writes when a visit starts or a person changes them; before
//! it is first written, those of the last visits.

use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::Folders;
use super::json_file;
use super::lock::Lock;
use super::message::Message;
use super::name_list::{self, Change, Entry, ListedName, add_merged, former, remembered, resolve};
use super::sessions;
use crate::text::tidy_name;
use crate::visit::checklist::is_id;
use crate::visit::{Known, Observer, Site};

/// The number of visits whose observers are known before the list is first written.
const LAST_VISITS: usize = 50;

/// The known observers.
#[derive(Clone, Debug, Default)]
pub struct KnownObservers {
    /// All of them.
    pub all: Known<Observer>,
    /// Those whose names a person entered.
    pub by_hand: Vec<Observer>,
}

impl KnownObservers {
    fn new(kept: Vec<Entry<Observer>>) -> Self {
        let former = former(&kept);
        let (own, merged) = resolve(kept);
        let by_hand = own.iter().filter(|entry| entry.by_hand).map(|entry| entry.one.clone()).collect();
        let mut all = Known::from(own.into_iter().map(|entry| entry.one).collect::<Vec<_>>());
        add_merged(&mut all, merged);
        all.former = former;
        Self { all, by_hand }
    }
}

/// Reads the known observers; those with invalid ids are left out.
///
/// # Errors
/// Fails if the file cannot be read.
pub fn load(folders: &Folders) -> Result<KnownObservers, StoreError> {
    read_kept(folders).map(KnownObservers::new)
}

fn read_kept(folders: &Folders) -> Result<Vec<Entry<Observer>>, StoreError> {
    let path = folders.observers();
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(observers_of_visits(folders)) };
    let broken = |error: serde_json::Error| DocumentError::ObserversBroken { path: path.clone(), line: error.line() };
    let mut kept: Vec<Entry<Observer>> = serde_json::from_str(&text).map_err(broken)?;
    kept.retain(|entry| is_id(&entry.one.id));
    for Entry { one: observer, .. } in &mut kept {
        observer.name = observer.name.take().map(|name| tidy_name(&name)).filter(|name| !name.is_empty());
    }
    Ok(kept)
}

/// Returns the observers of the last visits, so that they keep the ids that earlier versions gave them.
fn observers_of_visits(folders: &Folders) -> Vec<Entry<Observer>> {
    let mut known = Known::default();
    for head in
        sessions::heads(folders).filter_map(Result::ok).filter(|head| is_id(&head.observer.id)).take(LAST_VISITS)
    {
        if known.by_id(&head.observer.id).is_none() {
            known.remember(&head.observer);
        }
    }
    known.entries.into_iter().map(remembered).collect()
}

/// Adds an observer to `observers.json`, or replaces that with the same id, unless a person has entered or merged that.
///
/// # Errors
/// Fails if the file cannot be read or written; the previous list then remains.
pub fn remember(folders: &Folders, observer: &Observer) -> Result<(), StoreError> {
    let path = folders.observers();
    let _lock = Lock::for_update(&path)?;
    let mut kept = read_kept(folders)?;
    if name_list::remember(&mut kept, observer) || !path.exists() { json_file::write(&path, &kept) } else { Ok(()) }
}

/// Changes `observers.json`; returns the message that says what was done.
///
/// # Errors
/// Fails if the change is refused, or if the file cannot be read or written; the previous list then remains.
pub fn change(folders: &Folders, change: Change<Observer>) -> Result<Message, StoreError> {
    let path = folders.observers();
    let _lock = Lock::for_update(&path)?;
    let mut kept = read_kept(folders)?;
    let known = KnownObservers::new(kept.clone()).all;
    let before = kept.clone();
    let message = name_list::apply(&mut kept, change, &known, &|_| None)?;
    if kept != before {
        json_file::write(&path, &kept)?;
    }
    Ok(message)
}

impl ListedName for Observer {
    fn known(folders: &Folders) -> Result<Known<Self>, StoreError> {
        load(folders).map(|known| known.all)
    }
    fn change(folders: &Folders, change: Change<Self>) -> Result<Message, StoreError> {
        self::change(folders, change)
    }
    fn from_listed(site: Site) -> Self {
        Self { id: site.id, name: site.name }
    }
    fn group(&self) -> Option<&str> {
        None
    }
}
