//! A bar for each behaviour: yes, partly, no among those that count, and the share with its interval above it.

use super::marks::{Frame, Scale, Shape, across, grid, mark, name, px, whisker};
use maud::{Markup, html};

const PITCH: f64 = 50.0;

/// One bar.
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// The share in letters, or the words for there being none.
    pub value: String,
    /// Its interval and n.
    pub detail: String,
    /// Answers yes, partly, no.
    pub counts: [f64; 3],
    /// The share, from 0 to 1.
    pub share: Option<f64>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
}

/// Draws the bars.
pub fn bars(frame: (&str, &str, &str), bars: &[Bar], write: impl Fn(f64) -> String) -> Markup {
    let (id, title, description) = frame;
    let bottom = PITCH * super::float(bars.len());
    let scale = Scale::new(0.0, 1.0);
    let inside = html! {
        (grid(scale, (0.0, bottom), write))
        @for (index, bar) in bars.iter().enumerate() {
            (one(bar, scale, PITCH * super::float(index)))
        }
    };
    Frame { id, title, description, height: bottom + 20.0 }.around(&inside)
}

fn one(bar: &Bar, scale: Scale, y: f64) -> Markup {
    let n: f64 = bar.counts.iter().sum();
    let mut from = 0.0;
    let pieces = bar.counts.map(|count| {
        let width = if n > 0.0 { 100.0 * count / n } else { 0.0 };
        from += width;
        (from - width, width)
    });
    html! {
        (name(&bar.name, y + 14.0))
        text.value x="100%" y=(px(y + 14.0)) text-anchor="end" {
            tspan.figure { (bar.value) } tspan.detail { " " (bar.detail) }
        }
        @for ((from, width), class) in pieces.into_iter().zip(["yes", "partly", "no"]) {
            @if width > 0.0 {
                rect class=(class) x=(across(from)) y=(px(y + 20.0)) width=(across(width)) height="11" {}
            }
        }
        @if let Some((lower, upper)) = bar.interval { (whisker(scale, lower, upper, y + 36.0)) }
        @if let Some(share) = bar.share { (mark(Shape::Full, scale.at(share), y + 36.0)) }
    }
}

/// Draws the patterns that bars are filled with; once in a page.
pub fn patterns() -> Markup {
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
