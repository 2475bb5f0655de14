//! How figures, days and reasons are written in one language: the same in every format and on every screen.

use crate::stats::Undefined;
use crate::text::{Texts, clean};
use crate::visit::checklist::LocalText;
use jiff::civil::Date;
use std::borrow::Cow;

/// How many letters of a text from outside are shown.
const MAX_LETTERS: usize = 160;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// How many.
    Count,
    /// From 0 to 100.
    Percent,
    /// From 0 to 1, written in percent.
    Share,
    /// A difference of percents.
    Points,
    /// A difference of shares, written in percentage points.
    SharePoints,
    /// A number with one decimal.
    Decimal,
    /// A difference of such numbers.
    Difference,
    /// From 0 to 1, with two decimals.
    Coefficient,
    /// A probability.
    Probability,
    /// Seconds.
    Seconds,
}

/// The words and numbers of a language.
pub struct NumberFormat<'a> {
    pub texts: &'a Texts,
}

impl<'a> NumberFormat<'a> {
    /// Returns a message.
    #[must_use]
    pub fn get(&self, id: &'a str) -> &'a str {
        self.texts.get(id)
    }

    /// Returns a text of a checklist.
    #[must_use]
    pub fn local(&self, text: &LocalText) -> String {
        tidy(text.get(self.texts.lang()))
    }

    /// Returns `2026-03-01` as a day.
    #[must_use]
    pub fn day(&self, day: &str) -> String {
        date(day).map_or_else(|| tidy(day), |date| self.texts.date(date.at(0, 0, 0, 0)))
    }

    /// Returns `2026-03` as a month.
    #[must_use]
    pub fn month(&self, month: &str) -> String {
        let Some(first) = date(&format!("{month}-01")) else { return tidy(month) };
        let id = format!("month-{}", first.month());
        self.texts.with("page-month-year", &[("month", self.texts.get(&id).into()), ("year", year(first).into())])
    }

    /// Returns a count.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.number(float(count), 0)
    }

    /// Returns a message with a count in it, which may choose a plural.
    #[must_use]
    pub fn counted(&self, id: &str, count: u64) -> String {
        self.texts.with(id, &[("count", count.into()), ("n", self.count(count).into())])
    }

    /// Returns a number with so many decimals and a minus sign, not a hyphen.
    #[must_use]
    pub fn number(&self, number: f64, places: usize) -> String {
        self.texts.decimal(number, places).replace('-', "\u{2212}")
    }

    /// Returns seconds with one decimal; from two minutes on a duration.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time is above two minutes here")]
    #[must_use]
    pub fn seconds(&self, seconds: f64) -> String {
        if seconds < 120.0 {
            format!("{}\u{a0}s", self.number(seconds, 1))
        } else {
            self.texts.duration((seconds * 1000.0).round() as u64)
        }
    }

    /// Returns seconds as the label of an axis.
    #[must_use]
    pub fn whole_seconds(&self, seconds: f64) -> String {
        let short = seconds < 120.0;
        if short {
            format!("{}\u{a0}s", self.number(seconds, usize::from(seconds.fract() != 0.0)))
        } else {
            self.seconds(seconds)
        }
    }

    /// Returns a percentage as the label of an axis, without `.0`.
    #[must_use]
    pub fn whole_percent(&self, percent: f64) -> String {
        let text = self.texts.percent(percent);
        text.replacen(",0", "", 1).replacen(".0", "", 1)
    }

    /// Returns a difference with its sign; zero has none.
    #[must_use]
    pub fn signed(&self, number: f64, places: usize) -> String {
        let text = self.number(number, places);
        let zero = !text.bytes().any(|b| matches!(b, b'1'..=b'9'));
        if zero || text.starts_with('\u{2212}') { text } else { format!("+{text}") }
    }

    /// Returns what stands for a figure that is not defined, with the count behind it.
    #[must_use]
    pub fn undefined(&self, n: u64) -> String {
        self.texts.with("page-undefined", &[("n", self.count(n).into())])
    }

    /// Returns why a figure is not defined.
    #[must_use]
    pub fn reason(&self, undefined: Option<Undefined>) -> &'a str {
        self.texts.get(match undefined {
            Some(Undefined::ZeroDenominator) => "page-why-zero-denominator",
            Some(Undefined::NoVariation) => "page-why-no-variation",
            Some(Undefined::NoPairs | Undefined::NoPairableValues) => "page-why-no-pairs",
            Some(Undefined::SingleCategory) => "page-why-single-category",
            Some(Undefined::MedianNotReached) => "page-why-median-not-reached",
            Some(Undefined::SingleGroup) => "page-why-single-group",
            Some(Undefined::NoEvents) => "page-why-no-events",
            Some(Undefined::TooFewLevels) => "page-why-too-few-levels",
            Some(Undefined::NoObjectVariance) => "page-why-no-object-variance",
            Some(Undefined::TooFewPoints) => "page-why-too-few-points",
            Some(Undefined::NoObservations) => "page-why-no-observations",
            Some(Undefined::OutOfRange) => "page-why-out-of-range",
            None => "page-why-other",
        })
    }

    /// Returns a number with its unit.
    #[must_use]
    pub fn figure(&self, unit: Unit, number: f64) -> String {
        match unit {
            Unit::Percent => self.texts.percent(number),
            Unit::Share => self.texts.percent(100.0 * number),
            _ => self.without_percent(unit, number),
        }
    }

    /// Returns an interval in the unit of its figure, without percent signs. A missing limit is left open; without
    /// limits it is empty.
    #[must_use]
    pub fn interval(&self, unit: Unit, lower: Option<f64>, upper: Option<f64>) -> String {
        if lower.is_none() && upper.is_none() {
            return String::new();
        }
        let limit = |limit: Option<f64>| match limit {
            Some(limit) => self.without_percent(unit, limit),
            None => self.get("page-open-limit").to_owned(),
        };
        self.texts.with("page-interval", &[("lower", limit(lower).into()), ("upper", limit(upper).into())])
    }

    fn without_percent(&self, unit: Unit, number: f64) -> String {
        match unit {
            Unit::Count => self.number(number, 0),
            Unit::Seconds => self.seconds(number),
            Unit::Share => self.number(100.0 * number, 1),
            Unit::Points | Unit::Difference => self.signed(number, 1),
            Unit::SharePoints => self.signed(100.0 * number, 1),
            Unit::Coefficient => self.number(number, 2),
            Unit::Probability if number < 0.001 => format!("<\u{a0}{}", self.number(0.001, 3)),
            Unit::Probability => self.number(number, 3),
            Unit::Percent | Unit::Decimal => self.number(number, 1),
        }
    }
}

/// Returns a text from outside, cleaned and cut to a length that is still read.
#[must_use]
pub fn tidy(text: &str) -> String {
    cut(&clean(text), MAX_LETTERS).into_owned()
}

/// Returns a text cut to so many letters.
#[must_use]
pub fn cut(text: &str, letters: usize) -> Cow<'_, str> {
    if text.chars().nth(letters).is_none() {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// Parses `2026-03-01`.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn year(date: Date) -> String {
    format!("{:04}", date.year())
}

/// Returns a count as a float.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
#[must_use]
pub fn float(count: u64) -> f64 {
    count as f64
}
