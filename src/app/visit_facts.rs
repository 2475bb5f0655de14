//! The facts about a visit that can be changed before it is sealed: how they are named, shown and typed.

use super::format;
use crate::text::Texts;
use crate::visit::event::{HeaderFact, Started};
use crate::visit::{Kind, Visit};

/// A fact about a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitFact {
    Site,
    Observer,
    Kind,
    Remark,
    /// The note on the visit as a whole.
    Note,
}

impl VisitFact {
    /// All facts, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Site, Self::Observer, Self::Kind, Self::Remark, Self::Note];

    /// Returns the message id of its name.
    pub fn name_id(self) -> &'static str {
        match self {
            Self::Site => "app-before-site",
            Self::Observer => "app-before-observer",
            Self::Kind => "app-before-kind",
            Self::Remark => "app-before-remark",
            Self::Note => "app-review-note",
        }
    }

    /// Returns the fact in words; empty if there is none.
    pub fn text(self, texts: &Texts, visit: &Visit) -> String {
        let Some((started, _)) = visit.state().started() else { return String::new() };
        match self.header(started) {
            Some(fact) => format::header_fact(texts, &fact),
            None => visit.state().note().unwrap_or_default().to_owned(),
        }
    }

    fn header(self, started: &Started) -> Option<HeaderFact> {
        Some(match self {
            Self::Site => HeaderFact::Site(started.site.clone()),
            Self::Observer => HeaderFact::Observer(started.observer.clone()),
            Self::Kind => HeaderFact::Kind(started.kind),
            Self::Remark => HeaderFact::Remark(started.remark.clone().unwrap_or_default()),
            Self::Note => return None,
        })
    }
}

/// Returns the kind that a typed text names: as files do, or in words of the language.
pub fn typed_kind(texts: &Texts, text: &str) -> Option<HeaderFact> {
    let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let named = |kind: &Kind| [kind.name(), texts.get(format::kind_id(*kind))].map(letters).contains(&letters(text));
    Kind::ALL.into_iter().find(named).map(HeaderFact::Kind)
}
