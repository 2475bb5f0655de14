//! The statistical methods behind the figures: numbers in, numbers out. Knows nothing of visits, clocks, disks or
//! words.
//!
//! Every function is pure: the same input gives bit-identical output, and random numbers come from a seed. Logarithms,
//! exponentials and distributions are computed by portable code, so platforms do not differ either (unless a dependency
//! enables `num-traits/std`). What cannot be computed is a typed [`Undefined`], never NaN, 0 or 1; the parts of a
//! result that are known are returned beside it.
//!
//! | question | function | source |
//! |---|---|---|
//! | share with interval | [`wilson`] | Wilson 1927; Newcombe 1998a, method 3 |
//! | difference of two shares | [`newcombe`] | Newcombe 1998b, method 10 |
//! | whether two shares differ | [`score_test`] | Pearson 1900 |
//! | mean with interval | [`mean_interval`] | Student 1908 |
//! | share or mean of clustered answers | [`design_effect`] | Rao and Scott 1992; Korn and Graubard 1998 |
//! | share of clusters of counts | [`share_over_clusters`] | as above |
//! | interval of a mean within bounds | [`bounded_interval`] | Dean and Pagano 2015 |
//! | difference of two means | [`welch`] | Welch 1947 |
//! | difference of two independent estimates | [`difference_of_independent`] | Satterthwaite 1946 |
//! | difference of two means within places | [`within_places`] | least squares; Searle 1971 |
//! | slope within places | [`slope_within_places`] | least squares; Tukey 1958 |
//! | test of any statistic of units | [`jackknife`] | Tukey 1958; Miller 1974 |
//! | interval of any statistic of resampled units | [`bca`] | Efron 1987 |
//! | difference of two sides at the same places | [`paired_difference`] | Student 1908; Satterthwaite 1946 |
//! | the same, tested without a distribution | [`stratified_permutation_p`] | Fisher 1935; Besag and Clifford 1991 |
//! | many p-values at once, no false claim | [`holm`] | Holm 1979 |
//! | many p-values at once, few false claims | [`benjamini_hochberg`] | Benjamini and Hochberg 1995 |
//! | quantiles | [`quantiles`] | Hyndman and Fan 1996, type 7 |
//! | agreement of two observers, or of one with a reference | [`cohen_kappa`] | Cohen 1960, 1968; Fleiss, Cohen and
//! Everitt 1969 |
//! | agreement of several observers, missing ratings allowed | [`gwet_ac`] | Gwet 2008, 2014 |
//! | the same, any level of measurement | [`krippendorff_alpha`] | Krippendorff 2004 |
//! | time until an event | [`kaplan_meier`] | Kaplan and Meier 1958; Brookmeyer and Crowley 1982 |
//! | such times in several groups | [`log_rank`] | Mantel 1966; Peto and Peto 1972 |
//! | how well scores distinguish objects | [`nested_study`], [`crossed_study`] | Brennan 2001; Searle 1971 |
//! | signal or noise in a time series | [`xmr_chart`] | Wheeler 1993 |
//! ```
//! use esprit::stats::{Confidence, Count, Undefined, wilson};
//!
//! # fn main() -> Result<(), Undefined> {
//! let smiles = wilson(Count { successes: 81.0, n: 263 }, Confidence::NINETY_FIVE)?;
//! assert_eq!(format!("{:.3} to {:.3}", smiles.interval.lower, smiles.interval.upper), "0.255 to 0.366");
//! assert_eq!(wilson(Count { successes: 0.0, n: 0 }, Confidence::NINETY_FIVE), Err(Undefined::ZeroDenominator));
//! # Ok(())
//! # }
//! ```

mod alpha;
mod bootstrap;
mod clustered;
mod confidence;
mod false_discovery;
mod familywise;
mod floats;
mod gwet;
mod independent_difference;
mod jackknife;
mod kappa;
mod logrank;
mod mean;
mod paired_difference;
mod permutation;
mod place_difference;
mod proportion;
mod quantile;
mod reliability;
mod resample;
mod student_test;
mod sum_statistics;
mod survival;
mod undefined;
mod weights;
mod welch;
mod within_slope;
mod xmr;

pub use alpha::{Alpha, AlphaOverUnits, MeasurementLevel, krippendorff_alpha};
pub use bootstrap::{Bca, Correction, Resampling, SEED, Statistic, bca};
pub use clustered::{DesignEffect, design_effect, design_effect_of_counts, share_over_clusters};
pub use confidence::{Confidence, Interval, Precision};
pub(crate) use confidence::{normal_two_sided_tail, t_two_sided_tail as student_p};
pub use false_discovery::{Discoveries, benjamini_hochberg};
pub use familywise::holm;
pub(crate) use floats::{float, float_u64};
pub use gwet::{GwetAc, GwetEstimate, gwet_ac, gwet_ac_over_units};
pub use independent_difference::difference_of_independent;
pub use jackknife::{Jackknife, jackknife};
pub use kappa::{Kappa, KappaEstimate, cohen_kappa, cohen_kappa_from_pairs, cohen_kappa_over_units};
pub use logrank::{LogRank, LogRankTest, log_rank};
pub use mean::{MeanEstimate, mean_interval, mean_interval_of_summary};
pub use paired_difference::{PairedDifference, paired_difference};
pub use permutation::{score_log_rank_p, stratified_permutation_p};
pub use place_difference::{PlaceSamples, SampleSummary, WithinDifference, within_places};
pub use proportion::{Count, Difference, Proportion, bounded_interval, newcombe, score_test, wilson};
pub use quantile::{QuantileType, quantiles};
pub use reliability::{
    Components, DecisionStudy, ShrunkMean, VarianceStudy, crossed_study, nested_study, variance_ratio_interval,
};
pub use resample::MAX_EXHAUSTIVE_UNITS;
pub use student_test::StudentTest;
pub use sum_statistics::{SumStatistic, difference_of_means, mean, ratio_of_sums};
pub use survival::{FollowUp, Survival, SurvivalStep, kaplan_meier};
pub use undefined::Undefined;
pub use weights::{WeightMatrix, Weights};
pub use welch::{WelchEstimate, welch};
pub use within_slope::{Slope, SlopeSums, slope_within_places};
pub use xmr::{Factors, Limits, XmrChart, xmr_chart};
