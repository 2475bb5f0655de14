//! A row for each thing: its name, its figure in letters, and below them the figure and its interval on one axis.
//!
//! Serves scores of sites, differences between periods, and what goes with the outcome.

use super::marks::{Frame, Scale, Shape, across, grid, mark, name, px, whisker};
use maud::{Markup, html};

/// From one row to the next.
const PITCH: f64 = 36.0;

/// One row.
pub struct Dot {
    /// What it is of.
    pub name: String,
    /// The figure in letters.
    pub value: String,
    /// Its interval and n, left out where there is little room.
    pub detail: String,
    /// Where the figure lies; `None` draws no mark.
    pub place: Option<f64>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// Its mark.
    pub shape: Shape,
    /// A second figure, marked by a diamond.
    pub second: Option<f64>,
}

/// The rows of a chart.
pub enum Line {
    /// A row.
    Dot(Dot),
    /// NumberFormat for rows that are left out.
    Gap(String),
}

/// A line down through all rows.
pub struct Reference {
    /// Where.
    pub place: f64,
    /// What it is.
    pub name: String,
}

/// Draws the rows on an axis; `write` puts its numbers into letters.
pub fn dots(
    frame: (&str, &str, &str),
    lines: &[Line],
    reference: Option<&Reference>,
    scale: Scale,
    write: impl Fn(f64) -> String,
) -> Markup {
    let (id, title, description) = frame;
    let top = if reference.is_some_and(|reference| !reference.name.is_empty()) { 18.0 } else { 4.0 };
    let bottom = top + PITCH * super::float(lines.len());
    let inside = html! {
        (grid(scale, (top, bottom), write))
        @if let Some(reference) = reference {
            @let at = across(scale.at(reference.place));
            line.reference x1=(at) x2=(at) y1=(px(top)) y2=(px(bottom)) {}
            text.tick.strong x=(at) y="11" text-anchor=(super::marks::anchor(scale.at(reference.place))) { (reference.name) }
        }
        @for (index, line) in lines.iter().enumerate() {
            @let y = top + PITCH * super::float(index);
            @match line {
                Line::Gap(words) => text.gap x="50%" y=(px(y + 20.0)) text-anchor="middle" { (words) },
                Line::Dot(dot) => (row(dot, scale, y)),
            }
        }
    };
    Frame { id, title, description, height: bottom + 20.0 }.around(&inside)
}

fn row(dot: &Dot, scale: Scale, y: f64) -> Markup {
    let middle = y + 21.0;
    html! {
        (name(&dot.name, y + 12.0))
        text.value x="100%" y=(px(y + 12.0)) text-anchor="end" {
            tspan.figure { (dot.value) } tspan.detail { " " (dot.detail) }
        }
        line.rail x1="0" x2="100%" y1=(px(middle)) y2=(px(middle)) {}
        @if let Some((lower, upper)) = dot.interval { (whisker(scale, lower, upper, middle)) }
        @if let Some(place) = dot.place { (mark(dot.shape, scale.at(place), middle)) }
        @if let Some(second) = dot.second { (mark(Shape::Diamond, scale.at(second), middle)) }
    }
}
