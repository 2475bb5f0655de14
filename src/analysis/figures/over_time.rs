//! Figures over time: changes between periods, months, and times to an event.

use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use schemars::JsonSchema;
use serde::Serialize;

/// The changes between two periods.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// The first day of the later period; `None` if the visits do not span two periods.
    pub since: Option<String>,
    /// The changes of the score, of all visits and of each site.
    pub scores: Vec<ScoreChange>,
    /// The changes of each behaviour over all sites.
    pub behaviours: Vec<BehaviourChange>,
    /// Why nothing can be compared.
    pub undefined: Option<Undefined>,
}

/// A change of score, later minus earlier, in points of percent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScoreChange {
    /// The site; empty for all visits.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Sites visited in both periods, which are compared.
    pub sites: u64,
    /// Sites visited in one period only, which are left out.
    pub sites_apart: u64,
    /// Visits before, at the sites compared.
    pub visits_before: u64,
    /// Visits after, at the sites compared.
    pub visits_after: u64,
    /// The mean percent before; of several sites, the mean of theirs.
    pub before: Option<f64>,
    /// The mean percent after.
    pub after: Option<f64>,
    /// The difference.
    pub difference: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The two-sided p-value.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether the change is certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Why there is no difference, or no interval.
    pub undefined: Option<Undefined>,
}

/// A change of a share, later minus earlier, from -1 to 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BehaviourChange {
    /// The behaviour.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Sites visited in both periods, which are compared.
    pub sites: u64,
    /// Sites visited in one period only, which are left out.
    pub sites_apart: u64,
    /// Answers before, at the sites compared.
    pub n_before: u64,
    /// Answers after.
    pub n_after: u64,
    /// The share before.
    pub before: Option<f64>,
    /// The share after.
    pub after: Option<f64>,
    /// The difference.
    pub difference: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The two-sided p-value.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether the change is certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Why there is no difference, or no p-value because all answers of both periods are equal.
    pub undefined: Option<Undefined>,
}

/// The XmR chart of a site's months, or of all sites together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SignalRow {
    /// The site; empty for all together.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// The months from the first with visits to the last, in order.
    pub points: Vec<SignalPoint>,
    /// The mean of the months.
    pub centre: Option<f64>,
    /// The lower natural limit.
    pub lower: Option<f64>,
    /// The upper natural limit.
    pub upper: Option<f64>,
    /// The upper limit of the moving range.
    pub range_upper: Option<f64>,
    /// How many of its months would be signals by chance.
    pub false_signals: Option<f64>,
    /// The month in which a lasting change most likely began, if the chart has a signal.
    pub shift: Option<String>,
    /// Why there are no limits.
    pub undefined: Option<Undefined>,
}

/// One month of a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SignalPoint {
    /// The month, `2026-03`.
    pub month: String,
    /// Visits in the month.
    pub visits: u64,
    /// Their mean percent.
    pub percent: Option<f64>,
    /// Whether it has the three visits that it takes to be judged.
    pub judged: bool,
    /// Whether it is a signal: beyond a limit, after too large a moving range, or part of a run of eight on one side.
    pub signal: bool,
}

/// The time until an event (Kaplan-Meier).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct WaitingRow {
    /// The key.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// The timer's item.
    pub item: String,
    /// Times measured, including the censored ones.
    pub n: u64,
    /// Times at whose end the event had not happened.
    pub censored: u64,
    /// Not applicable, not observed or unanswered.
    pub left_out: u64,
    /// The median time.
    pub median_s: Option<f64>,
    /// Its lower limit (Brookmeyer-Crowley).
    pub lower_s: Option<f64>,
    /// Its upper limit.
    pub upper_s: Option<f64>,
    /// The promised delay: the limit of the checklist's best band.
    pub promised_s: Option<f64>,
    /// The share of events within the promised delay (Kaplan-Meier).
    pub within: Option<f64>,
    /// Its lower limit.
    pub within_lower: Option<f64>,
    /// Its upper limit.
    pub within_upper: Option<f64>,
    /// The survival curve, thinned to at most 120 steps.
    pub curve: Vec<WaitingStep>,
    /// Why there is no median.
    pub undefined: Option<Undefined>,
}

/// A step of a survival curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WaitingStep {
    /// The time, in seconds.
    pub time_s: f64,
    /// The share still waiting from this time on.
    pub waiting: f64,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
}

/// Whether sites differ in a waiting time (log-rank).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct WaitingTest {
    /// The checklist's name in rows.
    pub checklist: String,
    /// The timer's item.
    pub item: String,
    /// Sites compared: those with at least five events.
    pub sites: u64,
    /// Times measured.
    pub n: u64,
    /// The statistic; null with many sites and times, which the p-value does not depend on.
    pub chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub freedom: Option<u64>,
    /// The p-value, by permutation.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether sites differ for certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Why there is no test.
    pub undefined: Option<Undefined>,
}
