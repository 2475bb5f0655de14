//! A practice beside its reference: the counts, the items that differ first, and all about the one in front.

use crate::analysis::reveal::{Row, Verdict};
use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::reveal;
use crate::app::screens::reveal::RevealScreen;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::ui::widgets::list::window;
use ratatui::layout::Rect;

/// From this width on, list and details stand side by side.
const WIDE: u16 = 100;

/// Under so many rows for list and details, the list is one row.
const SMALL: u16 = 12;
/// Under so many rows in all there is only the item in front.
const LEAST: u16 = 8;

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, screen: &RevealScreen) {
    let title = reveal::heading(canvas.view.texts, &screen.play);
    let keys: [Named; 4] = [
        (Context::List, Command::Up).into(),
        (Context::List, Command::Down).into(),
        Named::named(Context::List, Command::Open, "practise-key-next"),
        (Context::List, Command::Back).into(),
    ];
    let area = canvas.framed(&title, &keys);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if area.height < LEAST {
        return details(canvas, screen, inner);
    }
    let y = sums(canvas, screen, inner);
    canvas.rule(y);
    let body = Rect { x: area.x, y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
    if canvas.area().width >= WIDE {
        let list = Rect { width: body.width / 2, ..body };
        rows(canvas, screen, list);
        for y in body.y..body.bottom() {
            let bar = canvas.glyph(Glyph::Bar);
            canvas.text(list.right(), y, 1, bar, Role::Quiet);
        }
        let x = list.right() + 2;
        details(canvas, screen, Rect { x, width: body.right().saturating_sub(x + 1), ..body });
        return;
    }
    // In a small window the list is the row in front: what there is to know of it is the longer part.
    let below = if body.height < SMALL { body.height.saturating_sub(2) } else { body.height * 3 / 5 };
    let list = Rect { height: body.height.saturating_sub(below + 1), ..body };
    rows(canvas, screen, list);
    canvas.rule(list.bottom());
    let rest = Rect { x: body.x + 1, y: list.bottom() + 1, width: body.width.saturating_sub(2), height: below };
    details(canvas, screen, rest);
}

/// Writes the counts, of which the first keeps its place on the smallest screen; returns the row after.
fn sums(canvas: &mut Canvas<'_>, screen: &RevealScreen, area: Rect) -> u16 {
    let most = match area.height {
        0..=8 => 1,
        9..=14 => 2,
        _ => 5,
    };
    let mut y = area.y;
    for (index, text) in reveal::sums(canvas.view.texts, &screen.reveal).iter().enumerate() {
        let left = (area.y + most).saturating_sub(y);
        let role = if index == 0 { Role::Title } else { Role::Text };
        for line in format::fitted(text, area.width, usize::from(left)) {
            canvas.text(area.x, y, area.width, &line, role);
            y += 1;
        }
    }
    y
}

fn rows(canvas: &mut Canvas<'_>, screen: &RevealScreen, area: Rect) {
    let rows = &screen.reveal.rows;
    let lang = canvas.view.texts.lang();
    let top = window(screen.cursor.offset.get(), screen.cursor.selected, rows.len(), area.height, |_| 1);
    screen.cursor.offset.set(top);
    for ((index, row), y) in rows.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        let (sign, role) = mark(row.verdict);
        let sign = canvas.glyph(sign);
        canvas.text(line.x + 1, y, 1, sign, role);
        let verdict = reveal::verdict(canvas.view.texts, row.verdict);
        let short = if format::columns(verdict) > line.width / 3 { "" } else { verdict };
        let end = canvas.right(line.right(), y, short, role);
        let label = screen.visit.definition().item(row.item).label.get(lang);
        canvas.text(line.x + 3, y, end.saturating_sub(line.x + 4), label, Role::Text);
        if index == screen.cursor.selected {
            canvas.restyle(line, Role::Cursor);
            canvas.park(line.x, y);
        }
        canvas.click(line, Target::Row(index));
    }
}

fn mark(verdict: Verdict) -> (Glyph, Role) {
    match verdict {
        Verdict::Same => (Glyph::Yes, Role::Quiet),
        Verdict::Lenient | Verdict::Severe | Verdict::Other => (Glyph::No, Role::No),
        Verdict::Unanswered | Verdict::NotAsked => (Glyph::Open, Role::SetAside),
        Verdict::NoReference | Verdict::Words => (Glyph::Aside, Role::SetAside),
    }
}

/// Draws all there is to know of the item in front.
fn details(canvas: &mut Canvas<'_>, screen: &RevealScreen, area: Rect) {
    let Some(row) = screen.reveal.rows.get(screen.cursor.selected) else { return };
    let definition = screen.visit.definition();
    let texts = canvas.view.texts;
    let rest = |y: u16| Rect { y, height: area.bottom().saturating_sub(y), ..area };
    let mut y = canvas.paragraph(area, definition.item(row.item).label.get(texts.lang()), Role::Title);
    y = verdicts(canvas, row, screen, rest(y));
    for text in reveal::reasons(texts, definition, &screen.play.scenario, row) {
        y = canvas.paragraph(rest(y), &text, Role::Text);
    }
}

/// The two answers, and how they compare; on one line where that is wide enough.
fn verdicts(canvas: &mut Canvas<'_>, row: &Row, screen: &RevealScreen, area: Rect) -> u16 {
    let texts = canvas.view.texts;
    let [own, reference] = reveal::answers(texts, screen.visit.definition(), row);
    let verdict = reveal::verdict(texts, row.verdict);
    let (_, role) = mark(row.verdict);
    let line = format!("{own} · {reference} · {verdict}");
    if format::columns(&line) <= area.width {
        return canvas.paragraph(area, &line, role);
    }
    let y = canvas.paragraph(area, &own, role);
    let rest = |y: u16| Rect { y, height: area.bottom().saturating_sub(y), ..area };
    let y = canvas.paragraph(rest(y), &reference, role);
    canvas.paragraph(rest(y), verdict, role)
}
