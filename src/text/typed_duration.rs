//! Parses a typed duration, and when something was seen: how long ago, or at which time of day.

use super::Lang;
use super::typed_number::{InputProblem, parse_number, to_ascii};

/// When something was seen, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedTime {
    /// This many milliseconds ago.
    Ago(u64),
    /// At this time of day.
    At(TimeOfDay),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay {
    pub hour: i8,
    pub minute: i8,
    /// `None` if only the minute was typed.
    pub second: Option<i8>,
}

/// The longest duration that is accepted, in milliseconds: a century.
const MAX_MS: f64 = 3_155_760_000_000.0;

/// Parses a duration: `90`, `90 s`, `1:30`, `1 min 30`, `1'30`, `2,5 min`, `1 h 05`. Returns milliseconds; a number
/// without a unit is in seconds.
///
/// # Errors
/// Fails if the text is not a duration, or a number in it can be read as two.
pub fn parse_duration_ms(text: &str, lang: Lang) -> Result<u64, InputProblem> {
    let text = to_ascii(text).replace(['′', '’'], "'").replace("''", "\"").replace('″', "\"");
    let parts = if text.contains(':') { colon_parts(&text)? } else { unit_parts(&text)? };
    let mut seconds = 0.0;
    for (index, (number, unit)) in parts.iter().enumerate() {
        let value = parse_number(number, lang)?;
        // Only the largest unit may exceed the next one: 90 s, but not 1 min 90.
        if value < 0.0 || index > 0 && value >= 60.0 {
            return Err(InputProblem::Invalid);
        }
        seconds += value * unit;
    }
    let ms = (seconds * 1000.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and from 0 to the longest")]
    if ms <= MAX_MS { Ok(ms as u64) } else { Err(InputProblem::Invalid) }
}

/// Splits `1:30` or `1:02:03` into numbers, each with its seconds per unit.
fn colon_parts(text: &str) -> Result<Vec<(&str, f64)>, InputProblem> {
    let numbers: Vec<&str> = text.split(':').collect();
    let units: &[f64] = match numbers.len() {
        2 => &[60.0, 1.0],
        3 => &[3600.0, 60.0, 1.0],
        _ => return Err(InputProblem::Invalid),
    };
    Ok(numbers.into_iter().zip(units.iter().copied()).collect())
}

/// Splits numbers with units, from the largest on, each with its seconds per unit. The last one may lack its unit, which
/// is then the next smaller one.
fn unit_parts(text: &str) -> Result<Vec<(&str, f64)>, InputProblem> {
    let mut parts: Vec<(&str, f64)> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let is_unit = |c: char| c.is_alphabetic() || matches!(c, '\'' | '"');
        let (number, after) = rest.split_at(rest.find(is_unit).unwrap_or(rest.len()));
        let (word, after) = after.split_at(after.find(|c: char| !is_unit(c)).unwrap_or(after.len()));
        let before = parts.last().map(|(_, unit)| *unit);
        let unit = match (unit_seconds(word), before) {
            (Some(unit), None) => unit,
            (Some(unit), Some(before)) if unit < before => unit,
            (None, None) if word.is_empty() => 1.0,
            (None, Some(before)) if word.is_empty() && before > 1.0 => before / 60.0,
            _ => return Err(InputProblem::Invalid),
        };
        parts.push((number.trim(), unit));
        rest = after.trim_start_matches('.').trim();
    }
    if parts.is_empty() { Err(InputProblem::Invalid) } else { Ok(parts) }
}

fn unit_seconds(word: &str) -> Option<f64> {
    match word {
        "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" => Some(3600.0),
        "m" | "mn" | "min" | "mins" | "minute" | "minutes" | "'" => Some(60.0),
        "s" | "sec" | "secs" | "second" | "seconds" | "seconde" | "secondes" | "\"" => Some(1.0),
        _ => None,
    }
}

/// Parses when something was seen: a duration, or a time of day such as `10:02`, `10h02`, `2:15 pm`. Two numbers with a
/// colon or an `h` between them are a time of day.
///
/// # Errors
/// As [`parse_duration_ms`].
pub fn parse_time(text: &str, lang: Lang) -> Result<TypedTime, InputProblem> {
    let ascii = to_ascii(text);
    let ascii = ["il y a ", "à ", "at "].iter().find_map(|word| ascii.strip_prefix(word)).unwrap_or(&ascii);
    let ascii = ascii.strip_suffix(" ago").unwrap_or(ascii).trim();
    match time_of_day(ascii) {
        Some(time) => time.map(TypedTime::At),
        None => parse_duration_ms(ascii, lang).map(TypedTime::Ago),
    }
}

/// Parses a time of day. Returns `None` if the text has another form, and an error if no day has this time.
fn time_of_day(text: &str) -> Option<Result<TimeOfDay, InputProblem>> {
    let (text, half) = half_of_day(text);
    let numbers: Vec<&str> = text.split([':', 'h']).map(str::trim).collect();
    let is_number = |number: &&str| matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit());
    if !numbers.iter().all(is_number) || !(numbers.len() == 2 || numbers.len() == 3 || half.is_some()) {
        return None;
    }
    let mut numbers = numbers.iter().map(|number| number.parse::<i8>().unwrap_or(i8::MAX));
    let (hour, minute, second) = (numbers.next()?, numbers.next().unwrap_or(0), numbers.next());
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => i8::MAX,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    let is_valid = hour < 24 && minute < 60 && second.is_none_or(|second| second < 60);
    Some(if is_valid { Ok(TimeOfDay { hour, minute, second }) } else { Err(InputProblem::Invalid) })
}

/// Removes `am` or `pm`, and returns whether it was the latter.
fn half_of_day(text: &str) -> (&str, Option<bool>) {
    for (word, is_afternoon) in [("am", false), ("a.m.", false), ("pm", true), ("p.m.", true)] {
        if let Some(rest) = text.strip_suffix(word) {
            return (rest.trim_end(), Some(is_afternoon));
        }
    }
    (text, None)
}
