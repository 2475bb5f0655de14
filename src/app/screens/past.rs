//! Past visits: all of them, newest first, narrowed by what is typed.

use crate::app::effect::Read;
use crate::app::filter;
use crate::app::interactive::Interactive;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::outcome::{Go, Outcome};
use crate::app::payload::PastVisit;
use crate::app::shared::Shared;
use crate::app::text_input::TextInput;
use crate::visit::Moment;

/// The list of past visits.
#[derive(Debug)]
pub struct Past {
    /// Those read so far, newest first.
    pub visits: Vec<PastVisit>,
    /// Whether these are all.
    pub done: bool,
    /// What narrows the list.
    pub filter: TextInput,
    /// The positions of those that fit the filter.
    pub shown: Vec<usize>,
    /// The cursor among those shown.
    pub cursor: ListCursor,
    /// Whether the one chosen is played back.
    pub replays: bool,
}

impl Past {
    /// Starts with no visit read yet.
    #[must_use]
    pub fn new(replays: bool) -> Self {
        let filter = TextInput::line("");
        Self { visits: Vec::new(), done: false, filter, shown: Vec::new(), cursor: ListCursor::default(), replays }
    }

    /// Adds more visits behind those before.
    pub fn add_visits(&mut self, visits: Vec<PastVisit>, done: bool) {
        let known = self.visits.len();
        self.visits.extend(visits);
        self.done = done;
        let fit = self.fit(known);
        self.shown.extend(fit);
    }

    fn narrow(&mut self) {
        self.shown = self.fit(0);
        self.cursor.selected = self.cursor.selected.min(self.shown.len().saturating_sub(1));
    }

    /// Returns the positions, from one on, of those that fit the filter.
    fn fit(&self, from: usize) -> Vec<usize> {
        let texts = self.visits.iter().skip(from).map(|visit| &*visit.search_text);
        filter::in_order(&self.filter.text(), texts).into_iter().map(|index| from + index).collect()
    }
}

impl Interactive for Past {
    /// Handles a key press: letters narrow the list.
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        match shared.keymap.command(Context::List, press) {
            Some(Command::Back) if !self.filter.text().is_empty() => {
                self.filter = TextInput::line("");
                self.narrow();
            }
            Some(Command::Back) => return Go::Pop.into(),
            Some(Command::Open) => {
                let visit = self.shown.get(self.cursor.selected).and_then(|&index| self.visits.get(index));
                return visit.map(|visit| Read::LoadSession(visit.path.to_path_buf()).into()).unwrap_or_default();
            }
            Some(command) if self.cursor.go(command, self.shown.len()) => {}
            _ => {
                if self.filter.press(press) {
                    self.cursor.selected = 0;
                    self.narrow();
                }
            }
        }
        Outcome::default()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }

    fn is_typing(&self) -> bool {
        true
    }
}
