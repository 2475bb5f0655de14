//! A bar chart of behaviours: answers yes, partly and no as a stacked bar, and below it the share with its interval.

use super::chart_parts::{Frame, Scale, Shape, grid, mark, percent, px, row_figure, row_name, whisker};
use maud::{Markup, html};

/// The height of a row, in pixels.
const ROW_HEIGHT: f64 = 50.0;

/// A row of the chart.
pub struct Bar {
    pub name: String,
    /// The share as text, or the text that replaces an undefined one.
    pub figure: String,
    /// The interval and the count as text.
    pub detail: String,
    /// The numbers of answers yes, partly, no.
    pub counts: [f64; 3],
    /// The share, from 0 to 1.
    pub share: Option<f64>,
    /// The limits of the share.
    pub interval: Option<(f64, f64)>,
}

/// Renders a bar chart with an axis of shares.
pub fn bar_chart(frame: &Frame<'_>, bars: &[Bar], tick_label: impl Fn(f64) -> String) -> Markup {
    let bottom = ROW_HEIGHT * super::float(bars.len());
    let scale = Scale::new(0.0, 1.0);
    let contents = html! {
        (grid(scale, (0.0, bottom), tick_label))
        @for (index, bar) in bars.iter().enumerate() {
            (render_bar(bar, scale, ROW_HEIGHT * super::float(index)))
        }
    };
    frame.render(bottom + 20.0, &contents)
}

fn render_bar(bar: &Bar, scale: Scale, y: f64) -> Markup {
    let n: f64 = bar.counts.iter().sum();
    let mut end = 0.0;
    let pieces = bar.counts.map(|count| {
        let width = if n > 0.0 { 100.0 * count / n } else { 0.0 };
        end += width;
        (end - width, width)
    });
    html! {
        (row_name(&bar.name, y + 14.0))
        (row_figure(&bar.figure, &bar.detail, y + 14.0))
        @for ((start, width), class) in pieces.into_iter().zip(["yes", "partly", "no"]) {
            @if width > 0.0 {
                rect class=(class) x=(percent(start)) y=(px(y + 20.0)) width=(percent(width)) height="11" {}
            }
        }
        @if let Some((lower, upper)) = bar.interval { (whisker(scale, lower, upper, y + 36.0)) }
        @if let Some(share) = bar.share { (mark(Shape::Disc, scale.at(share), y + 36.0)) }
    }
}

/// Renders the fill patterns that the bars of a page refer to.
pub fn fill_patterns() -> Markup {
    html! {
        svg.patterns aria-hidden="true" width="0" height="0" {
            defs {
                pattern #fill-partly width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.partly-ground width="6" height="6" {}
                    rect.partly-line width="2.6" height="6" {}
                }
                pattern #fill-no width="5" height="5" patternUnits="userSpaceOnUse" {
                    rect.no-ground width="5" height="5" {}
                    circle.no-dot cx="2.5" cy="2.5" r="1.1" {}
                }
            }
        }
    }
}
