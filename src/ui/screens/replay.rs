//! A visit played back: the visit's own screen as it stood, and beneath it what just happened and the line of time.

mod line;

use super::scene::{self, Scene};
use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::screens::replay::ReplayScreen;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::ui::widgets::list::window;
use crate::visit::replay::Order;
use ratatui::layout::Rect;

/// From this height on, what just happened has two rows and the line of time its signs.
const TALL: u16 = 14;

/// Draws the replay.
pub fn draw(canvas: &mut Canvas<'_>, screen: &ReplayScreen) {
    let area = canvas.area();
    let foot = canvas.footer(&keys(screen));
    let rows = if area.height >= TALL { 5 } else { 3 };
    let top = foot.saturating_sub(rows).max(area.y);
    let above = Rect { height: top - area.y, ..area };
    if let Some(cursor) = &screen.items {
        items(canvas, screen, cursor, above);
    } else {
        let (state, room) = pace(canvas, screen);
        let scene = Scene {
            visit: &screen.then,
            screen: &screen.screen,
            elapsed_ms: screen.at_ms(),
            state,
            room,
            is_live: false,
            play: None,
        };
        scene::draw(canvas, &scene, above);
        head(canvas, screen, Rect { y: area.y + 2, height: 1, ..area });
    }
    canvas.rule(top);
    position(canvas, screen, Rect { y: top, height: 1, ..area });
    let inner = Rect { x: area.x + 1, y: top + 1, width: area.width.saturating_sub(2), height: foot - top - 1 };
    let spoken = if rows > 3 { 2 } else { 1 };
    happened(canvas, screen, Rect { height: spoken, ..inner });
    line::draw(canvas, screen, Rect { y: inner.y + spoken, height: inner.height.saturating_sub(spoken), ..inner });
    canvas.notice_at(top);
}

fn keys(screen: &ReplayScreen) -> Vec<Named> {
    let of = |command| Named::from((Context::Replay, command));
    if screen.items.is_some() {
        return [Command::Open, Command::Up, Command::Down, Command::Back]
            .map(|command| Named::from((Context::List, command)))
            .to_vec();
    }
    vec![
        of(Command::Play),
        of(Command::Up),
        Named::named(Context::Replay, Command::Down, "app-key-speed"),
        of(Command::Left),
        Named::named(Context::Replay, Command::Right, "app-key-steps"),
        of(Command::Order),
        of(Command::Open),
        of(Command::Back),
        of(Command::First),
        of(Command::Last),
    ]
}

/// Returns whether it plays and how fast, and the columns that both words take.
fn pace(canvas: &Canvas<'_>, screen: &ReplayScreen) -> ((String, Role), u16) {
    let speed = format::speed(canvas.view.texts, screen.speed);
    let both = ["replay-playing", "replay-stopped"].map(|id| canvas.with(id, &[("speed", speed.as_str().into())]));
    let longest = both.iter().map(|word| format::columns(word)).max().unwrap_or(0);
    let [playing, stopped] = both;
    let (word, sign) = if screen.playing { (playing, Glyph::Cursor) } else { (stopped, Glyph::Full) };
    let role = if screen.playing { Role::Saved } else { Role::Quiet };
    ((format!("{word} {}", canvas.glyph(sign)), role), longest.saturating_add(2))
}

/// Says in the head in which order the visit is played, and why its file cannot be trusted.
fn head(canvas: &mut Canvas<'_>, screen: &ReplayScreen, row: Rect) {
    let doubt = screen.record.doubt.as_ref();
    let (text, role) = match (doubt, screen.order) {
        (Some((id, args)), _) => (format::message(canvas.view.texts, id, args), Role::Warning),
        (None, order) => (canvas.say(order_id(order)).to_owned(), Role::Quiet),
    };
    canvas.text(row.x + 2, row.y, row.width.saturating_sub(4), &format!(" {text} "), role);
}

fn order_id(order: Order) -> &'static str {
    match order {
        Order::Recorded => "replay-order-recorded",
        Order::Happened => "replay-order-happened",
    }
}

/// Writes over the rule how far the replay has come, and what the signs beneath mean.
fn position(canvas: &mut Canvas<'_>, screen: &ReplayScreen, row: Rect) {
    let end = format::clock(screen.replay.end_ms());
    let args = [("played", screen.played.into()), ("all", screen.steps().len().into()), ("end", end.into())];
    let text = format!(" {} ", canvas.with("replay-position", &args));
    let start = canvas.right(row.right().saturating_sub(2), row.y, &text, Role::Quiet);
    let legend = format!(" {} ", line::legend(canvas, screen));
    if format::columns(&legend) + 4 <= start.saturating_sub(row.x) {
        canvas.text(row.x + 2, row.y, start.saturating_sub(row.x + 2), &legend, Role::Quiet);
    }
}

/// Says what just happened, and what is being passed over.
fn happened(canvas: &mut Canvas<'_>, screen: &ReplayScreen, area: Rect) {
    let texts = canvas.view.texts;
    let Some(step) = screen.last() else { return };
    let at = format::step_time(screen.whole(), step, screen.order);
    let what = format::step(texts, screen.whole(), step, screen.order);
    let gap = screen.replay.gap_at(screen.at_ms()).filter(|gap| screen.playing && gap.is_skipped(screen.speed));
    let text = gap.map_or_else(|| what.clone(), |gap| format!("{what} … {}", format::gap(texts, gap)));
    canvas.text(area.x, area.y, 8, &at, Role::Quiet);
    let room = area.width.saturating_sub(10);
    for (line, y) in format::fitted(&text, room, usize::from(area.height)).iter().zip(area.y..) {
        canvas.text(area.x + 10, y, room, line, Role::Title);
    }
}

/// Draws the items to jump to, each with when it first comes.
fn items(canvas: &mut Canvas<'_>, screen: &ReplayScreen, cursor: &crate::app::list_cursor::ListCursor, area: Rect) {
    let lang = canvas.view.texts.lang();
    let title = canvas.say("replay-items");
    canvas.text(area.x + 1, area.y, area.width.saturating_sub(2), title, Role::Title);
    canvas.rule(area.y + 1);
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let definition = screen.whole().definition();
    let top = window(cursor.offset.get(), cursor.selected, definition.len(), list.height, |_| 1);
    cursor.offset.set(top);
    for ((index, item), y) in definition.items().skip(top).zip(list.y..list.bottom()) {
        let row = Rect { x: list.x + 1, y, width: list.width.saturating_sub(2), height: 1 };
        let step = screen.first_about(index).and_then(|played| screen.steps().get(played - 1));
        let at = step.map_or_else(|| "–".to_owned(), |step| format::clock(step.at_ms));
        canvas.text(row.x + 1, y, 8, &at, Role::Quiet);
        let role = if step.is_some() { Role::Text } else { Role::Quiet };
        canvas.text(row.x + 11, y, row.width.saturating_sub(12), item.label.get(lang), role);
        if index == cursor.selected {
            canvas.restyle(row, Role::Cursor);
            canvas.park(row.x, y);
        }
        canvas.click(row, Target::Row(index));
    }
}
