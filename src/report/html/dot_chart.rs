//! A dot chart: each row has a name and a figure as text, and below them the figure and its interval on a common axis.

use super::chart_parts::{Frame, Scale, Shape, grid, mark, percent, px, row_figure, row_name, text_anchor, whisker};
use crate::report::number_format::NumberFormat;
use maud::{Markup, html};

/// The height of a row, in pixels.
const ROW_HEIGHT: f64 = 36.0;
/// The number of rows shown at each end where not all fit.
const ROWS_AT_EACH_END: usize = 12;
/// The maximum number of rows of a chart.
pub const MAX_ROWS: usize = 2 * ROWS_AT_EACH_END + 2;

/// A row with a figure.
pub struct Dot {
    pub name: String,
    /// The figure as text, or the text that replaces an undefined one.
    pub figure: String,
    /// The interval and the count as text.
    pub detail: String,
    /// The figure; `None` has no mark.
    pub value: Option<f64>,
    /// The limits of the figure.
    pub interval: Option<(f64, f64)>,
    pub shape: Shape,
    /// A second figure, marked by a diamond.
    pub second: Option<f64>,
}

/// A row of the chart.
pub enum Row {
    Dot(Dot),
    /// A text in place of rows that are left out.
    Gap(String),
}

/// A vertical line through all rows.
pub struct ReferenceLine {
    pub value: f64,
    /// The text above the line; it may be empty.
    pub name: String,
}

/// Renders a dot chart.
pub fn dot_chart(
    frame: &Frame<'_>,
    rows: &[Row],
    reference: Option<&ReferenceLine>,
    scale: Scale,
    tick_label: impl Fn(f64) -> String,
) -> Markup {
    let top = if reference.is_some_and(|reference| !reference.name.is_empty()) { 18.0 } else { 4.0 };
    let bottom = top + ROW_HEIGHT * super::float(rows.len());
    let contents = html! {
        (grid(scale, (top, bottom), tick_label))
        @if let Some(reference) = reference {
            @let x = scale.at(reference.value);
            line.reference x1=(percent(x)) x2=(percent(x)) y1=(px(top)) y2=(px(bottom)) {}
            text.tick.strong x=(percent(x)) y="11" text-anchor=(text_anchor(x)) { (reference.name) }
        }
        @for (index, row) in rows.iter().enumerate() {
            @let y = top + ROW_HEIGHT * super::float(index);
            @match row {
                Row::Gap(text) => text.gap x="50%" y=(px(y + 20.0)) text-anchor="middle" { (text) },
                Row::Dot(dot) => (render_dot(dot, scale, y)),
            }
        }
    };
    frame.render(bottom + 20.0, &contents)
}

fn render_dot(dot: &Dot, scale: Scale, y: f64) -> Markup {
    let axis = y + 21.0;
    html! {
        (row_name(&dot.name, y + 12.0))
        (row_figure(&dot.figure, &dot.detail, y + 12.0))
        line.rail x1="0" x2="100%" y1=(px(axis)) y2=(px(axis)) {}
        @if let Some((lower, upper)) = dot.interval { (whisker(scale, lower, upper, axis)) }
        @if let Some(value) = dot.value { (mark(dot.shape, scale.at(value), axis)) }
        @if let Some(second) = dot.second { (mark(Shape::Diamond, scale.at(second), axis)) }
    }
}

/// Returns the rows of a chart: all, or the first and the last of them with a gap between.
pub fn rows_or_ends<R>(format: &NumberFormat<'_>, rows: &[R], dot: impl Fn(&R) -> Dot) -> Vec<Row> {
    let dots = |rows: &[R]| rows.iter().map(|row| Row::Dot(dot(row))).collect::<Vec<_>>();
    if rows.len() <= MAX_ROWS {
        return dots(rows);
    }
    let (first, rest) = rows.split_at(ROWS_AT_EACH_END);
    let (left_out, last) = rest.split_at(rest.len() - ROWS_AT_EACH_END);
    let count = format.count(left_out.len() as u64);
    let gap = Row::Gap(format.texts.with("page-rows-between", &[("rows", count.into())]));
    dots(first).into_iter().chain([gap]).chain(dots(last)).collect()
}

/// Returns every number that the marks of rows show.
pub fn shown_values(rows: &[Row]) -> impl Iterator<Item = f64> {
    rows.iter().flat_map(|row| match row {
        Row::Gap(_) => Vec::new(),
        Row::Dot(dot) => {
            let limits = dot.interval.into_iter().flat_map(|(lower, upper)| [lower, upper]);
            dot.value.into_iter().chain(limits).chain(dot.second).collect()
        }
    })
}
