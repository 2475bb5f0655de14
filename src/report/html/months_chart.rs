//! A control chart of months: the scores in order, their mean and natural limits, and the months that are signals.

use super::chart_parts::{Frame, Scale, Shape, mark, percent, px};
use maud::{Markup, html};
use std::fmt::Write as _;

/// The top of the points and their height, in pixels.
const TOP: f64 = 16.0;
const HEIGHT: f64 = 112.0;
/// The position of the first month and the distance to the last, in percent of the width.
const LEFT: f64 = 11.0;
const WIDTH: f64 = 87.0;

/// The contents of a chart.
pub struct MonthsChart {
    /// The score of each month in percent, and whether it is a signal.
    pub points: Vec<(Option<f64>, bool)>,
    /// The mean, the lower and the upper natural limit.
    pub limits: Option<(f64, f64, f64)>,
    /// The names of the first and the last month.
    pub ends: (String, String),
    /// The index of the point at which the level shifts.
    pub shift: Option<usize>,
}

/// Renders a chart on a scale of scores.
pub fn months_chart(
    frame: &Frame<'_>,
    chart: &MonthsChart,
    scale: Scale,
    tick_label: impl Fn(f64) -> String,
) -> Markup {
    let y_of = |score: f64| TOP + HEIGHT * (1.0 - scale.at(score) / 100.0);
    let steps = super::float(chart.points.len().saturating_sub(1)).max(1.0);
    let x_of = |index: usize| LEFT + WIDTH * super::float(index) / steps;
    let level = |class: &str, score: f64| {
        html! { line class=(class) x1="9%" x2="100%" y1=(px(y_of(score))) y2=(px(y_of(score))) {} }
    };
    let contents = html! {
        @for tick in scale.ticks() {
            (level("grid", tick))
            text.tick x="0" y=(px(y_of(tick) + 4.0)) { (tick_label(tick)) }
        }
        @if let Some((centre, lower, upper)) = chart.limits {
            (level("centre", centre)) (level("limit", lower)) (level("limit", upper))
        }
        @if let Some(shift) = chart.shift {
            @let x = x_of(shift);
            line.reference x1=(percent(x)) x2=(percent(x)) y1=(px(TOP)) y2=(px(TOP + HEIGHT)) {}
        }
        svg x=(percent(LEFT)) y="0" width=(percent(WIDTH)) height=(px(TOP + HEIGHT)) viewBox={ "0 0 1000 " (px(TOP + HEIGHT)) } preserveAspectRatio="none" {
            path.months d=(line_path(chart, steps, y_of)) {}
        }
        @for (index, (score, is_signal)) in chart.points.iter().enumerate() {
            @if let Some(score) = score {
                @if *is_signal { (mark(Shape::Triangle, x_of(index), y_of(*score))) }
                @else { circle.month cx=(percent(x_of(index))) cy=(px(y_of(*score))) r="2.6" {} }
            }
        }
        text.tick x=(percent(LEFT)) y=(px(TOP + HEIGHT + 16.0)) { (chart.ends.0) }
        text.tick x="100%" y=(px(TOP + HEIGHT + 16.0)) text-anchor="end" { (chart.ends.1) }
    };
    frame.render(TOP + HEIGHT + 22.0, &contents)
}

/// Returns the path through the scores, which is interrupted at months without one.
fn line_path(chart: &MonthsChart, steps: f64, y_of: impl Fn(f64) -> f64) -> String {
    let mut path = String::new();
    let mut command = 'M';
    for (index, (score, _)) in chart.points.iter().enumerate() {
        let Some(score) = score else {
            command = 'M';
            continue;
        };
        let _ = write!(path, "{command}{} {}", px(1000.0 * super::float(index) / steps), px(y_of(*score)));
        command = 'L';
    }
    path
}
