//! The presentation of a checklist to a class: one item at a time, in big letters.
//!
//! A demonstration visit can be started from here; it is a training visit.

use crate::app::begin_visit::begin_training;
use crate::app::key_history::KeyHistory;
use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;
use crate::visit::Definition;
use std::sync::Arc;

/// The site of demonstration visits: its id, and the message id of its name.
const SITE: (&str, &str) = ("demonstration", "present-site");

/// The most digits of an item's number.
const DIGITS: usize = 4;

/// The screen.
#[derive(Debug, Default)]
pub struct Present {
    /// The filter of the list of checklists.
    pub filter: ListFilter,
    /// The cursor in the list of checklists, until one is presented.
    pub library: ListCursor,
    /// The presentation.
    pub open: Option<Presented>,
}

/// A presentation of a checklist.
#[derive(Debug)]
pub struct Presented {
    pub definition: Arc<Definition>,
    /// The cursor among the items, also used by the overview.
    pub items: ListCursor,
    /// Whether the guide is shown.
    pub guide: bool,
    /// The current view.
    pub view: PresentView,
    /// The digits of an item's number, as far as they are typed.
    pub number: String,
}

/// The view of a presentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PresentView {
    /// One item.
    #[default]
    Item,
    /// All items.
    Overview,
    /// A blank screen, to direct attention to the trainer.
    Blank,
}

impl Present {
    /// Opens a checklist and starts showing the keys pressed.
    pub fn with_checklist(shared: &mut Shared, definition: Arc<Definition>) -> Self {
        let mut screen = Self::default();
        screen.show(shared, definition);
        screen
    }

    /// Returns whether the screen is blank.
    pub fn is_blank(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.view == PresentView::Blank)
    }

    fn show(&mut self, shared: &mut Shared, definition: Arc<Definition>) {
        shared.key_history = Some(KeyHistory::default());
        self.open = Some(Presented {
            definition,
            items: ListCursor::default(),
            guide: true,
            view: PresentView::Item,
            number: String::new(),
        });
    }

    /// Handles a key press in the list of checklists.
    fn choose(&mut self, shared: &mut Shared, press: KeyPress) -> Outcome {
        let shown = shared.shown_checklists(&self.filter);
        if self.filter.update(&shared.keymap, press, &mut self.library, &shown) {
            return Outcome::default();
        }
        let Some(command) = shared.keymap.command(Context::List, press) else { return Outcome::default() };
        let library = shared.library.as_deref().unwrap_or_default();
        let selected = shown.get(self.library.selected).and_then(|&at| library.get(at));
        match (command, selected.map(|listed| &listed.definition)) {
            (Command::Back, _) => return Go::Pop.into(),
            (Command::Open, Some(Ok(definition))) => {
                let definition = Arc::clone(definition);
                self.show(shared, definition);
            }
            (Command::Open, Some(Err(error))) => shared.notice = Some(Notice::With(error.message())),
            _ => self.library.go(command, shown.len()),
        }
        Outcome::default()
    }
}

impl Presented {
    /// Handles a digit of an item's number, and Enter after it. Returns whether the key was one of these.
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
        self.view = PresentView::Item;
        true
    }
}

impl Interactive for Present {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Some(open) = &mut self.open else { return self.choose(shared, press) };
        if open.view == PresentView::Blank {
            open.view = PresentView::Item;
            return Outcome::default();
        }
        if open.number(press) {
            return Outcome::default();
        }
        let is_item = open.view == PresentView::Item;
        match shared.keymap.command(Context::Present, press) {
            Some(Command::Overview) => open.view = if is_item { PresentView::Overview } else { PresentView::Item },
            Some(Command::Blank) => open.view = PresentView::Blank,
            Some(Command::Live) => return begin_training(shared, Arc::clone(&open.definition), SITE, now),
            Some(Command::Guide) => open.guide = !open.guide,
            Some(Command::Back) if is_item => return Go::Pop.into(),
            Some(Command::Back) => open.view = PresentView::Item,
            Some(command) if is_item => open.items.go(command, open.definition.len()),
            _ if is_item => {}
            _ => match shared.keymap.command(Context::List, press) {
                Some(Command::Open) => open.view = PresentView::Item,
                Some(command) => open.items.go(command, open.definition.len()),
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

    fn line(&mut self) -> Option<&mut TextInput> {
        self.filter.input.as_mut()
    }

    fn is_typing(&self) -> bool {
        self.open.is_none() && self.filter.is_open()
    }
}
