//! What counts as what: under the list, beside it, or with the answers to choose from.

use super::scene::Scene;
use crate::app::Target;
use crate::app::begin::PRACTICE;
use crate::app::keymap::{Command, Context};
use crate::app::screens::visit::chooser::Chooser;
use crate::app::screens::visit::command_of;
use crate::ui::RenderContext;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::guide::Guide;
use crate::ui::widgets::list::window;
use crate::visit::{Item, Response, Value, Visit};
use ratatui::layout::Rect;

/// Draws the guide of the item in front under the list; the practice visit says there what to press.
pub fn below(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Rect) {
    let (screen, visit) = (scene.screen, scene.visit);
    let item = visit.definition().item(screen.item);
    let mut y = area.y;
    if scene.is_live && visit.definition().checklist().id == PRACTICE {
        let text = coach(canvas, item);
        y = canvas.paragraph(area, &text, Role::Title);
    }
    if let Some(text) = long_answer(canvas, visit, screen.item) {
        y = canvas.paragraph(Rect { y, height: 1, ..area }, &text, Role::Text);
    }
    lines(canvas, item, Rect { y, height: area.bottom().saturating_sub(y), ..area });
}

/// Returns an answer in full, where its column cannot hold it.
fn long_answer(canvas: &Canvas<'_>, visit: &Visit, index: usize) -> Option<String> {
    let answer = visit.state().answer(index)?;
    let word = format::value(canvas.view.texts, visit.definition().item(index), &answer.value);
    (format::columns(&word) > 10).then(|| canvas.with("app-long-answer", &[("answer", word.into())]))
}

/// Teaches how an item is answered.
fn coach(canvas: &Canvas<'_>, item: &Item) -> String {
    let id = match item.response {
        Response::Behaviour { .. } if !item.note_required_on.is_empty() => "app-coach-note",
        Response::Behaviour { .. } => "app-coach-behaviour",
        Response::Timer { .. } => "app-coach-timer",
        Response::Count { .. } => "app-coach-count",
        Response::Scale { .. } | Response::Choice { .. } => "app-coach-scale",
        Response::Number { .. } | Response::Text {} => "app-coach-entry",
    };
    let keys = [
        ("yes", Command::Yes),
        ("no", Command::No),
        ("partly", Command::Partly),
        ("note", Command::Note),
        ("timer", Command::Timer),
        ("count", Command::Count),
        ("undo", Command::Undo),
        ("finish", Command::Finish),
    ];
    let args = keys.map(|(name, command)| (name, canvas.key(Context::Visit, command).into()));
    canvas.with(id, &args)
}

/// Draws what counts as which answer; returns the row after it.
pub fn lines(canvas: &mut Canvas<'_>, item: &Item, area: Rect) -> u16 {
    let lines = Guide { ctx: canvas.view, item }.lines(area.width, area.height);
    let rows = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
    canvas.widget(ratatui::text::Text::from(lines), Rect { height: rows, ..area });
    area.y + rows
}

/// Draws all there is to know of the item in front, beside the list: guide, note, history.
pub fn beside(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Rect) {
    let (visit, index) = (scene.visit, scene.screen.item);
    let item = visit.definition().item(index);
    let lang = canvas.view.texts.lang();
    let rest = |y: u16| Rect { y, height: area.bottom().saturating_sub(y), ..area };
    let mut y = canvas.paragraph(area, item.label.get(lang), Role::Title) + 1;
    if scene.is_live && visit.definition().checklist().id == PRACTICE {
        let text = coach(canvas, item);
        y = canvas.paragraph(rest(y), &text, Role::Title) + 1;
    }
    if let Some(text) = long_answer(canvas, visit, index) {
        y = canvas.paragraph(rest(y), &text, Role::Text) + 1;
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
        let text = format::event(canvas.view.texts, visit, event, false);
        let time = format::time_of_day(event.at);
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
    let rows = choices(canvas.view, item, chooser);
    let room = |head: &str| rest.width.saturating_sub(format::columns(head).saturating_add(6));
    let height = |index: usize| rows.get(index).map_or(1, |(head, guide)| format::height(guide, room(head)));
    let top = window(0, chooser.at, rows.len(), rest.height, height);
    let mut y = rest.y;
    for (index, (head, guide)) in rows.iter().enumerate().skip(top) {
        if y >= rest.bottom() {
            break;
        }
        let row = Rect { y, height: height(index).min(rest.bottom() - y), ..rest };
        let sign = match chooser.ticked.as_ref().and_then(|ticked| ticked.get(index)) {
            Some(true) => canvas.glyph(Glyph::Full),
            Some(false) => canvas.glyph(Glyph::Empty),
            None => " ",
        };
        let x = canvas.text(row.x + 1, y, 1, sign, Role::Text) + 1;
        let x = canvas.text(x, y, row.right().saturating_sub(x), head, Role::Title) + 2;
        canvas.paragraph(Rect { x, width: row.right().saturating_sub(x), ..row }, guide, Role::Quiet);
        if index == chooser.at {
            canvas.restyle(row, Role::Cursor);
            canvas.park(row.x, y);
        }
        canvas.click(row, Target::Row(index));
        y += row.height;
    }
}

/// Returns the answers to choose from, each with its letter or its number, and with what counts as it.
fn choices(view: &RenderContext<'_>, item: &Item, chooser: &Chooser) -> Vec<(String, String)> {
    let lang = view.texts.lang();
    let row = |(index, answer): (usize, &Value)| {
        let guide = item.guide.get(&answer.to_string()).map_or("", |guide| guide.get(lang));
        let head = format::value(view.texts, item, answer);
        let key = match item.response {
            Response::Behaviour { .. } => {
                let shown =
                    command_of(answer).and_then(|command| view.model.shared.keymap.shown(Context::Visit, command));
                shown.map(|shown| format::key(view.texts, shown.press))
            }
            _ => (index < 9).then(|| (index + 1).to_string()),
        };
        let head = match key {
            Some(key) => format!("{key} {head}"),
            None => head,
        };
        (head, guide.to_owned())
    };
    chooser.answers.iter().enumerate().map(row).collect()
}

/// Returns how many rows the answers to choose from want, their question included.
pub fn choosing_height(view: &RenderContext<'_>, item: &Item, chooser: &Chooser, width: u16) -> u16 {
    if matches!(item.response, Response::Scale { .. }) {
        return 3;
    }
    let lines = |(head, guide): &(String, String)| {
        usize::from(format::height(guide, width.saturating_sub(format::columns(head).saturating_add(6))))
    };
    u16::try_from(choices(view, item, chooser).iter().map(lines).sum::<usize>() + 1).unwrap_or(u16::MAX)
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
        let start = x.saturating_sub(format::columns(high).saturating_add(1)).max(at + 2);
        canvas.text(start, area.y + 1, area.right().saturating_sub(start), high, Role::Quiet);
    }
}
