//! All the keys, from the keymap.

use crate::app::active_visit::ActiveVisit;
use crate::app::keymap::TABLE;
use crate::app::screens::help::Help;
use crate::app::screens::visit::is_for_correction;
use crate::app::text_filter;
use crate::ui::prelude::*;
use ratatui::widgets::Paragraph;

impl ScreenView for Help {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::scrolling()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = padded(render_title(ctx, ctx.text("app-help"), area, buf));
        let explanation = self.explanation.as_ref().map(|id| ctx.lines(ctx.texts.get(id), body.width, Role::Title));
        let explanation = Text::from(explanation.unwrap_or_default());
        let rows = cells(explanation.height());
        let [place, _, body] = Layout::vertical([Length(rows), Length(rows.min(1)), Fill(1)]).areas(body);
        explanation.render(place, buf);
        let [filter, body] = filter_layout(true, body);
        render_filter(ctx, Some(&self.filter), filter, buf, out);
        let entries = entries(ctx, self);
        if entries.is_empty() {
            return ctx.wrapped(ctx.text("app-past-no-match"), body.width, Role::Text).render(body, buf);
        }
        let longest = entries.iter().filter(|(_, purpose)| purpose.is_some()).map(|(keys, _)| width(keys)).max();
        let keys = longest.map_or(0, |longest| longest + 2).min(body.width * 2 / 5);
        let blocks: Vec<_> = entries.iter().map(|entry| lines(ctx, entry, keys, body.width - keys)).collect();
        let first: usize = blocks.iter().take(self.cursor.selected).map(Vec::len).sum();
        let lines: Vec<Line> = blocks.into_iter().flatten().collect();
        // The first row moves, so that the arrows always show something new; the end of the list stays at the foot.
        let offset = first.min(lines.len().saturating_sub(usize::from(body.height)));
        Paragraph::new(lines).scroll((cells(offset), 0)).render(body, buf);
    }
}

/// The title of a context, or the keys of a binding with their purpose.
type Entry = (String, Option<String>);

/// Returns each context with those of its bindings that have what is typed in their keys, their purpose or its title.
fn entries(ctx: &RenderContext<'_>, help: &Help) -> Vec<Entry> {
    let typed = help.filter.text();
    let is_correction = ctx.model.shared.active_visit.as_ref().is_some_and(ActiveVisit::is_correction);
    let is_offered = |command| !is_correction || is_for_correction(command);
    let entries = help.contexts().into_iter().flat_map(|(context, title)| {
        let title = ctx.texts.get(title);
        let all: Vec<(String, String)> = TABLE
            .iter()
            .filter(|binding| binding.context == context && (context != Context::Visit || is_offered(binding.command)))
            .map(|binding| (ctx.keys(binding), ctx.texts.get(&binding.long()).to_owned()))
            .collect();
        let texts = all.iter().map(|(keys, purpose)| format!("{keys} {purpose} {title}"));
        let shown = text_filter::matching(&typed, texts);
        let heading = (!shown.is_empty()).then(|| (title.to_uppercase(), None));
        let rows: Vec<Entry> = shown
            .into_iter()
            .filter_map(|at| all.get(at))
            .map(|(keys, purpose)| (keys.clone(), Some(purpose.clone())))
            .collect();
        heading.into_iter().chain(rows)
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
