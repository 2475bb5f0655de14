//! The kinds of visits that figures are made from.

use super::dimension::Dimension;
use super::plan::Filter;
use crate::visit::Kind;

/// A set of kinds of visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinds {
    /// One kind.
    Only(Kind),
    /// Every kind that the filter lets through.
    All,
}

impl Kinds {
    /// Chooses the kinds that count together: mystery visits if there are any, and otherwise self-audits. All count if
    /// the filter names kinds.
    pub fn choose(filter: &Filter, has_mystery_visits: bool) -> Self {
        match (filter.has_condition(Some(Dimension::Kind)), has_mystery_visits) {
            (true, _) => Self::All,
            (false, true) => Self::Only(Kind::MysteryVisit),
            (false, false) => Self::Only(Kind::SelfAudit),
        }
    }

    /// Returns whether the set has a kind.
    pub fn contains(self, kind: Kind) -> bool {
        match self {
            Self::Only(only) => kind == only,
            Self::All => true,
        }
    }

    /// Returns the name of the only kind; `None` for all.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Only(kind) => Some(kind.name()),
            Self::All => None,
        }
    }
}
