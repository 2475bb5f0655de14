//! One item in front of everybody: a bar for each answer, then the reference, then the names.

use super::{below, inset};
use crate::analysis::class::{Bar, Class};
use crate::app::keymap::{Command, Context};
use crate::app::screens::class::OpenClass;
use crate::app::screens::class::item::{ItemView, Reference, Shown, Why};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::screens::guide;
use crate::ui::theme::{Glyph, Role};
use crate::visit::{Item, Value};
use ratatui::layout::Rect;

/// Draws the item.
pub fn draw(canvas: &mut Canvas<'_>, class: &Class, open: &OpenClass, view: &ItemView) {
    let keys: &[(Context, Command)] = if view.ruling.is_some() {
        &[(Context::Typing, Command::Keep), (Context::Typing, Command::Back)]
    } else {
        &[
            (Context::Class, Command::Left),
            (Context::Class, Command::Right),
            (Context::Class, Command::Reveal),
            (Context::Class, Command::Note),
            (Context::Class, Command::Back),
        ]
    };
    let index = open.items.selected.min(class.definition.len().saturating_sub(1));
    let item = class.definition.item(index);
    let lang = canvas.view.texts.lang();
    let section = class.definition.section(index).title.get(lang);
    let place = [("at", Arg::from(index + 1)), ("of", Arg::from(class.definition.len()))];
    let title = format!("{} · {section}", canvas.with("class-place", &place));
    let area = canvas.frame(&title, keys);
    canvas.park(area.x + 1, area.y + 1);
    let y = canvas.paragraph(inset(area, 1), item.label.get(lang), Role::Title) + 1;
    let answer = open.reference.answer(class, item);
    let shown = answer.filter(|_| view.shown >= Shown::Reference);
    let bars = class.bars(item, open.reference.sheet());
    let mut y = draw_bars(canvas, class, item, &bars, view, shown.map(|(value, _)| value), below(area, y));
    if view.shown >= Shown::Reference && open.reference != Reference::None {
        let text = match shown {
            Some((value, why)) => expected(canvas, item, value, why),
            None => canvas.say("class-no-answer").to_owned(),
        };
        y = canvas.paragraph(inset(below(area, y), 0), &text, Role::Title) + 1;
    }
    if let Some(field) = &view.ruling {
        let y = canvas.paragraph(inset(below(area, y), 0), canvas.say("class-ruling"), Role::Quiet);
        canvas.field(Rect { height: 1, ..inset(below(area, y), 0) }, field);
    } else if view.shown == Shown::Names {
        guide::lines(canvas, item, inset(below(area, y), 0));
    }
}

/// Says what the reference answered, and why.
fn expected(canvas: &Canvas<'_>, item: &Item, value: &Value, why: Why<'_>) -> String {
    let answer = format::value(canvas.view.texts, item, value);
    let why = match why {
        Why::Reason(reason) => reason.map(|reason| reason.get(canvas.view.texts.lang())),
        Why::Note(note) => note,
    };
    match why {
        Some(why) => canvas.with("class-expected-why", &[("answer", answer.into()), ("why", why.into())]),
        None => canvas.with("class-expected", &[("answer", answer.into())]),
    }
}

/// Draws a bar for each answer, and a row for names under it; returns the row after them.
fn draw_bars(
    canvas: &mut Canvas<'_>,
    class: &Class,
    item: &Item,
    bars: &[Bar],
    view: &ItemView,
    reference: Option<&Value>,
    area: Rect,
) -> u16 {
    let words: Vec<(Glyph, String, Role)> = bars.iter().map(|bar| word(canvas, item, bar)).collect();
    let label = words.iter().map(|(_, word, _)| format::columns(word)).max().unwrap_or(0).min(area.width / 3);
    let count_width = 4;
    let start = area.x + 6 + label;
    let room = area.right().saturating_sub(start + count_width + 2);
    let all = bars.iter().map(|bar| bar.sheets.len()).sum::<usize>().max(1);
    // The row for names is kept before they come, so that nothing moves when they do.
    let airy = usize::from(area.height) >= 2 * bars.len() + 4;
    let step = if airy { 2 } else { 1 };
    let mut y = area.y;
    for (bar, (sign, word, role)) in bars.iter().zip(&words) {
        if y >= area.bottom() {
            break;
        }
        let is_reference = reference.is_some() && reference == bar.value.as_ref();
        if is_reference {
            canvas.text(area.x + 1, y, 1, canvas.glyph(Glyph::Cursor), Role::Title);
        }
        canvas.text(area.x + 3, y, 1, canvas.glyph(*sign), *role);
        canvas.text(area.x + 5, y, label, word, if is_reference { Role::Title } else { *role });
        let length = usize::from(room) * bar.sheets.len() / all;
        let block = canvas.glyph(Glyph::Block).repeat(length);
        canvas.text(start, y, room, &block, *role);
        canvas.right(area.right().saturating_sub(1), y, &bar.sheets.len().to_string(), Role::Title);
        if view.shown == Shown::Names && !bar.sheets.is_empty() {
            let names: Vec<&str> =
                bar.sheets.iter().filter_map(|place| class.sheets.get(*place)).map(|sheet| &*sheet.observer).collect();
            let (at, row) = if airy { (start, y + 1) } else { (start + u16::try_from(length).unwrap_or(0) + 1, y) };
            let end = if airy { area.right().saturating_sub(1) } else { area.right().saturating_sub(count_width) };
            canvas.text(at, row, end.saturating_sub(at), &names.join(", "), Role::Text);
        }
        y += step;
    }
    y + 1
}

/// Returns how an answer is called on its bar.
fn word(canvas: &Canvas<'_>, item: &Item, bar: &Bar) -> (Glyph, String, Role) {
    let Some(value) = &bar.value else {
        return (Glyph::Open, canvas.say("class-unanswered").to_owned(), Role::Quiet);
    };
    let mark = format::mark(canvas.view.texts, item, Some(value));
    (mark.sign, mark.word.into_owned(), mark.role)
}
