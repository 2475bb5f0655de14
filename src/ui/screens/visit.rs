//! The visit under way: the visit, the script that is practised on, and what the disk reports.

mod choices;
mod header;
mod items;
mod panel;
mod script;
mod view;

pub use view::VisitView;

use crate::app::active_visit::ActiveVisit;
use crate::app::screens::visit::line_entry::{EntryPurpose, LineEntry};
use crate::app::screens::visit::{Mode, VisitScreen, is_for_correction, timer_for};
use crate::store::StoreError;
use crate::ui::prelude::*;
use crate::visit::scenario::scale_ms;
use crate::visit::{ObservedTime, Response, TimerPress};
use ratatui::widgets::Clear;

/// From this width on, a script is beside the visit.
const WIDE: u16 = 100;

impl ScreenView for VisitScreen {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        ctx.model.shared.active_visit.as_ref().map_or_else(Vec::new, |active| key_hints(self, active))
    }

    fn standing_notice(&self, ctx: &RenderContext<'_>) -> Option<String> {
        let key = ("key", ctx.key(Context::Visit, Command::Ago).into());
        match self.seen? {
            ObservedTime::Ago(ms) => {
                let play = ctx.model.shared.active_visit.as_ref()?.play.as_ref();
                let ago = ctx.texts.duration(play.map_or(ms, |play| scale_ms(ms, play.speed)));
                Some(ctx.format("app-pending-ago", &[("ago", ago.into()), key]))
            }
            ObservedTime::At(at) => Some(ctx.format("app-pending-at", &[("at", format::time_of_day(at).into()), key])),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let Some(active) = &ctx.model.shared.active_visit else { return };
        let (visit, play) = (&active.visit, active.play.as_ref());
        let (status, status_width) = disk_status(ctx, active);
        // A correction takes no time of the visit.
        let until = visit.state().observed_until().filter(|_| active.is_correction());
        let elapsed_ms = until.map_or_else(|| visit.elapsed_ms(&ctx.now), |(_, elapsed)| elapsed);
        let view = VisitView { ctx, visit, screen: self, elapsed_ms, status, status_width, is_live: true, play };
        let mut visit_area = area;
        if let Some(play) = play {
            let [left, script, rule] = layout(area, matches!(self.mode, Mode::Script(_)));
            view.render_script(play, script, buf, out);
            render_rule(ctx, rule, buf);
            visit_area = left;
        }
        if !visit_area.is_empty() {
            view.render(visit_area, buf, out);
        }
        if let Some(error) = &active.trouble {
            // Two rows over progress and rule.
            let [_, area] = Layout::vertical([Length(visit_area.y - area.y + 1), Length(2)]).areas(area);
            render_trouble(ctx, error, area, buf);
        }
    }
}

/// Splits the area into visit, script and the rule between them. While the script is read, a narrow window shows no more.
fn layout(area: Rect, is_reading: bool) -> [Rect; 3] {
    if area.width >= WIDE {
        let [visit, rule, script] = Layout::horizontal([Percentage(60), Length(1), Fill(1)]).areas(area);
        return [visit, script, rule];
    }
    if is_reading {
        let none = Rect { height: 0, ..area };
        return [none, area, none];
    }
    let (script, rule) = match area.height {
        0..=9 => (2, 0),
        10..=15 => (4, 1),
        height => ((height / 3).max(5), 1),
    };
    let [script, rule, visit] = Layout::vertical([Length(script), Length(rule), Fill(1)]).areas(area);
    [visit, script, rule]
}

/// Returns whether everything is on the disk, and the columns of the longest way to say so.
fn disk_status<'a>(ctx: &RenderContext<'a>, active: &ActiveVisit) -> (Span<'a>, u16) {
    let (word, glyph, role) = match () {
        () if active.trouble.is_some() => ("app-unsaved", Glyph::Empty, Role::Warning),
        () if active.is_saved() => ("app-saved", Glyph::Full, Role::Saved),
        () => ("app-saving", Glyph::Empty, Role::Quiet),
    };
    // The speed of a scenario is shown only where it is not its own.
    let speed = active.play.as_ref().filter(|play| play.speed.to_bits() != 1.0_f64.to_bits());
    let speed = speed.map_or_else(String::new, |play| format!("{}  ", format::speed(ctx.texts, play.speed)));
    let longest = ["app-saved", "app-saving", "app-unsaved"].map(|id| width(ctx.text(id)));
    let columns = width(&speed) + longest.into_iter().max().unwrap_or(0) + 2;
    (ctx.span(format!("{speed}{} {}", ctx.text(word), ctx.glyph(glyph)), role), columns)
}

/// Renders what is safe although the disk refuses, and why it does.
fn render_trouble(ctx: &RenderContext<'_>, error: &StoreError, area: Rect, buf: &mut Buffer) {
    let lines = [ctx.text("app-not-saved").to_owned(), format::error_text(ctx.texts, error)];
    let inner = padded(area);
    Clear.render(area, buf);
    buf.set_style(area, ctx.style(Role::Warning).patch(ctx.style(Role::Cursor)));
    Text::from_iter(lines.map(|line| truncate(line, inner.width))).render(inner, buf);
}

/// Returns the keys that matter now.
fn key_hints(screen: &VisitScreen, active: &ActiveVisit) -> Vec<KeyHint> {
    let response = &active.visit.definition().item(screen.item).response;
    let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
    match &screen.mode {
        Mode::Items => item_hints(screen.item, active),
        Mode::Note(_) => KeyHint::all(Context::Typing, &[Command::Keep, Command::NewLine, Command::Back]),
        Mode::Entry(LineEntry { purpose: EntryPurpose::PauseReason, .. }) => vec![
            KeyHint::new(Context::Typing, Command::Keep),
            KeyHint::named(Context::Typing, Command::Back, "app-key-skip"),
        ],
        Mode::Entry(_) => KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]),
        Mode::Choosing(chooser) => {
            let choosing = |commands: &[Command]| KeyHint::all(Context::Choosing, commands);
            let toggle: &[_] = if chooser.ticked.is_some() { &[Command::Toggle] } else { &[] };
            let is_scale = matches!(response, Response::Scale { .. });
            let along =
                if is_scale { choosing(&[Command::Left, Command::Right]) } else { list(&[Command::Up, Command::Down]) };
            [choosing(toggle), along, choosing(&[Command::Keep, Command::Back])].concat()
        }
        Mode::Script(_) => KeyHint::scrolling(),
        Mode::Marks(_) | Mode::Placing(_) => {
            let place = vec![KeyHint::named(Context::List, Command::Open, "app-key-place")];
            [place, list(&[Command::Up, Command::Down, Command::Back])].concat()
        }
    }
}

/// Returns the keys while items are answered, those of the selected item first.
fn item_hints(item: usize, active: &ActiveVisit) -> Vec<KeyHint> {
    use Command::{
        Ago, Clear, Count, Down, Finish, Hide, Mark, NextSection, No, NotApplicable, NotObserved, Note, Open, Partly,
        Pause, PlaceMark, Redo, Timer, Undo, Up, Yes,
    };
    let keys = |commands: &[Command]| KeyHint::all(Context::Visit, commands);
    let (go_on, pause) = match active.visit.state().paused() {
        Some(_) => (vec![KeyHint::named(Context::Visit, Pause, "app-key-continue")], Vec::new()),
        None => (Vec::new(), keys(&[Pause])),
    };
    let response = &active.visit.definition().item(item).response;
    let answers = match response {
        Response::Behaviour { partly: true, .. } => keys(&[Yes, No, Partly]),
        Response::Behaviour { .. } => keys(&[Yes, No]),
        Response::Timer { .. } => vec![
            KeyHint::new(Context::Visit, Timer),
            KeyHint::named(Context::Visit, No, "value-never"),
            KeyHint::named(Context::Visit, Open, "app-key-seconds"),
        ],
        Response::Count { .. } => keys(&[Count, Open]),
        _ => keys(&[Open]),
    };
    let script: &[_] = if active.play.is_some() { &[Command::Script] } else { &[] };
    let script = KeyHint::all(Context::Practice, script);
    let usual = keys(&[NotApplicable, NotObserved, Note, Mark, Hide, Finish, Up, Down, Undo, Ago]);
    // A timer that runs can be stopped from any item.
    let stops_timer = matches!(timer_for(&active.visit, item), Some((other, TimerPress::Stop)) if other != item);
    let elsewhere = stops_timer.then(|| KeyHint::named(Context::Visit, Timer, "app-key-stop-timer"));
    let elsewhere = elsewhere.into_iter().collect();
    let mut hints =
        [go_on, answers, elsewhere, script, usual, pause, keys(&[NextSection, PlaceMark, Redo, Clear])].concat();
    if active.is_correction() {
        hints.retain(|hint| is_for_correction(hint.command()));
    }
    hints
}
