//! The checklists, to read.

use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::screens::checklists::Checklists;
use crate::store::{Listed, StoreError};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::ui::widgets::list::{self, Pair, window};
use crate::visit::Definition;
use ratatui::layout::Rect;

/// Draws the checklists.
pub fn draw(canvas: &mut Canvas<'_>, screen: &Checklists) {
    let keys = [
        (Context::List, Command::Open),
        (Context::List, Command::Up),
        (Context::List, Command::Down),
        (Context::List, Command::Back),
    ];
    let library = canvas.view.model.shared.library.as_deref().unwrap_or_default();
    match (&screen.open, library.get(screen.cursor.selected)) {
        (Some(cursor), Some(listed)) => {
            let title = name(canvas, listed);
            let scroll = Named::named(Context::List, Command::Down, "app-key-scroll");
            let keys = [(Context::List, Command::Up).into(), scroll, (Context::List, Command::Back).into()];
            let area = canvas.framed(&title, &keys);
            match &listed.definition {
                Ok(definition) => items(canvas, definition, cursor, area),
                Err(error) => faults(canvas, error, cursor, area),
            }
        }
        _ => overview(canvas, screen, library, &keys),
    }
}

fn name(canvas: &Canvas<'_>, listed: &Listed) -> String {
    match &listed.definition {
        Ok(definition) => definition.checklist().title.get(canvas.view.texts.lang()).to_owned(),
        Err(_) => listed.id.clone(),
    }
}

fn overview(canvas: &mut Canvas<'_>, screen: &Checklists, library: &[Listed], keys: &[(Context, Command)]) {
    let title = canvas.say("app-checklists");
    let area = canvas.frame(title, keys);
    let hint = canvas.say("app-checklists-hint");
    let foot = canvas.paragraph(
        Rect { x: area.x + 1, y: area.bottom().saturating_sub(2), width: area.width.saturating_sub(2), height: 2 },
        hint,
        Role::Quiet,
    );
    let rows = Rect { height: area.height.saturating_sub(3.min(foot)), ..area };
    let area = Rect { x: rows.x + 1, width: rows.width.saturating_sub(2), ..rows };
    let pairs: Vec<Pair> = library.iter().map(|listed| pair(canvas, listed)).collect();
    list::pairs(canvas, area, &screen.cursor, &pairs);
}

/// Returns a checklist's name, and what it is; of a broken one, what is wrong.
fn pair(canvas: &Canvas<'_>, listed: &Listed) -> Pair {
    let (detail, role) = match &listed.definition {
        Ok(definition) => {
            let items = canvas.with("app-items", &[("count", definition.len().into())]);
            let relation = canvas.say(format::relation_id(definition.checklist().relation));
            let own = canvas.say(if listed.is_bundled() { "app-checklists-bundled" } else { "app-checklists-own" });
            let version = &definition.checklist().version;
            (format!("{} · {items} · {relation} · {version} · {own}", listed.id), Role::Quiet)
        }
        Err(error) => {
            let (id, args) = error.message();
            (format::message(canvas.view.texts, id, &args), Role::Warning)
        }
    };
    (name(canvas, listed), detail, role)
}

fn items(canvas: &mut Canvas<'_>, definition: &Definition, cursor: &ListCursor, area: Rect) {
    let lang = canvas.view.texts.lang();
    let guide_height = if area.height >= 12 { 5 } else { 2 };
    let list = Rect { height: area.height.saturating_sub(guide_height + 1), ..area };
    let headed = |index: usize| index == 0 || definition.section_index(index) != definition.section_index(index - 1);
    let height = |index: usize| 1 + u16::from(headed(index));
    let top = window(cursor.offset.get(), cursor.selected, definition.len(), list.height, height);
    cursor.offset.set(top);
    let mut y = list.y;
    for (index, item) in definition.items().skip(top) {
        if y >= list.bottom() {
            break;
        }
        if headed(index) {
            let title = definition.section(index).title.get(lang).to_uppercase();
            canvas.text(list.x + 1, y, list.width.saturating_sub(2), &title, Role::Quiet);
            y += 1;
        }
        let line = Rect { x: list.x + 1, y, width: list.width.saturating_sub(2), height: 1 };
        let detail = detail(canvas, item);
        let start = canvas.right(line.right(), y, &detail, Role::Quiet);
        canvas.text(line.x + 2, y, start.saturating_sub(line.x + 3), item.label.get(lang), Role::Text);
        if index == cursor.selected {
            canvas.restyle(line, Role::Cursor);
            canvas.park(line.x, y);
        }
        y += 1;
    }
    canvas.rule(list.bottom());
    if let Some((_, item)) = definition.items().nth(cursor.selected) {
        let inner =
            Rect { x: area.x + 1, y: list.bottom() + 1, width: area.width.saturating_sub(2), height: guide_height };
        super::guide::lines(canvas, item, inner);
    }
}

/// Returns how an item is answered and what sets it apart.
fn detail(canvas: &Canvas<'_>, item: &crate::visit::Item) -> String {
    let kind = match item.response.type_name() {
        "behaviour" => "",
        "scale" => "type-scale",
        "choice" => "type-choice",
        "count" => "type-count",
        "timer" => "type-timer",
        "number" => "type-number",
        _ => "type-text",
    };
    let weight = canvas.view.texts.decimal(item.weight, 0);
    let parts = [
        (!kind.is_empty()).then(|| canvas.say(kind).to_owned()),
        item.critical.then(|| canvas.say("app-score-critical").to_owned()),
        item.when.is_some().then(|| canvas.say("app-item-conditional").to_owned()),
        (item.weight > 1.0).then(|| canvas.with("app-score-weight", &[("weight", weight.into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn faults(canvas: &mut Canvas<'_>, error: &StoreError, cursor: &ListCursor, area: Rect) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let (id, args) = error.message();
    let text = format::message(canvas.view.texts, id, &args);
    let mut y = canvas.paragraph(inner, &text, Role::Warning) + 1;
    for fault in error.faults().iter().skip(cursor.selected) {
        let ((what, what_args), (mend, mend_args)) = (fault.message(), fault.mend());
        let place = [("line", Arg::from(fault.line)), ("column", fault.column.into())];
        let place = canvas.with("app-fault-place", &place);
        let what = format::message(canvas.view.texts, what, &what_args);
        let mend = format::message(canvas.view.texts, mend, &mend_args);
        let rest = |y: u16| Rect { y, height: inner.bottom().saturating_sub(y), ..inner };
        y = canvas.paragraph(rest(y), &format!("{place} {}", fault.path), Role::Title);
        y = canvas.paragraph(rest(y), &format!("{what} {mend}"), Role::Text) + 1;
    }
}
