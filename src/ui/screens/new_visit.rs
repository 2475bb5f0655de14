//! The form of a new visit: one column, and the line that starts the clock.

use crate::app::screens::new_visit::{FormRow, NewVisitForm, SiteOffer, chosen};
use crate::app::text_input::TextInput;
use crate::ui::prelude::*;
use crate::visit::{Identity, Known, Site};

/// The columns of a name, with the gap after it.
const NAME_WIDTH: u16 = 16;
/// The columns before a value.
pub(super) const VALUE_START: u16 = MARKER_WIDTH + NAME_WIDTH;
/// In fewer rows than this, there is no air between the lines.
const AIR_FROM: u16 = 14;

impl ScreenView for NewVisitForm {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let offers = self.offers(&ctx.model.shared.sites);
        let enter = match self.line {
            FormRow::Start => "app-key-start",
            FormRow::Site if self.offered(&offers).is_some() => "app-key-take",
            _ => "app-key-go-on",
        };
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        let mut along = list(&[Command::Up, Command::Down]);
        if !offers.is_empty() {
            along = vec![KeyHint::named(Context::List, Command::Down, "app-key-from-list")];
        }
        let is_choice = matches!(self.line, FormRow::Checklist | FormRow::Kind);
        let choice: &[_] = if is_choice { &[Command::Left, Command::Right] } else { &[] };
        let enter = vec![KeyHint::named(Context::List, Command::Open, enter)];
        [enter, along, list(choice), list(&[Command::Back])].concat()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = padded(render_title(ctx, ctx.text("app-before"), area, buf));
        let rows = rows(ctx, self, body);
        // Where the form is higher than its area, the row in front and the one after it are in sight.
        let front = rows.iter().rposition(|row| row.is_front).unwrap_or(0);
        let first = (front + 2).min(rows.len()).saturating_sub(usize::from(body.height));
        for (row, place) in rows.into_iter().skip(first).zip(body.rows()) {
            row.content.render(place, buf);
            if row.is_front {
                out.set_cursor(place);
            }
            let Some(index) = row.line else { continue };
            out.clicks.add(place, Target::Row(index));
            if row.is_front {
                render_typed_value(ctx, self, place, buf, out);
            }
        }
    }
}

/// Renders what is typed in the row in front, or a hint if that is nothing.
pub(super) fn render_typed_value(
    ctx: &RenderContext<'_>,
    form: &NewVisitForm,
    row: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let Some((field, hint)) = field(form, form.line) else { return };
    let [_, value] = Layout::horizontal([Length(VALUE_START), Fill(1)]).areas(row);
    render_text_field(field, value, buf, out);
    if field.is_blank() {
        let [_, place] = Layout::horizontal([Length(2), Fill(1)]).areas(value);
        ctx.line(ctx.text(hint), place.width, Role::Quiet).render(place, buf);
    }
}

/// A row of the form.
#[derive(Default)]
pub(super) struct Row<'a> {
    pub(super) content: Line<'a>,
    /// The index of the line of the form that a click on it means.
    line: Option<usize>,
    is_front: bool,
}

/// Returns the field of a line that is typed, and the hint for an empty one.
pub(super) fn field(form: &NewVisitForm, line: FormRow) -> Option<(&TextInput, &'static str)> {
    match line {
        FormRow::Site => Some((&form.site, "app-before-site-hint")),
        FormRow::Observer => Some((&form.observer, "app-before-observer-hint")),
        FormRow::Remark => Some((&form.remark, "app-before-remark-hint")),
        FormRow::Checklist | FormRow::Kind | FormRow::Start => None,
    }
}

/// Returns the rows of the form from top to bottom.
fn rows<'a>(ctx: &RenderContext<'a>, form: &'a NewVisitForm, area: Rect) -> Vec<Row<'a>> {
    let has_air = area.height >= AIR_FROM;
    let (title, detail) = checklist_texts(ctx, form);
    let mut rows = Vec::new();
    let mut offers = offers(ctx, form, area.width);
    let has_offers = !offers.is_empty();
    for (index, line) in FormRow::ALL.into_iter().enumerate() {
        if has_air && line != FormRow::Kind || has_offers && line == FormRow::Observer {
            rows.push(Row::default());
        }
        let is_front = form.line == line;
        let value: Cow<'_, str> = match line {
            FormRow::Checklist => title.clone(),
            FormRow::Kind if form.has_last_kind => {
                ctx.format("app-before-last-kind", &[("kind", ctx.text(format::kind_id(form.kind)).into())]).into()
            }
            FormRow::Kind => ctx.text(format::kind_id(form.kind)).into(),
            // The kind is not what is usual: whoever starts sees it.
            FormRow::Start if form.has_last_kind => ctx.text(format::kind_id(form.kind)).into(),
            FormRow::Site if !is_front => site_value(ctx, form).into(),
            line => field(form, line).filter(|_| !is_front).map(|(field, _)| field.text()).unwrap_or_default().into(),
        };
        let role = match line {
            _ if is_front => Role::Cursor,
            FormRow::Kind if form.has_last_kind => Role::Warning,
            _ => Role::Text,
        };
        rows.push(Row { content: form_line(ctx, line, (value, role), area.width), line: Some(index), is_front });
        match line {
            FormRow::Checklist => {
                let line = ctx.columns().gap(VALUE_START).fill(area.width, detail.clone(), Role::Quiet);
                rows.push(Row { content: line.into(), ..Row::default() });
            }
            FormRow::Site => rows.append(&mut offers),
            _ => {}
        }
    }
    rows
}

/// Returns a line of the form: marker, name, value. The row in front has the role of the cursor.
pub(super) fn form_line<'a>(
    ctx: &RenderContext<'a>,
    line: FormRow,
    (value, role): (Cow<'a, str>, Role),
    end: u16,
) -> Line<'a> {
    let name = ctx.text(match line {
        FormRow::Checklist => "app-before-checklist",
        FormRow::Kind => "app-before-kind",
        FormRow::Site => "app-before-site",
        FormRow::Observer => "app-before-observer",
        FormRow::Remark => "app-before-remark",
        FormRow::Start => "app-before-start",
    });
    let is_front = role == Role::Cursor;
    let name_role = if is_front { Role::Title } else { Role::Quiet };
    let line = match line {
        FormRow::Start => {
            let start = if value.is_empty() { name.to_owned() } else { format!("{name} · {value}") };
            if is_front {
                ctx.columns().text(format!("{} {start} ", ctx.glyph(Glyph::Cursor)), Role::Cursor)
            } else {
                ctx.columns().gap(MARKER_WIDTH).text(start, Role::Title)
            }
        }
        _ => marked_row(ctx, is_front).left(NAME_WIDTH - 1, name, name_role).gap(1).fill(end, value, role),
    };
    line.into()
}

/// Returns the checklist's title, and what else there is to know of it.
fn checklist_texts<'a>(ctx: &RenderContext<'a>, form: &NewVisitForm) -> (Cow<'a, str>, String) {
    let Some(library) = &ctx.model.shared.library else { return ("…".into(), String::new()) };
    let Some((_, definition)) = chosen(form, library) else {
        return (ctx.text("app-notice-no-checklist").into(), String::new());
    };
    let list = definition.checklist();
    let relation = ctx.text(format::relation_id(list.relation));
    let items = ctx.format("app-items", &[("count", definition.len().into())]);
    (list.title.get(ctx.texts.lang()).into(), format!("{items} · {relation} · {}", list.version))
}

/// Returns the list under the line of the site; under a text that means one known site or none at all, what it is.
pub(super) fn offers<'a>(ctx: &RenderContext<'a>, form: &NewVisitForm, end: u16) -> Vec<Row<'a>> {
    if form.line != FormRow::Site {
        return Vec::new();
    }
    let sites = &ctx.model.shared.sites;
    let row = |text: Cow<'a, str>, role: Role| {
        let marker = if matches!(role, Role::Quiet) { " " } else { ctx.glyph(Glyph::Cursor) };
        let content = ctx.columns().gap(VALUE_START).text(marker, role).text(" ", role).fill(end, text, role).into();
        Row { content, line: None, is_front: role == Role::Cursor }
    };
    let offers = form.offers(sites);
    let offered = form.offered(&offers);
    let offer = |(index, offer): (usize, &SiteOffer<'a>)| {
        let role = match () {
            () if form.offer == Some(index) => Role::Cursor,
            () if offered == Some(index) => Role::Title,
            () => Role::Quiet,
        };
        match offer {
            SiteOffer::Known(site) => row(described(sites, site).into(), role),
            SiteOffer::New => row(ctx.text("app-before-new-site").into(), role),
        }
    };
    let mut rows: Vec<Row<'a>> = offers.iter().enumerate().map(offer).collect();
    match form.meant_site(sites) {
        Identity::Known(site) => {
            let known = format!("{} · {}", ctx.text("app-before-known-site"), described(sites, &site));
            rows.push(row(known.into(), Role::Quiet));
        }
        Identity::Nameless if !form.site.is_blank() => {
            rows.push(row(ctx.text("app-notice-no-site").into(), Role::Quiet));
        }
        _ => {}
    }
    rows
}

/// Returns the site that is meant, told apart from others of its name, and whether it is new.
fn site_value(ctx: &RenderContext<'_>, form: &NewVisitForm) -> String {
    let sites = &ctx.model.shared.sites;
    match form.meant_site(sites) {
        Identity::Known(site) => named(sites, &site),
        Identity::New(_) => format!("{} · {}", form.site.text(), ctx.text("app-before-is-new")),
        Identity::Ambiguous(_) | Identity::Nameless => form.site.text(),
    }
}

/// Returns a site's name, with its id if another site has that name.
fn named(sites: &Known<Site>, site: &Site) -> String {
    let is_alone = sites.by_name(site.label()).len() < 2;
    if is_alone { site.label().to_owned() } else { format!("{} ({})", site.label(), site.id) }
}

/// Returns a site's name and group.
fn described(sites: &Known<Site>, site: &Site) -> String {
    let group = site.group.as_ref().map_or(String::new(), |group| format!(" · {group}"));
    named(sites, site) + &group
}
