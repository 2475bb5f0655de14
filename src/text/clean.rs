//! Makes foreign text harmless for a terminal.
//!
//! Control, bidirectional, zero-width and tag characters are dropped, and stacks of combining marks are cut. Files
//! always keep the original text; only what is displayed is cleaned.

use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// The most zero-width marks per letter; Vietnamese needs two.
const MARKS_PER_LETTER: usize = 3;

/// Returns whether a character must never reach a terminal.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{e0000}'..='\u{e0fff}')
}

/// Returns whether a character is harmless, one column wide, and independent of its neighbours: Latin letters,
/// punctuation, arrows, lines, blocks. Characters that some terminals draw two columns wide are excluded.
pub fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}'
        | '\u{2190}'..='\u{2193}' | '\u{221a}' | '\u{2500}'..='\u{25fc}' | '\u{2713}' | '\u{2717}')
}

/// Cleans text to one harmless line; line breaks and tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    clean_text(text, false)
}

/// Cleans text of several lines: as [`clean`], but line breaks stay.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    clean_text(text, true)
}

fn clean_text(text: &str, keep_breaks: bool) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c) || keep_breaks && c == '\n') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        match c {
            '\n' if keep_breaks => out.push('\n'),
            '\n' | '\t' => out.push(' '),
            c if is_hostile(c) => continue,
            c if c.width() == Some(0) => {
                marks += 1;
                if marks <= MARKS_PER_LETTER {
                    out.push(c);
                }
                continue;
            }
            c => out.push(c),
        }
        marks = 0;
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}
