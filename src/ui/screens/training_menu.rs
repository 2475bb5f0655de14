//! The training menu.

use crate::app::screens::training_menu::{Training, TrainingRow};
use crate::ui::prelude::*;

impl ScreenView for Training {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open, Command::Back])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let list = menu_area(render_title(ctx, ctx.text("training-title"), area, buf));
        let blocks = TrainingRow::ALL.into_iter().enumerate().map(|(index, row)| {
            let (name, purpose) = row.words();
            let text = two_lines(ctx, ctx.text(name), ctx.text(purpose), Role::Quiet, item_width(list));
            Block::under((index > 0).then(Line::default), text)
        });
        BlockList::new(blocks, &self.cursor, ctx.theme).marked().render(list, buf, out);
    }
}
