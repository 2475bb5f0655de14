//! How each site stands beside the others, which sites were visited, and how scores move over years.

use super::over_time::ScoreChange;
use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use schemars::JsonSchema;
use serde::Serialize;

/// A site beside the other sites of the network and of its group, in percent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct StandingRow {
    /// The site.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// The group that most of its visits name; null if none does.
    pub group: Option<String>,
    /// Visits with a score.
    pub visits: u64,
    /// Their mean percent.
    pub percent_mean: Option<f64>,
    /// The other sites with a score.
    pub other_sites: u64,
    /// The visits of the other sites.
    pub other_visits: u64,
    /// The mean percent of the visits of the other sites.
    pub other_mean: Option<f64>,
    /// The site's mean minus that of the other sites, in points of percent.
    pub difference: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The other sites of its group.
    pub group_sites: u64,
    /// The visits of the other sites of its group.
    pub group_visits: u64,
    /// The mean percent of the visits of the other sites of its group.
    pub group_mean: Option<f64>,
    /// The site's mean minus that of the other sites of its group, in points of percent.
    pub group_difference: Option<f64>,
    /// Its lower limit.
    pub group_lower: Option<f64>,
    /// Its upper limit.
    pub group_upper: Option<f64>,
    /// The quarter in which its mean lies, from 1 (the best) to 4, among the sites with at least five visits; null if it
    /// has fewer, or if there are fewer than five such sites.
    pub quartile: Option<u64>,
    /// Why there is no difference from the other sites, or no interval.
    pub undefined: Option<Undefined>,
    /// Why there is no difference from the other sites of its group, or no interval.
    pub group_undefined: Option<Undefined>,
}

/// Which sites were visited: those that are known, and those of the visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Coverage {
    /// All of these sites.
    pub sites: u64,
    /// Sites on the list of known sites; 0 without a list, and then only sites with visits are here.
    pub known_sites: u64,
    /// Sites with a visit that counts.
    pub visited: u64,
    /// Sites without one.
    pub not_visited: u64,
    /// The same by kind of visit, for the kinds that the filter lets through.
    pub kinds: Vec<CoverageOfKind>,
    /// The sites: first those not visited, then those whose last visit is the longest ago.
    pub rows: Vec<CoverageRow>,
}

/// How many sites have visits of a kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct CoverageOfKind {
    /// The kind: `mystery_visit` or `self_audit`.
    pub kind: &'static str,
    /// Sites with such a visit.
    pub visited: u64,
    /// Sites without one.
    pub not_visited: u64,
}

/// The visits of a site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct CoverageRow {
    /// The site.
    pub key: Key,
    /// The group that most of its visits name, or else that of the list; null if neither has one.
    pub group: Option<String>,
    /// Whether it is on the list of known sites.
    pub known: bool,
    /// Visits that count, of any kind.
    pub visits: u64,
    /// Mystery visits among them; null where the filter leaves them out.
    pub mystery_visits: Option<u64>,
    /// Self-audits among them; null where the filter leaves them out.
    pub self_audits: Option<u64>,
    /// The date of the last of these visits.
    pub last_visit: Option<String>,
}

/// How scores move over time within sites.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct TrendRow {
    /// The site; empty for all visits.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// Sites with visits in at least three months, which count.
    pub sites: u64,
    /// Sites with visits in fewer months, which are left out.
    pub sites_apart: u64,
    /// Visits of the sites that count.
    pub visits: u64,
    /// The first month of these visits, `2026-03`.
    pub from: Option<String>,
    /// The last month.
    pub to: Option<String>,
    /// The slope, in points of percent a year.
    pub per_year: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The two-sided p-value.
    pub p: Option<f64>,
    /// The p-value adjusted for everything that the report claims (Holm).
    pub p_adjusted: Option<f64>,
    /// Whether the trend is certain, among everything that the report claims.
    pub certain: Option<bool>,
    /// Why there is no slope, or no interval.
    pub undefined: Option<Undefined>,
}

/// The later period of the change against the same months one year before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct LastYear {
    /// The whole months of the later period, at most twelve, of which the year before has visits.
    pub after: Option<Span>,
    /// The same months one year before.
    pub before: Option<Span>,
    /// The changes of the score, of all visits and of each site.
    pub scores: Vec<ScoreChange>,
    /// Why nothing can be compared.
    pub undefined: Option<Undefined>,
}

/// A span of days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}
