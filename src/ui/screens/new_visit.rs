//! The form before a visit: one column, and the line that starts the clock.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::screens::new_visit::{Line, NewVisitForm, chosen};
use crate::app::text_input::TextInput;
use crate::store::sites::site_of;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::visit::Site;
use ratatui::layout::Rect;

/// Draws what must be known before the clock starts.
pub fn draw(canvas: &mut Canvas<'_>, before: &NewVisitForm) {
    let keys = keys(before, !before.offers(&canvas.view.model.shared.sites).is_empty());
    let title = canvas.say("app-before");
    let area = canvas.framed(title, &keys);
    let wide = area.height >= 14;
    let step = if wide { 2 } else { 1 };
    let mut y = area.y + u16::from(wide);
    for line in Line::ALL {
        let row = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        if y < area.bottom() {
            draw_line(canvas, before, line, row);
        }
        y += if line == Line::Checklist { 2 } else { step };
        if line == Line::Site {
            y = offers(canvas, before, Rect { y: row.y + 1, height: area.bottom().saturating_sub(row.y + 1), ..row })
                .max(y);
        }
    }
}

/// Returns the keys that matter on the line in front.
fn keys(before: &NewVisitForm, offered: bool) -> Vec<Named> {
    let enter = match before.line {
        Line::Start => "app-key-start",
        Line::Site if before.offer.is_some() => "app-key-take",
        _ => "app-key-go-on",
    };
    let mut keys = vec![Named::named(Context::List, Command::Open, enter)];
    if before.line == Line::Site && offered {
        keys.push(Named::named(Context::List, Command::Down, "app-key-from-list"));
    } else {
        keys.extend([Command::Up, Command::Down].map(|command| Named::from((Context::List, command))));
    }
    if matches!(before.line, Line::Checklist | Line::Kind) {
        keys.extend([Command::Left, Command::Right].map(|command| Named::from((Context::List, command))));
    }
    keys.push((Context::List, Command::Back).into());
    keys
}

/// Where the values begin.
const VALUES: u16 = 18;

fn draw_line(canvas: &mut Canvas<'_>, before: &NewVisitForm, line: Line, row: Rect) {
    let front = before.line == line;
    let name = canvas.say(match line {
        Line::Checklist => "app-before-checklist",
        Line::Kind => "app-before-kind",
        Line::Site => "app-before-site",
        Line::Observer => "app-before-observer",
        Line::Remark => "app-before-remark",
        Line::Start => "app-before-start",
    });
    if front {
        let sign = canvas.glyph(Glyph::Cursor);
        canvas.text(row.x, row.y, 1, sign, Role::Title);
        canvas.park(row.x, row.y);
    }
    let values = Rect { x: row.x + VALUES, width: row.width.saturating_sub(VALUES), ..row };
    let role = if front || line == Line::Start { Role::Title } else { Role::Quiet };
    let name_width = if line == Line::Start { row.width } else { VALUES - 3 };
    let end = canvas.text(row.x + 2, row.y, name_width, name, role);
    match line {
        Line::Checklist => {
            let (title, detail) = checklist_words(canvas, before);
            value(canvas, &title, values, front);
            canvas.text(values.x, values.y + 1, values.width, &detail, Role::Quiet);
        }
        Line::Kind => {
            let kind = canvas.say(format::kind_id(before.kind)).to_owned();
            value(canvas, &kind, values, front);
        }
        Line::Site => field(canvas, &before.site, "app-before-site-hint", values, front),
        Line::Observer => field(canvas, &before.observer, "app-before-observer-hint", values, front),
        Line::Remark => field(canvas, &before.remark, "app-before-remark-hint", values, front),
        Line::Start if front => canvas.restyle(Rect { width: end - row.x + 1, ..row }, Role::Cursor),
        Line::Start => {}
    }
    if let Some(index) = Line::ALL.iter().position(|one| *one == line) {
        canvas.click(row, Target::Row(index));
    }
}

fn value(canvas: &mut Canvas<'_>, text: &str, area: Rect, front: bool) {
    let end = canvas.text(area.x, area.y, area.width, text, Role::Text);
    if front {
        canvas.restyle(Rect { width: end - area.x, ..area }, Role::Cursor);
    }
}

fn field(canvas: &mut Canvas<'_>, field: &TextInput, hint: &'static str, area: Rect, front: bool) {
    if front {
        canvas.field(area, field);
        if field.is_blank() {
            let hint = canvas.say(hint);
            canvas.text(area.x + 2, area.y, area.width.saturating_sub(2), hint, Role::Quiet);
        }
    } else {
        canvas.text(area.x, area.y, area.width, &field.text(), Role::Text);
    }
}

/// Returns the checklist's title, and what else there is to know of it.
fn checklist_words(canvas: &Canvas<'_>, before: &NewVisitForm) -> (String, String) {
    let lang = canvas.view.texts.lang();
    let Some(library) = &canvas.view.model.shared.library else { return ("…".to_owned(), String::new()) };
    let Some((_, definition)) = chosen(before, library) else {
        return (canvas.say("app-notice-no-checklist").to_owned(), String::new());
    };
    let list = definition.checklist();
    let relation = canvas.say(format::relation_id(list.relation));
    let items = canvas.with("app-items", &[("count", definition.len().into())]);
    (list.title.get(lang).to_owned(), format!("{items} · {relation} · {}", list.version))
}

/// Draws the sites offered under the line; returns the row after them.
fn offers(canvas: &mut Canvas<'_>, before: &NewVisitForm, area: Rect) -> u16 {
    let offers = before.offers(&canvas.view.model.shared.sites);
    let mut y = area.y;
    for (index, site) in offers.iter().enumerate() {
        // The lines below must still fit.
        if y + 3 >= area.bottom() {
            break;
        }
        let text = match &site.group {
            Some(group) => format!("{} · {group}", site.label()),
            None => site.label().to_owned(),
        };
        let row = Rect { x: area.x + VALUES, y, width: area.width.saturating_sub(VALUES), height: 1 };
        let end = canvas.text(row.x + 2, y, row.width.saturating_sub(2), &text, Role::Quiet);
        if before.offer == Some(index) {
            canvas.restyle(Rect { x: row.x + 1, width: end - row.x, ..row }, Role::Cursor);
            canvas.park(row.x + 1, y);
        }
        y += 1;
    }
    // Said also under what is offered: who goes on without taking any of it makes another site.
    if before.line == Line::Site && before.offer.is_none() && !before.site.is_blank() && y < area.bottom() {
        let text = canvas.say(site_words(before, &canvas.view.model.shared.sites));
        canvas.text(area.x + VALUES + 2, y, area.width.saturating_sub(VALUES + 2), text, Role::Quiet);
        y += 1;
    }
    if y > area.y { y + 1 } else { y }
}

/// Says whether what was typed is a known site or a new one.
fn site_words(before: &NewVisitForm, known: &[Site]) -> &'static str {
    match site_of(&before.site.text(), known) {
        Some(site) if known.contains(&site) => "app-before-known-site",
        Some(_) => "app-before-new-site",
        None => "app-notice-no-site",
    }
}
