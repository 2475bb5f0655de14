//! Parses a typed number: digits of any script, with the separators of the language. One currency may stand beside it.

use super::Lang;
use super::currency::{is_sign, split_off};
use unicode_general_category::{GeneralCategory, get_general_category};

/// Why typed text is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputProblem {
    /// It is not valid here.
    Invalid,
    /// It is a number outside the limits.
    OutsideLimits,
    /// A comma in it may separate thousands or decimals.
    Ambiguous {
        /// The number without a separator, as to be typed if the comma separates thousands.
        thousands: String,
        /// The number with a point, as to be typed if it separates decimals.
        decimal: String,
    },
    /// It has more digits than can be kept.
    TooManyDigits,
    /// It has a currency, and nothing here is counted in one.
    Currency,
    /// It has another currency than the unit, which is this.
    OtherUnit(String),
}

/// A typed number, and the currency beside it in small letters.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    pub number: f64,
    pub currency: Option<String>,
}

/// Parses a number without a currency. In English, one comma before exactly three digits is ambiguous; in French it is
/// decimal.
///
/// # Errors
/// Fails if the text is not a number, can be read as two, has a currency, or has more digits than can be kept.
pub fn parse_number(text: &str, lang: Lang) -> Result<f64, InputProblem> {
    let amount = parse_amount(text, lang)?;
    if amount.currency.is_some() { Err(InputProblem::Currency) } else { Ok(amount.number) }
}

/// Returns the currency beside a typed number, or within it.
///
/// # Errors
/// Fails if there are several.
pub fn currency(text: &str) -> Result<Option<String>, InputProblem> {
    let text = to_ascii(text);
    let (rest, beside) = split_off(text.trim_start_matches('-'));
    let within: Vec<String> = rest.chars().filter(|c| is_sign(*c)).map(String::from).collect();
    let found: Vec<String> = beside.map(str::to_owned).into_iter().chain(within).collect();
    if found.len() > 1 { Err(InputProblem::Invalid) } else { Ok(found.into_iter().next()) }
}

/// As [`parse_number`], with or without a currency.
///
/// # Errors
/// As [`parse_number`], but for a currency.
pub fn parse_amount(text: &str, lang: Lang) -> Result<Amount, InputProblem> {
    let currency = currency(text)?;
    let text = to_ascii(text);
    let (text, _) = split_off(&text);
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", split_off(rest).0));
    let (groups, separators) = split(unsigned).ok_or(InputProblem::Invalid)?;
    let number = |whole: &[String], decimals: &str| format!("{sign}{}.{decimals}", whole.concat());
    let (last, before) = groups.split_last().ok_or(InputProblem::Invalid)?;
    let text = if has_decimals(&groups, &separators) {
        let are_thousands = before.len() < 2 || has_thousands(before, separators.split_last().map_or(&[], |(_, s)| s));
        let has_digits = !last.is_empty() || before.iter().any(|group| !group.is_empty());
        if !(are_thousands && has_digits) {
            return Err(InputProblem::Invalid);
        }
        let text = number(before, last);
        if lang == Lang::En && separators == [','] && has_thousands(&groups, &separators) {
            return Err(InputProblem::Ambiguous { thousands: format!("{sign}{}", groups.concat()), decimal: text });
        }
        text
    } else if groups.len() == 1 || has_thousands(&groups, &separators) {
        number(&groups, "")
    } else {
        return Err(InputProblem::Invalid);
    };
    exact(&text).map(|number| Amount { number, currency })
}

/// Parses digits with a point; the number must have exactly these.
fn exact(text: &str) -> Result<f64, InputProblem> {
    let number: f64 = text.parse().map_err(|_| InputProblem::Invalid)?;
    // The digits that count: without zeros at the beginning, and at the end of decimals.
    let digits = |text: &str| {
        let (whole, decimals) =
            text.trim_start_matches('-').split_once('.').unwrap_or((text.trim_start_matches('-'), ""));
        (whole.trim_start_matches('0').to_owned(), decimals.trim_end_matches('0').to_owned())
    };
    if digits(text) == digits(&number.to_string()) { Ok(number) } else { Err(InputProblem::TooManyDigits) }
}

/// Returns the value of a decimal digit of any script.
pub fn digit_value(c: char) -> Option<u32> {
    let is_digit =
        |code: u32| char::from_u32(code).is_some_and(|c| get_general_category(c) == GeneralCategory::DecimalNumber);
    let code = u32::from(c);
    // Unicode keeps the ten digits of a script together, in order.
    let before = (1..=code).take_while(|back| is_digit(code - back)).last().unwrap_or(0);
    is_digit(code).then_some(before % 10)
}

/// Returns typed text with ASCII digits, punctuation and letters, in lower case and without spaces at its ends.
pub(super) fn to_ascii(text: &str) -> String {
    let ascii = |c: char| match c {
        '\u{2212}' | '\u{2010}'..='\u{2013}' => '-',
        // The full-width forms of `!` to `~`.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => digit_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c),
    };
    text.trim().chars().map(ascii).collect::<String>().to_lowercase()
}

/// Splits a number at its separators, and returns the groups of digits and the separators between them. `٫` stands for
/// all that separate decimals alone, `'` for all that separate thousands alone.
fn split(text: &str) -> Option<(Vec<String>, Vec<char>)> {
    let (mut groups, mut separators) = (vec![String::new()], Vec::new());
    for c in text.chars() {
        let separator = match c {
            '0'..='9' => {
                groups.last_mut()?.push(c);
                continue;
            }
            ',' | '.' | '٫' => c,
            ' ' | '\'' | '’' | '٬' => '\'',
            // As in 12€50.
            c if is_sign(c) => '٫',
            _ => return None,
        };
        separators.push(separator);
        groups.push(String::new());
    }
    Some((groups, separators))
}

/// Returns whether the last separator separates decimals: it stands once, and can be one of decimals.
fn has_decimals(groups: &[String], separators: &[char]) -> bool {
    let Some((last, before)) = separators.split_last() else { return false };
    let is_alone = !before.contains(last) && *last != '\'';
    // `1.234,` and `1 234.` end in nothing.
    is_alone && (before.is_empty() || groups.last().is_some_and(|group| !group.is_empty()))
}

/// Returns whether the groups are those of thousands: one to three digits, then three each, with one kind of separator.
fn has_thousands(groups: &[String], separators: &[char]) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    let is_one_kind = separators.windows(2).all(|pair| matches!(pair, [one, other] if one == other));
    let starts_well = (1..=3).contains(&first.len()) && !first.starts_with('0');
    is_one_kind && starts_well && rest.iter().all(|group| group.len() == 3) && !separators.contains(&'٫')
}
