//! The visits of a site with their answers to one point, the newest first.

use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::app::results_data::VisitRow;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::window;
use crate::visit::Value;
use crate::visit::record::Given;
use ratatui::layout::Rect;

/// Draws the visits.
pub fn draw(canvas: &mut Canvas<'_>, visits: &[VisitRow], cursor: &ListCursor, area: Rect) {
    if visits.is_empty() {
        let text = canvas.say("results-none-visits");
        canvas.paragraph(Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }, text, Role::Text);
        canvas.park(area.x + 1, area.y);
        return;
    }
    let top = window(cursor.offset.get(), cursor.selected, visits.len(), area.height, |_| 1);
    cursor.offset.set(top);
    for ((index, visit), y) in visits.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
        let line = Rect { x: area.x, y, width: area.width, height: 1 };
        draw_row(canvas, visit, line);
        if index == cursor.selected {
            canvas.restyle(line, Role::Cursor);
            canvas.park(line.x, y);
        }
        canvas.click(line, Target::Row(index));
    }
}

fn draw_row(canvas: &mut Canvas<'_>, visit: &VisitRow, line: Rect) {
    let at = format::day_minute(canvas.view.texts, visit.started_at);
    let x = canvas.text(line.x + 1, line.y, line.width, &at, Role::Quiet) + 2;
    let (sign, word, role) = answer(canvas, visit);
    let sign = canvas.glyph(sign);
    canvas.text(x, line.y, 1, sign, role);
    let wide = line.width >= 60;
    let answer = if wide { 14 } else { 10 };
    canvas.text(x + 2, line.y, answer, &word, role);
    let x = x + 3 + answer;
    let rest = line.right().saturating_sub(x + 1);
    let observer = if wide { rest.min(12) } else { rest };
    canvas.text(x, line.y, observer, &visit.observer, Role::Text);
    if wide {
        let x = x + observer + 2;
        let kind = canvas.say(format::kind_id(visit.kind));
        let text = visit.note.as_deref().unwrap_or(kind);
        let role = if visit.note.is_some() { Role::Text } else { Role::Quiet };
        canvas.text(x, line.y, line.right().saturating_sub(x + 1), text, role);
    }
}

/// Returns the sign, the words and the role of an answer.
fn answer(canvas: &Canvas<'_>, visit: &VisitRow) -> (Glyph, String, Role) {
    let say = |id| canvas.view.texts.get(id).to_owned();
    let Some(given) = &visit.answer else { return (Glyph::Aside, say("results-not-there"), Role::SetAside) };
    match given {
        Given::Nothing => (Glyph::Open, say("value-unanswered"), Role::Quiet),
        Given::Text(text) => match text.as_ref() {
            Value::NOT_APPLICABLE => (Glyph::Aside, say("value-not-applicable"), Role::SetAside),
            Value::NOT_OBSERVED => (Glyph::Aside, say("value-not-observed"), Role::SetAside),
            Value::YES => (Glyph::Yes, say("value-yes"), Role::Yes),
            Value::PARTLY => (Glyph::Partly, say("value-partly"), Role::Partly),
            Value::NO => (Glyph::No, say("value-no"), Role::No),
            Value::NEVER => (Glyph::No, say("value-never"), Role::No),
            text => (Glyph::Value, text.to_owned(), Role::Text),
        },
        Given::Number(number) if visit.response == "timer" => {
            let ms = number.clamp(0.0, 1e15).round();
            (Glyph::Value, canvas.view.texts.duration(whole(ms)), Role::Text)
        }
        Given::Number(number) => {
            let places = if number.fract() == 0.0 { 0 } else { 2 };
            (Glyph::Value, canvas.view.texts.decimal(*number, places), Role::Text)
        }
        Given::Many(texts) => (Glyph::Value, texts.join(", "), Role::Text),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1e15")]
fn whole(ms: f64) -> u64 {
    ms as u64
}
