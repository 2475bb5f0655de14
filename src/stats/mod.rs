//! Numbers in, numbers out: the statistical methods behind the figures. Knows nothing of visits, clocks, disks or words.
//!
//! Every function is pure: the same numbers give the same bits, and chance comes from a seed. Logarithms, exponentials
//! and distributions come from portable code, so that platforms do not differ either (as long as no dependency turns on
//! `num-traits/std`). What cannot be computed is a typed [`Undefined`], never NaN, 0 or 1; what stays known beside it is
//! still given.
//!
//! | question | function | source |
//! |---|---|---|
//! | share with interval | [`wilson`] | Wilson 1927; Newcombe 1998a, method 3 |
//! | difference of two shares | [`newcombe`] | Newcombe 1998b, method 10 |
//! | whether two shares differ | [`score_test`] | Pearson 1900 |
//! | mean with interval | [`mean_interval`] | Student 1908 |
//! | share or mean of answers that hang together | [`design_effect`] | Rao and Scott 1992; Korn and Graubard 1998 |
//! | difference of two means | [`welch`] | Welch 1947 |
//! | difference of two means within places | [`within_places`] | least squares; Searle 1971 |
//! | test of anything over units | [`jackknife`] | Tukey 1958; Miller 1974 |
//! | interval of anything over resampled units | [`bca`] | Efron 1987 |
//! | many p-values at once | [`benjamini_hochberg`] | Benjamini and Hochberg 1995 |
//! | quantiles | [`quantiles`] | Hyndman and Fan 1996, type 7 |
//! | two observers, or one against a reference | [`cohen_kappa`] | Cohen 1960, 1968; Fleiss, Cohen and Everitt 1969 |
//! | several observers, holes allowed | [`gwet_ac`] | Gwet 2008, 2014 |
//! | the same, any level of measurement | [`krippendorff_alpha`] | Krippendorff 2004 |
//! | time until something happens | [`kaplan_meier`] | Kaplan and Meier 1958; Brookmeyer and Crowley 1982 |
//! | such times of several groups | [`log_rank`] | Mantel 1966; Peto and Peto 1972 |
//! | how far scores tell objects apart | [`nested_study`], [`crossed_study`] | Brennan 2001; Searle 1971 |
//! | signal or noise, in order of time | [`xmr_chart`] | Wheeler 1993 |

mod alpha;
mod bootstrap;
mod clustered;
mod confidence;
mod discovery;
mod gwet;
mod jackknife;
mod kappa;
mod mean;
mod number;
mod proportion;
mod quantile;
mod rank;
mod reliability;
mod resample;
mod student;
mod survival;
mod totals;
mod undefined;
mod weights;
mod welch;
mod within;
mod xmr;

pub use alpha::{Alpha, AlphaOverUnits, Level, krippendorff_alpha};
pub use bootstrap::{Bca, Correction, Resampling, SEED, Statistic, bca};
pub use clustered::{DesignEffect, design_effect};
pub use confidence::{Confidence, Interval, Precision};
pub use discovery::{Discoveries, benjamini_hochberg};
pub use gwet::{GwetAc, GwetEstimate, gwet_ac, gwet_ac_over_units};
pub use jackknife::{Jackknife, jackknife};
pub use kappa::{Kappa, KappaEstimate, cohen_kappa, cohen_kappa_of_pairs, cohen_kappa_over_units};
pub use mean::{MeanEstimate, mean_interval};
pub use proportion::{Count, Difference, Proportion, newcombe, score_test, wilson};
pub use quantile::{QuantileType, quantiles};
pub use rank::{LogRank, LogRankTest, log_rank};
pub use reliability::{Components, DecisionStudy, Shrunk, Study, crossed_study, nested_study};
pub use resample::MOST_EXHAUSTIVE;
pub use student::StudentTest;
pub use survival::{FollowUp, Step, Survival, kaplan_meier};
pub use totals::{Totals, difference_of_means, mean, ratio_of_sums};
pub use undefined::Undefined;
pub use weights::{WeightMatrix, Weights};
pub use welch::{WelchEstimate, WelchTest, welch};
pub use within::{Place, Sample, Within, within_places};
pub use xmr::{Factors, Limits, XmrChart, xmr_chart};
