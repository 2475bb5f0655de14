//! The rows that each tab of the results has.

use crate::analysis::figures::{
    Advice, BehaviourChange, BehaviourRow, BlindSpotRow, DriverRow, MirrorRow, QualityRow, RankedSite, ScoreChange,
    ScoreRow, SignalRow, WaitingRow,
};
use crate::analysis::{Dimension, Key, Report};
use crate::app::results_data::{Figures, Tab};
use std::cmp::Ordering;

/// A row of a tab.
#[derive(Clone, Copy, Debug)]
pub enum Row<'f> {
    /// A sentence of where to act first.
    Advice(&'f Advice),
    /// A score.
    Score(&'f ScoreRow),
    /// A site in a ranking.
    Ranked(&'f RankedSite),
    /// How often a behaviour is shown.
    Behaviour(&'f BehaviourRow),
    /// A change of a score.
    ScoreChange(&'f ScoreChange),
    /// A change of a behaviour.
    BehaviourChange(&'f BehaviourChange),
    /// The months of a site.
    Signal(&'f SignalRow),
    /// A waiting time.
    Waiting(&'f WaitingRow),
    /// The three relations side by side.
    Mirror(&'f MirrorRow),
    /// A behaviour as managers and as shoppers see it.
    BlindSpot(&'f BlindSpotRow),
    /// What goes with coming back.
    Driver(&'f DriverRow),
    /// How far an observer can be trusted.
    Quality(&'f QualityRow),
}

impl Row<'_> {
    /// Returns what it is of.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Advice(row) => row.key.clone(),
            Self::Score(row) => row.key.clone(),
            Self::Ranked(row) => Key::all().and(Dimension::Site, &row.site),
            Self::Behaviour(row) => row.key.clone(),
            Self::ScoreChange(row) => row.key.clone(),
            Self::BehaviourChange(row) => row.key.clone(),
            Self::Signal(row) => row.key.clone(),
            Self::Waiting(row) => row.key.clone(),
            Self::Mirror(row) => row.key.clone(),
            Self::BlindSpot(row) => row.key.clone(),
            Self::Driver(row) => row.key.clone(),
            Self::Quality(row) => row.key.clone(),
        }
    }

    /// Returns the checklist that it is by; empty where it is by none in particular.
    #[must_use]
    pub fn checklist(&self) -> &str {
        match self {
            Self::Advice(row) => &row.checklist,
            Self::Score(row) => &row.checklist,
            Self::Behaviour(row) => &row.checklist,
            Self::ScoreChange(row) => &row.checklist,
            Self::BehaviourChange(row) => &row.checklist,
            Self::Signal(row) => &row.checklist,
            Self::Waiting(row) => &row.checklist,
            Self::BlindSpot(row) => &row.checklist,
            Self::Driver(row) => &row.checklist,
            Self::Ranked(_) | Self::Mirror(_) | Self::Quality(_) => "",
        }
    }
}

/// Orders figures from the highest; what is undefined comes last.
fn highest(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Returns the place of a checklist: the one with most visits comes first.
fn place(report: &Report, checklist: &str) -> usize {
    report.checklists.iter().position(|used| used.name == checklist).unwrap_or(usize::MAX)
}

/// Returns the rows of a tab. Where one behaviour is looked at, behaviours are told apart as scores are; where one site
/// is, its rows are those of everything, and are not said twice.
#[must_use]
pub fn rows(figures: &Figures, tab: Tab, one_behaviour: bool, one_site: bool) -> Vec<Row<'_>> {
    let mut rows = all_rows(figures, tab, one_behaviour);
    if one_site && rows.iter().any(|row| row.key().get(Dimension::Site).is_none()) {
        rows.retain(|row| row.key().get(Dimension::Site).is_none());
    }
    rows
}

fn all_rows(figures: &Figures, tab: Tab, apart: bool) -> Vec<Row<'_>> {
    let (all, by) = (&*figures.all, &*figures.by);
    match tab {
        Tab::Overview => by.advice.iter().map(Row::Advice).collect(),
        Tab::Scores => {
            let mut rows: Vec<&ScoreRow> = by.scores.iter().collect();
            rows.sort_by(|a, b| highest(a.percent_mean, b.percent_mean));
            rows.sort_by_key(|row| place(by, &row.checklist));
            by.network.iter().chain(rows).map(Row::Score).collect()
        }
        Tab::Ranking => by.rankings().flat_map(|ranking| &ranking.sites).map(Row::Ranked).collect(),
        Tab::Behaviours => {
            let report = if apart { by } else { all };
            let mut rows: Vec<&BehaviourRow> = report.behaviours.iter().collect();
            rows.sort_by(|a, b| highest(b.share, a.share));
            rows.sort_by_key(|row| (row.share.is_none(), place(report, &row.checklist)));
            rows.into_iter().map(Row::Behaviour).collect()
        }
        Tab::Change => {
            // All visits first, then what is certain.
            let mut scores: Vec<&ScoreChange> = by.change.scores.iter().collect();
            scores.sort_by_key(|row| (!row.key.is_all(), row.certain != Some(true)));
            let mut behaviours: Vec<&BehaviourChange> = by.change.behaviours.iter().collect();
            behaviours.sort_by_key(|row| row.certain != Some(true));
            let behaviours = behaviours.into_iter().map(Row::BehaviourChange);
            scores.into_iter().map(Row::ScoreChange).chain(behaviours).collect()
        }
        Tab::Signals => {
            let mut rows: Vec<&SignalRow> = by.signals.iter().collect();
            let quiet = |row: &SignalRow| row.shift.is_none() && !row.points.iter().any(|point| point.signal);
            rows.sort_by_key(|row| (!row.key.is_all(), quiet(row)));
            rows.into_iter().map(Row::Signal).collect()
        }
        Tab::Waiting => {
            let sites = by.waiting.iter().filter(|row| row.key.get(Dimension::Site).is_some());
            all.waiting.iter().chain(sites).map(Row::Waiting).collect()
        }
        Tab::Mirror => {
            // All sites together before each of them, attitudes before behaviours; where they part company most first.
            let mut rows: Vec<&MirrorRow> = by.mirror.iter().collect();
            rows.sort_by_key(|row| {
                let named = [Dimension::Site, Dimension::Behaviour].map(|of| row.key.get(of).is_some());
                (named, row.parts_company.is_none(), row.parts_company)
            });
            rows.into_iter().map(Row::Mirror).collect()
        }
        Tab::BlindSpots => by.blind_spots.iter().map(Row::BlindSpot).collect(),
        Tab::Drivers => {
            let mut rows: Vec<&DriverRow> = by.drivers.iter().collect();
            rows.sort_by(|a, b| highest(a.difference, b.difference));
            rows.sort_by_key(|row| (place(by, &row.checklist), row.certain != Some(true)));
            rows.into_iter().map(Row::Driver).collect()
        }
        Tab::Trust => by.quality.iter().map(Row::Quality).collect(),
    }
}
