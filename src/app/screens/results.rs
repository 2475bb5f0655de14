//! The results: the questions as tabs, and drilling down from all visits to a site, a behaviour and a single visit.
//!
//! Each level of the drill-down has its own filter and figures; Esc returns to the level above, unchanged. Reading is
//! an effect, and figures arrive while it is running.

mod drill_down;
pub mod filter_form;
mod state;
pub mod tab_rows;

pub use state::{DrillLevel, LevelView, Results};

use crate::analysis::Filter;
use crate::app::prelude::*;
use crate::app::results_data::Tab;
use crate::app::wrapping::neighbour;
use filter_form::FilterFormState;
use std::ops::ControlFlow;

impl Results {
    /// Handles a key press in the filter form.
    fn update_form(&mut self, shared: &mut Shared, mut form: FilterFormState, press: KeyPress) -> Outcome {
        match form.update(shared, press, &self.values) {
            ControlFlow::Continue(()) => self.form = Some(form),
            ControlFlow::Break(Some(filter)) => return self.narrow(filter, &mut shared.readings).into(),
            ControlFlow::Break(None) => {}
        }
        Outcome::default()
    }

    /// Returns to the level above, or leaves the screen. An interrupted reading is started again.
    fn back(&mut self, shared: &mut Shared) -> Outcome {
        let Some(left) = self.deeper.pop() else {
            return Outcome::from(Read::StopReading).and_go(Go::Pop);
        };
        match (self.level().progress.over, left.progress.over) {
            (false, _) => self.read(&mut shared.readings).into(),
            (true, false) => Read::StopReading.into(),
            (true, true) => Outcome::default(),
        }
    }

    /// Opens the choice of an export format if there are figures to export.
    fn ask_format(&mut self, shared: &mut Shared) {
        self.exporting = self.figures().is_some_and(|figures| figures.by.source.sessions > 0);
        if !self.exporting {
            shared.notify("results-nothing-to-export");
        }
    }
}

impl Interactive for Results {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if let Some(form) = self.form.take() {
            return self.update_form(shared, form, press);
        }
        if self.exporting {
            return self.export(shared, press);
        }
        let own = shared.keymap.command(Context::Results, press);
        let Some(command) = own.or_else(|| shared.keymap.command(Context::List, press)) else {
            return Outcome::default();
        };
        match command {
            Command::Back => return self.back(shared),
            Command::Open => return self.open_row(shared),
            Command::Clear => return self.narrow(Filter::default(), &mut shared.readings).into(),
            Command::Filter => self.form = Some(FilterFormState::new(&self.filter)),
            Command::Export => self.ask_format(shared),
            Command::Left => self.turn(|tab| neighbour(&Tab::ALL, tab, -1)),
            Command::Right => self.turn(|tab| neighbour(&Tab::ALL, tab, 1)),
            command => {
                let len = self.row_count();
                if let Some(cursor) = self.cursor_mut() {
                    cursor.go(command, len);
                }
            }
        }
        Outcome::default()
    }

    /// Handles a click on a tab or on a row of the filter form.
    fn click(&mut self, _shared: &mut Shared, target: Target, _now: &Moment) -> Outcome {
        match (target, &mut self.form) {
            (Target::Tab(tab), _) => self.turn(|_| tab),
            (Target::Row(row), Some(form)) => form.cursor.selected = row,
            _ => {}
        }
        Outcome::default()
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        self.form.as_mut().and_then(FilterFormState::field_mut)
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        if self.form.is_none() { self.cursor_mut() } else { None }
    }

    fn context(&self) -> Context {
        match &self.form {
            _ if self.exporting => Context::Exporting,
            None => Context::Results,
            Some(_) => Context::List,
        }
    }

    fn is_typing(&self) -> bool {
        self.form.as_ref().is_some_and(FilterFormState::is_typing)
    }
}
