//! A line typed during a visit: a number, a text, a time ago, or the reason for a pause.

use crate::app::text_input::TextInput;
use crate::visit::{Response, Value};

/// A line being typed.
#[derive(Debug)]
pub struct LineEntry {
    /// What the line is for.
    pub purpose: EntryPurpose,
    /// The text.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_ago_are_parsed_in_common_notations() {
        let cases = [
            ("20", Some(20_000)),
            ("20s", Some(20_000)),
            ("4 min", Some(240_000)),
            ("4m", Some(240_000)),
            ("1h", Some(3_600_000)),
            ("", None),
            ("m", None),
            ("-3", None),
            ("3x", None),
            ("99999999999999999999", None),
            ("9999999999999999999h", None),
        ];
        for (text, ms) in cases {
            assert_eq!(parse_ago_ms(text), ms, "{text}");
        }
    }

    #[test]
    fn numbers_are_parsed_with_comma_or_point_only() {
        let cases = [
            ("3,5", Some(3.5)),
            ("3.5", Some(3.5)),
            ("1 200", Some(1200.0)),
            ("-2", Some(-2.0)),
            ("inf", None),
            ("1e9", None),
            ("", None),
        ];
        for (text, value) in cases {
            assert_eq!(parse_number(text), value, "{text}");
        }
    }
}
