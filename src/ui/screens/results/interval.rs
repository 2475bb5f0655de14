//! Figures on a scale, in glyphs one cell wide that every font has. They are lines, so that a table can hold them.

use crate::report::names::Names;
use crate::ui::context::RenderContext;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::columns::Columns;
use crate::ui::wrap::width;
use ratatui::text::{Line, Span};

/// A figure with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub value: f64,
    pub high: f64,
}

/// The numbers that a row of cells stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub from: f64,
    pub to: f64,
}

impl Scale {
    /// Creates a scale of round ends around numbers, within `limits`.
    pub fn around(numbers: impl Iterator<Item = f64> + Clone, limits: (f64, f64)) -> Self {
        let low = numbers.clone().fold(f64::INFINITY, f64::min).max(limits.0);
        let high = numbers.fold(f64::NEG_INFINITY, f64::max).min(limits.1);
        if !(low.is_finite() && high.is_finite()) {
            return Self { from: 0.0, to: 1.0 };
        }
        let step = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
            .into_iter()
            .find(|step| (high - low) / step <= 10.0)
            .unwrap_or_else(|| (high - low) / 10.0);
        let from = ((low / step).floor() * step).max(limits.0);
        let to = ((high / step).ceil() * step).min(limits.1);
        if to > from { Self { from, to } } else { Self { from: from - step, to: from + step } }
    }

    /// Returns the cell of a number among so many; a number outside the scale is at its end.
    fn cell(self, number: f64, cells: u16) -> u16 {
        let last = f64::from(cells.saturating_sub(1));
        let at = ((number - self.from) / (self.to - self.from) * last).round().clamp(0.0, last);
        (0..cells).find(|cell| f64::from(*cell) >= at).unwrap_or(0)
    }
}

/// A figure and its interval on a scale, with a bar at the reference.
pub struct IntervalPlot<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub scale: Scale,
    /// The number that the figure is compared with.
    pub reference: Option<f64>,
}

impl IntervalPlot<'_> {
    /// Returns the plot of an interval in so many cells.
    pub fn line(&self, interval: Interval, cells: u16) -> Line<'static> {
        let cell = |number: f64| self.scale.cell(number, cells);
        let (low, value, high) = (cell(interval.low), cell(interval.value), cell(interval.high));
        let reference = self.reference.map(cell);
        let span = |cell: u16| {
            let (glyph, role) = match cell {
                _ if cell == value => (Glyph::Dot, Role::Title),
                // Readers look for whether the interval crosses it.
                _ if Some(cell) == reference => (Glyph::Bar, Role::Quiet),
                _ if (low..=high).contains(&cell) => (Glyph::Rule, Role::Text),
                _ => return Span::raw(" "),
            };
            Span::styled(self.ctx.glyph(glyph), self.ctx.style(role))
        };
        (0..cells).map(span).collect()
    }
}

/// The glyphs of a percentage: from which percent on each.
const SHADES: [(f64, Glyph); 4] =
    [(80.0, Glyph::Block), (65.0, Glyph::Dark), (50.0, Glyph::Medium), (0.0, Glyph::Shade)];

/// Returns three percentages side by side: the higher, the darker, with the number beside.
pub fn relations(ctx: &RenderContext<'_>, names: &Names<'_>, values: [Option<f64>; 3], cells: u16) -> Line<'static> {
    let style = ctx.style(Role::Text);
    let room = (cells / 3).saturating_sub(1);
    let columns = values.into_iter().fold(Columns::default(), |columns, value| {
        let number = value.map_or_else(|| "–".to_owned(), |value| names.number(value, 0));
        let shaded = room.saturating_sub(width(&number) + 1);
        let glyph = value.and_then(|value| SHADES.iter().find(|(from, _)| value >= *from)).map(|(_, glyph)| *glyph);
        let shade = glyph.map_or(String::new(), |glyph| ctx.glyph(glyph).repeat(shaded.into()));
        columns.left(shaded, shade, style).right(room - shaded, number, style).gap(1)
    });
    columns.into()
}
