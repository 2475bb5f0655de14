//! Writes figures, days and reasons in one language, the same in every format and on every screen.

use crate::analysis::figures::Undefined;
use crate::text::{Precision, Texts, clean};
use crate::visit::checklist::LocalText;
use jiff::civil::Date;
use std::borrow::Cow;

/// The maximum length of a text from outside, in characters.
const MAX_CHARS: usize = 160;

/// What a number measures, which decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A whole number of things.
    Count,
    /// A percentage, from 0 to 100.
    Percent,
    /// A share from 0 to 1, written in percent.
    Share,
    /// A difference of percentages, in percentage points.
    Points,
    /// A difference of shares from -1 to 1, written in percentage points.
    SharePoints,
    /// A number with one decimal.
    Decimal,
    /// A signed difference with one decimal.
    Difference,
    /// A coefficient up to 1, with two decimals.
    Coefficient,
    /// A probability, with three decimals.
    Probability,
    /// A time in seconds.
    Seconds,
}

impl Unit {
    /// Returns how a figure of this unit is shown, in every format.
    pub fn precision(self) -> Precision {
        match self {
            Self::Count => Precision { shift: 0, places: 0, end: 0 },
            Self::Percent | Self::Points => Precision::PERCENT,
            Self::Share | Self::SharePoints => Precision::SHARE,
            Self::Decimal | Self::Difference | Self::Seconds => Precision { shift: 0, places: 1, end: 0 },
            Self::Coefficient => Precision::COEFFICIENT,
            Self::Probability => Precision { shift: 0, places: 3, end: 1 },
        }
    }
}

/// Formats numbers, dates and messages in the language of `texts`.
pub struct NumberFormat<'a> {
    pub texts: &'a Texts,
}

impl<'a> NumberFormat<'a> {
    /// Returns a message without arguments.
    pub fn get(&self, id: &'a str) -> &'a str {
        self.texts.get(id)
    }

    /// Returns a text of a checklist in this language, cleaned and cut.
    pub fn local(&self, text: &LocalText) -> String {
        tidy(text.get(self.texts.lang()))
    }

    /// Returns a date such as `2026-03-01` in words; other text is only cleaned.
    pub fn day(&self, day: &str) -> String {
        date(day).map_or_else(|| tidy(day), |date| self.texts.date(date.at(0, 0, 0, 0)))
    }

    /// Returns the days of a period in words.
    pub fn days(&self, from: &str, to: &str) -> String {
        self.texts.with("page-days", &[("from", self.day(from).into()), ("to", self.day(to).into())])
    }

    /// Returns a month such as `2026-03` in words; other text is only cleaned.
    pub fn month(&self, month: &str) -> String {
        let Some(first) = date(&format!("{month}-01")) else { return tidy(month) };
        let id = format!("month-{}", first.month());
        self.texts.with("page-month-year", &[("month", self.texts.get(&id).into()), ("year", year(first).into())])
    }

    /// Returns a count with separators of thousands.
    pub fn count(&self, count: u64) -> String {
        self.number(float(count), 0)
    }

    /// Returns a message with the arguments `count`, which selects the plural, and `n`, the count as text.
    pub fn with_count(&self, id: &str, count: u64) -> String {
        self.texts.with(id, &[("count", count.into()), ("n", self.count(count).into())])
    }

    /// Returns a number with `places` decimals; a negative one has U+2212, not a hyphen.
    pub fn number(&self, number: f64, places: u32) -> String {
        self.texts.decimal(number, places).replace('-', "\u{2212}")
    }

    /// Returns seconds with one decimal below two minutes, and in whole seconds from then on.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time is about two minutes here")]
    pub fn seconds(&self, seconds: f64) -> String {
        if seconds < 119.95 {
            format!("{}\u{a0}s", self.digits(Unit::Seconds, seconds))
        } else {
            self.texts.duration(seconds.round() as u64 * 1000)
        }
    }

    /// Returns seconds as the label of an axis, without `.0`.
    pub fn whole_seconds(&self, seconds: f64) -> String {
        if seconds < 120.0 {
            format!("{}\u{a0}s", self.number(seconds, u32::from(seconds.fract() != 0.0)))
        } else {
            self.seconds(seconds)
        }
    }

    /// Returns a percentage as the label of an axis, without `.0`.
    pub fn whole_percent(&self, percent: f64) -> String {
        let text = self.texts.percent(percent);
        text.replacen(",0", "", 1).replacen(".0", "", 1)
    }

    /// Returns a number with its sign; zero has none.
    pub fn signed(&self, number: f64, places: u32) -> String {
        with_sign(self.number(number, places))
    }

    /// Returns the digits of a figure, without its unit.
    pub fn digits(&self, unit: Unit, figure: f64) -> String {
        let text = self.texts.figure(figure, unit.precision()).replace('-', "\u{2212}");
        match unit {
            Unit::Points | Unit::SharePoints | Unit::Difference => with_sign(text),
            _ => text,
        }
    }
    /// Returns the text that replaces an undefined figure, with the count behind it.
    pub fn undefined(&self, n: u64) -> String {
        self.texts.with("page-undefined", &[("n", self.count(n).into())])
    }

    /// Returns the explanation of a code for why a figure is undefined.
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
            Some(Undefined::FewVisits) => "page-why-few-visits",
            Some(Undefined::FewSites) => "page-why-few-sites",
            Some(Undefined::OutOfRange) => "page-why-out-of-range",
            None => "page-why-other",
        })
    }

    /// Returns a number with its unit.
    pub fn figure(&self, unit: Unit, number: f64) -> String {
        match unit {
            Unit::Percent => self.texts.percent(number),
            Unit::Share => self.texts.share(number),
            _ => self.without_percent(unit, number),
        }
    }

    /// Returns a figure with its unit, or the text that replaces an undefined one.
    pub fn figure_or_undefined(&self, unit: Unit, figure: Option<f64>, n: u64) -> String {
        figure.map_or_else(|| self.undefined(n), |figure| self.figure(unit, figure))
    }

    /// Returns an interval in the unit of its figure, without percent signs. A limit of `None` is written as open; the
    /// text is empty when both are.
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

    /// Returns an interval and the count behind its figure.
    pub fn interval_and_n(&self, unit: Unit, (lower, upper): (Option<f64>, Option<f64>), n: u64) -> String {
        let interval = self.interval(unit, lower, upper);
        self.texts.with("page-row-detail", &[("interval", interval.into()), ("n", self.count(n).into())])
    }

    fn without_percent(&self, unit: Unit, number: f64) -> String {
        match unit {
            Unit::Seconds => self.seconds(number),
            Unit::Probability if number < 0.001 => format!("<\u{a0}{}", self.digits(unit, 0.001)),
            _ => self.digits(unit, number),
        }
    }
}

/// Returns a number with a plus sign unless it is negative or zero.
fn with_sign(number: String) -> String {
    let is_zero = !number.bytes().any(|b| matches!(b, b'1'..=b'9'));
    if is_zero || number.starts_with('\u{2212}') { number } else { format!("+{number}") }
}

/// Returns a text from outside without control characters, cut to 160 characters.
#[must_use]
pub fn tidy(text: &str) -> String {
    cut(&clean(text), MAX_CHARS).into_owned()
}

/// Returns a text of at most `max` characters; one that was cut ends in `…`.
#[must_use]
pub fn cut(text: &str, max: usize) -> Cow<'_, str> {
    if text.chars().nth(max).is_none() {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().take(max.saturating_sub(1)).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// Parses a date such as `2026-03-01`.
pub fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn year(date: Date) -> String {
    format!("{:04}", date.year())
}

/// Returns a count as a float.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub fn float(count: u64) -> f64 {
    count as f64
}
