//! Typed numbers and ids, answers that are named, and the result of entering something.

use super::condition_terms::Terms;
use super::fields::answers;
use super::form::FieldProblem;
use crate::text::Lang;
use crate::text::typed_number::{InputProblem, parse_number};
use crate::visit::checklist::{Item, Response, is_id};
use crate::visit::value::Value;

/// Checks an id that was typed for something that may be new.
pub(super) fn check_id(id: &str, is_new: bool, is_taken: bool) -> Result<(), FieldProblem> {
    if !is_new {
        Err(FieldProblem::IdFixed)
    } else if !is_id(id) {
        Err(FieldProblem::NotAnId)
    } else if is_taken {
        Err(FieldProblem::IdTaken)
    } else {
        Ok(())
    }
}

pub(super) fn optional_id(typed: &str) -> Result<Option<String>, FieldProblem> {
    match typed.trim() {
        "" => Ok(None),
        id if is_id(id) => Ok(Some(id.to_owned())),
        _ => Err(FieldProblem::NotAnId),
    }
}

/// Parses a number, which may be blank.
pub(super) fn number(typed: &str, lang: Lang) -> Result<Option<f64>, FieldProblem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    parse_number(typed, lang).map(Some).map_err(FieldProblem::Number)
}

/// Parses a number, which may not be blank.
pub(super) fn needed(typed: &str, lang: Lang) -> Result<f64, FieldProblem> {
    number(typed, lang)?.ok_or(FieldProblem::Number(InputProblem::Invalid))
}

pub(super) fn whole(typed: &str, lang: Lang) -> Result<i64, FieldProblem> {
    Value::number(needed(typed, lang)?).as_integer().ok_or(FieldProblem::NotWhole)
}

/// Whether something was entered, or why not.
pub(super) type Done = Result<(), FieldProblem>;

/// Returns the terms of the condition of an item.
pub(super) fn terms_of(item: &Item) -> Result<Terms, FieldProblem> {
    item.when.as_ref().and_then(Terms::from_condition).ok_or(FieldProblem::NotHere)
}

/// Names an answer in a list, or no longer; the list stays in the order of the answers.
pub(super) fn toggle(response: &Response, named: &mut Vec<Value>, at: usize) -> Done {
    let mut all = answers(response, named);
    let answer = all.get_mut(at).ok_or(FieldProblem::NotHere)?;
    answer.is_chosen = !answer.is_chosen;
    *named = all.into_iter().filter(|answer| answer.is_chosen).map(|answer| answer.value).collect();
    Ok(())
}
