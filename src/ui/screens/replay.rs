//! A visit played back: the visit's own screen as it stood, and below it what just happened and the time line.

mod time_line;

use super::visit::VisitView;
use crate::app::list_cursor::ListCursor;
use crate::app::screens::replay::ReplayScreen;
use crate::ui::prelude::*;
use crate::ui::wrap::wrap_limited;
use crate::visit::replay::Order;
use ratatui::widgets::{Block, Borders};
use time_line::TimeLine;

/// From this height on, what just happened has two rows, and the time line shows the events.
const TALL: u16 = 12;

/// The areas of a replay.
struct ReplayLayout {
    /// The visit, or the list of its items.
    visit: Rect,
    /// The order, on the rule below the visit's header.
    order: Rect,
    /// The rule below the visit, with the legend and how far the replay has come.
    position: Rect,
    /// The time of the step just played.
    time: Rect,
    /// The step just played.
    step: Rect,
    time_line: Rect,
}

impl ReplayLayout {
    fn new(area: Rect) -> Self {
        let rows = Constraint::Length(if area.height >= TALL { 2 } else { 1 });
        let [visit, position, step, time_line] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(1), rows, rows]).areas(area);
        let [_, order, _] =
            Layout::vertical([Constraint::Length(2), Constraint::Length(1), Constraint::Fill(1)]).areas(visit);
        let [time, step] =
            Layout::horizontal([Constraint::Length(10), Constraint::Fill(1)]).areas(step.inner(Margin::new(1, 0)));
        let order = order.inner(Margin::new(2, 0));
        Self { visit, order, position, time, step, time_line: time_line.inner(Margin::new(1, 0)) }
    }
}

impl ScreenView for ReplayScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        if self.items.is_some() {
            return KeyHint::all(Context::List, &[Command::Open, Command::Up, Command::Down, Command::Back]);
        }
        let mut hints = KeyHint::all(Context::Replay, &[Command::Play, Command::Up]);
        hints.push(KeyHint::named(Context::Replay, Command::Down, "app-key-speed"));
        hints.push(KeyHint::new(Context::Replay, Command::Left));
        hints.push(KeyHint::named(Context::Replay, Command::Right, "app-key-steps"));
        let rest = [Command::Order, Command::Open, Command::Back, Command::First, Command::Last];
        hints.extend(KeyHint::all(Context::Replay, &rest));
        hints
    }

    /// The time line is a rule already.
    fn has_rule(&self) -> bool {
        false
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let layout = ReplayLayout::new(area);
        if let Some(cursor) = &self.items {
            let body = render_title(ctx, ctx.text("replay-items"), layout.visit, buf);
            let list = body.inner(Margin::new(1, 0));
            item_list(self, ctx, cursor, item_width(list)).render(list, buf, out);
        } else {
            render_visit(self, ctx, layout.visit, buf, out);
            order(self, ctx, layout.order.width).render(layout.order, buf);
        }
        position(self, ctx, layout.position.width).render(layout.position, buf);
        if let Some(step) = self.last() {
            let time = format::step_time(self.whole(), step, self.order);
            Line::styled(truncate(&time, 8), ctx.style(Role::Quiet)).render(layout.time, buf);
            let text = happened(self, ctx);
            let lines = wrap_limited(&text, layout.step.width, layout.step.height);
            Text::from_iter(lines).style(ctx.style(Role::Title)).render(layout.step, buf);
        }
        TimeLine { ctx, screen: self }.render(layout.time_line, buf, out);
        out.notice_row = Some(layout.position.y);
    }
}

/// Renders the visit as it stood.
fn render_visit(screen: &ReplayScreen, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let (status, status_width) = pace(screen, ctx);
    let view = VisitView {
        ctx,
        visit: &screen.then,
        screen: &screen.screen,
        elapsed_ms: screen.at_ms(),
        status,
        status_width,
        is_live: false,
        play: None,
    };
    view.render(area, buf, out);
}

/// Returns whether it plays and how fast, and the columns that the longer of both texts takes.
fn pace(screen: &ReplayScreen, ctx: &RenderContext<'_>) -> (Span<'static>, u16) {
    let speed = format::speed(ctx.texts, screen.speed);
    let text = |id| ctx.format(id, &[("speed", speed.as_str().into())]);
    let (playing, stopped) = (text("replay-playing"), text("replay-stopped"));
    let room = width(&playing).max(width(&stopped)) + 2;
    let status = if screen.playing {
        Span::styled(format!("{playing} {}", ctx.glyph(Glyph::Cursor)), ctx.style(Role::Saved))
    } else {
        Span::styled(format!("{stopped} {}", ctx.glyph(Glyph::Full)), ctx.style(Role::Quiet))
    };
    (status, room)
}

/// Returns the order in which the visit is played, or why its file cannot be trusted.
fn order(screen: &ReplayScreen, ctx: &RenderContext<'_>, columns: u16) -> Span<'static> {
    let (text, role) = match (&screen.record.doubt, screen.order) {
        (Some((id, args)), _) => (format::message(ctx.texts, id, args), Role::Warning),
        (None, Order::Recorded) => (ctx.text("replay-order-recorded").to_owned(), Role::Quiet),
        (None, Order::Happened) => (ctx.text("replay-order-happened").to_owned(), Role::Quiet),
    };
    Span::styled(truncate(&format!(" {text} "), columns).into_owned(), ctx.style(role))
}

/// Returns what just happened, and what is being passed over.
fn happened(screen: &ReplayScreen, ctx: &RenderContext<'_>) -> String {
    let Some(step) = screen.last() else { return String::new() };
    let text = format::step(ctx.texts, screen.whole(), step, screen.order);
    let gap = screen.replay.gap_at(screen.at_ms()).filter(|gap| screen.playing && gap.is_skipped(screen.speed));
    match gap {
        Some(gap) => format!("{text} … {}", format::gap(ctx.texts, gap)),
        None => text,
    }
}

/// Returns the list of the items to jump to, each with when it first comes.
fn item_list<'a>(
    screen: &'a ReplayScreen,
    ctx: &RenderContext<'a>,
    cursor: &'a ListCursor,
    columns: u16,
) -> SelectList<'a> {
    let item = |(index, item): (usize, &'a crate::visit::Item)| {
        let step = screen.first_about(index).and_then(|played| screen.steps().get(played - 1));
        let at = step.map_or_else(|| "–".to_owned(), |step| format::clock(step.at_ms));
        let role = if step.is_some() { Role::Text } else { Role::Quiet };
        let label = clean(item.label.get(ctx.texts.lang()));
        Line::from(Columns::default().left(10, at, ctx.style(Role::Quiet)).fill(columns, label, ctx.style(role)))
    };
    SelectList::new(screen.whole().definition().items().map(item), cursor, ctx.theme)
}

/// Returns the rule with how far the replay has come, and what the glyphs below mean where there is room for it.
fn position(screen: &ReplayScreen, ctx: &RenderContext<'_>, columns: u16) -> Block<'static> {
    let end = format::clock(screen.replay.end_ms());
    let args = [("played", screen.played.into()), ("all", screen.steps().len().into()), ("end", end.into())];
    let edge = ctx.glyph(Glyph::Rule).repeat(2);
    let position = format!(" {} {edge}", ctx.format("replay-position", &args));
    let legend = format!("{edge} {} ", TimeLine { ctx, screen }.legend());
    let has_room = width(&legend) + width(&position) + 2 <= columns;
    let rule = Block::new().borders(Borders::TOP).border_style(ctx.style(Role::Quiet));
    rule.title(if has_room { legend } else { String::new() }).title(Line::from(position).right_aligned())
}
