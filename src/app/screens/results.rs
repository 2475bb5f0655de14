//! Results: the questions as tabs, and the way down from all visits to a site, a behaviour, one visit and its line.
//!
//! Each step down is a level with a filter of its own and figures of its own; Esc goes back to the level above, which
//! is as it was left. Reading is asked for as an effect, and figures come in while it goes on; nothing waits for it.

pub mod asked;
pub mod filter;
mod steps;
pub mod tab;

use super::home;
use super::visit_details::{From, VisitDetails};
use crate::analysis::{Condition, Dimension, Filter, Key};
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use asked::{Figures, FilterValues, Point, Progress, Question, ResultsUpdate, VisitRow};
use filter::Form;
use std::sync::Arc;
use tab::{Row, Tab};

/// The screen of results.
#[derive(Debug, Default)]
pub struct Results {
    /// What the user narrows everything by.
    pub filter: Filter,
    /// All visits.
    pub base: Level,
    /// The steps down from there, the last one in front.
    pub deeper: Vec<Level>,
    /// The form in which the filter is changed, where it is open.
    pub form: Option<Form>,
    /// Whether it is asked in which format to write what is shown.
    pub exporting: bool,
    /// The values that were met, to choose a filter from.
    pub met: Arc<FilterValues>,
}

/// One step of the way down.
#[derive(Debug, Default)]
pub struct Level {
    /// What was chosen on the level above.
    pub chosen: Vec<Condition>,
    /// What is shown.
    pub view: View,
    /// The number of the reading that its figures come from.
    reading: u64,
    /// How far that is.
    pub progress: Progress,
}

/// What a level shows.
#[derive(Debug)]
pub enum View {
    /// The questions.
    Questions {
        /// The one in front.
        tab: Tab,
        /// Where the cursor stands in each.
        cursors: [ListCursor; Tab::ALL.len()],
        /// The figures, as far as they are known.
        figures: Option<Box<Figures>>,
    },
    /// The visits of a site, with their answers to one point.
    Visits {
        /// Which point.
        point: Point,
        /// Where the cursor stands.
        cursor: ListCursor,
        /// The visits, the newest first; `None` until they are read.
        visits: Option<Vec<VisitRow>>,
    },
}

impl Default for View {
    fn default() -> Self {
        Self::questions(Tab::default())
    }
}

impl View {
    fn questions(tab: Tab) -> Self {
        Self::Questions { tab, cursors: std::array::from_fn(|_| ListCursor::default()), figures: None }
    }

    /// Lets go of what was read, so that it is read anew.
    fn forget(&mut self) {
        match self {
            Self::Questions { figures, .. } => *figures = None,
            Self::Visits { visits, .. } => *visits = None,
        }
    }
}

impl Results {
    /// Returns the level in front.
    #[must_use]
    pub fn level(&self) -> &Level {
        self.deeper.last().unwrap_or(&self.base)
    }

    fn level_mut(&mut self) -> &mut Level {
        self.deeper.last_mut().unwrap_or(&mut self.base)
    }

    /// Returns everything that narrows the level in front: what the user wants, and each step down to it.
    #[must_use]
    pub fn whole_filter(&self) -> Filter {
        let mut filter = self.filter.clone();
        filter.conditions.extend(self.deeper.iter().flat_map(|level| level.chosen.iter().cloned()));
        filter
    }

    /// Returns the value of a dimension, where everything on the level in front has the same.
    #[must_use]
    pub fn fixed(&self, dimension: Dimension) -> Option<String> {
        let filter = self.whole_filter();
        let found = filter.conditions.into_iter().rev().find(|condition| condition.dimension == Some(dimension));
        found.map(|condition| condition.value)
    }

    /// Returns the figures in front, where there are any.
    #[must_use]
    pub fn figures(&self) -> Option<&Figures> {
        match &self.level().view {
            View::Questions { figures, .. } => figures.as_deref(),
            View::Visits { .. } => None,
        }
    }

    /// Returns the rows of the tab in front.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'_>> {
        let one = |dimension| self.fixed(dimension).is_some();
        match &self.level().view {
            View::Questions { tab, figures: Some(figures), .. } => {
                tab::rows(figures, *tab, one(Dimension::Behaviour), one(Dimension::Site))
            }
            _ => Vec::new(),
        }
    }

    /// Returns how many rows can be chosen from.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.level().view {
            View::Visits { visits, .. } => visits.as_ref().map_or(0, Vec::len),
            View::Questions { .. } => self.rows().len(),
        }
    }

    /// Returns whether there is nothing to choose from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether letters are typed rather than obeyed.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.form.as_ref().is_some_and(Form::is_typing)
    }

    /// Returns where the cursor stands, to move it.
    pub fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        if let Some(form) = &mut self.form {
            return Some(&mut form.cursor);
        }
        match &mut self.deeper.last_mut().unwrap_or(&mut self.base).view {
            View::Questions { tab, cursors, .. } => cursors.get_mut(tab.place()),
            View::Visits { cursor, .. } => Some(cursor),
        }
    }

    /// Returns what tells the row in front from the others of its tab.
    fn chosen(&self) -> Option<(Key, String)> {
        let View::Questions { tab, cursors, .. } = &self.level().view else { return None };
        let at = cursors.get(tab.place()).map_or(0, |cursor| cursor.selected);
        self.rows().get(at).filter(|_| at > 0).map(|row| (row.key(), row.checklist().to_owned()))
    }

    /// Keeps the cursor on the row that the user chose, wherever that comes to stand among others.
    fn stay(&mut self, chosen: Option<(Key, String)>) {
        let rows = self.rows();
        let same = |row: &Row<'_>, (key, checklist): &(Key, String)| row.key() == *key && row.checklist() == checklist;
        let at = chosen.and_then(|chosen| rows.iter().position(|row| same(row, &chosen)));
        let len = rows.len();
        if let View::Questions { tab, cursors, .. } = &mut self.level_mut().view
            && let Some(cursor) = cursors.get_mut(tab.place())
        {
            cursor.selected = at.unwrap_or(cursor.selected).min(len.saturating_sub(1));
        }
    }

    /// Brings a tab in front.
    pub fn turn_to(&mut self, to: Tab) {
        if let View::Questions { tab, .. } = &mut self.level_mut().view {
            *tab = to;
        }
    }

    /// Asks for what the level in front shows, under a number of its own.
    fn read(&mut self, numbers: &mut u64) -> Vec<Effect> {
        *numbers += 1;
        let filter = self.whole_filter();
        let by = if self.fixed(Dimension::Site).is_some() { Dimension::Section } else { Dimension::Site };
        let level = self.level_mut();
        level.reading = *numbers;
        level.progress = Progress::default();
        let question = match &level.view {
            View::Questions { .. } => Question::Figures { filter, by },
            View::Visits { point, .. } => Question::Visits { filter, point: point.clone() },
        };
        vec![Effect::ReadResults(*numbers, Box::new(question))]
    }
}

/// Opens the screen; what it shows is read from now on.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let mut results = Results::default();
    let effects = results.read(&mut model.readings);
    model.screen = Screen::Results(results);
    effects
}

/// Takes in what has come of a reading, wherever the screen waits; what nobody waits for any more is let go.
pub fn take(model: &mut Model, number: u64, coming: ResultsUpdate) {
    let Some(results) = behind(&mut model.screen) else { return };
    let chosen = results.chosen();
    let met = match &coming {
        ResultsUpdate::Figures(figures, progress) if progress.over => Some(Arc::clone(&figures.met)),
        _ => None,
    };
    let mut levels = std::iter::once(&mut results.base).chain(&mut results.deeper);
    let Some(level) = levels.find(|level| level.reading == number) else { return };
    if level.progress.over {
        // Figures of a part may have been under way when those of the whole came.
        return;
    }
    match (coming, &mut level.view) {
        (ResultsUpdate::Progress(progress), _) => level.progress = progress,
        (ResultsUpdate::Figures(new, progress), View::Questions { figures, .. }) => {
            // How far the reading is may have been told since these were begun.
            level.progress = if progress.over { progress } else { level.progress };
            *figures = Some(new);
        }
        (ResultsUpdate::Visits(rows, progress), View::Visits { visits, cursor, .. }) => {
            level.progress = progress;
            cursor.selected = cursor.selected.min(rows.len().saturating_sub(1));
            *visits = Some(rows);
        }
        (ResultsUpdate::Failed(error), _) => {
            level.progress.over = true;
            model.notice = Some(Notice::With(error.message()));
            return;
        }
        _ => {}
    }
    results.met = met.unwrap_or_else(|| Arc::clone(&results.met));
    results.stay(chosen);
}

/// Finds the screen of results, in front or behind what hides it.
fn behind(screen: &mut Screen) -> Option<&mut Results> {
    match screen {
        Screen::Results(results) => Some(results),
        Screen::CoverNotes(page) => behind(&mut page.behind),
        Screen::Help(help) => behind(&mut help.back),
        Screen::VisitDetails(VisitDetails { from: From::Results(results), .. }) => Some(results),
        _ => None,
    }
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Results(results) = &mut model.screen else { return Vec::new() };
    if results.form.is_some() {
        return filter::press(model, press);
    }
    if results.exporting {
        return steps::export(model, press);
    }
    let own = model.keymap.command(Context::Results, press);
    let Some(command) = own.or_else(|| model.keymap.command(Context::List, press)) else { return Vec::new() };
    match command {
        Command::Back => back(model),
        Command::Open => steps::open_row(model),
        Command::Filter => {
            results.form = Some(Form::new(&results.filter));
            Vec::new()
        }
        Command::Clear => narrow(model, Filter::default()),
        Command::Export => {
            if results.figures().is_some_and(|figures| figures.by.source.sessions > 0) {
                results.exporting = true;
            } else {
                model.notice = Some(Notice::Said("results-nothing-to-export"));
            }
            Vec::new()
        }
        Command::Left | Command::Right => {
            if let View::Questions { tab, .. } = &mut results.level_mut().view {
                *tab = tab.beside(if command == Command::Left { -1 } else { 1 });
            }
            Vec::new()
        }
        command => {
            let len = results.len();
            if let Some(cursor) = results.cursor_mut() {
                cursor.go(command, len);
            }
            Vec::new()
        }
    }
}

/// Goes back to the level above, or to the first screen. What was not read to its end is read again.
fn back(model: &mut Model) -> Vec<Effect> {
    let Screen::Results(results) = &mut model.screen else { return Vec::new() };
    let Some(left) = results.deeper.pop() else {
        return [Effect::StopReading].into_iter().chain(home::open(model)).collect();
    };
    if !results.level().progress.over {
        return results.read(&mut model.readings);
    }
    if left.progress.over { Vec::new() } else { vec![Effect::StopReading] }
}

/// Narrows everything by another filter, on every level.
pub(super) fn narrow(model: &mut Model, filter: Filter) -> Vec<Effect> {
    let Screen::Results(results) = &mut model.screen else { return Vec::new() };
    if results.filter == filter {
        return Vec::new();
    }
    results.filter = filter;
    for level in std::iter::once(&mut results.base).chain(&mut results.deeper) {
        level.view.forget();
        level.progress = Progress::default();
        level.reading = 0;
    }
    results.read(&mut model.readings)
}
