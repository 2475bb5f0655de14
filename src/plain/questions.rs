//! Questions asked line by line before a visit starts.

use super::Streams;
use crate::text::Texts;
use crate::visit::Definition;
use std::io::{self, BufRead};
use std::sync::Arc;

/// Asks until the answer is valid, printing why it is refused each time it is not. Returns `None` at the end of the
/// input.
///
/// # Errors
/// Fails if nothing can be printed.
pub fn ask_until_valid<T>(
    texts: &Texts,
    question: &str,
    streams: &mut Streams<'_>,
    input: &mut dyn BufRead,
    read: impl Fn(&str) -> Result<T, String>,
) -> io::Result<Option<T>> {
    loop {
        streams.print_line(texts.get(question))?;
        streams.flush()?;
        let Some(line) = super::read_line(input) else { return Ok(None) };
        match read(line.trim()) {
            Ok(answer) => return Ok(Some(answer)),
            Err(refusal) => streams.print_message(&refusal),
        }
    }
}

/// Asks for a checklist, by its id or number.
///
/// # Errors
/// As [`ask_until_valid`].
pub fn ask_for_checklist(
    texts: &Texts,
    library: &[Arc<Definition>],
    streams: &mut Streams<'_>,
    input: &mut dyn BufRead,
) -> io::Result<Option<Arc<Definition>>> {
    for (number, definition) in (1..).zip(library) {
        let list = definition.checklist();
        streams.print_line(&format!("{number}  {}  {}", list.id, list.title.get(texts.lang())))?;
    }
    ask_until_valid(texts, "plain-ask-checklist", streams, input, |line| {
        let found = by_id_or_number(library, line, |definition| &definition.checklist().id).cloned();
        found.ok_or_else(|| texts.get("plain-no-checklist").to_owned())
    })
}

/// Returns the entry of a list with this id, or else with this number, counted from 1.
pub fn by_id_or_number<'a, T>(all: &'a [T], name: &str, id: impl Fn(&T) -> &str) -> Option<&'a T> {
    all.iter().find(|one| id(one) == name).or_else(|| all.get(name.parse::<usize>().ok()?.checked_sub(1)?))
}
