//! The Kaplan–Meier estimate: time until an event, where some cases are censored.

use super::floats::float;
use super::{Confidence, Interval, Undefined};

/// The observation of one case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FollowUp {
    /// The time of the event, or the time until which it had not occurred; in any unit.
    pub time: f64,
    /// Whether the event occurred; otherwise the case is censored.
    pub event: bool,
}

/// A step of the curve, at a time with events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalStep {
    /// The time.
    pub time: f64,
    /// The number of cases at risk just before, including those censored at this time.
    pub n_risk: usize,
    /// The number of events at this time.
    pub n_event: usize,
    /// The share without the event afterwards, from 0 to 1.
    pub survival: f64,
    /// Its standard error (Greenwood); `None` if the share is 0.
    pub standard_error: Option<f64>,
    /// Its interval by the log of minus the log; `None` if the share is 0.
    pub interval: Option<Interval>,
}

/// A Kaplan-Meier curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    /// The steps of the curve, one for each time with an event, in order.
    pub steps: Vec<SurvivalStep>,
    /// The first time at which at most half remain; `MedianNotReached`, `NoObservations`, or `OutOfRange` for a time
    /// that is not finite.
    pub median: Result<f64, Undefined>,
    /// The first time at which the lower limit is at most half.
    pub median_lower: Option<f64>,
    /// The first time at which the upper limit is at most half.
    pub median_upper: Option<f64>,
    /// The longest observation time; the curve is not defined beyond it.
    pub followed_until: Option<f64>,
}

impl Survival {
    /// Returns the step in effect at a time; `None` before the first event, when the share is 1.
    pub fn at(&self, time: f64) -> Option<&SurvivalStep> {
        let after = self.steps.partition_point(|step| step.time <= time);
        self.steps.get(..after).and_then(<[SurvivalStep]>::last)
    }
}

/// Estimates the share without the event over time. Among equal times, events precede censoring.
///
/// Sources: Kaplan and Meier 1958, J Am Stat Assoc 53:457-481; limits, Kalbfleisch and Prentice 1980; limits of the
/// median, Brookmeyer and Crowley 1982, Biometrics 38:29-41.
#[must_use]
pub fn kaplan_meier(cases: &[FollowUp], confidence: Confidence) -> Survival {
    if cases.iter().any(|case| !case.time.is_finite()) {
        return curve(Vec::new(), None, Undefined::OutOfRange);
    }
    let mut ordered = cases.to_vec();
    ordered.sort_unstable_by(|one, other| one.time.total_cmp(&other.time));
    let z = confidence.z();
    let mut steps = Vec::new();
    let mut n_risk = ordered.len();
    let (mut survival, mut logarithm, mut variance) = (1.0, 0.0, 0.0);
    // The cases are sorted, so a time that is not below the next one is equal to it.
    for same_time in ordered.chunk_by(|one, next| one.time >= next.time) {
        let n_event = same_time.iter().filter(|case| case.event).count();
        if let Some(first) = same_time.first().filter(|_| n_event > 0) {
            let (risk, events) = (float(n_risk), float(n_event));
            survival *= (risk - events) / risk;
            logarithm += libm::log1p(-events / risk);
            variance += events / (risk * (risk - events));
            let reached = n_event < n_risk;
            steps.push(SurvivalStep {
                time: first.time,
                n_risk,
                n_event,
                survival,
                standard_error: reached.then(|| survival * variance.sqrt()),
                interval: reached.then(|| limits(survival, logarithm, z * variance.sqrt())),
            });
        }
        n_risk -= same_time.len();
    }
    let reason = if cases.is_empty() { Undefined::NoObservations } else { Undefined::MedianNotReached };
    curve(steps, ordered.last().map(|case| case.time), reason)
}

/// Returns limits that stay between 0 and 1: symmetric for log(-log S).
fn limits(survival: f64, logarithm: f64, half: f64) -> Interval {
    let factor = libm::exp(half / -logarithm);
    let lower = libm::exp(logarithm * factor).min(survival);
    Interval { lower, upper: libm::exp(logarithm / factor).max(survival) }
}

fn curve(steps: Vec<SurvivalStep>, followed_until: Option<f64>, otherwise: Undefined) -> Survival {
    // A product that should be exactly half may be slightly above it from rounding.
    let half = |share: f64| share <= 0.5 + 1e-12;
    let first = |reached: &dyn Fn(&SurvivalStep) -> bool| steps.iter().find(|step| reached(step)).map(|step| step.time);
    let median = first(&|step| half(step.survival)).ok_or(otherwise);
    let median_lower = first(&|step| step.interval.is_some_and(|interval| half(interval.lower)));
    let median_upper = first(&|step| step.interval.is_some_and(|interval| half(interval.upper)));
    Survival { steps, median, median_lower, median_upper, followed_until }
}
