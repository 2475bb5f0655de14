//! The currency that may stand beside a typed amount.

use unicode_general_category::{GeneralCategory, get_general_category};

/// The signs and words of currencies, in small letters, a currency each; the longer words of one come first. Dollars are
/// one, and so are yen and yuan, because their signs do not tell them apart.
const CURRENCIES: [&[&str]; 10] = [
    &["euros", "euro", "eur", "€"],
    &["dollars", "dollar", "usd", "cad", "aud", "$"],
    &["pounds", "pound", "gbp", "£"],
    &["chf", "fr."],
    &["jpy", "cny", "yen", "yuan", "¥"],
    &["inr", "₹"],
    &["mad"],
    &["dzd"],
    &["tnd"],
    &["fcfa", "xof", "xaf"],
];

/// Returns whether a character is the sign of a currency.
pub(super) fn is_sign(c: char) -> bool {
    get_general_category(c) == GeneralCategory::CurrencySymbol
}

/// Splits a currency off the beginning or the end of a text in small letters. A sign may stand within a number, as in
/// 12€50, and is left there.
pub(super) fn split_off(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    let words = || CURRENCIES.iter().copied().flatten().copied();
    let sign = |at: Option<char>| at.filter(|c| is_sign(*c)).map(char::len_utf8);
    if let Some((sign, rest)) = sign(text.chars().next()).and_then(|len| text.split_at_checked(len)) {
        return (rest.trim(), Some(sign));
    }
    if let Some(len) = sign(text.chars().next_back()) {
        let (rest, sign) = text.split_at(text.len() - len);
        return (rest.trim(), Some(sign));
    }
    let at_end = words().find_map(|word| Some((text.strip_suffix(word)?, Some(word))));
    let at_start = || words().find_map(|word| Some((text.strip_prefix(word)?, Some(word))));
    let (rest, word) = at_end.or_else(at_start).unwrap_or((text, None));
    (rest.trim(), word)
}

/// Returns whether a unit names a currency: `€`, `euros`, `€ per month`.
pub fn is_in_unit(currency: &str, unit: &str) -> bool {
    let row = CURRENCIES.iter().find(|row| row.contains(&currency));
    let is_same = |word: &str| word == currency || row.is_some_and(|row| row.contains(&word));
    let unit = unit.to_lowercase();
    let signs = unit.chars().filter(|c| is_sign(*c)).map(String::from);
    let words = unit.split(|c: char| !c.is_alphabetic() && c != '.').map(str::to_owned);
    signs.chain(words).any(|word| is_same(&word))
}
