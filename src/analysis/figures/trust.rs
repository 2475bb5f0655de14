//! What may be concluded: ranks of sites, the quality of observers’ visits, and what to do first.

use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use schemars::JsonSchema;
use serde::Serialize;

/// Whether sites can be ranked, and the ranks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Ranking {
    /// By which checklist.
    pub checklist: String,
    /// Visits that it rests on.
    pub visits: u64,
    /// The variance between sites, in squared points of percent; a negative estimate is 0.
    pub variance_sites: Option<f64>,
    /// The variance between visits of one site.
    pub variance_visits: Option<f64>,
    /// Whether the estimate between sites was negative.
    pub negative: bool,
    /// The reliability of one visit.
    pub g_one_visit: Option<f64>,
    /// The reliability at the number of visits that there are (effective number per site).
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
    /// The mean shrunk to the network's by the site's own reliability.
    pub shrunk: f64,
    /// The lower limit of `shrunk`.
    pub lower: f64,
    /// The upper limit of `shrunk`.
    pub upper: f64,
    /// The reliability of this site's mean.
    pub reliability: f64,
}

/// How far an observer's visits can be trusted.
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
    /// The share of them.
    pub late_share: Option<f64>,
    /// The median memory age of late answers, in seconds.
    pub memory_age_median_s: Option<f64>,
    /// The longest memory age, in seconds.
    pub memory_age_max_s: Option<f64>,
    /// Visits with ten judgements or more, all the same.
    pub straight_lined: u64,
    /// Visits too fast to be real: less than two seconds for each answer.
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

/// One sentence of advice, as a figure. Formats put it into words.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Advice {
    /// What it says.
    pub says: Says,
    /// Of what.
    pub key: Key,
    /// By which checklist.
    pub checklist: String,
    /// How many visits or answers.
    pub n: u64,
    /// The figure.
    pub value: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// Visits per site that it would take, where nothing can be concluded yet.
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
    /// Sites cannot be told apart yet: `value` the reliability now.
    NotYet,
    /// A behaviour, or a site's score, is better than before for certain: `value` the difference.
    Better,
    /// The same, worse.
    Worse,
    /// Nothing changed beyond noise: `value` the difference of all visits.
    Noise,
    /// The behaviour to work on first: `value` its share.
    First,
    /// Management is treated unlike customers: `value` the gap in points of percent.
    Mirror,
    /// Managers do not see it: `value` self-audit minus mystery visit.
    BlindSpot,
    /// Critical items failed: `value` the share of `n` visits.
    Critical,
    /// Too few visits to conclude anything: `n` of them.
    TooFew,
}
