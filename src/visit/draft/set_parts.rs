//! Entering values in the forms of options, bands and terms.

use super::ChecklistDraft;
use super::condition_terms::Term;
use super::fields::{COMPARISONS, comparison};
use super::form::{FieldKey, FieldProblem, Input};
use super::ids::options;
use super::place::Place;
use super::typed::{Done, check_id, needed, number, terms_of, toggle};
use crate::text::Lang;
use crate::visit::checklist::{Bounds, Condition, Item, Response};
use crate::visit::value::Value;

impl ChecklistDraft {
    pub(super) fn set_option(&self, item: &mut Item, k: usize, key: &FieldKey, input: &Input<'_>, lang: Lang) -> Done {
        let mut option = options(&item.response).get(k).cloned().ok_or(FieldProblem::NotHere)?;
        match (key, input) {
            (FieldKey::Label, _) => {
                let before = std::mem::take(&mut option.label);
                option.label = self.entered_text(Some(&before), input)?.unwrap_or_default();
                option.id = self.option_id(item, k, &before, &option);
            }
            (FieldKey::Points, Input::Typed(typed)) => option.points = number(typed, lang)?,
            (FieldKey::Scored, Input::Flag(on)) => option.scored = *on,
            (FieldKey::Exclusive, Input::Flag(on)) => option.exclusive = *on,
            (FieldKey::Id, Input::Typed(id)) if *id != option.id => {
                let is_taken = options(&item.response).iter().any(|other| other.id == *id);
                check_id(id, self.is_new_option(&item.id, &option.id), is_taken)?;
                (*id).clone_into(&mut option.id);
            }
            (FieldKey::Id, Input::Typed(_)) => {}
            (FieldKey::Unknown(key), Input::Remove) => drop(option.own.remove(key)),
            _ => return Err(FieldProblem::NotHere),
        }
        if let Response::Choice { options, .. } = &mut item.response
            && let Some(there) = options.get_mut(k)
        {
            *there = option;
        }
        Ok(())
    }

    pub(super) fn set_term(
        &self,
        place: Place,
        item: &mut Item,
        k: usize,
        key: &FieldKey,
        input: &Input<'_>,
        lang: Lang,
    ) -> Done {
        let mut terms = terms_of(item)?;
        let term = terms.terms.get_mut(k).ok_or(FieldProblem::NotHere)?;
        let tested = self.testable_items(place).into_iter().find(|item| item.id == term.item());
        match (key, input, &mut term.test) {
            (FieldKey::TermItem, Input::Choose(at), _) => {
                let chosen = self.testable_items(place).into_iter().nth(*at).ok_or(FieldProblem::NotHere)?;
                if chosen.id != term.item() {
                    term.test = Term::on(chosen).test;
                }
            }
            (FieldKey::Negated, Input::Flag(on), _) => term.is_negated = *on,
            (FieldKey::Comparison, Input::Choose(at), _) => {
                let name = COMPARISONS.get(*at).ok_or(FieldProblem::NotHere)?;
                term.test = compared(&term.test, name);
            }
            (FieldKey::Number, Input::Typed(typed), Condition::Number { bounds, .. }) => {
                let name = comparison(bounds).map_or(COMPARISONS[0], |(name, _)| name);
                *bounds = bound(name, needed(typed, lang)?);
            }
            (FieldKey::Answers, Input::Toggle(at), Condition::Item { is, .. }) => {
                toggle(&tested.ok_or(FieldProblem::NotHere)?.response, is, *at)?;
            }
            _ => return Err(FieldProblem::NotHere),
        }
        item.when = terms.into_condition();
        Ok(())
    }
}

/// Returns a test of the same item by another comparison, with the same number.
fn compared(test: &Condition, name: &str) -> Condition {
    let (item, number) = match test {
        Condition::Number { item, bounds } => (item, comparison(bounds).map_or(1.0, |(_, number)| number)),
        Condition::Item { item, is } if name == "is" => return Condition::Item { item: item.clone(), is: is.clone() },
        Condition::Item { item, is } => (item, is.iter().find_map(Value::as_number).unwrap_or(1.0)),
        other => return other.clone(),
    };
    let item = item.clone();
    if name == "is" {
        Condition::Item { item, is: Vec::new() }
    } else {
        Condition::Number { item, bounds: bound(name, number) }
    }
}

fn bound(name: &str, number: f64) -> Bounds {
    let number = Some(number);
    match name {
        "above" => Bounds { above: number, ..Bounds::default() },
        "below" => Bounds { below: number, ..Bounds::default() },
        "at_most" => Bounds { at_most: number, ..Bounds::default() },
        _ => Bounds { at_least: number, ..Bounds::default() },
    }
}

pub(super) fn set_band(response: &mut Response, k: usize, key: &FieldKey, input: &Input<'_>, lang: Lang) -> Done {
    let Input::Typed(typed) = input else { return Err(FieldProblem::NotHere) };
    let (limit, points) = match response {
        Response::Count { bands } => bands.get_mut(k).map(|band| (&mut band.up_to, &mut band.points)),
        Response::Timer { bands, .. } => bands.get_mut(k).map(|band| (&mut band.up_to_s, &mut band.points)),
        _ => None,
    }
    .ok_or(FieldProblem::NotHere)?;
    match key {
        FieldKey::Limit => *limit = number(typed, lang)?,
        FieldKey::Points => *points = needed(typed, lang)?,
        _ => return Err(FieldProblem::NotHere),
    }
    Ok(())
}
