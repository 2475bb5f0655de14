//! A visit as its observer sees it: header, progress, items, and the guide. Nothing moves when something changes.

use super::choices::Choices;
use super::header::{Header, Progress};
use super::items::ItemList;
use super::panel::{Panel, SidePanel};
use super::view::VisitView;
use crate::app::screens::visit::Mode;
use crate::ui::prelude::*;
use crate::ui::wrap::cells;

/// From this width on, the guide is beside the list.
const WIDE: u16 = 100;
/// In fewer rows than this, all are the list's.
const MIN_HEIGHT: u16 = 8;
/// The rows of the key hints and their rule, under a visit that has the window to itself.
const HINTS_HEIGHT: u16 = 3;

/// The areas of a visit.
struct VisitViewLayout {
    header: Rect,
    progress: Rect,
    rule: Rect,
    items: Rect,
    side_rule: Rect,
    side: Rect,
    panel_rule: Rect,
    panel: Rect,
}

impl VisitViewLayout {
    fn new(area: Rect, panel_height: u16) -> Self {
        // In very few rows the panel is directly under the first rule.
        let panel_rule = u16::from(panel_height > 0 && area.height > panel_height + 3);
        let heights = [1, 1, 1].map(Constraint::Length).into_iter().chain([Constraint::Fill(1)]);
        let heights = heights.chain([panel_rule, panel_height].map(Constraint::Length));
        let [header, progress, rule, middle, panel_rule, panel] = Layout::vertical(heights).areas(area);
        let [items, side_rule, side] = if area.width >= WIDE {
            Layout::horizontal([Constraint::Percentage(60), Constraint::Length(1), Constraint::Fill(1)]).areas(middle)
        } else {
            [middle, Rect::default(), Rect::default()]
        };
        let inner = |area: Rect| area.inner(Margin::new(1, 0));
        Self {
            header: inner(header),
            progress: inner(progress),
            rule,
            items: inner(items),
            side_rule,
            side: inner(side),
            panel_rule,
            panel: inner(panel),
        }
    }
}

impl VisitView<'_> {
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
            Mode::Choosing(chooser) => {
                Choices { view: self, chooser }.height(area.inner(Margin::new(1, 0)).width).min(max)
            }
            Mode::Marks(_) => cells(self.visit.state().loose_marks().count() + 1).min(max),
        }
    }
}

impl StatefulWidget for VisitView<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let layout = VisitViewLayout::new(area, self.panel_height(area));
        let theme = self.ctx.theme;
        Header(&self).render(layout.header, buf);
        Progress(&self).render(layout.progress, buf);
        Rule::horizontal(theme).render(layout.rule, buf);
        ItemList { view: &self, has_seconds: area.width >= WIDE }.render(layout.items, buf, out);
        Rule::vertical(theme).render(layout.side_rule, buf);
        SidePanel(&self).render(layout.side, buf);
        Rule::horizontal(theme).render(layout.panel_rule, buf);
        Panel(&self).render(layout.panel, buf, out);
    }
}
