//! What must be known before the clock starts, asked line by line.

use super::Voices;
use crate::text::{Texts, clean};
use crate::visit::Definition;
use std::io::{self, BufRead};
use std::sync::Arc;

/// Asks until an answer will do; `None` at the end of the input.
///
/// # Errors
/// Where nothing can be read or said.
pub fn until<T>(
    texts: &Texts,
    question: &str,
    voices: &mut Voices<'_>,
    input: &mut dyn BufRead,
    read: impl Fn(&str) -> Option<T>,
) -> io::Result<Option<T>> {
    loop {
        writeln!(voices.out, "{}", texts.get(question))?;
        voices.out.flush()?;
        let mut bytes = Vec::new();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes);
        if let Some(answer) = read(clean(line.trim()).as_ref()) {
            return Ok(Some(answer));
        }
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
        writeln!(voices.out, "{number}  {}  {}", list.id, list.title.get(texts.lang()))?;
    }
    until(texts, "plain-ask-checklist", voices, input, |line| {
        let by_id = library.iter().find(|definition| definition.checklist().id == line);
        let by_number = || library.get(line.parse::<usize>().ok()?.checked_sub(1)?);
        by_id.or_else(by_number).cloned()
    })
}
