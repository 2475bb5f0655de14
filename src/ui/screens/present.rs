//! A checklist in front of a class: the item large, what counts as what, its place in the whole.

use super::checklists::item_blocks;
use crate::app::screens::present::{Present, PresentView, Presented};
use crate::store::ListedChecklist;
use crate::ui::format::error_text;
use crate::ui::prelude::*;
use crate::ui::widgets::big::LargeText;

impl ScreenView for Present {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let list = KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open]);
        match &self.open {
            None => KeyHint::filtered_list(self.filter.is_open()),
            Some(open) if open.view == PresentView::Item => item_hints(open.guide),
            Some(_) => [list, KeyHint::all(Context::Present, &[Command::Back])].concat(),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        match &self.open {
            None => {
                let list = menu_area(render_title(ctx, ctx.text("present-title"), area, buf));
                let [filter, list] = filter_layout(self.filter.is_open(), list);
                let shared = &ctx.model.shared;
                let library = shared.library.as_deref().unwrap_or_default();
                let shown = shared.shown_checklists(&self.filter);
                if shown.is_empty() && self.filter.is_open() {
                    ctx.wrapped(ctx.text("app-past-no-match"), list.width, Role::Text).render(list, buf);
                }
                let listed = shown.into_iter().filter_map(|at| library.get(at));
                let items = listed.map(|listed| library_row(ctx, listed, item_width(list)));
                BlockList::menu(items, &self.library, ctx.theme).render(list, buf, out);
                render_filter(ctx, self.filter.input.as_ref(), filter, buf, out);
            }
            Some(open) if open.view == PresentView::Overview => render_overview(ctx, open, area, buf, out),
            Some(open) => render_item(ctx, open, area, buf, out),
        }
    }
}

fn item_hints(has_guide: bool) -> Vec<KeyHint> {
    let turn = KeyHint::named(Context::Present, Command::Down, "present-turn");
    let guide = if has_guide { "present-hide" } else { "present-show" };
    let guide = KeyHint::named(Context::Present, Command::Guide, guide);
    let rest = [Command::Overview, Command::Blank, Command::Live, Command::Back];
    [vec![KeyHint::new(Context::Present, Command::Up), turn, guide], KeyHint::all(Context::Present, &rest)].concat()
}

/// Returns a checklist's name with what it is at its right.
fn library_row<'a>(ctx: &RenderContext<'_>, listed: &'a ListedChecklist, columns: u16) -> Line<'a> {
    match &listed.definition {
        Ok(definition) => {
            let list = definition.checklist();
            let items = ctx.format("app-items", &[("count", definition.len().into())]);
            let facts = format!("{items} · {}", list.version);
            ctx.columns().ends(columns, (list.title.get(ctx.texts.lang()), Role::Text), (facts, Role::Quiet)).into()
        }
        Err(error) => ctx.columns().left(columns, error_text(ctx.texts, error), Role::Text).into(),
    }
}

/// Returns the index of the item in front.
fn current(open: &Presented) -> usize {
    open.items.within(open.definition.len())
}

/// Renders the checklist's name, and at its right where in it the class is; returns the area under it.
fn render_place(ctx: &RenderContext<'_>, open: &Presented, area: Rect, buf: &mut Buffer) -> Rect {
    let lang = ctx.texts.lang();
    let place = if open.number.is_empty() {
        let counts = [("at", Arg::from(current(open) + 1)), ("of", Arg::from(open.definition.len()))];
        let section = open.definition.section(current(open)).title.get(lang);
        format!("{section} · {}", ctx.format("class-place", &counts))
    } else {
        ctx.format("present-jump", &[("number", open.number.as_str().into())])
    };
    let title = open.definition.checklist().title.get(lang);
    render_title_ends(ctx, [(title, Role::Quiet), (&place, Role::Title)], area, buf)
}

/// Splits the area under the title into label and guide. Large letters come first, then the whole of the guide; a line of
/// each of its answers is the least. Without a guide the label has all of it.
fn item_layout(body: Rect, label: LargeText<'_>, guide: Option<(u16, u16)>) -> [Rect; 2] {
    let area = menu_area(body);
    let above = |rows: u16| {
        let [above, _] = Layout::vertical([Fill(1), Length(rows.saturating_add(1))]).areas(area);
        above
    };
    // The item comes before its guide, in plain letters where there is no room for large ones.
    let least = height(label.text, area.width);
    let height = match guide {
        None => area.height,
        Some((_, full)) if label.fits(above(full)) => label.height(above(full)).max(least),
        Some((min, _)) => label.height(above(min)).max(least),
    };
    let [label, _, guide] = Layout::vertical([Max(height), Max(1), Fill(1)]).areas(area);
    [label, guide]
}

fn render_item(ctx: &RenderContext<'_>, open: &Presented, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let body = render_place(ctx, open, area, buf);
    let item = open.definition.item(current(open));
    let guide = Guide { ctx, item, kind: None, checklist: None };
    let label = LargeText { text: item.label.get(ctx.texts.lang()), role: Role::Title, theme: ctx.theme };
    let height = open.guide.then(|| guide.heights(menu_area(body).width));
    let [title, below] = item_layout(body, label, height);
    label.render(title, buf);
    if open.guide {
        guide.render(below, buf);
    }
    out.set_cursor(title);
}

fn render_overview(ctx: &RenderContext<'_>, open: &Presented, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let list = padded(render_place(ctx, open, area, buf));
    let blocks = item_blocks(
        ctx,
        &open.definition,
        |title| title,
        |index, item| {
            let number = ctx.columns().right(3, (index + 1).to_string(), Role::Quiet).gap(2);
            number.fill(item_width(list), item.label.get(ctx.texts.lang()), Role::Text).into()
        },
    );
    BlockList::new(blocks, &open.items, ctx.theme).marked().render(list, buf, out);
}
