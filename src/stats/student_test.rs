//! Student's t test of an estimate whose standard error is known.

use super::confidence::t_two_sided_tail;
use super::floats::finite;
use super::{Confidence, Interval, Precision, Undefined};

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
    /// Tests an estimate against 0; `NoVariation` if its standard error is 0.
    pub(super) fn new(
        estimate: f64,
        standard_error: f64,
        freedom: f64,
        confidence: Confidence,
    ) -> Result<Self, Undefined> {
        if finite(standard_error)? <= 0.0 {
            return Err(Undefined::NoVariation);
        }
        let half = finite(confidence.t(freedom)? * standard_error)?;
        let interval = Interval { lower: estimate - half, upper: estimate + half };
        let p = t_two_sided_tail(estimate / standard_error, freedom)?;
        Ok(Self { precision: Precision { standard_error, interval }, freedom, p })
    }
}
