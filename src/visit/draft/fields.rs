//! The fields of each form, with their values.

use super::ChecklistDraft;
use super::condition_terms::{Term, Terms};
use super::fault_place::PlacedFault;
use super::form::{Answer, ChoiceRow, Field, FieldKey, FieldValue};
use super::parts::{can_be_tested, known_answers};
use super::place::{Form, Part, Place};
use super::retype::guide_keys;
use super::texts::in_languages;
use super::unknown_fields::unknown_names;
use crate::visit::checklist::{
    BehaviourPoints, Bounds, ChoiceOption, Condition, Item, LocalText, Relation, Response, Section,
};
use crate::visit::value::Value;
use serde_json::Map;

/// The languages that a checklist can be given here.
pub(super) const LANGUAGES: [&[&str]; 3] = [&["fr"], &["en"], &["fr", "en"]];

/// The last row of the attitudes: another one, to be typed.
const OTHER_ATTITUDE: &str = "other";
/// The attitudes of the model.
const ATTITUDES: [&str; 3] = ["greeting", "listening", "efficiency"];

/// The names of the tests of a number, as files have them, and of a test of answers.
pub(super) const COMPARISONS: [&str; 5] = ["at_least", "above", "at_most", "below", "is"];

/// A field without its faults.
type Pair = (FieldKey, FieldValue);

impl ChecklistDraft {
    /// Returns the fields of a form with their faults, which are among `faults`. A fault of something that the form does
    /// not show gets a field of its own.
    pub fn fields(&self, form: Form, faults: &[PlacedFault]) -> Vec<Field> {
        let field = |(key, value): Pair| {
            let part = if let FieldValue::Part(part) = &value { Some(form.place.part(*part)) } else { None };
            let is_here = |fault: &&PlacedFault| (fault.form == form && fault.key == key) || Some(fault.form) == part;
            let faults = faults.iter().filter(is_here).map(|fault| fault.kind.clone()).collect();
            let is_fixed = key == FieldKey::Id && self.is_id_fixed(form);
            Field { key, value, faults, is_fixed }
        };
        let mut fields: Vec<Field> = self.pairs(form).into_iter().map(field).collect();
        for fault in faults.iter().filter(|fault| fault.form == form) {
            match fields.iter_mut().find(|field| field.key == fault.key) {
                Some(field) if field.faults.contains(&fault.kind) => {}
                Some(field) => field.faults.push(fault.kind.clone()),
                None => fields.push(Field {
                    key: fault.key.clone(),
                    value: FieldValue::None,
                    faults: vec![fault.kind.clone()],
                    is_fixed: true,
                }),
            }
        }
        fields
    }

    fn is_id_fixed(&self, form: Form) -> bool {
        match (form.place, form.part) {
            (Place::Header, _) => !self.has_new_checklist_id(),
            (Place::Section(at), _) => self.section(at).is_some_and(|section| !self.is_new_section(&section.id)),
            (place, Some(Part::Option(k))) => self.item(place).is_some_and(|item| {
                super::ids::options(&item.response)
                    .get(k)
                    .is_some_and(|option| !self.is_new_option(&item.id, &option.id))
            }),
            (place, _) => self.item(place).is_some_and(|item| !self.is_new_item(&item.id)),
        }
    }

    fn pairs(&self, form: Form) -> Vec<Pair> {
        let pairs = match (form.place, form.part) {
            (Place::Header, _) => Some(self.header()),
            (Place::Section(at), _) => self.section(at).map(|section| self.section_fields(section)),
            (place, None) => self.item(place).map(|item| self.item_fields(place, item)),
            (place, Some(Part::Option(k))) => self.item(place).and_then(|item| self.option_fields(item, k)),
            (place, Some(Part::Band(k))) => self.item(place).and_then(|item| band_fields(&item.response, k)),
            (place, Some(Part::Term(k))) => self.terms(place).get(k).map(|term| self.term_fields(place, term)),
        };
        pairs.unwrap_or_default()
    }

    /// Returns the value of a text field.
    fn text(&self, text: Option<&LocalText>, is_needed: bool) -> FieldValue {
        FieldValue::Text(in_languages(text, &self.languages(), is_needed))
    }

    fn header(&self) -> Vec<Pair> {
        let list = &self.checklist;
        let relation = choice(Relation::ALL.map(|(_, name)| name), Some(list.relation.name()));
        let declared = list.declared_languages();
        let mut rows: Vec<ChoiceRow> = LANGUAGES.iter().map(|languages| row(&languages.join("-"))).collect();
        let mut chosen = LANGUAGES.iter().position(|languages| is_same_set(languages, &declared));
        if chosen.is_none() && !declared.is_empty() {
            chosen = Some(rows.len());
            rows.push(ChoiceRow { name: declared.join("-"), label: Some(LocalText::Same(declared.join(", "))) });
        }
        let mut fields = vec![
            (FieldKey::Title, self.text(Some(&list.title), true)),
            (FieldKey::Relation, relation),
            (FieldKey::Languages, FieldValue::Choice { rows, chosen }),
            (FieldKey::Id, FieldValue::Line(list.id.clone())),
        ];
        fields.extend(unknown(&list.own));
        fields
    }

    fn section_fields(&self, section: &Section) -> Vec<Pair> {
        let mut fields = vec![
            (FieldKey::Title, self.text(Some(&section.title), true)),
            (FieldKey::Attitude, self.attitude(section)),
            (FieldKey::WeightPercent, FieldValue::Number(section.weight_percent)),
            (FieldKey::Id, FieldValue::Line(section.id.clone())),
        ];
        fields.extend(unknown(&section.own));
        fields
    }

    /// Returns the names of attitudes to choose from: none, those of the model, and others that sections have.
    pub(super) fn attitudes(&self) -> Vec<String> {
        let mut names: Vec<String> = std::iter::once("none").chain(ATTITUDES).map(str::to_owned).collect();
        for attitude in self.checklist.sections.iter().filter_map(|section| section.attitude.clone()) {
            if !names.contains(&attitude) {
                names.push(attitude);
            }
        }
        names
    }

    fn attitude(&self, section: &Section) -> FieldValue {
        let names = self.attitudes();
        let chosen = names.iter().position(|name| name == section.attitude.as_deref().unwrap_or("none"));
        let is_own = |name: &String| name != "none" && !ATTITUDES.contains(&name.as_str());
        let label = |name: &String| is_own(name).then(|| LocalText::Same(name.clone()));
        let known = names.iter().map(|name| ChoiceRow { name: name.clone(), label: label(name) });
        let rows = known.chain([ChoiceRow { name: OTHER_ATTITUDE.to_owned(), label: None }]).collect();
        FieldValue::Choice { rows, chosen }
    }

    fn item_fields(&self, place: Place, item: &Item) -> Vec<Pair> {
        let mut fields = vec![
            (FieldKey::Label, self.text(Some(&item.label), true)),
            (FieldKey::Type, choice(Response::TYPES, Some(item.response.type_name()))),
        ];
        fields.extend(self.response_fields(&item.response));
        if !matches!(item.response, Response::Number { .. } | Response::Text {}) {
            fields.extend([
                (FieldKey::Weight, FieldValue::Number(Some(item.weight))),
                (FieldKey::Critical, FieldValue::Flag(item.critical)),
                (FieldKey::Scored, FieldValue::Flag(item.scored)),
                (FieldKey::Bonus, FieldValue::Flag(item.bonus)),
            ]);
        }
        fields.extend(self.condition_fields(place, item));
        let note = answers(&item.response, &item.note_required_on);
        fields.push((FieldKey::NoteRequired, FieldValue::Answers(note)));
        let mut keys = guide_keys(&item.response);
        let others: Vec<String> = item.guide.keys().filter(|key| !keys.contains(key)).cloned().collect();
        keys.extend(others);
        for key in keys {
            let text = self.text(item.guide.get(&key), false);
            fields.push((FieldKey::Guide(key), text));
        }
        fields.extend([
            (FieldKey::Outcome, FieldValue::Flag(item.is_outcome())),
            (FieldKey::Behaviour, FieldValue::Line(item.behaviour.clone().unwrap_or_default())),
            (FieldKey::Id, FieldValue::Line(item.id.clone())),
        ]);
        fields.extend(unknown(&item.own));
        fields
    }

    fn response_fields(&self, response: &Response) -> Vec<Pair> {
        let bands = |count: usize| {
            let bands = (0..count).map(|k| (FieldKey::Band(k), FieldValue::Part(Part::Band(k))));
            bands.chain([(FieldKey::AddBand, FieldValue::Add)]).collect::<Vec<_>>()
        };
        #[expect(clippy::cast_precision_loss, reason = "ends of scales are small")]
        let whole = |n: i64| FieldValue::Number(Some(n as f64));
        let number = FieldValue::Number;
        match response {
            Response::Behaviour { points, partly } => {
                let BehaviourPoints { yes, partly: half, no } = points.unwrap_or_default();
                let half = partly.then_some((FieldKey::PointsPartly, number(Some(half))));
                let first = [(FieldKey::Partly, FieldValue::Flag(*partly)), (FieldKey::PointsYes, number(Some(yes)))];
                first.into_iter().chain(half).chain([(FieldKey::PointsNo, number(Some(no)))]).collect()
            }
            Response::Scale { min, max, min_label, max_label } => vec![
                (FieldKey::Min, whole(*min)),
                (FieldKey::Max, whole(*max)),
                (FieldKey::MinLabel, self.text(min_label.as_ref(), false)),
                (FieldKey::MaxLabel, self.text(max_label.as_ref(), false)),
            ],
            Response::Choice { options, multiple } => {
                let options = (0..options.len()).map(|k| (FieldKey::Option(k), FieldValue::Part(Part::Option(k))));
                let add = [(FieldKey::AddOption, FieldValue::Add), (FieldKey::Multiple, FieldValue::Flag(*multiple))];
                options.chain(add).collect()
            }
            Response::Count { bands: of } => bands(of.len()),
            Response::Timer { starts, bands: of } => {
                let starts = (FieldKey::Starts, FieldValue::Flag(starts.is_some()));
                std::iter::once(starts).chain(bands(of.len())).collect()
            }
            Response::Number { unit, min, max, message } => vec![
                (FieldKey::Unit, self.text(unit.as_ref(), false)),
                (FieldKey::Min, number(*min)),
                (FieldKey::Max, number(*max)),
                (FieldKey::Message, self.text(message.as_ref(), false)),
            ],
            Response::Text {} => Vec::new(),
        }
    }

    fn option_fields(&self, item: &Item, k: usize) -> Option<Vec<Pair>> {
        let Response::Choice { options, multiple } = &item.response else { return None };
        let ChoiceOption { id, label, points, scored, exclusive, own } = options.get(k)?;
        let mut fields = vec![
            (FieldKey::Label, self.text(Some(label), true)),
            (FieldKey::Points, FieldValue::Number(*points)),
            (FieldKey::Scored, FieldValue::Flag(*scored)),
        ];
        if *multiple || *exclusive {
            fields.push((FieldKey::Exclusive, FieldValue::Flag(*exclusive)));
        }
        fields.push((FieldKey::Id, FieldValue::Line(id.clone())));
        fields.extend(unknown(own));
        Some(fields)
    }

    fn condition_fields(&self, place: Place, item: &Item) -> Vec<Pair> {
        let can_add = self.earlier_items(place).any(can_be_tested);
        let add = can_add.then_some((FieldKey::AddTerm, FieldValue::Add));
        let Some(when) = &item.when else { return add.into_iter().collect() };
        let Some(Terms { any, terms }) = Terms::from_condition(when) else {
            return vec![(FieldKey::When, FieldValue::Condition(when.clone()))];
        };
        let join = choice(JOINS, Some(if any { JOINS[1] } else { JOINS[0] }));
        let join = (terms.len() > 1).then_some((FieldKey::Join, join));
        let rows = (0..terms.len()).map(|k| (FieldKey::Term(k), FieldValue::Part(Part::Term(k))));
        join.into_iter().chain(rows).chain(add).collect()
    }

    /// Returns the items that a term can be about.
    pub(super) fn testable_items(&self, place: Place) -> Vec<&Item> {
        self.earlier_items(place).filter(|item| can_be_tested(item)).collect()
    }

    fn term_fields(&self, place: Place, term: &Term) -> Vec<Pair> {
        let items = self.testable_items(place);
        let chosen = items.iter().position(|item| item.id == term.item());
        let rows = items.iter().map(|item| ChoiceRow { name: item.id.clone(), label: Some(item.label.clone()) });
        let mut fields = vec![
            (FieldKey::TermItem, FieldValue::Choice { rows: rows.collect(), chosen }),
            (FieldKey::Negated, FieldValue::Flag(term.is_negated)),
        ];
        let item = chosen.and_then(|at| items.get(at));
        let is_numeric = item.is_some_and(|item| item.response.is_numeric());
        match &term.test {
            Condition::Number { bounds, .. } => {
                let (name, number) = comparison(bounds).unzip();
                fields.push((FieldKey::Comparison, choice(COMPARISONS, name)));
                fields.push((FieldKey::Number, FieldValue::Number(number)));
            }
            Condition::Item { is, .. } => {
                if is_numeric {
                    fields.push((FieldKey::Comparison, choice(COMPARISONS, Some("is"))));
                }
                let known = item.map_or_else(Vec::new, |item| answers(&item.response, is));
                fields.push((FieldKey::Answers, FieldValue::Answers(known)));
            }
            _ => {}
        }
        fields
    }
}

/// The names of the ways to join terms.
pub(super) const JOINS: [&str; 2] = ["all", "any"];

/// Returns the name of the bound that is set, and the number.
pub(super) fn comparison(bounds: &Bounds) -> Option<(&'static str, f64)> {
    let Bounds { above, at_least, below, at_most } = *bounds;
    let bounds = [at_least, above, at_most, below];
    COMPARISONS.into_iter().zip(bounds).find_map(|(name, bound)| Some((name, bound?)))
}

/// Returns the answers that a response has, and others that are named nevertheless.
pub(super) fn answers(response: &Response, named: &[Value]) -> Vec<Answer> {
    let known = known_answers(response);
    let others = named.iter().filter(|value| !known.contains(value)).cloned().collect::<Vec<_>>();
    let label = |value: &Value| {
        let option = super::ids::options(response).iter().find(|option| Some(option.id.as_str()) == value.as_text());
        option.map(|option| option.label.clone())
    };
    let answer = |value: Value| Answer { label: label(&value), is_chosen: named.contains(&value), value };
    known.into_iter().chain(others).map(answer).collect()
}

fn band_fields(response: &Response, k: usize) -> Option<Vec<Pair>> {
    let (limit, points) = match response {
        Response::Count { bands } => bands.get(k).map(|band| (band.up_to, band.points))?,
        Response::Timer { bands, .. } => bands.get(k).map(|band| (band.up_to_s, band.points))?,
        _ => return None,
    };
    Some(vec![(FieldKey::Limit, FieldValue::Number(limit)), (FieldKey::Points, FieldValue::Number(Some(points)))])
}

/// Returns a choice among names, whose words are in the catalogues.
fn choice<const N: usize>(names: [&str; N], chosen: Option<&str>) -> FieldValue {
    let chosen = names.iter().position(|name| Some(*name) == chosen);
    FieldValue::Choice { rows: names.iter().map(|name| row(name)).collect(), chosen }
}

fn row(name: &str) -> ChoiceRow {
    ChoiceRow { name: name.to_owned(), label: None }
}

/// Returns the fields that the format does not have.
fn unknown(own: &Map<String, serde_json::Value>) -> impl Iterator<Item = Pair> {
    let pair = |name: &String| {
        let value = own.get(name).map(ToString::to_string).unwrap_or_default();
        (FieldKey::Unknown(name.clone()), FieldValue::Unknown(value))
    };
    unknown_names(own).map(pair)
}

fn is_same_set(a: &[&str], b: &[&str]) -> bool {
    a.len() == b.len() && a.iter().all(|one| b.contains(one))
}
