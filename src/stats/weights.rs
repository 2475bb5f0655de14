//! Agreement weights: how much two different categories still agree.

use super::floats::float;

/// A rule for the weight of two categories by their distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// 1 for equal categories, 0 for others: for categories without an order.
    Identity,
    /// 1 minus the distance over the range.
    Linear,
    /// 1 minus the squared distance over the squared range.
    Quadratic,
}

/// The weights of all pairs of categories, from 0 to 1, with 1 on the diagonal; symmetric.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightMatrix {
    size: usize,
    cells: Vec<f64>,
}

impl Weights {
    /// Returns the matrix for categories with these values, which are finite and in any order.
    pub fn matrix(self, values: &[f64]) -> WeightMatrix {
        // Halved, so that the range of huge values does not overflow.
        let least = values.iter().copied().fold(f64::INFINITY, f64::min) / 2.0;
        let range = values.iter().copied().fold(f64::NEG_INFINITY, f64::max) / 2.0 - least;
        let weight = |(row, one): (usize, &f64), (column, other): (usize, &f64)| {
            let distance = if range > 0.0 { (one / 2.0 - other / 2.0).abs() / range } else { 0.0 };
            match self {
                Self::Identity => f64::from(u8::from(row == column)),
                Self::Linear => 1.0 - distance,
                Self::Quadratic => 1.0 - distance * distance,
            }
        };
        let cells = values
            .iter()
            .enumerate()
            .flat_map(|one| values.iter().enumerate().map(move |other| weight(one, other)))
            .collect();
        WeightMatrix { size: values.len(), cells }
    }

    /// Returns the matrix for ordered categories at equal distances.
    pub fn by_rank(self, categories: usize) -> WeightMatrix {
        self.matrix(&(0..categories).map(float).collect::<Vec<_>>())
    }
}

impl WeightMatrix {
    /// Returns the number of categories.
    pub const fn size(&self) -> usize {
        self.size
    }

    /// Returns the weight of two categories, or `None` if there is no such category.
    pub fn get(&self, one: usize, other: usize) -> Option<f64> {
        self.rows().nth(one)?.get(other).copied()
    }

    /// Returns the weights row by row.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.cells.chunks_exact(self.size.max(1))
    }

    /// Returns the sum of all weights.
    pub(super) fn total(&self) -> f64 {
        self.cells.iter().sum()
    }
}
