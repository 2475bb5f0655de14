//! What a report is asked: by what, of which visits, and where the later period begins.

use super::dimension::Dimension;
use crate::visit::record::{Record, RecordedAnswer};
use jiff::civil::Date;
use std::borrow::Cow;
use std::fmt;

/// What a report is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// By what figures are told apart; without a double.
    pub by: Vec<Dimension>,
    /// Which visits and rows count.
    pub filter: Filter,
    /// The first day of the later period; without it, the later half of the months.
    pub since: Option<Date>,
}

impl Default for Plan {
    fn default() -> Self {
        Self { by: vec![Dimension::Site], filter: Filter::default(), since: None }
    }
}

/// Which visits and rows count: every dimension named must fit, one of its values being enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Conditions, as they were given.
    pub conditions: Vec<Condition>,
    /// The first day, in each visit's own zone.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// One condition: `key=value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Of what; `None` is the visit's status.
    pub dimension: Option<Dimension>,
    /// Which value.
    pub value: String,
}

impl Condition {
    /// Parses `key=value`; `None` where there is no such key, or no value. `group=` is no group.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, value) = text.split_once('=')?;
        let dimension = if key == "status" { None } else { Some(Dimension::from_name(key)?) };
        (!value.is_empty() || dimension == Some(Dimension::Group)).then(|| Self { dimension, value: value.to_owned() })
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.dimension.map_or("status", Dimension::name), self.value)
    }
}

/// Why a visit does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It was given up.
    Abandoned,
    /// It was training.
    Training,
    /// The filter does not fit.
    Filtered,
}

impl Filter {
    /// Judges a visit.
    ///
    /// # Errors
    /// Why it does not count.
    pub fn visit(&self, record: &Record<'_>) -> Result<(), LeftOut> {
        let in_time = self.from.is_none_or(|from| record.date >= from) && self.to.is_none_or(|to| record.date <= to);
        if !in_time || !self.all_fit(|dimension| dimension.of_visit(record)) {
            return Err(LeftOut::Filtered);
        }
        let status = if record.complete { "complete" } else { "abandoned" };
        if !self.fits(None, status) {
            return Err(LeftOut::Filtered);
        }
        if !record.complete && !self.names(None) {
            return Err(LeftOut::Abandoned);
        }
        if record.kind == crate::visit::Kind::Training && !self.names(Some(Dimension::Kind)) {
            return Err(LeftOut::Training);
        }
        Ok(())
    }

    /// Judges a row of a visit that counts.
    pub fn row(&self, row: &RecordedAnswer<'_>) -> bool {
        self.all_fit(|dimension| dimension.of_row(row).map(Cow::Borrowed))
    }

    /// Tells whether rows are judged at all.
    pub fn parts_rows(&self) -> bool {
        self.conditions.iter().any(|condition| condition.dimension.is_some_and(Dimension::is_of_rows))
    }

    /// Tells whether every dimension named fits, of those that have a value here.
    fn all_fit<'v>(&self, value: impl Fn(Dimension) -> Option<Cow<'v, str>>) -> bool {
        let mut named = self.conditions.iter().filter_map(|condition| condition.dimension);
        named.all(|dimension| value(dimension).is_none_or(|value| self.fits(Some(dimension), &value)))
    }

    fn names(&self, dimension: Option<Dimension>) -> bool {
        self.conditions.iter().any(|condition| condition.dimension == dimension)
    }

    fn fits(&self, dimension: Option<Dimension>, value: &str) -> bool {
        !self.names(dimension)
            || self.conditions.iter().any(|condition| condition.dimension == dimension && condition.value == value)
    }
}
