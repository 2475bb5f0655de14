//! Ranks sites, if the variance between them allows it, and computes the number of visits that a reliable ranking
//! needs.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::estimate::PERCENT;
use super::figures::{Extreme, RankedSite, Ranking};
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Undefined, VarianceStudy, float, mean_interval, nested_study, student_p, variance_ratio_interval};
use std::num::NonZeroU64;

/// The least reliability of a usable ranking.
pub(super) const RELIABLE: f64 = 0.8;

/// A site and the percentages of its visits.
struct Site<'c> {
    id: &'c str,
    percents: Vec<f64>,
}

/// Estimates the variance of scores between sites and between visits of a site, and ranks the sites.
///
/// All sites with a score enter the variances; those with at least five visits are ranked. The current reliability is
/// that of the effective number of visits per site (`n0` of Searle 1971, which equals the number if all sites have as
/// many). Without variance between sites the reliability is 0 and no site is ranked.
pub fn rank_sites(checklists: &ComparableChecklists<'_>, family: &ChecklistFamily<'_>) -> Ranking {
    let sites: Vec<Site<'_>> = (family.sites().iter())
        .map(|(site, stratum)| Site { id: checklists.site(*site), percents: stratum.scores.percents() })
        .filter(|site| !site.percents.is_empty())
        .collect();
    let ranking = Ranking {
        checklist: family.name.clone(),
        visits: sites.iter().map(|site| site.percents.len() as u64).sum(),
        ..Ranking::default()
    };
    let percents: Vec<&[f64]> = sites.iter().map(|site| site.percents.as_slice()).collect();
    match nested_study(&percents) {
        Ok(study) => from_study(&study, &sites, ranking),
        Err(reason) => Ranking { undefined: Some(reason), ..ranking },
    }
}

/// Returns the empty ranking of a report without visits.
pub fn without_visits() -> Ranking {
    Ranking { undefined: Some(Undefined::NoObservations), ..Ranking::default() }
}

fn from_study(study: &VarianceStudy, sites: &[Site<'_>], ranking: Ranking) -> Ranking {
    let percents: Vec<&[f64]> = sites.iter().map(|site| site.percents.as_slice()).collect();
    let ratio = variance_ratio_interval(&percents, CONFIDENCE).ok();
    let reliability = |ratio: f64| study.n0.map(|n0| ratio / (ratio + 1.0 / n0));
    let g_now = study.n0.and_then(|n0| study.reliability(n0));
    let (ranked, unranked) = match rank_by_shrunk_mean(study, sites) {
        Ok(ranked) => (ranked, None),
        Err(reason) => (Vec::new(), Some(reason)),
    };
    let is_reliable = g_now.is_some_and(|g| g >= RELIABLE);
    let nearest = |own: Option<&Ranked>| {
        let own = own.filter(|_| is_reliable)?;
        let others = ranked.iter().filter(|other| other.row.site != own.row.site);
        others.map(|other| own.p_of_difference(other, ranked.len())).max_by(f64::total_cmp)
    };
    Ranking {
        variance_sites: Some(study.components.object),
        variance_visits: Some(study.components.residual),
        negative: study.raw.object < 0.0,
        g_one_visit: study.decision_study(NonZeroU64::MIN).generalizability,
        g_now,
        g_now_lower: ratio.and_then(|ratio| reliability(ratio.lower)),
        g_now_upper: ratio.and_then(|ratio| reliability(ratio.upper)),
        visits_needed: study.observations_needed(RELIABLE).ok(),
        visits_needed_lower: ratio.and_then(|ratio| visits_needed(ratio.upper)),
        visits_needed_upper: ratio.and_then(|ratio| visits_needed(ratio.lower)),
        best: Extreme { p: nearest(ranked.first()), ..Extreme::default() },
        weakest: Extreme { p: nearest(ranked.last()), ..Extreme::default() },
        undefined: unranked,
        sites: ranked.into_iter().map(|ranked| ranked.row).collect(),
        ..ranking
    }
}

/// Returns the visits per site that make scores reliable, given the ratio of the variance between sites to that within.
fn visits_needed(ratio: f64) -> Option<u64> {
    let visits = (RELIABLE / (1.0 - RELIABLE) / ratio).ceil().max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative; saturates")]
    visits.is_finite().then_some(visits as u64)
}

/// A site in the ranking, with the standard error of its true score.
struct Ranked {
    row: RankedSite,
    error: f64,
}

impl Ranked {
    /// Returns the p-value of the difference between two of `sites` ranked sites.
    fn p_of_difference(&self, other: &Self, sites: usize) -> f64 {
        let error = (self.error * self.error + other.error * other.error).sqrt();
        student_p((self.row.shrunk - other.row.shrunk) / error, float(sites) - 1.0).unwrap_or(1.0)
    }
}

/// Ranks the sites with enough visits, best first, and numbers their bands.
fn rank_by_shrunk_mean(study: &VarianceStudy, sites: &[Site<'_>]) -> Result<Vec<Ranked>, Undefined> {
    study.object_variance?;
    let reliability = |site: &Site<'_>| study.reliability(float(site.percents.len())).unwrap_or_default();
    let mean = |site: &Site<'_>| mean_interval(&site.percents, CONFIDENCE).ok().map(|got| got.mean);
    let precision: f64 = sites.iter().map(reliability).sum();
    let weighted: f64 = sites.iter().filter_map(|site| Some(reliability(site) * mean(site)?)).sum();
    let ranked_site = |site: &Site<'_>| {
        let n = NonZeroU64::new(site.percents.len() as u64).ok_or(Undefined::NoObservations)?;
        let own = mean(site).ok_or(Undefined::OutOfRange)?;
        let all = (weighted / precision, precision);
        let (shrunk, test) = study.shrink_among((own, n), all, sites.len(), CONFIDENCE)?;
        let interval = test.interval_within(shrunk.estimate, PERCENT);
        let row = RankedSite {
            site: site.id.to_owned(),
            band: 1,
            visits: n.get(),
            percent_mean: own,
            shrunk: shrunk.estimate,
            lower: interval.lower,
            upper: interval.upper,
            reliability: shrunk.reliability,
        };
        Ok(Ranked { row, error: test.precision.standard_error })
    };
    let enough = sites.iter().filter(|site| site.percents.len() as u64 >= FEW_VISITS);
    let mut ranked: Vec<Ranked> = enough.map(ranked_site).collect::<Result<_, Undefined>>()?;
    if ranked.is_empty() {
        return Err(Undefined::FewVisits);
    }
    ranked.sort_by(|one, other| {
        other.row.shrunk.total_cmp(&one.row.shrunk).then_with(|| one.row.site.cmp(&other.row.site))
    });
    number_bands(&mut ranked);
    Ok(ranked)
}

/// Numbers the bands from 1. A new band begins with the first site that differs from one of the current band, so that no
/// two sites of a band differ.
fn number_bands(ranked: &mut [Ranked]) {
    let count = ranked.len();
    let (mut band, mut first) = (1, 0);
    for index in 0..count {
        let (before, rest) = ranked.split_at_mut(index);
        let Some(site) = rest.first_mut() else { return };
        let differs = |other: &Ranked| other.p_of_difference(site, count) <= 1.0 - CONFIDENCE.level();
        if before.iter().skip(first).any(differs) {
            (band, first) = (band + 1, index);
        }
        site.row.band = band;
    }
}
