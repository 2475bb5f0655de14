//! Which field a fault is about.

use super::ChecklistDraft;
use super::condition_terms::Terms;
use super::form::FieldKey;
use super::place::{Form, Part, Place};
use crate::visit::checklist::{Checklist, Item};
use crate::visit::fault::{Fault, FaultKind, PathStep};
use crate::visit::validate;

/// A fault at the field that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedFault {
    pub form: Form,
    pub key: FieldKey,
    pub kind: FaultKind,
}

impl ChecklistDraft {
    /// Finds every fault, in the order of the checklist.
    pub fn faults(&self) -> Vec<PlacedFault> {
        let mut faults: Vec<PlacedFault> = Vec::new();
        if self.base.is_none() && self.taken.contains(&self.checklist.id) {
            let kind = FaultKind::DuplicateId { id: self.checklist.id.clone() };
            faults.push(PlacedFault { form: Place::Header.into(), key: FieldKey::Id, kind });
        }
        faults
            .extend(validate::authoring_faults(&self.checklist).into_iter().map(|fault| place(&self.checklist, fault)));
        faults.extend(self.unknown_fields());
        faults
    }
}

fn place(checklist: &Checklist, Fault { path, kind }: Fault) -> PlacedFault {
    let steps: Vec<Step<'_>> = path.iter().map(Step::from).collect();
    let (form, key) = match steps.as_slice() {
        [Step::Key("sections")] => (Place::Header.into(), FieldKey::Contents),
        [Step::Key("sections"), Step::Index(s), Step::Key("items"), Step::Index(i), rest @ ..] => {
            let place = Place::Item(*s, *i);
            let item = checklist.sections.get(*s).and_then(|section| section.items.get(*i));
            let (part, key) = item_field(item, rest);
            (Form { place, part }, key)
        }
        [Step::Key("sections"), Step::Index(s), rest @ ..] => (Place::Section(*s).into(), section_field(rest)),
        rest => (Place::Header.into(), header_field(rest)),
    };
    PlacedFault { form, key, kind }
}

/// A step of a path, to match on.
#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> From<&'a PathStep> for Step<'a> {
    fn from(step: &'a PathStep) -> Self {
        match step {
            PathStep::Key(key) => Self::Key(key),
            PathStep::Index(at) => Self::Index(*at),
        }
    }
}

fn header_field(path: &[Step<'_>]) -> FieldKey {
    match path {
        [] | [Step::Key("id" | "version"), ..] => FieldKey::Id,
        [Step::Key("title"), ..] => FieldKey::Title,
        [Step::Key("relation"), ..] => FieldKey::Relation,
        [Step::Key("languages"), ..] => FieldKey::Languages,
        [Step::Key(key), ..] => FieldKey::Unknown((*key).to_owned()),
        [Step::Index(_), ..] => FieldKey::Contents,
    }
}

fn section_field(path: &[Step<'_>]) -> FieldKey {
    match path {
        [Step::Key("id"), ..] => FieldKey::Id,
        [Step::Key("title"), ..] => FieldKey::Title,
        [Step::Key("attitude"), ..] => FieldKey::Attitude,
        [] | [Step::Key("weight_percent"), ..] => FieldKey::WeightPercent,
        [Step::Key("items") | Step::Index(_), ..] => FieldKey::Contents,
        [Step::Key(key), ..] => FieldKey::Unknown((*key).to_owned()),
    }
}

fn item_field(item: Option<&Item>, path: &[Step<'_>]) -> (Option<Part>, FieldKey) {
    let key = match path {
        [Step::Key("response"), rest @ ..] => return response_field(rest),
        [Step::Key("when"), rest @ ..] => return condition_field(item, rest),
        [Step::Key("guide"), Step::Key(key), ..] => FieldKey::Guide((*key).to_owned()),
        [] | [Step::Key("id"), ..] => FieldKey::Id,
        [Step::Key("label"), ..] => FieldKey::Label,
        [Step::Key("behaviour"), ..] => FieldKey::Behaviour,
        [Step::Key("weight"), ..] => FieldKey::Weight,
        [Step::Key("critical"), ..] => FieldKey::Critical,
        [Step::Key("scored"), ..] => FieldKey::Scored,
        [Step::Key("bonus"), ..] => FieldKey::Bonus,
        [Step::Key("role"), ..] => FieldKey::Outcome,
        [Step::Key("note_required_on"), ..] => FieldKey::NoteRequired,
        [Step::Key(key), ..] => FieldKey::Unknown((*key).to_owned()),
        [Step::Index(_), ..] => FieldKey::Contents,
    };
    (None, key)
}

fn response_field(path: &[Step<'_>]) -> (Option<Part>, FieldKey) {
    let key = match path {
        [Step::Key("points"), Step::Key("yes"), ..] => FieldKey::PointsYes,
        [Step::Key("points"), Step::Key("partly"), ..] => FieldKey::PointsPartly,
        [Step::Key("points"), ..] => FieldKey::PointsNo,
        [Step::Key("partly"), ..] => FieldKey::Partly,
        [Step::Key("min"), ..] => FieldKey::Min,
        [Step::Key("max"), ..] => FieldKey::Max,
        [Step::Key("min_label"), ..] => FieldKey::MinLabel,
        [Step::Key("max_label"), ..] => FieldKey::MaxLabel,
        [Step::Key("unit"), ..] => FieldKey::Unit,
        [Step::Key("message"), ..] => FieldKey::Message,
        [Step::Key("multiple"), ..] => FieldKey::Multiple,
        [Step::Key("starts"), ..] => FieldKey::Starts,
        [Step::Key("options"), Step::Index(k), rest @ ..] => {
            let key = match rest {
                [Step::Key("points"), ..] => FieldKey::Points,
                [Step::Key("id"), ..] => FieldKey::Id,
                [Step::Key("scored"), ..] => FieldKey::Scored,
                [Step::Key("exclusive"), ..] => FieldKey::Exclusive,
                [] | [Step::Key("label") | Step::Index(_), ..] => FieldKey::Label,
                [Step::Key(key), ..] => FieldKey::Unknown((*key).to_owned()),
            };
            return (Some(Part::Option(*k)), key);
        }
        [Step::Key("options"), ..] => FieldKey::AddOption,
        [Step::Key("bands"), Step::Index(k), rest @ ..] => {
            let is_points = matches!(rest, [Step::Key("points"), ..]);
            return (Some(Part::Band(*k)), if is_points { FieldKey::Points } else { FieldKey::Limit });
        }
        [Step::Key("bands"), ..] => FieldKey::AddBand,
        _ => FieldKey::Type,
    };
    (None, key)
}

fn condition_field(item: Option<&Item>, path: &[Step<'_>]) -> (Option<Part>, FieldKey) {
    let is_simple = item.and_then(|item| item.when.as_ref()).is_some_and(|when| Terms::from_condition(when).is_some());
    if !is_simple {
        return (None, FieldKey::When);
    }
    let (term, rest) = match path {
        [Step::Key("all" | "any"), Step::Index(k), rest @ ..] => (*k, rest),
        rest => (0, rest),
    };
    let rest = if let [Step::Key("not"), rest @ ..] = rest { rest } else { rest };
    let key = match rest {
        [Step::Key("item"), ..] => FieldKey::TermItem,
        [Step::Key("is"), ..] => FieldKey::Answers,
        _ => FieldKey::Comparison,
    };
    (Some(Part::Term(term)), key)
}
