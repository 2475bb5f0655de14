//! The time line of a replay: its events at their places, gaps shaded and short, and where the replay stands.

use crate::app::Target;
use crate::app::screens::replay::ReplayScreen;
use crate::ui::context::{Interaction, RenderContext};
use crate::ui::theme::{Glyph, Role};
use crate::visit::event::Body;
use crate::visit::replay::Step;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Span;
use ratatui::widgets::{StatefulWidget, Widget};

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
    fn new(body: &Body, step: &Step) -> Self {
        match body {
            Body::Marked { .. } => Self::Mark,
            _ if step.seen.is_some() => Self::Late,
            Body::ClockShifted { .. } | Body::Resumed(_) => Self::Fact,
            Body::Noted { .. } => Self::Note,
            _ => Self::Other,
        }
    }

    fn glyph<'a>(self, ctx: &RenderContext<'a>) -> &'a str {
        match self {
            Self::Other => ctx.glyph(Glyph::Open),
            Self::Note => ctx.text("app-flag-note"),
            Self::Fact => "!",
            Self::Late => ctx.glyph(Glyph::Late),
            Self::Mark => ctx.glyph(Glyph::Dot),
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
        let named = [
            (Kind::Mark, "replay-sign-mark"),
            (Kind::Note, "replay-sign-note"),
            (Kind::Late, "replay-sign-late"),
            (Kind::Fact, "replay-sign-fact"),
        ];
        let used = named.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(kind, id)| (kind.glyph(self.ctx), *id));
        let has_gaps = !self.screen.replay.gaps().is_empty();
        let gap = has_gaps.then(|| (self.ctx.glyph(Glyph::Shade), "replay-sign-gap"));
        let words = used.chain(gap).map(|(glyph, id)| format!("{glyph} {}", self.ctx.text(id)));
        words.collect::<Vec<_>>().join("  ")
    }

    fn kind(&self, step: &Step) -> Option<Kind> {
        self.screen.whole().events().get(step.event).map(|event| Kind::new(&event.body, step))
    }

    /// Returns the event of each cell, and whether it has been played.
    fn events(&self, scale: &Scale) -> Vec<Option<(Kind, bool)>> {
        let mut cells = vec![None; scale.last + 1];
        for (number, step) in (1..).zip(self.screen.steps()) {
            let event = self.kind(step).map(|kind| (kind, number <= self.screen.played));
            if let Some(cell) = cells.get_mut(scale.cell(self.screen.replay.share(step.at_ms))) {
                *cell = (*cell).max(event);
            }
        }
        cells
    }

    /// Returns the glyph and the role of each cell of the line.
    fn line(&self, scale: &Scale) -> Vec<(Glyph, Role)> {
        let replay = &self.screen.replay;
        let cell = |ms: u64| scale.cell(replay.share(ms));
        let now = cell(self.screen.at_ms());
        let gaps: Vec<_> = replay.gaps().iter().map(|gap| (cell(gap.from_ms), cell(gap.to_ms))).collect();
        let look = |cell: usize| match cell {
            _ if cell == now => (Glyph::Block, Role::Title),
            _ if gaps.iter().any(|(from, to)| (*from..(*to).max(from + 1)).contains(&cell)) => {
                (Glyph::Shade, Role::Quiet)
            }
            _ if cell < now => (Glyph::Rule, Role::Title),
            _ => (Glyph::Rule, Role::Quiet),
        };
        (0..=scale.last).map(look).collect()
    }
}

impl StatefulWidget for TimeLine<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        if area.width < 2 {
            return;
        }
        let scale = Scale { last: usize::from(area.width) - 1 };
        let [above, line] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(area);
        for (event, cell) in self.events(&scale).into_iter().zip(above.columns()) {
            if let Some((kind, is_played)) = event {
                let role = if is_played { Role::Title } else { Role::Quiet };
                Span::styled(kind.glyph(self.ctx), self.ctx.style(role)).render(cell, buf);
            }
        }
        for ((glyph, role), cell) in self.line(&scale).into_iter().zip(line.columns()) {
            Span::styled(self.ctx.glyph(glyph), self.ctx.style(role)).render(cell, buf);
        }
        for (index, column) in area.columns().enumerate() {
            out.clicks.add(column, Target::Time(self.screen.replay.at_share(scale.share(index))));
        }
    }
}

/// The cells of a line, from 0 to the last.
struct Scale {
    last: usize,
}

impl Scale {
    /// Returns the cell at a share of the line.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns")]
    fn cell(&self, share: f64) -> usize {
        ((share * self.last as f64).round() as usize).min(self.last)
    }

    /// Returns the share of the line at a cell.
    #[expect(clippy::cast_precision_loss, reason = "columns")]
    fn share(&self, cell: usize) -> f64 {
        cell as f64 / self.last as f64
    }
}
