//! The visits seen so far, so that two copies of one count once, whichever comes first.
//!
//! A visit takes 24 bytes here: its id, and a fingerprint of what was said about it.

use hashbrown::HashMap;
use sha2::{Digest, Sha256};
use std::sync::{Mutex, PoisonError};

/// How many tables share the visits; each grows by itself, so that growing needs little memory at a time.
const TABLES: usize = 64;

/// A visit's id in 16 bytes.
pub(super) type Key = [u8; 16];

/// What a session is beside those seen before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The first of its visit.
    First,
    /// One more of a visit, and it says the same.
    Copy,
    /// One more of a visit, and it says something else.
    Clash,
}

/// The visits seen so far.
#[derive(Debug)]
pub(super) struct Seen {
    tables: Vec<Mutex<HashMap<Key, u64>>>,
    /// The visits of which copies clash, and the content that is taken.
    decided: HashMap<Key, u64>,
}

impl Seen {
    /// Begins with none; `decided` names the contents to be taken of visits whose copies are known to clash.
    pub(super) fn new(decided: HashMap<Key, u64>) -> Self {
        Self { tables: (0..TABLES).map(|_| Mutex::default()).collect(), decided }
    }

    /// Tells what a session is beside those seen before it, and remembers it. Of contents that clash the highest is
    /// remembered.
    pub(super) fn meet(&self, key: Key, content: u64) -> Standing {
        if self.decided.get(&key).is_some_and(|taken| *taken != content) {
            return Standing::Copy;
        }
        // The last byte of an id is of chance.
        let table = usize::from(key[15]) % TABLES;
        let Some(table) = self.tables.get(table) else { return Standing::First };
        let mut table = table.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(known) = table.get_mut(&key) else {
            table.insert(key, content);
            return Standing::First;
        };
        if *known == content {
            return Standing::Copy;
        }
        *known = content.max(*known);
        Standing::Clash
    }

    /// Gives the content remembered of a visit.
    pub(super) fn content(&self, key: Key) -> Option<u64> {
        let table = self.tables.get(usize::from(key[15]) % TABLES)?;
        table.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied()
    }
}

/// Gives a visit's key: the UUID that its id is, or a digest of an id that is none.
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
    fn the_highest_of_contents_that_clash_is_remembered() {
        let seen = Seen::new(HashMap::new());
        let key = key("0195c0de-0000-7000-8000-000000000001");
        assert_eq!(seen.meet(key, 5), Standing::First);
        assert_eq!(seen.meet(key, 5), Standing::Copy);
        assert_eq!(seen.meet(key, 7), Standing::Clash);
        assert_eq!(seen.meet(key, 6), Standing::Clash);
        assert_eq!(seen.content(key), Some(7));
        let again = Seen::new(HashMap::from([(key, 7)]));
        let standings = [5, 7, 6, 7].map(|content| again.meet(key, content));
        assert_eq!(standings, [Standing::Copy, Standing::First, Standing::Copy, Standing::Copy]);
    }

    #[test]
    fn ids_that_are_no_uuids_have_keys_of_their_own() {
        assert_eq!(key("0195C0DE-0000-7000-8000-000000000001"), key("0195c0de-0000-7000-8000-000000000001"));
        assert_ne!(key("visit-1"), key("visit-2"));
    }
}
