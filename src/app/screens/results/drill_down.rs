//! Drilling down from a row of the results to the level below or to a visit, and exporting what is shown.

use super::state::{DrillLevel, LevelView, Results};
use super::tab_rows::ResultsRow;
use crate::analysis::{Condition, Dimension};
use crate::app::prelude::*;
use crate::app::results_data::{Export, Format, ItemSelector, Tab};
use std::sync::Arc;

/// The formats of an export with their commands.
const FORMATS: [(Command, Format); 5] = [
    (Command::Html, Format::Html),
    (Command::Xlsx, Format::Xlsx),
    (Command::Csv, Format::Csv),
    (Command::Text, Format::Text),
    (Command::Json, Format::Json),
];

impl Results {
    /// Opens the selected row: its site, its behaviour, its visits, or the visit.
    pub(super) fn open_row(&mut self, shared: &mut Shared) -> Outcome {
        let rows = self.rows();
        let (tab, at) = match &self.level().view {
            LevelView::Visits { visits, cursor, .. } => {
                let visit = visits.as_ref().and_then(|visits| visits.get(cursor.selected));
                return visit.map(|visit| Read::LoadVisit(visit.id.clone()).into()).unwrap_or_default();
            }
            LevelView::Questions { tab, cursors, .. } => {
                (*tab, cursors.get(tab.index()).map_or(0, |cursor| cursor.within(rows.len())))
            }
        };
        let Some(row) = rows.get(at) else { return Outcome::default() };
        if let ResultsRow::Verbatim(_, note) = row {
            return Read::LoadVisit(note.visit.clone()).into();
        }
        let Some(level) = step(self, tab, row) else {
            shared.notify("results-no-deeper");
            return Outcome::default();
        };
        self.deeper.push(level);
        self.read(&mut shared.readings).into()
    }

    /// Handles the key of a format: exports the current figures.
    pub(super) fn export(&mut self, shared: &mut Shared, press: KeyPress) -> Outcome {
        let Some(command) = shared.keymap.command(Context::Exporting, press) else { return Outcome::default() };
        let Some(format) = FORMATS.into_iter().find(|(own, _)| *own == command).map(|(_, format)| format) else {
            self.exporting = command != Command::Back;
            return Outcome::default();
        };
        self.exporting = false;
        let Some(report) = self.report().map(Arc::clone) else { return Outcome::default() };
        let subject = self.fixed(Dimension::Site).or_else(|| self.fixed(Dimension::Behaviour)).unwrap_or_default();
        shared.notify("results-exporting");
        Read::Export(Box::new(Export { report, format, subject })).into()
    }
}

/// Returns the level below a row; `None` if there is nothing below.
fn step(results: &Results, tab: Tab, row: &ResultsRow<'_>) -> Option<DrillLevel> {
    let key = row.key();
    let failed = if let ResultsRow::Critical(_) = row { key.get(Dimension::Item) } else { None };
    if let Some(item) = failed {
        let view = LevelView::visits(ItemSelector::Failed(item.to_owned()));
        let kind = results.figures().and_then(|figures| figures.by.kind);
        let kind = kind.filter(|_| results.fixed(Dimension::Kind).is_none());
        let kind = kind.map(|kind| Condition::exact(Dimension::Kind, kind));
        let chosen = kind.into_iter().chain(checklist(results, row.checklist(), true)).collect();
        return Some(DrillLevel { chosen, view, ..DrillLevel::default() });
    }
    let item = if let ResultsRow::Waiting(row) = row { Some(row.item.clone()) } else { None };
    let new = |dimension: Dimension| {
        let value = key.get(dimension).filter(|_| results.fixed(dimension).is_none())?;
        Some(Condition::exact(dimension, value))
    };
    let (site, behaviour) = (new(Dimension::Site), new(Dimension::Behaviour));
    let named = key.get(Dimension::Behaviour).map(str::to_owned).or_else(|| results.fixed(Dimension::Behaviour));
    let view = match named.map(ItemSelector::Behaviour).or(item.map(ItemSelector::Item)) {
        Some(point) if site.is_some() || results.fixed(Dimension::Site).is_some() => LevelView::visits(point),
        _ => LevelView::questions(below(tab, site.is_some())),
    };
    let to_visits = matches!(view, LevelView::Visits { .. });
    let observer = new(Dimension::Observer);
    let chosen: Vec<Condition> = [site, behaviour, observer].into_iter().flatten().collect();
    let leads = !chosen.is_empty() || to_visits;
    let checklist = checklist(results, row.checklist(), to_visits);
    let chosen = chosen.into_iter().chain(checklist).collect();
    leads.then(|| DrillLevel { chosen, view, ..DrillLevel::default() })
}

/// Returns the checklist of a row as a condition. Lists of visits need it, and so do figures of a checklist that is not
/// the most frequent one.
fn checklist(results: &Results, name: &str, to_visits: bool) -> Option<Condition> {
    let used = &results.figures()?.by.checklists;
    let at = used.iter().position(|used| used.name == name)?;
    let needed = used.len() > 1 && (to_visits || at > 0) && results.fixed(Dimension::Checklist).is_none();
    let value = used.get(at).filter(|_| needed)?.id.clone();
    Some(Condition::exact(Dimension::Checklist, value))
}

/// Returns the tab on which the level below opens.
fn below(tab: Tab, to_site: bool) -> Tab {
    match tab {
        Tab::Overview | Tab::Scores | Tab::Ranking if to_site => Tab::Behaviours,
        Tab::Change | Tab::BlindSpots | Tab::Drivers | Tab::Overview | Tab::Priorities => Tab::Behaviours,
        Tab::Ranking
        | Tab::Trust
        | Tab::Outcomes
        | Tab::Distribution
        | Tab::Critical
        | Tab::Verbatims
        | Tab::Coverage
        | Tab::Standing
        | Tab::Trend
        | Tab::LastYear => Tab::Scores,
        tab => tab,
    }
}
