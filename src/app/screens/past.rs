//! The list of past visits, newest first, with a filter.

use crate::app::loaded_data::PastVisit;
use crate::app::prelude::*;
use crate::app::text_filter;

/// The list of past visits.
#[derive(Debug)]
pub struct Past {
    /// The visits read so far, newest first.
    pub visits: Vec<PastVisit>,
    /// Whether all visits are read.
    pub done: bool,
    /// The text of the filter.
    pub filter: TextInput,
    /// The positions of the visits that match the filter.
    pub shown: Vec<usize>,
    /// The cursor among the visits shown.
    pub cursor: ListCursor,
    /// Whether the selected visit is played back.
    pub replays: bool,
}

impl Past {
    /// Creates the screen without visits.
    pub fn new(replays: bool) -> Self {
        let filter = TextInput::line("");
        Self { visits: Vec::new(), done: false, filter, shown: Vec::new(), cursor: ListCursor::default(), replays }
    }

    /// Appends visits.
    pub fn add_visits(&mut self, visits: Vec<PastVisit>, done: bool) {
        let known = self.visits.len();
        self.visits.extend(visits);
        self.done = done;
        let fit = self.fit(known);
        self.shown.extend(fit);
    }

    fn narrow(&mut self) {
        self.shown = self.fit(0);
        self.cursor.clamp(self.shown.len());
    }

    /// Returns the positions, starting with `from`, of the visits that match the filter.
    fn fit(&self, from: usize) -> Vec<usize> {
        let texts = self.visits.iter().skip(from).map(|visit| &*visit.search_text);
        text_filter::matching(&self.filter.text(), texts).into_iter().map(|index| from + index).collect()
    }
}

impl Interactive for Past {
    /// Handles a key press; letters edit the filter.
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
            Some(command) if self.cursor.after(command, self.shown.len()).is_some() => {
                self.cursor.go(command, self.shown.len());
            }
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
