//! All the keys, from the keymap.

use crate::app::keymap::TABLE;
use crate::app::screens::help::Help;
use crate::ui::prelude::*;
use ratatui::widgets::Paragraph;

impl ScreenView for Help {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::scrolling()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = padded(render_title(ctx, ctx.text("app-help"), area, buf));
        let entries = entries(ctx);
        let longest = entries.iter().filter(|(_, purpose)| purpose.is_some()).map(|(keys, _)| width(keys)).max();
        let keys = longest.map_or(0, |longest| longest + 2).min(body.width * 2 / 5);
        let blocks: Vec<_> = entries.iter().map(|entry| lines(ctx, entry, keys, body.width - keys)).collect();
        let first: usize = blocks.iter().take(self.cursor.selected).map(Vec::len).sum();
        let lines: Vec<Line> = blocks.into_iter().flatten().collect();
        // The first row moves, so that the arrows always show something new; the end of the list stays at the foot.
        let offset = first.min(lines.len().saturating_sub(usize::from(body.height)));
        Paragraph::new(lines).scroll((cells(offset), 0)).render(body, buf);
        out.set_cursor(body);
    }
}

/// The title of a context, or the keys of a binding with their purpose.
type Entry = (String, Option<String>);

/// Returns each context with its bindings.
fn entries(ctx: &RenderContext<'_>) -> Vec<Entry> {
    let entries = Context::ALL.into_iter().flat_map(|(context, title)| {
        let title = (ctx.texts.get(title).to_uppercase(), None);
        let bindings = TABLE.iter().filter(move |binding| binding.context == context);
        let bindings = bindings.map(|binding| (ctx.keys(binding), Some(ctx.texts.get(&binding.long()).to_owned())));
        std::iter::once(title).chain(bindings)
    });
    entries.collect()
}

/// Returns an entry wrapped into two columns; the first has at least one empty cell at its end.
fn lines<'a>(ctx: &RenderContext<'_>, (left, right): &'a Entry, keys: u16, purpose: u16) -> Vec<Line<'a>> {
    let Some(right) = right else { return vec![ctx.columns().left(keys + purpose, left, Role::Quiet).into()] };
    let (left, right) = (wrap(left, keys.saturating_sub(1)), wrap(right, purpose));
    let row = |index: usize| {
        let [left, right] = [&left, &right].map(|lines| lines.get(index).cloned().unwrap_or_default());
        ctx.columns().left(keys, left, Role::Key).left(purpose, right, Role::Text).into()
    };
    (0..left.len().max(right.len())).map(row).collect()
}
