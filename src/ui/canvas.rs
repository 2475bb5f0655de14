//! What every screen draws with: text in roles, rules, headings, notices, and the footer that names the keys.

use super::format;
use super::theme::{Glyph, Role};
use super::widgets::chrome::notice_text;
use super::widgets::key_hints::{KeyHint as Named, KeyHints};
use super::{Interaction, RenderContext};
use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::text_input::TextInput;
use crate::text::clean;
use crate::text::texts::Arg;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// A frame being drawn.
pub struct Canvas<'a> {
    /// What it is made from.
    pub view: &'a RenderContext<'a>,
    buffer: &'a mut Buffer,
    /// What there is for the screen: all of it, but for what a class is shown beneath.
    area: Rect,
    drawn: Interaction,
    /// The row over which a notice stands.
    notice_at: Option<u16>,
}

impl<'a> Canvas<'a> {
    pub fn new(view: &'a RenderContext<'a>, area: Rect, buffer: &'a mut Buffer) -> Self {
        Self { view, buffer, area, drawn: Interaction::default(), notice_at: None }
    }

    /// Draws a widget of another library.
    pub fn widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area.intersection(self.buffer.area), self.buffer);
    }

    /// MERGE(ui-a): delete with the canvas. Renders a widget that is clicked or takes the cursor.
    pub fn stateful(&mut self, widget: impl ratatui::widgets::StatefulWidget<State = Interaction>, area: Rect) {
        widget.render(area.intersection(self.buffer.area), self.buffer, &mut self.drawn);
    }

    /// Ends the frame: the notice comes last, over whatever is there.
    pub fn finish(mut self) -> Interaction {
        if let Some(y) = self.notice_at {
            self.notice(y);
        }
        self.drawn
    }

    /// Says over which row a notice stands.
    pub fn notice_at(&mut self, y: u16) {
        self.notice_at = Some(y);
    }

    /// Returns the screen's area.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Returns a message without arguments.
    pub fn say(&self, id: &'a str) -> &'a str {
        self.view.texts.get(id)
    }

    /// Returns a message with arguments.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.view.texts.with(id, args)
    }

    pub fn style(&self, role: Role) -> Style {
        self.view.theme.style(role)
    }

    pub fn glyph(&self, sign: Glyph) -> &'static str {
        self.view.theme.glyph(sign)
    }

    /// Writes one line, cut with an ellipsis where it does not fit; returns the column after it.
    pub fn text(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let style = self.style(role);
        let area = self.buffer.area;
        let width = width.min(area.right().saturating_sub(x));
        if y >= area.bottom() || width == 0 {
            return x;
        }
        let text = clean(text);
        if text.width() <= usize::from(width) {
            return self.buffer.set_stringn(x, y, &text, usize::from(width), style).0;
        }
        let end = self.buffer.set_stringn(x, y, &text, usize::from(width) - 1, style).0;
        self.buffer.set_stringn(end, y, "…", 1, style).0
    }

    /// Writes one line that ends at a column; returns the column where it begins.
    pub fn right(&mut self, end: u16, y: u16, text: &str, role: Role) -> u16 {
        let width = format::columns(&clean(text));
        let start = end.saturating_sub(width);
        self.text(start, y, end - start, text, role);
        start
    }

    /// Returns a part of a line another style.
    pub fn restyle(&mut self, area: Rect, role: Role) {
        let style = self.style(role);
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Empties an area.
    pub fn blank(&mut self, area: Rect, role: Role) {
        let style = self.style(role);
        let area = area.intersection(self.buffer.area);
        ratatui::widgets::Clear.render(area, self.buffer);
        self.buffer.set_style(area, style);
    }

    /// Draws a rule over the whole width.
    pub fn rule(&mut self, y: u16) {
        self.rule_in(self.buffer.area, y);
    }

    /// Draws a rule over the width of an area.
    pub fn rule_in(&mut self, area: Rect, y: u16) {
        let (sign, style) = (self.glyph(Glyph::Rule), self.style(Role::Quiet));
        let line = sign.repeat(usize::from(area.width));
        if y < self.buffer.area.bottom() {
            self.buffer.set_stringn(area.x, y, &line, usize::from(area.width), style);
        }
    }

    /// Writes wrapped text into an area; returns the row after it.
    pub fn paragraph(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let mut y = area.y;
        for line in format::lines(text, area.width) {
            if y >= area.bottom() {
                break;
            }
            self.text(area.x, y, area.width, line, role);
            y += 1;
        }
        y
    }

    /// Draws a field being typed; the terminal's cursor is in it.
    pub fn field(&mut self, area: Rect, field: &TextInput) {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        self.widget(field.area(), area);
        let cursor = field.area().screen_cursor();
        let (rows, columns) = field.area().scroll_offset();
        let at = |start: u16, length: u16, by: usize, offset: u16| {
            let by = by.saturating_sub(usize::from(offset));
            start.saturating_add(u16::try_from(by).unwrap_or(u16::MAX)).min(start + length - 1)
        };
        self.park(at(area.x, area.width, cursor.col, columns), at(area.y, area.height, cursor.row, rows));
    }

    /// Parks the terminal's cursor.
    pub fn park(&mut self, x: u16, y: u16) {
        self.drawn.cursor = Some(Position { x, y });
    }

    /// Says what a click in an area means, where there is a mouse.
    pub fn click(&mut self, area: Rect, target: Target) {
        if self.view.model.shared.settings.mouse {
            self.drawn.clicks.add(area, target);
        }
    }

    /// Draws the frame of a screen: its title above, its keys below. Gives what is left in between.
    pub fn frame(&mut self, title: &str, keys: &[(Context, Command)]) -> Rect {
        let keys: Vec<Named> = keys.iter().map(|&(context, command)| Named::new(context, command)).collect();
        self.framed(title, &keys)
    }

    /// As [`Canvas::frame`], with keys that may go by another word here.
    pub fn framed(&mut self, title: &str, keys: &[Named]) -> Rect {
        let area = self.area();
        self.text(area.x + 1, area.y, area.width.saturating_sub(2), title, Role::Title);
        self.rule(area.y + 1);
        let foot = self.footer(keys);
        self.rule(foot.saturating_sub(1));
        self.notice_at(foot.saturating_sub(1));
        let top = area.y + 2;
        Rect { x: area.x, y: top, width: area.width, height: foot.saturating_sub(1).saturating_sub(top) }
    }

    /// Draws the keys at the foot, in at most two lines; returns the first of their rows.
    pub fn footer(&mut self, keys: &[Named]) -> u16 {
        {
            let area = self.area;
            let hints = KeyHints::new(self.view, keys, area.width);
            let top = area.bottom().saturating_sub(hints.height());
            ratatui::widgets::StatefulWidget::render(
                hints,
                Rect { y: top, height: area.bottom() - top, ..area },
                self.buffer,
                &mut self.drawn,
            );
            top
        }
    }

    /// Writes the notice, if there is one, over a rule.
    fn notice(&mut self, y: u16) {
        let Some(notice) = &self.view.model.shared.notice else { return };
        let text = notice_text(self.view, notice);
        self.announce(y, &text);
    }

    /// Writes a sentence over a rule, in up to three lines that end there.
    pub fn announce(&mut self, y: u16, text: &str) {
        let area = self.area();
        let lines = format::fitted(text, area.width.saturating_sub(4), 3);
        let top = y.saturating_sub(u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0));
        for (line, y) in lines.iter().zip(top..) {
            self.blank(Rect { y, height: 1, ..area }, Role::Text);
            self.text(area.x + 2, y, area.width.saturating_sub(4), line, Role::Warning);
        }
    }

    /// Returns the key of a command as the keyboard names it.
    pub fn key(&self, context: Context, command: Command) -> String {
        let shown = self.view.model.shared.keymap.shown(context, command);
        shown.map_or_else(String::new, |shown| format::key(self.view.texts, shown.press))
    }
}
