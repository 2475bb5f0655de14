//! Figures on a scale, in glyphs one cell wide that every font has. They are lines, so that a table can hold them.

use crate::report::labels::Labels;
use crate::ui::prelude::*;
use crate::ui::widgets::scale::Scale;

/// A figure with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub value: f64,
    pub high: f64,
}

/// Returns the plot of an interval in so many cells, with a bar at the reference.
pub fn interval_plot(
    ctx: &RenderContext<'_>,
    interval: Interval,
    scale: Scale,
    reference: Option<f64>,
    cells: u16,
) -> Line<'static> {
    let cell = |number: f64| scale.cell(number, cells);
    let (low, value, high) = (cell(interval.low), cell(interval.value), cell(interval.high));
    let reference = reference.map(cell);
    let span = |cell: u16| {
        let (glyph, role) = match cell {
            _ if cell == value => (Glyph::Dot, Role::Title),
            // Readers look for whether the interval crosses it.
            _ if Some(cell) == reference => (Glyph::Bar, Role::Quiet),
            _ if (low..=high).contains(&cell) => (Glyph::Rule, Role::Text),
            _ => return Span::raw(" "),
        };
        ctx.span(ctx.glyph(glyph), role)
    };
    (0..cells).map(span).collect()
}

/// The glyphs of a percentage: from which percent on each.
const SHADES: [(f64, Glyph); 4] =
    [(80.0, Glyph::Block), (65.0, Glyph::Dark), (50.0, Glyph::Medium), (0.0, Glyph::Shade)];

/// Returns three percentages side by side: the higher, the darker, with the number beside.
pub fn relations(ctx: &RenderContext<'_>, names: &Labels<'_>, values: [Option<f64>; 3], cells: u16) -> Line<'static> {
    let room = (cells / 3).saturating_sub(1);
    let columns = values.into_iter().fold(ctx.columns(), |columns, value| {
        let number = value.map_or_else(|| "–".to_owned(), |value| names.number(value, 0));
        let shaded = room.saturating_sub(width(&number) + 1);
        let glyph = value.and_then(|value| SHADES.iter().find(|(from, _)| value >= *from)).map(|(_, glyph)| *glyph);
        let shade = glyph.map_or(String::new(), |glyph| ctx.glyph(glyph).repeat(shaded.into()));
        columns.left(shaded, shade, Role::Text).right(room - shaded, number, Role::Text).gap(1)
    });
    columns.into()
}
