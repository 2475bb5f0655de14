//! Past visits, narrowed by what is typed.

use super::home::past_visit;
use crate::app::screens::past::Past;
use crate::ui::prelude::*;
use crate::ui::widgets::chrome::render_title_ends;
use crate::ui::widgets::text_field::TextField;
use crate::ui::wrap::wrapped;

/// The areas of the list of past visits.
struct PastLayout {
    label: Rect,
    filter: Rect,
    list: Rect,
}

impl PastLayout {
    /// Splits the area under the title; the label of the filter takes so many columns.
    fn new(body: Rect, label: u16) -> Self {
        let body = body.inner(Margin::new(1, 0));
        let [filter, _, list] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(body);
        let [label, filter] =
            Layout::horizontal([Constraint::Length(label), Constraint::Fill(1)]).spacing(1).areas(filter);
        Self { label, filter, list }
    }
}

impl ScreenView for Past {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::List, &[Command::Open, Command::Up, Command::Down, Command::Back])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let title = ctx.text(if self.replays { "replay-choose" } else { "app-past" });
        let counts = [("shown", self.shown.len().into()), ("all", self.visits.len().into())];
        let count = format!("{}{}", ctx.format("app-past-count", &counts), if self.done { "" } else { " …" });
        let body = render_title_ends(ctx, (title, Role::Title), (&count, Role::Quiet), area, buf);
        let label = ctx.text("app-past-filter");
        let layout = PastLayout::new(body, width(label));
        Line::styled(label, ctx.style(Role::Quiet)).render(layout.label, buf);
        if self.done && self.shown.is_empty() {
            let text = ctx.text(match self.replays {
                _ if !self.visits.is_empty() => "app-past-no-match",
                true => "replay-none",
                false => "app-past-empty",
            });
            wrapped(text, layout.list.width, ctx.style(Role::Text)).render(layout.list, buf);
        }
        let columns = item_width(layout.list);
        let row = |index: usize| {
            let visit = self.shown.get(index).and_then(|&visit| self.visits.get(visit));
            visit.map_or_else(Text::default, |visit| past_visit(ctx, visit, Columns::default(), columns).into())
        };
        SelectList::with_builder(self.shown.len(), row, &self.cursor, ctx.theme).render(layout.list, buf, out);
        // The terminal's cursor is in the filter, not on the selected visit.
        TextField(&self.filter).render(layout.filter, buf, out);
    }
}
