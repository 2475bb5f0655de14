//! Reproducible random numbers: streams that depend on the seed and their purpose, never on a thread.

use fastrand::Rng;
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng};

/// The purpose of a stream; two purposes never share one.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    /// The sites of the world.
    Sites = 1,
    /// The observers of the world.
    Observers,
    /// The order in which sites are visited.
    Rounds,
    /// One visit.
    Visit,
    /// One visit of the simulation that gives the expected figures.
    Expected,
    /// One visit of the simulation that compares kinds and relations.
    Compared,
    /// What happens to a file.
    Damage,
    /// A scenario, or an observer's answers to one.
    Class,
    /// A simple network.
    Network,
}

/// Returns the stream of a purpose's `number`-th use.
#[must_use]
pub fn stream(seed: u64, purpose: Purpose, number: u64) -> Rng {
    Rng::with_seed(mixed(mixed(mixed(seed) ^ purpose as u64) ^ number))
}

/// Mixes the bits of a number.
fn mixed(number: u64) -> u64 {
    SplitMix64::seed_from_u64(number).next_u64()
}

/// Draws from the standard normal distribution (Box and Muller 1958), with the same bits on every machine.
pub fn normal(rng: &mut Rng) -> f64 {
    let distance = (-2.0 * libm::log(1.0 - rng.f64())).sqrt();
    distance * libm::cos(std::f64::consts::TAU * rng.f64())
}

/// Draws whether an event with this probability happens.
pub fn happens(rng: &mut Rng, probability: f64) -> bool {
    rng.f64() < probability
}

/// Draws uniformly between two numbers.
pub fn between(rng: &mut Rng, low: f64, high: f64) -> f64 {
    low + (high - low) * rng.f64()
}

/// Draws one element of a list.
pub fn pick<'a, T: ?Sized>(rng: &mut Rng, of: &[&'a T]) -> Option<&'a T> {
    of.get(rng.usize(..of.len().max(1))).copied()
}

/// Weights prepared for drawing.
#[derive(Clone, Debug)]
pub struct Weights(Vec<f64>);

impl Weights {
    /// Creates the table of weights that are not negative.
    #[must_use]
    pub fn new(weights: impl IntoIterator<Item = f64>) -> Self {
        let mut total = 0.0;
        let add = |weight| {
            total += weight;
            total
        };
        Self(weights.into_iter().map(add).collect())
    }

    /// Returns the index whose share contains the quantile `u`, from 0 to 1.
    #[must_use]
    pub fn at(&self, u: f64) -> usize {
        let point = u * self.0.last().copied().unwrap_or_default();
        self.0.partition_point(|&end| end <= point).min(self.0.len().saturating_sub(1))
    }
}

/// Converts a count to a float.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub fn real(count: u64) -> f64 {
    count as f64
}

/// Truncates a float that is not negative.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
pub fn whole(value: f64) -> u64 {
    value as u64
}
