//! The version that a changed checklist gets.

use super::ChecklistDraft;
use crate::visit::checklist::Checklist;
use crate::visit::{definitions, version};
use std::cmp::Ordering;

/// How two versions of a checklist differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Not at all, but for the version.
    None,
    /// In what people read, and in the answers that require a note: figures can be compared if the meaning is the same.
    Texts,
    /// In what the score is made of: items, answers, points, weights, conditions.
    Score,
}

/// Returns how two versions of a checklist differ.
pub fn difference(before: &Checklist, after: &Checklist) -> Difference {
    let versionless = Checklist { version: before.version.clone(), ..after.clone() };
    if versionless == *before {
        Difference::None
    } else if definitions::likeness(before) == definitions::likeness(after) {
        Difference::Texts
    } else {
        Difference::Score
    }
}

/// Returns the version that follows `current`, later than all that are kept: a patch if the texts alone changed and the
/// author confirms that their meaning did not, otherwise the next minor version.
pub fn next_version(current: &str, kept: &[String], difference: Difference, is_same_meaning: bool) -> String {
    let all = || kept.iter().map(String::as_str).chain([current]);
    let latest = all().max_by(|a, b| version::compare(a, b)).unwrap_or(current);
    let (current, parsed) = (version::Version::parse(current), version::Version::parse(latest));
    let is_patch = difference != Difference::Score && is_same_meaning && parsed.is_patch_of(&current);
    let mut next = if is_patch { parsed.next_patch() } else { parsed.next_minor() };
    while all().any(|kept| version::compare(&next, kept) != Ordering::Greater) {
        let later = version::Version::parse(&next).next_minor();
        if version::compare(&later, &next) != Ordering::Greater {
            break;
        }
        next = later;
    }
    next
}

impl ChecklistDraft {
    /// Returns how it differs from the version that it changes; a new checklist differs in what the score is made of.
    pub fn difference(&self) -> Difference {
        self.base.as_ref().map_or(Difference::Score, |base| difference(base, &self.checklist))
    }

    /// Returns the checklist to save, with its version. That of a new one is the first.
    pub fn to_save(&self, kept: &[String], is_same_meaning: bool) -> Checklist {
        let version = match &self.base {
            Some(base) => next_version(&base.version, kept, self.difference(), is_same_meaning),
            None => self.checklist.version.clone(),
        };
        Checklist { version, ..self.checklist.clone() }
    }
}
