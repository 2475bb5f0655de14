//! What is written on a frame's rows, and which of their columns differ.

use super::*;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

fn line(sheet: &Sheet) -> String {
    sheet.buffer().content.iter().map(Cell::symbol).collect()
}

#[test]
fn what_does_not_fit_ends_with_an_ellipsis_and_says_where_it_ends() {
    for (text, width, shown, end) in [
        ("seven l", 7, "seven l", 7),
        ("eight le", 7, "eight …", 7),
        ("été", 3, "été", 3),
        ("étés", 3, "ét…", 3),
        ("four", 1, "…", 1),
        ("four", 0, "", 0),
        ("界界", 4, "界 界 ", 4),
        ("界界", 3, "界 …", 3),
        ("a界界", 3, "a…", 2),
        ("e\u{301}te\u{301}", 3, "e\u{301}te\u{301}", 3),
        ("a\u{1b}\u{202e}b", 5, "ab", 2),
    ] {
        let mut sheet = Sheet::new((8, 1));
        assert_eq!(sheet.text(0, 0, width, text, Style::new()), end, "{text} in {width}");
        assert_eq!(line(&sheet).trim_end(), shown.trim_end(), "{text} in {width}");
    }
    let mut sheet = Sheet::new((8, 1));
    assert_eq!(sheet.text(6, 0, 80, "long", Style::new()), 8, "no further than the edge");
    assert_eq!(sheet.text(0, 1, 80, "below", Style::new()), 0, "nothing under the last row");
    assert_eq!(line(&sheet), "      l…");
}

#[test]
fn what_is_written_later_lies_over_what_was_there() {
    let mut sheet = Sheet::new((6, 2));
    let whole = sheet.area();
    sheet.style(whole, Style::new().on_blue());
    sheet.text(0, 1, 6, "abcdef", Style::new().bold());
    sheet.blank(Rect { x: 1, y: 0, width: 2, height: 2 }, Style::new().on_red());
    sheet.fill(Rect { x: 3, y: 1, width: 1, height: 1 }, '─', Style::new());
    let mut widget = Buffer::empty(Rect { x: 4, y: 1, width: 1, height: 1 });
    widget.set_string(4, 1, "w", Style::new());
    sheet.put(&widget);
    let buffer = sheet.buffer();
    assert_eq!(line(&sheet), "      a  ─wf");
    let grounds: Vec<Color> = buffer.content.iter().skip(6).map(|cell| cell.bg).collect();
    assert_eq!(grounds, [Color::Blue, Color::Red, Color::Red, Color::Blue, Color::Reset, Color::Blue]);
}

#[test]
fn a_widget_is_made_harmless_and_keeps_its_columns() {
    let mut widget = Buffer::empty(Rect { x: 1, y: 0, width: 7, height: 1 });
    widget.set_style(widget.area, Style::new().on_blue());
    widget.set_string(1, 0, "xb界c", Style::new().bold());
    widget.content[0].set_symbol("\u{ad}");
    widget.set_string(6, 0, "d", Style::new());
    widget.content[6].set_symbol("\u{202e}");
    let mut sheet = Sheet::new((8, 1));
    sheet.put(&widget);
    assert_eq!(line(&sheet), "  b界 cd ");
    let bold = sheet.buffer().content.iter().map(|cell| cell.modifier.contains(Modifier::BOLD)).collect::<Vec<_>>();
    assert_eq!(bold, [false, true, true, true, true, true, false, false]);
}

/// Every row of at most so many strokes.
fn rows(most: usize) -> Vec<Sheet> {
    let strokes: [fn(&mut Sheet); 8] = [
        |sheet| _ = sheet.text(0, 0, 6, "abc", Style::new()),
        |sheet| _ = sheet.text(0, 0, 6, "abd", Style::new()),
        |sheet| _ = sheet.text(2, 0, 6, "xyz", Style::new().bold()),
        |sheet| _ = sheet.text(1, 0, 6, "界a界", Style::new()),
        |sheet| sheet.fill(Rect { x: 4, y: 0, width: 2, height: 1 }, '─', Style::new()),
        |sheet| sheet.style(Rect { x: 1, y: 0, width: 3, height: 1 }, Style::new().on_blue()),
        |sheet| sheet.style(Rect { x: 0, y: 0, width: 6, height: 1 }, Style::new().not_bold().red()),
        |sheet| sheet.blank(Rect { x: 2, y: 0, width: 2, height: 1 }, Style::new().on_red()),
    ];
    let mut all: Vec<Vec<fn(&mut Sheet)>> = vec![Vec::new()];
    for _ in 0..most {
        let longer = all.iter().flat_map(|row| strokes.map(|stroke| [row.as_slice(), &[stroke]].concat()));
        all = std::iter::once(Vec::new()).chain(longer).collect();
    }
    let row = |strokes: Vec<fn(&mut Sheet)>| {
        let mut sheet = Sheet::new((6, 1));
        for stroke in strokes {
            stroke(&mut sheet);
        }
        sheet
    };
    all.into_iter().map(row).collect()
}

#[test]
fn only_columns_that_two_rows_do_not_share_are_looked_at_and_no_change_is_missed() {
    let rows = rows(2);
    assert_eq!(rows.len(), 1 + 8 + 64);
    let mut looks = Looks::default();
    let mut fewer = 0;
    for one in &rows {
        for other in &rows {
            let columns = other.difference(one, 0);
            fewer += usize::from(columns.len() < 6);
            let [all, some] = [0..6, columns].map(|columns| {
                let (mut before, mut after) = (Line::new(6), Line::new(6));
                one.paint(0, columns.clone(), &mut before, &mut looks);
                other.paint(0, columns, &mut after, &mut looks);
                after.changes(&before).map(|change| format!("{change:?}")).collect::<Vec<_>>()
            });
            assert_eq!(some, all, "{one:?} {other:?}");
        }
    }
    assert!(fewer > 1000, "{fewer}");
}

fn one_row(text: &str, style: Style, cell: &str) -> Sheet {
    let mut sheet = Sheet::new((6, 2));
    sheet.text(0, 0, 6, text, style);
    sheet.put(&Buffer::with_lines([cell]));
    sheet
}

#[test]
fn rows_differ_by_words_looks_and_widgets() {
    let first = one_row("one", Style::new(), "c");
    for (text, style, cell, differs) in [
        ("one", Style::new(), "c", false),
        ("two", Style::new(), "c", true),
        ("one", Style::new().bold(), "c", true),
        ("one", Style::new(), "d", true),
    ] {
        let other = one_row(text, style, cell);
        let differ = [0, 1].map(|y| !first.difference(&other, y).is_empty());
        assert_eq!(differ, [differs, false], "{text} {style:?} {cell}");
    }
    let mut cleared = one_row("one", Style::new(), "c");
    cleared.clear();
    assert_eq!(cleared.difference(&first, 0), 0..3);
    assert_eq!(cleared.difference(&Sheet::new((6, 2)), 0), 0..0);
}
