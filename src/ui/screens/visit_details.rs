//! A visit to look at: answers on the left, timeline on the right, or the score line by line.

use crate::app::keymap::{Command, Context};
use crate::app::screens::visit_details::{View, VisitDetails};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::ui::widgets::list::window;
use crate::visit::score;
use crate::visit::{Event, Status, Visit};
use ratatui::layout::Rect;
use std::borrow::Cow;

/// From this width on, answers and timeline stand side by side.
const WIDE: u16 = 110;

/// Draws a visit to look at.
pub fn draw(canvas: &mut Canvas<'_>, screen: &VisitDetails) {
    let visit = &screen.record.visit;
    let Some((started, at)) = visit.state().started() else { return };
    let title = format!(
        "{} · {} · {}",
        started.site.label(),
        canvas.view.texts.day_time(at.civil()),
        canvas.say(format::kind_id(started.kind))
    );
    let title = match visit.state().status() {
        Status::Abandoned => format!("{title} · {}", canvas.say("status-abandoned")),
        _ => title,
    };
    let score = shows_score(canvas, visit).then_some((Context::Session, Command::Explain).into());
    let beside = match screen.view {
        View::Answers => (Context::Session, Command::Right),
        View::Timeline | View::Score => (Context::Session, Command::Left),
    };
    let rest = [
        beside.into(),
        (Context::Session, Command::Replay).into(),
        (Context::List, Command::Up).into(),
        Named::named(Context::List, Command::Down, "app-key-scroll"),
        (Context::List, Command::Back).into(),
    ];
    let compare = screen.record.play.as_ref().filter(|_| visit.is_over());
    let compare = compare.map(|_| (Context::Session, Command::Compare).into());
    let keys: Vec<Named> = compare.into_iter().chain(score).chain(rest).collect();
    let area = canvas.framed(&title, &keys);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut y = facts(canvas, screen, inner);
    if let Some((id, args)) = &screen.record.doubt {
        let text = format::message(canvas.view.texts, id, args);
        y = canvas.paragraph(Rect { y, height: 2, ..inner }, &text, Role::Warning);
    }
    let body = Rect { y: y + 1, height: inner.bottom().saturating_sub(y + 1), ..inner };
    let wide = canvas.area().width >= WIDE && screen.view != View::Score;
    if wide {
        let left = Rect { width: body.width * 11 / 20, ..body };
        answers(canvas, screen, left);
        let right = Rect { x: left.right() + 2, width: body.right().saturating_sub(left.right() + 2), ..body };
        timeline(canvas, screen, right);
        return;
    }
    match screen.view {
        View::Answers => answers(canvas, screen, body),
        View::Timeline => timeline(canvas, screen, body),
        View::Score => explain(canvas, screen, body),
    }
}

/// Writes the score, the knock-out beside it, how long it took; returns the row after.
fn facts(canvas: &mut Canvas<'_>, screen: &VisitDetails, area: Rect) -> u16 {
    let visit = &screen.record.visit;
    let rows = score::rows(visit.definition(), visit.state());
    let score = score::score(visit.definition(), &rows);
    let texts = canvas.view.texts;
    let lasted = visit.state().last_time().map_or(0, |(_, elapsed)| elapsed);
    let observer = visit.state().started().map_or("", |(started, _)| started.observer.id.as_str());
    let args = [
        ("percent", Arg::from(format::percent(texts, score.percent))),
        ("points", texts.decimal(score.points, 1).into()),
        ("possible", texts.decimal(score.possible, 1).into()),
        ("duration", texts.duration(lasted).into()),
        ("observer", observer.into()),
    ];
    let id = if shows_score(canvas, visit) { "app-session-facts" } else { "app-session-facts-open" };
    let text = canvas.with(id, &args);
    let mut y = canvas.paragraph(Rect { height: 2, ..area }, &text, Role::Title);
    let remark = visit.state().started().and_then(|(started, _)| started.remark.as_deref());
    for (id, text) in [("app-session-remark", remark), ("app-session-page", visit.state().page())] {
        if let Some(text) = text {
            let text = canvas.with(id, &[("text", text.into())]);
            for line in format::fitted(&text, area.width, 2) {
                y = canvas.paragraph(Rect { y, height: 1, ..area }, &line, Role::Text);
            }
        }
    }
    if !shows_score(canvas, visit) {
        return y;
    }
    let lang = texts.lang();
    let failed: Vec<&str> = (visit.definition().items())
        .filter(|(_, item)| score.failed_critical.contains(&item.id))
        .map(|(_, item)| item.label.get(lang))
        .collect();
    if !failed.is_empty() {
        let text = canvas.with("app-session-failed", &[("items", failed.join(", ").into())]);
        y = canvas.paragraph(Rect { y, height: 2, ..area }, &text, Role::Warning);
    }
    y
}

/// Returns whether the score may be seen: of a visit that is not over only where the user wants it, for it biases.
fn shows_score(canvas: &Canvas<'_>, visit: &Visit) -> bool {
    visit.is_over() || canvas.view.model.shared.settings.show_score
}

fn shown(visit: &Visit) -> Vec<usize> {
    (0..visit.definition().len()).filter(|&index| visit.state().applies(index)).collect()
}

/// What stands on a row of the answers, under the answer's own columns.
struct Lines<'a> {
    label: String,
    /// An answer that its column cannot hold, and the note.
    below: Vec<(Cow<'a, str>, Role)>,
}

fn answer_lines<'a>(canvas: &Canvas<'_>, visit: &'a Visit, index: usize) -> Lines<'a> {
    let item = visit.definition().item(index);
    let answer = visit.state().answer(index);
    let late = answer.and_then(format::late_ms).map(|late| {
        format!(" {}{}", canvas.glyph(Glyph::Late), canvas.view.texts.duration(late).replace(' ', "\u{a0}"))
    });
    let word = format::mark(canvas.view.texts, item, answer.map(|answer| &answer.value)).word;
    let long = (format::columns(&word) > ANSWER).then_some((Cow::Owned(word.into_owned()), Role::Text));
    let note = visit.state().item(index).and_then(|state| state.note.as_deref());
    Lines {
        label: format!("{}{}", item.label.get(canvas.view.texts.lang()), late.unwrap_or_default()),
        below: long.into_iter().chain(note.map(|note| (Cow::Borrowed(note), Role::Quiet))).collect(),
    }
}

/// How wide an answer's own column is.
const ANSWER: u16 = 10;

fn answers(canvas: &mut Canvas<'_>, screen: &VisitDetails, area: Rect) {
    let visit = &screen.record.visit;
    let shown = shown(visit);
    let at = screen.answers.selected;
    let room = area.width.saturating_sub(25);
    let view = canvas.view;
    let lines: Vec<Lines<'_>> = shown.iter().map(|&index| answer_lines(canvas, visit, index)).collect();
    let height = |at: usize| {
        let Some(row) = lines.get(at) else { return 1 };
        row.below
            .iter()
            .fold(format::height(&row.label, room), |all, (text, _)| all.saturating_add(format::height(text, room)))
    };
    let top = window(screen.answers.offset.get(), at, shown.len(), area.height, height);
    screen.answers.offset.set(top);
    let mut y = area.y;
    for (position, (&index, row)) in shown.iter().zip(&lines).enumerate().skip(top) {
        if y >= area.bottom() {
            break;
        }
        let mark = format::mark(
            view.texts,
            visit.definition().item(index),
            visit.state().answer(index).map(|answer| &answer.value),
        );
        let sign = canvas.glyph(mark.sign);
        canvas.text(area.x + 1, y, 1, sign, mark.role);
        canvas.text(area.x + 3, y, 10, &mark.word, mark.role);
        let time = visit.state().answer(index).map(format::seen_at).unwrap_or_default();
        canvas.text(area.x + 14, y, 8, &time, Role::Quiet);
        let rest = Rect { x: area.x + 24, width: room, ..area };
        let from = |y: u16| Rect { y, height: area.bottom().saturating_sub(y), ..rest };
        let mut below = canvas.paragraph(from(y), &row.label, Role::Text);
        for (text, role) in &row.below {
            below = canvas.paragraph(from(below), text, *role);
        }
        if position == at && screen.view == View::Answers {
            canvas.restyle(Rect { y, height: 1, ..area }, Role::Cursor);
            canvas.park(area.x, y);
        }
        y = below;
    }
}

/// Draws the events in a column of time: pauses shaded, late entries joined to their moment by a line.
fn timeline(canvas: &mut Canvas<'_>, screen: &VisitDetails, area: Rect) {
    let visit = &screen.record.visit;
    let events = visit.events();
    let at = screen.timeline.selected;
    let top = window(screen.timeline.offset.get(), at, events.len(), area.height, |_| 1);
    screen.timeline.offset.set(top);
    let paused = pauses(events);
    for ((index, event), y) in events.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
        let time = format::time_of_day(event.at);
        canvas.text(area.x, y, 8, &time, Role::Quiet);
        let joined = late_span(events, index);
        let sign = canvas.glyph(match () {
            () if paused.get(index) == Some(&true) => Glyph::Shade,
            () if event.observed_at.is_some_and(|seen| event.at.ms_since(&seen) >= 1000) => Glyph::Late,
            () if joined => Glyph::Bar,
            () => Glyph::Dot,
        });
        canvas.text(area.x + 9, y, 1, sign, Role::Text);
        let text = format::event(canvas.view.texts, visit, event, true);
        canvas.text(area.x + 11, y, area.width.saturating_sub(11), &text, Role::Text);
        if index == at && screen.view == View::Timeline {
            canvas.restyle(Rect { y, height: 1, ..area }, Role::Cursor);
            canvas.park(area.x, y);
        }
    }
}

/// Tells, for every event, whether the visit was paused then.
fn pauses(events: &[Event]) -> Vec<bool> {
    use crate::visit::event::Body;
    let mut paused = false;
    let step = |event: &Event| {
        match event.body {
            Body::Paused { .. } => paused = true,
            Body::Unpaused => paused = false,
            _ => {}
        }
        paused
    };
    events.iter().map(step).collect()
}

/// Returns whether an event lies between the moment of a later, late entry and its recording.
fn late_span(events: &[Event], index: usize) -> bool {
    let Some(event) = events.get(index) else { return false };
    let spans = |later: &Event| {
        later.observed_at.is_some_and(|seen| later.at.ms_since(&seen) >= 1000 && event.at.ms_since(&seen) >= 0)
    };
    events.iter().skip(index + 1).take(200).any(spans)
}

/// Draws the score line by line: weight, points, and why a line does not count.
fn explain(canvas: &mut Canvas<'_>, screen: &VisitDetails, area: Rect) {
    let visit = &screen.record.visit;
    let lang = canvas.view.texts.lang();
    let rows = score::rows(visit.definition(), visit.state());
    let top = window(screen.score.offset.get(), screen.score.selected, rows.len(), area.height, |_| 1);
    screen.score.offset.set(top);
    for ((position, row), y) in rows.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
        let Some(index) = visit.definition().position(&row.item) else { continue };
        let item = visit.definition().item(index);
        let line = Rect { y, height: 1, ..area };
        let points = format::points(canvas.view.texts, row);
        canvas.text(area.x, y, 16, &points, Role::Title);
        let why = format::why(canvas.view.texts, item, row);
        let end = area.right();
        let start = canvas.right(end, y, &why, Role::Quiet);
        canvas.text(area.x + 17, y, start.saturating_sub(area.x + 18), item.label.get(lang), Role::Text);
        if position == screen.score.selected {
            canvas.restyle(line, Role::Cursor);
            canvas.park(area.x, y);
        }
    }
}
