//! The rules of a checklist beyond its shape. Every fault is reported in one run, with its path inside the document.

use super::checklist::{Checklist, Condition, Item, LocalText, Response, is_id};
use super::value::Value;
use std::collections::HashMap;

pub use super::fault::{Fault, FaultKind, PathStep};

/// The largest weight, and the largest points as a fraction of it. Sums of their products stay exact.
const MAX_WEIGHT: f64 = 1e6;

/// Finds every fault beyond the shape, in document order as far as possible.
#[must_use]
pub fn faults(checklist: &Checklist) -> Vec<Fault> {
    let mut check = Check::new(checklist.declared_languages());
    check.format(&checklist.format, super::checklist::FORMAT);
    check.at("id", |c| c.id(&checklist.id));
    check.at("title", |c| c.text(&checklist.title));
    check.at("sections", |c| c.sections(checklist));
    check.faults
}

/// Returns whether a visit can follow a checklist, even if texts are missing, as in files of other programs.
#[must_use]
pub fn is_sound(checklist: &Checklist) -> bool {
    faults(checklist).iter().all(|fault| fault.kind.is_text_only())
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

    fn item(&mut self, item: &Item) {
        if let Some(behaviour) = &item.behaviour {
            self.at("behaviour", |c| c.id(behaviour));
        }
        self.at("label", |c| c.text(&item.label));
        self.at("guide", |c| {
            for (key, text) in &item.guide {
                c.at(key, |c| c.text(text));
            }
        });
        self.at("response", |c| c.response(&item.response));
        self.share("weight", item.weight);
        self.at("note_required_on", |c| c.answers(&item.note_required_on, &item.response));
    }

    fn response(&mut self, response: &Response) {
        match response {
            Response::Behaviour { points: Some(points), .. } => self.at("points", |c| {
                c.share("yes", points.yes);
                c.share("partly", points.partly);
                c.share("no", points.no);
            }),
            Response::Scale { min, max, min_label, max_label } => {
                if max <= min {
                    self.at("max", |c| c.fault(FaultKind::Scale));
                }
                for (key, label) in [("min_label", min_label), ("max_label", max_label)] {
                    if let Some(label) = label {
                        self.at(key, |c| c.text(label));
                    }
                }
            }
            Response::Choice { options, .. } => self.at("options", |c| {
                if options.is_empty() {
                    c.fault(FaultKind::Empty);
                }
                let mut seen = HashMap::new();
                c.each(options, |c, option| {
                    c.at("id", |c| {
                        c.id(&option.id);
                        c.unique(&option.id, &mut seen, 0);
                    });
                    c.at("label", |c| c.text(&option.label));
                    c.share("points", option.points.unwrap_or(0.0));
                });
            }),
            Response::Count { bands } => {
                self.bands("up_to", &bands.iter().map(|b| (b.up_to, b.points)).collect::<Vec<_>>());
            }
            Response::Timer { bands, .. } => {
                self.bands("up_to_s", &bands.iter().map(|b| (b.up_to_s, b.points)).collect::<Vec<_>>());
            }
            Response::Number { unit, min, max, message } => {
                for (key, text) in [("unit", unit), ("message", message)] {
                    if let Some(text) = text {
                        self.at(key, |c| c.text(text));
                    }
                }
                if min.zip(*max).is_some_and(|(min, max)| max < min) {
                    self.at("max", |c| c.fault(FaultKind::Scale));
                }
            }
            _ => {}
        }
    }

    fn bands(&mut self, limit_key: &str, bands: &[(Option<f64>, f64)]) {
        self.at("bands", |c| {
            let mut reached = Some(f64::NEG_INFINITY);
            c.each(bands, |c, &(limit, points)| {
                c.share("points", points);
                if let Some(limit) = limit {
                    c.positive(limit_key, limit);
                }
                let rises = reached.is_some_and(|before| limit.is_none_or(|limit| limit > before));
                if !rises {
                    c.fault(FaultKind::Bands);
                }
                reached = limit;
            });
        });
    }

    fn condition(&mut self, when: &Condition, places: &Places<'_>, place: usize) {
        match when {
            Condition::Item { item, is } => {
                if let Some(asked) = self.earlier(item, places, place) {
                    self.at("is", |c| c.answers(is, &asked.response));
                }
                if is.is_empty() {
                    self.at("is", |c| c.fault(FaultKind::Empty));
                }
            }
            Condition::Number { item, bounds } => {
                if self.earlier(item, places, place).is_some_and(|asked| !asked.response.is_numeric()) {
                    self.at("item", |c| c.fault(FaultKind::NotNumeric { id: item.clone() }));
                }
                if bounds.set().next().is_none() {
                    self.fault(FaultKind::Empty);
                }
            }
            Condition::All { all: several } => self.conditions("all", several, places, place),
            Condition::Any { any: several } => self.conditions("any", several, places, place),
            Condition::Not { not } => self.at("not", |c| c.condition(not, places, place)),
        }
    }

    /// Returns the item that a condition refers to, if it is an earlier one; anything else is a fault.
    fn earlier<'i>(&mut self, id: &str, places: &Places<'i>, place: usize) -> Option<&'i Item> {
        let kind = match places.get(id) {
            None => FaultKind::UnknownItem { id: id.to_owned() },
            Some((there, _)) if *there >= place => FaultKind::ForwardReference { id: id.to_owned() },
            Some((_, item)) => return Some(item),
        };
        self.at("item", |c| c.fault(kind));
        None
    }

    fn conditions(&mut self, key: &str, several: &[Condition], places: &Places<'_>, place: usize) {
        self.at(key, |c| {
            if several.is_empty() {
                c.fault(FaultKind::Empty);
            }
            c.each(several, |c, when| c.condition(when, places, place));
        });
    }

    /// Checks answers named in a condition or for a required note; of a multiple choice, a single option is valid.
    fn answers(&mut self, named: &[Value], response: &Response) {
        self.each(named, |c, value| {
            let one_of_many = matches!(
                (response, value),
                (Response::Choice { options, .. }, Value::Text(id)) if options.iter().any(|o| o.id == *id)
            );
            if !one_of_many && !super::accepts::accepts(response, value) {
                c.fault(FaultKind::UnknownAnswer { value: value.to_string() });
            }
        });
    }
}
