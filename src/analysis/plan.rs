//! The options of a report: grouping, filters, and the first day of the later period.

use super::dimension::{Dimension, NO_GROUP};
use crate::text::fold_name;
use crate::visit::Kind;
use crate::visit::event::Site;
use crate::visit::record::{Record, RecordedAnswer};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The options of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The dimensions that group figures, without duplicates.
    pub by: Vec<Dimension>,
    /// The filter on visits and rows.
    pub filter: Filter,
    /// The first day of the later period; `None` stands for the later half of the months.
    pub since: Option<Date>,
    /// The score that visits should reach, in percent.
    pub target: Option<f64>,
    /// The weight of each site by its id; sites that it lacks have none.
    pub weights: Option<BTreeMap<String, f64>>,
    /// The sites that the programme should visit; empty if there is no list of them.
    pub known_sites: Vec<KnownSite>,
    /// The ids of those known sites that only a visit made known. They are not listed without one: the site may have been
    /// mistyped.
    pub remembered_sites: BTreeSet<String>,
}

/// A site of the list of sites.
pub type KnownSite = Site;

impl Plan {
    /// Returns the known sites that match the filter.
    pub(super) fn matching_sites(&self) -> impl Iterator<Item = &KnownSite> {
        self.known_sites.iter().filter(|site| self.filter.matches_site(site))
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            by: vec![Dimension::Site],
            filter: Filter::default(),
            since: None,
            target: None,
            weights: None,
            known_sites: Vec::new(),
            remembered_sites: BTreeSet::new(),
        }
    }
}

/// A filter on visits and rows. Each dimension that it names must match one of the values named for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The conditions, in the order given.
    pub conditions: Vec<Condition>,
    /// The first day, in each visit's own time zone.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// A condition `key=value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The dimension; `None` for the visit's status.
    pub dimension: Option<Dimension>,
    /// The value that matches.
    pub value: String,
    /// Whether a person wrote the value: then it may also be the name of a site or an observer.
    pub by_name: bool,
}

impl Condition {
    /// Creates the condition that a dimension has exactly this value.
    pub fn exact(dimension: Dimension, value: impl Into<String>) -> Self {
        Self { dimension: Some(dimension), value: value.into(), by_name: false }
    }

    fn matches(&self, value: &str, name: Option<&str>) -> bool {
        let is_named = |name: &str| fold_name(name) == fold_name(&self.value);
        let has_names = matches!(self.dimension, Some(Dimension::Site | Dimension::Observer));
        self.value == value
            || self.by_name && has_names && (self.value.to_lowercase() == value || is_named(name.unwrap_or(value)))
    }

    /// Parses `key=value`; `None` if the key is unknown or the value is empty. Only `group=` may be empty, for visits
    /// without a group.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, value) = text.split_once('=')?;
        let dimension = if key == "status" { None } else { Some(Dimension::from_name(key)?) };
        (!value.is_empty() || dimension == Some(Dimension::Group)).then(|| Self {
            dimension,
            value: value.to_owned(),
            by_name: true,
        })
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.dimension.map_or("status", Dimension::name), self.value)
    }
}

/// Why a visit is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The visit was abandoned.
    Abandoned,
    /// It is a training visit.
    Training,
    /// It was declared void.
    Void,
    /// It does not match the filter.
    Filtered,
}

impl Filter {
    /// Checks whether a visit counts. Abandoned, void and training visits count only if a condition names their status or
    /// kind.
    ///
    /// # Errors
    /// Why the visit is left out.
    pub fn check_visit(&self, record: &Record<'_>) -> Result<(), LeftOut> {
        let in_time = self.from.is_none_or(|from| record.date >= from) && self.to.is_none_or(|to| record.date <= to);
        let name = |dimension| match dimension {
            Dimension::Site => record.site_name.as_deref(),
            Dimension::Observer => record.observer_name.as_deref(),
            _ => None,
        };
        if !in_time || !self.all_match(|dimension| dimension.value_of_visit(record), name) {
            return Err(LeftOut::Filtered);
        }
        if !self.value_matches(None, record.status(), None) {
            return Err(LeftOut::Filtered);
        }
        if !record.complete && !self.has_condition(None) {
            return Err(if record.void { LeftOut::Void } else { LeftOut::Abandoned });
        }
        if record.kind == Kind::Training && !self.has_condition(Some(Dimension::Kind)) {
            return Err(LeftOut::Training);
        }
        Ok(())
    }

    /// Returns whether a row of a matching visit counts.
    pub fn matches_row(&self, row: &RecordedAnswer<'_>) -> bool {
        self.all_match(|dimension| dimension.value_of_row(row).map(Cow::Borrowed), |_| None)
    }

    /// Returns whether a site matches the conditions on site and group.
    fn matches_site(&self, site: &KnownSite) -> bool {
        let value = |dimension| match dimension {
            Dimension::Site => Some(Cow::Borrowed(&*site.id)),
            Dimension::Group => Some(Cow::Borrowed(site.group.as_deref().unwrap_or(NO_GROUP))),
            _ => None,
        };
        self.all_match(value, |dimension| site.name.as_deref().filter(|_| dimension == Dimension::Site))
    }

    /// Returns whether visits of a kind can match.
    pub(super) fn matches_kind(&self, kind: Kind) -> bool {
        self.value_matches(Some(Dimension::Kind), kind.name(), None)
    }

    /// Returns whether a condition names a dimension that groups rows.
    pub fn filters_rows(&self) -> bool {
        self.conditions.iter().any(|condition| condition.dimension.is_some_and(Dimension::groups_rows))
    }

    /// Returns whether every named dimension matches, among those that have a value here; some have a name too.
    fn all_match<'v>(
        &self,
        value: impl Fn(Dimension) -> Option<Cow<'v, str>>,
        name: impl Fn(Dimension) -> Option<&'v str>,
    ) -> bool {
        let mut named = self.conditions.iter().filter_map(|condition| condition.dimension);
        named.all(|dimension| {
            value(dimension).is_none_or(|value| self.value_matches(Some(dimension), &value, name(dimension)))
        })
    }

    pub(super) fn has_condition(&self, dimension: Option<Dimension>) -> bool {
        self.conditions.iter().any(|condition| condition.dimension == dimension)
    }

    fn value_matches(&self, dimension: Option<Dimension>, value: &str, name: Option<&str>) -> bool {
        !self.has_condition(dimension)
            || (self.conditions.iter())
                .any(|condition| condition.dimension == dimension && condition.matches(value, name))
    }
}
