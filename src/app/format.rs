//! Formats keys, messages and guides in a language; the words of a visit are those of [`crate::report::visit_words`].

use super::key::{Key, KeyPress};
use super::keymap::{Command, Context, Keymap};
pub use crate::report::condition_words::condition;
pub use crate::report::guide_words::guide;
pub use crate::report::visit_words::*;
use crate::store::{LocatedFault, StoreError};
use crate::text::{Arg, Texts};

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

/// Returns where in a file a fault is; and what is wrong, with how to mend it.
pub fn fault_texts(texts: &Texts, fault: &LocatedFault) -> (String, String) {
    let ((what, what_args), (mend, mend_args)) = (fault.message(), fault.mend());
    let place = texts.with("app-fault-place", &[("line", Arg::from(fault.line)), ("column", fault.column.into())]);
    let (what, mend) = (message(texts, what, &what_args), message(texts, mend, &mend_args));
    (format!("{place} {}", fault.path), format!("{what} {mend}"))
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
