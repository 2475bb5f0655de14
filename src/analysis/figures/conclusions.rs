//! Conclusions: the ranking of sites, the quality of observers' visits, and advice.

use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use schemars::JsonSchema;
use serde::Serialize;

/// The ranking of sites, and whether they can be ranked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Ranking {
    /// The checklist's name in rows.
    pub checklist: String,
    /// Visits that it is made from.
    pub visits: u64,
    /// The variance between sites, in squared points of percent; a negative estimate is 0.
    pub variance_sites: Option<f64>,
    /// The variance between visits of one site.
    pub variance_visits: Option<f64>,
    /// Whether the estimate of the variance between sites was negative.
    pub negative: bool,
    /// The reliability of one visit.
    pub g_one_visit: Option<f64>,
    /// The reliability at the current number of visits (effective number per site).
    pub g_now: Option<f64>,
    /// The lower limit of `g_now`.
    pub g_now_lower: Option<f64>,
    /// The upper limit of `g_now`.
    pub g_now_upper: Option<f64>,
    /// Visits per site needed for a reliability of 0.8.
    pub visits_needed: Option<u64>,
    /// The lower limit of `visits_needed`.
    pub visits_needed_lower: Option<u64>,
    /// The upper limit of `visits_needed`; null where no number may be enough.
    pub visits_needed_upper: Option<u64>,
    /// The first of the ranking, if it can be told apart from all others.
    pub best: Extreme,
    /// The last of the ranking, if it can be told apart from all others.
    pub weakest: Extreme,
    /// Why sites cannot be ranked.
    pub undefined: Option<Undefined>,
    /// The sites with five visits or more, best first; sites share a band if the interval of no difference between two of them excludes 0.
    pub sites: Vec<RankedSite>,
}

/// Whether a site stands out from all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Extreme {
    /// The p-value of its difference from the site that is nearest to it; null where the reliability is below 0.8.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether it stands out for certain, among everything that the report claims.
    pub certain: Option<bool>,
}

/// A site in a ranking.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct RankedSite {
    /// The site's id.
    pub site: String,
    /// Its band, from 1.
    pub band: u64,
    /// Visits.
    pub visits: u64,
    /// Its mean percent.
    pub percent_mean: f64,
    /// The mean, shrunk towards the mean of all sites by the site's own reliability.
    pub shrunk: f64,
    /// The lower limit of `shrunk`.
    pub lower: f64,
    /// The upper limit of `shrunk`.
    pub upper: f64,
    /// The reliability of this site's mean.
    pub reliability: f64,
}

/// The quality of an observer's visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct QualityRow {
    /// The observer.
    pub key: Key,
    /// Visits.
    pub visits: u64,
    /// Answers.
    pub answers: u64,
    /// Answers recorded later than observed.
    pub late: u64,
    /// The share of answers recorded later than observed.
    pub late_share: Option<f64>,
    /// The median memory age of late answers, in seconds.
    pub memory_age_median_s: Option<f64>,
    /// The longest memory age, in seconds.
    pub memory_age_max_s: Option<f64>,
    /// Visits with ten judgements or more, all the same.
    pub straight_lined: u64,
    /// Visits with less than two seconds of active time per answer.
    pub too_fast: u64,
    /// Visits in which the wall clock was shifted.
    pub clock_shifted: u64,
    /// Visits without a seal.
    pub unsealed: u64,
    /// The mean of this observer's scores minus the mean of the others' at the same sites, in points of percent.
    pub leniency: Option<f64>,
    /// Its lower limit.
    pub leniency_lower: Option<f64>,
    /// Its upper limit.
    pub leniency_upper: Option<f64>,
    /// The two-sided p-value.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether the leniency is certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Why there is no leniency.
    pub undefined: Option<Undefined>,
}

/// Who observed a site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SiteObservers {
    /// The site.
    pub key: Key,
    /// Scored visits.
    pub visits: u64,
    /// Observers.
    pub observers: u64,
    /// The observer with the most visits.
    pub main_observer: String,
    /// Visits by that observer.
    pub main_visits: u64,
    /// Whether the site cannot be told apart from that observer, who made more than two thirds of its visits.
    pub inseparable: bool,
}

/// Visits in which a critical item failed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct CriticalRow {
    /// The item.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Visits in which it failed.
    pub failed: u64,
    /// Visits in which it was judged; all, where its answers are no judgements.
    pub visits: u64,
    /// The sites of those that failed, with their number, most first.
    pub sites: Vec<SiteCount>,
    /// The newest visits that failed it, newest first; at most 100.
    pub newest: Vec<FailedVisit>,
}

/// A number of visits at a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteCount {
    /// The site's id.
    pub site: String,
    /// The number of visits.
    pub visits: u64,
}

/// A visit that failed a critical item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FailedVisit {
    /// The visit's id.
    pub visit: String,
    /// The site's id.
    pub site: String,
    /// Its date.
    pub date: String,
}

/// What a behaviour takes from the score.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct PriorityRow {
    /// The behaviour.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Answers.
    pub n: u64,
    /// How often it is shown.
    pub share: Option<f64>,
    /// What the score would gain if it were always shown, in points of percent.
    pub gain: Option<f64>,
    /// The p-value of its difference from the next; in the first row of a checklist only.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether it would bring most for certain, among everything that the report claims.
    pub certain: Option<bool>,
}

/// A sentence of advice, as a figure; the formats put it into words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Advice {
    /// What the sentence says.
    pub says: Says,
    /// The site, attitude, behaviour, item or observer that it is about; empty for all visits.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// The number of visits or answers.
    pub n: u64,
    /// The figure.
    pub value: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// Visits per site that a conclusion would need, if none is possible yet.
    pub visits_needed: Option<u64>,
    /// The sites that it names, beside the one of the key.
    pub sites: Vec<String>,
    /// How many more sites there are than it names.
    pub more_sites: u64,
    /// Sites visited in one period only, which the figure leaves out.
    pub sites_apart: u64,
    /// What must be known beside it.
    pub warning: Option<Warning>,
}

/// What must be known beside a sentence about a site.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// One observer made all of its visits, or most, and site and observer cannot be told apart.
    OneObserver {
        /// The observer.
        observer: String,
    },
    /// The observer who made most of its visits is more lenient or more severe than the others for certain.
    ExtremeObserver {
        /// The observer.
        observer: String,
    },
}

/// What a sentence of advice says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// The score of all visits: `value` in percent.
    #[default]
    Overall,
    /// The best site: `value` its shrunk percent.
    Best,
    /// The weakest site: `value` its shrunk percent.
    Worst,
    /// The sites among the best, of which none stands out.
    AmongBest,
    /// Sites cannot be told apart yet: `value` the current reliability.
    NotYet,
    /// Sites cannot be told apart from their observers: `n` such sites.
    SitesByObserver,
    /// A behaviour, or a score, has improved for certain: `value` the difference.
    Better,
    /// A behaviour, or a score, has become worse for certain: `value` the difference.
    Worse,
    /// The score is better than in the same months one year before for certain: `value` the difference.
    BetterThanLastYear,
    /// The score is worse than in the same months one year before for certain: `value` the difference.
    WorseThanLastYear,
    /// No clear change: `value` the difference of all visits.
    Noise,
    /// The behaviour to work on first: `value` what the score would gain.
    First,
    /// Management or departments are treated unlike customers: `value` the gap in points of percent.
    Mirror,
    /// As [`Says::Mirror`], between departments.
    MirrorInternal,
    /// Managers overrate a behaviour: `value` self-audit minus mystery visit.
    BlindSpot,
    /// An observer is more lenient than the others: `value` the leniency.
    Lenient,
    /// An observer is more severe than the others: `value` the leniency.
    Severe,
    /// A critical item failed: `value` the share of `n` visits.
    Critical,
    /// Sites differ in a waiting time: `value` the longest median, `lower` the shortest.
    Waits,
    /// Too few visits to conclude anything: `n` of them.
    TooFew,
}
