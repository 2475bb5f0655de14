//! How often, how much: scores, behaviours, the mirror, blind spots, what goes with coming back.

use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use schemars::JsonSchema;
use serde::Serialize;

/// A score.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ScoreRow {
    /// What it is of.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// Visits with possible points.
    pub visits: u64,
    /// Sites that they belong to.
    pub sites: u64,
    /// The mean over visits of the visit's percent.
    pub percent_mean: Option<f64>,
    /// `100 * points / possible` over all visits together.
    pub percent_pooled: Option<f64>,
    /// The lower limit of `percent_mean`.
    pub lower: Option<f64>,
    /// The upper limit of `percent_mean`.
    pub upper: Option<f64>,
    /// Visits in which a critical item failed; of a part, one of its own items.
    pub failed_critical: u64,
    /// Fewer than five visits.
    pub few_visits: bool,
    /// Why there is no mean, or no interval.
    pub undefined: Option<Undefined>,
}

/// How often a behaviour is shown.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BehaviourRow {
    /// What it is of; the behaviour always among it.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// Answers `yes`, `partly`, `no` together.
    pub n: u64,
    /// Answers `yes`.
    pub yes: u64,
    /// Answers `partly`.
    pub partly: u64,
    /// Answers `no`.
    pub no: u64,
    /// Not applicable, not observed or unanswered.
    pub left_out: u64,
    /// `(yes + partly / 2) / n`.
    pub share: Option<f64>,
    /// Its lower limit (Wilson).
    pub lower: Option<f64>,
    /// Its upper limit (Wilson).
    pub upper: Option<f64>,
    /// Why there is no share.
    pub undefined: Option<Undefined>,
}

/// The three relations side by side, in percent.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct MirrorRow {
    /// The site (absent for all together), the attitude, and in rows on one behaviour the behaviour.
    pub key: Key,
    /// Towards customers.
    pub customer: Option<f64>,
    /// Between managers and employees.
    pub management: Option<f64>,
    /// Between departments.
    pub internal: Option<f64>,
    /// Visits, or answers in rows on one behaviour, behind each of the three.
    pub n_customer: u64,
    /// See `n_customer`.
    pub n_management: u64,
    /// See `n_customer`.
    pub n_internal: u64,
    /// Customer minus management.
    pub gap_management: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// Customer minus internal.
    pub gap_internal: Option<f64>,
    /// Its lower limit.
    pub lower_internal: Option<f64>,
    /// Its upper limit.
    pub upper_internal: Option<f64>,
    /// From 1, where the three part company most; `None` where no gap is certain.
    pub parts_company: Option<u64>,
    /// Why there is no gap.
    pub undefined: Option<Undefined>,
}

/// A behaviour as the site itself sees it, and as a mystery visit does.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BlindSpotRow {
    /// The behaviour, with the site in rows on one site.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// Answers of self-audits.
    pub n_self: u64,
    /// Answers of mystery visits.
    pub n_mystery: u64,
    /// The share in self-audits.
    pub self_share: Option<f64>,
    /// The share in mystery visits.
    pub mystery_share: Option<f64>,
    /// Self-audit minus mystery visit.
    pub difference: Option<f64>,
    /// Its lower limit (Newcombe).
    pub lower: Option<f64>,
    /// Its upper limit (Newcombe).
    pub upper: Option<f64>,
    /// Whether managers see it shown more than shoppers do, for certain.
    pub blind_spot: bool,
    /// Why there is no difference.
    pub undefined: Option<Undefined>,
}

/// The outcome with and without a behaviour: an association, not a cause.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct DriverRow {
    /// The behaviour.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// Visits with an outcome in which it was shown.
    pub n_with: u64,
    /// Visits with an outcome in which it was not.
    pub n_without: u64,
    /// Visits in which it was shown partly; they count on neither side.
    pub n_partly: u64,
    /// The mean outcome with it.
    pub with: Option<f64>,
    /// The mean outcome without it.
    pub without: Option<f64>,
    /// With minus without.
    pub difference: Option<f64>,
    /// Its lower limit (BCa over sites, over visits where there is one site).
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The two-sided p-value.
    pub p: Option<f64>,
    /// Adjusted for the number of behaviours (Benjamini-Hochberg).
    pub p_adjusted: Option<f64>,
    /// Whether it remains certain among all behaviours.
    pub certain: Option<bool>,
    /// Why there is none.
    pub undefined: Option<Undefined>,
}
