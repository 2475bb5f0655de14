//! Measures, cuts and wraps text in terminal columns.

use crate::text::clean;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;
use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the columns that a text takes on one line.
pub fn width(text: &str) -> u16 {
    cells(text.width())
}

/// Returns a count of lines or columns as the terminal counts them.
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Returns the columns that are left beside a text.
pub fn room_beside(text: &str, columns: u16) -> u16 {
    columns.saturating_sub(width(text))
}

/// Wraps a text at its spaces and line breaks; a word that is too long for a line is broken.
pub fn wrap(text: &str, width: u16) -> Vec<Cow<'_, str>> {
    let options = Options::new(usize::from(width.max(1)))
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options)
}

/// Wraps a text as [`wrap`] does into lines of one style.
pub fn lines<'a>(text: impl Into<Cow<'a, str>>, width: u16, style: Style) -> Vec<Line<'a>> {
    let line = |line: Cow<'a, str>| Line::from(Span::styled(line, style));
    match text.into() {
        Cow::Borrowed(text) => wrap(text, width).into_iter().map(line).collect(),
        Cow::Owned(text) => wrap(&text, width).into_iter().map(|part| line(part.into_owned().into())).collect(),
    }
}

/// Returns the number of lines that [`wrap`] makes of a text.
pub fn height(text: &str, width: u16) -> u16 {
    // Most texts are one line of at most as many bytes as there are columns.
    if text.len() <= usize::from(width) && !text.contains('\n') {
        return 1;
    }
    cells(wrap(text, width).len())
}

/// Wraps a text into at most `max` lines. Where it is cut, the last line ends with an ellipsis, after a whole word if
/// that leaves anything.
pub fn wrap_limited(text: &str, width: u16, max: u16) -> Vec<Cow<'_, str>> {
    let max = usize::from(max);
    // A note may be long: no more of it is wrapped than can be shown.
    let most_letters = (max + 1) * (usize::from(width) + 1) * 4;
    let end = text.char_indices().nth(most_letters).map_or(text.len(), |(end, _)| end);
    let mut lines = wrap(text.get(..end).unwrap_or(text), width);
    if lines.len() <= max {
        return lines;
    }
    lines.truncate(max);
    if let Some(last) = lines.last_mut() {
        let kept = prefix(last, usize::from(width.max(1)) - 1);
        let is_whole = last.get(kept.len()..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
        let kept = if is_whole { kept } else { kept.rsplit_once(' ').map_or(kept, |(words, _)| words) };
        *last = format!("{}…", kept.trim_end_matches([' ', '·'])).into();
    }
    lines
}

/// Returns a text on one line, cut to a width; where something is cut, it ends with an ellipsis.
pub fn truncate<'a>(text: impl Into<Cow<'a, str>>, width: u16) -> Cow<'a, str> {
    let width = usize::from(width);
    let text = match text.into() {
        Cow::Borrowed(text) => clean(text),
        Cow::Owned(text) => clean(&text).into_owned().into(),
    };
    if text.len() <= width || display_width(&text) <= width {
        return text;
    }
    match width.checked_sub(1) {
        Some(room) => format!("{}…", prefix(&text, room)).into(),
        None => Cow::Borrowed(""),
    }
}

/// Returns the longest beginning of a text that fits into a width.
pub fn prefix(text: &str, width: usize) -> &str {
    let mut used = 0;
    let fits = |(_, grapheme): &(usize, &str)| {
        used += grapheme.width();
        used <= width
    };
    let end = text.grapheme_indices(true).take_while(fits).last().map_or(0, |(at, grapheme)| at + grapheme.len());
    text.get(..end).unwrap_or_default()
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
            assert_eq!(wrap_limited(text, width, 1), [cut], "{text} in {width}");
        }
    }

    #[test]
    fn text_is_truncated_by_columns() {
        for (text, width, cut) in [
            ("abc", 3, "abc"),
            ("abcd", 3, "ab…"),
            ("a\nb", 3, "a b"),
            ("界界", 3, "界…"),
            ("ab", 0, ""),
            ("é", 1, "é"),
        ] {
            assert_eq!(truncate(text, width), cut, "{text} in {width}");
        }
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_anywhere() {
        let cases: [(&str, u16, &[&str]); 8] = [
            ("", 5, &[""]),
            ("one two", 7, &["one two"]),
            ("one two", 5, &["one", "two"]),
            ("one two three", 8, &["one two", "three"]),
            ("one\ntwo", 8, &["one", "two"]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("a\u{a0}b c", 3, &["a\u{a0}b", "c"]),
            ("界界界", 3, &["界", "界", "界"]),
        ];
        for (text, width, lines) in cases {
            assert_eq!(wrap(text, width), lines, "{text} in {width}");
            assert_eq!(usize::from(height(text, width)), lines.len(), "{text} in {width}");
        }
    }
}
