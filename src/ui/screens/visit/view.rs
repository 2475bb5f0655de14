//! What a visit is rendered from, whether it is under way or played back. It renders itself in `render`.

use crate::app::screens::visit::VisitScreen;
use crate::ui::prelude::*;
use crate::visit::{Item, Playback, Visit};

/// A visit.
pub struct VisitView<'a> {
    /// What it is rendered from.
    pub ctx: &'a RenderContext<'a>,
    /// The visit.
    pub visit: &'a Visit,
    /// Where the observer is in it.
    pub screen: &'a VisitScreen,
    /// The time on its clock, in milliseconds.
    pub elapsed_ms: u64,
    /// What is beside the clock.
    pub status: Span<'a>,
    /// The columns of the longest status, so that nothing moves when it changes.
    pub status_width: u16,
    /// Whether keys answer, so that the practice visit names them.
    pub is_live: bool,
    /// The scenario that is practised on: times are then those of its script.
    pub play: Option<&'a Playback>,
}

impl<'a> VisitView<'a> {
    /// Returns the selected item.
    pub(super) fn item(&self) -> &'a Item {
        self.visit.definition().item(self.screen.item)
    }
}
