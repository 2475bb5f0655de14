//! The view, pure: renders the model into a frame with ratatui's widgets.
//!
//! [`render`] is the only way in. A screen of the application implements `ScreenView` in `screens`; what several of them
//! share is a widget in [`widgets`]. Colours are roles until [`theme`], keys come from the keymap, words from the
//! catalogues. Nothing here knows a terminal or changes the model.

mod format;
mod interaction;
mod item_facts;
mod prelude;
mod render_context;
mod sanitize;
mod screen_view;
mod screens;
pub mod theme;
mod widget_prelude;
pub mod widgets;
mod wrap;

pub use interaction::{ClickMap, Interaction};
pub use render_context::RenderContext;
pub use theme::Theme;

use crate::app::Screen;
use crate::app::screens::CoverNotes;
use prelude::*;
use ratatui::Frame;
use ratatui::layout::Size;

/// In fewer columns than this, a screen only asks for more room.
const MIN_WIDTH: u16 = 40;
/// In fewer rows than this, a screen only asks for more room.
const MIN_HEIGHT: u16 = 10;

/// Returns whether a window is too small to show a screen.
pub fn is_too_small(size: Size) -> bool {
    size.width < MIN_WIDTH || size.height < MIN_HEIGHT
}

/// Renders the screen in front; returns what clicks mean on it.
pub fn render(ctx: &RenderContext<'_>, frame: &mut Frame<'_>) -> ClickMap {
    let area = frame.area();
    let mut out = Interaction::default();
    if let Screen::CoverNotes(notes) = ctx.model.screen() {
        render_cover(ctx, notes, area, frame.buffer_mut(), &mut out);
    } else {
        frame.buffer_mut().set_style(area, ctx.style(Role::Text));
        if is_too_small(area.as_size()) {
            render_too_small(ctx, area, frame);
        } else {
            screens::render(ctx, area, frame.buffer_mut(), &mut out);
        }
    }
    sanitize::sanitize(frame.buffer_mut());
    if let Some(position) = out.cursor {
        frame.set_cursor_position(position);
    }
    if ctx.model.shared.settings.mouse { out.clicks } else { ClickMap::default() }
}

/// Renders the page of plain notes, or the keys of an editor: without a colour or a trace of the program, at any size.
fn render_cover(ctx: &RenderContext<'_>, notes: &CoverNotes, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let area = area.inner(Margin::new(u16::from(area.width > 20), 0));
    if notes.shows_keys {
        Text::from_iter(wrap::wrap(ctx.text("cover-keys"), area.width)).render(area, buf);
        out.set_cursor(area);
    } else if let Some(page) = ctx.model.shared.active_visit.as_ref().and_then(|active| active.page.as_ref()) {
        render_text_field(&page.field, area, buf, out);
    }
}

/// Asks for more room, in as many words as fit; a visit goes on.
fn render_too_small(ctx: &RenderContext<'_>, area: Rect, frame: &mut Frame<'_>) {
    let is_under_way = ctx.model.shared.active_visit.is_some();
    let text = ctx.text(if is_under_way { "app-too-small" } else { "app-too-small-idle" });
    frame.render_widget(Text::from_iter(wrap::wrap(text, area.width)), area);
}
