//! Parses a typed number: digits of any script, with the separators of the language. A currency is ignored.

use super::Lang;
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
}

/// Parses a number. In English, one comma before exactly three digits is ambiguous; in French it is decimal.
///
/// # Errors
/// Fails if the text is not a number, or can be read as two.
pub fn parse_number(text: &str, lang: Lang) -> Result<f64, InputProblem> {
    let text = to_ascii(text);
    let text = without_currency(&text);
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", without_currency(rest)));
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
    text.parse().ok().filter(|number: &f64| number.is_finite()).ok_or(InputProblem::Invalid)
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

/// Words for currencies that may stand beside an amount.
const CURRENCIES: [&str; 21] = [
    "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pounds", "chf", "fr.", "cad", "aud", "jpy", "cny",
    "inr", "mad", "dzd", "tnd", "xof", "xaf", "fcfa",
];

fn is_currency(c: char) -> bool {
    get_general_category(c) == GeneralCategory::CurrencySymbol
}

/// Removes a currency before or after a number.
fn without_currency(text: &str) -> &str {
    let text = text.trim().trim_start_matches(is_currency).trim_end_matches(is_currency).trim();
    let stripped = |word: &&str| text.strip_suffix(word).or_else(|| text.strip_prefix(word));
    CURRENCIES.iter().find_map(stripped).unwrap_or(text).trim()
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
            c if is_currency(c) => '٫',
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
