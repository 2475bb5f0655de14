//! All the keys, from the keymap.

use crate::app::keymap::TABLE;
use crate::app::screens::help::Help;
use crate::ui::prelude::*;
use crate::ui::wrap::wrap;
use ratatui::widgets::Paragraph;

impl ScreenView for Help {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let scroll = KeyHint::named(Context::List, Command::Down, "app-key-scroll");
        vec![(Context::List, Command::Up).into(), scroll, (Context::List, Command::Back).into()]
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = render_title(ctx, ctx.text("app-help"), area, buf).inner(Margin::new(1, 0));
        let entries = entries(ctx);
        let longest = entries.iter().filter(|entry| entry.purpose.is_some()).map(|entry| width(&entry.keys)).max();
        let keys = longest.map_or(0, |longest| longest + 2).min(body.width * 2 / 5);
        let purpose = body.width - keys;
        let blocks: Vec<_> = entries.iter().map(|entry| lines(ctx, entry, keys, purpose)).collect();
        let first: usize = blocks.iter().take(self.cursor.selected).map(Vec::len).sum();
        let lines: Vec<Line> = blocks.into_iter().flatten().collect();
        // The first row moves, so that the arrows always show something new; the end of the list stays at the foot.
        let offset = first.min(lines.len().saturating_sub(usize::from(body.height)));
        Paragraph::new(lines).scroll((u16::try_from(offset).unwrap_or(u16::MAX), 0)).render(body, buf);
        out.set_cursor(body);
    }
}

/// The title of a context, or the keys of a binding with their purpose.
struct Entry {
    keys: String,
    purpose: Option<String>,
}

/// Returns each context with its bindings.
fn entries(ctx: &RenderContext<'_>) -> Vec<Entry> {
    let entries = Context::ALL.into_iter().flat_map(|context| {
        let title = Entry { keys: ctx.texts.get(context.title()).to_uppercase(), purpose: None };
        let bindings = TABLE.iter().filter(move |binding| binding.context == context).map(|binding| {
            let keys = ctx.model.shared.keymap.keys(binding);
            let keys: Vec<String> = keys.iter().map(|press| format::key(ctx.texts, *press)).collect();
            Entry { keys: keys.join(", "), purpose: Some(ctx.texts.get(&binding.long()).to_owned()) }
        });
        std::iter::once(title).chain(bindings)
    });
    entries.collect()
}

/// Returns an entry wrapped into two columns; the first has at least one empty cell at its end.
fn lines<'a>(ctx: &RenderContext<'_>, entry: &'a Entry, keys: u16, purpose: u16) -> Vec<Line<'a>> {
    let Some(text) = &entry.purpose else {
        return vec![Columns::default().left(keys + purpose, &*entry.keys, ctx.style(Role::Quiet)).into()];
    };
    let (left, right) = (wrap(&entry.keys, keys.saturating_sub(1)), wrap(text, purpose));
    let row = |index: usize| {
        let [left, right] = [&left, &right].map(|lines| lines.get(index).cloned().unwrap_or_default());
        let row = Columns::default().left(keys, left, ctx.style(Role::Key));
        row.left(purpose, right, ctx.style(Role::Text)).into()
    };
    (0..left.len().max(right.len())).map(row).collect()
}
