//! One item in front of everybody: the answers without names, then the reference, then who answered what.

use crate::analysis::class::{Class, Expected};
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context, Keymap};
use crate::app::text_input::TextInput;
use crate::visit::{Item, Value};

/// What is shown of an item.
#[derive(Debug, Default)]
pub struct ItemView {
    /// How much.
    pub shown: Shown,
    /// The ruling being typed.
    pub ruling: Option<TextInput>,
}

/// How much is shown of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// How often each answer was given.
    #[default]
    Answers,
    /// And the reference, with its reason.
    Reference,
    /// And who answered what.
    Names,
}

/// What answers are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Nothing.
    None,
    /// The scenario's own answers.
    Scenario,
    /// An observer's sheet, by its position; it is then not counted.
    Sheet(usize),
}

impl Reference {
    /// Returns the sheet that is not counted.
    #[must_use]
    pub fn sheet(self) -> Option<usize> {
        match self {
            Self::Sheet(place) => Some(place),
            _ => None,
        }
    }

    /// Returns the answer to an item, and the reason for it or the note beside it.
    #[must_use]
    pub fn answer<'c>(self, class: &'c Class, item: &Item) -> Option<(&'c Value, Why<'c>)> {
        match self {
            Self::None => None,
            Self::Scenario => {
                let Expected { value, reason, .. } = class.expected.get(&item.id)?;
                Some((value, Why::Reason(reason.as_ref())))
            }
            Self::Sheet(place) => {
                let answer = class.sheets.get(place)?.answers.get(&item.id)?;
                Some((answer.value.as_ref()?, Why::Note(answer.note.as_deref())))
            }
        }
    }
}

/// Why a reference answered as it did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why<'c> {
    /// The scenario's reason.
    Reason(Option<&'c crate::visit::checklist::LocalText>),
    /// The observer's note.
    Note(Option<&'c str>),
}

/// What a key on an item leads to beyond the item itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The item so many places on.
    Turn(isize),
    /// Back to the list of items.
    Close,
    /// This ruling goes into the user's copy of the checklist.
    Rule(String),
}

impl ItemView {
    /// Handles a key press.
    pub(super) fn update(&mut self, keymap: &Keymap, press: KeyPress, has_reference: bool) -> Option<Step> {
        if let Some(field) = &mut self.ruling {
            match keymap.command(Context::Typing, press) {
                Some(Command::Back) => self.ruling = None,
                Some(Command::Keep) => {
                    let text = field.text().trim().to_owned();
                    self.ruling = None;
                    return (!text.is_empty()).then_some(Step::Rule(text));
                }
                _ => {
                    field.press(press);
                }
            }
            return None;
        }
        match keymap.command(Context::Class, press)? {
            Command::Reveal => self.shown = self.shown.next(has_reference),
            Command::Left => return Some(Step::Turn(-1)),
            Command::Right => return Some(Step::Turn(1)),
            Command::Note => self.ruling = Some(TextInput::line("")),
            Command::Back => return Some(Step::Close),
            _ => {}
        }
        None
    }
}

impl Shown {
    /// Returns what is shown next; after everything, only the answers again.
    fn next(self, has_reference: bool) -> Self {
        match self {
            Self::Answers if has_reference => Self::Reference,
            Self::Answers | Self::Reference => Self::Names,
            Self::Names => Self::Answers,
        }
    }
}
