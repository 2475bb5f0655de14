//! Presenting a checklist to a class: one item at a time, in letters that can be read from the back of the room.
//!
//! From here a visit can be shown under way, with the same engine; it is one for training.

use super::training;
use crate::app::key::{Key, KeyPress};
use crate::app::key_history::KeyHistory;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::text::Texts;
use crate::visit::{Definition, Moment};
use std::sync::Arc;

/// The id of the site of visits that are shown to a class.
const SITE: &str = "demonstration";

/// So many digits are enough for the number of an item.
const DIGITS: usize = 4;

/// The screen.
#[derive(Debug, Default)]
pub struct Present {
    /// Where the cursor stands in the library, while no checklist is presented.
    pub library: ListCursor,
    /// What is presented.
    pub open: Option<Presented>,
}

/// A checklist that is presented.
#[derive(Debug)]
pub struct Presented {
    /// The checklist.
    pub definition: Arc<Definition>,
    /// The item in front, which is also where the cursor of the overview stands.
    pub items: ListCursor,
    /// Whether what counts as which answer is shown.
    pub guide: bool,
    /// What is seen.
    pub view: View,
    /// The number of an item, as far as it is typed.
    pub number: String,
}

/// What is seen of a checklist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The item in front.
    #[default]
    Item,
    /// All items.
    Overview,
    /// Nothing: the class looks at the trainer.
    Blank,
}

impl Present {
    /// Returns whether nothing is to be seen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.view == View::Blank)
    }
}

impl Presented {
    fn new(definition: Arc<Definition>) -> Self {
        Self { definition, items: ListCursor::default(), guide: true, view: View::Item, number: String::new() }
    }
}

/// Opens the screen; it asks which checklist.
pub fn open(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Present(Box::default());
    vec![Effect::LoadLibrary]
}

/// Opens the screen on a checklist.
pub fn open_on(model: &mut Model, definition: Arc<Definition>) {
    let open = Some(Presented::new(definition));
    model.key_history = Some(KeyHistory::default());
    model.screen = Screen::Present(Box::new(Present { open, ..Present::default() }));
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let Screen::Present(screen) = &mut model.screen else { return Vec::new() };
    let Some(open) = &mut screen.open else { return library(model, press) };
    if open.view == View::Blank {
        open.view = View::Item;
        return Vec::new();
    }
    if let Some(digit) = press.key.digit().filter(|_| !press.ctrl && !press.alt) {
        if open.number.len() < DIGITS {
            open.number.push_str(&digit.to_string());
        }
        return Vec::new();
    }
    let number: Option<usize> = std::mem::take(&mut open.number).parse().ok();
    let len = open.definition.len();
    if let (Some(number), Key::Enter) = (number, press.key) {
        open.items.selected = number.clamp(1, len.max(1)) - 1;
        open.view = View::Item;
        return Vec::new();
    }
    match model.keymap.command(Context::Present, press) {
        Some(Command::Overview) => {
            open.view = if open.view == View::Overview { View::Item } else { View::Overview };
        }
        Some(Command::Blank) => open.view = View::Blank,
        Some(Command::Live) => return live(model, now),
        Some(Command::Guide) => open.guide = !open.guide,
        Some(Command::Back) if open.view == View::Overview => open.view = View::Item,
        Some(Command::Back) => return training::open(model),
        command if open.view == View::Item => turn(open, command, len),
        _ => match model.keymap.command(Context::List, press) {
            Some(Command::Open) => open.view = View::Item,
            Some(command) => {
                open.items.go(command, len);
            }
            None => {}
        },
    }
    Vec::new()
}

/// Turns to another item.
fn turn(open: &mut Presented, command: Option<Command>, len: usize) {
    let step = match command {
        Some(Command::Left) => Command::Up,
        Some(Command::Right) => Command::Down,
        Some(command) => command,
        None => return,
    };
    open.items.go(step, len);
}

/// Takes a key in the list of checklists.
fn library(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Present(screen) = &mut model.screen else { return Vec::new() };
    let Some(command) = model.keymap.command(Context::List, press) else { return Vec::new() };
    let library = model.library.as_deref().unwrap_or_default();
    if screen.library.go(command, library.len()) {
        return Vec::new();
    }
    match (command, library.get(screen.library.selected)) {
        (Command::Back, _) => return training::open(model),
        (Command::Open, Some(listed)) => match &listed.definition {
            Ok(definition) => open_on(model, Arc::clone(definition)),
            Err(error) => model.notice = Some(Notice::With(error.message())),
        },
        _ => {}
    }
    Vec::new()
}

/// Begins a visit in front of the class, at a site that is there for nothing else.
fn live(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let Screen::Present(screen) = &model.screen else { return Vec::new() };
    let Some(open) = &screen.open else { return Vec::new() };
    if model.active_visit.as_ref().is_some_and(|run| !run.is_saved()) {
        model.notice = Some(Notice::Said("app-notice-unsaved-first"));
        return Vec::new();
    }
    let definition = Arc::clone(&open.definition);
    let opening = training::opening(model, SITE, Texts::new(model.lang).get("present-site"));
    super::new_visit::begin(model, definition, opening, now)
}
