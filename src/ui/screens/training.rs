//! The training menu.

use crate::app::keymap::{Command, Context};
use crate::app::screens::training::{Row, Training};
use crate::ui::context::{Interaction, RenderContext};
use crate::ui::screen_view::ScreenView;
use crate::ui::theme::Role;
use crate::ui::widgets::chrome::render_title;
use crate::ui::widgets::key_hints::KeyHint;
use crate::ui::widgets::select_list::SelectList;
use crate::ui::wrap::truncate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::StatefulWidget;

/// The areas of the training menu.
struct TrainingLayout {
    list: Rect,
}

impl TrainingLayout {
    fn new(area: Rect) -> Self {
        let [_, list] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        Self { list: list.inner(Margin::new(1, 0)) }
    }
}

impl ScreenView for Training {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open, Command::Back])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = render_title(ctx, ctx.text("training-title"), area, buf);
        let list = TrainingLayout::new(body).list;
        let items = Row::ALL.map(|row| menu_item(ctx, row, list.width));
        SelectList::new(items, &self.cursor, ctx.theme).render(list, buf, out);
    }
}

/// Returns a row of the menu: its name, and under it what it is for.
fn menu_item<'a>(ctx: &RenderContext<'a>, row: Row, width: u16) -> Text<'a> {
    let (name, purpose) = row.words();
    Text::from(vec![
        Line::styled(ctx.texts.get(name), ctx.style(Role::Title)),
        Line::styled(truncate(ctx.texts.get(purpose), width.saturating_sub(2)), ctx.style(Role::Quiet)),
        Line::default(),
    ])
}
