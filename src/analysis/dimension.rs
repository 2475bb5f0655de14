//! By what figures are told apart, and what a figure is of.

use super::month;
use crate::visit::record::{Record, RecordedAnswer};
use jiff::civil::Weekday;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// By what figures can be told apart. The order is that of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// The site's id.
    Site,
    /// The group that the site was in.
    Group,
    /// Between whom the service passed.
    Relation,
    /// What the visit was for.
    Kind,
    /// The observer's id.
    Observer,
    /// `2026-03`, in the visit's own zone, as every time below.
    Month,
    /// `2026-W09`, the ISO week.
    Week,
    /// 1 is Monday, 7 is Sunday.
    Weekday,
    /// `00` to `23`.
    Hour,
    /// The checklist's id.
    Checklist,
    /// The section's id.
    Section,
    /// The attitude; `none` of a section without one.
    Attitude,
    /// The item's id.
    Item,
    /// The behaviour; the item's id of an item without one.
    Behaviour,
}

/// The value of a visit without a group; no group has an empty name. It is serialized as null.
pub const NO_GROUP: &str = "";
/// The value of a row without an attitude; no attitude has this name.
pub const NO_ATTITUDE: &str = "none";

impl Dimension {
    /// Every dimension.
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

    /// Gives its name on the command line and in files.
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

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.name() == name)
    }

    /// Tells whether it parts the rows of one visit; otherwise it parts visits.
    pub fn is_of_rows(self) -> bool {
        matches!(self, Self::Section | Self::Attitude | Self::Item | Self::Behaviour)
    }

    /// Gives its value for a visit; `None` for one that parts rows.
    pub fn of_visit<'r>(self, record: &'r Record<'_>) -> Option<Cow<'r, str>> {
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

    /// Gives its value for a row; `None` for one that parts visits.
    pub fn of_row<'r>(self, row: &'r RecordedAnswer<'_>) -> Option<&'r str> {
        match self {
            Self::Section => Some(&row.section),
            Self::Attitude => Some(row.attitude.as_deref().unwrap_or(NO_ATTITUDE)),
            Self::Item => Some(&row.item),
            Self::Behaviour => Some(row.behaviour.as_deref().unwrap_or(&row.item)),
            _ => None,
        }
    }
}

/// What a figure is of: a value for each dimension. Written as an object; an empty one is of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(Vec<(Dimension, String)>);

impl Key {
    /// The key of everything.
    pub const ALL: Self = Self(Vec::new());

    /// Gives the key of everything.
    pub fn all() -> Self {
        Self::default()
    }

    /// Gives the key with a dimension more; one that is there already keeps its place and takes the value.
    #[must_use]
    pub fn and(mut self, dimension: Dimension, value: &str) -> Self {
        match self.0.iter_mut().find(|(known, _)| *known == dimension) {
            Some((_, known)) => value.clone_into(known),
            None => self.0.push((dimension, value.to_owned())),
        }
        self
    }

    /// Gives the value of a dimension.
    pub fn get(&self, dimension: Dimension) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == dimension).map(|(_, value)| value.as_str())
    }

    /// Gives the dimensions and their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Dimension, &str)> {
        self.0.iter().map(|(dimension, value)| (*dimension, value.as_str()))
    }

    /// Tells whether it is the key of everything.
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }
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
