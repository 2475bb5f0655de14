//! A row of a question as its table shows it: name, count, figure, interval, remark, and all of it in words.

use super::interval::Interval;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::stats::Undefined;
use crate::ui::prelude::*;

/// A row of a table.
#[derive(Debug, Default)]
pub struct TableRow {
    pub label: String,
    /// Its checklist, in a word, where that is not the one with most visits.
    pub checklist: String,
    /// The count that the figure is from.
    pub n: String,
    pub value: String,
    pub interval: String,
    pub plot: Option<Plot>,
    pub remark: String,
    /// Whether the remark must not be overlooked.
    pub is_warning: bool,
    /// All of it in words.
    pub detail: String,
}

/// What a row plots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Plot {
    /// A figure with its interval, on the scale of the table.
    Interval(Interval),
    /// The percentages of customers, management and internal services.
    Relations([Option<f64>; 3]),
}

impl TableRow {
    /// Returns the role of the remark.
    pub fn remark_role(&self) -> Role {
        if self.is_warning { Role::Warning } else { Role::Quiet }
    }

    /// Appends parts to the words; empty ones are left out.
    pub fn with_details(mut self, parts: impl IntoIterator<Item = String>) -> Self {
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !self.detail.is_empty() {
                self.detail.push_str(" · ");
            }
            self.detail.push_str(&part);
        }
        self
    }
}

/// A figure with its limits.
pub type Limits = (Option<f64>, Option<f64>, Option<f64>);

/// Returns a row with a figure and its interval, or why there is none.
pub fn figure(names: &Labels<'_>, unit: Unit, (value, lower, upper): Limits, why: Option<Undefined>) -> TableRow {
    let factor = if matches!(unit, Unit::Share | Unit::SharePoints) { 100.0 } else { 1.0 };
    let plot = value.map(|value| {
        let [low, value, high] = [lower.unwrap_or(value), value, upper.unwrap_or(value)].map(|number| number * factor);
        Plot::Interval(Interval { low, value, high })
    });
    let interval = names.interval(unit, lower, upper);
    let value = value.map(|value| names.figure(unit, value));
    let detail = match (&value, why) {
        (Some(value), None) if !interval.is_empty() => format!("{value} ({interval})"),
        (Some(value), Some(why)) => format!("{value} · {}", names.reason(Some(why))),
        (Some(value), None) => value.clone(),
        (None, why) => names.texts.with("results-undefined", &[("why", names.reason(why).into())]),
    };
    TableRow { value: value.unwrap_or_else(|| "–".to_owned()), interval, plot, detail, ..TableRow::default() }
}
