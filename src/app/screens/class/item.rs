//! One item in front of everybody: the answers without names, then the reference, then who answered what.

use super::OpenClass;
use crate::analysis::class::{Class, Expected};
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::app::text_input::TextInput;
use crate::visit::{Item, Value};
use std::sync::Arc;

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
    /// An observer's: the position of the sheet, which then stands aside.
    Sheet(usize),
}

impl Reference {
    /// Returns the sheet that stands aside.
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

/// Handles a key press.
pub(super) fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Class(screen) = &mut model.screen else { return Vec::new() };
    let (Some(found), Some(open)) = (&screen.found, &mut screen.open) else { return Vec::new() };
    let Some(class) = found.classes.get(open.class) else { return Vec::new() };
    let has_reference = open.reference != Reference::None;
    let Some(view) = &mut open.item else { return Vec::new() };
    if view.ruling.is_some() {
        return typed(model, press);
    }
    let (item, last) = (open.items.selected, class.definition.len().saturating_sub(1));
    match model.keymap.command(Context::Class, press) {
        Some(Command::Reveal) => view.shown = view.shown.next(has_reference),
        Some(Command::Left) => turn(open, item.saturating_sub(1)),
        Some(Command::Right) => turn(open, (item + 1).min(last)),
        Some(Command::Note) => view.ruling = Some(TextInput::line("")),
        Some(Command::Back) => open.item = None,
        _ => {}
    }
    Vec::new()
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

/// Turns to another item, of which only the answers are shown.
fn turn(open: &mut OpenClass, item: usize) {
    if open.items.selected != item {
        open.items.selected = item;
        open.item = Some(ItemView::default());
    }
}

/// Takes a key while a ruling is typed.
fn typed(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Class(screen) = &mut model.screen else { return Vec::new() };
    let (Some(found), Some(open)) = (&screen.found, &mut screen.open) else { return Vec::new() };
    let (Some(class), Some(view)) = (found.classes.get(open.class), &mut open.item) else { return Vec::new() };
    let Some(field) = &mut view.ruling else { return Vec::new() };
    match model.keymap.command(Context::Typing, press) {
        Some(Command::Back) => view.ruling = None,
        Some(Command::Keep) => {
            let text = field.text().trim().to_owned();
            let blank = field.is_blank();
            view.ruling = None;
            if blank || open.items.selected >= class.definition.len() {
                return Vec::new();
            }
            let item = class.definition.item(open.items.selected).id.clone();
            return vec![Effect::Rule { definition: Arc::clone(&class.definition), item, text }];
        }
        _ => {
            field.press(press);
        }
    }
    Vec::new()
}

/// Inserts pasted text into the ruling.
pub(super) fn paste(view: &mut ItemView, text: &str) {
    if let Some(field) = &mut view.ruling {
        field.paste(text);
    }
}
