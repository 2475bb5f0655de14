//! A visit played back: the visit's own screen as it stood, and below it what just happened and the time line.

mod time_line;

use super::visit::VisitView;
use crate::app::screens::replay::ReplayScreen;
use crate::ui::prelude::*;
use crate::visit::Item;
use crate::visit::replay::{Order, ReplayStep};
use ratatui::widgets::{Block, Borders};
use time_line::TimeLine;

/// From this height on, what just happened has two rows, and the time line shows the events.
const TALL: u16 = 12;

impl ScreenView for ReplayScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        if self.items.is_some() {
            return KeyHint::all(Context::List, &[Command::Open, Command::Up, Command::Down, Command::Back]);
        }
        let keys = |commands: &[Command]| KeyHint::all(Context::Replay, commands);
        let speed = KeyHint::named(Context::Replay, Command::Down, "app-key-speed");
        let steps = KeyHint::named(Context::Replay, Command::Right, "app-key-steps");
        let rest = [Command::Order, Command::Open, Command::Back, Command::First, Command::Last];
        [keys(&[Command::Play, Command::Up]), vec![speed], keys(&[Command::Left]), vec![steps], keys(&rest)].concat()
    }

    /// The time line is a rule already.
    fn has_rule(&self) -> bool {
        false
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let rows = Length(if area.height >= TALL { 2 } else { 1 });
        let [visit, rule, step, line] = Layout::vertical([Fill(1), Length(1), rows, rows]).areas(area);
        if let Some(cursor) = &self.items {
            let list = padded(render_title(ctx, ctx.text("replay-items"), visit, buf));
            let items = self.whole().definition().items();
            let items = items.map(|(index, item)| row(self, ctx, index, item, item_width(list)));
            BlockList::menu(items, cursor, ctx.theme).render(list, buf, out);
        } else {
            render_visit(self, ctx, visit, buf, out);
            // The order is on the rule below the visit's header.
            let [_, row, _] = Layout::vertical([Length(2), Length(1), Fill(1)]).areas(visit.inner(Margin::new(2, 0)));
            order(self, ctx, row.width).render(row, buf);
        }
        position(self, ctx, rule.width).render(rule, buf);
        if let Some(played) = self.last() {
            let [time, text] = Layout::horizontal([Length(10), Fill(1)]).areas(padded(step));
            let at = format::step_time(self.whole(), played, self.order);
            ctx.line(&at, 8, Role::Quiet).render(time, buf);
            ctx.fitted(&happened(self, ctx, played), text, Role::Title).render(text, buf);
        }
        TimeLine { ctx, screen: self }.render(padded(line), buf, out);
        out.notice_row = Some(rule.y);
    }
}

/// Renders the visit as it stood, with whether it plays and how fast.
fn render_visit(screen: &ReplayScreen, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let speed = format::speed(ctx.texts, screen.speed);
    let text = |id, glyph| format!("{} {}", ctx.format(id, &[("speed", speed.as_str().into())]), ctx.glyph(glyph));
    let (playing, stopped) = (text("replay-playing", Glyph::Cursor), text("replay-stopped", Glyph::Full));
    let status_width = width(&playing).max(width(&stopped));
    let status = if screen.playing { ctx.span(playing, Role::Saved) } else { ctx.span(stopped, Role::Quiet) };
    let (visit, elapsed_ms) = (&screen.then, screen.at_ms());
    let view =
        VisitView { ctx, visit, screen: &screen.screen, elapsed_ms, status, status_width, is_live: false, play: None };
    view.render(area, buf, out);
}

/// Returns the order in which the visit is played, or why its file cannot be trusted.
fn order(screen: &ReplayScreen, ctx: &RenderContext<'_>, columns: u16) -> Span<'static> {
    let (text, role) = match (&screen.record.doubt, screen.order) {
        (Some((id, args)), _) => (format::message(ctx.texts, id, args), Role::Warning),
        (None, Order::Recorded) => (ctx.text("replay-order-recorded").to_owned(), Role::Quiet),
        (None, Order::Happened) => (ctx.text("replay-order-happened").to_owned(), Role::Quiet),
    };
    ctx.span(truncate(format!(" {text} "), columns), role)
}

/// Returns what just happened, and what is being passed over.
fn happened(screen: &ReplayScreen, ctx: &RenderContext<'_>, step: &ReplayStep) -> String {
    let text = format::step(ctx.texts, screen.whole(), step, screen.order);
    let gap = screen.replay.gap_at(screen.at_ms()).filter(|gap| screen.playing && gap.is_skipped(screen.speed));
    match gap {
        Some(gap) => format!("{text} … {}", format::gap(ctx.texts, gap)),
        None => text,
    }
}

/// Returns an item to jump to, with when it first comes.
fn row<'a>(screen: &ReplayScreen, ctx: &RenderContext<'_>, index: usize, item: &'a Item, columns: u16) -> Line<'a> {
    let step = screen.first_about(index).and_then(|played| screen.steps().get(played - 1));
    let at = step.map_or_else(|| "–".to_owned(), |step| format::clock(step.at_ms));
    let role = if step.is_some() { Role::Text } else { Role::Quiet };
    let label = clean(item.label.get(ctx.texts.lang()));
    ctx.columns().left(10, at, Role::Quiet).fill(columns, label, role).into()
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
