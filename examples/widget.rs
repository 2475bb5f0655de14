//! Renders one widget alone, as a test or a preview does: no terminal and no running application.
//!
//! ```text
//! cargo run --example widget
//! ```
#![allow(clippy::print_stdout, reason = "the example shows what it rendered")]

use esprit::app::list_cursor::ListCursor;
use esprit::store::settings::{self, Glyphs};
use esprit::ui::widgets::block_list::BlockList;
use esprit::ui::{Interaction, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::StatefulWidget;

fn main() {
    let cursor = ListCursor { selected: 1, ..ListCursor::default() };
    let theme = Theme::new(settings::Theme::Default, Glyphs::Safe);
    let area = Rect::new(0, 0, 30, 3);
    let (mut buffer, mut interaction) = (Buffer::empty(area), Interaction::default());
    let list = BlockList::menu(["New visit", "Past visits", "Results"], &cursor, theme);
    list.render(area, &mut buffer, &mut interaction);
    for row in buffer.content.chunks(usize::from(area.width)) {
        println!("{}", row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end());
    }
    println!("cursor: {:?}", interaction.cursor);
    for (area, target) in interaction.clicks.areas() {
        println!("a click in {area} means {target:?}");
    }
}
