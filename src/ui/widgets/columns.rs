//! One line made of columns of fixed widths.

use crate::ui::theme::{Role, Theme};
use crate::ui::wrap::{cells, lines, room_beside, truncate, width};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use std::borrow::Cow;

/// Builds a line from left to right; each text is put on one line, and cut with an ellipsis or padded to its column.
#[derive(Debug)]
pub struct Columns<'a> {
    theme: Theme,
    spans: Vec<Span<'a>>,
}

impl<'a> Columns<'a> {
    /// Starts a line.
    pub fn new(theme: Theme) -> Self {
        Self { theme, spans: Vec::new() }
    }

    /// Adds empty columns.
    pub fn gap(mut self, columns: u16) -> Self {
        self.spans.push(Span::raw(" ".repeat(usize::from(columns))));
        self
    }

    /// Adds a text at the left of a column.
    pub fn left(mut self, columns: u16, text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        self.spans.extend(fitted(text.into(), columns, self.theme.style(role)));
        self
    }

    /// Adds a text at the right of a column.
    pub fn right(mut self, columns: u16, text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        let [text, padding] = fitted(text.into(), columns, self.theme.style(role));
        self.spans.extend([padding, text]);
        self
    }

    /// Adds a text that takes the columns up to `end`, counted from the start of the line.
    pub fn fill(self, end: u16, text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        let room = end.saturating_sub(self.width());
        self.left(room, text, role)
    }

    /// As [`Columns::fill`], with a short text at the right, for which the one at the left is cut.
    pub fn ends(
        self,
        end: u16,
        (left, left_role): (impl Into<Cow<'a, str>>, Role),
        (right, right_role): (impl Into<Cow<'a, str>>, Role),
    ) -> Self {
        let room = end.saturating_sub(self.width());
        let right = truncate(right, room);
        let room = room - width(&right);
        let gap = room.min(u16::from(!right.is_empty()));
        self.left(room - gap, left, left_role).gap(gap).text(right, right_role)
    }

    /// Adds a text as long as it is.
    pub fn text(mut self, text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        self.spans.push(Span::styled(text.into(), self.theme.style(role)));
        self
    }

    /// Returns the columns so far.
    pub fn width(&self) -> u16 {
        cells(self.spans.iter().map(Span::width).sum())
    }

    /// Adds a text that is wrapped under itself, in a row of so many columns.
    pub fn wrapped(mut self, columns: u16, text: impl Into<Cow<'a, str>>, role: Role) -> Text<'a> {
        let indent = self.width();
        let mut lines = lines(text, columns.saturating_sub(indent), self.theme.style(role));
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
fn fitted(text: Cow<'_, str>, columns: u16, style: Style) -> [Span<'_>; 2] {
    let text = truncate(text, columns);
    let padding = " ".repeat(usize::from(room_beside(&text, columns)));
    [Span::styled(text, style), Span::raw(padding)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_at_their_places() {
        let start = || Columns::new(Theme::default());
        let role = Role::Text;
        let columns = start().left(4, "ab", role).gap(1).right(3, "c", role).left(3, "défg", role);
        assert_eq!(Line::from(columns).to_string(), "ab     cdé…");
        for (end, line) in [(10, "-a bcd  ef"), (7, "-a … ef"), (3, "-ef"), (2, "-…"), (1, "-"), (0, "-")] {
            let ends = start().text("-", role).ends(end, ("a\nbcd", role), ("ef", role));
            assert_eq!(Line::from(ends).to_string(), line, "up to {end}");
        }
    }
}
