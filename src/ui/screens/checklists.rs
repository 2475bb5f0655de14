//! The checklists: their list, one of them to read, and what is done to the selected one.

mod history;

use crate::app::screens::checklists::{Checklists, ChecklistsStep, models, title};
use crate::app::text_filter::ListFilter;
use crate::store::{ListedChecklist, StoreError, checklists};
use crate::ui::format::{error_text, fault_texts};
use crate::ui::prelude::*;
use crate::visit::{Definition, Item};

impl ScreenView for Checklists {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let own = |commands: &[Command]| KeyHint::all(Context::Checklists, commands);
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        match &self.step {
            Some(ChecklistsStep::New(_)) => return list(&[Command::Open, Command::Up, Command::Down, Command::Back]),
            Some(ChecklistsStep::ConfirmDelete) => {
                return KeyHint::all(Context::Confirm, &[Command::Accept, Command::Refuse]);
            }
            Some(ChecklistsStep::History(history)) => return history.key_hints(),
            None => {}
        }
        match open(ctx, self) {
            Some(_) => [own(&[Command::Edit, Command::Export]), KeyHint::scrolling()].concat(),
            None if self.filter.is_open() => KeyHint::filtered_list(true),
            None => [
                list(&[Command::Open]),
                own(&[
                    Command::Edit,
                    Command::New,
                    Command::Import,
                    Command::Export,
                    Command::Duplicate,
                    Command::History,
                    Command::Discard,
                ]),
                KeyHint::all(Context::AnyList, &[Command::Filter]),
                list(&[Command::Back, Command::Up, Command::Down]),
            ]
            .concat(),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        match &self.step {
            Some(ChecklistsStep::New(cursor)) => return render_models(ctx, cursor, area, buf, out),
            Some(ChecklistsStep::History(history)) => {
                let title = self.selected(&ctx.model.shared).map_or("", |listed| name(ctx, listed));
                return history.render(ctx, title, area, buf, out);
            }
            Some(ChecklistsStep::ConfirmDelete) | None => {}
        }
        let Some((cursor, listed)) = open(ctx, self) else {
            let body = padded(render_title(ctx, ctx.text("app-checklists"), area, buf));
            let [filter, rest] = filter_layout(self.filter.is_open(), body);
            let said = ctx.wrapped(ctx.text("app-checklists-hint"), rest.width, Role::Quiet);
            // In a small window the list goes before the sentence.
            let rows = cells(said.height()).min((rest.height / 4).max(2));
            let [list, hint] = Layout::vertical([Fill(1), Length(rows)]).spacing(1).areas(rest);
            render_library(ctx, (&self.filter, &self.cursor), list, buf, out);
            render_filter(ctx, self.filter.input.as_ref(), filter, buf, out);
            said.render(hint, buf);
            if let (Some(ChecklistsStep::ConfirmDelete), Some(listed)) = (&self.step, self.selected(&ctx.model.shared))
            {
                let replaces = if replaces_bundled(listed) { "yes" } else { "no" };
                let args = [("title", name(ctx, listed).into()), ("replaces", replaces.into())];
                render_confirmation(ctx, &ctx.format("checklists-ask-delete", &args), body, buf, out);
            }
            return;
        };
        let body = render_title(ctx, name(ctx, listed), area, buf);
        match &listed.definition {
            Ok(definition) => render_items(ctx, definition, cursor, body, (buf, out)),
            Err(error) => render_faults(ctx, error, cursor, padded(body), buf),
        }
    }
}

/// Returns whether a checklist stands in the place of a bundled one.
fn replaces_bundled(listed: &ListedChecklist) -> bool {
    checklists::is_bundled_id(&listed.id)
}

/// Renders what a new checklist can begin with.
fn render_models(ctx: &RenderContext<'_>, cursor: &ListCursor, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let list = menu_area(render_title(ctx, ctx.text("checklists-new"), area, buf));
    let columns = item_width(list);
    let row = |title: &str, detail: &str| {
        let line = |text: &str, role| Line::styled(truncate(text, columns).into_owned(), ctx.style(role));
        Text::from(vec![line(title, Role::Title), line(detail, Role::Quiet)])
    };
    let empty = row(ctx.text("checklists-new-empty"), ctx.text("checklists-new-empty-detail"));
    let copies = models(&ctx.model.shared).map(|definition| {
        let title = definition.checklist().title.get(ctx.texts.lang());
        let items = ctx.format("app-items", &[("count", definition.len().into())]);
        row(&ctx.format("checklists-copy", &[("title", title.into())]), &items)
    });
    BlockList::menu(std::iter::once(empty).chain(copies), cursor, ctx.theme).render(list, buf, out);
}

/// Renders the checklists that a filter shows.
pub fn render_library(
    ctx: &RenderContext<'_>,
    (filter, cursor): (&ListFilter, &ListCursor),
    list: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let shown = ctx.model.shared.shown_checklists(filter);
    if shown.is_empty() && filter.is_open() {
        return ctx.wrapped(ctx.text("app-past-no-match"), list.width, Role::Text).render(list, buf);
    }
    let listed = shown.into_iter().filter_map(|at| library(ctx).get(at));
    let items = listed.map(|listed| library_item(ctx, listed, item_width(list)));
    BlockList::menu(items, cursor, ctx.theme).render(list, buf, out);
}

fn library<'a>(ctx: &RenderContext<'a>) -> &'a [ListedChecklist] {
    ctx.model.shared.library.as_deref().unwrap_or_default()
}

/// Returns the checklist that is open, and the cursor in it.
fn open<'a>(ctx: &RenderContext<'a>, screen: &'a Checklists) -> Option<(&'a ListCursor, &'a ListedChecklist)> {
    screen.open.as_ref().zip(library(ctx).get(screen.cursor.selected))
}

fn name<'a>(ctx: &RenderContext<'_>, listed: &'a ListedChecklist) -> &'a str {
    title(listed, ctx.texts.lang())
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
    two_lines(ctx, name(ctx, listed), &detail, role, columns)
}

/// Renders the items of a checklist, and the guide of the selected one.
fn render_items(
    ctx: &RenderContext<'_>,
    definition: &Definition,
    cursor: &ListCursor,
    body: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let guide_height = if body.height >= 12 { 5 } else { 2 };
    let [list, rule, guide] = Layout::vertical([Fill(1), Length(1), Length(guide_height)]).areas(body);
    let list = padded(list);
    let row = |_, item: &Item| {
        let label = (item.label.get(ctx.texts.lang()).to_owned(), Role::Text);
        ctx.columns().ends(item_width(list), label, (item_detail(ctx, item), Role::Quiet)).into()
    };
    let heading = |title: String| truncate(title.to_uppercase(), list.width).into_owned();
    let blocks = item_blocks(ctx, definition, heading, row);
    BlockList::new(blocks, cursor, ctx.theme).marked().render(list, buf, out);
    render_rule(ctx, rule, buf);
    if let Some((_, item)) = definition.items().nth(cursor.selected) {
        Guide { ctx, item, kind: None, checklist: Some(definition.checklist()) }.render(padded(guide), buf);
    }
}

/// Returns a block for each item of a checklist; the first of a section has its title above it, with its share of the
/// score.
pub fn item_blocks<'a>(
    ctx: &RenderContext<'_>,
    definition: &'a Definition,
    heading: impl Fn(String) -> String,
    row: impl Fn(usize, &'a Item) -> Line<'a>,
) -> Vec<Block<'a>> {
    let is_first = |index: usize| index == 0 || definition.section_index(index) != definition.section_index(index - 1);
    let shares = definition.checklist().score_shares();
    let title = |index: usize| {
        let title = definition.section(index).title.get(ctx.texts.lang()).to_owned();
        let share = shares.get(definition.section_index(index)).copied().flatten();
        heading(format::with_share(ctx.texts, title, share))
    };
    let block = |(index, item)| {
        let heading = is_first(index).then(|| Line::styled(title(index), ctx.style(Role::Quiet)));
        Block::under(heading, row(index, item))
    };
    definition.items().map(block).collect()
}

/// Returns how an item is answered and what sets it apart.
pub fn item_detail(ctx: &RenderContext<'_>, item: &Item) -> String {
    let kind = item.response.type_name();
    let weight = ctx.texts.decimal(item.weight, u32::from(item.weight.fract() != 0.0));
    let parts = [
        (kind != "behaviour").then(|| ctx.texts.get(&format!("type-{kind}")).to_owned()),
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
    let lines = texts.into_iter().flat_map(|(text, role)| ctx.wrapped(text, area.width, role));
    lines.collect::<Text>().render(area, buf);
}
