//! The known sites and observers, and what is done to the selected one.

use crate::app::screens::names::{NamesScreen, NamesStep};
use crate::app::text_filter::ListFilter;
use crate::app::text_input::TextInput;
use crate::store::name_overview::{NameRow, Origin};
use crate::ui::prelude::*;

impl ScreenView for NamesScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let own = |commands: &[Command]| KeyHint::all(Context::Names, commands);
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        match &self.step {
            None if self.filter.is_open() => KeyHint::filtered_list(true),
            None => [
                own(&[Command::Open, Command::New, Command::Merge, Command::Discard, Command::Toggle, Command::Import]),
                KeyHint::all(Context::AnyList, &[Command::Filter]),
                list(&[Command::Back, Command::Up, Command::Down]),
            ]
            .concat(),
            Some(NamesStep::Merge { filter, .. }) => {
                let mut hints = KeyHint::filtered_list(filter.is_open());
                hints.splice(..1, [KeyHint::named(Context::List, Command::Open, "app-key-merge")]);
                hints
            }
            Some(NamesStep::ConfirmMerge { .. } | NamesStep::ConfirmRemove(_)) => {
                KeyHint::all(Context::Confirm, &[Command::Accept, Command::Refuse])
            }
            Some(_) => KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        if let Some(NamesStep::Merge { from, filter, cursor }) = &self.step {
            let title = ctx.format("names-merge-title", &[("name", from.label().into())]);
            let body = padded(render_title(ctx, &title, area, buf));
            return render_rows(ctx, &self.targets(from, filter), (filter, cursor), body, (buf, out));
        }
        let [shown, other] = self.titles(ctx);
        let body = padded(render_title_ends(ctx, [(&shown, Role::Title), (&other, Role::Quiet)], area, buf));
        let input = self.input(ctx);
        let [list, below] = Layout::vertical([Fill(1), Length(if input.is_some() { 2 } else { 0 })]).areas(body);
        let rows: Vec<&NameRow> = self.shown().into_iter().filter_map(|at| self.rows().get(at)).collect();
        if self.overview.is_some() && self.rows().is_empty() {
            let id = if self.shows_observers { "names-none-observers" } else { "names-none-sites" };
            let key = format::command_key(ctx.texts, &ctx.model.shared.keymap, Context::Names, Command::New);
            ctx.wrapped(ctx.format(id, &[("key", key.into())]), list.width, Role::Text).render(list, buf);
        } else {
            render_rows(ctx, &rows, (&self.filter, &self.cursor), list, (buf, out));
        }
        if let Some((prompt, input)) = input {
            let [label, field] = Layout::vertical([Length(1), Length(1)]).areas(below);
            ctx.span(prompt, Role::Quiet).render(label, buf);
            render_text_field(input, field, buf, out);
        }
        if let Some(question) = self.question(ctx) {
            render_confirmation(ctx, &question, body, buf, out);
        }
    }
}

impl NamesScreen {
    /// Returns the title of the list that is shown, and that of the other one.
    fn titles(&self, ctx: &RenderContext<'_>) -> [String; 2] {
        let count = |id: &'static str, rows: &[NameRow]| {
            let own = rows.iter().filter(|row| !matches!(row.origin, Origin::Merged(_))).count();
            ctx.format(id, &[("count", own.into())])
        };
        let (sites, observers) = match &self.overview {
            Some(overview) => (overview.sites.as_slice(), overview.observers.as_slice()),
            None => Default::default(),
        };
        let (sites, observers) = (count("names-sites", sites), count("names-observers", observers));
        if self.shows_observers { [observers, sites] } else { [sites, observers] }
    }

    /// Returns what is being typed, and what it is.
    fn input<'a>(&'a self, ctx: &RenderContext<'a>) -> Option<(&'a str, &'a TextInput)> {
        match self.step.as_ref()? {
            NamesStep::Name { input, .. } => Some((ctx.text("names-ask-name"), input)),
            NamesStep::Group { input, .. } => Some((ctx.text("names-ask-group"), input)),
            NamesStep::Import(input) => Some((ctx.text("names-ask-file"), input)),
            NamesStep::Merge { .. } | NamesStep::ConfirmMerge { .. } | NamesStep::ConfirmRemove(_) => None,
        }
    }

    fn question(&self, ctx: &RenderContext<'_>) -> Option<String> {
        match self.step.as_ref()? {
            NamesStep::ConfirmMerge { from, into } => {
                let args = [("name", from.label().into()), ("into", into.label().into())];
                Some(ctx.format("names-ask-merge", &args))
            }
            NamesStep::ConfirmRemove(row) => {
                let is_merged = matches!(row.origin, Origin::Merged(_));
                let id = if is_merged { "names-ask-separate" } else { "names-ask-remove" };
                Some(ctx.format(id, &[("name", row.label().into())]))
            }
            _ => None,
        }
    }
}

/// Renders rows of two lines each, under the line of an open filter.
fn render_rows(
    ctx: &RenderContext<'_>,
    rows: &[&NameRow],
    (filter, cursor): (&ListFilter, &ListCursor),
    area: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let [line, list] = filter_layout(filter.is_open(), area);
    if rows.is_empty() && filter.is_open() {
        ctx.wrapped(ctx.text("app-past-no-match"), list.width, Role::Text).render(list, buf);
    }
    let columns = item_width(list);
    let blocks = rows.iter().map(|row| two_lines(ctx, row.label(), &detail(ctx, row), Role::Quiet, columns));
    BlockList::menu(blocks, cursor, ctx.theme).render(list, buf, out);
    render_filter(ctx, filter.input.as_ref(), line, buf, out);
}

/// Returns what there is to say of a row: id, group, where it comes from, and how many visits it has.
fn detail(ctx: &RenderContext<'_>, row: &NameRow) -> String {
    let origin = match &row.origin {
        Origin::List(path, line) => {
            let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            ctx.format("names-in-list", &[("file", file.into()), ("line", (*line).into())])
        }
        Origin::Entered => ctx.text("names-by-hand").to_owned(),
        Origin::Remembered => ctx.text("cli-sites-remembered").to_owned(),
        Origin::Visits => ctx.text("names-only-visits").to_owned(),
        Origin::Merged(into) => ctx.format("names-merged-into", &[("into", into.as_str().into())]),
    };
    let visits = row.visits.map(|count| ctx.format("names-visits", &[("count", count.into())]));
    let parts = [Some(row.id.clone()), row.group.clone(), Some(origin), visits];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
