//! Chooses the checklist to practise a scenario with: that of the library if the scenario fits it.
//!
//! A ruling of a class makes a later patch of the user's copy, so that trainees then read the ruling.

use super::checklists::{self, ListedChecklist};
use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::Folders;
use super::message::Message;
use crate::visit::definition::Definition;
use crate::visit::definitions::Definitions;
use crate::visit::scenario::Scenario;
use crate::visit::scenario::validate::{NoChecklist, first_mismatch};
use crate::visit::version::Version;
use std::sync::Arc;

/// Why a scenario uses another checklist than the user's copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// The version is right, but the scenario does not fit the item with this id.
    Unfit { version: String, item: String },
    /// The version is neither that of the scenario nor a later patch of it.
    Other { version: String },
    /// The file is broken.
    Broken,
}

impl PassedOver {
    /// Returns the message and its arguments; `used` is the checklist in place of the copy.
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

/// The checklists to choose from.
pub(super) struct CandidateChecklists {
    library: Vec<ListedChecklist>,
    bundled: Vec<ListedChecklist>,
    /// Earlier versions of those compiled in, and the checklists that sessions contain.
    others: Vec<Arc<Definition>>,
}

impl CandidateChecklists {
    /// Reads the checklists of the library.
    pub(super) fn read(folders: &Folders) -> Self {
        Self {
            library: checklists::load_all(folders),
            bundled: checklists::bundled(),
            others: checklists::earlier().collect(),
        }
    }

    /// Adds the checklists of sessions behind the others.
    pub(super) fn with(mut self, of_sessions: &Definitions) -> Self {
        self.others.extend(of_sessions.kept().map(|(_, definition)| Arc::new(definition.clone())));
        self
    }

    /// Returns the first checklist that has the version of the scenario, or a later patch of it, and that the scenario
    /// fits. If it fits none, the checklist of exactly its version is returned, so that its faults can be found. The user's
    /// copy is returned too if it was passed over.
    pub(super) fn choose(&self, scenario: &Scenario) -> Result<(Arc<Definition>, Option<PassedOver>), NoChecklist> {
        let wanted = Version::parse(&scenario.checklist.version);
        let eligible = |definition: &Definition| Version::parse(&definition.checklist().version).is_patch_of(&wanted);
        let candidates: Vec<&Arc<Definition>> = self.with_id(&scenario.checklist.id).collect();
        let fits =
            |definition: &&&Arc<Definition>| eligible(definition) && first_mismatch(scenario, definition).is_none();
        if let Some(chosen) = candidates.iter().find(fits) {
            return Ok((Arc::clone(chosen), self.passed_over(scenario, chosen)));
        }
        match candidates.iter().find(|definition| definition.checklist().version == scenario.checklist.version) {
            Some(named) => Ok((Arc::clone(named), None)),
            None => Err(candidates.first().map_or(NoChecklist::Missing, |definition| {
                NoChecklist::OtherVersion(definition.checklist().version.clone())
            })),
        }
    }

    /// Returns the checklists with an id, those of the library first.
    fn with_id<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Arc<Definition>> {
        let all = self.library.iter().chain(&self.bundled).filter(move |listed| listed.id == id);
        let others = self.others.iter().filter(move |definition| definition.checklist().id == id);
        all.filter_map(|listed| listed.definition.as_ref().ok()).chain(others)
    }

    /// Returns why the user's copy was not chosen; `None` if it was, or if there is none.
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
            // No visit uses the second file with an id either.
            Err(StoreError::Document(DocumentError::SameId { .. })) => None,
            Err(_) => Some(PassedOver::Broken),
        })
    }
}
