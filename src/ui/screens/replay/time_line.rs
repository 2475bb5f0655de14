//! The time line of a replay: its events at their places, gaps shaded and short, and where the replay stands.

use crate::app::screens::replay::ReplayScreen;
use crate::ui::prelude::*;
use crate::ui::widgets::number_axis::NumberAxis;
use crate::visit::event::Body;
use crate::visit::replay::ReplayStep;

/// The kind of an event on the line; of several in one cell, the last of these is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Other,
    Note,
    Fact,
    Late,
    Mark,
}

impl Kind {
    /// Returns its sign, and the message that says what the sign means.
    fn sign<'a>(self, ctx: &RenderContext<'a>) -> (&'a str, &'static str) {
        match self {
            Self::Other => (ctx.glyph(Glyph::Open), ""),
            Self::Note => (ctx.text("app-flag-note"), "replay-sign-note"),
            Self::Fact => ("!", "replay-sign-fact"),
            Self::Late => (ctx.glyph(Glyph::Late), "replay-sign-late"),
            Self::Mark => (ctx.glyph(Glyph::Dot), "replay-sign-mark"),
        }
    }
}

/// A line of time in one row, with the events above it where there are two; a click on it means [`Target::Time`].
pub struct TimeLine<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub screen: &'a ReplayScreen,
}

impl TimeLine<'_> {
    /// Returns what the glyphs of this visit mean.
    pub fn legend(&self) -> String {
        let kinds: Vec<Kind> = self.screen.steps().iter().filter_map(|step| self.kind(step)).collect();
        let named = [Kind::Mark, Kind::Note, Kind::Late, Kind::Fact].into_iter();
        let used = named.filter(|kind| kinds.contains(kind)).map(|kind| kind.sign(self.ctx));
        let has_gaps = !self.screen.replay.gaps().is_empty();
        let gap = has_gaps.then(|| (self.ctx.glyph(Glyph::Shade), "replay-sign-gap"));
        let words = used.chain(gap).map(|(glyph, id)| format!("{glyph} {}", self.ctx.text(id)));
        words.collect::<Vec<_>>().join("  ")
    }

    fn kind(&self, step: &ReplayStep) -> Option<Kind> {
        Some(match self.screen.whole().events().get(step.event)?.body {
            Body::Marked { .. } => Kind::Mark,
            _ if step.seen.is_some() => Kind::Late,
            Body::ClockShifted { .. } | Body::Resumed(_) => Kind::Fact,
            Body::Noted { .. } => Kind::Note,
            _ => Kind::Other,
        })
    }

    /// Returns the cell of a visit time among so many.
    fn cell(&self, ms: u64, cells: u16) -> u16 {
        NumberAxis { from: 0.0, to: 1.0 }.cell(self.screen.replay.axis_position(ms), cells)
    }

    /// Returns the event of each cell, and whether it has been played.
    fn events(&self, cells: u16) -> Vec<Option<(Kind, bool)>> {
        let mut events = vec![None; cells.into()];
        for (number, step) in (1..).zip(self.screen.steps()) {
            let event = self.kind(step).map(|kind| (kind, number <= self.screen.played));
            if let Some(cell) = events.get_mut(usize::from(self.cell(step.at_ms, cells))) {
                *cell = (*cell).max(event);
            }
        }
        events
    }

    /// Returns the line in so many cells.
    fn line(&self, cells: u16) -> Line<'static> {
        let now = self.cell(self.screen.at_ms(), cells);
        let gaps = self.screen.replay.gaps().iter();
        let gaps: Vec<_> = gaps.map(|gap| (self.cell(gap.from_ms, cells), self.cell(gap.to_ms, cells))).collect();
        let span = |cell: u16| {
            let is_gap = gaps.iter().any(|(from, to)| (*from..(*to).max(from + 1)).contains(&cell));
            let (glyph, role) = match cell {
                _ if cell == now => (Glyph::Block, Role::Title),
                _ if is_gap => (Glyph::Shade, Role::Quiet),
                _ if cell < now => (Glyph::Rule, Role::Title),
                _ => (Glyph::Rule, Role::Quiet),
            };
            self.ctx.span(self.ctx.glyph(glyph), role)
        };
        (0..cells).map(span).collect()
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let [above, line] = Layout::vertical([Fill(1), Length(1)]).areas(area);
        for (event, cell) in self.events(area.width).into_iter().zip(above.columns()) {
            if let Some((kind, is_played)) = event {
                let role = if is_played { Role::Title } else { Role::Quiet };
                self.ctx.span(kind.sign(self.ctx).0, role).render(cell, buf);
            }
        }
        self.line(area.width).render(line, buf);
        let last = f64::from(area.width.max(2) - 1);
        for (number, column) in (0u32..).map(f64::from).zip(area.columns()) {
            out.clicks.add(column, Target::Time(self.screen.replay.time_at_position(number / last)));
        }
    }
}
