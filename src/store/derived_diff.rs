//! Compares the fields of a session with those derived from its events: every field that this version knows, at any
//! depth, must be the derived one, and no other may be there. Fields that are unknown to this version are allowed.

use super::session::Session;
use super::verify_problem::Problem;
use serde_json::{Map, Value, json};

/// The fields of the proof, which [`super::verify`] checks.
const PROOF: [&str; 3] = ["definition", "events", "seal"];

/// Returns the fields of a session that differ from those derived from its events.
pub(super) fn differences(found: &Value, derived: Session) -> Vec<Problem> {
    let derived = match serde_json::to_value(derived) {
        Ok(derived) => derived,
        Err(error) => return vec![Problem::NotASession(error.to_string())],
    };
    let (Some(found), Some(derived)) = (found.as_object(), derived.as_object()) else {
        return vec![Problem::NotASession("{ … }".to_owned())];
    };
    let whole = known(found);
    let added = found.keys().filter(|field| !derived.contains_key(*field));
    let mut problems = Vec::new();
    for field in derived.keys().chain(added).filter(|field| !PROOF.contains(&field.as_str())) {
        let there = found.get(field).unwrap_or(&Value::Null);
        let as_known = match &whole {
            Some(whole) => whole.get(field).cloned(),
            None => known_alone(derived, field, there),
        };
        let expected = derived.get(field);
        if as_known.as_ref() == expected && expected.is_none_or(|expected| same(there, expected)) {
            continue;
        }
        let item = if field == "answers" { first_other_row(there, as_known.as_ref(), expected) } else { None };
        problems.push(Problem::Derived { field: field.clone(), item });
    }
    problems
}

/// Returns the fields as this version would write them, without unknown ones; `None` where one of them cannot be read.
fn known(fields: &Map<String, Value>) -> Option<Map<String, Value>> {
    match serde_json::to_value(decode(fields).ok()?) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

/// Decodes the derived fields of a session, 20.0 like 20; its proof is empty.
pub(super) fn decode(fields: &Map<String, Value>) -> Result<Session, serde_json::Error> {
    let derived = fields.iter().filter(|(field, _)| !PROOF.contains(&field.as_str()));
    let mut fields: Map<String, Value> = derived.map(|(field, value)| (field.clone(), whole(value))).collect();
    fields.insert("definition".to_owned(), Value::Null);
    fields.insert("events".to_owned(), json!([]));
    fields.insert("seal".to_owned(), json!(""));
    serde_json::from_value(Value::Object(fields))
}

/// As [`known`], of one field among the derived ones.
fn known_alone(derived: &Map<String, Value>, field: &str, found: &Value) -> Option<Value> {
    let mut fields = derived.clone();
    fields.insert(field.to_owned(), found.clone());
    known(&fields).and_then(|mut fields| fields.remove(field))
}

/// Returns a value with its whole numbers as integers: 20 and 20.0 are the same.
fn whole(value: &Value) -> Value {
    match value {
        Value::Number(number) => {
            let float = number.as_f64().filter(|float| number.is_f64() && float.fract() == 0.0);
            #[expect(clippy::cast_possible_truncation, reason = "whole, and within 2^53")]
            let whole = float.filter(|float| float.abs() < 9_007_199_254_740_992.0).map(|float| float as i64);
            whole.map_or_else(|| value.clone(), Value::from)
        }
        Value::Array(list) => list.iter().map(whole).collect(),
        Value::Object(fields) => fields.iter().map(|(field, value)| (field.clone(), whole(value))).collect(),
        other => other.clone(),
    }
}

/// Returns the item of the first derived row that differs; `None` where there is a row too many.
fn first_other_row(found: &Value, known: Option<&Value>, derived: Option<&Value>) -> Option<String> {
    let rows = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    let (found, known) = (rows(Some(found)), known.map(|known| rows(Some(known))));
    let differs = |(at, row): &(usize, Value)| {
        let as_known = known.as_ref().map(|known| known.get(*at) != Some(row));
        as_known.unwrap_or_default() || found.get(*at).is_none_or(|there| !same(there, row))
    };
    let (_, row) = rows(derived).into_iter().enumerate().find(differs)?;
    row.get("item").and_then(Value::as_str).map(str::to_owned)
}

/// Returns whether a value equals the derived one, up to the order of fields, unknown fields, and 20 for 20.0.
fn same(found: &Value, derived: &Value) -> bool {
    match (found, derived) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => b.iter().all(|(key, value)| a.get(key).is_some_and(|a| same(a, value))),
        (a, b) => a == b,
    }
}
