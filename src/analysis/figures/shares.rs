//! Scores, shares of behaviours, and comparisons of them.

use super::answers::Level;
use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use schemars::JsonSchema;
use serde::Serialize;

/// The score of a key.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScoreRow {
    /// The key.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Visits with possible points.
    pub visits: u64,
    /// Sites of those visits.
    pub sites: u64,
    /// The mean of the visits' percentages.
    pub percent_mean: Option<f64>,
    /// `100 * points / possible` over all visits together.
    pub percent_pooled: Option<f64>,
    /// The lower limit of `percent_mean`.
    pub lower: Option<f64>,
    /// The upper limit of `percent_mean`.
    pub upper: Option<f64>,
    /// The mean of the sites' means: each site counts as much as any other.
    pub percent_by_site: Option<f64>,
    /// The lower limit of `percent_by_site`.
    pub by_site_lower: Option<f64>,
    /// The upper limit of `percent_by_site`.
    pub by_site_upper: Option<f64>,
    /// The mean of the sites' means by the weights of `--weights`; null without them.
    pub percent_weighted: Option<f64>,
    /// The lower limit of `percent_weighted`.
    pub weighted_lower: Option<f64>,
    /// The upper limit of `percent_weighted`.
    pub weighted_upper: Option<f64>,
    /// The share of visits that reach the target; null without a target.
    pub pass_rate: Option<f64>,
    /// The lower limit of `pass_rate`.
    pub pass_lower: Option<f64>,
    /// The upper limit of `pass_rate`.
    pub pass_upper: Option<f64>,
    /// The quartiles of the visits' percentages; null below five visits.
    pub quartiles: Option<[f64; 3]>,
    /// The number of visits in each step of ten points: under 10 %, 10 % to under 20 %, …, 90 % and more.
    pub distribution: [u64; 10],
    /// Visits in which a critical item failed; for a part of the visit, a critical item of that part.
    pub failed_critical: u64,
    /// Whether there are fewer than five visits.
    pub few_visits: bool,
    /// Why there is no mean, or no interval.
    pub undefined: Option<Undefined>,
}

/// The outcome of visits: whether they would come back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct OutcomeRow {
    /// The key.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Visits with an outcome.
    pub n: u64,
    /// Sites of those visits.
    pub sites: u64,
    /// The mean outcome.
    pub mean: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The share of 9 and 10; null where the scale is not from 0 to 10.
    pub top: Option<f64>,
    /// Its lower limit.
    pub top_lower: Option<f64>,
    /// Its upper limit.
    pub top_upper: Option<f64>,
    /// The net promoter score, from -100 to 100: the percentage of 9 and 10 less that of 0 to 6; null where the scale is
    /// not from 0 to 10.
    pub nps: Option<f64>,
    /// Its lower limit.
    pub nps_lower: Option<f64>,
    /// Its upper limit.
    pub nps_upper: Option<f64>,
    /// Why there is no mean, or no interval.
    pub undefined: Option<Undefined>,
}

/// How often a behaviour is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BehaviourRow {
    /// The key, which includes the behaviour.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Answers `yes`, `partly` or `no`.
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
    /// Its lower limit (Wilson, over sites from five on).
    pub lower: Option<f64>,
    /// Its upper limit (Wilson, over sites from five on).
    pub upper: Option<f64>,
    /// Why there is no share.
    pub undefined: Option<Undefined>,
}

/// The three relations side by side, in percent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MirrorRow {
    /// The site (absent for all sites together), the attitude (absent for whole visits), and the behaviour in rows on one.
    pub key: Key,
    /// The mean towards customers.
    pub customer: Option<f64>,
    /// The mean between managers and employees.
    pub management: Option<f64>,
    /// The mean between departments.
    pub internal: Option<f64>,
    /// Visits, or answers in rows on a behaviour, towards customers.
    pub n_customer: u64,
    /// See `n_customer`.
    pub n_management: u64,
    /// See `n_customer`.
    pub n_internal: u64,
    /// Sites with visits towards customers and between managers and employees.
    pub sites: u64,
    /// Customer minus management: over all sites, the mean of their differences.
    pub gap_management: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The two-sided p-value of `gap_management`.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether `gap_management` is certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Sites with visits towards customers and between departments.
    pub sites_internal: u64,
    /// Customer minus internal.
    pub gap_internal: Option<f64>,
    /// Its lower limit.
    pub lower_internal: Option<f64>,
    /// Its upper limit.
    pub upper_internal: Option<f64>,
    /// See `p`.
    pub p_internal: Option<f64>,
    /// See `p_adjusted`.
    pub p_adjusted_internal: Option<f64>,
    /// See `certain`.
    pub certain_internal: Option<bool>,
    /// The rank by the size of the largest certain gap, from 1; null if no gap is certain.
    pub parts_company: Option<u64>,
    /// Why there is no gap.
    pub undefined: Option<Undefined>,
}

/// A behaviour in self-audits and in mystery visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct BlindSpotRow {
    /// The behaviour, and the site in rows on one site.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Sites with both kinds of visit, which are compared.
    pub sites: u64,
    /// Answers of self-audits.
    pub n_self: u64,
    /// Answers of mystery visits.
    pub n_mystery: u64,
    /// The share in self-audits.
    pub self_share: Option<f64>,
    /// The share in mystery visits.
    pub mystery_share: Option<f64>,
    /// The share in self-audits minus the share in mystery visits.
    pub difference: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The two-sided p-value.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether the difference is certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Whether the difference is above 0 for certain: managers overrate the behaviour.
    pub blind_spot: bool,
    /// Why there is no difference.
    pub undefined: Option<Undefined>,
}

/// The outcome with and without a behaviour, or at a level of another answer and not: an association, not a cause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct DriverRow {
    /// The behaviour, or the item where it has none.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// The item's id; null for a behaviour, which several items may observe.
    pub item: Option<String>,
    /// What the visits `with` have in common: the behaviour was shown, or the answer was at this level.
    pub level: Level,
    /// Visits with an outcome at this level: in which the behaviour was shown.
    pub n_with: u64,
    /// Visits with an outcome and another answer: in which the behaviour was not shown.
    pub n_without: u64,
    /// Visits with an outcome in which it was shown partly; they count on neither side.
    pub n_partly: u64,
    /// The mean outcome with it.
    pub with: Option<f64>,
    /// The mean outcome without it.
    pub without: Option<f64>,
    /// With minus without, within sites.
    pub difference: Option<f64>,
    /// Its lower limit (jackknife over sites).
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The two-sided p-value, by permutation within sites.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether the difference is certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Why there is no difference, interval or p-value.
    pub undefined: Option<Undefined>,
}
