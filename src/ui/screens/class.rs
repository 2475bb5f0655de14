//! Calibration in class, made to be read from the back of a room: lists of places, classes and items, and one item.

mod item;

use crate::analysis::class::{Class, Meeting};
use crate::app::loaded_data::FoundClasses;
use crate::app::screens::class::item_view::ReferenceChoice;
use crate::app::screens::class::{ClassFolder, ClassScreen, OpenClass, references};
use crate::ui::prelude::*;
use item::ClassItem;

/// Returns the item that is in front of everybody.
fn shown_item(screen: &ClassScreen) -> Option<ClassItem<'_>> {
    let (open, class) = screen.open.as_ref().zip(screen.class())?;
    Some(ClassItem { class, open, view: open.item.as_ref()? })
}

impl ScreenView for ClassScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let list = KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open, Command::Back]);
        match (shown_item(self), &self.open, &self.found) {
            (Some(item), ..) => item.key_hints(),
            (None, Some(open), _) if open.choosing.is_none() && self.class().is_some() => {
                let list = KeyHint::filtered_list(open.filter.is_open());
                let reference = (!open.filter.is_open()).then(|| KeyHint::new(Context::Class, Command::Reference));
                list.into_iter().chain(reference).collect()
            }
            (None, _, None) if self.folder.is_some() => KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]),
            _ => list,
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        if let Some(item) = shown_item(self) {
            return item.render(ctx, area, buf, out);
        }
        let list = match (&self.open, self.class(), &self.found) {
            (Some(open), Some(class), _) => match &open.choosing {
                Some(cursor) => reference_list(ctx, class, cursor),
                None => items(ctx, class, open),
            },
            (.., Some(found)) => classes(ctx, self, found),
            _ => places(ctx, self),
        };
        let body = padded(render_title(ctx, &list.title, area, buf));
        let head: Text = list.head.iter().flat_map(|(text, role)| ctx.wrapped(text, body.width, *role)).collect();
        let folder = self.folder.as_ref().filter(|_| self.found.is_none());
        let prompt = match folder {
            Some(_) => ctx.text("class-folder"),
            None if self.reading && self.found.is_none() => ctx.text("class-reading"),
            None => "",
        };
        let prompt = ctx.wrapped(prompt, body.width, Role::Quiet);
        // The line of a filter, and the one under it.
        let filter_rows = if self.open.as_ref().is_some_and(|open| open.filter.is_open()) { 2 } else { 0 };
        let heights = [head.height(), list.rows.len() + filter_rows, prompt.height()].map(cells);
        let [above, rows, below, input] = layout(body, heights, folder.is_some());
        head.render(above, buf);
        let row = |(text, end): &(String, String)| {
            let ends = ((text.clone(), Role::Text), (end.clone(), Role::Quiet));
            Line::from(ctx.columns().ends(item_width(rows), ends.0, ends.1))
        };
        let filter = self.open.as_ref().and_then(|open| open.filter.input.as_ref());
        let [filter_row, rows] = filter_layout(filter.is_some(), rows);
        BlockList::menu(list.rows.iter().map(row), list.cursor, ctx.theme).render(rows, buf, out);
        render_filter(ctx, filter, filter_row, buf, out);
        prompt.render(below, buf);
        if let Some(folder) = folder {
            render_text_field(folder, input, buf, out);
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

/// Splits the area under the title by the rows of head, list and prompt, over a text input; what is typed is in sight.
fn layout(body: Rect, [head, rows, prompt]: [u16; 3], is_typing: bool) -> [Rect; 4] {
    let typed = if is_typing { prompt + 2 } else { 0 };
    let [head, under] = Layout::vertical([Length(head), Min(typed + 1)]).spacing(1).areas(body);
    let [list, under] = Layout::vertical([Max(rows), Min(typed)]).areas(under);
    let [_, prompt, input] = Layout::vertical([Max(1), Length(prompt), Fill(1)]).areas(under);
    [head, list, prompt, input]
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
    let shown = open.shown(class, ctx.texts.lang());
    if shown.is_empty() {
        head.push((ctx.text("app-past-no-match").to_owned(), Role::Text));
    }
    let rows = shown.into_iter().filter_map(|at| class.definition.items().nth(at)).map(|(_, item)| {
        let (most, answered) = class.most_common(item, open.reference.sheet());
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

fn reference_list<'a>(ctx: &RenderContext<'_>, class: &Class, cursor: &'a ListCursor) -> ClassList<'a> {
    let rows = references(class).into_iter().map(|one| (reference_text(ctx, class, one), String::new()));
    let title = ctx.text("class-reference-choose").to_owned();
    ClassList { title, head: Vec::new(), rows: rows.collect(), cursor }
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
            let observer = class.sheets.get(place).map_or("", |sheet| sheet.observer_label());
            ctx.format("class-reference-observer", &[("observer", observer.into())])
        }
    }
}
