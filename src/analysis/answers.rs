//! The answers that are no judgements, each with the outcome of its visit: of timers, scales, counts, numbers and
//! choices. They merge in any order.

use super::multiset::Multiset;
use crate::visit::Kind;

/// What a group of answers has in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AnswerKey {
    /// The interned values of the `by` dimensions that group visits.
    pub by: u32,
    /// The interned site.
    pub site: u32,
    /// The kind of visit.
    pub kind: Kind,
    /// The index of the item in [`super::checklist_counts::ChecklistCounts::items`].
    pub item: u32,
}

/// Answers of type `T`, each with the outcome of its visit.
#[derive(Clone, Debug)]
pub struct Answers<T> {
    answers: Multiset<(T, Outcome)>,
    left_out: u64,
}

/// A waiting time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    /// The event happened after this many milliseconds.
    Came(u32),
    /// The event had not happened when the visit ended, after this many milliseconds.
    Never(u32),
}

/// A number, as [`f64::to_bits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(u64);

/// The chosen options of a choice, as interned by [`super::checklist_counts::ChecklistCounts::options`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Options(pub u32);

/// The outcome of a visit to seven digits, as [`f32::to_bits`], which halves the memory of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome(u32);

impl Number {
    /// Creates a number; 0 has no sign.
    pub fn new(number: f64) -> Self {
        Self((number + 0.0).to_bits())
    }

    /// Returns the number.
    pub fn value(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl Outcome {
    /// Creates an outcome; `None` is a visit without one.
    pub fn new(outcome: Option<f64>) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "rounded to seven digits")]
        Self(outcome.map_or(f32::NAN, |outcome| outcome as f32 + 0.0).to_bits())
    }

    /// Returns the outcome.
    pub fn value(self) -> Option<f64> {
        Some(f64::from(f32::from_bits(self.0))).filter(|outcome| outcome.is_finite())
    }
}

impl<T> Default for Answers<T> {
    fn default() -> Self {
        Self { answers: Multiset::default(), left_out: 0 }
    }
}

impl<T: Copy + Ord> Answers<T> {
    /// Adds the answer of a visit; `None` counts as left out.
    pub fn add(&mut self, answer: Option<T>, outcome: Outcome) {
        match answer {
            Some(answer) => self.answers.add((answer, outcome)),
            None => self.left_out += 1,
        }
    }

    /// Adds the answers of another.
    pub fn merge(&mut self, other: &Self) {
        self.answers.merge(&other.answers);
        self.left_out += other.left_out;
    }

    /// Replaces each answer by another.
    pub fn replace(&mut self, new: impl Fn(T) -> T) {
        self.answers.replace(|(answer, outcome)| (new(answer), outcome));
    }

    /// Sorts and merges equal answers; call after the last addition.
    pub fn compact(&mut self) {
        self.answers.compact();
    }

    /// Returns the answers, each with the outcome and the number of its visits. In order after [`Answers::compact`].
    pub fn iter(&self) -> impl Iterator<Item = (T, Option<f64>, u64)> {
        self.answers.iter().map(|((answer, outcome), visits)| (answer, outcome.value(), visits))
    }

    /// Returns the number of visits without an answer, or that set the item aside.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }
}
