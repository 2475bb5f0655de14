//! One file per screen: a pure layout of named areas, a widget for each part, and [`ScreenView`].

pub mod checklists;
pub mod class;
pub mod finished;
mod guide;
pub mod help;
pub mod home;
mod items;
pub mod new_visit;
pub mod past;
pub mod practise;
pub mod present;
pub mod replay;
pub mod results;
pub mod reveal;
pub mod review;
mod scene;
mod script;
pub mod settings;
pub mod training;
pub mod visit;
pub mod visit_details;

use super::canvas::Canvas;
use super::context::{Interaction, RenderContext};
use super::widgets::chrome::{NoticeBar, Rule, ScreenLayout, notice_text};
use super::widgets::key_hints::{KeyHint, KeyHints};
use super::widgets::key_history::{KEY_HISTORY_HEIGHT, KeyHistoryStrip};
use crate::app::Screen;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::{StatefulWidget, Widget};

/// How a screen of the application is shown.
pub trait ScreenView {
    /// Returns the keys that matter now, the most important first.
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint>;

    /// Renders everything above the rule over the key hints.
    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction);
}

/// In fewer rows than this, the keys just pressed are not shown.
const KEY_HISTORY_FROM: u16 = 20;
/// The same under a large item, which comes first.
const KEY_HISTORY_FROM_PRESENTED: u16 = 30;

/// Renders the screen in front, its key hints, and the notice over everything.
pub fn render(ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    if let Screen::Present(screen) = &ctx.model.screen
        && screen.is_blank()
    {
        return out.set_cursor(area);
    }
    let area = render_key_history(ctx, area, buf);
    let Some(view) = view(&ctx.model.screen) else {
        return old(ctx, area, buf, out);
    };
    let hints = KeyHints::new(ctx, &view.key_hints(ctx), area.width);
    let layout = ScreenLayout::new(area, hints.height());
    Rule::horizontal(ctx.theme).render(layout.rule, buf);
    hints.render(layout.hints, buf, out);
    view.render(ctx, layout.content, buf, out);
    if let Some(notice) = &ctx.model.notice {
        let bottom = out.notice_row.map_or(layout.rule.bottom(), |row| row + 1);
        let over = Rect { height: bottom.saturating_sub(area.y), ..area };
        NoticeBar { text: &notice_text(ctx, notice), theme: ctx.theme }.render(over, buf);
    }
}

/// Returns how a screen is shown.
fn view(screen: &Screen) -> Option<&dyn ScreenView> {
    match screen {
        Screen::Home(screen) => Some(screen),
        Screen::NewVisit(screen) => Some(screen),
        Screen::Past(screen) => Some(screen),
        Screen::Checklists(screen) => Some(screen),
        Screen::Present(screen) => Some(&**screen),
        Screen::Class(screen) => Some(&**screen),
        Screen::Practise(screen) => Some(screen),
        Screen::Training(screen) => Some(screen),
        Screen::Settings(screen) => Some(screen),
        Screen::Help(screen) => Some(screen),
        _ => None,
    }
}

/// Renders the keys just pressed at the foot, where they are wanted and there is room; returns the area left.
fn render_key_history(ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let from = match &ctx.model.screen {
        Screen::Present(_) => KEY_HISTORY_FROM_PRESENTED,
        _ => KEY_HISTORY_FROM,
    };
    let Some(history) = ctx.model.key_history.as_ref().filter(|_| area.height >= from) else { return area };
    let [rest, strip] = Layout::vertical([Constraint::Fill(1), Constraint::Length(KEY_HISTORY_HEIGHT)]).areas(area);
    KeyHistoryStrip { ctx, history }.render(strip, buf);
    rest
}

/// Renders a screen that still draws on a canvas.
fn old(ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let mut canvas = Canvas::new(ctx, area, buf);
    front(&mut canvas, &ctx.model.screen);
    *out = canvas.finish();
}

fn front(canvas: &mut Canvas<'_>, screen: &Screen) {
    match screen {
        Screen::Visit(visit) => visit::draw(canvas, visit),
        Screen::Review(review) => review::draw(canvas, review),
        Screen::Finished(finished) => finished::draw(canvas, finished),
        Screen::VisitDetails(session) => visit_details::draw(canvas, session),
        Screen::Replay(replay) => replay::draw(canvas, replay),
        Screen::Results(results) => results::draw(canvas, results),
        Screen::Reveal(reveal) => reveal::draw(canvas, reveal),
        _ => {}
    }
}
