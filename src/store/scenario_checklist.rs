//! Which checklist a scenario is practised by: the one that visits go by, as long as the scenario fits it.
//!
//! That is how trainees come to read what a class has ruled: a ruling makes the user's copy a later patch.

use super::checklists;
use super::error::Message;
use super::folders::Folders;
use crate::visit::definition::Definition;
use crate::visit::scenario::Scenario;
use crate::visit::scenario::validate::first_mismatch;
use crate::visit::version::Version;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The user's copy of a checklist, which a scenario does not fit: the bundled one has taken its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// It is a later patch, or the very version; but not for this item.
    Unfit {
        /// Its version.
        version: String,
        /// The item's id.
        item: String,
    },
    /// It is another version.
    Other {
        /// Its version.
        version: String,
    },
    /// Its file is broken.
    Broken,
}

impl PassedOver {
    /// Gives the sentence that says so, with its arguments; `used` is what has taken its place.
    #[must_use]
    pub fn message(&self, used: &Definition) -> Message {
        let used = ("used", used.checklist().version.clone());
        match self {
            Self::Unfit { version, item } => {
                ("practise-copy-unfit", vec![used, ("version", version.clone()), ("item", item.clone())])
            }
            Self::Other { version } => ("practise-copy-other", vec![used, ("version", version.clone())]),
            Self::Broken => ("practise-copy-broken", vec![used]),
        }
    }
}

/// What there is of the checklist that a scenario names.
pub(super) enum Checklist {
    /// The checklist, and the user's copy of it where that is not the one.
    Here(Arc<Definition>, Option<PassedOver>),
    /// None of this id.
    Nowhere,
    /// Only one of this version.
    Other(String),
}

/// The checklists to choose among.
pub(super) struct Shelf {
    library: Vec<checklists::Listed>,
    bundled: Vec<checklists::Listed>,
    /// Those that visits bring with them.
    brought: Vec<Arc<Definition>>,
}

impl Shelf {
    /// Reads the checklists.
    pub(super) fn read(folders: &Folders) -> Self {
        Self { library: checklists::load_all(folders), bundled: checklists::bundled(), brought: Vec::new() }
    }

    /// Puts those beside them, behind the others, that visits bring with them.
    pub(super) fn with(mut self, brought: &BTreeMap<String, Definition>) -> Self {
        self.brought.extend(brought.values().cloned().map(Arc::new));
        self
    }

    /// Chooses the checklist for a scenario: that of the library, or else the bundled one that it may have replaced, as
    /// long as it is the version that the scenario names or a later patch of it, and the scenario fits it. A scenario
    /// that fits none gets the version that it names, to be judged by.
    pub(super) fn choose(&self, scenario: &Scenario) -> Checklist {
        let asked = Version::parse(&scenario.checklist.version);
        let eligible = |definition: &Definition| Version::parse(&definition.checklist().version).is_patch_of(&asked);
        let there: Vec<&Arc<Definition>> = self.of(&scenario.checklist.id).collect();
        let fits =
            |definition: &&&Arc<Definition>| eligible(definition) && first_mismatch(scenario, definition).is_none();
        if let Some(chosen) = there.iter().find(fits) {
            return Checklist::Here(Arc::clone(chosen), self.passed_over(scenario, chosen));
        }
        match there.iter().find(|definition| definition.checklist().version == scenario.checklist.version) {
            Some(named) => Checklist::Here(Arc::clone(named), None),
            None => there
                .first()
                .map_or(Checklist::Nowhere, |definition| Checklist::Other(definition.checklist().version.clone())),
        }
    }

    /// Gives what there is of an id, that of the library first.
    fn of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Arc<Definition>> {
        let all = self.library.iter().chain(&self.bundled).filter(move |listed| listed.id == id);
        let brought = self.brought.iter().filter(move |definition| definition.checklist().id == id);
        all.filter_map(|listed| listed.definition.as_ref().ok()).chain(brought)
    }

    /// Gives why the user's copy is not what was chosen; none where it is, or where there is none.
    fn passed_over(&self, scenario: &Scenario, chosen: &Arc<Definition>) -> Option<PassedOver> {
        let id = &scenario.checklist.id;
        let own = self.library.iter().filter(|listed| listed.id == *id && !listed.is_bundled());
        own.map(|listed| &listed.definition).find_map(|own| match own {
            Ok(own) if Arc::ptr_eq(own, chosen) => None,
            Ok(own) => {
                let version = own.checklist().version.clone();
                let eligible = Version::parse(&version).is_patch_of(&Version::parse(&scenario.checklist.version));
                Some(match first_mismatch(scenario, own).filter(|_| eligible) {
                    Some(item) => PassedOver::Unfit { version, item },
                    None => PassedOver::Other { version },
                })
            }
            // A second file of one id is passed over by every visit too.
            Err(super::error::StoreError::SameId { .. }) => None,
            Err(_) => Some(PassedOver::Broken),
        })
    }
}
