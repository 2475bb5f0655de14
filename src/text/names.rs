//! Names of sites and observers: how a typed name is kept, and when two names are the same.

use super::clean::{clean, is_hostile};
use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;
use unicode_width::UnicodeWidthChar;

/// Returns a name as it is kept: Unicode NFC, cleaned, without outer spaces. A run of control characters becomes a space.
#[must_use]
pub fn tidy_name(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for c in text.nfc() {
        let is_break = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        if !is_break {
            name.push(c);
        } else if !name.ends_with('\n') {
            // The cleaning makes a space of it.
            name.push('\n');
        }
    }
    clean(&name).trim().to_owned()
}

/// Returns the form of a name in which two names are compared: words and signs, separated by a space. Case, width and
/// the accents of Latin and Greek letters do not count, nor do the vowels of Arabic and Hebrew, nor does punctuation; œ is oe, and every digit is a digit from
/// 0 to 9. Other signs count: C# is not C++.
#[must_use]
pub fn fold_name(text: &str) -> String {
    let name: Vec<char> = tidy_name(text).nfkc().filter(|c| !is_hostile(*c)).collect();
    let mut folded = String::with_capacity(name.len());
    let mut gap = false;
    for (at, c) in name.iter().copied().enumerate() {
        // "No. #5" has a number; "C#" has a sign.
        let numbers = c == '#' && name.get(at + 1).is_some_and(|next| next.is_numeric());
        if numbers || is_separator(c) {
            gap = true;
            continue;
        }
        let is_sign = !c.is_alphanumeric() && c.width() != Some(0);
        if (std::mem::take(&mut gap) || is_sign) && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
        push_folded(&mut folded, c);
        gap = is_sign;
    }
    folded
}

/// Returns whether a text is a name: it has a letter or a digit of any script.
#[must_use]
pub fn is_name(text: &str) -> bool {
    fold_name(text).chars().any(char::is_alphanumeric)
}

/// Returns what [`fold_name`] returns in Latin letters without accents, digits, and hyphens for everything else; the
/// same on every machine.
#[must_use]
pub fn transliterate(folded: &str) -> String {
    let mut latin = String::with_capacity(folded.len());
    for c in folded.chars() {
        let spelled = if c.is_ascii() { None } else { deunicode_char(c) };
        // A sign of a script that has no spaces is a word or a syllable.
        let is_word = spelled.is_some_and(|spelled| spelled.ends_with(' '));
        let mut buffer = [0; 4];
        for c in spelled.unwrap_or_else(|| c.encode_utf8(&mut buffer)).chars() {
            if c.is_ascii_alphanumeric() {
                latin.push(c.to_ascii_lowercase());
            } else if (c != '\'' && c != '`' || !is_word) && !latin.is_empty() && !latin.ends_with('-') {
                latin.push('-');
            }
        }
    }
    latin.truncate(latin.trim_end_matches('-').len());
    latin
}

/// Pushes the folded form of a character.
fn push_folded(folded: &mut String, c: char) {
    let mut base = c;
    if is_latin(c) || is_greek(c) {
        let mut first = None;
        decompose_canonical(c, |part| first = first.or(Some(part)));
        base = first.unwrap_or(c);
    }
    let base = match base {
        'Ё' | 'ё' => 'е',
        // An accent that has no character together with its letter; the signs that stretch Arabic words, and the vowels
        // and accents that Arabic and Hebrew may leave out.
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}' => return,
        base => base,
    };
    for c in base.to_uppercase().flat_map(char::to_lowercase) {
        let spelled = if c.is_ascii() || !(is_latin(c) || c.is_numeric()) { None } else { deunicode_char(c) };
        match spelled {
            Some(spelled) if is_latin(c) => folded.extend(spelled.chars().flat_map(char::to_lowercase)),
            Some(digit) if digit.len() == 1 && digit.bytes().all(|b| b.is_ascii_digit()) => folded.push_str(digit),
            _ => folded.push(c),
        }
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, 'A'..='z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Returns whether a character only separates words: a space, a dash, a quotation mark, a bracket, a stop.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '?' | '[' | '\\' | ']' | '_' | '`' | '{'
            | '|' | '}' | '¡' | '§' | '¨' | '«' | '°' | '´' | '¶' | '·' | '¸' | '»' | '¿' | '\u{2b9}'..='\u{2df}'
            | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{58a}' | '\u{5be}' | '\u{5f3}' | '\u{5f4}' | '\u{60c}'
            | '\u{61b}' | '\u{61f}' | '\u{6d4}' | '\u{964}' | '\u{965}' | '\u{e2f}' | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}' | '\u{2212}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{30a0}'
            | '\u{30fb}' | '\u{a78c}')
}
