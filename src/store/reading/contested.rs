//! Visits of which several sessions differ: a correction counts, with the sessions that it continues left out; otherwise
//! they are in conflict, and none counts.

use super::damage::{Damaged, Reason};
use super::dedup::{Key, key};
use super::reread::Reread;
use super::sink::{Place, Sink};
use super::{Found, Options};
use crate::store::proof::longest;
use crate::store::session_files::SessionFiles;
use crate::store::verify::{Verified, verify_text};
use hashbrown::{HashMap, HashSet};

/// One of several sessions of a visit.
pub(super) struct Copy {
    pub(super) place: Place,
    /// What its proof says; `None` if that does not hold.
    pub(super) verified: Option<Verified>,
}

/// The sessions of each contested visit.
pub(super) type Copies = HashMap<Key, Vec<Copy>>;

/// Verifies the text of a session.
pub(super) fn verified(text: &[u8]) -> Option<Verified> {
    verify_text(std::str::from_utf8(text).ok()?).ok()
}

/// Passes on the session that counts of each contested visit; the others are counted in `found`, and are no damage.
pub(super) fn settle<S: Sink>(files: &SessionFiles, options: Options, copies: Copies, sink: &mut S, found: &mut Found) {
    let mut reread = Reread::new(files, options);
    let mut settled = HashSet::new();
    // What is passed on first does not matter, but a report of damage must not depend on the threads.
    let mut copies: Vec<(Key, Vec<Copy>)> = copies.into_iter().collect();
    copies.sort_unstable_by_key(|(key, _)| *key);
    for (key, mut copies) in copies {
        copies.sort_unstable_by_key(|copy| (copy.place.file, copy.place.at));
        let (places, proofs): (Vec<Place>, Vec<_>) = copies.into_iter().map(|copy| (copy.place, copy.verified)).unzip();
        let Some((place, counts)) = longest(&proofs).and_then(|at| Some((*places.get(at)?, proofs.get(at)?))) else {
            continue;
        };
        settled.insert(key);
        let is_same = |proof: &&Option<Verified>| match (proof, counts) {
            (Some(proof), Some(counts)) => proof.events == counts.events,
            _ => false,
        };
        let same = proofs.iter().filter(is_same).count();
        let passed_on = reread.pass_on(key, place, &mut |parsed| {
            found.count(parsed);
            sink.take(parsed, key, place);
        });
        found.duplicates += same.saturating_sub(1) as u64;
        found.superseded += (proofs.len() - same) as u64;
        if let Err(reason) = passed_on {
            found.damaged.push(Damaged { path: files.path(place.file), line: None, reason });
        }
    }
    found.damaged.retain(|damaged| match &damaged.reason {
        Reason::Conflict(id) => !settled.contains(&key(id)),
        _ => true,
    });
}
