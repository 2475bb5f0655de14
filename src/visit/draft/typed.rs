//! Typed numbers and ids.

use super::form::FieldProblem;
use crate::text::Lang;
use crate::text::typed_number::{InputProblem, parse_number};
use crate::visit::checklist::is_id;
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
