//! The conditions of items in words.

use super::visit_words::{amount, value};
use crate::text::{Arg, Texts};
use crate::visit::checklist::{Bounds, Condition};
use crate::visit::{Checklist, Item, Value};

/// Formats a condition of an item: `“Waiting time” is above 30 s and “Smile” is yes or partly`.
pub fn condition(texts: &Texts, checklist: &Checklist, condition: &Condition) -> String {
    let find = |id: &str| checklist.items().map(|(_, item)| item).find(|item| item.id == id);
    match condition {
        Condition::Item { item, is } => {
            let answers = is
                .iter()
                .map(|answer| find(item).map_or_else(|| answer.to_string(), |item| named_answer(texts, item, answer)));
            let answers = joined(texts, "condition-or", answers.collect());
            texts.with("condition-is", &[("item", label(texts, find(item), item)), ("answers", answers.into())])
        }
        Condition::Number { item, bounds } => {
            let bounds = bound_words(texts, find(item), bounds);
            let is = |(id, number)| texts.with(id, &[("number", Arg::from(number))]);
            let bounds = joined(texts, "condition-and", bounds.into_iter().map(is).collect());
            texts.with("condition-is", &[("item", label(texts, find(item), item)), ("answers", bounds.into())])
        }
        Condition::All { all } => joined(texts, "condition-and", parts(texts, checklist, all)),
        Condition::Any { any } => joined(texts, "condition-or", parts(texts, checklist, any)),
        Condition::Not { not } => {
            texts.with("condition-not", &[("condition", self::condition(texts, checklist, not).into())])
        }
    }
}

/// Formats the parts of a condition; one that has several parts itself is in brackets.
fn parts(texts: &Texts, checklist: &Checklist, several: &[Condition]) -> Vec<String> {
    let is_joined = |part: &Condition| match part {
        Condition::All { all: inner } | Condition::Any { any: inner } => several.len() > 1 && inner.len() > 1,
        _ => false,
    };
    let words = |part| {
        let words = condition(texts, checklist, part);
        if is_joined(part) { format!("({words})") } else { words }
    };
    several.iter().map(words).collect()
}

fn joined(texts: &Texts, id: &str, parts: Vec<String>) -> String {
    let join = |one: String, other: String| texts.with(id, &[("one", one.into()), ("other", other.into())]);
    parts.into_iter().reduce(join).unwrap_or_default()
}

/// Returns the label of an item, or the id of one that does not exist.
fn label<'a>(texts: &Texts, item: Option<&'a Item>, id: &'a str) -> Arg<'a> {
    item.map_or(id, |item| item.label.get(texts.lang())).into()
}

fn named_answer(texts: &Texts, item: &Item, answer: &Value) -> String {
    let words = value(texts, item, answer);
    if words.is_empty() { answer.to_string() } else { words }
}

/// Returns the message of each bound that is set, with its number.
fn bound_words(texts: &Texts, item: Option<&Item>, bounds: &Bounds) -> Vec<(&'static str, String)> {
    let Bounds { above, at_least, below, at_most } = *bounds;
    let all = [
        ("condition-above", above),
        ("condition-at-least", at_least),
        ("condition-below", below),
        ("condition-at-most", at_most),
    ];
    let number = |number: f64| item.map_or_else(|| number.to_string(), |item| amount(texts, &item.response, number));
    all.into_iter().filter_map(|(id, bound)| Some((id, number(bound?)))).collect()
}
