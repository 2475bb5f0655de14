//! Confidence levels, intervals, and the quantiles and tail probabilities they need.

use super::Undefined;
use super::floats::finite;
use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Normal, StudentsT};

/// A confidence level, above 0 and below 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Confidence(f64);

/// Two limits, the lower one not above the upper one, in the unit of what they enclose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

/// A standard error and the interval derived from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// The standard error, in the unit of the estimate.
    pub standard_error: f64,
    /// The interval.
    pub interval: Interval,
}

impl Confidence {
    /// The level of every figure in a report.
    pub const NINETY_FIVE: Self = Self(0.95);

    /// Creates a level.
    ///
    /// # Errors
    /// `OutOfRange` unless the level is above 0 and below 1.
    pub fn new(level: f64) -> Result<Self, Undefined> {
        if level > 0.0 && level < 1.0 { Ok(Self(level)) } else { Err(Undefined::OutOfRange) }
    }

    /// Returns the level.
    pub const fn level(self) -> f64 {
        self.0
    }

    /// Returns the two-sided quantile of the standard normal distribution: 1.95996… at 0.95.
    pub(super) fn z(self) -> f64 {
        -Normal::standard().inverse_cdf(self.tail())
    }

    /// Returns the two-sided quantile of Student's t with `freedom` degrees of freedom, at least 1.
    pub(super) fn t(self, freedom: f64) -> Result<f64, Undefined> {
        if freedom >= EXPANSION_FROM {
            return finite(t_by_expansion(self.z(), freedom));
        }
        let distribution = StudentsT::new(0.0, 1.0, freedom).map_err(|_| Undefined::OutOfRange)?;
        finite(-distribution.inverse_cdf(self.tail()))
    }

    fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }
}

/// From here on the expansion is exact to twelve digits, while statrs is off by 3e-6 at 100,000.
const EXPANSION_FROM: f64 = 1000.0;

/// Computes a quantile of t from that of the normal distribution (Abramowitz and Stegun 1964, 26.7.5).
fn t_by_expansion(z: f64, freedom: f64) -> f64 {
    let square = z * z;
    let terms = [
        z,
        z * (square + 1.0) / 4.0,
        z * ((5.0 * square + 16.0) * square + 3.0) / 96.0,
        z * (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0,
        z * ((((79.0 * square + 776.0) * square + 1482.0) * square - 1920.0) * square - 945.0) / 92_160.0,
    ];
    terms.iter().rev().fold(0.0, |value, term| value / freedom + term)
}

/// Returns the standard normal distribution function.
pub(super) fn normal(z: f64) -> f64 {
    Normal::standard().cdf(z)
}

/// Returns the two-sided tail probability of the standard normal distribution.
pub(crate) fn normal_two_sided_tail(z: f64) -> f64 {
    2.0 * normal(-z.abs())
}

/// Returns the standard normal quantile of a probability above 0 and below 1.
pub(super) fn normal_quantile(probability: f64) -> f64 {
    Normal::standard().inverse_cdf(probability)
}

/// Returns the two-sided tail probability of Student's t with `freedom` degrees of freedom.
pub(crate) fn t_two_sided_tail(t: f64, freedom: f64) -> Result<f64, Undefined> {
    let distribution = StudentsT::new(0.0, 1.0, freedom).map_err(|_| Undefined::OutOfRange)?;
    finite(2.0 * distribution.cdf(-t.abs()))
}

/// Returns the quantile of F with these degrees of freedom.
pub(super) fn f_quantile(probability: f64, one: f64, other: f64) -> Result<f64, Undefined> {
    let distribution = FisherSnedecor::new(one, other).map_err(|_| Undefined::OutOfRange)?;
    finite(distribution.inverse_cdf(probability))
}

/// Returns the upper tail probability of a chi-square variable with `freedom` degrees of freedom.
pub(super) fn chi_square_upper_tail(value: f64, freedom: f64) -> Result<f64, Undefined> {
    ChiSquared::new(freedom).map(|distribution| distribution.sf(value)).map_err(|_| Undefined::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_t_are_exact_to_twelve_digits() {
        // By mpmath with forty digits, from the incomplete beta function.
        for (level, freedom, expected) in [
            (0.80, 3.0, 1.637_744_353_696_210_3),
            (0.80, 50.0, 1.298_713_694_194_809_8),
            (0.90, 4.0, 2.131_846_786_326_650_5),
            (0.90, 200.0, 1.652_508_100_910_877_7),
            (0.95, 1.0, 12.706_204_736_174_693),
            (0.95, 1.25, 8.027_951_377_252_06),
            (0.95, 2.0, 4.302_652_729_749_462),
            (0.95, 3.0, 3.182_446_305_283_708),
            (0.95, 7.0, 2.364_624_251_592_785),
            (0.95, 10.0, 2.228_138_851_986_274_2),
            (0.95, 17.776_473_516_178_488, 2.102_817_241_569_802_4),
            (0.95, 19.0, 2.093_024_054_408_309),
            (0.95, 50.0, 2.008_559_112_100_760_7),
            (0.95, 999.5, 1.962_340_270_383_845_8),
            (0.95, 1000.5, 1.962_337_892_459_348_5),
            (0.95, 100_000.0, 1.959_987_707_534_609),
            (0.99, 1.0, 63.656_741_162_871_524),
            (0.99, 10.0, 3.169_272_672_616_951),
            (0.99, 3000.0, 2.577_469_134_838_608),
        ] {
            let got = Confidence::new(level).unwrap().t(freedom).unwrap();
            assert!((got / expected - 1.0).abs() < 1e-12, "t({freedom}) at {level} is {expected}, not {got}");
        }
    }

    #[test]
    fn the_normal_and_chi_square_distributions_are_exact() {
        for (z, expected) in [(-3.7, 0.000_107_799_733_477_388_23), (0.4, 0.655_421_741_610_324_2)] {
            assert!((normal(z) - expected).abs() < 1e-13, "{z}: {}", normal(z));
        }
        for (p, expected) in [(1e-6, -4.753_424_308_822_899), (0.77, 0.738_846_849_185_213_7)] {
            assert!((normal_quantile(p) / expected - 1.0).abs() < 1e-13, "{p}: {}", normal_quantile(p));
        }
        assert!((Confidence::NINETY_FIVE.z() - 1.959_963_984_540_054).abs() < 1e-14);
        for (value, freedom, expected) in [
            (0.5, 1.0, 0.479_500_122_186_953_37),
            (11.0, 7.0, 0.138_619_020_873_295_56),
            (60.0, 39.0, 0.016_922_148_663_836),
            (40.0, 3.0, 1.065_509_033_425_585e-8),
        ] {
            let got = chi_square_upper_tail(value, freedom).unwrap();
            assert!((got / expected - 1.0).abs() < 1e-9, "{value}, {freedom}: {got}");
        }
    }

    #[test]
    fn quantiles_of_f_are_those_of_tables() {
        // scipy 1.17: f.ppf.
        for (probability, one, other, expected) in [
            (0.975, 4.0, 15.0, 3.804_271_341_841_004_4),
            (0.025, 4.0, 15.0, 0.115_519_579_910_038_33),
            (0.975, 39.0, 400.0, 1.529_459_467_594_101_6),
            (0.025, 39.0, 400.0, 0.596_755_221_420_503_7),
            (0.975, 7.0, 99600.0, 2.287_664_223_220_642),
            (0.025, 399.0, 99600.0, 0.865_819_526_055_113_9),
        ] {
            let got = f_quantile(probability, one, other).unwrap();
            assert!((got / expected - 1.0).abs() < 1e-6, "{probability} {one} {other}: {got}, not {expected}");
        }
    }

    #[test]
    fn the_tails_of_t_are_exact() {
        // By mpmath with forty digits, from the incomplete beta function.
        for (t, freedom, expected) in [
            (0.5, 1.0, 0.704_832_764_699_133_4),
            (2.1775, 1.25, 0.232_445_544_253_686_5),
            (-2.852_954_870_171_521_5, 27.887_303_988_420_12, 0.008_071_938_172_194_9),
            (6.0, 10.5, 0.000_108_151_801_926_256_25),
            (0.01, 300.0, 0.992_027_933_958_881_8),
            (3.0, 5000.0, 0.002_713_109_024_285_794),
            (4.5, 100_000.5, 6.802_991_725_207_873e-6),
        ] {
            let got = t_two_sided_tail(t, freedom).unwrap();
            assert!((got / expected - 1.0).abs() < 1e-9, "{t}, {freedom}: {got}, not {expected}");
        }
    }

    #[test]
    fn a_level_lies_between_0_and_1() {
        for level in [0.0, 1.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Confidence::new(level), Err(Undefined::OutOfRange), "{level}");
        }
    }
}
