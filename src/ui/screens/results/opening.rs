//! Where to act first: the sentences, and what they rest on.

use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::app::screens::results::tab::Row;
use crate::report;
use crate::report::names::Names;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::window;
use ratatui::layout::Rect;

/// Draws the sentences, one under the other.
pub fn draw(canvas: &mut Canvas<'_>, names: &Names<'_>, rows: &[Row<'_>], cursor: &ListCursor, area: Rect) {
    let facts = facts(names);
    let foot = if area.height >= 10 { 3 } else { u16::from(area.height >= 6) };
    let list = Rect { height: area.height.saturating_sub(foot), ..area };
    let width = area.width.saturating_sub(4);
    let sentences: Vec<String> = rows.iter().map(|row| sentence(names, row)).collect();
    if sentences.is_empty() {
        canvas.text(list.x + 1, list.y, width, names.get("page-no-advice"), Role::Text);
        canvas.park(list.x + 1, list.y);
    }
    let rows = sentences.iter().map(|text| usize::from(format::height(text, width)) + 2).sum::<usize>();
    let airy = usize::from(list.height) > rows;
    let height =
        |at: usize| sentences.get(at).map_or(1, |text| format::height(text, width)).saturating_add(u16::from(airy));
    let top = window(cursor.offset.get(), cursor.selected, sentences.len(), list.height, height);
    cursor.offset.set(top);
    let mut y = list.y;
    for (index, text) in sentences.iter().enumerate().skip(top) {
        if y >= list.bottom() {
            break;
        }
        let block = Rect { x: list.x + 3, y, width, height: list.bottom() - y };
        let role = if index == cursor.selected { Role::Title } else { Role::Text };
        let below = canvas.paragraph(block, text, role);
        let sign = canvas.glyph(if index == cursor.selected { Glyph::Cursor } else { Glyph::Open });
        canvas.text(list.x + 1, y, 1, sign, role);
        if index == cursor.selected {
            canvas.park(list.x + 1, y);
        }
        canvas.click(Rect { x: list.x, y, width: list.width, height: below - y }, Target::Row(index));
        y = below + u16::from(airy);
    }
    if foot > 0 {
        let width = area.width.saturating_sub(2);
        for (line, y) in format::fitted(&facts, width, usize::from(foot)).iter().zip(list.bottom()..) {
            canvas.text(area.x + 1, y, width, line, Role::Quiet);
        }
    }
}

fn sentence(names: &Names<'_>, row: &Row<'_>) -> String {
    match row {
        Row::Advice(advice) => report::words::sentence(advice, names.report, names.texts),
        row => names.key(&row.key()),
    }
}

/// Returns what the figures rest on: what was left out, and what could not be used.
fn facts(names: &Names<'_>) -> String {
    let source = &names.report.source;
    let counts = [
        ("page-source-sessions", source.sessions),
        ("page-source-filtered", source.filtered),
        ("page-source-damaged", u64::try_from(source.damaged.len()).unwrap_or(u64::MAX)),
        ("page-source-duplicates", source.duplicates),
        ("page-source-abandoned", source.abandoned),
        ("page-source-training", source.training),
        ("page-source-unsealed", source.unsealed),
    ];
    let said =
        counts.into_iter().filter(|(id, count)| *count > 0 || *id == "page-source-sessions").map(|(id, count)| {
            names.texts.with("results-named", &[("name", names.get(id).into()), ("value", names.count(count).into())])
        });
    said.collect::<Vec<_>>().join(" · ")
}
