//! Formats keys, messages and guides in a language; the words of a visit are those of [`crate::report::visit_words`].

use super::key::{Key, KeyPress};
use super::keymap::{Command, Context, Keymap};
pub use crate::report::condition_words::condition;
pub use crate::report::visit_words::*;
use crate::store::StoreError;
use crate::text::{Arg, Texts};
use crate::visit::{Item, Kind, Value};

/// Returns a message with text arguments.
pub fn message(texts: &Texts, id: &str, args: &[(&'static str, String)]) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
    texts.with(id, &args)
}

/// Returns an error as a sentence.
#[must_use]
pub fn error_text(texts: &Texts, error: &StoreError) -> String {
    let (id, args) = error.message();
    message(texts, id, &args)
}

/// Formats a key as it is labelled on a keyboard of the language.
pub fn key(texts: &Texts, press: KeyPress) -> String {
    let name = match press.key {
        Key::Char(' ') => texts.get("app-name-space").to_owned(),
        Key::Char(c) => c.to_uppercase().to_string(),
        Key::F(n) => format!("F{n}"),
        Key::Up => "↑".to_owned(),
        Key::Down => "↓".to_owned(),
        Key::Left => "←".to_owned(),
        Key::Right => "→".to_owned(),
        Key::Enter => texts.get("app-name-enter").to_owned(),
        Key::Esc => texts.get("app-name-esc").to_owned(),
        Key::Tab => texts.get("app-name-tab").to_owned(),
        Key::BackTab => texts.get("app-name-back-tab").to_owned(),
        Key::Backspace => texts.get("app-name-backspace").to_owned(),
        Key::Delete => texts.get("app-name-delete").to_owned(),
        Key::Home => texts.get("app-name-home").to_owned(),
        Key::End => texts.get("app-name-end").to_owned(),
        Key::PageUp => texts.get("app-name-page-up").to_owned(),
        Key::PageDown => texts.get("app-name-page-down").to_owned(),
    };
    match (press.ctrl, press.alt) {
        (true, _) => format!("Ctrl+{name}"),
        (_, true) => format!("Alt+{name}"),
        _ => name,
    }
}

/// Formats the key of a command; empty if it has none.
pub fn command_key(texts: &Texts, keymap: &Keymap, context: Context, command: Command) -> String {
    keymap.shown(context, command).map_or_else(String::new, |shown| key(texts, shown.press))
}

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
        _ => value(texts, item, &key.parse().map_or_else(|_| Value::text(key), Value::Integer)),
    };
    let mut steps: Vec<&str> = item.guide.keys().map(String::as_str).filter(|key| key.parse::<i64>().is_ok()).collect();
    steps.sort_by_key(|step| step.parse::<i64>().ok());
    let answers = item.response.named_answers();
    let keys = how.iter().chain(&answers).chain(&steps).chain(&[Item::RULING]);
    keys.filter_map(|key| Some((capital(&heading(key)), item.guide.get(*key)?.get(texts.lang())))).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
