//! Samples drawn with replacement: all possible ones, or random ones from a seed.

use super::floats::float;
use super::{Resampling, Undefined};
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// The most units for which all samples are enumerated: 9^9 samples, 24,310 of them different.
pub const MAX_EXHAUSTIVE_UNITS: usize = 9;

/// Calls `see` for each sample of `n` units, with the indices of the units drawn and the number of times it occurs.
pub(super) fn for_each_sample(
    n: usize,
    resampling: Resampling,
    mut see: impl FnMut(&[usize], f64),
) -> Result<(), Undefined> {
    let mut drawn = vec![0; n];
    match resampling {
        Resampling::Exhaustive if n > MAX_EXHAUSTIVE_UNITS => return Err(Undefined::OutOfRange),
        Resampling::Exhaustive => loop {
            see(&drawn, occurrences(&drawn));
            // The next sample in order: increment the last index that can be incremented, and set those after it to the
            // same.
            let Some(raised) = drawn.iter().rposition(|unit| unit + 1 < n) else { break };
            let Some(unit) = drawn.get(raised).map(|unit| unit + 1) else { break };
            drawn.iter_mut().skip(raised).for_each(|place| *place = unit);
        },
        Resampling::Seeded { seed, resamples } => {
            // SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed, on every platform.
            let mut random = SplitMix64::seed_from_u64(seed);
            for _ in 0..resamples {
                drawn.fill_with(|| below(&mut random, n));
                see(&drawn, 1.0);
            }
        }
    }
    Ok(())
}

/// Returns the number of orders in which sorted units could have been drawn: n! over the factorials of repeats.
fn occurrences(drawn: &[usize]) -> f64 {
    let repeats = drawn.chunk_by(|one, other| one == other).flat_map(|same| 1..=same.len());
    (1..=drawn.len()).zip(repeats).fold(1.0, |product, (place, repeat)| product * float(place) / float(repeat))
}

/// Returns a number from 0 to `n - 1`: the high half of the product with `n`, uneven by less than `n` in 2^64.
#[expect(clippy::cast_possible_truncation, reason = "the high half of a product with n is below n")]
pub(super) fn below(random: &mut SplitMix64, n: usize) -> usize {
    ((u128::from(random.next_u64()) * n as u128) >> 64) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_returns_its_published_numbers() {
        let mut random = SplitMix64::seed_from_u64(1_234_567);
        let got = [random.next_u64(), random.next_u64(), random.next_u64()];
        assert_eq!(got, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_seed_gives_the_same_samples_for_ever() {
        let mut samples = Vec::new();
        for_each_sample(9, Resampling::Seeded { seed: 2026, resamples: 3 }, |drawn, _| samples.push(drawn.to_vec()))
            .unwrap();
        assert_eq!(samples, [[7, 4, 6, 3, 7, 6, 8, 7, 3], [2, 3, 8, 2, 2, 5, 1, 2, 2], [5, 5, 5, 5, 6, 1, 3, 3, 5]]);
    }

    #[test]
    fn all_samples_are_enumerated_with_their_frequency() {
        for n in 1..=6 {
            let (mut different, mut all) = (0_u32, Vec::new());
            for_each_sample(n, Resampling::Exhaustive, |drawn, times| {
                assert!(drawn.is_sorted() && drawn.iter().all(|unit| *unit < n));
                different += 1;
                all.push(times);
            })
            .unwrap();
            assert!((all.iter().sum::<f64>() - float(n.pow(u32::try_from(n).unwrap()))).abs() < 0.5);
            assert_eq!(different, [1, 3, 10, 35, 126, 462][n - 1]);
        }
        assert_eq!(
            for_each_sample(MAX_EXHAUSTIVE_UNITS + 1, Resampling::Exhaustive, |_, _| {}),
            Err(Undefined::OutOfRange)
        );
    }

    #[test]
    fn every_unit_is_drawn_about_as_often() {
        let mut counts = [0_u32; 7];
        let seeded = Resampling::Seeded { seed: 5, resamples: 10_000 };
        for_each_sample(7, seeded, |drawn, _| drawn.iter().for_each(|unit| counts[*unit] += 1)).unwrap();
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
    }
}
