//! May sites be ranked, and how? How many visits does it take?

use super::family::{Counted, Family};
use super::figures::{RankedSite, Ranking};
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Undefined, VarianceStudy, mean_interval, nested_study};
use std::num::NonZeroU64;

/// The reliability from which on a ranking can be relied on.
pub(super) const RELIABLE: f64 = 0.8;

/// A site and its visits' percents.
struct Site<'c> {
    id: &'c str,
    percents: Vec<f64>,
}

/// Gives the variance of scores between sites and between visits of a site, and the ranks that it allows.
///
/// All sites with a score count for the variances, those with five visits or more are ranked. The reliability now is
/// that of the effective number of visits per site (`n0` of Searle 1971), which is the number itself where all sites
/// have as many. Without variance between sites the reliability is 0 and nobody is ranked.
pub fn figures(counted: &Counted<'_>, family: &Family<'_>) -> Ranking {
    let sites: Vec<Site<'_>> = (family.percents(|key| Some(key.site)).into_iter())
        .map(|(site, percents)| Site { id: counted.site(site), percents: percents.percents() })
        .filter(|site| !site.percents.is_empty())
        .collect();
    let ranking = Ranking {
        checklist: family.name.clone(),
        visits: sites.iter().map(|site| site.percents.len() as u64).sum(),
        ..Ranking::default()
    };
    let percents: Vec<&[f64]> = sites.iter().map(|site| site.percents.as_slice()).collect();
    match nested_study(&percents) {
        Ok(study) => of_study(&study, &sites, ranking),
        Err(reason) => Ranking { undefined: Some(reason), ..ranking },
    }
}

/// Gives the ranking where there is no visit.
pub fn of_nothing() -> Ranking {
    Ranking { undefined: Some(Undefined::NoObservations), ..Ranking::default() }
}

fn of_study(study: &VarianceStudy, sites: &[Site<'_>], ranking: Ranking) -> Ranking {
    Ranking {
        variance_sites: Some(study.components.object),
        variance_visits: Some(study.components.residual),
        negative: study.raw.object < 0.0,
        g_one_visit: study.decision_study(NonZeroU64::MIN).generalizability,
        g_now: study.n0.and_then(|n0| study.reliability(n0)),
        visits_needed: study.observations_needed(RELIABLE).ok(),
        undefined: study.object_variance.err(),
        sites: ranked(study, sites),
        ..ranking
    }
}

/// Gives the sites that can be ranked, best first, each in its band.
fn ranked(study: &VarianceStudy, sites: &[Site<'_>]) -> Vec<RankedSite> {
    let all: Vec<f64> = sites.iter().flat_map(|site| site.percents.iter().copied()).collect();
    let Ok(network) = mean_interval(&all, CONFIDENCE) else { return Vec::new() };
    let of_site = |site: &Site<'_>| {
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
        sites.iter().filter(|site| site.percents.len() as u64 >= FEW_VISITS).filter_map(of_site).collect();
    ranked.sort_by(|one, other| other.shrunk.total_cmp(&one.shrunk).then_with(|| one.site.cmp(&other.site)));
    band(&mut ranked);
    ranked
}

/// Numbers the bands. A band begins with a site whose interval lies wholly below that of the first site of the band
/// before: all sites of a band may be as good as its first.
fn band(ranked: &mut [RankedSite]) {
    let (mut band, mut bar) = (0, f64::INFINITY);
    for site in ranked {
        if site.upper < bar || band == 0 {
            (band, bar) = (band + 1, site.lower);
        }
        site.band = band;
    }
}
