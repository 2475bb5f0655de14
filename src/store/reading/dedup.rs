//! The visits seen so far, so that each counts once whichever of its copies is read first.
//!
//! A visit takes 24 bytes here: its id, and a fingerprint of its content.

use hashbrown::HashMap;
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
    /// A copy with other content.
    Conflict,
}

/// The visits seen so far.
#[derive(Debug)]
pub(super) struct Dedup {
    shards: Vec<Mutex<HashMap<Key, u64>>>,
    /// The contents that count of visits whose copies conflict.
    decided: HashMap<Key, u64>,
}

impl Dedup {
    /// Starts without any visit. Of the visits in `decided` only the content there counts.
    pub(super) fn new(decided: HashMap<Key, u64>) -> Self {
        Self { shards: (0..SHARDS).map(|_| Mutex::default()).collect(), decided }
    }

    /// Compares a session with those seen before and remembers it; of conflicting contents the highest one.
    pub(super) fn insert(&self, key: Key, content: u64) -> Occurrence {
        if self.decided.get(&key).is_some_and(|decided| *decided != content) {
            return Occurrence::Duplicate;
        }
        let Some(shard) = self.shard(key) else { return Occurrence::New };
        let mut contents = shard.lock().unwrap_or_else(PoisonError::into_inner);
        match contents.get_mut(&key) {
            None => {
                contents.insert(key, content);
                Occurrence::New
            }
            Some(known) if *known == content => Occurrence::Duplicate,
            Some(known) => {
                *known = content.max(*known);
                Occurrence::Conflict
            }
        }
    }

    /// Returns the content remembered of a visit.
    pub(super) fn content(&self, key: Key) -> Option<u64> {
        self.shard(key)?.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied()
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
    fn the_highest_of_conflicting_contents_is_remembered() {
        let dedup = Dedup::new(HashMap::new());
        let key = key("0195c0de-0000-7000-8000-000000000001");
        assert_eq!(dedup.insert(key, 5), Occurrence::New);
        assert_eq!(dedup.insert(key, 5), Occurrence::Duplicate);
        assert_eq!(dedup.insert(key, 7), Occurrence::Conflict);
        assert_eq!(dedup.insert(key, 6), Occurrence::Conflict);
        assert_eq!(dedup.content(key), Some(7));
        let again = Dedup::new(HashMap::from([(key, 7)]));
        let occurrences = [5, 7, 6, 7].map(|content| again.insert(key, content));
        let duplicate = Occurrence::Duplicate;
        assert_eq!(occurrences, [duplicate, Occurrence::New, duplicate, duplicate]);
    }

    #[test]
    fn ids_that_are_no_uuids_have_keys_of_their_own() {
        assert_eq!(key("0195C0DE-0000-7000-8000-000000000001"), key("0195c0de-0000-7000-8000-000000000001"));
        assert_ne!(key("visit-1"), key("visit-2"));
    }
}
