//! Observations of two sides, compared at one site or within sites.
//!
//! Percentages everywhere: a share counts as a percentage too, so that scores and behaviours are compared alike.

use super::checklist_counts::Judgements;
use super::estimate::DIFFERENCES;
use super::score_distribution::ScoreDistribution;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{
    Interval, PlaceSamples, SampleSummary, Undefined, float_u64, newcombe, paired_difference, score_test, welch,
};

/// Observations that can be compared: scores of visits, or judgements of a behaviour.
pub trait Observed: Clone + Default + Sync {
    /// Adds the observations of another.
    fn add(&mut self, other: &Self);
    /// Returns the number of observations.
    fn n(&self) -> u64;
    /// Summarizes the observations, in percent.
    fn summary(&self) -> SampleSummary;
    /// Returns the difference from other observations at one site, with its interval and probability.
    fn difference(&self, other: &Self) -> Result<(f64, Result<Tested, Undefined>), Undefined>;
}

/// An interval, and the probability of a difference so large by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    pub interval: Interval,
    pub p: f64,
}

/// A comparison of two sides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Compared {
    /// The number of sites with both sides.
    pub sites: u64,
    /// The number of sites with one side only.
    pub sites_apart: u64,
    /// Observations of the first side, at the sites compared.
    pub n_one: u64,
    /// Observations of the second side, at the sites compared.
    pub n_other: u64,
    /// The first side, in percent: the mean over sites.
    pub one: Option<f64>,
    /// The second side.
    pub other: Option<f64>,
    /// The first less the second, in points of percent.
    pub difference: Option<f64>,
    /// The lower limit of the difference.
    pub lower: Option<f64>,
    /// The upper limit of the difference.
    pub upper: Option<f64>,
    /// The two-sided p-value of the difference.
    pub p: Option<f64>,
    /// Why there is no difference, or no interval.
    pub undefined: Option<Undefined>,
}

impl Compared {
    fn set_difference(&mut self, difference: f64, tested: Result<Tested, Undefined>) {
        self.difference = Some(difference);
        self.lower = tested.ok().map(|tested| tested.interval.lower);
        self.upper = tested.ok().map(|tested| tested.interval.upper);
        self.p = tested.ok().map(|tested| tested.p);
        self.undefined = tested.err();
    }

    /// Returns a percentage as a share.
    pub fn share(percent: Option<f64>) -> Option<f64> {
        percent.map(|percent| percent / 100.0)
    }
}

/// Compares two sides at one site. There is no interval with fewer than five observations of a side.
pub fn compare_at_site<T: Observed>(one: &T, other: &T) -> Compared {
    let percent = |side: &T| (side.n() > 0).then(|| side.summary().mean);
    let mut compared = Compared {
        n_one: one.n(),
        n_other: other.n(),
        one: percent(one),
        other: percent(other),
        undefined: Some(Undefined::NoPairs),
        ..Compared::default()
    };
    if one.n() == 0 || other.n() == 0 {
        return compared;
    }
    compared.sites = 1;
    match one.difference(other) {
        Ok((difference, _)) if one.n().min(other.n()) < FEW_VISITS => {
            compared.set_difference(difference, Err(Undefined::FewVisits));
        }
        Ok((difference, tested)) => compared.set_difference(difference, tested),
        Err(reason) => compared.undefined = Some(reason),
    }
    compared
}

/// Compares two sides within the sites that have both, as the mean of the sites' differences. With fewer sites than
/// `fewest`, there is neither a difference nor an interval.
pub fn compare_within_sites<'t, T: Observed + 't>(
    sites: impl IntoIterator<Item = (&'t T, &'t T)>,
    fewest: u64,
) -> Compared {
    let sites: Vec<(&T, &T)> = sites.into_iter().filter(|(one, other)| one.n() + other.n() > 0).collect();
    let (both, apart): (Vec<_>, Vec<_>) = sites.iter().copied().partition(|(one, other)| one.n().min(other.n()) > 0);
    if let [(one, other)] = both.as_slice()
        && fewest <= 1
    {
        return Compared { sites_apart: apart.len() as u64, ..compare_at_site(*one, *other) };
    }
    let mut compared = Compared {
        sites: both.len() as u64,
        sites_apart: apart.len() as u64,
        n_one: both.iter().map(|(one, _)| one.n()).sum(),
        n_other: both.iter().map(|(_, other)| other.n()).sum(),
        undefined: Some(Undefined::NoPairs),
        ..Compared::default()
    };
    let samples: Vec<PlaceSamples> = both.iter().map(|(one, other)| (one.summary(), other.summary())).collect();
    let Ok(paired) = paired_difference(&samples, CONFIDENCE) else { return compared };
    (compared.one, compared.other) = (Some(paired.first), Some(paired.second));
    if compared.sites < fewest {
        compared.undefined = Some(Undefined::FewSites);
        return compared;
    }
    let tested =
        paired.test.map(|test| Tested { interval: test.interval_within(paired.difference, DIFFERENCES), p: test.p });
    compared.set_difference(paired.difference, tested);
    compared
}

impl Observed for ScoreDistribution {
    fn add(&mut self, other: &Self) {
        self.merge(other);
    }

    fn n(&self) -> u64 {
        self.visits()
    }

    fn summary(&self) -> SampleSummary {
        SampleSummary::from_values(&self.percents()).unwrap_or_default()
    }

    fn difference(&self, other: &Self) -> Result<(f64, Result<Tested, Undefined>), Undefined> {
        let found = welch(&self.percents(), &other.percents(), CONFIDENCE)?;
        let tested =
            found.test.map(|test| Tested { interval: test.interval_within(found.difference, DIFFERENCES), p: test.p });
        Ok((found.difference, tested))
    }
}

impl Observed for Judgements {
    fn add(&mut self, other: &Self) {
        self.merge(other);
    }

    fn n(&self) -> u64 {
        Self::n(self)
    }

    fn summary(&self) -> SampleSummary {
        let n = Self::n(self);
        let mean = 100.0 * self.count().successes / float_u64(n);
        let squares = [(self.yes, 100.0), (self.partly, 50.0), (self.no, 0.0)]
            .map(|(count, percent)| f64::from(count) * (percent - mean) * (percent - mean));
        if n == 0 {
            return SampleSummary::default();
        }
        SampleSummary { n: usize::try_from(n).unwrap_or(usize::MAX), mean, squares: squares.iter().sum() }
    }

    fn difference(&self, other: &Self) -> Result<(f64, Result<Tested, Undefined>), Undefined> {
        let found = newcombe(self.count(), other.count(), CONFIDENCE)?;
        let limits = Interval { lower: 100.0 * found.interval.lower, upper: 100.0 * found.interval.upper };
        // Equal answers on both sides have an interval, and differ by nothing.
        let p = score_test(self.count(), other.count()).unwrap_or(1.0);
        Ok((100.0 * found.difference, Ok(Tested { interval: limits, p })))
    }
}
