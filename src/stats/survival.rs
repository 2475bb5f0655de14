//! How long until something happens, where some were watched without seeing it.

use super::number::float;
use super::{Confidence, Interval, Undefined};

/// How long one case was watched, and whether the event came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FollowUp {
    /// The time of the event, or until which nothing had happened; in any unit.
    pub time: f64,
    /// Whether the event came; otherwise the case is censored.
    pub event: bool,
}

/// A time at which events came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// When.
    pub time: f64,
    /// Cases still watched just before, those censored at this time included.
    pub n_risk: usize,
    /// Events at this time.
    pub n_event: usize,
    /// The share still without the event afterwards, from 0 to 1.
    pub survival: f64,
    /// Its standard error (Greenwood); `None` where the share is 0.
    pub standard_error: Option<f64>,
    /// Its limits by the log of minus the log; `None` where the share is 0.
    pub interval: Option<Interval>,
}

/// A Kaplan-Meier curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    /// The curve, one step for each time with an event, in order.
    pub steps: Vec<Step>,
    /// The first time at which at most half remain; `MedianNotReached`, `NoObservations`, or `OutOfRange` for a time
    /// that is not finite.
    pub median: Result<f64, Undefined>,
    /// The first time at which the lower limit is at most half.
    pub median_lower: Option<f64>,
    /// The first time at which the upper limit is at most half.
    pub median_upper: Option<f64>,
    /// The longest time watched; the curve says nothing beyond it.
    pub followed_until: Option<f64>,
}

impl Survival {
    /// Gives the step in force at a time; `None` before the first event, where the share is 1.
    #[must_use]
    pub fn at(&self, time: f64) -> Option<&Step> {
        let after = self.steps.partition_point(|step| step.time <= time);
        self.steps.get(..after).and_then(<[Step]>::last)
    }
}

/// Estimates the share without the event over time. At equal times events come before the end of watching.
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
    // In order, a time that is not below the next one is the same.
    for same_time in ordered.chunk_by(|one, next| one.time >= next.time) {
        let n_event = same_time.iter().filter(|case| case.event).count();
        if let Some(first) = same_time.first().filter(|_| n_event > 0) {
            let (risk, events) = (float(n_risk), float(n_event));
            survival *= (risk - events) / risk;
            logarithm += libm::log1p(-events / risk);
            variance += events / (risk * (risk - events));
            let reached = n_event < n_risk;
            steps.push(Step {
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

/// Limits that stay between 0 and 1: symmetric for log(-log S).
fn limits(survival: f64, logarithm: f64, half: f64) -> Interval {
    let factor = libm::exp(half / -logarithm);
    let lower = libm::exp(logarithm * factor).min(survival);
    Interval { lower, upper: libm::exp(logarithm / factor).max(survival) }
}

fn curve(steps: Vec<Step>, followed_until: Option<f64>, otherwise: Undefined) -> Survival {
    // A product that should be exactly half may come out a rounding above.
    let half = |share: f64| share <= 0.5 + 1e-12;
    let first = |reached: &dyn Fn(&Step) -> bool| steps.iter().find(|step| reached(step)).map(|step| step.time);
    let median = first(&|step| half(step.survival)).ok_or(otherwise);
    let median_lower = first(&|step| step.interval.is_some_and(|interval| half(interval.lower)));
    let median_upper = first(&|step| step.interval.is_some_and(|interval| half(interval.upper)));
    Survival { steps, median, median_lower, median_upper, followed_until }
}
