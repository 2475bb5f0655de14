//! The keys just pressed, for a class that watches.

use super::big::{LETTER_HEIGHT, LargeText};
use super::chrome::Rule;
use super::columns::Columns;
use crate::app::key_history::KeyHistory;
use crate::ui::context::RenderContext;
use crate::ui::format;
use crate::ui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// The rows of the keys, with the rule above them.
pub const KEY_HISTORY_HEIGHT: u16 = LETTER_HEIGHT + 1;
/// The columns of the earlier keys.
const EARLIER_WIDTH: u16 = 19;

/// The last key large with what it did, those before it small at its right.
pub struct KeyHistoryStrip<'a> {
    /// What it is rendered from.
    pub ctx: &'a RenderContext<'a>,
    /// The keys.
    pub history: &'a KeyHistory,
}

/// The areas of the keys just pressed.
struct KeyHistoryLayout {
    rule: Rect,
    last: Rect,
    earlier: Rect,
}

impl KeyHistoryLayout {
    fn new(area: Rect) -> Self {
        let [rule, keys] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        let constraints = [Constraint::Fill(1), Constraint::Length(EARLIER_WIDTH)];
        let [last, earlier] = Layout::horizontal(constraints).spacing(1).areas(keys.inner(Margin::new(1, 0)));
        Self { rule, last, earlier: earlier.inner(Margin::new(0, 1)) }
    }
}

impl Widget for KeyHistoryStrip<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let layout = KeyHistoryLayout::new(area);
        Rule::horizontal(self.ctx.theme).render(layout.rule, buf);
        let mut keys = self.history.keys().map(|(press, word)| {
            (format::key(self.ctx.texts, press), word.map_or("", |word| self.ctx.texts.get(word)))
        });
        if let Some((key, word)) = keys.next() {
            let text = format!("{key} {word}");
            LargeText { text: text.trim_end(), role: Role::Key, theme: self.ctx.theme }.render(layout.last, buf);
        }
        for ((key, word), row) in keys.zip(layout.earlier.rows()) {
            let line = Columns::default().text(key, self.ctx.style(Role::Key)).gap(1);
            Line::from(line.fill(row.width, word, self.ctx.style(Role::Quiet))).render(row, buf);
        }
    }
}
