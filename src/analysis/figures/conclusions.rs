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
    /// Visits per site needed for a reliability of 0.8.
    pub visits_needed: Option<u64>,
    /// Why sites cannot be ranked.
    pub undefined: Option<Undefined>,
    /// The sites with five visits or more, best first; sites whose intervals overlap share a band.
    pub sites: Vec<RankedSite>,
}

/// A site in a ranking.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
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
    /// Why there is no leniency.
    pub undefined: Option<Undefined>,
}

/// A sentence of advice, as a figure; the formats put it into words.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Advice {
    /// What the sentence says.
    pub says: Says,
    /// The site, attitude or behaviour that it is about; empty for all visits.
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
}

/// What a sentence of advice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// The score of all visits: `value` in percent.
    Overall,
    /// The best site: `value` its shrunk percent.
    Best,
    /// The site furthest behind: `value` its shrunk percent.
    Worst,
    /// Sites cannot be told apart yet: `value` the current reliability.
    NotYet,
    /// A behaviour, or a site's score, has certainly improved: `value` the difference.
    Better,
    /// A behaviour, or a site's score, has certainly become worse: `value` the difference.
    Worse,
    /// Nothing changed beyond noise: `value` the difference of all visits.
    Noise,
    /// The behaviour to work on first: `value` its share.
    First,
    /// Management is treated unlike customers: `value` the gap in points of percent.
    Mirror,
    /// Managers overrate a behaviour: `value` self-audit minus mystery visit.
    BlindSpot,
    /// Critical items failed: `value` the share of `n` visits.
    Critical,
    /// Too few visits to conclude anything: `n` of them.
    TooFew,
}
