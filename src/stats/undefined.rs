//! Why a figure is undefined.

use schemars::JsonSchema;
use serde::Serialize;
use thiserror::Error;

/// Why a figure is undefined. The reason is given in place of the figure, never 0, 1 or NaN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Error, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[error("{}", self.code())]
pub enum Undefined {
    /// The denominator of a share is 0.
    ZeroDenominator,
    /// Every value is the same.
    NoVariation,
    /// No unit was rated by both observers.
    NoPairs,
    /// No unit was rated twice.
    NoPairableValues,
    /// There is only one category, so agreement is certain.
    SingleCategory,
    /// Fewer than half of the cases had the event during observation.
    MedianNotReached,
    /// There is only one group, so there is nothing to compare it with.
    SingleGroup,
    /// The event never occurred.
    NoEvents,
    /// Too few objects, or too few observations per object, to separate the variance.
    TooFewLevels,
    /// The objects differ no more than by chance.
    NoObjectVariance,
    /// Too few points for a spread.
    TooFewPoints,
    /// There are no observations.
    NoObservations,
    /// Fewer than five sites.
    FewSites,
    /// An argument is outside the domain of the method, or a result overflows.
    OutOfRange,
    /// Fewer than five visits or answers.
    FewVisits,
}

impl Undefined {
    /// Returns the reason's code, as it is serialized.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ZeroDenominator => "zero_denominator",
            Self::NoVariation => "no_variation",
            Self::NoPairs => "no_pairs",
            Self::NoPairableValues => "no_pairable_values",
            Self::SingleCategory => "single_category",
            Self::MedianNotReached => "median_not_reached",
            Self::SingleGroup => "single_group",
            Self::NoEvents => "no_events",
            Self::TooFewLevels => "too_few_levels",
            Self::NoObjectVariance => "no_object_variance",
            Self::TooFewPoints => "too_few_points",
            Self::NoObservations => "no_observations",
            Self::FewVisits => "few_visits",
            Self::FewSites => "few_sites",
            Self::OutOfRange => "out_of_range",
        }
    }
}
