//! How things go over time: from one period to the next, from month to month, and how long until something happens.

use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use schemars::JsonSchema;
use serde::Serialize;

/// What changed between two periods.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// The first day of the later period; `None` where the visits do not make two periods.
    pub since: Option<String>,
    /// The score, for all visits and for each site.
    pub scores: Vec<ScoreChange>,
    /// Each behaviour over all sites.
    pub behaviours: Vec<BehaviourChange>,
    /// Why there is nothing to compare.
    pub undefined: Option<Undefined>,
}

/// A change of score, later minus earlier, in points of percent.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ScoreChange {
    /// Of what: empty for all visits, a site otherwise.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// Visits before.
    pub visits_before: u64,
    /// Visits after.
    pub visits_after: u64,
    /// The mean percent before.
    pub before: Option<f64>,
    /// The mean percent after.
    pub after: Option<f64>,
    /// The difference.
    pub difference: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// Whether it remains certain among all sites compared (Benjamini-Hochberg, 5 %); of all visits, whether the
    /// interval leaves out 0.
    pub certain: Option<bool>,
    /// Why there is no difference, or no interval.
    pub undefined: Option<Undefined>,
}

/// A change of a share, later minus earlier, from -1 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BehaviourChange {
    /// Which behaviour.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// Answers before.
    pub n_before: u64,
    /// Answers after.
    pub n_after: u64,
    /// The share before.
    pub before: Option<f64>,
    /// The share after.
    pub after: Option<f64>,
    /// The difference.
    pub difference: Option<f64>,
    /// Its lower limit (Newcombe).
    pub lower: Option<f64>,
    /// Its upper limit (Newcombe).
    pub upper: Option<f64>,
    /// The two-sided p-value.
    pub p: Option<f64>,
    /// Adjusted for the number of behaviours (Benjamini-Hochberg).
    pub p_adjusted: Option<f64>,
    /// Whether it remains certain among all behaviours compared.
    pub certain: Option<bool>,
    /// Why there is no difference, or no p-value: where all answers of both periods are alike.
    pub undefined: Option<Undefined>,
}

/// The months of a site, or of all sites together, as an XmR chart.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct SignalRow {
    /// The site; empty for all together.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// Months from the first with visits to the last, in order.
    pub points: Vec<SignalPoint>,
    /// The mean of the months.
    pub centre: Option<f64>,
    /// The lower natural limit.
    pub lower: Option<f64>,
    /// The upper natural limit.
    pub upper: Option<f64>,
    /// The upper limit of the moving range.
    pub range_upper: Option<f64>,
    /// The month in which a change that lasts most likely began, where a signal says that there is one.
    pub shift: Option<String>,
    /// Why there are no limits.
    pub undefined: Option<Undefined>,
}

/// One month of a chart.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct SignalPoint {
    /// `2026-03`.
    pub month: String,
    /// Visits in it.
    pub visits: u64,
    /// Their mean percent.
    pub percent: Option<f64>,
    /// Whether it is outside the limits, or the moving range to it is, or it is part of a run of eight on one side.
    pub signal: bool,
}

/// How long until something happens.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WaitingRow {
    /// What it is of.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// The timer's item.
    pub item: String,
    /// Times measured, those that never came included.
    pub n: u64,
    /// Those that never came while they were watched.
    pub censored: u64,
    /// Not applicable, not observed or unanswered.
    pub left_out: u64,
    /// The median.
    pub median_s: Option<f64>,
    /// Its lower limit (Brookmeyer-Crowley).
    pub lower_s: Option<f64>,
    /// Its upper limit.
    pub upper_s: Option<f64>,
    /// The delay promised: the limit of the checklist's best band.
    pub promised_s: Option<f64>,
    /// The share that it happened to within the promised delay (Kaplan-Meier).
    pub within: Option<f64>,
    /// Its lower limit.
    pub within_lower: Option<f64>,
    /// Its upper limit.
    pub within_upper: Option<f64>,
    /// The share still waiting over time, thinned to at most 120 steps.
    pub curve: Vec<WaitingStep>,
    /// Why there is no median.
    pub undefined: Option<Undefined>,
}

/// A step of a waiting curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WaitingStep {
    /// The time.
    pub time_s: f64,
    /// The share still waiting from then on.
    pub waiting: f64,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
}

/// Whether sites differ in a waiting time (log-rank).
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WaitingTest {
    /// By which checklist.
    pub checklist: String,
    /// The timer's item.
    pub item: String,
    /// Sites compared.
    pub sites: u64,
    /// Times measured.
    pub n: u64,
    /// The statistic.
    pub chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub freedom: Option<u64>,
    /// The probability of so large a statistic, were all alike.
    pub p: Option<f64>,
    /// Why there is no test.
    pub undefined: Option<Undefined>,
}
