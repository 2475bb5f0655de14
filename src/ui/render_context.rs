//! What a frame is rendered from: the model, texts, theme and time.

use super::format;
use super::theme::{Glyph, Role, Theme};
use super::widgets::columns::Columns;
use super::wrap::{lines, truncate, wrap_limited};
use crate::app::Model;
use crate::app::keymap::{Binding, Command, Context};
use crate::text::Texts;
use crate::text::texts::Arg;
use crate::visit::Moment;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use std::borrow::Cow;

/// What a frame is rendered from.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// The state of the application.
    pub model: &'a Model,
    /// The messages, in the language of the interface.
    pub texts: &'a Texts,
    /// The colours and glyphs.
    pub theme: Theme,
    /// When the frame is shown.
    pub now: Moment,
}

impl<'a> RenderContext<'a> {
    /// Returns a message without arguments.
    pub fn text(&self, id: &'a str) -> &'a str {
        self.texts.get(id)
    }

    /// Returns a message with its arguments.
    pub fn format(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.texts.with(id, args)
    }

    /// Returns the style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Returns a glyph, one cell wide.
    pub fn glyph(&self, glyph: Glyph) -> &'static str {
        self.theme.glyph(glyph)
    }

    /// Starts a line of columns.
    pub fn columns<'t>(&self) -> Columns<'t> {
        Columns::new(self.theme)
    }

    /// Returns a text in the style of a role.
    pub fn span<'t>(&self, text: impl Into<Cow<'t, str>>, role: Role) -> Span<'t> {
        Span::styled(text, self.style(role))
    }

    /// Returns a text on one line, cut to a width.
    pub fn line<'t>(&self, text: &'t str, width: u16, role: Role) -> Line<'t> {
        Line::styled(truncate(text, width), self.style(role))
    }

    /// Returns a text wrapped to a width.
    pub fn lines<'t>(&self, text: impl Into<Cow<'t, str>>, width: u16, role: Role) -> Vec<Line<'t>> {
        lines(text, width, self.style(role))
    }

    /// Returns a text wrapped to a width.
    pub fn wrapped<'t>(&self, text: impl Into<Cow<'t, str>>, width: u16, role: Role) -> Text<'t> {
        self.lines(text, width, role).into()
    }

    /// Returns as much of a text as an area has room for; the style is that of the whole area.
    pub fn fitted<'t>(&self, text: &'t str, area: Rect, role: Role) -> Text<'t> {
        Text::from_iter(wrap_limited(text, area.width, area.height)).style(self.style(role))
    }

    /// Returns the key of a command as the keyboard names it; empty where it has none.
    pub fn key(&self, context: Context, command: Command) -> String {
        format::command_key(self.texts, &self.model.shared.keymap, context, command)
    }

    /// Returns the keys of a binding as the keyboard names them.
    pub fn keys(&self, binding: &Binding) -> String {
        let keys = self.model.shared.keymap.keys(binding);
        keys.iter().map(|press| format::key(self.texts, *press)).collect::<Vec<_>>().join(", ")
    }
}

/// Returns an area without its first and its last column.
pub fn padded(area: Rect) -> Rect {
    area.inner(Margin::new(1, 0))
}
