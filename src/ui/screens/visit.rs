//! The visit under way: the visit, the script that is practised on, and what the disk reports.

mod choices;
mod header;
mod items;
mod panel;
mod render;
mod script;
mod view;

pub use view::VisitView;

use crate::app::active_visit::ActiveVisit;
use crate::app::screens::visit::{Mode, VisitScreen};
use crate::store::StoreError;
use crate::ui::prelude::*;
use crate::visit::scenario::scale_ms;
use crate::visit::{ObservedTime, Response};
use ratatui::widgets::Clear;
use script::Script;

/// From this width on, a script is beside the visit.
const WIDE: u16 = 100;

/// The areas of the screen.
struct VisitLayout {
    view: Rect,
    script: Rect,
    rule: Rect,
    /// Two rows over progress and rule, for what the disk reports.
    trouble: Rect,
}

impl VisitLayout {
    fn new(area: Rect, has_script: bool, is_reading: bool) -> Self {
        let none = Rect { height: 0, ..area };
        let [script, rule, view] = if !has_script {
            [none, none, area]
        } else if area.width >= WIDE {
            let widths = [Constraint::Percentage(60), Constraint::Length(1), Constraint::Fill(1)];
            let [view, rule, script] = Layout::horizontal(widths).areas(area);
            [script, rule, view]
        } else if is_reading {
            [area, none, none]
        } else {
            let (script, rule) = match area.height {
                0..=9 => (2, 0),
                10..=15 => (4, 1),
                height => ((height / 3).max(5), 1),
            };
            Layout::vertical([Constraint::Length(script), Constraint::Length(rule), Constraint::Fill(1)]).areas(area)
        };
        let above = view.y - area.y + 1;
        let heights = [Constraint::Length(above), Constraint::Length(2), Constraint::Fill(1)];
        let [_, trouble, _] = Layout::vertical(heights).areas(area);
        Self { view, script, rule, trouble }
    }
}

impl ScreenView for VisitScreen {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        ctx.model.shared.active_visit.as_ref().map_or_else(Vec::new, |active| key_hints(self, active))
    }

    fn standing_notice(&self, ctx: &RenderContext<'_>) -> Option<String> {
        let Some(ObservedTime::Ago(ms)) = self.seen else { return None };
        let play = ctx.model.shared.active_visit.as_ref()?.play.as_ref();
        let ago = ctx.texts.duration(play.map_or(ms, |play| scale_ms(ms, play.speed)));
        let key = ctx.key(Context::Visit, Command::Ago);
        Some(ctx.format("app-pending-ago", &[("ago", ago.into()), ("key", key.into())]))
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let Some(active) = &ctx.model.shared.active_visit else { return };
        let cursor = if let Mode::Script(cursor) = &self.mode { Some(cursor) } else { None };
        let play = active.play.as_ref();
        let layout = VisitLayout::new(area, play.is_some(), cursor.is_some());
        let visit = &active.visit;
        let (status, status_width) = disk_status(ctx, active);
        let elapsed_ms = visit.elapsed_ms(&ctx.now);
        let view = VisitView { ctx, visit, screen: self, elapsed_ms, status, status_width, is_live: true, play };
        if !layout.view.is_empty() {
            view.render(layout.view, buf, out);
        }
        if layout.rule.width == 1 {
            Rule::vertical(ctx.theme).render(layout.rule, buf);
        } else {
            Rule::horizontal(ctx.theme).render(layout.rule, buf);
        }
        if let Some(play) = play {
            Script { ctx, visit, play, cursor }.render(layout.script, buf, out);
        }
        if let Some(error) = &active.trouble {
            render_trouble(ctx, error, layout.trouble, buf);
        }
    }
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
    (Span::styled(format!("{speed}{} {}", ctx.text(word), ctx.glyph(glyph)), ctx.style(role)), columns)
}

/// Renders what is safe although the disk refuses, and why it does.
fn render_trouble(ctx: &RenderContext<'_>, error: &StoreError, area: Rect, buf: &mut Buffer) {
    let (id, args) = error.message();
    let lines = [ctx.text("app-not-saved").to_owned(), format::message(ctx.texts, id, &args)];
    let inner = area.inner(Margin::new(1, 0));
    Clear.render(area, buf);
    buf.set_style(area, ctx.style(Role::Warning).patch(ctx.style(Role::Cursor)));
    Text::from_iter(lines.map(|line| truncate(&clean(&line), inner.width).into_owned())).render(inner, buf);
}

/// Returns the keys that matter now.
fn key_hints(screen: &VisitScreen, active: &ActiveVisit) -> Vec<KeyHint> {
    let response = &active.visit.definition().item(screen.item).response;
    let list = |commands: &[Command]| KeyHint::all(Context::List, commands);
    match &screen.mode {
        Mode::Items => item_hints(response, active),
        Mode::Note(_) => KeyHint::all(Context::Typing, &[Command::Keep, Command::NewLine, Command::Back]),
        Mode::Entry(_) => KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]),
        Mode::Choosing(chooser) => {
            let toggle: &[_] = if chooser.ticked.is_some() { &[Command::Toggle] } else { &[] };
            let along = match response {
                Response::Scale { .. } => KeyHint::all(Context::Choosing, &[Command::Left, Command::Right]),
                _ => list(&[Command::Up, Command::Down]),
            };
            let rest = KeyHint::all(Context::Choosing, &[Command::Keep, Command::Back]);
            [KeyHint::all(Context::Choosing, toggle), along, rest].concat()
        }
        Mode::Script(_) => vec![
            KeyHint::new(Context::List, Command::Up),
            KeyHint::named(Context::List, Command::Down, "app-key-scroll"),
            KeyHint::new(Context::List, Command::Back),
        ],
        Mode::Marks(_) | Mode::Placing(_) => {
            let place = vec![KeyHint::named(Context::List, Command::Open, "app-key-place")];
            [place, list(&[Command::Up, Command::Down, Command::Back])].concat()
        }
    }
}

/// Returns the keys while items are answered, those of the selected item first.
fn item_hints(response: &Response, active: &ActiveVisit) -> Vec<KeyHint> {
    use Command::{
        Ago, Clear, Count, Down, Finish, Hide, Mark, NextSection, No, NotApplicable, NotObserved, Note, Open, Partly,
        Pause, PlaceMark, Redo, Timer, Undo, Up, Yes,
    };
    let keys = |commands: &[Command]| KeyHint::all(Context::Visit, commands);
    let is_paused = active.visit.state().paused().is_some();
    let mut hints = Vec::with_capacity(24);
    if is_paused {
        hints.push(KeyHint::named(Context::Visit, Pause, "app-key-continue"));
    }
    hints.extend(match response {
        Response::Behaviour { partly: true, .. } => keys(&[Yes, No, Partly]),
        Response::Behaviour { .. } => keys(&[Yes, No]),
        Response::Timer { .. } => vec![
            KeyHint::new(Context::Visit, Timer),
            KeyHint::named(Context::Visit, No, "value-never"),
            KeyHint::named(Context::Visit, Open, "app-key-seconds"),
        ],
        Response::Count { .. } => keys(&[Count, Open]),
        _ => keys(&[Open]),
    });
    hints.extend(active.play.is_some().then_some(KeyHint::new(Context::Practice, Command::Script)));
    hints.extend(keys(&[NotApplicable, NotObserved, Note, Mark, Hide, Finish, Up, Down, Undo, Ago]));
    hints.extend((!is_paused).then_some(KeyHint::new(Context::Visit, Pause)));
    hints.extend(keys(&[NextSection, PlaceMark, Redo, Clear]));
    hints
}
