//! Results: the questions as tabs, and the way down from all visits to a site, a behaviour, one visit and its line.
//!
//! Each step down is a level with a filter of its own and figures of its own; Esc goes back to the level above, which
//! is as it was left. Reading is an effect, and figures come in while it goes on; nothing waits for it.

pub mod filter;
mod state;
mod steps;
pub mod tab;

pub use state::{Level, Results, View};

use crate::analysis::Filter;
use crate::app::effect::Read;
use crate::app::interactive::Interactive;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Target;
use crate::app::outcome::{Go, Outcome};
use crate::app::shared::Shared;
use crate::visit::Moment;
use filter::{Form, FormStep};

impl Results {
    /// Handles a key press in the form of the filter.
    fn update_form(&mut self, shared: &mut Shared, mut form: Form, press: KeyPress) -> Outcome {
        match form.update(&shared.keymap, press, &self.met) {
            FormStep::Stay => self.form = Some(form),
            FormStep::Close => {}
            FormStep::Refuse => {
                shared.notify("results-notice-day");
                self.form = Some(form);
            }
            FormStep::Apply(filter) => return self.narrow(filter, &mut shared.readings).into(),
        }
        Outcome::default()
    }

    /// Goes back to the level above, or leaves the screen. What was not read to its end is read again.
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

    /// Opens the choice of a format, where there are figures to export.
    fn ask_format(&mut self, shared: &mut Shared) {
        self.exporting = self.figures().is_some_and(|figures| figures.by.source.sessions > 0);
        if !self.exporting {
            shared.notify("results-nothing-to-export");
        }
    }

    /// Selects the tab so many places to the right.
    fn turn(&mut self, by: isize) {
        if let View::Questions { tab, .. } = &mut self.level_mut().view {
            *tab = tab.beside(by);
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
            Command::Filter => self.form = Some(Form::new(&self.filter)),
            Command::Export => self.ask_format(shared),
            Command::Left => self.turn(-1),
            Command::Right => self.turn(1),
            command => {
                let len = self.len();
                if let Some(cursor) = self.cursor_mut() {
                    cursor.go(command, len);
                }
            }
        }
        Outcome::default()
    }

    /// Handles a click on a tab or on a row of the form.
    fn click(&mut self, _shared: &mut Shared, target: Target, _now: &Moment) -> Outcome {
        match (target, &mut self.form) {
            (Target::Tab(tab), _) => self.turn_to(tab),
            (Target::Row(row), Some(form)) => form.cursor.selected = row,
            _ => {}
        }
        Outcome::default()
    }

    fn paste(&mut self, _shared: &mut Shared, text: &str) -> Outcome {
        if let Some(field) = self.form.as_mut().and_then(Form::field_mut) {
            field.paste(text);
        }
        Outcome::default()
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
        self.form.as_ref().is_some_and(Form::is_typing)
    }
}
