//! Forgets the sites that visits made known and no visit has any more: they were mistyped, and corrected.

use super::error::StoreError;
use super::folders::Folders;
use super::sessions::{self, read_session};
use super::sites;
use super::unfinished::list_unfinished;
use crate::visit::event::{Body, Event, HeaderFact};
use std::collections::HashSet;
use std::path::Path;

/// Forgets the sites that the visit of a session file had before its own, unless another visit has them, a list, or a
/// person entered or merged them.
///
/// # Errors
/// Fails if a file cannot be read or written.
pub fn forget(folders: &Folders, session: &Path) -> Result<(), StoreError> {
    let read = read_session(session)?;
    let mut left: HashSet<&str> = read.events.iter().filter_map(site_of).collect();
    left.remove(read.session.site.id.as_str());
    if left.is_empty() {
        return Ok(());
    }
    let unfinished = list_unfinished(folders)?.into_iter().filter_map(|one| Some(one.visit.ok()?.site.id));
    for id in sessions::heads(folders).flatten().map(|head| head.site.id).chain(unfinished) {
        left.remove(id.as_str());
    }
    sites::forget_remembered(folders, &left)
}

/// Returns the id of the site that an event gives a visit.
fn site_of(event: &Event) -> Option<&str> {
    match &event.body {
        Body::Started(started) => Some(&started.site.id),
        Body::HeaderChanged(HeaderFact::Site(site)) => Some(&site.id),
        _ => None,
    }
}
