//! The two rows over the items: what and where, and how far each section has come.

use super::view::VisitView;
use crate::ui::prelude::*;

/// The columns between two sections.
const GAP: u16 = 2;
/// A shorter bar shows nothing.
const MIN_BAR: usize = 3;

/// Kind and site, whether the visit is paused, its status and its clock.
pub struct Header<'v, 'a>(pub &'v VisitView<'a>);

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
pub struct Progress<'v, 'a>(pub &'v VisitView<'a>);

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
