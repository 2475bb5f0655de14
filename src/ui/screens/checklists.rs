//! The checklists, to read.

use crate::app::list_cursor::ListCursor;
use crate::app::screens::checklists::Checklists;
use crate::store::{ListedChecklist, StoreError};
use crate::ui::format::{error_text, fault_texts};
use crate::ui::prelude::*;
use crate::ui::widgets::guide::Guide;
use crate::ui::widgets::select_list::{marked_row, two_lines};
use crate::ui::wrap::wrapped;
use crate::visit::{Definition, Item};

/// The rows of the sentence under the list of checklists.
const HINT_HEIGHT: u16 = 2;

/// The areas of the list of checklists.
struct LibraryLayout {
    list: Rect,
    hint: Rect,
}

impl LibraryLayout {
    fn new(body: Rect) -> Self {
        let constraints = [Constraint::Fill(1), Constraint::Length(HINT_HEIGHT)];
        let [list, hint] = Layout::vertical(constraints).spacing(1).areas(body.inner(Margin::new(1, 0)));
        Self { list, hint }
    }
}

/// The areas of a checklist.
struct ItemsLayout {
    list: Rect,
    rule: Rect,
    guide: Rect,
}

impl ItemsLayout {
    fn new(body: Rect) -> Self {
        let guide = if body.height >= 12 { 5 } else { 2 };
        let constraints = [Constraint::Fill(1), Constraint::Length(1), Constraint::Length(guide)];
        let [list, rule, guide] = Layout::vertical(constraints).areas(body);
        Self { list: list.inner(Margin::new(1, 0)), rule, guide: guide.inner(Margin::new(1, 0)) }
    }
}

impl ScreenView for Checklists {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        if open(ctx, self).is_none() {
            return KeyHint::all(Context::List, &[Command::Open, Command::Up, Command::Down, Command::Back]);
        }
        let scroll = KeyHint::named(Context::List, Command::Down, "app-key-scroll");
        vec![(Context::List, Command::Up).into(), scroll, (Context::List, Command::Back).into()]
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let Some((cursor, listed)) = open(ctx, self) else {
            let layout = LibraryLayout::new(render_title(ctx, ctx.text("app-checklists"), area, buf));
            let columns = item_width(layout.list);
            let items = library(ctx).iter().map(|listed| library_item(ctx, listed, columns));
            SelectList::new(items, &self.cursor, ctx.theme).render(layout.list, buf, out);
            let hint = ctx.text("app-checklists-hint");
            return wrapped(hint, layout.hint.width, ctx.style(Role::Quiet)).render(layout.hint, buf);
        };
        let body = render_title(ctx, name(ctx, listed), area, buf);
        match &listed.definition {
            Ok(definition) => render_items(ctx, definition, cursor, body, buf, out),
            Err(error) => render_faults(ctx, error, cursor, body.inner(Margin::new(1, 0)), buf),
        }
    }
}

fn library<'a>(ctx: &RenderContext<'a>) -> &'a [ListedChecklist] {
    ctx.model.shared.library.as_deref().unwrap_or_default()
}

/// Returns the checklist that is open, and the cursor in it.
fn open<'a>(ctx: &RenderContext<'a>, screen: &'a Checklists) -> Option<(&'a ListCursor, &'a ListedChecklist)> {
    screen.open.as_ref().zip(library(ctx).get(screen.cursor.selected))
}

fn name<'a>(ctx: &RenderContext<'_>, listed: &'a ListedChecklist) -> &'a str {
    match &listed.definition {
        Ok(definition) => definition.checklist().title.get(ctx.texts.lang()),
        Err(_) => &listed.id,
    }
}

/// Returns a checklist's name, and under it what it is; of a broken one, what is wrong.
fn library_item<'a>(ctx: &RenderContext<'a>, listed: &'a ListedChecklist, columns: u16) -> Text<'a> {
    let (detail, role) = match &listed.definition {
        Ok(definition) => {
            let items = ctx.format("app-items", &[("count", definition.len().into())]);
            let relation = ctx.text(format::relation_id(definition.checklist().relation));
            let own = ctx.text(if listed.is_bundled() { "app-checklists-bundled" } else { "app-checklists-own" });
            let version = &definition.checklist().version;
            (format!("{} · {items} · {relation} · {version} · {own}", listed.id), Role::Quiet)
        }
        Err(error) => (error_text(ctx.texts, error), Role::Warning),
    };
    two_lines(ctx.theme, name(ctx, listed), &detail, role, columns)
}

/// Renders the items of a checklist, and the guide of the selected one.
fn render_items(
    ctx: &RenderContext<'_>,
    definition: &Definition,
    cursor: &ListCursor,
    body: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let layout = ItemsLayout::new(body);
    let row = |index: usize, item: &Item| {
        let label = item.label.get(ctx.texts.lang()).to_owned();
        marked_row(ctx.theme, index == cursor.selected)
            .ends(layout.list.width, (label, ctx.style(Role::Text)), (item_detail(ctx, item), ctx.style(Role::Quiet)))
            .into()
    };
    let heading = |title: &str| truncate(&title.to_uppercase(), layout.list.width).into_owned();
    let blocks = item_blocks(ctx, definition, heading, row);
    BlockList::new(blocks, cursor, ctx.theme).render(layout.list, buf, out);
    Rule::horizontal(ctx.theme).render(layout.rule, buf);
    if let Some((_, item)) = definition.items().nth(cursor.selected) {
        Guide { ctx, item }.render(layout.guide, buf);
    }
}

/// Returns a block for each item of a checklist; the first of a section has its title above it.
pub fn item_blocks<'a>(
    ctx: &RenderContext<'_>,
    definition: &'a Definition,
    heading: impl Fn(&'a str) -> String,
    row: impl Fn(usize, &'a Item) -> Line<'a>,
) -> Vec<Block<'a>> {
    let is_first = |index: usize| index == 0 || definition.section_index(index) != definition.section_index(index - 1);
    let title = |index: usize| heading(definition.section(index).title.get(ctx.texts.lang()));
    let block = |(index, item)| Block {
        heading: is_first(index).then(|| Line::styled(title(index), ctx.style(Role::Quiet))).into_iter().collect(),
        text: row(index, item).into(),
        row: index,
    };
    definition.items().map(block).collect()
}

/// Returns how an item is answered and what sets it apart.
fn item_detail(ctx: &RenderContext<'_>, item: &Item) -> String {
    let kind = match item.response.type_name() {
        "behaviour" => None,
        "scale" => Some("type-scale"),
        "choice" => Some("type-choice"),
        "count" => Some("type-count"),
        "timer" => Some("type-timer"),
        "number" => Some("type-number"),
        _ => Some("type-text"),
    };
    let weight = ctx.texts.decimal(item.weight, 0);
    let parts = [
        kind.map(|kind| ctx.text(kind).to_owned()),
        item.critical.then(|| ctx.text("app-score-critical").to_owned()),
        item.when.is_some().then(|| ctx.text("app-item-conditional").to_owned()),
        (item.weight > 1.0).then(|| ctx.format("app-score-weight", &[("weight", weight.into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Renders what is wrong with a file: the error, then its faults from the selected one on.
fn render_faults(ctx: &RenderContext<'_>, error: &StoreError, cursor: &ListCursor, area: Rect, buf: &mut Buffer) {
    let mut texts = vec![(error_text(ctx.texts, error), Role::Warning)];
    for fault in error.faults().iter().skip(cursor.selected) {
        let (place, text) = fault_texts(ctx.texts, fault);
        texts.extend([(String::new(), Role::Text), (place, Role::Title), (text, Role::Text)]);
    }
    let lines = texts.iter().flat_map(|(text, role)| wrapped(text, area.width, ctx.style(*role)));
    lines.collect::<Text>().render(area, buf);
}
