//! One item for the whole class: first the answers without names, then the reference, then who answered what.

use crate::analysis::class::{Class, Expected};
use crate::app::text_input::TextInput;
use crate::visit::{Item, Value};

/// The view of an item.
#[derive(Debug, Default)]
pub struct ItemView {
    /// How much is shown.
    pub shown: RevealStage,
    /// The ruling being typed.
    pub ruling: Option<TextInput>,
}

/// How much of an item is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum RevealStage {
    /// The number of times that each answer was given.
    #[default]
    Answers,
    /// Also the reference, with its reason.
    Reference,
    /// Also who answered what.
    Names,
}

/// What answers are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceChoice {
    /// Nothing.
    None,
    /// The scenario's expected answers.
    Scenario,
    /// The sheet of an observer, by its position; it is then excluded from the counts.
    Sheet(usize),
}

impl ReferenceChoice {
    /// Returns the position of the sheet that is excluded from the counts.
    pub fn sheet(self) -> Option<usize> {
        match self {
            Self::Sheet(place) => Some(place),
            _ => None,
        }
    }

    /// Returns the reference answer to an item, with its reason or note.
    pub fn answer<'c>(self, class: &'c Class, item: &Item) -> Option<(&'c Value, ReferenceReason<'c>)> {
        match self {
            Self::None => None,
            Self::Scenario => {
                let Expected { value, reason, .. } = class.expected.get(&item.id)?;
                Some((value, ReferenceReason::Reason(reason.as_ref())))
            }
            Self::Sheet(place) => {
                let answer = class.sheets.get(place)?.answers.get(&item.id)?;
                Some((answer.value.as_ref()?, ReferenceReason::Note(answer.note.as_deref())))
            }
        }
    }
}

/// The justification of a reference answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReferenceReason<'c> {
    /// The scenario's reason.
    Reason(Option<&'c crate::visit::checklist::LocalText>),
    /// The observer's note.
    Note(Option<&'c str>),
}

impl RevealStage {
    /// Returns the next stage; after the last one, the first.
    pub(super) fn next(self, has_reference: bool) -> Self {
        match self {
            Self::Answers if has_reference => Self::Reference,
            Self::Answers | Self::Reference => Self::Names,
            Self::Names => Self::Answers,
        }
    }
}
