//! Calibration in class, made to be read from the back of a room: lists of places, classes and items, and one item.

mod item;

use crate::analysis::class::{Class, Meeting};
use crate::app::list_cursor::ListCursor;
use crate::app::loaded_data::FoundClasses;
use crate::app::screens::class::item_view::ReferenceChoice;
use crate::app::screens::class::{ClassFolder, ClassScreen, OpenClass, references};
use crate::text::texts::Arg;
use crate::ui::prelude::*;
use crate::ui::widgets::text_field::TextField;
use crate::ui::wrap::wrapped;
use item::ClassItem;

/// What the screen shows.
enum View<'a> {
    Places,
    Classes(&'a FoundClasses),
    Items(&'a Class, &'a OpenClass),
    ReferenceChoices(&'a Class, &'a ListCursor),
    Item(ClassItem<'a>),
}

fn view(screen: &ClassScreen) -> View<'_> {
    match (&screen.open, &screen.found, screen.class()) {
        (Some(open), _, Some(class)) => match (&open.item, &open.choosing) {
            (Some(view), _) => View::Item(ClassItem { class, open, view }),
            (None, Some(cursor)) => View::ReferenceChoices(class, cursor),
            (None, None) => View::Items(class, open),
        },
        (_, Some(found), _) => View::Classes(found),
        _ => View::Places,
    }
}

impl ScreenView for ClassScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let list = KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open, Command::Back]);
        match view(self) {
            View::Item(item) => item.key_hints(),
            View::Places if self.folder.is_some() => KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]),
            View::Items(..) => list.into_iter().chain([KeyHint::new(Context::Class, Command::Reference)]).collect(),
            View::Places | View::Classes(_) | View::ReferenceChoices(..) => list,
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let list = match view(self) {
            View::Item(item) => return item.render(ctx, area, buf, out),
            View::Places => places(ctx, self),
            View::Classes(found) => classes(ctx, self, found),
            View::Items(class, open) => items(ctx, class, open),
            View::ReferenceChoices(class, cursor) => {
                let rows = references(class).into_iter().map(|one| (reference_text(ctx, class, one), String::new()));
                let title = ctx.text("class-reference-choose").to_owned();
                ClassList { title, head: Vec::new(), rows: rows.collect(), cursor }
            }
        };
        let body = render_title(ctx, &list.title, area, buf).inner(Margin::new(1, 0));
        let sentences = list.head.iter().flat_map(|(text, role)| wrapped(text, body.width, ctx.style(*role)));
        let head: Text = sentences.collect();
        let folder = self.folder.as_ref().filter(|_| self.found.is_none());
        let prompt = match folder {
            Some(_) => ctx.text("class-folder"),
            None if self.reading && self.found.is_none() => ctx.text("class-reading"),
            None => "",
        };
        let prompt = wrapped(prompt, body.width, ctx.style(Role::Quiet));
        let heights = [head.height(), list.rows.len(), prompt.height()];
        let layout = ClassLayout::new(body, heights, folder.is_some());
        head.render(layout.head, buf);
        let row = |(text, end): &(String, String)| {
            let ends = ((text.clone(), ctx.style(Role::Text)), (end.clone(), ctx.style(Role::Quiet)));
            Line::from(Columns::default().ends(item_width(layout.list), ends.0, ends.1))
        };
        SelectList::new(list.rows.iter().map(row), list.cursor, ctx.theme).render(layout.list, buf, out);
        prompt.render(layout.prompt, buf);
        if let Some(folder) = folder {
            TextField(folder).render(layout.input, buf, out);
        }
    }
}

/// A list with sentences above it; a row has something short at its right.
struct ClassList<'a> {
    title: String,
    head: Vec<(String, Role)>,
    rows: Vec<(String, String)>,
    cursor: &'a ListCursor,
}

/// The areas of a list with sentences above it, and a text input under it.
struct ClassLayout {
    head: Rect,
    list: Rect,
    prompt: Rect,
    input: Rect,
}

impl ClassLayout {
    /// Splits the area under the title by the rows of head, list and prompt; what is typed is always in sight.
    fn new(body: Rect, heights: [usize; 3], is_typing: bool) -> Self {
        let [head, rows, prompt] = heights.map(|rows| u16::try_from(rows).unwrap_or(u16::MAX));
        let typed = if is_typing { prompt + 2 } else { 0 };
        let head = [Constraint::Length(head), Constraint::Min(typed + 1)];
        let [head, under] = Layout::vertical(head).spacing(1).areas(body);
        let [list, under] = Layout::vertical([Constraint::Max(rows), Constraint::Min(typed)]).areas(under);
        let input = [Constraint::Max(1), Constraint::Length(prompt), Constraint::Fill(1)];
        let [_, prompt, input] = Layout::vertical(input).areas(under);
        Self { head, list, prompt, input }
    }
}

fn places<'a>(ctx: &RenderContext<'_>, screen: &'a ClassScreen) -> ClassList<'a> {
    let row = |place: &ClassFolder| match place {
        ClassFolder::DataFolder => ctx.text("class-here").to_owned(),
        ClassFolder::Medium(path) => path.display().to_string(),
        ClassFolder::Other => ctx.text("class-other").to_owned(),
    };
    ClassList {
        title: ctx.text("class-title").to_owned(),
        head: vec![(String::new(), Role::Text), (ctx.text("class-where").to_owned(), Role::Text)],
        rows: screen.places().iter().map(|place| (row(place), String::new())).collect(),
        cursor: &screen.places,
    }
}

fn classes<'a>(ctx: &RenderContext<'_>, screen: &'a ClassScreen, found: &FoundClasses) -> ClassList<'a> {
    let counts = [("sessions", Arg::from(found.sessions)), ("damaged", Arg::from(found.damaged))];
    let mut head = vec![(String::new(), Role::Text), (ctx.format("class-found", &counts), Role::Quiet)];
    if found.classes.is_empty() {
        head.extend([(String::new(), Role::Text), (ctx.text("class-none").to_owned(), Role::Text)]);
    }
    ClassList {
        title: ctx.text("class-title").to_owned(),
        head,
        rows: found.classes.iter().map(|class| (meeting_text(ctx, class), observers_text(ctx, class))).collect(),
        cursor: &screen.classes,
    }
}

fn items<'a>(ctx: &RenderContext<'_>, class: &Class, open: &'a OpenClass) -> ClassList<'a> {
    let mut head = vec![(reference_text(ctx, class, open.reference), Role::Quiet)];
    if !class.again.is_empty() {
        let names = [("names", Arg::from(class.again.join(", ")))];
        head.push((ctx.format("class-again", &names), Role::Warning));
    }
    let rows = class.definition.items().map(|(_, item)| {
        let (most, answered) = class.most(item, open.reference.sheet());
        let counts = [("most", Arg::from(most)), ("answered", Arg::from(answered))];
        (item.label.get(ctx.texts.lang()).to_owned(), ctx.format("class-most", &counts))
    });
    ClassList {
        title: format!("{} · {}", meeting_text(ctx, class), observers_text(ctx, class)),
        head,
        rows: rows.collect(),
        cursor: &open.items,
    }
}

/// Returns what a class saw.
fn meeting_text(ctx: &RenderContext<'_>, class: &Class) -> String {
    let checklist = class.definition.checklist().title.get(ctx.texts.lang());
    match &class.meeting {
        Meeting::Scenario(_) => format!("{} · {checklist}", class.site),
        Meeting::Visit(_, start) => format!("{} · {} · {checklist}", class.site, ctx.texts.date(*start)),
        Meeting::File(name) => format!("{name} · {checklist}"),
    }
}

fn observers_text(ctx: &RenderContext<'_>, class: &Class) -> String {
    ctx.format("class-observers", &[("count", class.sheets.len().into())])
}

/// Returns what the answers are compared with.
fn reference_text(ctx: &RenderContext<'_>, class: &Class, reference: ReferenceChoice) -> String {
    match reference {
        ReferenceChoice::None => ctx.text("class-reference-none").to_owned(),
        ReferenceChoice::Scenario => ctx.text("class-reference-scenario").to_owned(),
        ReferenceChoice::Sheet(place) => {
            let observer = class.sheets.get(place).map_or("", |sheet| &sheet.observer);
            ctx.format("class-reference-observer", &[("observer", observer.into())])
        }
    }
}
