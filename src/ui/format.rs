//! How values read: wrapped lines, names of answers, times.

use super::theme::{Glyph, Role};
pub use crate::app::format::{
    event, gap, guide, key, kind_id, message, named, percent, points, relation_id, speed, step, step_time, time_of_day,
    value, why,
};
use crate::store::{LocatedFault, StoreError};
use crate::text::Texts;
use crate::text::clean::is_plain;
use crate::text::texts::Arg;
use crate::visit::state::Answer;
use crate::visit::{Item, Response, Stamp, Value, time};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks text into lines at spaces; a word too long for a line is broken anywhere.
pub fn lines(text: &str, width: u16) -> impl Iterator<Item = &str> {
    let width = usize::from(width.max(1));
    text.split('\n').flat_map(move |paragraph| Paragraph { rest: Some(paragraph), width })
}

/// Returns how many lines there are of a text.
pub fn height(text: &str, width: u16) -> u16 {
    // Most texts of a list are one line of at most as many bytes as columns.
    if text.len() <= usize::from(width) && !text.contains('\n') {
        return 1;
    }
    u16::try_from(lines(text, width).count()).unwrap_or(u16::MAX)
}

/// As [`lines`], all of them.
pub fn wrap(text: &str, width: u16) -> Vec<&str> {
    lines(text, width).collect()
}

/// What is left of a text without breaks, to be broken into lines.
struct Paragraph<'a> {
    rest: Option<&'a str>,
    width: usize,
}

impl<'a> Iterator for Paragraph<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.take()?;
        let Some(at) = line_end(rest, self.width) else { return Some(rest) };
        let (line, after) = rest.split_at(at);
        self.rest = Some(after.trim_start_matches(' ')).filter(|after| !after.is_empty());
        Some(line.trim_end_matches(' '))
    }
}

/// Returns how many columns clean text takes.
pub fn columns(text: &str) -> u16 {
    let columns = if text.is_ascii() {
        text.len()
    } else if text.chars().all(is_plain) {
        text.chars().count()
    } else {
        text.width()
    };
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// Returns where the first line of a text ends; `None` where the text is one line. Looks no further than that line.
fn line_end(text: &str, width: usize) -> Option<usize> {
    // No letter takes more columns than bytes.
    if text.len() <= width {
        return None;
    }
    let plain = text.chars().take(width + 1).all(is_plain);
    let end = if plain {
        overflow(text.char_indices().map(|(at, letter)| (at, letter == ' ', 1)), width)
    } else {
        overflow(text.grapheme_indices(true).map(|(at, letter)| (at, letter == " ", letter.width())), width)
    };
    // A line holds at least one letter, however narrow it is.
    end.map(|end| if end > 0 { end } else { text.graphemes(true).next().map_or(0, str::len) })
}

/// Returns where letters (their place, whether they are a space, their columns) begin to be too many for a line: at the
/// last space before that, where there is one.
fn overflow(letters: impl Iterator<Item = (usize, bool, usize)>, width: usize) -> Option<usize> {
    let (mut used, mut space) = (0, None);
    for (at, is_space, columns) in letters {
        if is_space && at > 0 {
            space = Some(at);
        }
        used += columns;
        if used > width {
            return space.or(Some(at));
        }
    }
    None
}

/// Breaks text into at most so many lines; where that is not all of it, the last one ends with an ellipsis.
pub fn fitted(text: &str, width: u16, most: usize) -> Vec<Cow<'_, str>> {
    let lines = wrap(text, width);
    let cut = lines.len() > most;
    let mut lines: Vec<Cow<'_, str>> = lines.into_iter().take(most).map(Cow::Borrowed).collect();
    if let Some(last) = lines.last_mut().filter(|_| cut) {
        let room = usize::from(width).saturating_sub(1);
        let end = last.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len());
        let kept =
            end.take_while(|end| last.get(..*end).is_some_and(|start| start.width() <= room)).last().unwrap_or(0);
        // In the middle of a word it is cut before it, where that leaves anything.
        let whole = last.get(kept..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
        let start = last.get(..kept).unwrap_or_default();
        let start = if whole { start } else { start.rsplit_once(' ').map_or(start, |(words, _)| words) };
        *last = format!("{}…", start.trim_end_matches([' ', '·'])).into();
    }
    lines
}

/// Returns an error as a sentence.
pub fn error_text(texts: &Texts, error: &StoreError) -> String {
    let (id, args) = error.message();
    message(texts, id, &args)
}

/// Returns where in a file a fault is; and what is wrong, with how to mend it.
pub fn fault_texts(texts: &Texts, fault: &LocatedFault) -> (String, String) {
    let ((what, what_args), (mend, mend_args)) = (fault.message(), fault.mend());
    let place = texts.with("app-fault-place", &[("line", Arg::from(fault.line)), ("column", fault.column.into())]);
    let (what, mend) = (message(texts, what, &what_args), message(texts, mend, &mend_args));
    (format!("{place} {}", fault.path), format!("{what} {mend}"))
}

/// How an answer shows in a list: its sign, its word, its role.
pub struct Mark<'a> {
    pub sign: Glyph,
    pub word: Cow<'a, str>,
    pub role: Role,
}

/// Returns how an item's answer shows in a list.
pub fn mark<'a>(texts: &'a Texts, item: &Item, answer: Option<&Value>) -> Mark<'a> {
    let Some(answer) = answer else {
        let word = if matches!(item.response, Response::Count { .. }) { "0" } else { "" };
        return Mark { sign: Glyph::Open, word: word.into(), role: Role::Quiet };
    };
    let (sign, role) = match answer.as_text() {
        Some(Value::YES) => (Glyph::Yes, Role::Yes),
        Some(Value::PARTLY) => (Glyph::Partly, Role::Partly),
        Some(Value::NO | Value::NEVER) => (Glyph::No, Role::No),
        Some(Value::NOT_APPLICABLE | Value::NOT_OBSERVED) => (Glyph::Aside, Role::SetAside),
        _ => (Glyph::Value, Role::Text),
    };
    let word = named(texts, item, answer).map_or_else(|| value(texts, item, answer).into(), Cow::Borrowed);
    Mark { sign, word, role }
}

/// Returns a day and its minute, as wide as the widest.
pub fn day_minute(texts: &Texts, at: Stamp) -> String {
    let at = at.civil();
    format!("{:>11} {}", texts.short_date(at), at.strftime("%H:%M"))
}

/// Returns the time of an answer: when it was observed, where that is known, else when it was recorded.
pub fn seen_at(answer: &Answer) -> String {
    time_of_day(answer.observed_at.unwrap_or(answer.recorded_at))
}

/// Returns how long after it was seen an answer was recorded; none where that is under a second.
pub fn late_ms(answer: &Answer) -> Option<u64> {
    Some(answer.memory_age_ms()).filter(|late| *late >= 1000)
}

/// Returns a duration as a running clock.
pub fn clock(ms: u64) -> String {
    time::clock(ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_words() {
        for (text, width, cut) in [
            ("one two three", 9, "one two…"),
            ("one two three", 8, "one two…"),
            ("one two three", 7, "one…"),
            ("one · two", 6, "one…"),
            ("one", 3, "one"),
            ("abcdefgh", 4, "abc…"),
        ] {
            assert_eq!(fitted(text, width, 1), [cut], "{text} in {width}");
        }
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_anywhere() {
        let cases: [(&str, u16, &[&str]); 7] = [
            ("", 5, &[""]),
            ("one two", 7, &["one two"]),
            ("one two", 5, &["one", "two"]),
            ("one two three", 8, &["one two", "three"]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("a\u{a0}b c", 3, &["a\u{a0}b", "c"]),
            ("界界界", 3, &["界", "界", "界"]),
        ];
        for (text, width, lines) in cases {
            assert_eq!(wrap(text, width), lines, "{text} in {width}");
        }
        assert_eq!(wrap("界", 1), ["界"]);
        // Letters that carry marks or take two columns break where plain ones do.
        let text = "à l’heure où l’on s’en va, e\u{301}te\u{301} comme hiver";
        let plain = text.replace("e\u{301}", "é");
        for width in 1..30 {
            let marked = wrap(text, width).iter().map(|line| line.replace("e\u{301}", "é")).collect::<Vec<_>>();
            assert_eq!(marked, wrap(&plain, width), "in {width}");
        }
        // A line costs its own length, not that of all that follows.
        assert_eq!(wrap(&"word ".repeat(400_000), 40).len(), 50_000);
    }
}
