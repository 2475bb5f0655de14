//! The state of the results: the levels of the drill-down, each with its own filter, view and figures.

use super::filter_form::FilterFormState;
use super::tab_rows::{self, ResultsRow};
use crate::analysis::{Condition, Dimension, Filter, Key, Report};
use crate::app::prelude::*;
use crate::app::results_data::{
    Figures, FilterValues, ItemSelector, Progress, ResultsQuery, ResultsUpdate, Tab, VisitRow,
};
use crate::report::row_order::sorted_by_name;
use crate::store::StoreError;
use crate::text::Lang;
use crate::visit::Visit;
use std::sync::Arc;

/// The results screen.
#[derive(Debug, Default)]
pub struct Results {
    /// The language of the names by which rows are sorted.
    pub lang: Lang,
    /// The user's filter, which applies to all levels.
    pub filter: Filter,
    /// The first level: all visits.
    pub base: DrillLevel,
    /// The levels below, the current one last.
    pub deeper: Vec<DrillLevel>,
    /// The filter form, while it is open.
    pub form: Option<FilterFormState>,
    /// Whether an export format is being chosen.
    pub exporting: bool,
    /// The values to choose a filter from.
    pub values: Arc<FilterValues>,
}

/// A level of the drill-down.
#[derive(Debug, Default)]
pub struct DrillLevel {
    /// The conditions chosen on the level above.
    pub chosen: Vec<Condition>,
    /// The view of the level.
    pub view: LevelView,
    /// The number of the reading that its figures come from.
    pub(super) reading: u64,
    /// The progress of that reading.
    pub progress: Progress,
}

/// The view of a level.
#[derive(Debug)]
pub enum LevelView {
    /// The questions as tabs.
    Questions {
        /// The selected tab.
        tab: Tab,
        /// The cursor of each tab.
        cursors: Vec<ListCursor>,
        /// The figures read so far, with their rows in the order of their names.
        figures: Option<Box<Figures>>,
        /// The report split by a dimension as it was read, to export.
        by_id: Option<Arc<Report>>,
    },
    /// The visits of a site, with their answers to one point.
    Visits {
        /// Selects the answers.
        point: ItemSelector,
        /// The cursor.
        cursor: ListCursor,
        /// The visits, newest first; `None` until they are read.
        visits: Option<Vec<VisitRow>>,
    },
}

impl Default for LevelView {
    fn default() -> Self {
        Self::questions(Tab::default())
    }
}

impl LevelView {
    /// Creates a view of tabs without figures.
    pub(super) fn questions(tab: Tab) -> Self {
        Self::Questions {
            tab,
            cursors: Tab::ALL.iter().map(|_| ListCursor::default()).collect(),
            figures: None,
            by_id: None,
        }
    }

    /// Creates a view of visits that are not read yet.
    pub(super) fn visits(point: ItemSelector) -> Self {
        Self::Visits { point, cursor: ListCursor::default(), visits: None }
    }
}

impl Results {
    /// Returns the current level.
    pub fn level(&self) -> &DrillLevel {
        self.deeper.last().unwrap_or(&self.base)
    }

    /// Returns the current level mutably.
    pub(super) fn level_mut(&mut self) -> &mut DrillLevel {
        self.deeper.last_mut().unwrap_or(&mut self.base)
    }

    /// Returns the filter of the current level: the user's filter and the conditions of all levels.
    pub fn whole_filter(&self) -> Filter {
        let mut filter = self.filter.clone();
        filter.conditions.extend(self.deeper.iter().flat_map(|level| level.chosen.iter().cloned()));
        filter
    }

    /// Returns the value of a dimension if the filter of the current level fixes it.
    pub fn fixed(&self, dimension: Dimension) -> Option<String> {
        let filter = self.whole_filter();
        let found = filter.conditions.into_iter().rev().find(|condition| condition.dimension == Some(dimension));
        found.map(|condition| condition.value)
    }

    /// Returns the figures of the current level, if there are any.
    pub fn figures(&self) -> Option<&Figures> {
        match &self.level().view {
            LevelView::Questions { figures, .. } => figures.as_deref(),
            LevelView::Visits { .. } => None,
        }
    }

    /// Returns the report to export, if there is one.
    pub(super) fn report(&self) -> Option<&Arc<Report>> {
        match &self.level().view {
            LevelView::Questions { by_id, .. } => by_id.as_ref(),
            LevelView::Visits { .. } => None,
        }
    }

    /// Returns the rows of the selected tab.
    pub fn rows(&self) -> Vec<ResultsRow<'_>> {
        let one = |dimension| self.fixed(dimension).is_some();
        match &self.level().view {
            LevelView::Questions { tab, figures: Some(figures), .. } => {
                tab_rows::rows(figures, *tab, one(Dimension::Behaviour), one(Dimension::Site))
            }
            _ => Vec::new(),
        }
    }

    /// Returns the number of rows.
    pub fn row_count(&self) -> usize {
        match &self.level().view {
            LevelView::Visits { visits, .. } => visits.as_ref().map_or(0, Vec::len),
            LevelView::Questions { .. } => self.rows().len(),
        }
    }

    /// Returns the cursor of the current list.
    pub fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        if let Some(form) = &mut self.form {
            return Some(&mut form.cursor);
        }
        match &mut self.deeper.last_mut().unwrap_or(&mut self.base).view {
            LevelView::Questions { tab, cursors, .. } => cursors.get_mut(tab.index()),
            LevelView::Visits { cursor, .. } => Some(cursor),
        }
    }

    /// Returns the identity of the selected row; `None` on the first row, which is the default.
    fn selected(&self) -> Option<(Key, String)> {
        let LevelView::Questions { tab, cursors, .. } = &self.level().view else { return None };
        let at = cursors.get(tab.index()).map_or(0, |cursor| cursor.selected);
        self.rows().get(at).filter(|_| at > 0).map(|row| (row.key(), row.checklist().to_owned()))
    }

    /// Selects the row with this identity, wherever it is listed now.
    fn select(&mut self, selected: Option<(Key, String)>) {
        let rows = self.rows();
        let same =
            |row: &ResultsRow<'_>, (key, checklist): &(Key, String)| row.key() == *key && row.checklist() == checklist;
        let at = selected.and_then(|selected| rows.iter().position(|row| same(row, &selected)));
        let len = rows.len();
        if let LevelView::Questions { tab, cursors, .. } = &mut self.level_mut().view
            && let Some(cursor) = cursors.get_mut(tab.index())
        {
            cursor.selected = at.unwrap_or(cursor.selected);
            cursor.clamp(len);
        }
    }

    /// Selects the tab that follows from the selected one.
    pub(super) fn turn(&mut self, to: impl FnOnce(Tab) -> Tab) {
        if let LevelView::Questions { tab, .. } = &mut self.level_mut().view {
            *tab = to(*tab);
        }
    }

    /// Starts reading the data of the current level, with a new number.
    pub fn read(&mut self, numbers: &mut u64) -> Effect {
        *numbers += 1;
        let filter = self.whole_filter();
        let by = if self.fixed(Dimension::Site).is_some() { Dimension::Section } else { Dimension::Site };
        let level = self.level_mut();
        level.reading = *numbers;
        level.progress = Progress::default();
        let question = match &level.view {
            LevelView::Questions { .. } => ResultsQuery::Figures { filter, by },
            LevelView::Visits { point, .. } => ResultsQuery::Visits { filter, point: point.clone() },
        };
        Read::LoadResults(*numbers, Box::new(question)).into()
    }
    /// Applies a filter on all levels; returns `None` if it is unchanged.
    pub(super) fn narrow(&mut self, filter: Filter, numbers: &mut u64) -> Option<Effect> {
        if self.filter == filter {
            return None;
        }
        self.filter = filter;
        for level in std::iter::once(&mut self.base).chain(&mut self.deeper) {
            match &mut level.view {
                LevelView::Questions { figures, .. } => *figures = None,
                LevelView::Visits { visits, .. } => *visits = None,
            }
            level.progress = Progress::default();
            level.reading = 0;
        }
        Some(self.read(numbers))
    }

    /// Adds an update of a reading; an outdated one is dropped.
    ///
    /// # Errors
    /// Returns the error if the reading failed.
    pub fn add_update(&mut self, number: u64, update: ResultsUpdate) -> Result<(), StoreError> {
        let selected = self.selected();
        let values = match &update {
            ResultsUpdate::Figures(figures, progress) if progress.over => Some(Arc::clone(&figures.values)),
            _ => None,
        };
        let mut levels = std::iter::once(&mut self.base).chain(&mut self.deeper);
        // Partial figures may still arrive after the complete ones.
        let Some(level) = levels.find(|level| level.reading == number).filter(|level| !level.progress.over) else {
            return Ok(());
        };
        match (update, &mut level.view) {
            (ResultsUpdate::Progress(progress), _) => level.progress = progress,
            (ResultsUpdate::Figures(mut new, progress), LevelView::Questions { figures, by_id, .. }) => {
                // Partial figures are older than the last progress report.
                level.progress = if progress.over { progress } else { level.progress };
                *by_id = Some(Arc::clone(&new.by));
                for report in [&mut new.all, &mut new.by] {
                    *report = Arc::new(sorted_by_name(report, self.lang));
                }
                *figures = Some(new);
            }
            (ResultsUpdate::Visits(rows, progress), LevelView::Visits { visits, cursor, .. }) => {
                level.progress = progress;
                cursor.clamp(rows.len());
                *visits = Some(rows);
            }
            (ResultsUpdate::Failed(error), _) => {
                level.progress.over = true;
                return Err(error);
            }
            _ => {}
        }
        self.values = values.unwrap_or_else(|| Arc::clone(&self.values));
        self.select(selected);
        Ok(())
    }

    /// Returns the position of the selected point among a visit's answers.
    pub fn row_of(&self, visit: &Visit) -> Option<usize> {
        let LevelView::Visits { point, .. } = &self.level().view else { return None };
        let mut shown = visit.definition().items().filter(|(index, _)| visit.state().applies(*index));
        shown.position(|(_, item)| point.selects(&item.id, item.behaviour.as_deref()))
    }
}
