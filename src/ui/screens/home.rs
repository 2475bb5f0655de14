//! The first screen: the visit under way on top, then the ways into the rest.

use crate::app::active_visit::ActiveVisit;
use crate::app::loaded_data::PastVisit;
use crate::app::practice_format;
use crate::app::screens::home::{Confirmation, Home, HomeRow, rows};
use crate::store::Unfinished;
use crate::store::session::Ending;
use crate::ui::prelude::*;

impl ScreenView for Home {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let rows = rows(&ctx.model.shared);
        let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
        let home = |commands: &[Command]| KeyHint::all(Context::Home, commands);
        let open = list(&[Command::Open]);
        match rows.get(self.cursor.within(rows.len())) {
            _ if self.confirmation.is_some() => KeyHint::all(Context::Confirm, &[Command::Accept, Command::Refuse]),
            Some(HomeRow::Continue) => [open, home(&[Command::Discard, Command::Quit])].concat(),
            Some(HomeRow::Resume(_)) => [open, home(&[Command::Look, Command::Discard, Command::Quit])].concat(),
            _ => [list(&[Command::Up, Command::Down]), open, home(&[Command::Quit])].concat(),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let menu = menu_area(render_title(ctx, ctx.text("app-title"), area, buf));
        let rows = rows(&ctx.model.shared);
        // A line of air before the menu and in it, where there is room.
        let is_airy = usize::from(menu.height) > rows.len() + 2;
        let blocks = rows.iter().enumerate().map(|(index, &row)| {
            let has_air = is_airy && index > 0 && matches!(row, HomeRow::New | HomeRow::Checklists);
            Block::under(has_air.then(Line::default), menu_row(ctx, row, item_width(menu)))
        });
        BlockList::new(blocks, &self.cursor, ctx.theme).marked().render(menu, buf, out);
        if let Some(confirmation) = &self.confirmation {
            let question = match confirmation {
                Confirmation::Discard(id) if is_correction(ctx, Some(id)) => "correction-ask-drop",
                Confirmation::Abandon if is_correction(ctx, None) => "correction-ask-drop",
                Confirmation::Discard(_) | Confirmation::Abandon => "app-ask-discard",
                Confirmation::Salvage(_) => "app-ask-salvage",
            };
            render_confirmation(ctx, ctx.text(question), menu, buf, out);
        }
    }
}

/// Returns whether an unfinished visit is a correction; without an id, the one that is open here.
fn is_correction(ctx: &RenderContext<'_>, id: Option<&str>) -> bool {
    let shared = &ctx.model.shared;
    match id {
        None => shared.active_visit.as_ref().is_some_and(ActiveVisit::is_correction),
        Some(id) => {
            let mut found = shared.unfinished.iter().filter(|one| one.id == id);
            found.any(|one| one.visit.as_ref().is_ok_and(|summary| summary.is_correction))
        }
    }
}

/// Returns a row of the menu.
fn menu_row<'a>(ctx: &RenderContext<'a>, row: HomeRow, columns: u16) -> Line<'a> {
    let shared = &ctx.model.shared;
    let (text, role): (Cow<'_, str>, Role) = match row {
        HomeRow::Continue => {
            let started = shared.visit().and_then(|visit| visit.state().started());
            let site = started.map_or("", |(started, _)| started.site.label());
            let id = if is_correction(ctx, None) { "correction-home-continue" } else { "app-home-continue" };
            (ctx.format(id, &[("site", site.into())]).into(), Role::Title)
        }
        HomeRow::Resume(index) => {
            (shared.unfinished.get(index).map(|one| resume_text(ctx, one)).unwrap_or_default().into(), Role::Title)
        }
        HomeRow::Recent(index) => {
            let visit = shared.recent_visit(index);
            return visit.map_or_else(Line::default, |visit| past_visit(ctx, visit, 2, columns));
        }
        HomeRow::Practice => (ctx.text("app-home-practice").into(), Role::Title),
        HomeRow::New => (ctx.text("app-home-new").into(), Role::Title),
        HomeRow::Past if shared.recent.as_ref().is_some_and(Vec::is_empty) => {
            (ctx.text("app-home-past-none").into(), Role::Text)
        }
        HomeRow::Past => (ctx.text("app-home-past").into(), Role::Text),
        HomeRow::Results => (ctx.text("app-home-results").into(), Role::Text),
        HomeRow::Checklists => (ctx.text("app-home-checklists").into(), Role::Text),
        HomeRow::Training => (ctx.text("app-home-training").into(), Role::Text),
        HomeRow::Settings => (ctx.text("app-home-settings").into(), Role::Text),
        HomeRow::Names => (ctx.text("app-home-names").into(), Role::Text),
        HomeRow::Help => (ctx.text("app-home-help").into(), Role::Text),
        HomeRow::Quit => (ctx.text("app-home-quit").into(), Role::Text),
    };
    ctx.columns().fill(columns, text, role).into()
}

/// Returns what is known of an unfinished visit.
fn resume_text(ctx: &RenderContext<'_>, unfinished: &Unfinished) -> String {
    match &unfinished.visit {
        Ok(summary) => {
            let id = match unfinished.busy {
                true => "app-home-busy",
                false if summary.is_correction => "correction-home-resume",
                false => "app-home-resume",
            };
            let at = Arg::from(ctx.texts.when(summary.last_at.civil(), ctx.now.wall.civil()));
            ctx.format(id, &[("site", summary.site.label().into()), ("answers", summary.answers.into()), ("at", at)])
        }
        Err(error) => ctx.format("app-home-broken", &[("reason", format::error_text(ctx.texts, error).into())]),
    }
}

/// The columns of a score with the sign of a failed critical item.
const SCORE_WIDTH: u16 = 10;
/// In a narrower row, its indent aside, the kind of a visit is not shown.
const KIND_FROM: u16 = 70;

/// Returns a past visit in a row: when, where, what for, how much; its first columns are empty.
pub fn past_visit<'a>(ctx: &RenderContext<'a>, visit: &'a PastVisit, indent: u16, columns: u16) -> Line<'a> {
    let kind = match visit.status {
        _ if visit.in_conflict => ctx.text("status-in-conflict"),
        Ending::Abandoned => ctx.text("status-abandoned"),
        Ending::Void => ctx.text("status-void"),
        Ending::Complete if visit.corrections > 0 => ctx.text("status-corrected"),
        Ending::Complete if indent + columns >= KIND_FROM => ctx.text(format::kind_id(visit.kind)),
        Ending::Complete => "",
    };
    let score = match visit.practice {
        Some(score) => format!("{:>7}", practice_format::score(ctx.texts, score)),
        None => format!("{:>7}{}", format::percent(ctx.texts, visit.percent), if visit.failed { " !" } else { "" }),
    };
    let when = ctx.columns().gap(indent).text(format::day_minute(ctx.texts, visit.started_at), Role::Quiet).gap(2);
    when.ends(columns.saturating_sub(SCORE_WIDTH + 1), (&*visit.site, Role::Text), (kind, Role::Quiet))
        .gap(1)
        .left(SCORE_WIDTH, score, Role::Text)
        .into()
}
