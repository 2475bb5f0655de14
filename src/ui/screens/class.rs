//! Calibration in class, made to be read from the back of a room: lists of places, classes and items, and one item.

mod item;

use crate::analysis::class::{Class, Meeting};
use crate::app::keymap::{Command, Context};
use crate::app::payload::FoundClasses;
use crate::app::screens::class::item::Reference;
use crate::app::screens::class::{ClassScreen, OpenClass, Place, references};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use crate::ui::widgets::key_hints::KeyHint as Named;
use crate::ui::widgets::list;
use ratatui::layout::Rect;

/// The keys of a list.
const LIST: [(Context, Command); 4] = [
    (Context::List, Command::Up),
    (Context::List, Command::Down),
    (Context::List, Command::Open),
    (Context::List, Command::Back),
];

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, screen: &ClassScreen) {
    match (&screen.open, &screen.found, screen.class()) {
        (Some(open), _, Some(class)) => match &open.item {
            Some(view) => item::draw(canvas, class, open, view),
            None if open.choosing.is_some() => choosing(canvas, class, open),
            None => items(canvas, class, open),
        },
        (_, Some(found), _) => classes(canvas, screen, found),
        _ => places(canvas, screen),
    }
}

fn places(canvas: &mut Canvas<'_>, screen: &ClassScreen) {
    let typing = [(Context::Typing, Command::Keep), (Context::Typing, Command::Back)];
    let title = canvas.say("class-title");
    let area = canvas.frame(title, if screen.folder.is_some() { &typing } else { &LIST });
    let y = canvas.paragraph(inset(area, 1), canvas.say("class-where"), Role::Text) + 1;
    let rows: Vec<(String, String)> = screen
        .places()
        .iter()
        .map(|place| match place {
            Place::Here => (canvas.say("class-here").to_owned(), String::new()),
            Place::Medium(path) => (path.display().to_string(), String::new()),
            Place::Other => (canvas.say("class-other").to_owned(), String::new()),
        })
        .collect();
    let end = list::draw(canvas, below(area, y), &screen.places, &rows);
    let rest = inset(below(area, end + 1), 0);
    if let Some(field) = &screen.folder {
        let y = canvas.paragraph(rest, canvas.say("class-folder"), Role::Quiet);
        canvas.field(Rect { y, height: 1, ..rest }, field);
    } else if screen.reading {
        canvas.paragraph(rest, canvas.say("class-reading"), Role::Quiet);
    }
}

fn classes(canvas: &mut Canvas<'_>, screen: &ClassScreen, found: &FoundClasses) {
    let area = canvas.frame(canvas.say("class-title"), &LIST);
    let counts = [("sessions", Arg::from(found.sessions)), ("damaged", Arg::from(found.damaged))];
    let y = canvas.paragraph(inset(area, 1), &canvas.with("class-found", &counts), Role::Quiet) + 1;
    if found.classes.is_empty() {
        canvas.paragraph(inset(below(area, y), 0), canvas.say("class-none"), Role::Text);
        return;
    }
    let rows: Vec<(String, String)> =
        found.classes.iter().map(|class| (meeting(canvas, class), observers(canvas, class))).collect();
    list::draw(canvas, below(area, y), &screen.classes, &rows);
}

/// Returns what a class saw.
fn meeting(canvas: &Canvas<'_>, class: &Class) -> String {
    let texts = canvas.view.texts;
    let checklist = class.definition.checklist().title.get(texts.lang());
    match &class.meeting {
        Meeting::Scenario(_) => format!("{} · {checklist}", class.site),
        Meeting::Visit(_, start) => format!("{} · {} · {checklist}", class.site, texts.date(*start)),
        Meeting::File(name) => format!("{name} · {checklist}"),
    }
}

fn observers(canvas: &Canvas<'_>, class: &Class) -> String {
    canvas.with("class-observers", &[("count", class.sheets.len().into())])
}

fn items(canvas: &mut Canvas<'_>, class: &Class, open: &OpenClass) {
    let keys: Vec<Named> =
        LIST.iter().copied().chain([(Context::Class, Command::Reference)]).map(Named::from).collect();
    let title = format!("{} · {}", meeting(canvas, class), observers(canvas, class));
    let area = canvas.framed(&title, &keys);
    let mut y = canvas.paragraph(inset(area, 0), &reference(canvas, class, open.reference), Role::Quiet);
    if !class.again.is_empty() {
        let names = [("names", Arg::from(class.again.join(", ")))];
        y = canvas.paragraph(inset(below(area, y), 0), &canvas.with("class-again", &names), Role::Warning);
    }
    let lang = canvas.view.texts.lang();
    let rows: Vec<(String, String)> = class
        .definition
        .items()
        .map(|(_, item)| {
            let (most, answered) = class.most(item, open.reference.sheet());
            let counts = [("most", Arg::from(most)), ("answered", Arg::from(answered))];
            (item.label.get(lang).to_owned(), canvas.with("class-most", &counts))
        })
        .collect();
    list::draw(canvas, below(area, y + 1), &open.items, &rows);
}

/// Says what the answers are held against.
fn reference(canvas: &Canvas<'_>, class: &Class, reference: Reference) -> String {
    match reference {
        Reference::None => canvas.say("class-reference-none").to_owned(),
        Reference::Scenario => canvas.say("class-reference-scenario").to_owned(),
        Reference::Sheet(place) => {
            let observer = class.sheets.get(place).map_or("", |sheet| &sheet.observer);
            canvas.with("class-reference-observer", &[("observer", observer.into())])
        }
    }
}

fn choosing(canvas: &mut Canvas<'_>, class: &Class, open: &OpenClass) {
    let area = canvas.frame(canvas.say("class-reference-choose"), &LIST);
    let rows: Vec<(String, String)> =
        references(class).into_iter().map(|one| (reference(canvas, class, one), String::new())).collect();
    if let Some(cursor) = &open.choosing {
        list::draw(canvas, below(area, area.y + 1), cursor, &rows);
    }
}

/// Returns an area without its margins, from so many rows further down.
fn inset(area: Rect, down: u16) -> Rect {
    below(Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }, area.y + down)
}

/// Returns the part of an area from a row down.
fn below(area: Rect, y: u16) -> Rect {
    Rect { y: y.min(area.bottom()), height: area.bottom().saturating_sub(y), ..area }
}
