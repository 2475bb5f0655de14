//! Conditions of a form as conditions of a checklist.
//!
//! As in XLSForm, an answer that is not given, or whose question does not apply, is empty: `!=` holds for it, all other
//! comparisons but `= ''` do not. An answer set aside ("not applicable") counts as given to no choice: `!=` holds too.

use super::expression::{Expression, Operand, parse};
use super::tokens::{Operator, SyntaxProblem};
use crate::text::{Message, nearest};
use crate::visit::checklist::{Bounds, Condition, Response};
use crate::visit::{Value, accepts};
use std::collections::{BTreeMap, HashMap};

/// A question as conditions refer to it.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) response: Response,
    /// The answers by the names that the form gives them.
    pub(super) answers: Vec<(String, Value)>,
}

/// What is known of a question above.
#[derive(Clone, Debug)]
pub(super) enum Known {
    Asked(Question),
    /// It is not asked in a visit.
    LeftOut,
    /// Something is wrong with it, which is said at its own row.
    Faulty,
}

/// The questions of a form by name.
#[derive(Debug, Default)]
pub(super) struct Questions {
    /// Those above.
    pub(super) above: HashMap<String, Known>,
    /// The rows of all.
    pub(super) rows: BTreeMap<String, usize>,
}

/// What a condition comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    Constant(bool),
    When(Condition),
}

/// Converts a condition; fails with the message that says why it cannot be expressed.
pub(super) fn meaning(text: &str, questions: &Questions) -> Result<Meaning, Message> {
    let expression = parse(text).map_err(SyntaxProblem::message)?;
    questions.meaning(&expression)
}

impl SyntaxProblem {
    /// Returns the message that says it.
    pub(super) fn message(self) -> Message {
        match self {
            Self::Unexpected { found, at } => ("form-unexpected", vec![("found", found), ("at", at.to_string())]),
            Self::End => ("form-condition-end", vec![]),
            Self::OpenQuote { at } => ("form-open-quote", vec![("at", at.to_string())]),
            Self::Function { name } => ("form-function", vec![("name", name)]),
            Self::Calculation { sign } => ("form-calculation-in-condition", vec![("sign", sign)]),
            Self::TooComplex => ("form-condition-too-complex", vec![]),
        }
    }
}

impl Questions {
    fn meaning(&self, expression: &Expression) -> Result<Meaning, Message> {
        match expression {
            Expression::Constant(truth) => Ok(Meaning::Constant(*truth)),
            Expression::Not(inner) => self.meaning(inner).map(negated),
            Expression::All(several) => {
                Ok(all(several.iter().map(|part| self.meaning(part)).collect::<Result<Vec<_>, _>>()?))
            }
            Expression::Any(several) => {
                let parts = several.iter().map(|part| self.meaning(part)).collect::<Result<Vec<_>, _>>()?;
                Ok(any(parts))
            }
            Expression::Selected(Operand::Answer(name), choice) => {
                let Some(question) = self.question(name)? else { return Ok(Meaning::Constant(true)) };
                let value = question.choice(name, choice)?;
                Ok(Meaning::When(question.is(vec![value])))
            }
            Expression::Compare(Operand::Answer(name), operator, other) => self.comparison(name, *operator, other),
            Expression::Compare(other, operator, Operand::Answer(name)) => {
                self.comparison(name, operator.turned(), other)
            }
            Expression::Compare(Operand::Number(left), operator, Operand::Number(right)) => {
                Ok(Meaning::Constant(operator.holds(*left, *right)))
            }
            Expression::Compare(..) | Expression::Selected(..) => Err(("form-condition-without-answer", vec![])),
        }
    }

    /// Returns a question above; `None` if something is wrong with it.
    fn question(&self, name: &str) -> Result<Option<&Question>, Message> {
        let named = || vec![("name", name.to_owned())];
        match self.above.get(name) {
            Some(Known::Asked(question)) => Ok(Some(question)),
            Some(Known::Faulty) => Ok(None),
            Some(Known::LeftOut) => Err(("form-refers-to-left-out", named())),
            None => {
                let later = self.rows.get(name).map(|row| ("form-forward", vec![("row", row.to_string())]));
                let (id, args) = later.unwrap_or_else(|| {
                    ("form-unknown-name", vec![("likely", likely(name, self.rows.keys().map(String::as_str)))])
                });
                Err((id, named().into_iter().chain(args).collect()))
            }
        }
    }

    fn comparison(&self, name: &str, operator: Operator, other: &Operand) -> Result<Meaning, Message> {
        let Some(question) = self.question(name)? else { return Ok(Meaning::Constant(true)) };
        let compared = match other {
            Operand::Text(text) => text.trim().to_owned(),
            Operand::Number(number) => number.to_string(),
            Operand::Answer(other) => {
                return Err(("form-two-answers", vec![("name", name.to_owned()), ("other", other.clone())]));
            }
            Operand::This | Operand::ChoicesOfThis => return Err(("form-condition-without-answer", vec![])),
        };
        let holds = match operator {
            // What holds for an answer that is not given.
            Operator::NotEqual => return self.comparison(name, Operator::Equal, other).map(negated),
            Operator::Equal if compared.is_empty() => return Ok(negated(Meaning::When(question.is_given(name)?))),
            _ => question.compared(name, operator, &compared)?,
        };
        Ok(Meaning::When(holds))
    }
}

impl Question {
    fn is(&self, answers: Vec<Value>) -> Condition {
        Condition::Item { item: self.id.clone(), is: answers }
    }

    fn within(&self, bounds: Bounds) -> Condition {
        Condition::Number { item: self.id.clone(), bounds }
    }

    fn has_choices(&self) -> bool {
        matches!(self.response, Response::Behaviour { .. } | Response::Choice { .. })
    }

    /// Returns the condition that there is an answer.
    fn is_given(&self, name: &str) -> Result<Condition, Message> {
        if self.has_choices() {
            return Ok(self.is(self.answers.iter().map(|(_, value)| value.clone()).collect()));
        }
        if !self.response.is_numeric() {
            return Err(("form-empty-text", vec![("name", name.to_owned())]));
        }
        let below = self.within(Bounds { below: Some(0.0), ..Bounds::default() });
        let from = self.within(Bounds { at_least: Some(0.0), ..Bounds::default() });
        Ok(match self.response {
            Response::Count { .. } | Response::Timer { .. } => from,
            Response::Scale { min, .. } if min >= 0 => from,
            _ => Condition::Any { any: vec![below, from] },
        })
    }

    /// Returns the answer that a name stands for; numbers stand for the same number written in another way.
    fn choice(&self, name: &str, choice: &str) -> Result<Value, Message> {
        let same = |known: &str| known == choice || number(known).is_some_and(|known| number(choice) == Some(known));
        let found = self.answers.iter().find(|(known, _)| known == choice);
        let found = found.or_else(|| self.answers.iter().find(|(known, _)| same(known)));
        found.map(|(_, value)| value.clone()).ok_or_else(|| {
            let args = vec![("name", name.to_owned()), ("choice", choice.to_owned())];
            if !self.has_choices() {
                return ("form-no-choices", args);
            }
            let likely = likely(choice, self.answers.iter().map(|(known, _)| known.as_str()));
            ("form-unknown-choice", args.into_iter().chain([("likely", likely)]).collect())
        })
    }

    /// Returns the condition that the answer is equal to, less or more than something.
    fn compared(&self, name: &str, operator: Operator, other: &str) -> Result<Condition, Message> {
        let not_a_number = || ("form-not-a-number", vec![("name", name.to_owned()), ("found", other.to_owned())]);
        match &self.response {
            Response::Behaviour { .. } | Response::Choice { .. } if operator == Operator::Equal => {
                let value = self.choice(name, other)?;
                Ok(self.is(vec![match (&self.response, value) {
                    // Only this choice, as in XLSForm.
                    (Response::Choice { multiple: true, .. }, Value::Text(id)) => Value::Many(vec![id]),
                    (_, value) => value,
                }]))
            }
            Response::Choice { multiple: true, .. } => Err(("form-compared-choices", vec![("name", name.to_owned())])),
            Response::Behaviour { .. } | Response::Choice { .. } => {
                let bound = number(other).ok_or_else(not_a_number)?;
                let holds = |known: &str| number(known).is_some_and(|known| operator.holds(known, bound));
                let answers: Vec<Value> =
                    self.answers.iter().filter(|(known, _)| holds(known)).map(|(_, value)| value.clone()).collect();
                if answers.is_empty() {
                    return Err(("form-no-such-choice", vec![("name", name.to_owned()), ("found", other.to_owned())]));
                }
                Ok(self.is(answers))
            }
            Response::Text {} if operator == Operator::Equal => Ok(self.is(vec![Value::text(other)])),
            Response::Text {} => Err(("form-compared-text", vec![("name", name.to_owned())])),
            _ => {
                let bound = number(other).ok_or_else(not_a_number)?;
                let value = Value::number(bound);
                let is_timer = matches!(self.response, Response::Timer { .. });
                if operator == Operator::Equal && !is_timer && accepts(&self.response, &value) {
                    return Ok(self.is(vec![value]));
                }
                Ok(self.within(bounds(operator, bound)))
            }
        }
    }
}

/// Returns the bounds of numbers that an operator holds for.
fn bounds(operator: Operator, bound: f64) -> Bounds {
    let (bound, none) = (Some(bound), Bounds::default());
    match operator {
        Operator::Less => Bounds { below: bound, ..none },
        Operator::AtMost => Bounds { at_most: bound, ..none },
        Operator::Greater => Bounds { above: bound, ..none },
        Operator::AtLeast => Bounds { at_least: bound, ..none },
        Operator::Equal | Operator::NotEqual => Bounds { at_least: bound, at_most: bound, ..none },
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// Returns the name that a misspelt one may be meant for, or `none`.
pub(super) fn likely<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> String {
    nearest(name, names).unwrap_or("none").to_owned()
}

fn negated(meaning: Meaning) -> Meaning {
    match meaning {
        Meaning::Constant(truth) => Meaning::Constant(!truth),
        Meaning::When(Condition::Not { not }) => Meaning::When(*not),
        Meaning::When(condition) => Meaning::When(Condition::Not { not: Box::new(condition) }),
    }
}

/// Returns what holds if all of several conditions hold.
pub(super) fn all(several: impl IntoIterator<Item = Meaning>) -> Meaning {
    let mut conditions: Vec<Condition> = Vec::new();
    for meaning in several {
        match meaning {
            Meaning::Constant(true) => {}
            Meaning::Constant(false) => return Meaning::Constant(false),
            Meaning::When(Condition::All { all }) => all.into_iter().for_each(|part| add_to_all(&mut conditions, part)),
            Meaning::When(condition) => add_to_all(&mut conditions, condition),
        }
    }
    one_or(conditions, |all| Condition::All { all }, true)
}

/// Adds a condition to those that must all hold; bounds of one number are put together.
fn add_to_all(conditions: &mut Vec<Condition>, added: Condition) {
    if let Condition::Number { item, bounds: more } = &added {
        for known in conditions.iter_mut() {
            if let Condition::Number { item: same, bounds } = known
                && same == item
                && let Some(both) = both(*bounds, *more)
            {
                *bounds = both;
                return;
            }
        }
    }
    if !conditions.contains(&added) {
        conditions.push(added);
    }
}

/// Returns two bounds as one, unless both have the same limit.
fn both(a: Bounds, b: Bounds) -> Option<Bounds> {
    let one = |a: Option<f64>, b: Option<f64>| if a.is_some() && b.is_some() { None } else { Some(a.or(b)) };
    Some(Bounds {
        above: one(a.above, b.above)?,
        at_least: one(a.at_least, b.at_least)?,
        below: one(a.below, b.below)?,
        at_most: one(a.at_most, b.at_most)?,
    })
}

/// Returns what holds if any of several conditions holds.
fn any(several: Vec<Meaning>) -> Meaning {
    let mut conditions: Vec<Condition> = Vec::new();
    let mut parts = Vec::new();
    for meaning in several {
        match meaning {
            Meaning::Constant(false) => {}
            Meaning::Constant(true) => return Meaning::Constant(true),
            Meaning::When(Condition::Any { any }) => parts.extend(any),
            Meaning::When(condition) => parts.push(condition),
        }
    }
    for part in parts {
        // Answers to one item are put together.
        if let Condition::Item { item, is: more } = &part
            && let Some(Condition::Item { is, .. }) =
                conditions.iter_mut().find(|known| matches!(known, Condition::Item { item: same, .. } if same == item))
        {
            for value in more {
                if !is.contains(value) {
                    is.push(value.clone());
                }
            }
        } else if !conditions.contains(&part) {
            conditions.push(part);
        }
    }
    one_or(conditions, |any| Condition::Any { any }, false)
}

/// Returns a single condition as it is, several joined, and none as a constant.
fn one_or(mut conditions: Vec<Condition>, join: fn(Vec<Condition>) -> Condition, none: bool) -> Meaning {
    match conditions.len() {
        0 => Meaning::Constant(none),
        1 => conditions.pop().map_or(Meaning::Constant(none), Meaning::When),
        _ => Meaning::When(join(conditions)),
    }
}
