//! The list of items: fixed columns for cursor, answer, note and time, then the label, wrapped under itself.

use super::scene::Scene;
use crate::app::Target;
use crate::ui::RenderContext;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::page;
use crate::visit::scenario::{in_script, script_ms};
use crate::visit::{Response, Visit};
use ratatui::layout::Rect;
use std::borrow::Cow;

/// From this width on, answers have their words, and times.
const WORDS: u16 = 60;
/// From this width on, times have their seconds.
const SECONDS: u16 = 76;

/// Where the columns stand.
struct Columns {
    word: u16,
    flag: u16,
    time: u16,
    label: u16,
}

impl Columns {
    fn of(width: u16, seconds: bool) -> Self {
        if width < WORDS {
            return Self { word: 5, flag: 5, time: 6, label: 7 };
        }
        let time = if seconds { 8 } else { 5 };
        Self { word: 5, flag: 16, time: 18, label: 18 + time + 2 }
    }
}

/// Draws the items that apply, the one in front whole and in sight.
pub fn draw(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Rect) {
    let (screen, visit) = (scene.screen, scene.visit);
    let definition = visit.definition();
    let lang = canvas.view.texts.lang();
    let columns = Columns::of(area.width, area.width >= SECONDS || canvas.area().width >= 100);
    let room = area.width.saturating_sub(columns.label + 1);
    let shown: Vec<usize> = (0..definition.len()).filter(|&index| visit.state().applies(index)).collect();
    let section = |at: usize| shown.get(at).map(|&index| definition.section_index(index));
    let headed = |at: usize| at == 0 || section(at) != section(at - 1);
    let view = canvas.view;
    let label = |at: usize| shown.get(at).map(|&index| full_label(view, scene, index));
    let height = |at: usize| {
        let lines = label(at).map_or(1, |label| format::height(&label, room));
        lines.saturating_add(u16::from(headed(at)))
    };
    let cursor = shown.partition_point(|&index| index < screen.item);
    let top = page(screen.list.offset.get().min(shown.len()), cursor, shown.len(), area.height, height);
    screen.list.offset.set(top);
    let mut y = area.y;
    for (at, &index) in shown.iter().enumerate().skip(top) {
        if y >= area.bottom() {
            break;
        }
        if headed(at) {
            let title = definition.section(index).title.get(lang).to_uppercase();
            canvas.text(area.x + 1, y, area.width.saturating_sub(2), &title, Role::Quiet);
            y += 1;
        }
        let text = label(at).unwrap_or_default();
        y = row(
            canvas,
            scene,
            index,
            &text,
            &columns,
            Rect { y, height: area.bottom().saturating_sub(y), ..area },
            index == screen.item,
        );
    }
}

/// Returns a label, followed by how long after it was seen the item was answered, where that is late.
fn full_label<'a>(view: &RenderContext<'_>, scene: &Scene<'a>, index: usize) -> Cow<'a, str> {
    let label = scene.visit.definition().item(index).label.get(view.texts.lang());
    let late = scene.visit.state().answer(index).and_then(format::late_ms).map(|ms| at_speed(scene, ms));
    late.map_or(Cow::Borrowed(label), |late| {
        let late = view.texts.duration(late).replace(' ', "\u{a0}");
        Cow::Owned(format!("{label} {}{late}", view.theme.glyph(Glyph::Late)))
    })
}

/// Returns milliseconds as they go by in front of the observer: in practice, those of the script.
fn at_speed(scene: &Scene<'_>, ms: u64) -> u64 {
    scene.play.map_or(ms, |play| script_ms(ms, play.speed))
}

fn row(
    canvas: &mut Canvas<'_>,
    scene: &Scene<'_>,
    index: usize,
    label: &str,
    columns: &Columns,
    area: Rect,
    front: bool,
) -> u16 {
    let visit = scene.visit;
    let item = visit.definition().item(index);
    let state = visit.state().item(index);
    let answer = visit.state().answer(index);
    let value = answer.map(|answer| match scene.play {
        Some(play) => Cow::Owned(in_script(&item.response, &answer.value, play.speed)),
        None => Cow::Borrowed(&answer.value),
    });
    let mark = format::mark(canvas.view.texts, item, value.as_deref());
    let (x, y) = (area.x, area.y);
    if front {
        let sign = canvas.glyph(Glyph::Cursor);
        canvas.text(x + 1, y, 1, sign, Role::Title);
        canvas.park(x + 1, y);
    }
    let running = state.and_then(|state| state.running_since_ms);
    let sign = canvas.glyph(if running.is_some() && answer.is_none() { Glyph::Dot } else { mark.sign });
    canvas.text(x + 3, y, 1, sign, mark.role);
    if columns.flag > columns.word {
        let word = match (&item.response, running) {
            (Response::Timer { .. }, Some(_)) if answer.is_none() => Cow::Borrowed(canvas.say("app-timer")),
            _ => mark.word,
        };
        canvas.text(x + columns.word, y, columns.flag - columns.word - 1, &word, mark.role);
        let width = columns.label - columns.time - 2;
        let time = match (running, answer) {
            (Some(since), _) => {
                let clock = format::clock(at_speed(scene, visit.state().active_ms(since, scene.elapsed_ms)));
                if width < 8 { clock.get(3..).unwrap_or_default().to_owned() } else { clock }
            }
            (None, Some(answer)) => match scene.play {
                Some(play) => format::clock(play.script_ms(visit, answer.happened_ms)),
                None => format::seen_at(answer),
            },
            // A mark given to the item before its answer.
            (None, None) => {
                state.and_then(|state| state.bound).map(|mark| format::time_of_day(mark.at)).unwrap_or_default()
            }
        };
        let time = time.get(..usize::from(width)).unwrap_or(&time);
        canvas.text(x + columns.time, y, width, time, Role::Quiet);
    }
    flag(canvas, visit, index, x + columns.flag, y);
    let room = area.width.saturating_sub(columns.label + 1);
    let role = if answer.is_some() { Role::Quiet } else { Role::Text };
    let below = canvas.paragraph(
        Rect { x: x + columns.label, width: room, ..area },
        label,
        if front { Role::Title } else { role },
    );
    let block = Rect { x, y, width: area.width, height: below - y };
    if front {
        canvas.restyle(Rect { x: x + 1, width: area.width.saturating_sub(2), ..block }, Role::Cursor);
    }
    canvas.click(block, Target::Row(index));
    below
}

/// Shows whether there is a note, or one is wanted.
fn flag(canvas: &mut Canvas<'_>, visit: &Visit, index: usize, x: u16, y: u16) {
    let noted = visit.state().item(index).is_some_and(|state| state.note.is_some());
    if noted {
        let sign = canvas.say("app-flag-note");
        canvas.text(x, y, 1, sign, Role::Text);
    } else if visit.misses_note(index) {
        canvas.text(x, y, 1, "!", Role::Warning);
    }
}
