//! The rules of a checklist beyond its shape. Every fault is reported in one run, with its path inside the document.

mod conditions;
mod items;
mod shares;

use super::checklist::{Checklist, Item, LocalText, is_id};
use std::collections::HashMap;

pub use super::fault::{Fault, FaultKind, PathStep};
pub use shares::remarks;

/// The largest weight, and the largest points as a fraction of it. Sums of their products stay exact.
const MAX_WEIGHT: f64 = 1e6;

/// Finds every fault beyond the shape that its author must mend, in document order as far as possible: all that checking
/// a file finds but unknown fields.
#[must_use]
pub fn authoring_faults(checklist: &Checklist) -> Vec<Fault> {
    let mut check = Check::new(checklist.declared_languages());
    check.format(&checklist.format, super::checklist::FORMAT);
    check.at("id", |c| c.id(&checklist.id));
    check.at("title", |c| c.text(&checklist.title));
    check.at("sections", |c| c.sections(checklist));
    check.faults
}

/// Returns whether a visit can follow a checklist, even if texts are missing, as in files of other programs, or its
/// author has something to mend.
#[must_use]
pub fn is_sound(checklist: &Checklist) -> bool {
    authoring_faults(checklist).iter().all(|fault| fault.kind.is_text_only() || fault.kind.is_for_author())
}

/// The items of a checklist by their ids, with their positions.
type Places<'a> = HashMap<&'a str, (usize, &'a Item)>;

/// A walk through a document: the current path, and the faults found so far.
pub(super) struct Check<'a> {
    languages: Vec<&'a str>,
    pub(super) faults: Vec<Fault>,
    path: Vec<PathStep>,
}

impl<'a> Check<'a> {
    /// Starts a walk through a document whose texts must have these languages.
    pub(super) fn new(languages: Vec<&'a str>) -> Self {
        Self { languages, faults: Vec::new(), path: Vec::new() }
    }

    pub(super) fn format(&mut self, found: &str, read: &'static str) {
        if found != read {
            self.at("format", |c| c.fault(FaultKind::Format { found: found.to_owned(), read }));
        }
    }

    pub(super) fn fault(&mut self, kind: FaultKind) {
        self.faults.push(Fault { path: self.path.clone(), kind });
    }

    pub(super) fn at(&mut self, key: &str, check: impl FnOnce(&mut Self)) {
        self.path.push(PathStep::Key(key.to_owned()));
        check(self);
        self.path.pop();
    }

    pub(super) fn each<T>(&mut self, list: impl IntoIterator<Item = T>, mut check: impl FnMut(&mut Self, T)) {
        for (index, element) in list.into_iter().enumerate() {
            self.path.push(PathStep::Index(index));
            check(self, element);
            self.path.pop();
        }
    }

    pub(super) fn id(&mut self, id: &str) {
        if !is_id(id) {
            self.fault(FaultKind::Id { found: id.to_owned() });
        }
    }

    fn unique<'t>(&mut self, id: &'t str, seen: &mut HashMap<&'t str, usize>, index: usize) {
        if seen.insert(id, index).is_some() {
            self.fault(FaultKind::DuplicateId { id: id.to_owned() });
        }
    }

    pub(super) fn text(&mut self, text: &LocalText) {
        let is_blank = |text: &str| text.trim().is_empty();
        match text {
            LocalText::Same(text) if is_blank(text) => self.fault(FaultKind::Blank),
            LocalText::Same(_) => {}
            LocalText::Each(texts) if texts.is_empty() && self.languages.is_empty() => self.fault(FaultKind::Blank),
            LocalText::Each(texts) => {
                let declared = self.languages.clone();
                let lacking =
                    declared.iter().filter(|language| texts.get(**language).is_none_or(|text| is_blank(text)));
                let others = texts.iter().filter(|(language, _)| !declared.contains(&language.as_str()));
                let blank = others.filter(|(_, text)| is_blank(text)).map(|(language, _)| language.as_str());
                for language in lacking.copied().chain(blank) {
                    self.fault(FaultKind::MissingText { language: language.to_owned() });
                }
            }
        }
    }

    /// Checks that a number is finite and at least 0.
    pub(super) fn positive(&mut self, key: &str, number: f64) {
        if !number.is_finite() || number < 0.0 {
            self.at(key, |c| c.fault(FaultKind::Range { found: number }));
        }
    }

    /// Checks a weight or points; they are multiplied and added up, so they have a maximum.
    fn share(&mut self, key: &str, number: f64) {
        self.positive(key, number);
        if number.is_finite() && number > MAX_WEIGHT {
            self.at(key, |c| c.fault(FaultKind::AboveMaximum { found: number, most: MAX_WEIGHT }));
        }
    }

    fn sections(&mut self, checklist: &'a Checklist) {
        if checklist.sections.is_empty() {
            self.fault(FaultKind::Empty);
        }
        // All items with their positions, to distinguish an unknown item from a later one.
        let places: Places<'_> =
            checklist.items().enumerate().map(|(place, (_, item))| (item.id.as_str(), (place, item))).collect();
        let has_share = checklist.sections.iter().any(|section| section.weight_percent.is_some());
        let (mut sections, mut ids, mut place, mut outcomes) = (HashMap::new(), HashMap::new(), 0, 0);
        self.each(&checklist.sections, |c, section| {
            c.at("id", |c| {
                c.id(&section.id);
                c.unique(&section.id, &mut sections, 0);
            });
            if let Some(attitude) = &section.attitude {
                c.at("attitude", |c| c.id(attitude));
            }
            c.at("title", |c| c.text(&section.title));
            c.section_share(section, has_share);
            c.at("items", |c| {
                if section.items.is_empty() {
                    c.fault(FaultKind::Empty);
                }
                c.each(&section.items, |c, item| {
                    c.at("id", |c| {
                        c.id(&item.id);
                        c.unique(&item.id, &mut ids, place);
                    });
                    c.item(item);
                    if let Some(when) = &item.when {
                        c.at("when", |c| c.condition(when, &places, place));
                    }
                    outcomes += usize::from(item.is_outcome());
                    if item.is_outcome() && outcomes > 1 {
                        c.at("role", |c| c.fault(FaultKind::SecondOutcome));
                    }
                    place += 1;
                });
            });
        });
    }
}
