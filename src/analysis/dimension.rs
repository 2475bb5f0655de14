//! The dimensions that figures are grouped by, and the keys made of their values.

use super::month;
use crate::visit::record::{Record, RecordedAnswer};
use jiff::civil::Weekday;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A dimension that figures can be grouped by, in the order of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// The site's id.
    Site,
    /// The group of sites that the site was in.
    Group,
    /// The relation observed: towards customers, between managers and employees, or between departments.
    Relation,
    /// The kind of visit.
    Kind,
    /// The observer's id.
    Observer,
    /// The month, `2026-03`; like every time below, in the visit's own time zone.
    Month,
    /// The ISO week, `2026-W09`.
    Week,
    /// The day of the week, from 1 (Monday) to 7 (Sunday).
    Weekday,
    /// The hour of the start, `00` to `23`.
    Hour,
    /// The checklist's id.
    Checklist,
    /// The section's id.
    Section,
    /// The attitude; `none` in a section without one.
    Attitude,
    /// The item's id.
    Item,
    /// The behaviour; the item's id if it has none.
    Behaviour,
}

/// The value of a visit without a group, serialized as null; no group has an empty name.
pub const NO_GROUP: &str = "";
/// The value of a row without an attitude; no attitude has this name.
pub const NO_ATTITUDE: &str = "none";

impl Dimension {
    /// Every dimension, in order.
    pub const ALL: [Self; 14] = [
        Self::Site,
        Self::Group,
        Self::Relation,
        Self::Kind,
        Self::Observer,
        Self::Month,
        Self::Week,
        Self::Weekday,
        Self::Hour,
        Self::Checklist,
        Self::Section,
        Self::Attitude,
        Self::Item,
        Self::Behaviour,
    ];

    /// Returns its name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Group => "group",
            Self::Relation => "relation",
            Self::Kind => "kind",
            Self::Observer => "observer",
            Self::Month => "month",
            Self::Week => "week",
            Self::Weekday => "weekday",
            Self::Hour => "hour",
            Self::Checklist => "checklist",
            Self::Section => "section",
            Self::Attitude => "attitude",
            Self::Item => "item",
            Self::Behaviour => "behaviour",
        }
    }

    /// Looks up a dimension by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.name() == name)
    }

    /// Returns whether it groups the rows within a visit; otherwise it groups visits.
    pub fn groups_rows(self) -> bool {
        matches!(self, Self::Section | Self::Attitude | Self::Item | Self::Behaviour)
    }

    /// Returns its value for a visit; `None` if it groups rows.
    pub fn value_of_visit<'r>(self, record: &'r Record<'_>) -> Option<Cow<'r, str>> {
        let date = record.date;
        Some(match self {
            Self::Site => Cow::Borrowed(&record.site),
            Self::Group => Cow::Borrowed(record.group.as_deref().unwrap_or(NO_GROUP)),
            Self::Relation => Cow::Borrowed(record.relation.name()),
            Self::Kind => Cow::Borrowed(record.kind.name()),
            Self::Observer => Cow::Borrowed(&record.observer),
            Self::Month => Cow::Owned(month::name(month::number(date))),
            Self::Week => {
                let week = date.iso_week_date();
                Cow::Owned(format!("{:04}-W{:02}", week.year(), week.week()))
            }
            Self::Weekday => Cow::Borrowed(match date.weekday() {
                Weekday::Monday => "1",
                Weekday::Tuesday => "2",
                Weekday::Wednesday => "3",
                Weekday::Thursday => "4",
                Weekday::Friday => "5",
                Weekday::Saturday => "6",
                Weekday::Sunday => "7",
            }),
            Self::Hour => Cow::Owned(format!("{:02}", record.hour)),
            Self::Checklist => Cow::Borrowed(&record.checklist),
            Self::Section | Self::Attitude | Self::Item | Self::Behaviour => return None,
        })
    }

    /// Returns its value for a row; `None` if it groups visits.
    pub fn value_of_row<'r>(self, row: &'r RecordedAnswer<'_>) -> Option<&'r str> {
        match self {
            Self::Section => Some(&row.section),
            Self::Attitude => Some(row.attitude.as_deref().unwrap_or(NO_ATTITUDE)),
            Self::Item => Some(&row.item),
            Self::Behaviour => Some(row.behaviour.as_deref().unwrap_or(&row.item)),
            _ => None,
        }
    }
}

/// The key of a figure: values of some dimensions, in the order in which they were added. Serialized as an object; the
/// empty key stands for all visits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(Vec<(Dimension, String)>);

impl Key {
    /// The empty key, of all visits.
    pub const ALL: Self = Self(Vec::new());

    /// Returns the empty key, of all visits.
    pub fn all() -> Self {
        Self::default()
    }

    /// Returns the key with one more value; a dimension already present keeps its position and gets the new value.
    #[must_use]
    pub fn and(mut self, dimension: Dimension, value: &str) -> Self {
        if let Some((_, known)) = self.0.iter_mut().find(|(known, _)| *known == dimension) {
            value.clone_into(known);
        } else {
            // Keys are many and short.
            self.0.reserve_exact(1);
            self.0.push((dimension, value.to_owned()));
        }
        self
    }

    /// Returns the value of a dimension.
    pub fn get(&self, dimension: Dimension) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == dimension).map(|(_, value)| value.as_str())
    }

    /// Returns the dimensions and their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Dimension, &str)> {
        self.0.iter().map(|(dimension, value)| (*dimension, value.as_str()))
    }

    /// Returns whether this is the empty key, of all visits.
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }
}

/// Sorts rows by their key, their checklist, and their item if they have one.
pub fn sort_rows<T>(rows: &mut [T], order: impl Fn(&T) -> (&Key, &str, Option<&str>)) {
    rows.sort_by(|one, other| order(one).cmp(&order(other)));
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (dimension, value) in self.iter() {
            let is_missing = dimension == Dimension::Group && value == NO_GROUP;
            map.serialize_entry(dimension.name(), &(!is_missing).then_some(value))?;
        }
        map.end()
    }
}

impl JsonSchema for Key {
    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = Dimension::ALL.map(Dimension::name);
        json_schema!({
            "type": "object",
            "description": "What the figure is of; an empty key is of everything. Null is no group.",
            "propertyNames": {"enum": names},
            "additionalProperties": {"type": ["string", "null"]}
        })
    }
}
