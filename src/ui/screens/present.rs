//! A checklist in front of a class: the item large, what counts as what, its place in the whole.

use super::checklists::item_blocks;
use crate::app::screens::present::{Present, PresentView, Presented};
use crate::store::Listed;
use crate::text::texts::Arg;
use crate::ui::format::error_text;
use crate::ui::prelude::*;
use crate::ui::widgets::big::LargeText;
use crate::ui::widgets::chrome::{menu_area, render_title_ends};
use crate::ui::widgets::guide::{Guide, GuideHeight};
use crate::ui::widgets::select_list::marked_row;
use crate::ui::wrap::height;

impl ScreenView for Present {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let list = [Command::Up, Command::Down, Command::Open];
        match &self.open {
            None => KeyHint::all(Context::List, &[&list[..], &[Command::Back]].concat()),
            Some(open) if open.view == PresentView::Item => item_hints(open.guide),
            Some(_) => {
                let back = KeyHint::new(Context::Present, Command::Back);
                KeyHint::all(Context::List, &list).into_iter().chain([back]).collect()
            }
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        match &self.open {
            None => {
                let list = menu_area(render_title(ctx, ctx.text("present-title"), area, buf));
                let library = ctx.model.shared.library.as_deref().unwrap_or_default();
                let items = library.iter().map(|listed| library_row(ctx, listed, item_width(list)));
                SelectList::new(items, &self.library, ctx.theme).render(list, buf, out);
            }
            Some(open) if open.view == PresentView::Overview => render_overview(ctx, open, area, buf, out),
            Some(open) => render_item(ctx, open, area, buf, out),
        }
    }
}

fn item_hints(has_guide: bool) -> Vec<KeyHint> {
    let present = |command| KeyHint::new(Context::Present, command);
    vec![
        present(Command::Left),
        KeyHint::named(Context::Present, Command::Right, "present-turn"),
        KeyHint::named(Context::Present, Command::Guide, if has_guide { "present-hide" } else { "present-show" }),
        present(Command::Overview),
        present(Command::Blank),
        present(Command::Live),
        present(Command::Back),
    ]
}

/// Returns a checklist's name with what it is at its right.
fn library_row<'a>(ctx: &RenderContext<'_>, listed: &'a Listed, columns: u16) -> Line<'a> {
    let (text, quiet) = (ctx.style(Role::Text), ctx.style(Role::Quiet));
    let row = Columns::default();
    match &listed.definition {
        Ok(definition) => {
            let list = definition.checklist();
            let items = ctx.format("app-items", &[("count", definition.len().into())]);
            let facts = format!("{items} · {}", list.version);
            row.ends(columns, (list.title.get(ctx.texts.lang()), text), (facts, quiet)).into()
        }
        Err(error) => row.left(columns, error_text(ctx.texts, error), text).into(),
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
    render_title_ends(ctx, (title, Role::Quiet), (&place, Role::Title), area, buf)
}

/// The areas of a presented item.
struct ItemLayout {
    label: Rect,
    guide: Rect,
}

impl ItemLayout {
    /// Splits the area under the title. Large letters come first, then the whole of the guide; a line of each of its
    /// answers is the least. Without a guide the label has all of it.
    fn new(body: Rect, label: LargeText<'_>, guide: Option<GuideHeight>) -> Self {
        let area = menu_area(body);
        let above = |rows: u16| {
            let [above, _] =
                Layout::vertical([Constraint::Fill(1), Constraint::Length(rows.saturating_add(1))]).areas(area);
            above
        };
        let room = match guide {
            None => area,
            Some(GuideHeight { full, .. }) if label.fits(above(full)) => above(full),
            Some(GuideHeight { min, .. }) => above(min),
        };
        // The item comes before its guide, in plain letters where there is no room for large ones.
        let least = height(label.text, area.width);
        let height = if guide.is_some() { label.height(room).max(least) } else { area.height };
        let [label, _, guide] =
            Layout::vertical([Constraint::Max(height), Constraint::Max(1), Constraint::Fill(1)]).areas(area);
        Self { label, guide }
    }
}

fn render_item(ctx: &RenderContext<'_>, open: &Presented, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let body = render_place(ctx, open, area, buf);
    let item = open.definition.item(current(open));
    let guide = Guide { ctx, item };
    let label = LargeText { text: item.label.get(ctx.texts.lang()), role: Role::Title, theme: ctx.theme };
    let height = open.guide.then(|| guide.height(menu_area(body).width));
    let layout = ItemLayout::new(body, label, height);
    label.render(layout.label, buf);
    if open.guide {
        guide.render(layout.guide, buf);
    }
    out.set_cursor(layout.label);
}

fn render_overview(ctx: &RenderContext<'_>, open: &Presented, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let list = render_place(ctx, open, area, buf).inner(Margin::new(1, 0));
    let blocks = item_blocks(ctx, &open.definition, str::to_owned, |index, item| {
        marked_row(ctx.theme, index == current(open))
            .right(3, (index + 1).to_string(), ctx.style(Role::Quiet))
            .gap(2)
            .fill(list.width, item.label.get(ctx.texts.lang()), ctx.style(Role::Text))
            .into()
    });
    BlockList::new(blocks, &open.items, ctx.theme).render(list, buf, out);
}
