//! Finds the questions and answers that conditions name.

use super::answers::Answered;
use super::bands::seconds;
use super::cell_text::shown;
use super::condition::{Comparison, Written};
use crate::import::remark::RemarkKind;
use crate::import::words;
use crate::text::typed_number::parse_number;
use crate::text::{Lang, fold_name};
use crate::visit::Value;
use crate::visit::checklist::{Bounds, Condition, Response};
use std::collections::HashMap;

/// What a condition can name.
#[derive(Debug, Default)]
pub(super) struct Questions<'d> {
    /// The id and the answers of each question.
    all: Vec<(&'d str, &'d Answered)>,
    by_name: HashMap<String, Vec<usize>>,
}

impl<'d> Questions<'d> {
    /// Adds the next question, under its number, its id and its place from 1; the place only if none has a number.
    pub(super) fn add(&mut self, number: Option<&str>, place: bool, id: &'d str, answered: &'d Answered) {
        let at = self.all.len();
        self.all.push((id, answered));
        let place = if place { Some((at + 1).to_string()) } else { None };
        for name in number.map(key).into_iter().chain([key(id)]).chain(place) {
            let known = self.by_name.entry(name).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
    }

    /// Returns the place of the question that the one at a place means: the nearest before it, or else a later one.
    pub(super) fn find(&self, name: &str, from: usize) -> Result<usize, RemarkKind> {
        let unknown = || RemarkKind::UnknownQuestion { number: shown(name) };
        let known = self.by_name.get(&key(name)).ok_or_else(unknown)?;
        let before = known.iter().rev().find(|at| **at < from);
        before.or(known.first()).copied().ok_or_else(unknown)
    }

    /// Returns the place of the nearest question of a name after a place.
    pub(super) fn find_after(&self, name: &str, from: usize) -> Result<usize, RemarkKind> {
        let known = self.by_name.get(&key(name)).and_then(|known| known.iter().find(|at| **at > from));
        known.copied().ok_or_else(|| RemarkKind::UnknownQuestion { number: shown(name) })
    }

    /// Makes a condition of the question at a place.
    pub(super) fn condition(&self, written: &Written, from: usize) -> Result<Condition, RemarkKind> {
        let several = |all: &[Written]| all.iter().map(|one| self.condition(one, from)).collect::<Result<Vec<_>, _>>();
        Ok(match written {
            Written::All(all) => Condition::All { all: several(all)? },
            Written::Any(any) => Condition::Any { any: several(any)? },
            Written::Not(not) => Condition::Not { not: Box::new(self.condition(not, from)?) },
            Written::Compare { question, by, answers } => {
                let at = self.find(question, from)?;
                if at >= from {
                    return Err(RemarkKind::ForwardSkip { number: question.clone() });
                }
                let Some((id, answered)) = self.all.get(at) else {
                    return Err(RemarkKind::UnknownQuestion { number: question.clone() });
                };
                compare(id, answered, *by, answers)
                    .map_err(|answer| RemarkKind::UnknownAnswer { answer, number: question.clone() })?
            }
        })
    }
}

/// Returns the form in which names of questions are compared: `Q12`, `N° 12` and `12` are the same, `12.0` is not.
pub(super) fn key(name: &str) -> String {
    let folded = fold_name(name);
    let mut rest = folded.as_str();
    for prefix in ["question ", "questions ", "no ", "n ", "q ", "q"] {
        let stripped = rest.strip_prefix(prefix).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        rest = stripped.unwrap_or(rest);
    }
    rest.to_owned()
}

/// Compares the answer of an item; `Err` names the answer that it does not have.
fn compare(id: &str, answered: &Answered, by: Comparison, answers: &[String]) -> Result<Condition, String> {
    let item = id.to_owned();
    if matches!(by, Comparison::Is | Comparison::IsNot) {
        let mut is = Vec::new();
        for answer in answers {
            is.extend(values(answered, answer).ok_or_else(|| answer.clone())?);
        }
        let bounds = is.iter().map(Value::as_number).collect::<Option<Vec<f64>>>();
        let condition = match (&answered.response, bounds) {
            // A time is kept in milliseconds; an equal one is one within the second.
            (Response::Timer { .. }, Some(times)) => {
                let any = times.iter().map(|time| Condition::Number {
                    item: item.clone(),
                    bounds: Bounds { at_least: Some(*time), below: Some(time + 1.0), ..Bounds::default() },
                });
                let mut any: Vec<Condition> = any.collect();
                if any.len() == 1 { any.pop().ok_or_else(String::new)? } else { Condition::Any { any } }
            }
            _ => Condition::Item { item, is },
        };
        return Ok(if by == Comparison::IsNot { Condition::Not { not: Box::new(condition) } } else { condition });
    }
    let text = answers.join(", ");
    let [answer] = answers else { return Err(text) };
    let amount = number(&answered.response, answer).filter(|_| answered.response.is_numeric()).ok_or(text)?;
    let bounds = match by {
        Comparison::Above => Bounds { above: Some(amount), ..Bounds::default() },
        Comparison::AtLeast => Bounds { at_least: Some(amount), ..Bounds::default() },
        Comparison::Below => Bounds { below: Some(amount), ..Bounds::default() },
        _ => Bounds { at_most: Some(amount), ..Bounds::default() },
    };
    Ok(Condition::Number { item, bounds })
}

fn number(response: &Response, text: &str) -> Option<f64> {
    match response {
        Response::Timer { .. } => seconds(&text.to_lowercase()),
        _ => parse_number(text, Lang::Fr).ok(),
    }
}

/// Returns the answers that a text names: by their number, their text, the word it begins with, or their id.
pub(super) fn values(answered: &Answered, text: &str) -> Option<Vec<Value>> {
    let folded = fold_name(text);
    let is = |words: &[&str]| words.contains(&folded.as_str());
    let named = |test: &dyn Fn(i64, &str, &Value) -> bool| -> Option<Vec<Value>> {
        let found = answered.names.iter().filter(|(number, name, value)| test(*number, name, value));
        let values: Vec<Value> = found.map(|(.., value)| value.clone()).collect();
        (!values.is_empty()).then_some(values)
    };
    let by_number = || {
        let number: i64 = text.trim().parse().ok()?;
        named(&|known, _, _| known == number)
    };
    let by_name = || named(&|_, name, value| name == folded || value.as_text() == Some(text.trim()));
    let first_word = || {
        let starts = |name: &str, word: &str| name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        let words: &[&str] = [words::YES, words::PARTLY, words::NO].into_iter().find(|words| is(words))?;
        named(&|_, name, _| words.iter().any(|word| name == *word || starts(name, word)))
    };
    let one = |value: &str| Some(vec![Value::text(value)]);
    let own = match &answered.response {
        Response::Behaviour { partly, .. } => match () {
            () if is(words::YES) => one(Value::YES),
            () if is(words::NO) => one(Value::NO),
            () if is(words::PARTLY) && *partly => one(Value::PARTLY),
            // The order of a question without a cell of answers.
            () if answered.names.is_empty() => match folded.as_str() {
                "1" => one(Value::YES),
                "2" if *partly => one(Value::PARTLY),
                "2" => one(Value::NO),
                "3" if *partly => one(Value::NO),
                _ => None,
            },
            () => by_number(),
        },
        Response::Choice { .. } => by_name().or_else(by_number).or_else(first_word),
        Response::Timer { .. } if is(words::NEVER) => one(Value::NEVER),
        Response::Scale { min, max, .. } => {
            let number = number(&answered.response, text).map(Value::number);
            let within = |value: &Value| matches!(value, Value::Integer(n) if (min..=max).contains(&n));
            number.filter(within).map(|value| vec![value])
        }
        Response::Count { .. } => number(&answered.response, text)
            .map(Value::number)
            .filter(|value| matches!(value, Value::Integer(n) if *n >= 0))
            .map(|value| vec![value]),
        response if response.is_numeric() => number(response, text).map(|number| vec![Value::number(number)]),
        _ => None,
    };
    let aside = || match () {
        () if is(&["not observed", "non observe"]) => one(Value::NOT_OBSERVED),
        () if is(words::NOT_APPLICABLE) => one(Value::NOT_APPLICABLE),
        () => None,
    };
    own.or_else(aside)
}
