//! What must be known before the clock starts, asked line by line.

use super::Voices;
use crate::text::Texts;
use crate::visit::Definition;
use std::io::{self, BufRead};
use std::sync::Arc;

/// Asks until an answer will do, and says each time why one will not; `None` at the end of the input.
///
/// # Errors
/// Where nothing can be said.
pub fn until<T>(
    texts: &Texts,
    (question, refusal): (&str, &str),
    voices: &mut Voices<'_>,
    input: &mut dyn BufRead,
    read: impl Fn(&str) -> Option<T>,
) -> io::Result<Option<T>> {
    loop {
        voices.line(texts.get(question))?;
        voices.flush()?;
        let Some(line) = super::read_line(input) else { return Ok(None) };
        if let Some(answer) = read(line.trim()) {
            return Ok(Some(answer));
        }
        voices.tell(texts.get(refusal));
    }
}

/// Asks for a checklist, by its id or its number.
///
/// # Errors
/// As [`until`].
pub fn checklist(
    texts: &Texts,
    library: &[Arc<Definition>],
    voices: &mut Voices<'_>,
    input: &mut dyn BufRead,
) -> io::Result<Option<Arc<Definition>>> {
    for (number, definition) in (1..).zip(library) {
        let list = definition.checklist();
        voices.line(&format!("{number}  {}  {}", list.id, list.title.get(texts.lang())))?;
    }
    until(texts, ("plain-ask-checklist", "plain-no-checklist"), voices, input, |line| {
        let by_id = library.iter().find(|definition| definition.checklist().id == line);
        let by_number = || library.get(line.parse::<usize>().ok()?.checked_sub(1)?);
        by_id.or_else(by_number).cloned()
    })
}
