//! What every screen draws with: text in roles, rules, headings, notices, and the footer that names the keys.

use super::format;
use super::theme::{Role, Sign};
use super::widgets::footer::{self, Named};
use super::{Drawn, View};
use crate::app::keymap::{Command, Context};
use crate::app::text_input::TextInput;
use crate::app::{Notice, Target};
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
    pub view: &'a View<'a>,
    buffer: &'a mut Buffer,
    /// What there is for the screen: all of it, but for what a class is shown beneath.
    area: Rect,
    drawn: Drawn,
    /// The row over which a notice stands.
    notice_at: Option<u16>,
}

impl<'a> Canvas<'a> {
    pub fn new(view: &'a View<'a>, buffer: &'a mut Buffer) -> Self {
        let area = buffer.area;
        Self { view, buffer, area, drawn: Drawn::default(), notice_at: None }
    }

    /// Keeps rows at the foot apart from the screen; gives them.
    pub fn reserve(&mut self, rows: u16) -> Rect {
        let area = self.area;
        let rows = rows.min(area.height);
        self.area.height -= rows;
        Rect { y: self.area.bottom(), height: rows, ..area }
    }

    /// Draws a widget of another library.
    pub fn widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area.intersection(self.buffer.area), self.buffer);
    }

    /// Ends the frame: the notice comes last, over whatever is there.
    pub fn finish(mut self) -> Drawn {
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
        self.view.look.style(role)
    }

    pub fn sign(&self, sign: Sign) -> &'static str {
        self.view.look.sign(sign)
    }

    /// Paints the theme's ground.
    pub fn ground(&mut self) {
        let style = self.style(Role::Text);
        self.buffer.set_style(self.buffer.area, style);
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
        let (sign, style) = (self.sign(Sign::Rule), self.style(Role::Quiet));
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
            self.drawn.areas.push((area, target));
        }
    }

    /// Draws the frame of a screen: its title above, its keys below. Gives what is left in between.
    pub fn frame(&mut self, title: &str, keys: &[(Context, Command)]) -> Rect {
        let keys: Vec<Named> = keys.iter().copied().map(Named::from).collect();
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
        footer::draw(self, keys)
    }

    /// Writes the notice, if there is one, over a rule.
    fn notice(&mut self, y: u16) {
        let Some(notice) = &self.view.model.shared.notice else { return };
        let text = match notice {
            Notice::Said(id) => self.say(id).to_owned(),
            Notice::With((id, args)) => format::message(self.view.texts, id, args),
            Notice::Several(all) => {
                let said = all.iter().map(|(id, args)| format::message(self.view.texts, id, args));
                said.collect::<Vec<_>>().join(" ")
            }
            Notice::Keyed(id, context, command) => self.with(id, &[("key", self.key(*context, *command).into())]),
            Notice::Event(id, seq) => {
                let what = self.view.model.shared.active_visit.as_ref().and_then(|run| {
                    let event = run.visit.events().get(usize::try_from(*seq).ok()?.checked_sub(1)?)?;
                    Some(format::event(self.view.texts, &run.visit, event, true))
                });
                self.with(id, &[("what", what.unwrap_or_default().into())])
            }
            Notice::About(id, name) => self.with(id, &[("name", Arg::from(self.view.texts.get(name)))]),
            Notice::Refused(refusal) => self.view.texts.get(refusal.message()).to_owned(),
        };
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

    /// Draws the page of plain notes.
    pub fn page(&mut self, field: &TextInput) {
        let area = self.area();
        let margin = u16::from(area.width > 20);
        self.field(Rect { x: area.x + margin, width: area.width.saturating_sub(2 * margin), ..area }, field);
    }

    /// Asks for more room, in as many words as fit; the visit goes on.
    pub fn too_small(&mut self) {
        let area = self.area();
        let under_way = self.view.model.shared.active_visit.is_some();
        let text = self.say(if under_way { "app-too-small" } else { "app-too-small-idle" });
        self.paragraph(area, text, Role::Text);
    }
}
