//! Student's t test of an estimate whose standard error is known.

use super::confidence::t_two_sided_tail;
use super::floats::finite;
use super::{Confidence, Interval, Precision, Undefined, bounded_interval};

/// The precision of an estimate, and its test against 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StudentTest {
    /// The standard error and the t interval.
    pub precision: Precision,
    /// The degrees of freedom.
    pub freedom: f64,
    /// The two-sided probability of an estimate at least so far from 0 if it were 0.
    pub p: f64,
}

impl StudentTest {
    /// Tests an estimate against 0.
    ///
    /// # Errors
    /// `NoVariation` if the standard error is 0; `OutOfRange` if a number is not finite, or the degrees of freedom are not
    /// above 0.
    pub fn new(estimate: f64, standard_error: f64, freedom: f64, confidence: Confidence) -> Result<Self, Undefined> {
        if finite(standard_error)? <= 0.0 {
            return Err(Undefined::NoVariation);
        }
        let half = finite(confidence.t(freedom)? * standard_error)?;
        let interval = Interval { lower: estimate - half, upper: estimate + half };
        let p = t_two_sided_tail(estimate / standard_error, freedom)?;
        Ok(Self { precision: Precision { standard_error, interval }, freedom, p })
    }

    /// Returns the interval of an estimate that cannot leave `range`, by [`bounded_interval`]. It needs no cutting off, and
    /// holds where values crowd at a limit of the range, as good scores do at 100 %. An estimate outside the range has the
    /// plain interval.
    pub fn interval_within(&self, estimate: f64, range: Interval) -> Interval {
        bounded_interval(estimate, self.precision.interval, range).unwrap_or(self.precision.interval)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const C95: Confidence = Confidence::NINETY_FIVE;
    const PERCENT: Interval = Interval { lower: 0.0, upper: 100.0 };

    #[test]
    fn an_interval_within_a_range_is_wilsons_of_as_many_trials() {
        // 80 % with the standard error of 50 trials, and so many degrees of freedom that t is z.
        let test = StudentTest::new(80.0, 100.0 * (0.8 * 0.2 / 50.0_f64).sqrt(), 1e9, C95).unwrap();
        let got = test.interval_within(80.0, PERCENT);
        let wilson = crate::stats::wilson(crate::stats::Count { successes: 40.0, n: 50 }, C95).unwrap().interval;
        assert!((got.lower - 100.0 * wilson.lower).abs() < 1e-6 && (got.upper - 100.0 * wilson.upper).abs() < 1e-6);
    }

    #[test]
    fn no_interval_leaves_its_range() {
        for (estimate, error) in [(99.9, 30.0), (0.1, 80.0), (50.0, 500.0)] {
            let got = StudentTest::new(estimate, error, 1.0, C95).unwrap().interval_within(estimate, PERCENT);
            assert!(0.0 <= got.lower && got.lower < estimate && estimate < got.upper && got.upper <= 100.0, "{got:?}");
        }
        let beyond = StudentTest::new(110.0, 3.0, 8.0, C95).unwrap();
        assert_eq!(beyond.interval_within(110.0, PERCENT), beyond.precision.interval);
    }
}
