//! Means of visits at several sites, with their intervals.

use super::{CONFIDENCE, FEW_SITES, FEW_VISITS};
use crate::stats::{
    Interval, SampleSummary, StudentTest, Undefined, float_u64, jackknife, mean_interval_of_summary, ratio_of_sums,
};

/// What a percentage can be.
pub const PERCENT: Interval = Interval { lower: 0.0, upper: 100.0 };
/// What a difference of percentages can be.
pub const DIFFERENCES: Interval = Interval { lower: -100.0, upper: 100.0 };

/// A mean, and its test or why it has none.
pub type Estimate = Result<(f64, Result<StudentTest, Undefined>), Undefined>;

/// A figure with its interval, or why it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figure {
    /// The figure.
    pub value: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// Why there is no figure, or no interval.
    pub undefined: Option<Undefined>,
}

impl Figure {
    /// Creates a figure whose interval does not leave `range`.
    pub fn within(estimate: Estimate, range: Interval) -> Self {
        Self::new(estimate, |value, test| test.interval_within(value, range))
    }

    /// Creates a figure that may have any value.
    pub fn unbounded(estimate: Estimate) -> Self {
        Self::new(estimate, |_, test| test.precision.interval)
    }

    fn new(estimate: Estimate, interval: impl Fn(f64, StudentTest) -> Interval) -> Self {
        match estimate {
            Err(reason) => Self { undefined: Some(reason), ..Self::default() },
            Ok((value, Err(reason))) => Self { value: Some(value), undefined: Some(reason), ..Self::default() },
            Ok((value, Ok(test))) => {
                let Interval { lower, upper } = interval(value, test);
                Self { value: Some(value), lower: Some(lower), upper: Some(upper), undefined: None }
            }
        }
    }
}

/// Returns whether sites are units of their own, so that figures speak of more than these sites.
pub const fn are_units(sites: usize) -> bool {
    sites as u64 >= FEW_SITES
}

/// Computes the mean of all visits. Its test is the jackknife's over sites from five sites on, and Student's over visits
/// with fewer sites, of which alone it speaks. Fewer than five visits have none.
///
/// # Errors
/// `NoObservations` without visits.
pub fn mean_of_visits(sites: &[SampleSummary]) -> Estimate {
    let units: Vec<(f64, f64)> = sites
        .iter()
        .filter(|site| site.n > 0)
        .map(|site| (site.mean * float_u64(site.n as u64), float_u64(site.n as u64)))
        .collect();
    let (mean, test) = if are_units(units.len()) {
        let found = jackknife(&mut ratio_of_sums(&units), CONFIDENCE)?;
        (found.estimate, found.test)
    } else {
        mean_interval_of_summary(&SampleSummary::join(sites), CONFIDENCE)?
    };
    let few = (sites.iter().map(|site| site.n).sum::<usize>() as u64) < FEW_VISITS;
    Ok((mean, if few { Err(Undefined::FewVisits) } else { test }))
}

/// Computes the mean of the sites' means, each site with its weight. With fewer than five sites there is no test.
pub fn mean_of_sites(sites: &[(SampleSummary, f64)]) -> Estimate {
    let units: Vec<(f64, f64)> = sites
        .iter()
        .filter(|(site, weight)| site.n > 0 && *weight > 0.0)
        .map(|(site, weight)| (site.mean * weight, *weight))
        .collect();
    let found = jackknife(&mut ratio_of_sums(&units), CONFIDENCE)?;
    Ok((found.estimate, if are_units(units.len()) { found.test } else { Err(Undefined::FewSites) }))
}
