//! A checklist in front of a class: the item large, what counts as what, its place in the whole; and the keys just
//! pressed, large too.

use super::guide;
use crate::app::Target;
use crate::app::key_history::KeyHistory;
use crate::app::keymap::{Command, Context};
use crate::app::screens::present::{Present, Presented, View};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::big::{self, LargeText};
use crate::ui::widgets::guide::{Guide, GuideHeight};
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::ui::widgets::list::{self, window};
use ratatui::layout::Rect;

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, screen: &Present) {
    match &screen.open {
        None => library(canvas, screen),
        Some(open) => match open.view {
            View::Item => item(canvas, open),
            View::Overview => overview(canvas, open),
            View::Blank => canvas.park(0, 0),
        },
    }
}

fn library(canvas: &mut Canvas<'_>, screen: &Present) {
    let keys = [Command::Up, Command::Down, Command::Open, Command::Back].map(|command| (Context::List, command));
    let area = canvas.frame(canvas.say("present-title"), &keys);
    let lang = canvas.view.texts.lang();
    let listed = canvas.view.model.shared.library.as_deref().unwrap_or_default();
    let rows: Vec<(String, String)> = listed
        .iter()
        .map(|listed| match &listed.definition {
            Ok(definition) => {
                let list = definition.checklist();
                let items = canvas.with("app-items", &[("count", definition.len().into())]);
                (list.title.get(lang).to_owned(), format!("{items} · {}", list.version))
            }
            Err(error) => {
                let (id, args) = error.message();
                (format::message(canvas.view.texts, id, &args), String::new())
            }
        })
        .collect();
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    list::draw(canvas, area, &screen.library, &rows);
}

/// Frames the screen: the checklist's name, and at the right where in it the class is.
fn frame(canvas: &mut Canvas<'_>, open: &Presented, keys: &[Named]) -> Rect {
    let lang = canvas.view.texts.lang();
    let whole = canvas.area();
    let area = canvas.framed("", keys);
    let section = open.definition.section(at(open)).title.get(lang);
    let place = if open.number.is_empty() {
        let counts = [("at", Arg::from(at(open) + 1)), ("of", Arg::from(open.definition.len()))];
        format!("{section} · {}", canvas.with("class-place", &counts))
    } else {
        canvas.with("present-jump", &[("number", open.number.as_str().into())])
    };
    let end = canvas.right(whole.right().saturating_sub(1), whole.y, &place, Role::Title);
    let title = open.definition.checklist().title.get(lang);
    canvas.text(whole.x + 1, whole.y, end.saturating_sub(whole.x + 2), title, Role::Quiet);
    area
}

fn at(open: &Presented) -> usize {
    open.items.selected.min(open.definition.len().saturating_sub(1))
}

fn item(canvas: &mut Canvas<'_>, open: &Presented) {
    let guide_word = if open.guide { "present-hide" } else { "present-show" };
    let keys = [
        (Context::Present, Command::Left).into(),
        Named::named(Context::Present, Command::Right, "present-turn"),
        Named::named(Context::Present, Command::Guide, guide_word),
        (Context::Present, Command::Overview).into(),
        (Context::Present, Command::Blank).into(),
        (Context::Present, Command::Live).into(),
        (Context::Present, Command::Back).into(),
    ];
    let area = frame(canvas, open, &keys);
    let lang = canvas.view.texts.lang();
    let item = open.definition.item(at(open));
    let area = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    canvas.park(area.x, area.y);
    let label = item.label.get(lang);
    // Large letters come first, then the whole of the guide; a line of each of its answers is the least.
    let GuideHeight { min: least, full: whole } = Guide { ctx: canvas.view, item }.height(area.width);
    let large = LargeText { text: label, role: Role::Title, theme: canvas.view.theme };
    let above = |rows: u16| Rect { height: area.height.saturating_sub(rows + 1), ..area };
    let room = match open.guide {
        false => area,
        true if large.fits(above(whole)) => above(whole),
        true => above(least),
    };
    let y = room.y + large.height(room);
    canvas.widget(large, room);
    if open.guide {
        let y = (y + 1).min(area.bottom());
        guide::lines(canvas, item, Rect { y, height: area.bottom() - y, ..area });
    }
}

fn overview(canvas: &mut Canvas<'_>, open: &Presented) {
    let keys = [Command::Up, Command::Down, Command::Open].map(|command| Named::from((Context::List, command)));
    let back = Named::from((Context::Present, Command::Back));
    let keys: Vec<Named> = keys.into_iter().chain([back]).collect();
    let area = frame(canvas, open, &keys);
    let lang = canvas.view.texts.lang();
    let definition = &open.definition;
    let headed = |index: usize| index == 0 || definition.section_index(index) != definition.section_index(index - 1);
    let height = |index: usize| 1 + u16::from(headed(index));
    let top = window(open.items.offset.get(), at(open), definition.len(), area.height, height);
    open.items.offset.set(top);
    let mut y = area.y;
    for (index, item) in definition.items().skip(top) {
        if headed(index) && y < area.bottom() {
            canvas.text(
                area.x + 1,
                y,
                area.width.saturating_sub(2),
                definition.section(index).title.get(lang),
                Role::Quiet,
            );
            y += 1;
        }
        if y >= area.bottom() {
            break;
        }
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        canvas.text(line.x + 2, y, 4, &format!("{:>3}", index + 1), Role::Quiet);
        canvas.text(line.x + 7, y, line.width.saturating_sub(7), item.label.get(lang), Role::Text);
        if index == at(open) {
            canvas.restyle(line, Role::Cursor);
            canvas.text(line.x, y, 1, canvas.glyph(Glyph::Cursor), Role::Cursor);
            canvas.park(line.x, y);
        }
        canvas.click(line, Target::Row(index));
        y += 1;
    }
}

/// Draws the keys just pressed: the last one large, with what it did; those before it small.
pub fn pressed(canvas: &mut Canvas<'_>, pressed: &KeyHistory, area: Rect) {
    let named = |canvas: &Canvas<'_>, press, word: Option<&str>| {
        (format::key(canvas.view.texts, press), word.map_or("", |word| canvas.view.texts.get(word)).to_owned())
    };
    canvas.rule(area.y);
    let mut rest =
        Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: big::LETTER_HEIGHT };
    for (place, (press, word)) in pressed.keys().enumerate() {
        let (key, word) = named(canvas, press, word);
        if place == 0 {
            let large = format!("{key} {word}");
            let large = LargeText { text: large.trim_end(), role: Role::Key, theme: canvas.view.theme };
            canvas.widget(large, Rect { width: rest.width.saturating_sub(20), ..rest });
            rest = Rect { x: rest.right().saturating_sub(19), y: rest.y + 1, width: 19, height: 2 };
        } else if rest.height > 0 {
            let x = canvas.text(rest.x, rest.y, rest.width, &key, Role::Key) + 1;
            canvas.text(x, rest.y, rest.right().saturating_sub(x), &word, Role::Quiet);
            rest = Rect { y: rest.y + 1, height: rest.height - 1, ..rest };
        }
    }
}
