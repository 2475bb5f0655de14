//! The visits seen so far, so that each counts once whichever of its copies is read first.
//!
//! A visit takes 24 bytes here: its id, and a fingerprint of its content.

use hashbrown::hash_map::Entry;
use hashbrown::{HashMap, HashSet};
use sha2::{Digest, Sha256};
use std::sync::{Mutex, PoisonError};

/// The number of shards; each grows by itself, so that growing needs little memory at a time.
const SHARDS: usize = 64;

/// A visit's id in 16 bytes.
pub(super) type Key = [u8; 16];

/// How a session compares with those seen before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occurrence {
    /// The first of its visit.
    New,
    /// A copy with the same content.
    Duplicate,
    /// A copy with other content, or any copy of a visit of which that is known.
    Contested,
}

/// The visits seen so far.
#[derive(Debug)]
pub(super) struct Dedup {
    shards: Vec<Mutex<HashMap<Key, u64>>>,
    /// The visits whose copies are known to differ.
    contested: HashSet<Key>,
}

impl Dedup {
    /// Starts without any visit. Those in `contested` have copies with different contents.
    pub(super) fn new(contested: HashSet<Key>) -> Self {
        Self { shards: (0..SHARDS).map(|_| Mutex::default()).collect(), contested }
    }

    /// Compares a session with those seen before and remembers it.
    pub(super) fn insert(&self, key: Key, content: u64) -> Occurrence {
        if self.contested.contains(&key) {
            return Occurrence::Contested;
        }
        let Some(shard) = self.shard(key) else { return Occurrence::New };
        match shard.lock().unwrap_or_else(PoisonError::into_inner).entry(key) {
            Entry::Vacant(vacant) => {
                vacant.insert(content);
                Occurrence::New
            }
            Entry::Occupied(known) if *known.get() == content => Occurrence::Duplicate,
            Entry::Occupied(_) => Occurrence::Contested,
        }
    }

    fn shard(&self, key: Key) -> Option<&Mutex<HashMap<Key, u64>>> {
        // The last byte of a UUIDv7 is random, so it shards evenly.
        self.shards.get(usize::from(key[15]) % SHARDS)
    }
}

/// Returns a visit's key: the UUID that its id is, or the beginning of a digest of an id that is none.
pub(super) fn key(id: &str) -> Key {
    if let Ok(uuid) = uuid::Uuid::try_parse(id) {
        return uuid.into_bytes();
    }
    let mut key = Key::default();
    key.iter_mut().zip(Sha256::digest(id.as_bytes())).for_each(|(to, from)| *to = from);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_with_different_contents_are_contested() {
        let dedup = Dedup::new(HashSet::new());
        let key = key("0195c0de-0000-7000-8000-000000000001");
        let occurrences = [5, 5, 7, 5].map(|content| dedup.insert(key, content));
        let (duplicate, contested) = (Occurrence::Duplicate, Occurrence::Contested);
        assert_eq!(occurrences, [Occurrence::New, duplicate, contested, duplicate]);
        let again = Dedup::new(HashSet::from([key]));
        assert_eq!([5, 7].map(|content| again.insert(key, content)), [contested, contested]);
    }

    #[test]
    fn ids_that_are_no_uuids_have_keys_of_their_own() {
        assert_eq!(key("0195C0DE-0000-7000-8000-000000000001"), key("0195c0de-0000-7000-8000-000000000001"));
        assert_ne!(key("visit-1"), key("visit-2"));
    }
}
