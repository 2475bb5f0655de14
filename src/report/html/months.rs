//! One site's months: their scores in order, the natural limits, the months that are signals.

use super::marks::{Frame, Scale, Shape, across, mark, px};
use maud::{Markup, html};
use std::fmt::Write as _;

const TOP: f64 = 16.0;
const HEIGHT: f64 = 112.0;
/// Where the first month lies, and how far from it the last, in percent of the width.
const LEFT: f64 = 11.0;
const WIDE: f64 = 87.0;

/// One chart.
pub struct Months<'a> {
    /// Its name within the page.
    pub id: &'a str,
    /// What it is of.
    pub name: String,
    /// How it is read.
    pub description: String,
    /// The months: their score, and whether it is a signal.
    pub points: Vec<(Option<f64>, bool)>,
    /// The mean, and the natural limits.
    pub limits: Option<(f64, f64, f64)>,
    /// The first and the last month, in letters.
    pub ends: (String, String),
    /// At which point the level becomes another one.
    pub shift: Option<usize>,
}

/// Draws a chart on a scale that its neighbours share.
pub fn months(chart: &Months<'_>, scale: Scale, write: impl Fn(f64) -> String) -> Markup {
    let down = |percent: f64| TOP + HEIGHT * (1.0 - scale.at(percent) / 100.0);
    let steps = super::float(chart.points.len().saturating_sub(1)).max(1.0);
    let place = |index: usize| LEFT + WIDE * super::float(index) / steps;
    let level = |class: &str, percent: f64| {
        html! { line class=(class) x1="9%" x2="100%" y1=(px(down(percent))) y2=(px(down(percent))) {} }
    };
    let inside = html! {
        @for tick in scale.ticks() {
            (level("grid", tick))
            text.tick x="0" y=(px(down(tick) + 4.0)) { (write(tick)) }
        }
        @if let Some((centre, lower, upper)) = chart.limits {
            (level("centre", centre)) (level("limit", lower)) (level("limit", upper))
        }
        @if let Some(shift) = chart.shift {
            @let at = place(shift);
            line.reference x1=(across(at)) x2=(across(at)) y1=(px(TOP)) y2=(px(TOP + HEIGHT)) {}
        }
        svg x=(across(LEFT)) y="0" width=(across(WIDE)) height=(px(TOP + HEIGHT)) viewBox={ "0 0 1000 " (px(TOP + HEIGHT)) } preserveAspectRatio="none" {
            path.months d=(line(chart, steps, down)) {}
        }
        @for (index, (percent, signal)) in chart.points.iter().enumerate() {
            @if let Some(percent) = percent {
                @if *signal { (mark(Shape::Triangle, place(index), down(*percent))) }
                @else { circle.month cx=(across(place(index))) cy=(px(down(*percent))) r="2.6" {} }
            }
        }
        text.tick x=(across(LEFT)) y=(px(TOP + HEIGHT + 16.0)) { (chart.ends.0) }
        text.tick x="100%" y=(px(TOP + HEIGHT + 16.0)) text-anchor="end" { (chart.ends.1) }
    };
    let frame =
        Frame { id: chart.id, title: &chart.name, description: &chart.description, height: TOP + HEIGHT + 22.0 };
    frame.around(&inside)
}

/// Gives the line through the months; it breaks where a month has no score.
fn line(chart: &Months<'_>, steps: f64, down: impl Fn(f64) -> f64) -> String {
    let mut path = String::new();
    let mut pen_up = true;
    for (index, (percent, _)) in chart.points.iter().enumerate() {
        let Some(percent) = percent else {
            pen_up = true;
            continue;
        };
        let to = if pen_up { 'M' } else { 'L' };
        let _ = write!(path, "{to}{} {}", px(1000.0 * super::float(index) / steps), px(down(*percent)));
        pen_up = false;
    }
    path
}
