//! What counts as what: under the list, beside it, or with the answers to choose from.

use crate::app::Target;
use crate::app::screens::chooser::Chooser;
use crate::app::screens::home::PRACTICE;
use crate::app::screens::visit::VisitScreen;
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Role, Sign};
use crate::ui::widgets::list::window;
use crate::ui::words;
use crate::visit::{Item, Response, Value, Visit};
use ratatui::layout::Rect;

/// Draws the guide of the item in front under the list; the practice visit says there what to press.
pub fn below(canvas: &mut Canvas<'_>, visit: &Visit, screen: &VisitScreen, area: Rect) {
    let item = visit.definition().item(screen.item);
    let mut y = area.y;
    if visit.definition().checklist().id == PRACTICE {
        let coach = coach(item);
        let text = canvas.say(coach);
        y = canvas.paragraph(area, text, Role::Title);
    }
    lines(canvas, item, Rect { y, height: area.bottom().saturating_sub(y), ..area });
}

/// Gives the message that teaches how an item is answered.
fn coach(item: &Item) -> &'static str {
    match item.response {
        Response::Behaviour { .. } if !item.note_required_on.is_empty() => "app-coach-note",
        Response::Behaviour { .. } => "app-coach-behaviour",
        Response::Timer { .. } => "app-coach-timer",
        Response::Count { .. } => "app-coach-count",
        Response::Scale { .. } | Response::Choice { .. } => "app-coach-scale",
        Response::Number { .. } | Response::Text {} => "app-coach-entry",
    }
}

pub fn lines(canvas: &mut Canvas<'_>, item: &Item, area: Rect) -> u16 {
    let mut y = area.y;
    for (heading, text) in words::guide(canvas.view.texts, item) {
        if y >= area.bottom() {
            break;
        }
        let colon = canvas.say("app-colon");
        let x = canvas.text(area.x, y, area.width, &format!("{heading}{colon}"), Role::Title);
        let indent = x.saturating_sub(area.x);
        let rest = Rect { x, y, width: area.width.saturating_sub(indent), height: area.bottom() - y };
        y = canvas.paragraph(rest, text, Role::Text);
    }
    y
}

/// Draws all there is to know of the item in front, beside the list: guide, note, history.
pub fn beside(canvas: &mut Canvas<'_>, visit: &Visit, index: usize, area: Rect) {
    let item = visit.definition().item(index);
    let lang = canvas.view.texts.lang();
    let rest = |y: u16| Rect { y, height: area.bottom().saturating_sub(y), ..area };
    let mut y = canvas.paragraph(area, item.label.get(lang), Role::Title) + 1;
    if visit.definition().checklist().id == PRACTICE {
        let text = canvas.say(coach(item));
        y = canvas.paragraph(rest(y), text, Role::Title) + 1;
    }
    y = lines(canvas, item, rest(y)) + 1;
    if let Some(note) = visit.state().item(index).and_then(|state| state.note.as_deref()) {
        let title = canvas.say("app-note");
        y = canvas.paragraph(rest(y), title, Role::Quiet);
        y = canvas.paragraph(rest(y), note, Role::Text) + 1;
    }
    let history = visit.events().iter().filter(|event| event.body.item() == Some(item.id.as_str())).rev();
    let title = canvas.say("app-history");
    let mut title = Some(title);
    for event in history {
        if y >= area.bottom() {
            break;
        }
        if let Some(title) = title.take() {
            y = canvas.paragraph(rest(y), title, Role::Quiet);
        }
        let text = words::event(canvas.view.texts, visit, event, false);
        let time = event.at.civil().strftime("%H:%M:%S").to_string();
        y = canvas.paragraph(rest(y), &format!("{time}  {text}"), Role::Text);
    }
}

/// Draws the answers to choose from, each with what counts as it.
pub fn choosing(canvas: &mut Canvas<'_>, item: &Item, chooser: &Chooser, area: Rect) {
    let lang = canvas.view.texts.lang();
    canvas.text(area.x, area.y, area.width, item.label.get(lang), Role::Title);
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if let Response::Scale { min_label, max_label, .. } = &item.response {
        let ends = [min_label, max_label].map(|label| label.as_ref().map_or("", |label| label.get(lang)));
        return scale(canvas, chooser, ends, rest);
    }
    let heading = |answer: &Value| words::value(canvas.view.texts, item, answer);
    let rows: Vec<(String, String)> = (chooser.answers.iter())
        .map(|answer| {
            let guide = item.guide.get(&answer.to_string()).map_or("", |guide| guide.get(lang));
            (heading(answer), guide.to_owned())
        })
        .collect();
    let top = window(0, chooser.at, rows.len(), rest.height, |_| 1);
    for ((index, (head, guide)), y) in rows.iter().enumerate().skip(top).zip(rest.y..rest.bottom()) {
        let row = Rect { y, height: 1, ..rest };
        let sign = match chooser.ticked.as_ref().and_then(|ticked| ticked.get(index)) {
            Some(true) => canvas.sign(Sign::Full),
            Some(false) => canvas.sign(Sign::Empty),
            None => " ",
        };
        let x = canvas.text(row.x + 1, y, 1, sign, Role::Text) + 1;
        let number = if index < 9 && !matches!(item.response, Response::Behaviour { .. }) {
            format!("{} ", index + 1)
        } else {
            String::new()
        };
        let x = canvas.text(x, y, row.right().saturating_sub(x), &format!("{number}{head}"), Role::Title) + 2;
        canvas.text(x, y, row.right().saturating_sub(x), guide, Role::Quiet);
        if index == chooser.at {
            canvas.restyle(row, Role::Cursor);
            canvas.park(row.x, y);
        }
        canvas.click(row, Target::Row(index));
    }
}

/// Draws the steps of a scale on one line, its ends named under it.
fn scale(canvas: &mut Canvas<'_>, chooser: &Chooser, ends: [&str; 2], area: Rect) {
    let steps: Vec<String> = chooser.answers.iter().map(|step| format!(" {step} ")).collect();
    let widths: Vec<u16> = steps.iter().map(|step| u16::try_from(step.len()).unwrap_or(4)).collect();
    let mut first = 0;
    while widths.iter().skip(first).take(chooser.at + 1 - first).sum::<u16>() > area.width && first < chooser.at {
        first += 1;
    }
    let mut x = area.x;
    for (index, step) in steps.iter().enumerate().skip(first) {
        if x >= area.right() {
            break;
        }
        let start = x;
        x = canvas.text(x, area.y, area.right() - x, step, if index == chooser.at { Role::Cursor } else { Role::Text });
        let cell = Rect { x: start, y: area.y, width: x - start, height: 1 };
        if index == chooser.at {
            canvas.park(start, area.y);
        }
        canvas.click(cell, Target::Row(index));
    }
    let [low, high] = ends;
    let at = canvas.text(area.x + 1, area.y + 1, area.width / 2, low, Role::Quiet);
    if area.height > 1 {
        let width = u16::try_from(unicode_width::UnicodeWidthStr::width(high)).unwrap_or(0);
        let start = x.saturating_sub(width + 1).max(at + 2);
        canvas.text(start, area.y + 1, area.right().saturating_sub(start), high, Role::Quiet);
    }
}
