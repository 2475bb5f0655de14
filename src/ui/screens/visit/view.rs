//! A visit as its observer sees it, under way or played back: header, progress, items, and the guide. Nothing moves when
//! something changes.

use crate::app::screens::visit::{Mode, VisitScreen};
use crate::ui::prelude::*;
use crate::visit::{Item, Playback, Visit};

/// From this width on, the guide is beside the list.
const WIDE: u16 = 100;
/// In fewer rows than this, all are the list's.
const MIN_HEIGHT: u16 = 8;
/// The rows of the key hints and their rule, under a visit that has the window to itself.
const HINTS_HEIGHT: u16 = 3;

/// A visit.
pub struct VisitView<'a> {
    pub ctx: &'a RenderContext<'a>,
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

    /// Returns the rows of the panel under the list. They depend only on the checklist, the window and what is open, so
    /// that nothing moves; where the list leaves rows free there are more.
    fn panel_height(&self, area: Rect) -> u16 {
        let height = area.height + if self.is_live { HINTS_HEIGHT } else { 0 };
        let max = (height / 2).saturating_sub(1).max(2);
        let usual = match height {
            0..=13 => 1,
            14..=19 => 3,
            20..=27 => 5,
            _ => 8,
        };
        match &self.screen.mode {
            Mode::Items | Mode::Script(_) if area.width >= WIDE || height < MIN_HEIGHT => 0,
            // Under a script there is no room for more than the items.
            Mode::Items | Mode::Script(_) if self.play.is_some() && area.height <= MIN_HEIGHT => 0,
            Mode::Items | Mode::Script(_) => {
                let definition = self.visit.definition();
                let list = cells(definition.len() + definition.checklist().sections.len() + 8);
                usual.max(height.saturating_sub(list).min(max))
            }
            Mode::Placing(_) | Mode::Entry(_) => 2,
            Mode::Note(_) => max.min(5),
            Mode::Choosing(chooser) => self.choices_height(chooser, padded(area).width).min(max),
            Mode::Marks(_) => cells(self.visit.state().loose_marks().count() + 1).min(max),
        }
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let panel_height = self.panel_height(area);
        // In very few rows the panel is directly under the first rule.
        let panel_rule = u16::from(panel_height > 0 && area.height > panel_height + 3);
        let heights = [Length(1), Length(1), Length(1), Fill(1), Length(panel_rule), Length(panel_height)];
        let [header, progress, rule, middle, panel_rule, panel] = Layout::vertical(heights).areas(area);
        let has_side = area.width >= WIDE;
        let [items, side_rule, side] = if has_side {
            Layout::horizontal([Percentage(60), Length(1), Fill(1)]).areas(middle)
        } else {
            [middle, Rect::default(), Rect::default()]
        };
        self.render_header(padded(header), buf);
        self.render_progress(padded(progress), buf);
        render_rule(self.ctx, rule, buf);
        self.render_items(has_side, padded(items), buf, out);
        render_rule(self.ctx, side_rule, buf);
        self.render_side_panel(padded(side), buf);
        render_rule(self.ctx, panel_rule, buf);
        self.render_panel(padded(panel), buf, out);
    }

    /// Renders the selected item as it is shown in the list, and what is under the list, without what surrounds them.
    pub fn render_item(&self, area: Rect, buf: &mut Buffer) {
        let list = self.item_height(area.width).saturating_add(1);
        let [items, panel] = Layout::vertical([Max(list), Fill(1)]).areas(area);
        let mut unused = Interaction::default();
        self.render_items(false, items, buf, &mut unused);
        if !panel.is_empty() {
            self.render_panel(panel, buf, &mut unused);
        }
    }
}
