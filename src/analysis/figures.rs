//! The figures of a report: `esprit.report/1`.
//!
//! These shapes are the JSON report, so that what an analyst reads is what every other format is made from.
//! Shares lie from 0 to 1, percents from 0 to 100, times are seconds. A figure that is undefined is null, and
//! `undefined` beside it says why, in the codes of [`crate::stats::Undefined`]. Rows are sorted by key.

use super::dimension::{Dimension, Key};
use crate::visit::checklist::LocalText;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The format that this version writes.
pub const FORMAT: &str = "esprit.report/1";

/// Everything a report says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Always `esprit.report/1`.
    pub format: &'static str,
    /// What the figures were made from.
    pub source: Source,
    /// What was asked for by `--where`, `--from` and `--to`.
    pub filters: Filters,
    /// By what the figures are told apart.
    pub by: Vec<Dimension>,
    /// The seed of everything random.
    pub seed: u64,
    /// The level of every interval.
    pub confidence: f64,
    /// The checklists, most visits first. Those whose items agree have one name.
    pub checklists: Vec<ChecklistUsed>,
    /// Where to act first: three to five sentences, as figures.
    pub advice: Vec<Advice>,
    /// The score of all visits together, one row for each checklist.
    pub network: Vec<ScoreRow>,
    /// How good is this site, section, attitude…?
    pub scores: Vec<ScoreRow>,
    /// How often is each behaviour shown, in all visits together?
    pub network_behaviours: Vec<BehaviourRow>,
    /// How often is this behaviour shown?
    pub behaviours: Vec<BehaviourRow>,
    /// Better than before?
    pub change: Change,
    /// Is this month a signal or noise?
    pub signals: Vec<SignalRow>,
    /// May sites be ranked, and how? Of the checklist with most visits.
    pub ranking: Ranking,
    /// The same for every other checklist.
    pub other_rankings: Vec<Ranking>,
    /// How long until it happens?
    pub waiting: Vec<WaitingRow>,
    /// Do sites differ in it?
    pub waiting_tests: Vec<WaitingTest>,
    /// Do we treat each other as we treat customers?
    pub mirror: Vec<MirrorRow>,
    /// Do managers see what shoppers see?
    pub blind_spots: Vec<BlindSpotRow>,
    /// What goes with wanting to come back?
    pub drivers: Vec<DriverRow>,
    /// Can these figures be trusted? One row for each observer.
    pub quality: Vec<QualityRow>,
    /// What a reader must know of the whole.
    pub notes: Vec<Note>,
    /// How people call what the keys name.
    pub labels: Labels,
}

/// What the figures were made from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Source {
    /// Visits that the figures rest on.
    pub sessions: u64,
    /// Further copies of a visit; each visit counts once.
    pub duplicates: u64,
    /// Visits that were given up, left out.
    pub abandoned: u64,
    /// Training visits, left out.
    pub training: u64,
    /// Visits that the filters left out.
    pub filtered: u64,
    /// Visits whose file carries no seal; they count.
    pub unsealed: u64,
    /// Files and lines that could not be used.
    pub damaged: Vec<DamagedFile>,
    /// The date of the first visit.
    pub from: Option<String>,
    /// The date of the last.
    pub to: Option<String>,
    /// Whether every seal was checked.
    pub verified: bool,
}

/// A file, or a line of one, that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct DamagedFile {
    /// Where it lies; `:` and the line follow in a file of several sessions.
    pub path: String,
    /// Why, as a code.
    pub reason: String,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Filters {
    /// Conditions, each `key=value`.
    #[serde(rename = "where")]
    pub conditions: Vec<String>,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// A checklist in use.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ChecklistUsed {
    /// The name that rows carry: the id, with versions where one id has items that disagree.
    pub name: String,
    /// The checklist's id.
    pub id: String,
    /// The versions that count as one, in order.
    pub versions: Vec<String>,
    /// Between whom the service passes.
    pub relation: &'static str,
    /// Visits that the figures rest on.
    pub visits: u64,
}

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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
}

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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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
    pub undefined: Option<&'static str>,
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

/// What a reader must know of the whole.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Note {
    /// Which note: `checklists_apart`, `checklists_together`, `versions_together`, `site_in_two_groups`, `one_site`.
    pub code: &'static str,
    /// What it is about.
    pub subject: Vec<String>,
}

/// How people call what the keys name, by language; from the checklists and the visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Labels {
    /// Sites.
    pub sites: BTreeMap<String, String>,
    /// Behaviours; of an item without one, the item's.
    pub behaviours: BTreeMap<String, LocalText>,
    /// Behaviours in each checklist, by the name that rows carry.
    pub behaviours_of: BTreeMap<String, BTreeMap<String, LocalText>>,
    /// Items.
    pub items: BTreeMap<String, LocalText>,
    /// Sections.
    pub sections: BTreeMap<String, LocalText>,
    /// Checklists, by the name that rows carry.
    pub checklists: BTreeMap<String, LocalText>,
}
