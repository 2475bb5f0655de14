//! The texts of cells, cleaned and within bounds.

use crate::import::columns::Column;
use crate::import::remark::{RemarkKind, Remarks};
use crate::spreadsheet::CellPlace;
use crate::text::clean::{clean, is_hostile};

/// The longest text of a question, and of any other cell, in characters.
const LONGEST_QUESTION: usize = 2_000;
const LONGEST_TEXT: usize = 10_000;

/// Returns the most characters of a text.
pub(super) fn most_chars(column: Column) -> usize {
    if column == Column::Question { LONGEST_QUESTION } else { LONGEST_TEXT }
}

/// Returns a text in one line, without characters that must not be shown; says if there are any, or if it is too long.
pub(super) fn tidy(text: &str, column: Column, place: &CellPlace, remarks: &mut Remarks) -> String {
    if text.chars().any(|c| is_hostile(c) && !matches!(c, '\n' | '\r' | '\t')) {
        remarks.doubt(place.clone(), RemarkKind::Cleaned);
    }
    let most = most_chars(column);
    if text.chars().nth(most).is_some() {
        remarks.error(place.clone(), RemarkKind::TooLong { most });
        return "…".to_owned();
    }
    one_line(text)
}

/// Returns a text in one line, cleaned.
pub(super) fn one_line(text: &str) -> String {
    let is_break = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}');
    let words: Vec<&str> = text.split(is_break).filter(|word| !word.is_empty()).collect();
    clean(&words.join(" ")).trim().to_owned()
}

/// Returns a text as a message shows it.
pub(super) fn shown(text: &str) -> String {
    let line = one_line(text);
    if line.chars().nth(80).is_none() { line } else { line.chars().take(79).chain(['…']).collect() }
}
