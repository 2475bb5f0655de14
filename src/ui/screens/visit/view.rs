//! A visit as its observer sees it: header, progress, items, and the guide. It may be under way or played back; nothing
//! moves when something changes.

use super::choices::Choices;
use super::items::ItemList;
use super::panel::{Panel, SidePanel};
use crate::app::screens::visit::{Mode, VisitScreen};
use crate::text::clean::clean;
use crate::ui::context::{Interaction, RenderContext};
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::chrome::Rule;
use crate::ui::wrap::{cells, truncate, width};
use crate::visit::{Item, Play, Visit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{StatefulWidget, Widget};

/// From this width on, the guide is beside the list.
const WIDE: u16 = 100;
/// In fewer rows than this, all are the list's.
const MIN_HEIGHT: u16 = 8;
/// The rows of the key hints and their rule, under a visit that has the window to itself.
const HINTS_HEIGHT: u16 = 3;
/// The columns between two sections.
const GAP: u16 = 2;
/// A shorter bar shows nothing.
const MIN_BAR: usize = 3;
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
    pub play: Option<&'a Play>,
}

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
            Mode::Choosing(chooser) => Choices { view: self, chooser }.height(area.width.saturating_sub(2)).min(max),
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

/// Kind and site, whether the visit is paused, its status and its clock.
struct Header<'v, 'a>(&'v VisitView<'a>);

impl Widget for Header<'_, '_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(view) = self;
        let (ctx, state) = (view.ctx, view.visit.state());
        let Some((started, _)) = state.started() else { return };
        let clock =
            format::clock(view.play.map_or(view.elapsed_ms, |play| play.script_ms(view.visit, view.elapsed_ms)));
        let paused = if state.paused().is_some() { ctx.text("app-paused") } else { "" };
        let widths = [width(paused).min(1), width(paused), 1, view.status_width, 2, width(&clock)];
        let widths = [Constraint::Fill(1)].into_iter().chain(widths.map(Constraint::Length));
        let [title, _, pause, _, status, _, time] = Layout::horizontal(widths).areas(area);
        let name = format!("{} · {}", ctx.text(format::kind_id(started.kind)), clean(started.site.label()));
        Span::styled(truncate(&name, title.width), ctx.style(Role::Title)).render(title, buf);
        Span::styled(paused, ctx.style(Role::Warning)).render(pause, buf);
        Line::from(view.status.clone()).right_aligned().render(status, buf);
        Span::styled(clock, ctx.style(Role::Text)).render(time, buf);
    }
}

/// The answers of each section, with a bar where there is room.
struct Progress<'v, 'a>(&'v VisitView<'a>);

impl Progress<'_, '_> {
    /// Returns the name, the answers and the items of each section that has any.
    fn sections(&self) -> Vec<(String, usize, usize)> {
        let visit = self.0.visit;
        let sections = &visit.definition().checklist().sections;
        let mut counts = vec![(0, 0); sections.len()];
        for index in (0..visit.definition().len()).filter(|&index| visit.state().applies(index)) {
            if let Some((done, all)) = counts.get_mut(visit.definition().section_index(index)) {
                *all += 1;
                *done += usize::from(visit.state().answer(index).is_some());
            }
        }
        let lang = self.0.ctx.texts.lang();
        let sections = sections.iter().zip(counts).filter(|(_, (_, all))| *all > 0);
        sections
            .map(|(section, (done, all))| (format!("{} {done}/{all}", section.title.get(lang)), done, all))
            .collect()
    }
}

impl Widget for Progress<'_, '_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let ctx = self.0.ctx;
        let sections = self.sections();
        // Bars share the columns that the words leave. The gap after the last one is a column shorter.
        let words = sections.iter().map(|(name, ..)| width(name) + GAP + 1).fold(0, u16::saturating_add);
        let bar = usize::from((area.width + 1).saturating_sub(words)) / sections.len().max(1);
        let mut spans = Vec::new();
        let mut room = area.width;
        for (name, done, all) in sections {
            let style = ctx.style(if done == all { Role::Quiet } else { Role::Text });
            let name = truncate(&name, room).into_owned();
            room = room.saturating_sub(width(&name) + GAP);
            spans.push(Span::styled(name, style));
            if bar >= MIN_BAR {
                let squares = bar.min(all);
                let full = done * squares / all;
                spans.push(Span::raw(" "));
                spans.push(Span::styled(ctx.glyph(Glyph::Full).repeat(full), style));
                spans.push(Span::styled(ctx.glyph(Glyph::Empty).repeat(squares - full), ctx.style(Role::Quiet)));
            }
            spans.push(Span::raw("  "));
        }
        Line::from(spans).render(area, buf);
    }
}
