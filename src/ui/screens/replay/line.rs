//! The line of time under a replay: its events at their place, gaps shaded and short, and where the replay stands.

use crate::app::Target;
use crate::app::screens::replay::ReplayScreen;
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Glyph, Role};
use crate::visit::event::Body;
use crate::visit::replay::Step;
use ratatui::layout::Rect;

/// What an event is on the line; of several in one cell the last of these shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Other,
    Note,
    Fact,
    Late,
    Mark,
}

impl Kind {
    fn of(body: &Body, step: &Step) -> Self {
        match body {
            Body::Marked { .. } => Self::Mark,
            _ if step.seen.is_some() => Self::Late,
            Body::ClockShifted { .. } | Body::Resumed(_) => Self::Fact,
            Body::Noted { .. } => Self::Note,
            _ => Self::Other,
        }
    }

    fn glyph<'a>(self, canvas: &Canvas<'a>) -> &'a str {
        match self {
            Self::Other => canvas.glyph(Glyph::Open),
            Self::Note => canvas.say("app-flag-note"),
            Self::Fact => "!",
            Self::Late => canvas.glyph(Glyph::Late),
            Self::Mark => canvas.glyph(Glyph::Dot),
        }
    }
}

/// Returns what the signs of this visit mean.
pub fn legend(canvas: &Canvas<'_>, screen: &ReplayScreen) -> String {
    let kinds: Vec<Kind> = screen.steps().iter().filter_map(|step| kind(screen, step)).collect();
    let named = [
        (Kind::Mark, "replay-sign-mark"),
        (Kind::Note, "replay-sign-note"),
        (Kind::Late, "replay-sign-late"),
        (Kind::Fact, "replay-sign-fact"),
    ];
    let used = named.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(kind, id)| (kind.glyph(canvas), *id));
    let gap = (!screen.replay.gaps().is_empty()).then(|| (canvas.glyph(Glyph::Shade), "replay-sign-gap"));
    let words = used.chain(gap).map(|(sign, id)| format!("{sign} {}", canvas.say(id)));
    words.collect::<Vec<_>>().join("  ")
}

fn kind(screen: &ReplayScreen, step: &Step) -> Option<Kind> {
    screen.whole().events().get(step.event).map(|event| Kind::of(&event.body, step))
}

/// Draws the line into one row, or into two where there is room for signs above it.
pub fn draw(canvas: &mut Canvas<'_>, screen: &ReplayScreen, area: Rect) {
    let width = usize::from(area.width);
    if width < 2 || area.height == 0 {
        return;
    }
    let cells = Cells { width };
    if area.height > 1 {
        signs(canvas, screen, &cells, area);
    }
    let y = area.bottom() - 1;
    let now = cells.of(screen.replay.share(screen.at_ms()));
    let gaps: Vec<(usize, usize)> = (screen.replay.gaps().iter())
        .map(|gap| (cells.of(screen.replay.share(gap.from_ms)), cells.of(screen.replay.share(gap.to_ms))))
        .collect();
    for (cell, x) in (0..width).zip(area.x..) {
        let in_gap = gaps.iter().any(|(from, to)| (*from..(*to).max(from + 1)).contains(&cell));
        let (sign, role) = match () {
            () if cell == now => (Glyph::Block, Role::Title),
            () if in_gap => (Glyph::Shade, Role::Quiet),
            () if cell < now => (Glyph::Rule, Role::Title),
            () => (Glyph::Rule, Role::Quiet),
        };
        let sign = canvas.glyph(sign);
        canvas.text(x, y, 1, sign, role);
        let column = Rect { x, y: area.y, width: 1, height: area.height };
        canvas.click(column, Target::Time(screen.replay.at_share(cells.share(cell))));
    }
}

/// Draws the events above the line: what has been played stands out.
fn signs(canvas: &mut Canvas<'_>, screen: &ReplayScreen, cells: &Cells, area: Rect) {
    let mut kinds: Vec<Option<(Kind, bool)>> = vec![None; cells.width];
    for (number, step) in (1..).zip(screen.steps()) {
        let Some(kind) = kind(screen, step) else { continue };
        let kind = (kind, number <= screen.played);
        if let Some(slot) = kinds.get_mut(cells.of(screen.replay.share(step.at_ms))) {
            *slot = (*slot).max(Some(kind));
        }
    }
    for (kind, x) in kinds.into_iter().zip(area.x..) {
        if let Some((kind, is_played)) = kind {
            let sign = kind.glyph(canvas);
            canvas.text(x, area.y, 1, sign, if is_played { Role::Title } else { Role::Quiet });
        }
    }
}

/// The cells of a line.
struct Cells {
    width: usize,
}

impl Cells {
    /// Returns the cell of a share of the line.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns")]
    fn of(&self, share: f64) -> usize {
        let last = self.width - 1;
        ((share * last as f64).round() as usize).min(last)
    }

    /// Returns the share of the line at which a cell stands.
    #[expect(clippy::cast_precision_loss, reason = "columns")]
    fn share(&self, cell: usize) -> f64 {
        cell as f64 / (self.width - 1) as f64
    }
}
