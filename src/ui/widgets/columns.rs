//! One line made of columns of fixed widths.

use crate::ui::wrap::{lines, truncate, width};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use std::borrow::Cow;

/// Builds a line from left to right; each text is cut with an ellipsis or padded to its column.
#[derive(Debug, Default)]
pub struct Columns<'a> {
    spans: Vec<Span<'a>>,
}

impl<'a> Columns<'a> {
    /// Adds empty columns.
    #[must_use]
    pub fn gap(mut self, columns: u16) -> Self {
        self.spans.push(Span::raw(" ".repeat(usize::from(columns))));
        self
    }

    /// Adds a text at the left of a column.
    #[must_use]
    pub fn left(mut self, columns: u16, text: impl Into<Cow<'a, str>>, style: impl Into<Style>) -> Self {
        let (text, padding) = fitted(text.into(), columns);
        self.spans.extend([Span::styled(text, style), Span::raw(padding)]);
        self
    }

    /// Adds a text at the right of a column.
    #[must_use]
    pub fn right(mut self, columns: u16, text: impl Into<Cow<'a, str>>, style: impl Into<Style>) -> Self {
        let (text, padding) = fitted(text.into(), columns);
        self.spans.extend([Span::raw(padding), Span::styled(text, style)]);
        self
    }

    /// Adds a text at the left of what is left of so many columns in all.
    #[must_use]
    pub fn fill(self, total: u16, text: impl Into<Cow<'a, str>>, style: impl Into<Style>) -> Self {
        let used = self.spans.iter().map(|span| width(&span.content)).fold(0, u16::saturating_add);
        self.left(total.saturating_sub(used), text, style)
    }

    /// Adds a text as long as it is.
    #[must_use]
    pub fn text(mut self, text: impl Into<Cow<'a, str>>, style: impl Into<Style>) -> Self {
        self.spans.push(Span::styled(text.into(), style));
        self
    }

    /// Returns the columns so far.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.spans.iter().map(|span| width(&span.content)).fold(0, u16::saturating_add)
    }

    /// Adds a text that is wrapped under itself, in a row of so many columns.
    #[must_use]
    pub fn wrapped(mut self, columns: u16, text: impl Into<Cow<'a, str>>, style: impl Into<Style>) -> Text<'a> {
        let indent = self.width();
        let mut lines = lines(text, columns.saturating_sub(indent), style.into());
        for line in &mut lines {
            let next = vec![Span::raw(" ".repeat(usize::from(indent)))];
            line.spans.splice(0..0, std::mem::replace(&mut self.spans, next));
        }
        Text::from(lines)
    }
}

impl<'a> From<Columns<'a>> for Line<'a> {
    fn from(columns: Columns<'a>) -> Self {
        Line::from(columns.spans)
    }
}

/// Returns a text cut to a number of columns, and the spaces that fill them.
fn fitted(text: Cow<'_, str>, columns: u16) -> (Cow<'_, str>, String) {
    let text = match text {
        Cow::Borrowed(text) => truncate(text, columns),
        Cow::Owned(text) => Cow::Owned(truncate(&text, columns).into_owned()),
    };
    let padding = " ".repeat(usize::from(columns.saturating_sub(width(&text))));
    (text, padding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_at_their_places() {
        let style = Style::new();
        let columns = Columns::default().left(4, "ab", style).gap(1).right(3, "c", style).left(3, "défg", style);
        assert_eq!(Line::from(columns).to_string(), "ab     cdé…");
        let columns = Columns::default().text("ab", style).gap(1).fill(6, "cdef", style);
        assert_eq!(Line::from(columns).to_string(), "ab cd…");
    }
}
