//! The known observers: `observers.json`, which the program writes when a visit starts; before it is first written, those
//! of the last visits.

use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::Folders;
use super::json_file;
use super::lock::Lock;
use super::sessions;
use crate::text::tidy_name;
use crate::visit::checklist::is_id;
use crate::visit::{Known, Observer};

/// The number of visits whose observers are known before the list is first written.
const LAST_VISITS: usize = 50;

/// Reads the known observers; those with invalid ids are left out.
///
/// # Errors
/// Fails if the file cannot be read.
pub fn load(folders: &Folders) -> Result<Known<Observer>, StoreError> {
    let path = folders.observers();
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(observers_of_visits(folders)) };
    let broken = |error: serde_json::Error| DocumentError::ObserversBroken { path: path.clone(), line: error.line() };
    let mut known = Known::from(serde_json::from_str::<Vec<Observer>>(&text).map_err(broken)?);
    known.retain_valid();
    for observer in &mut known.entries {
        observer.name = observer.name.take().map(|name| tidy_name(&name)).filter(|name| !name.is_empty());
    }
    Ok(known)
}

/// Returns the observers of the last visits, so that they keep the ids that earlier versions gave them.
fn observers_of_visits(folders: &Folders) -> Known<Observer> {
    let mut known = Known::default();
    for head in
        sessions::heads(folders).filter_map(Result::ok).filter(|head| is_id(&head.observer.id)).take(LAST_VISITS)
    {
        if known.by_id(&head.observer.id).is_none() {
            known.remember(&head.observer);
        }
    }
    known
}

/// Adds an observer to `observers.json`, or replaces that with the same id.
///
/// # Errors
/// Fails if the file cannot be read or written; the previous list then remains.
pub fn remember(folders: &Folders, observer: &Observer) -> Result<(), StoreError> {
    let path = folders.observers();
    let _lock = Lock::for_update(&path)?;
    let mut known = load(folders)?;
    if known.remember(observer) || !path.exists() { json_file::write(&path, &known.entries) } else { Ok(()) }
}
