//! Past visits, narrowed by what is typed.

use super::home::past_visit;
use crate::app::screens::past::Past;
use crate::ui::prelude::*;
use crate::ui::widgets::block_list::Scrolling;

impl ScreenView for Past {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::List, &[Command::Open, Command::Up, Command::Down, Command::Back])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let title = ctx.text(if self.replays { "replay-choose" } else { "app-past" });
        let counts = [("shown", self.shown.len().into()), ("all", self.visits.len().into())];
        let count = format!("{}{}", ctx.format("app-past-count", &counts), if self.done { "" } else { " …" });
        let body = padded(render_title_ends(ctx, [(title, Role::Title), (&count, Role::Quiet)], area, buf));
        let [filter, list] = filter_layout(true, body);
        if self.done && self.shown.is_empty() {
            let text = ctx.text(match self.replays {
                _ if !self.visits.is_empty() => "app-past-no-match",
                true => "replay-none",
                false => "app-past-empty",
            });
            ctx.wrapped(text, list.width, Role::Text).render(list, buf);
        }
        let row = |index: usize| {
            let visit = self.shown.get(index).and_then(|&visit| self.visits.get(visit));
            visit.map_or_else(Block::default, |visit| past_visit(ctx, visit, 0, item_width(list)).into())
        };
        let visits = BlockList::with_builder(self.shown.len(), row, &self.cursor, ctx.theme);
        visits.marked().scrolling(Scrolling::Whole).render(list, buf, out);
        // The terminal's cursor is in the filter, not on the selected visit.
        render_filter(ctx, Some(&self.filter), filter, buf, out);
    }
}
