//! Numbers along a row or a column of cells.

/// The numbers that a row of cells stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberAxis {
    /// The number of the first cell.
    pub from: f64,
    /// The number of the last cell.
    pub to: f64,
}

impl NumberAxis {
    /// Creates an axis of round ends around numbers, within `limits`.
    pub fn around(numbers: impl Iterator<Item = f64> + Clone, limits: (f64, f64)) -> Self {
        let low = numbers.clone().fold(f64::INFINITY, f64::min).max(limits.0);
        let high = numbers.fold(f64::NEG_INFINITY, f64::max).min(limits.1);
        if !(low.is_finite() && high.is_finite()) {
            return Self { from: 0.0, to: 1.0 };
        }
        let step = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
            .into_iter()
            .find(|step| (high - low) / step <= 10.0)
            .unwrap_or_else(|| (high - low) / 10.0);
        let from = ((low / step).floor() * step).max(limits.0);
        let to = ((high / step).ceil() * step).min(limits.1);
        if to > from { Self { from, to } } else { Self { from: from - step, to: from + step } }
    }

    /// Returns the cell of a number among so many; a number outside the axis is at its end.
    pub fn cell(self, number: f64, cells: u16) -> u16 {
        let last = f64::from(cells.saturating_sub(1));
        let at = ((number - self.from) / (self.to - self.from) * last).round().clamp(0.0, last);
        (0..cells).find(|cell| f64::from(*cell) >= at).unwrap_or(0)
    }
}
