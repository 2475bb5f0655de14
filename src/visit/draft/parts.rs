//! The parts of an item that have a form of their own: options, bands, and the terms of its condition.

use super::ChecklistDraft;
use super::change::Change;
use super::condition_terms::{Term, Terms};
use super::form::FieldKey;
use super::ids::{OPTION, free_id, options};
use super::operations::neighbour;
use super::place::{Form, Part, Place};
use crate::visit::checklist::{ChoiceOption, CountBand, Item, Response, TimerBand};
use crate::visit::value::Value;

/// The widest scale whose values are listed one by one.
const LISTED_VALUES: i64 = 100;

/// Returns the answers of a response that a condition, or a required note, can name.
pub fn known_answers(response: &Response) -> Vec<Value> {
    let mut answers: Vec<Value> = match response {
        Response::Behaviour { partly, .. } => {
            let partly = partly.then_some(Value::PARTLY);
            [Some(Value::YES), partly, Some(Value::NO)].into_iter().flatten().map(Value::text).collect()
        }
        Response::Scale { min, max, .. } if max.saturating_sub(*min) <= LISTED_VALUES => {
            (*min..=*max).map(Value::Integer).collect()
        }
        Response::Timer { .. } => vec![Value::text(Value::NEVER)],
        response => options(response).iter().map(|option| Value::text(&option.id)).collect(),
    };
    answers.extend([Value::NOT_APPLICABLE, Value::NOT_OBSERVED].map(Value::text));
    answers
}

impl ChecklistDraft {
    /// Returns the terms of an item's condition; none if it has no condition, or one that terms cannot express.
    pub fn terms(&self, place: Place) -> Vec<Term> {
        let when = self.item(place).and_then(|item| item.when.as_ref());
        when.and_then(Terms::from_condition).map_or_else(Vec::new, |terms| terms.terms)
    }

    /// Adds a part to an item, at the end; returns its form. A new band is before an open one.
    pub fn add_part(&mut self, place: Place, key: &FieldKey) -> Option<Form> {
        let mut item = self.item(place)?.clone();
        let part = match (key, &mut item.response) {
            (FieldKey::AddOption, Response::Choice { options, .. }) => {
                let is_taken = |id: &str| options.iter().any(|option| option.id == id);
                let is_taken = |id: &str| is_taken(id) || !self.is_new_option(&item.id, id);
                let id = free_id("", OPTION, is_taken);
                options.push(ChoiceOption { id, ..ChoiceOption::default() });
                Part::Option(options.len() - 1)
            }
            (FieldKey::AddBand, Response::Count { bands }) => {
                let at = bands.len() - usize::from(bands.last().is_some_and(|last| last.up_to.is_none()));
                bands.insert(at, CountBand { up_to: None, points: 0.0 });
                Part::Band(at)
            }
            (FieldKey::AddBand, Response::Timer { bands, .. }) => {
                let at = bands.len() - usize::from(bands.last().is_some_and(|last| last.up_to_s.is_none()));
                bands.insert(at, TimerBand { up_to_s: None, points: 0.0 });
                Part::Band(at)
            }
            (FieldKey::AddTerm, _) => {
                let mut terms = match &item.when {
                    None => Terms { any: false, terms: Vec::new() },
                    Some(when) => Terms::from_condition(when)?,
                };
                terms.terms.push(Term::on(self.earlier_items(place).filter(|item| can_be_tested(item)).last()?));
                let last = terms.terms.len() - 1;
                item.when = terms.into_condition();
                Part::Term(last)
            }
            _ => return None,
        };
        self.replace_item(place, item);
        Some(place.part(part))
    }

    /// Removes a part of an item.
    pub fn remove_part(&mut self, place: Place, part: Part) {
        self.change_parts(place, part, None);
    }

    /// Moves a part of an item among those of its kind; returns its form.
    pub fn move_part(&mut self, place: Place, part: Part, down: bool) -> Form {
        place.part(self.change_parts(place, part, Some(down)).unwrap_or(part))
    }

    /// Moves a part, or removes it; returns its new position.
    fn change_parts(&mut self, place: Place, part: Part, down: Option<bool>) -> Option<Part> {
        let mut item = self.item(place)?.clone();
        let moved = match (part, &mut item.response) {
            (Part::Option(k), Response::Choice { options, .. }) => move_or_remove(options, k, down).map(Part::Option),
            (Part::Band(k), Response::Count { bands }) => move_or_remove(bands, k, down).map(Part::Band),
            (Part::Band(k), Response::Timer { bands, .. }) => move_or_remove(bands, k, down).map(Part::Band),
            (Part::Term(k), _) => {
                let mut terms = item.when.as_ref().and_then(Terms::from_condition)?;
                let moved = move_or_remove(&mut terms.terms, k, down).map(Part::Term);
                item.when = terms.into_condition();
                moved
            }
            _ => return None,
        };
        self.replace_item(place, item);
        moved
    }

    fn replace_item(&mut self, place: Place, item: Item) {
        if let Place::Item(section, at) = place
            && self.item(place) != Some(&item)
        {
            self.perform(place, vec![Change::ReplaceItem((section, at), Box::new(item))]);
        }
    }
}

/// Returns whether a condition can be about an item; free text is compared with nothing.
pub(super) fn can_be_tested(item: &Item) -> bool {
    !matches!(item.response, Response::Text {})
}

/// Moves an element of a list down or up, or removes it; returns its new position.
fn move_or_remove<T>(list: &mut Vec<T>, at: usize, down: Option<bool>) -> Option<usize> {
    let Some(down) = down else {
        if at < list.len() {
            list.remove(at);
        }
        return None;
    };
    let to = neighbour(at, down, list.len())?;
    if at < list.len() {
        list.swap(at, to);
    }
    Some(to)
}
