//! What Student's distribution says of an estimate whose standard error is known.

use super::confidence::t_beyond;
use super::number::finite;
use super::{Confidence, Interval, Precision, Undefined};

/// How sure an estimate is, and whether it differs from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StudentTest {
    /// The standard error and the t interval.
    pub precision: Precision,
    /// The degrees of freedom.
    pub freedom: f64,
    /// The two-sided probability of an estimate so far from 0, were it 0.
    pub p: f64,
}

impl StudentTest {
    /// Tests an estimate; `NoVariation` where it has no error at all.
    pub(super) fn of(
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
        let p = t_beyond(estimate / standard_error, freedom)?;
        Ok(Self { precision: Precision { standard_error, interval }, freedom, p })
    }
}
