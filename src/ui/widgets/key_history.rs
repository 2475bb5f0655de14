//! The keys just pressed, for a class that watches.

use super::big::{LETTER_HEIGHT, LargeText};
use super::chrome::render_rule;
use crate::app::key_history::KeyHistory;
use crate::ui::widget_prelude::*;

/// The rows of the keys, with the rule above them.
pub const KEY_HISTORY_HEIGHT: u16 = LETTER_HEIGHT + 1;
/// The columns of the earlier keys.
const EARLIER_WIDTH: u16 = 19;

/// Renders the last key large with what it did, those before it small at its right.
pub fn render_key_history(ctx: &RenderContext<'_>, history: &KeyHistory, area: Rect, buf: &mut Buffer) {
    let [rule, keys] = Layout::vertical([Length(1), Fill(1)]).areas(area);
    let [last, earlier] = Layout::horizontal([Fill(1), Length(EARLIER_WIDTH)]).spacing(1).areas(padded(keys));
    render_rule(ctx, rule, buf);
    let mut keys = history
        .keys()
        .map(|(press, word)| (format::key(ctx.texts, press), word.map_or("", |word| ctx.texts.get(word))));
    if let Some((key, word)) = keys.next() {
        let text = format!("{key} {word}");
        LargeText { text: text.trim_end(), role: Role::Key, theme: ctx.theme }.render(last, buf);
    }
    for ((key, word), row) in keys.zip(earlier.inner(Margin::new(0, 1)).rows()) {
        let line = ctx.columns().text(key, Role::Key).gap(1).fill(row.width, word, Role::Quiet);
        Line::from(line).render(row, buf);
    }
}
