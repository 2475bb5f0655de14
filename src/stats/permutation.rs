//! Permutation tests: how often would chance alone have done as much, if every value could as well have been another's?
//!
//! Draws come from a seed, and end early once chance has done as much often enough to say that nothing is certain
//! (Besag and Clifford 1991, Biometrika 78:301-304).

use super::confidence::{chi_square_upper_tail, normal_two_sided_tail};
use super::floats::{self, float, sum};
use super::resample::below;
use super::{FollowUp, SEED, Undefined};
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::SeedableRng;

/// Draws end when this many have done as much as the data.
const ENOUGH: u32 = 20;
/// The most draws of a small sample.
const MOST_DRAWS: u32 = 19_999;
/// The fewest draws of a large sample.
const FEWEST_DRAWS: u32 = 999;
/// The most values moved in all draws of one test, beyond which there are fewer draws.
const MOST_MOVES: usize = 20_000_000;
/// From this many values on, those of a side are normally distributed in sum.
const NORMAL_FROM: usize = 200;
/// From this many cases on, the statistic of the groups has its limiting distribution.
const LIMIT_FROM: usize = 50_000;
/// How many cases a group must have on average for that.
const LIMIT_PER_GROUP: usize = 50;

/// Tests whether two sides differ within strata, in the mean of their values: returns the two-sided probability of a
/// difference at least so large if, in every stratum, each value could as well have been on the other side.
///
/// A stratum is a list of the values of one side and one of the other. Its difference has the weight `n m / (n + m)`, as
/// in [`super::within_places`]. With 200 values or more of the rarer side, the sum is taken for normal, with its exact
/// variance.
///
/// Source: Fisher 1935, The Design of Experiments, 21; Lehmann 1975, Nonparametrics, 3.3, for the strata.
///
/// # Errors
/// `SingleGroup` if no stratum has both sides; `NoVariation` if the values of no such stratum differ; `OutOfRange` for
/// values that are not finite.
pub fn stratified_permutation_p(strata: &[(Vec<f64>, Vec<f64>)]) -> Result<f64, Undefined> {
    let mut pools: Vec<Pool> =
        strata.iter().filter(|(one, other)| !one.is_empty() && !other.is_empty()).map(Pool::new).collect();
    if pools.is_empty() {
        return Err(Undefined::SingleGroup);
    }
    let variance = floats::finite(sum(pools.iter().map(Pool::variance)))?;
    let observed = floats::finite(sum(pools.iter().map(|pool| pool.observed)))?.abs();
    let drawn: usize = pools.iter().map(|pool| pool.drawn).sum();
    if variance <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    if drawn >= NORMAL_FROM {
        return Ok(normal_two_sided_tail(observed / variance.sqrt()));
    }
    // Sums that differ by rounding alone are equal, also those about 0.
    let least = observed - 1e-9 * observed.max(variance.sqrt());
    Ok(share_of_draws(draws_for(drawn), |random| {
        pools.iter_mut().map(|pool| pool.draw(random)).sum::<f64>().abs() >= least
    }))
}

/// The values of a stratum about their mean, from which those of the rarer side are drawn.
struct Pool {
    values: Vec<f64>,
    /// The number of values drawn.
    drawn: usize,
    /// The sum of the rarer side, with the sign of the first.
    observed: f64,
    sign: f64,
}

impl Pool {
    fn new((one, other): &(Vec<f64>, Vec<f64>)) -> Self {
        let (rarer, commoner, sign) = if one.len() <= other.len() { (one, other, 1.0) } else { (other, one, -1.0) };
        let mut values = [rarer.as_slice(), commoner].concat();
        let mean = floats::mean(&values).unwrap_or_default();
        for value in &mut values {
            *value -= mean;
        }
        let observed = sign * sum(values.iter().take(rarer.len()).copied());
        // The order of the input must not change what is drawn.
        values.sort_unstable_by(f64::total_cmp);
        Self { drawn: rarer.len(), observed, sign, values }
    }

    fn variance(&self) -> f64 {
        let (n, drawn) = (float(self.values.len()), float(self.drawn));
        drawn * (n - drawn) / n / (n - 1.0) * floats::squares(&self.values, 0.0)
    }

    /// Moves a random choice of values to the front, and returns their sum.
    fn draw(&mut self, random: &mut SplitMix64) -> f64 {
        let mut total = 0.0;
        for place in 0..self.drawn {
            let chosen = place + below(random, self.values.len() - place);
            self.values.swap(place, chosen);
            total += self.values.get(place).copied().unwrap_or_default();
        }
        self.sign * total
    }
}

/// Tests whether times until an event differ between groups: returns the probability of a log-rank statistic at least so
/// large if every case could as well have been in another group. Unlike that of [`super::log_rank`], it holds for small
/// groups.
///
/// The statistic is the sum over groups of their squared log-rank scores over their size.
///
/// Source: Peto and Peto 1972, J R Stat Soc A 135:185-207.
///
/// # Errors
/// `SingleGroup` below two groups; `NoEvents`; `NoVariation` if all scores are equal; `OutOfRange` for a time that is not
/// finite.
pub fn score_log_rank_p<G: AsRef<[FollowUp]>>(groups: &[G]) -> Result<f64, Undefined> {
    let groups: Vec<&[FollowUp]> = groups.iter().map(AsRef::as_ref).filter(|group| !group.is_empty()).collect();
    if groups.len() < 2 {
        return Err(Undefined::SingleGroup);
    }
    let mut scores = log_rank_scores(&groups.concat())?;
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let n = scores.len();
    let squares = floats::squares(&scores, 0.0);
    if squares <= 1e-12 * float(n) {
        return Err(Undefined::NoVariation);
    }
    let observed = between_groups(&scores, &sizes);
    if n >= LIMIT_FROM && n >= LIMIT_PER_GROUP * sizes.len() {
        let p = chi_square_upper_tail(observed * float(n - 1) / squares, float(groups.len() - 1))?;
        // No arrangement is impossible, however small its probability.
        return Ok(p.max(f64::MIN_POSITIVE));
    }
    // The order of the input must not change what is drawn.
    scores.sort_unstable_by(f64::total_cmp);
    let least = observed - 1e-9 * observed.max(squares / float(n));
    Ok(share_of_draws(draws_for(n), |random| {
        for place in (1..n).rev() {
            scores.swap(place, below(random, place + 1));
        }
        between_groups(&scores, &sizes) >= least
    }))
}

/// Returns each case's score: whether it had the event, less the events to be expected by then.
fn log_rank_scores(cases: &[FollowUp]) -> Result<Vec<f64>, Undefined> {
    if cases.iter().any(|case| !case.time.is_finite()) {
        return Err(Undefined::OutOfRange);
    }
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let time = |index: &usize| cases.get(*index).map_or(0.0, |case| case.time);
    let event = |index: &usize| cases.get(*index).is_some_and(|case| case.event);
    order.sort_by(|one, other| time(one).total_cmp(&time(other)));
    if !order.iter().any(event) {
        return Err(Undefined::NoEvents);
    }
    let (mut scores, mut hazard, mut at_risk) = (vec![0.0; cases.len()], 0.0, cases.len());
    for same_time in order.chunk_by(|one, next| time(one) >= time(next)) {
        hazard += float(same_time.iter().filter(|index| event(index)).count()) / float(at_risk);
        for index in same_time {
            if let Some(score) = scores.get_mut(*index) {
                *score = f64::from(u8::from(event(index))) - hazard;
            }
        }
        at_risk -= same_time.len();
    }
    Ok(scores)
}

fn between_groups(scores: &[f64], sizes: &[usize]) -> f64 {
    let mut rest = scores;
    let mut total = 0.0;
    for size in sizes {
        let (group, others) = rest.split_at(*size);
        let score: f64 = group.iter().sum();
        total += score * score / float(*size);
        rest = others;
    }
    total
}

/// Returns how many draws are made of samples of this size.
fn draws_for(moved: usize) -> u32 {
    u32::try_from(MOST_MOVES / moved.max(1)).unwrap_or(MOST_DRAWS).clamp(FEWEST_DRAWS, MOST_DRAWS)
}

/// Returns the share of draws that do as much as the data, which count as one draw themselves.
fn share_of_draws(most: u32, mut as_much: impl FnMut(&mut SplitMix64) -> bool) -> f64 {
    let mut random = SplitMix64::seed_from_u64(SEED);
    let mut found = 0;
    for draws in 1..=most {
        found += u32::from(as_much(&mut random));
        if found == ENOUGH {
            return f64::from(found) / f64::from(draws);
        }
    }
    f64::from(found + 1) / f64::from(most + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_values_have_the_probability_of_all_arrangements() {
        // Of the 20 ways to choose 3 of 6 values, one has a sum as far below its mean as 1 + 2 + 3, one as far above.
        let p = stratified_permutation_p(&[(vec![1.0, 2.0, 3.0], vec![10.0, 11.0, 12.0])]).unwrap();
        assert!((p - 0.1).abs() < 0.02, "{p}");
        // In two strata, 2 of 400.
        let stratum = (vec![1.0, 2.0, 3.0], vec![10.0, 11.0, 12.0]);
        let p = stratified_permutation_p(&[stratum.clone(), stratum, (vec![5.0], vec![])]).unwrap();
        assert!((p - 0.005).abs() < 0.002, "{p}");
    }

    #[test]
    fn many_values_have_the_normal_probability() {
        // scipy 1.17: the sum of 300 of 700 values, of 0 and 1, by the variance of the hypergeometric distribution.
        let side = |ones: usize, n: usize| (0..n).map(|at| f64::from(u8::from(at < ones))).collect::<Vec<f64>>();
        let p = stratified_permutation_p(&[(side(180, 300), side(200, 400))]).unwrap();
        assert!((p - 0.008_629_096).abs() < 1e-8, "{p}");
    }

    #[test]
    fn what_cannot_be_tested_says_why() {
        let of = |strata: &[(Vec<f64>, Vec<f64>)]| stratified_permutation_p(strata);
        assert_eq!(of(&[]), Err(Undefined::SingleGroup));
        assert_eq!(of(&[(vec![1.0], vec![])]), Err(Undefined::SingleGroup));
        assert_eq!(of(&[(vec![1.0, 1.0], vec![1.0])]), Err(Undefined::NoVariation));
        assert_eq!(of(&[(vec![f64::NAN], vec![1.0])]), Err(Undefined::OutOfRange));
        let never = [FollowUp { time: 5.0, event: false }; 4];
        assert_eq!(score_log_rank_p(&[never]), Err(Undefined::SingleGroup));
        assert_eq!(score_log_rank_p(&[never, never]), Err(Undefined::NoEvents));
    }

    #[test]
    fn many_cases_have_the_limiting_probability() {
        let mut random = SplitMix64::seed_from_u64(1);
        let mut case = || FollowUp { time: float(below(&mut random, 1000)).sqrt(), event: true };
        let groups: Vec<Vec<FollowUp>> = (0..400).map(|_| (0..125).map(|_| case()).collect()).collect();
        let limit = score_log_rank_p(&groups).unwrap();
        let mut scores = log_rank_scores(&groups.concat()).unwrap();
        let observed = between_groups(&scores, &[125; 400]);
        let mut random = SplitMix64::seed_from_u64(2);
        let as_much = (0..400).filter(|_| {
            for place in (1..scores.len()).rev() {
                scores.swap(place, below(&mut random, place + 1));
            }
            between_groups(&scores, &[125; 400]) >= observed
        });
        // Three standard errors of 400 draws at most.
        let drawn = float(as_much.count()) / 400.0;
        assert!((limit - drawn).abs() < 0.075, "{limit} and {drawn}");
    }

    #[test]
    fn groups_that_wait_alike_and_unlike_are_told_apart() {
        let cases = |times: [f64; 6]| times.map(|time| FollowUp { time, event: true });
        let (early, late) = (cases([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), cases([11.0, 12.0, 13.0, 14.0, 15.0, 16.0]));
        let p = score_log_rank_p(&[early, late]).unwrap();
        // Two of the 924 ways to divide twelve cases.
        assert!((p - 2.0 / 924.0).abs() < 0.001, "{p}");
        let mixed =
            score_log_rank_p(&[cases([1.0, 4.0, 5.0, 8.0, 9.0, 12.0]), cases([2.0, 3.0, 6.0, 7.0, 10.0, 11.0])]);
        assert!(mixed.unwrap() > 0.5, "{mixed:?}");
    }

    #[test]
    fn sides_without_any_difference_have_probability_1() {
        let case = |time: f64, event: bool| FollowUp { time, event };
        // Each group's scores add up to 0, but for rounding.
        let one = vec![case(3.0, true), case(3.0, false), case(4.0, true)];
        assert_eq!(score_log_rank_p(&[one, vec![case(0.0, false)]]), Ok(1.0));
        let p = stratified_permutation_p(&[(vec![0.1, 0.2, 0.3], vec![0.3, 0.1, 0.2]), (vec![0.7], vec![0.7])]);
        assert_eq!(p, Ok(1.0));
    }
}
