//! The rows of each tab of the results.

use crate::analysis::figures::{
    Advice, AnswerShare, BehaviourChange, BehaviourRow, BlindSpotRow, CoverageRow, CriticalRow, DistributionRow,
    DriverRow, MirrorRow, OutcomeRow, PriorityRow, QualityRow, RankedSite, ScoreChange, ScoreRow, SignalRow,
    SiteObservers, StandingRow, TrendRow, Verbatim, VerbatimRow, WaitingRow,
};
use crate::analysis::{Dimension, Key, Report};
use crate::app::results_data::{Figures, Tab};
use std::cmp::Ordering;

/// A row of a tab.
#[derive(Clone, Copy, Debug)]
pub enum ResultsRow<'f> {
    Advice(&'f Advice),
    Score(&'f ScoreRow),
    Ranked(&'f RankedSite),
    Behaviour(&'f BehaviourRow),
    ScoreChange(&'f ScoreChange),
    BehaviourChange(&'f BehaviourChange),
    Signal(&'f SignalRow),
    Waiting(&'f WaitingRow),
    Mirror(&'f MirrorRow),
    BlindSpot(&'f BlindSpotRow),
    Driver(&'f DriverRow),
    Quality(&'f QualityRow),
    Priority(&'f PriorityRow),
    Critical(&'f CriticalRow),
    Verbatim(&'f VerbatimRow, &'f Verbatim),
    Outcome(&'f OutcomeRow),
    /// How scores are distributed.
    Distribution(&'f ScoreRow),
    Standing(&'f StandingRow),
    Trend(&'f TrendRow),
    Coverage(&'f CoverageRow),
    /// How often an answer was given.
    Answer(&'f DistributionRow, &'f AnswerShare),
    /// The values of an item that is answered with a number.
    Numbers(&'f DistributionRow),
    /// Who observed a site.
    SiteObservers(&'f SiteObservers),
}

impl ResultsRow<'_> {
    /// Returns the key of the row.
    pub fn key(&self) -> Key {
        match self {
            Self::Advice(row) => row.key.clone(),
            Self::Score(row) | Self::Distribution(row) => row.key.clone(),
            Self::Ranked(row) => Key::all().and(Dimension::Site, &row.site),
            Self::Behaviour(row) => row.key.clone(),
            Self::ScoreChange(row) => row.key.clone(),
            Self::BehaviourChange(row) => row.key.clone(),
            Self::Signal(row) => row.key.clone(),
            Self::Waiting(row) => row.key.clone(),
            Self::Mirror(row) => row.key.clone(),
            Self::BlindSpot(row) => row.key.clone(),
            Self::Driver(row) => row.key.clone(),
            Self::Priority(row) => row.key.clone(),
            Self::Critical(row) => row.key.clone(),
            Self::Verbatim(row, _) => row.key.clone(),
            Self::Outcome(row) => row.key.clone(),
            Self::Quality(row) => row.key.clone(),
            Self::Standing(row) => row.key.clone(),
            Self::Trend(row) => row.key.clone(),
            Self::Coverage(row) => row.key.clone(),
            Self::Answer(row, _) | Self::Numbers(row) => row.key.clone(),
            Self::SiteObservers(row) => row.key.clone(),
        }
    }

    /// Returns the name of its checklist; empty if it belongs to none.
    pub fn checklist(&self) -> &str {
        match self {
            Self::Advice(row) => &row.checklist,
            Self::Score(row) | Self::Distribution(row) => &row.checklist,
            Self::Behaviour(row) => &row.checklist,
            Self::ScoreChange(row) => &row.checklist,
            Self::BehaviourChange(row) => &row.checklist,
            Self::Signal(row) => &row.checklist,
            Self::Waiting(row) => &row.checklist,
            Self::BlindSpot(row) => &row.checklist,
            Self::Driver(row) => &row.checklist,
            Self::Priority(row) => &row.checklist,
            Self::Critical(row) => &row.checklist,
            Self::Verbatim(row, _) => &row.checklist,
            Self::Outcome(row) => &row.checklist,
            Self::Standing(row) => &row.checklist,
            Self::Trend(row) => &row.checklist,
            Self::Answer(row, _) | Self::Numbers(row) => &row.checklist,
            Self::Ranked(_) | Self::Mirror(_) | Self::Quality(_) | Self::Coverage(_) | Self::SiteObservers(_) => "",
        }
    }
}

/// Compares figures in descending order; undefined ones come last.
fn highest(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Returns the rank of a checklist by its number of visits.
fn place(report: &Report, checklist: &str) -> usize {
    report.checklists.iter().position(|used| used.name == checklist).unwrap_or(usize::MAX)
}

/// Returns the rows of a tab. With a single behaviour selected, behaviours are split as scores are. With a single site
/// selected, rows of that site are left out where they repeat those of all visits.
pub fn rows(figures: &Figures, tab: Tab, one_behaviour: bool, one_site: bool) -> Vec<ResultsRow<'_>> {
    let mut rows = all_rows(figures, tab, one_behaviour);
    if one_site && rows.iter().any(|row| row.key().get(Dimension::Site).is_none()) {
        rows.retain(|row| row.key().get(Dimension::Site).is_none());
    }
    rows
}

fn all_rows(figures: &Figures, tab: Tab, apart: bool) -> Vec<ResultsRow<'_>> {
    let (all, by) = (&*figures.all, &*figures.by);
    match tab {
        Tab::Overview => by.advice.iter().map(ResultsRow::Advice).collect(),
        Tab::Scores => {
            let mut rows: Vec<&ScoreRow> = by.scores.iter().collect();
            rows.sort_by(|a, b| highest(a.percent_mean, b.percent_mean));
            rows.sort_by_key(|row| place(by, &row.checklist));
            by.network.iter().chain(rows).map(ResultsRow::Score).collect()
        }
        Tab::Ranking => by.rankings().flat_map(|ranking| &ranking.sites).map(ResultsRow::Ranked).collect(),
        Tab::Behaviours => {
            let report = if apart { by } else { all };
            let mut rows: Vec<&BehaviourRow> = report.behaviours.iter().collect();
            rows.sort_by(|a, b| highest(b.share, a.share));
            rows.sort_by_key(|row| (row.share.is_none(), place(report, &row.checklist)));
            rows.into_iter().map(ResultsRow::Behaviour).collect()
        }
        Tab::Change => {
            // All visits come first, then certain changes.
            let mut scores: Vec<&ScoreChange> = by.change.scores.iter().collect();
            scores.sort_by_key(|row| (!row.key.is_all(), row.certain != Some(true)));
            let mut behaviours: Vec<&BehaviourChange> = by.change.behaviours.iter().collect();
            behaviours.sort_by_key(|row| row.certain != Some(true));
            let behaviours = behaviours.into_iter().map(ResultsRow::BehaviourChange);
            scores.into_iter().map(ResultsRow::ScoreChange).chain(behaviours).collect()
        }
        Tab::Signals => {
            let mut rows: Vec<&SignalRow> = by.signals.iter().collect();
            let quiet = |row: &SignalRow| row.shift.is_none() && !row.points.iter().any(|point| point.signal);
            rows.sort_by_key(|row| (!row.key.is_all(), quiet(row)));
            rows.into_iter().map(ResultsRow::Signal).collect()
        }
        Tab::Waiting => {
            let sites = by.waiting.iter().filter(|row| row.key.get(Dimension::Site).is_some());
            all.waiting.iter().chain(sites).map(ResultsRow::Waiting).collect()
        }
        Tab::Mirror => {
            // All sites together come first, attitudes before behaviours, and the largest gaps first.
            let mut rows: Vec<&MirrorRow> = by.mirror.iter().collect();
            rows.sort_by_key(|row| {
                let named = [Dimension::Site, Dimension::Behaviour].map(|of| row.key.get(of).is_some());
                (named, row.parts_company.is_none(), row.parts_company)
            });
            rows.into_iter().map(ResultsRow::Mirror).collect()
        }
        Tab::BlindSpots => by.blind_spots.iter().map(ResultsRow::BlindSpot).collect(),
        Tab::Drivers => {
            let mut rows: Vec<&DriverRow> = by.drivers.iter().collect();
            rows.sort_by(|a, b| highest(a.difference, b.difference));
            rows.sort_by_key(|row| (place(by, &row.checklist), row.certain != Some(true)));
            rows.into_iter().map(ResultsRow::Driver).collect()
        }
        Tab::Priorities => by.priorities.iter().map(ResultsRow::Priority).collect(),
        Tab::Critical => by.critical.iter().map(ResultsRow::Critical).collect(),
        Tab::Verbatims => {
            let notes = by.verbatims.iter().flat_map(|row| row.newest.iter().map(move |note| (row, note)));
            notes.map(|(row, note)| ResultsRow::Verbatim(row, note)).collect()
        }
        Tab::Outcomes => by.network_outcomes.iter().chain(&by.outcomes).map(ResultsRow::Outcome).collect(),
        Tab::Distribution => by.network.iter().chain(&by.scores).map(ResultsRow::Distribution).collect(),
        Tab::Standing => {
            let mut rows: Vec<&StandingRow> = by.standing.iter().collect();
            rows.sort_by(|a, b| highest(a.difference, b.difference));
            rows.sort_by_key(|row| place(by, &row.checklist));
            rows.into_iter().map(ResultsRow::Standing).collect()
        }
        Tab::Trend => by.trend.iter().map(ResultsRow::Trend).collect(),
        Tab::LastYear => by.last_year.scores.iter().map(ResultsRow::ScoreChange).collect(),
        Tab::Coverage => by.coverage.rows.iter().map(ResultsRow::Coverage).collect(),
        Tab::Answers => {
            let rows = &all.network_distributions;
            let answers =
                rows.iter().flat_map(|row| row.answers.iter().map(move |answer| ResultsRow::Answer(row, answer)));
            answers.chain(rows.iter().filter(|row| row.unit.is_some()).map(ResultsRow::Numbers)).collect()
        }
        Tab::Trust => {
            let quality = by.quality.iter().map(ResultsRow::Quality);
            quality.chain(by.site_observers.iter().map(ResultsRow::SiteObservers)).collect()
        }
    }
}
