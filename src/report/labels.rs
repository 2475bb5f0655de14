//! The names of sites, checklists, items and values of dimensions in one language.
//!
//! Names from outside are cleaned and cut to a maximum length, but not escaped.

use super::number_format::{NumberFormat, tidy};
use super::visit_words::with_share;
use crate::analysis::dimension::NO_GROUP;
use crate::analysis::figures::{DriverRow, Level, ValueUnit};
use crate::analysis::{Dimension, Key, Report};
use crate::text::Texts;
use crate::visit::checklist::LocalText;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// A report with the labels of its ids in one language. Derefs to the number format of that language.
pub struct Labels<'a> {
    pub report: &'a Report,
    format: NumberFormat<'a>,
    /// Names that several sites have; their labels include the id.
    ambiguous_sites: BTreeSet<&'a str>,
    /// The same of observers.
    ambiguous_observers: BTreeSet<&'a str>,
}

impl<'a> Labels<'a> {
    /// Creates the labels of a report.
    pub fn new(report: &'a Report, texts: &'a Texts) -> Self {
        Self {
            report,
            format: NumberFormat { texts },
            ambiguous_sites: shared_names(&report.labels.sites),
            ambiguous_observers: shared_names(&report.labels.observers),
        }
    }

    /// Returns whether the report has several checklists, so that rows must name theirs.
    pub fn several_checklists(&self) -> bool {
        self.report.checklists.len() > 1
    }

    /// Returns what `part` returns for each checklist, by index and name, with the checklist's title if the report has
    /// several.
    pub fn by_checklist<T>(&self, part: impl Fn(usize, &'a str) -> Option<T>) -> Vec<(Option<String>, T)> {
        let title = |name| self.several_checklists().then(|| self.checklist(name));
        let names = self.report.checklists.iter().map(|checklist| checklist.name.as_str()).enumerate();
        names.filter_map(|(index, name)| Some((title(name), part(index, name)?))).collect()
    }

    /// Returns a checklist's title, followed by its id if it has no title or shares it.
    pub fn checklist(&self, name: &str) -> String {
        let labels = &self.report.labels.checklists;
        let Some(title) = labels.get(name).map(|title| self.local(title)) else { return tidy(name) };
        let same = labels.values().filter(|other| self.local(other) == title).count();
        if title.is_empty() || same > 1 { format!("{title} ({})", tidy(name)).trim_start().to_owned() } else { title }
    }

    /// Returns the name of a site, followed by its id if several sites have that name.
    pub fn site(&self, id: &str) -> String {
        named(&self.report.labels.sites, &self.ambiguous_sites, id)
    }

    /// Returns the name of an observer, followed by the id if several observers have that name.
    pub fn observer(&self, id: &str) -> String {
        named(&self.report.labels.observers, &self.ambiguous_observers, id)
    }

    /// Returns the name of a dimension.
    pub fn dimension(&self, dimension: Dimension) -> &'a str {
        self.texts.get(dimension_id(dimension))
    }

    /// Returns the name of a dimension's value.
    pub fn value(&self, dimension: Dimension, value: &str) -> String {
        let labels = &self.report.labels;
        match dimension {
            Dimension::Site => self.site(value),
            Dimension::Observer => self.observer(value),
            Dimension::Checklist => self.checklist(value),
            Dimension::Section => self.label(&labels.sections, value),
            Dimension::Item => self.label(&labels.items, value),
            Dimension::Behaviour => self.label(&labels.behaviours, value),
            Dimension::Month => self.month(value),
            Dimension::Hour => self.texts.with("page-hour-of", &[("hour", value.into())]),
            Dimension::Group if value == NO_GROUP => self.get("page-no-group").to_owned(),
            _ => value_id(dimension, value).map_or_else(|| tidy(value), |id| self.get(id).to_owned()),
        }
    }

    /// Returns the name of a dimension's value, with the checklist's own label for a behaviour, and the share of a section.
    pub fn value_in(&self, checklist: &str, dimension: Dimension, value: &str) -> String {
        match self.report.labels.behaviours_of.get(checklist) {
            Some(labels) if dimension == Dimension::Behaviour => self.label(labels, value),
            _ if dimension == Dimension::Section => self.section_in(checklist, value),
            _ => self.value(dimension, value),
        }
    }

    /// Returns the name of a section, with its share of the score if it has one.
    fn section_in(&self, checklist: &str, id: &str) -> String {
        let used = self.report.checklists.iter().find(|used| used.name == checklist);
        let share = used.and_then(|used| used.shares.iter().find(|share| share.section == id));
        with_share(self.texts, self.value(Dimension::Section, id), share.map(|share| share.percent))
    }

    /// Returns the name of an item.
    pub fn item(&self, id: &str) -> String {
        self.value(Dimension::Item, id)
    }

    /// Returns the name of an item, with the unit that the checklist names.
    pub fn item_with_unit(&self, id: &str, unit: Option<&ValueUnit>) -> String {
        match unit {
            Some(ValueUnit::Named(unit)) => format!("{} ({})", self.item(id), self.local(unit)),
            _ => self.item(id),
        }
    }

    /// Returns the name of an option of a choice.
    pub fn option(&self, item: &str, id: &str) -> String {
        self.report.labels.options.get(item).map_or_else(|| tidy(id), |options| self.label(options, id))
    }

    /// Returns a value with its unit.
    pub fn value_with_unit(&self, value: f64, unit: Option<&ValueUnit>) -> String {
        let number = || self.number(value, if value.fract() == 0.0 { 0 } else { 2 });
        match unit {
            Some(ValueUnit::Seconds) => self.whole_seconds(value),
            Some(ValueUnit::Named(unit)) => format!("{}\u{a0}{}", number(), self.local(unit)),
            Some(ValueUnit::Number) | None => number(),
        }
    }

    /// Returns the answer that the visits on the first side of a driver have.
    pub fn level(&self, row: &DriverRow) -> String {
        match &row.level {
            Level::Shown => self.get("value-yes").to_owned(),
            Level::Never => self.get("value-never").to_owned(),
            Level::Above { value, unit } => format!(">\u{a0}{}", self.value_with_unit(*value, Some(unit))),
            Level::AtLeast { value, unit } => format!("≥\u{a0}{}", self.value_with_unit(*value, Some(unit))),
            Level::Option { id } => self.option(row.item.as_deref().unwrap_or_default(), id),
        }
    }

    /// Returns the name of a driver: its behaviour or item, with the answer unless that is yes.
    pub fn driver(&self, row: &DriverRow) -> String {
        let name = self.key_in(&row.checklist, &row.key);
        match row.level {
            Level::Shown => name,
            _ => format!("{name} · {}", self.level(row)),
        }
    }

    /// Returns the name of a key, with the checklist's own labels for behaviours.
    pub fn key_in(&self, checklist: &str, key: &Key) -> String {
        self.join_key(key, |dimension, value| self.value_in(checklist, dimension, value))
    }

    /// Returns the name of a key: its values, or "all visits" if it has none.
    pub fn key(&self, key: &Key) -> String {
        self.join_key(key, |dimension, value| self.value(dimension, value))
    }

    fn join_key(&self, key: &Key, name: impl Fn(Dimension, &str) -> String) -> String {
        if key.is_all() {
            return self.get("page-all-visits").to_owned();
        }
        key.iter().map(|(dimension, value)| name(dimension, value)).collect::<Vec<_>>().join(" · ")
    }

    /// Returns the label of an id, or the id if it has none.
    fn label(&self, labels: &BTreeMap<String, LocalText>, id: &str) -> String {
        let text = labels.get(id).map(|text| self.local(text)).unwrap_or_default();
        if text.is_empty() { tidy(id) } else { text }
    }
}

impl<'a> Deref for Labels<'a> {
    type Target = NumberFormat<'a>;

    fn deref(&self) -> &NumberFormat<'a> {
        &self.format
    }
}

/// Returns the names that several ids have.
fn shared_names(names: &BTreeMap<String, String>) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    names.values().map(String::as_str).filter(|name| !seen.insert(*name)).collect()
}

/// Returns the name of an id, with the id if the name is ambiguous; the id if it has none.
fn named(names: &BTreeMap<String, String>, ambiguous: &BTreeSet<&str>, id: &str) -> String {
    match names.get(id) {
        None => tidy(id),
        Some(name) if name.trim().is_empty() => tidy(id),
        Some(name) if ambiguous.contains(name.as_str()) => format!("{} ({})", tidy(name), tidy(id)),
        Some(name) => tidy(name),
    }
}

/// Returns the message that names a dimension.
#[must_use]
pub fn dimension_id(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Site => "page-site",
        Dimension::Group => "page-group",
        Dimension::Relation => "page-relation",
        Dimension::Kind => "page-kind",
        Dimension::Observer => "page-observer",
        Dimension::Month => "page-month",
        Dimension::Week => "page-week",
        Dimension::Weekday => "page-weekday",
        Dimension::Hour => "page-hour",
        Dimension::Checklist => "page-checklist",
        Dimension::Section => "page-section",
        Dimension::Attitude => "page-attitude",
        Dimension::Item => "page-item",
        Dimension::Behaviour => "page-behaviour",
    }
}

/// Returns the message that names an answer; none of one that the checklist names.
#[must_use]
pub fn answer_id(answer: &str) -> Option<&'static str> {
    Some(match answer {
        "yes" => "value-yes",
        "partly" => "value-partly",
        "no" => "value-no",
        "not_applicable" => "value-not-applicable",
        "not_observed" => "value-not-observed",
        "never" => "value-never",
        _ => return None,
    })
}

/// Returns the message that names a value that every report may have.
#[must_use]
pub fn value_id(dimension: Dimension, value: &str) -> Option<&'static str> {
    Some(match (dimension, value) {
        (Dimension::Relation, "customer") => "relation-customer",
        (Dimension::Relation, "management") => "relation-management",
        (Dimension::Relation, "internal") => "relation-internal",
        (Dimension::Kind, "mystery_visit") => "kind-mystery-visit",
        (Dimension::Kind, "self_audit") => "kind-self-audit",
        (Dimension::Kind, "training") => "kind-training",
        (Dimension::Attitude, "greeting") => "page-attitude-greeting",
        (Dimension::Attitude, "listening") => "page-attitude-listening",
        (Dimension::Attitude, "efficiency") => "page-attitude-efficiency",
        (Dimension::Attitude, "none") => "page-attitude-none",
        (Dimension::Weekday, "1") => "page-weekday-1",
        (Dimension::Weekday, "2") => "page-weekday-2",
        (Dimension::Weekday, "3") => "page-weekday-3",
        (Dimension::Weekday, "4") => "page-weekday-4",
        (Dimension::Weekday, "5") => "page-weekday-5",
        (Dimension::Weekday, "6") => "page-weekday-6",
        (Dimension::Weekday, "7") => "page-weekday-7",
        _ => return None,
    })
}
