//! The first screen: the visit under way on top, then the ways into the rest.

use crate::app::loaded_data::PastVisit;
use crate::app::screens::home::{Confirmation, Home, HomeRow, rows};
use crate::store::Unfinished;
use crate::store::session::Ending;
use crate::text::texts::Arg;
use crate::ui::prelude::*;
use crate::ui::widgets::chrome::menu_area;
use crate::ui::widgets::select_list::marked_row;
use crate::ui::wrap::wrap;
use ratatui::widgets::{Block as Frame, Clear, Padding, Paragraph};
use std::borrow::Cow;

impl ScreenView for Home {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let rows = rows(&ctx.model.shared);
        let at = self.cursor.within(rows.len());
        let (open, quit) = ((Context::List, Command::Open), (Context::Home, Command::Quit));
        let discard = (Context::Home, Command::Discard);
        let keys = match rows.get(at) {
            _ if self.confirmation.is_some() => {
                vec![(Context::Confirm, Command::Accept), (Context::Confirm, Command::Refuse)]
            }
            Some(HomeRow::Continue) => vec![open, discard, quit],
            Some(HomeRow::Resume(_)) => vec![open, (Context::Home, Command::Look), discard, quit],
            _ => vec![(Context::List, Command::Up), (Context::List, Command::Down), open, quit],
        };
        keys.into_iter().map(KeyHint::from).collect()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let menu = menu_area(render_title(ctx, ctx.text("app-title"), area, buf));
        let rows = rows(&ctx.model.shared);
        let selected = self.cursor.within(rows.len());
        // A line of air before the menu and in it, where there is room.
        let is_airy = usize::from(menu.height) > rows.len() + 2;
        let block = |(index, &row): (usize, &HomeRow)| {
            let has_air = is_airy && index > 0 && matches!(row, HomeRow::New | HomeRow::Checklists);
            let start = marked_row(ctx.theme, index == selected);
            Block {
                heading: if has_air { vec![Line::default()] } else { Vec::new() },
                text: menu_row(ctx, row, start, menu.width).into(),
                row: index,
            }
        };
        let blocks: Vec<_> = rows.iter().enumerate().map(block).collect();
        BlockList::new(blocks, &self.cursor, ctx.theme).render(menu, buf, out);
        if let Some(confirmation) = &self.confirmation {
            Question { ctx, confirmation }.render(menu, buf, out);
        }
    }
}

/// Returns a row of the menu from its marker to the column `end`.
fn menu_row<'a>(ctx: &RenderContext<'a>, row: HomeRow, start: Columns<'a>, end: u16) -> Line<'a> {
    let model = ctx.model;
    let (text, role): (Cow<'_, str>, Role) = match row {
        HomeRow::Continue => {
            let started = model.shared.active_visit.as_ref().and_then(|active| active.visit.state().started());
            let site = started.map_or("", |(started, _)| started.site.label());
            (ctx.format("app-home-continue", &[("site", site.into())]).into(), Role::Title)
        }
        HomeRow::Resume(index) => (
            model.shared.unfinished.get(index).map(|one| resume_text(ctx, one)).unwrap_or_default().into(),
            Role::Title,
        ),
        HomeRow::Recent(index) => {
            let visit = model.shared.recent.as_ref().and_then(|recent| recent.get(index));
            return visit.map_or_else(Line::default, |visit| past_visit(ctx, visit, start.gap(2), end));
        }
        HomeRow::Practice => (ctx.text("app-home-practice").into(), Role::Title),
        HomeRow::New => (ctx.text("app-home-new").into(), Role::Title),
        HomeRow::Past if model.shared.recent.as_ref().is_some_and(Vec::is_empty) => {
            (ctx.text("app-home-past-none").into(), Role::Text)
        }
        HomeRow::Past => (ctx.text("app-home-past").into(), Role::Text),
        HomeRow::Results => (ctx.text("app-home-results").into(), Role::Text),
        HomeRow::Checklists => (ctx.text("app-home-checklists").into(), Role::Text),
        HomeRow::Training => (ctx.text("app-home-training").into(), Role::Text),
        HomeRow::Settings => (ctx.text("app-home-settings").into(), Role::Text),
        HomeRow::Help => (ctx.text("app-home-help").into(), Role::Text),
        HomeRow::Quit => (ctx.text("app-home-quit").into(), Role::Text),
    };
    start.fill(end, text, ctx.style(role)).into()
}

/// Returns what is known of an unfinished visit.
fn resume_text(ctx: &RenderContext<'_>, unfinished: &Unfinished) -> String {
    match &unfinished.visit {
        Ok(summary) => {
            let id = if unfinished.busy { "app-home-busy" } else { "app-home-resume" };
            let at = ctx.texts.when(summary.last_at.civil(), ctx.now.wall.civil());
            let args =
                [("site", Arg::from(summary.site.label())), ("answers", summary.answers.into()), ("at", at.into())];
            ctx.format(id, &args)
        }
        Err(error) => ctx.format("app-home-broken", &[("reason", format::error_text(ctx.texts, error).into())]),
    }
}

/// The columns of a score with the sign of a failed critical item.
const SCORE_WIDTH: u16 = 10;
/// Where a line ends before this column, the kind of a visit is not shown.
const KIND_FROM: u16 = 70;

/// Returns a past visit on a line that ends at the column `end`: when, where, what for, how much.
pub fn past_visit<'a>(ctx: &RenderContext<'a>, visit: &'a PastVisit, start: Columns<'a>, end: u16) -> Line<'a> {
    let quiet = ctx.style(Role::Quiet);
    let at = format::day_minute(ctx.texts, visit.started_at);
    let is_abandoned = visit.status == Ending::Abandoned;
    let kind = match is_abandoned {
        true => ctx.text("status-abandoned"),
        false if end >= KIND_FROM => ctx.text(format::kind_id(visit.kind)),
        false => "",
    };
    let percent = format::percent(ctx.texts, visit.percent);
    let score = format!("{percent:>7}{}", if visit.failed { " !" } else { "" });
    start
        .text(at, quiet)
        .gap(2)
        .ends(end.saturating_sub(SCORE_WIDTH + 1), (&*visit.site, ctx.style(Role::Text)), (kind, quiet))
        .gap(1)
        .left(SCORE_WIDTH, score, ctx.style(Role::Text))
        .into()
}

/// The widest lines of a question.
const QUESTION_WIDTH: u16 = 64;

/// A question in the middle of an area, with a margin around its text.
struct Question<'a> {
    ctx: &'a RenderContext<'a>,
    confirmation: &'a Confirmation,
}

impl StatefulWidget for Question<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let text = self.ctx.text(match self.confirmation {
            Confirmation::Discard(_) | Confirmation::Abandon => "app-ask-discard",
            Confirmation::Salvage(_) => "app-ask-salvage",
        });
        let lines = wrap(text, QUESTION_WIDTH.min(area.inner(Margin::new(4, 0)).width));
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        let height = u16::try_from(lines.len()).unwrap_or(area.height);
        let place = area.centered(Constraint::Length(widest + 4), Constraint::Length(height + 2));
        Clear.render(place, buf);
        let frame = Frame::bordered().padding(Padding::horizontal(1)).style(self.ctx.style(Role::Text));
        let inner = frame.inner(place);
        Paragraph::new(Text::from_iter(lines)).style(self.ctx.style(Role::Title)).block(frame).render(place, buf);
        out.set_cursor(inner);
    }
}
