//! Lists of blocks: which of them are in sight, and which are built.

use esprit::app::list_cursor::ListCursor;
use esprit::store::settings::{self, Glyphs};
use esprit::ui::widgets::block_list::{Block, BlockList, Scrolling, page, window};
use esprit::ui::{Interaction, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::StatefulWidget;
use std::cell::Cell;

#[test]
fn the_window_moves_only_as_far_as_it_must() {
    let one = |_| 1;
    for (top, cursor, len, rows, first) in [
        (0, 0, 10, 5, 0),
        (0, 3, 10, 5, 0),
        (0, 4, 10, 5, 1),
        (4, 3, 10, 5, 2),
        (0, 9, 10, 5, 5),
        (9, 9, 10, 5, 5),
        (0, 0, 0, 5, 0),
        (0, 2, 3, 5, 0),
        (3, 50, 4, 0, 3),
        (5, 5, 10, 1, 5),
    ] {
        assert_eq!(window(top, cursor, len, rows, &one), first, "{top} {cursor} {len} {rows}");
    }
    assert_eq!(window(0, 3, 6, 5, &|_| 2), 2);
    assert_eq!(window(0, 1, 6, 1, &|_| 9), 1);
}

#[test]
fn a_page_is_turned_only_where_the_cursor_runs_out_of_it_downwards() {
    let walk = |cursors: &[usize], rows, height: fn(usize) -> u16| {
        let mut top = 0;
        let step = |&cursor| {
            top = page(top, cursor, 12, rows, &height);
            top
        };
        cursors.iter().map(step).collect::<Vec<usize>>()
    };
    let down: Vec<usize> = (0..12).collect();
    assert_eq!(walk(&down, 5, |_| 1), [0, 0, 0, 0, 3, 3, 3, 6, 6, 6, 7, 7], "the last page is full");
    assert_eq!(walk(&[11, 9, 8, 7, 6, 5, 0], 5, |_| 1), [7, 7, 7, 6, 5, 4, 0], "upwards row by row");
    assert_eq!(walk(&down[..6], 5, |at| 1 + u16::from(at % 2 == 1)), [0, 0, 0, 2, 2, 4], "blocks of one row and two");
    assert_eq!(walk(&down[..4], 1, |_| 1), [0, 1, 2, 3]);
}

#[test]
fn only_items_that_can_show_are_built_and_the_end_fills_the_list() {
    let theme = Theme::new(settings::Theme::Mono, Glyphs::Unicode);
    let area = Rect::new(0, 0, 9, 5);
    for (offset, selected, shown) in
        [(0, 0, "► 0  1  2  3  4"), (0, 700, "697  698  699  ► 700  701"), (999, 999, "995  996  997  998  ► 999")]
    {
        let built = Cell::new(0);
        let cursor = ListCursor { selected, offset: Cell::new(offset) };
        let item = |index: usize| {
            built.set(built.get() + 1);
            Block::from(index.to_string())
        };
        let mut buf = Buffer::empty(area);
        let list = BlockList::with_builder(1000, item, &cursor, theme).marked().scrolling(Scrolling::Whole);
        list.render(area, &mut buf, &mut Interaction::default());
        let rows = buf.content.chunks(9).map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>());
        assert_eq!(rows.map(|row| row.trim().to_owned()).collect::<Vec<_>>().join("  "), shown);
        assert!(built.get() < 20, "{}", built.get());
    }
}
