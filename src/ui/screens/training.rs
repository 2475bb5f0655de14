//! The training menu.

use crate::app::screens::training::{Training, TrainingRow};
use crate::ui::prelude::*;
use crate::ui::widgets::chrome::menu_area;
use crate::ui::widgets::select_list::marked_row;

impl ScreenView for Training {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open, Command::Back])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let list = menu_area(render_title(ctx, ctx.text("training-title"), area, buf));
        let line =
            |start: Columns<'static>, id, role| Line::from(start.fill(list.width, ctx.texts.get(id), ctx.style(role)));
        let block = |(index, row): (usize, TrainingRow)| {
            let (name, purpose) = row.words();
            let name = line(marked_row(ctx.theme, index == self.cursor.selected), name, Role::Title);
            let purpose = line(marked_row(ctx.theme, false), purpose, Role::Quiet);
            Block {
                heading: if index > 0 { vec![Line::default()] } else { Vec::new() },
                text: Text::from(vec![name, purpose]),
                row: index,
            }
        };
        let blocks: Vec<_> = TrainingRow::ALL.into_iter().enumerate().map(block).collect();
        BlockList::new(blocks, &self.cursor, ctx.theme).render(list, buf, out);
    }
}
