//! How a person calls what keys name, and how figures are written, in one language.
//!
//! Every text from outside comes out cleaned and of bounded length; it is not escaped: each format does that.

use crate::analysis::{Dimension, Key, Report};
use crate::text::{Texts, clean};
use crate::visit::checklist::LocalText;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// How many letters of a name are shown.
const LONGEST: usize = 160;

/// A report and the words to say it in.
pub struct Names<'a> {
    pub report: &'a Report,
    words: Words<'a>,
    /// Names that several sites have: there the id is said too.
    shared: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    /// Gets ready to name what a report speaks of.
    pub fn new(report: &'a Report, texts: &'a Texts) -> Self {
        let (mut seen, mut shared) = (BTreeSet::new(), BTreeSet::new());
        for name in report.labels.sites.values().map(String::as_str) {
            if !seen.insert(name) {
                shared.insert(name);
            }
        }
        Self { report, words: Words { texts }, shared }
    }

    /// Tells whether rows say by which checklist: where there are several.
    #[must_use]
    pub fn several_checklists(&self) -> bool {
        self.report.checklists.len() > 1
    }

    /// Gives a checklist's title; the name that rows carry follows where several have that title.
    #[must_use]
    pub fn checklist(&self, name: &str) -> String {
        let labels = &self.report.labels.checklists;
        let Some(title) = labels.get(name).map(|title| self.local(title)) else { return tidy(name) };
        let same = labels.values().filter(|other| self.local(other) == title).count();
        if title.is_empty() || same > 1 { format!("{title} ({})", tidy(name)).trim_start().to_owned() } else { title }
    }

    /// Gives the name of a site.
    #[must_use]
    pub fn site(&self, id: &str) -> String {
        match self.report.labels.sites.get(id) {
            Some(name) if self.shared.contains(name.as_str()) => format!("{} ({})", tidy(name), tidy(id)),
            Some(name) if !name.trim().is_empty() => tidy(name),
            _ => tidy(id),
        }
    }

    /// Gives the name of a dimension.
    #[must_use]
    pub fn dimension(&self, dimension: Dimension) -> &'a str {
        self.texts.get(match dimension {
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
        })
    }

    /// Gives the name of a dimension's value.
    #[must_use]
    pub fn value(&self, dimension: Dimension, value: &str) -> String {
        let labels = &self.report.labels;
        match dimension {
            Dimension::Site => self.site(value),
            Dimension::Checklist => self.checklist(value),
            Dimension::Section => self.label(&labels.sections, value),
            Dimension::Item => self.label(&labels.items, value),
            Dimension::Behaviour => self.label(&labels.behaviours, value),
            Dimension::Month => self.month(value),
            Dimension::Hour => self.texts.with("page-hour-of", &[("hour", value.into())]),
            Dimension::Group if value == "none" => self.get("page-no-group").to_owned(),
            _ => {
                let known = match (dimension, value) {
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
                    _ => return tidy(value),
                };
                self.get(known).to_owned()
            }
        }
    }

    /// Gives the name of a dimension's value in a checklist: what is done for colleagues has other words there.
    #[must_use]
    pub fn value_in(&self, checklist: &str, dimension: Dimension, value: &str) -> String {
        match self.report.labels.behaviours_of.get(checklist) {
            Some(labels) if dimension == Dimension::Behaviour => self.label(labels, value),
            _ => self.value(dimension, value),
        }
    }

    /// Gives the name of what a figure of a checklist is of.
    #[must_use]
    pub fn key_in(&self, checklist: &str, key: &Key) -> String {
        let parts: Vec<String> =
            key.iter().map(|(dimension, value)| self.value_in(checklist, dimension, value)).collect();
        if parts.is_empty() { self.get("page-all-visits").to_owned() } else { parts.join(" · ") }
    }

    /// Gives the name of what a figure is of; of everything: all visits.
    #[must_use]
    pub fn key(&self, key: &Key) -> String {
        let parts: Vec<String> = key.iter().map(|(dimension, value)| self.value(dimension, value)).collect();
        if parts.is_empty() { self.get("page-all-visits").to_owned() } else { parts.join(" · ") }
    }

    /// Gives the text of a label by an id; the id where there is none.
    fn label(&self, labels: &BTreeMap<String, LocalText>, id: &str) -> String {
        let text = labels.get(id).map(|text| self.local(text)).unwrap_or_default();
        if text.is_empty() { tidy(id) } else { text }
    }
}

impl<'a> Deref for Names<'a> {
    type Target = Words<'a>;

    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}

/// The words and numbers of a language, whatever is spoken of.
pub struct Words<'a> {
    pub texts: &'a Texts,
}

impl<'a> Words<'a> {
    /// Gives a message.
    #[must_use]
    pub fn get(&self, id: &'a str) -> &'a str {
        self.texts.get(id)
    }

    /// Gives a text of a checklist.
    #[must_use]
    pub fn local(&self, text: &LocalText) -> String {
        tidy(text.get(self.texts.lang()))
    }

    /// Writes `2026-03-01` as a day.
    #[must_use]
    pub fn day(&self, day: &str) -> String {
        date(day).map_or_else(|| tidy(day), |date| self.texts.date(date.at(0, 0, 0, 0)))
    }

    /// Writes `2026-03` as a month.
    #[must_use]
    pub fn month(&self, month: &str) -> String {
        let Some(first) = date(&format!("{month}-01")) else { return tidy(month) };
        let id = format!("month-{}", first.month());
        self.texts.with("page-month-year", &[("month", self.texts.get(&id).into()), ("year", year(first).into())])
    }

    /// Writes a count.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.number(float(count), 0)
    }

    /// Writes a count of something: a message with a plural.
    #[must_use]
    pub fn counted(&self, id: &str, count: u64) -> String {
        self.texts.with(id, &[("count", count.into()), ("n", self.count(count).into())])
    }

    /// Writes a number, with a minus of its own.
    #[must_use]
    pub fn number(&self, number: f64, places: usize) -> String {
        self.texts.decimal(number, places).replace('-', "\u{2212}")
    }

    /// Writes seconds; from two minutes on as a duration.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time is above two minutes here")]
    #[must_use]
    pub fn seconds(&self, seconds: f64) -> String {
        if seconds < 120.0 {
            format!("{}\u{a0}s", self.number(seconds, 1))
        } else {
            self.texts.duration((seconds * 1000.0).round() as u64)
        }
    }

    /// Writes whole seconds, along an axis.
    #[must_use]
    pub fn whole_seconds(&self, seconds: f64) -> String {
        let short = seconds < 120.0;
        if short {
            format!("{}\u{a0}s", self.number(seconds, usize::from(seconds.fract() != 0.0)))
        } else {
            self.seconds(seconds)
        }
    }

    /// Writes a whole percent, along an axis.
    #[must_use]
    pub fn whole_percent(&self, percent: f64) -> String {
        let text = self.texts.percent(percent);
        text.replacen(",0", "", 1).replacen(".0", "", 1)
    }

    /// Writes a difference: its sign always shows, but for zero.
    #[must_use]
    pub fn signed(&self, number: f64, places: usize) -> String {
        let text = self.number(number, places);
        let zero = !text.bytes().any(|b| matches!(b, b'1'..=b'9'));
        if zero || text.starts_with('\u{2212}') { text } else { format!("+{text}") }
    }

    /// Writes the words for an undefined figure, with how many there were.
    #[must_use]
    pub fn undefined(&self, n: u64) -> String {
        self.texts.with("page-undefined", &[("n", self.count(n).into())])
    }

    /// Writes why a figure is undefined.
    #[must_use]
    pub fn reason(&self, code: &str) -> &'a str {
        self.texts.get(match code {
            "zero_denominator" => "page-why-zero-denominator",
            "no_variation" => "page-why-no-variation",
            "no_pairs" | "no_pairable_values" => "page-why-no-pairs",
            "single_category" => "page-why-single-category",
            "median_not_reached" => "page-why-median-not-reached",
            "single_group" => "page-why-single-group",
            "no_events" => "page-why-no-events",
            "too_few_levels" => "page-why-too-few-levels",
            "no_object_variance" => "page-why-no-object-variance",
            "too_few_points" => "page-why-too-few-points",
            "no_observations" => "page-why-no-observations",
            "out_of_range" => "page-why-out-of-range",
            _ => "page-why-other",
        })
    }
}

/// Cleans a text from outside, and cuts it where nobody would read on.
#[must_use]
pub fn tidy(text: &str) -> String {
    cut(&clean(text), LONGEST).into_owned()
}

/// Cuts a text to so many letters.
#[must_use]
pub fn cut(text: &str, letters: usize) -> Cow<'_, str> {
    if text.chars().nth(letters).is_none() {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// Reads `2026-03-01`.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn year(date: Date) -> String {
    format!("{:04}", date.year())
}

/// Gives a count as a float.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
#[must_use]
pub fn float(count: u64) -> f64 {
    count as f64
}
