//! A line typed during a visit: a number, a text, a time ago, or the reason for a pause.

use crate::app::text_input::TextInput;
use crate::visit::{Response, Value};

/// A line being typed.
#[derive(Debug)]
pub struct LineEntry {
    /// What the line is for.
    pub purpose: EntryPurpose,
    pub field: TextInput,
}

/// What a typed line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryPurpose {
    /// The answer to the selected item.
    Answer,
    /// How long ago the next answer was observed.
    Ago,
    /// The reason for a pause.
    PauseReason,
}

/// Parses a typed answer; numbers may have a decimal comma or point.
pub fn parse_answer(response: &Response, text: &str) -> Option<Value> {
    let value = match response {
        Response::Text {} => Value::text(text),
        Response::Timer { .. } => Value::number((parse_number(text)? * 1000.0).round()),
        _ => Value::number(parse_number(text)?),
    };
    crate::visit::engine::accepts(response, &value).then_some(value)
}

/// Parses a number with a decimal comma or point; spaces between digits are ignored.
pub fn parse_number(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let digits_only = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    text.parse().ok().filter(|n: &f64| digits_only && n.is_finite())
}

/// Parses how long ago something was: seconds, or `5m`, `5 min`, `30s`. Returns milliseconds.
pub fn parse_ago_ms(text: &str) -> Option<u64> {
    let text = text.trim().to_lowercase();
    let (digits, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let amount: u64 = digits.parse().ok()?;
    let factor = match unit.trim() {
        "" | "s" | "sec" => 1_000,
        "m" | "mn" | "min" => 60_000,
        "h" => 3_600_000,
        _ => return None,
    };
    amount.checked_mul(factor)
}
