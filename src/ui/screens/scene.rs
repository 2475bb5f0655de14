//! MERGE(ui-a): delete when replay renders [`VisitView`] itself.

use super::visit::VisitView;
use crate::app::screens::visit::VisitScreen;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use crate::visit::{Play, Visit};
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The fields of a [`VisitView`] under their old names.
pub struct Scene<'a> {
    pub visit: &'a Visit,
    pub screen: &'a VisitScreen,
    pub elapsed_ms: u64,
    pub state: (String, Role),
    pub room: u16,
    pub is_live: bool,
    pub play: Option<&'a Play>,
}

/// Draws a visit into an area.
pub fn draw(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Rect) {
    let view = VisitView {
        ctx: canvas.view,
        visit: scene.visit,
        screen: scene.screen,
        elapsed_ms: scene.elapsed_ms,
        status: Span::styled(scene.state.0.clone(), canvas.style(scene.state.1)),
        status_width: scene.room,
        is_live: scene.is_live,
        play: scene.play,
    };
    canvas.stateful(view, area);
}
