//! What the results show: the levels of the way down, each with a filter, a view and figures of its own.

use super::filter::Form;
use super::tab::{self, Row};
use crate::analysis::{Condition, Dimension, Filter, Key};
use crate::app::effect::{Effect, Read};
use crate::app::list_cursor::ListCursor;
use crate::app::results_data::{Figures, FilterValues, Point, Progress, Question, ResultsUpdate, Tab, VisitRow};
use crate::store::StoreError;
use crate::visit::Visit;
use std::sync::Arc;

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
    /// Whether the format of an export is being chosen.
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
    pub(super) reading: u64,
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
        /// The cursor of each.
        cursors: [ListCursor; Tab::ALL.len()],
        /// The figures, as far as they are known.
        figures: Option<Box<Figures>>,
    },
    /// The visits of a site, with their answers to one point.
    Visits {
        /// Which point.
        point: Point,
        /// The cursor.
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
    /// Starts on a question, without figures.
    pub(super) fn questions(tab: Tab) -> Self {
        Self::Questions { tab, cursors: std::array::from_fn(|_| ListCursor::default()), figures: None }
    }

    /// Drops what was read, so that it is read anew.
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

    /// Returns the level in front, to change it.
    pub(super) fn level_mut(&mut self) -> &mut Level {
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

    /// Returns the cursor of the list in front.
    pub fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        if let Some(form) = &mut self.form {
            return Some(&mut form.cursor);
        }
        match &mut self.deeper.last_mut().unwrap_or(&mut self.base).view {
            View::Questions { tab, cursors, .. } => cursors.get_mut(tab.place()),
            View::Visits { cursor, .. } => Some(cursor),
        }
    }

    /// Returns the identity of the row in front, among those of its tab; `None` on the first.
    fn selected(&self) -> Option<(Key, String)> {
        let View::Questions { tab, cursors, .. } = &self.level().view else { return None };
        let at = cursors.get(tab.place()).map_or(0, |cursor| cursor.selected);
        self.rows().get(at).filter(|_| at > 0).map(|row| (row.key(), row.checklist().to_owned()))
    }

    /// Keeps the cursor on the row that the user chose, wherever that comes to stand among others.
    fn select(&mut self, selected: Option<(Key, String)>) {
        let rows = self.rows();
        let same = |row: &Row<'_>, (key, checklist): &(Key, String)| row.key() == *key && row.checklist() == checklist;
        let at = selected.and_then(|selected| rows.iter().position(|row| same(row, &selected)));
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

    /// Reads what the level in front shows, under a number of its own.
    pub fn read(&mut self, numbers: &mut u64) -> Effect {
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
        Read::ReadResults(*numbers, Box::new(question)).into()
    }
    /// Narrows everything by another filter, on every level; `None` where it is no other.
    pub(super) fn narrow(&mut self, filter: Filter, numbers: &mut u64) -> Option<Effect> {
        if self.filter == filter {
            return None;
        }
        self.filter = filter;
        for level in std::iter::once(&mut self.base).chain(&mut self.deeper) {
            level.view.forget();
            level.progress = Progress::default();
            level.reading = 0;
        }
        Some(self.read(numbers))
    }

    /// Adds what has come of a reading; what nobody waits for any more is dropped.
    ///
    /// # Errors
    /// The reason for which the reading failed.
    pub fn add_update(&mut self, number: u64, update: ResultsUpdate) -> Result<(), StoreError> {
        let selected = self.selected();
        let met = match &update {
            ResultsUpdate::Figures(figures, progress) if progress.over => Some(Arc::clone(&figures.met)),
            _ => None,
        };
        let mut levels = std::iter::once(&mut self.base).chain(&mut self.deeper);
        // Figures of a part may have been under way when those of the whole came.
        let Some(level) = levels.find(|level| level.reading == number).filter(|level| !level.progress.over) else {
            return Ok(());
        };
        match (update, &mut level.view) {
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
                return Err(error);
            }
            _ => {}
        }
        self.met = met.unwrap_or_else(|| Arc::clone(&self.met));
        self.select(selected);
        Ok(())
    }

    /// Returns the row, among a visit's answers, of the point that the level in front is about.
    #[must_use]
    pub fn row_of(&self, visit: &Visit) -> Option<usize> {
        let View::Visits { point, .. } = &self.level().view else { return None };
        let mut shown = visit.definition().items().filter(|(index, _)| visit.state().applies(*index));
        shown.position(|(_, item)| point.is(&item.id, item.behaviour.as_deref()))
    }
}
