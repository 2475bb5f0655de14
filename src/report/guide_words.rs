//! The guide of an item: how it is judged, in words.

use super::visit_words::value;
use crate::text::Texts;
use crate::visit::{Item, Kind, Response, Value};

/// Returns the entries of an item's guide as heading and text: how to judge it, its answers in their order, and rulings.
/// In a self-audit, how to judge it there takes the place of the first.
pub fn guide<'a>(texts: &Texts, item: &'a Item, kind: Option<Kind>) -> Vec<(String, &'a str)> {
    let how = match kind {
        Some(Kind::SelfAudit) if item.guide.contains_key(Item::SELF_AUDIT) => &[Item::SELF_AUDIT][..],
        Some(_) => &[Item::HOW],
        None => &[Item::HOW, Item::SELF_AUDIT],
    };
    let heading = |key: &str| match key {
        Item::HOW => texts.get("app-guide-how").to_owned(),
        Item::SELF_AUDIT => texts.get("app-guide-self-audit").to_owned(),
        Item::RULING => texts.get("app-guide-ruling").to_owned(),
        _ => value(texts, item, &step(item, key).map_or_else(|| Value::text(key), Value::Integer)),
    };
    let mut steps: Vec<&str> = item.guide.keys().map(String::as_str).filter(|key| step(item, key).is_some()).collect();
    steps.sort_by_key(|key| step(item, key));
    let answers = item.response.named_answers();
    let keys = how.iter().chain(&answers).chain(&steps).chain(&[Item::RULING]);
    keys.filter_map(|key| Some((capital(&heading(key)), item.guide.get(*key)?.get(texts.lang())))).collect()
}

/// Returns the step of a scale that a key of its guide names.
fn step(item: &Item, key: &str) -> Option<i64> {
    key.parse().ok().filter(|_| matches!(item.response, Response::Scale { .. }))
}

/// Returns a text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
