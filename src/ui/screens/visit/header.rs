//! The two rows over the items: what and where, and how far each section has come.

use super::view::VisitView;
use crate::ui::prelude::*;

/// The columns between two sections.
const GAP: u16 = 2;
/// A shorter bar shows nothing.
const MIN_BAR: usize = 3;

impl VisitView<'_> {
    /// Renders kind and site, whether the visit is paused, its status and its clock.
    pub(super) fn render_header(&self, area: Rect, buf: &mut Buffer) {
        let (ctx, state) = (self.ctx, self.visit.state());
        let Some((started, _)) = state.started() else { return };
        let ms = match self.play {
            Some(play) => play.script_ms(self.visit, self.elapsed_ms),
            // The clock stands in a pause, and goes on from there.
            None if self.is_live => state.active_ms(0, self.elapsed_ms),
            None => self.elapsed_ms,
        };
        let clock = format::clock(ms);
        let (paused, clock_role) =
            if state.paused().is_some() { (ctx.text("app-paused"), Role::Warning) } else { ("", Role::Text) };
        let widths = [width(paused).min(1), width(paused), 1, self.status_width, 2, width(&clock)];
        let widths = [Fill(1)].into_iter().chain(widths.map(Length));
        let [title, _, pause, _, status, _, time] = Layout::horizontal(widths).areas(area);
        let kind = ctx.text(format::kind_id(started.kind));
        let kind = if state.is_correction() { ctx.text("correction-word") } else { kind };
        let name = format!("{kind} · {}", clean(started.site.label()));
        ctx.span(truncate(&name, title.width), Role::Title).render(title, buf);
        ctx.span(paused, Role::Warning).render(pause, buf);
        Line::from(self.status.clone()).right_aligned().render(status, buf);
        ctx.span(clock, clock_role).render(time, buf);
    }

    /// Returns the name, the answers and the items of each section that has any.
    fn sections(&self) -> Vec<(String, usize, usize)> {
        let (definition, state) = (self.visit.definition(), self.visit.state());
        let counted = definition.checklist().sections.iter().enumerate().map(|(at, section)| {
            let items = || self.visit.applicable_items().filter(|&index| definition.section_index(index) == at);
            let (all, done) = (items().count(), items().filter(|&index| state.answer(index).is_some()).count());
            (format!("{} {done}/{all}", section.title.get(self.ctx.texts.lang())), done, all)
        });
        counted.filter(|(.., all)| *all > 0).collect()
    }

    /// Renders the answers of each section, with a bar where there is room.
    pub(super) fn render_progress(&self, area: Rect, buf: &mut Buffer) {
        let ctx = self.ctx;
        let sections = self.sections();
        // Bars share the columns that the words leave. The gap after the last one is a column shorter.
        let words = sections.iter().map(|(name, ..)| width(name) + GAP + 1).fold(0, u16::saturating_add);
        let gap = if words > area.width + 1 { 1 } else { GAP };
        let bar = usize::from((area.width + 1).saturating_sub(words)) / sections.len().max(1);
        let mut line = ctx.columns();
        let mut room = area.width;
        for (name, done, all) in sections {
            let role = if done == all { Role::Quiet } else { Role::Text };
            let name = truncate(name, room);
            room = room.saturating_sub(width(&name) + gap);
            line = line.text(name, role);
            if bar >= MIN_BAR {
                let squares = bar.min(all);
                let full = done * squares / all;
                line = line.gap(1).text(ctx.glyph(Glyph::Full).repeat(full), role);
                line = line.text(ctx.glyph(Glyph::Empty).repeat(squares - full), Role::Quiet);
            }
            line = line.gap(gap);
        }
        Line::from(line).render(area, buf);
    }
}
