//! Presenting a checklist to a class: one item at a time, in letters that can be read from the back of the room.
//!
//! From here a visit can be shown under way, with the same engine; it is one for training.

use crate::app::begin::begin_training;
use crate::app::interactive::Interactive;
use crate::app::key::{Key, KeyPress};
use crate::app::key_history::KeyHistory;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::outcome::{Go, Outcome};
use crate::app::shared::{Notice, Shared};
use crate::visit::{Definition, Moment};
use std::sync::Arc;

/// The site of visits that are shown to a class: its id, and the id of its name.
const SITE: (&str, &str) = ("demonstration", "present-site");

/// So many digits are enough for the number of an item.
const DIGITS: usize = 4;

/// The screen.
#[derive(Debug, Default)]
pub struct Present {
    /// The cursor in the library, while no checklist is presented.
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
    /// Opens on a checklist; the class sees the keys from then on.
    #[must_use]
    pub fn on(shared: &mut Shared, definition: Arc<Definition>) -> Self {
        let mut screen = Self::default();
        screen.show(shared, definition);
        screen
    }

    /// Returns whether nothing is to be seen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.view == View::Blank)
    }

    fn show(&mut self, shared: &mut Shared, definition: Arc<Definition>) {
        shared.key_history = Some(KeyHistory::default());
        self.open = Some(Presented {
            definition,
            items: ListCursor::default(),
            guide: true,
            view: View::Item,
            number: String::new(),
        });
    }

    /// Handles a key press in the list of checklists.
    fn choose(&mut self, shared: &mut Shared, press: KeyPress) -> Outcome {
        let Some(command) = shared.keymap.command(Context::List, press) else { return Outcome::default() };
        let library = shared.library.as_deref().unwrap_or_default();
        if self.library.go(command, library.len()) {
            return Outcome::default();
        }
        match (command, library.get(self.library.selected).map(|listed| &listed.definition)) {
            (Command::Back, _) => return Go::Pop.into(),
            (Command::Open, Some(Ok(definition))) => {
                let definition = Arc::clone(definition);
                self.show(shared, definition);
            }
            (Command::Open, Some(Err(error))) => shared.notice = Some(Notice::With(error.message())),
            _ => {}
        }
        Outcome::default()
    }
}

impl Presented {
    /// Handles a key press that is, or ends, the number of an item; returns whether it was one.
    fn number(&mut self, press: KeyPress) -> bool {
        if let Some(digit) = press.key.digit().filter(|_| !press.ctrl && !press.alt) {
            if self.number.len() < DIGITS {
                self.number.push_str(&digit.to_string());
            }
            return true;
        }
        let (Ok(number), Key::Enter) = (std::mem::take(&mut self.number).parse::<usize>(), press.key) else {
            return false;
        };
        self.items.selected = number.clamp(1, self.definition.len().max(1)) - 1;
        self.view = View::Item;
        true
    }

    /// Turns to another item.
    fn turn(&mut self, command: Command) {
        let step = match command {
            Command::Left => Command::Up,
            Command::Right => Command::Down,
            command => command,
        };
        self.items.go(step, self.definition.len());
    }
}

impl Interactive for Present {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Some(open) = &mut self.open else { return self.choose(shared, press) };
        if open.view == View::Blank {
            open.view = View::Item;
            return Outcome::default();
        }
        if open.number(press) {
            return Outcome::default();
        }
        let is_item = open.view == View::Item;
        match shared.keymap.command(Context::Present, press) {
            Some(Command::Overview) => open.view = if is_item { View::Overview } else { View::Item },
            Some(Command::Blank) => open.view = View::Blank,
            Some(Command::Live) => return begin_training(shared, Arc::clone(&open.definition), SITE, now),
            Some(Command::Guide) => open.guide = !open.guide,
            Some(Command::Back) if is_item => return Go::Pop.into(),
            Some(Command::Back) => open.view = View::Item,
            Some(command) if is_item => open.turn(command),
            _ if is_item => {}
            _ => match shared.keymap.command(Context::List, press) {
                Some(Command::Open) => open.view = View::Item,
                Some(command) => {
                    open.items.go(command, open.definition.len());
                }
                None => {}
            },
        }
        Outcome::default()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(self.open.as_mut().map_or(&mut self.library, |open| &mut open.items))
    }

    fn context(&self) -> Context {
        if self.open.is_some() { Context::Present } else { Context::List }
    }
}
