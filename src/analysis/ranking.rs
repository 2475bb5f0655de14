//! Ranks sites, if the variance between them allows it, and computes the number of visits that a reliable ranking
//! needs.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::figures::{RankedSite, Ranking};
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Undefined, VarianceStudy, mean_interval, nested_study};
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
    let sites: Vec<Site<'_>> = (family.scores_by(|key| Some(key.site)).into_iter())
        .map(|(site, percents)| Site { id: checklists.site(site), percents: percents.percents() })
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
    Ranking {
        variance_sites: Some(study.components.object),
        variance_visits: Some(study.components.residual),
        negative: study.raw.object < 0.0,
        g_one_visit: study.decision_study(NonZeroU64::MIN).generalizability,
        g_now: study.n0.and_then(|n0| study.reliability(n0)),
        visits_needed: study.observations_needed(RELIABLE).ok(),
        undefined: study.object_variance.err(),
        sites: rank_by_shrunk_mean(study, sites),
        ..ranking
    }
}

/// Ranks the sites with enough visits, best first, and numbers their bands.
fn rank_by_shrunk_mean(study: &VarianceStudy, sites: &[Site<'_>]) -> Vec<RankedSite> {
    let all: Vec<f64> = sites.iter().flat_map(|site| site.percents.iter().copied()).collect();
    let Ok(network) = mean_interval(&all, CONFIDENCE) else { return Vec::new() };
    let ranked_site = |site: &Site<'_>| {
        let own = mean_interval(&site.percents, CONFIDENCE).ok()?;
        let shrunk = study.shrink(own.mean, NonZeroU64::new(own.n as u64)?, network.mean, CONFIDENCE).ok()?;
        Some(RankedSite {
            site: site.id.to_owned(),
            band: 1,
            visits: own.n as u64,
            percent_mean: own.mean,
            shrunk: shrunk.estimate,
            lower: shrunk.interval.lower,
            upper: shrunk.interval.upper,
            reliability: shrunk.reliability,
        })
    };
    let mut ranked: Vec<RankedSite> =
        sites.iter().filter(|site| site.percents.len() as u64 >= FEW_VISITS).filter_map(ranked_site).collect();
    ranked.sort_by(|one, other| other.shrunk.total_cmp(&one.shrunk).then_with(|| one.site.cmp(&other.site)));
    number_bands(&mut ranked);
    ranked
}

/// Numbers the bands from 1. A new band begins with the first site whose interval lies entirely below that of the first
/// site of the current band, so that any site of a band may be as good as its first.
fn number_bands(ranked: &mut [RankedSite]) {
    let (mut band, mut bar) = (0, f64::INFINITY);
    for site in ranked {
        if site.upper < bar || band == 0 {
            (band, bar) = (band + 1, site.lower);
        }
        site.band = band;
    }
}
