//! The parts of SVG charts: frame, scale, grid, marks, legend.
//!
//! Horizontal positions are in percent of the width and vertical ones in pixels, so that a chart fits any width and its
//! text keeps its size. The style sheet colours marks by class; their shapes differ too.

use crate::report::number_format::cut;
use maud::{Markup, html};

/// The maximum length of a row's name, in characters, and that on a narrow screen.
const MAX_NAME: usize = 76;
const MAX_SHORT_NAME: usize = 42;

/// The `svg` element of a chart with its texts for screen readers.
pub struct Frame<'a> {
    /// The id within the page.
    pub id: &'a str,
    pub title: &'a str,
    /// How to read the chart, and where its figures are in text.
    pub description: &'a str,
}

impl Frame<'_> {
    /// Renders a chart of a height in pixels.
    pub fn render(&self, height: f64, contents: &Markup) -> Markup {
        html! {
            svg.chart role="img" aria-labelledby={ (self.id) "-t " (self.id) "-d" } width="100%" height=(px(height)) {
                title id={ (self.id) "-t" } { (self.title) }
                desc id={ (self.id) "-d" } { (self.description) }
                (contents)
            }
        }
    }
}

/// A linear scale from numbers to positions along an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// Creates a scale from `low` to `high`, or around `low` if that range is empty.
    pub fn new(low: f64, high: f64) -> Self {
        if high > low { Self { low, high } } else { Self { low: low - 1.0, high: low + 1.0 } }
    }

    /// Creates a scale that contains the numbers and has round ends, cut to the limits.
    pub fn around(numbers: impl Iterator<Item = f64>, (least, most): (f64, f64)) -> Self {
        let (low, high) = numbers
            .filter(|n| n.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), n| (l.min(n), h.max(n)));
        if low > high {
            return Self::new(least.max(-1.0), most.min(1.0));
        }
        let step = round_step((high - low).max(1e-6) * 1.02);
        Self::new(((low / step).floor() * step).max(least), ((high / step).ceil() * step).min(most))
    }

    /// Returns the position of a number, from 0 to 100; that of the nearer end for a number outside the scale.
    pub fn at(self, number: f64) -> f64 {
        (100.0 * (number - self.low) / (self.high - self.low)).clamp(0.0, 100.0)
    }

    /// Returns at most 20 round numbers on the scale, with its ends if these are round.
    pub fn ticks(self) -> Vec<f64> {
        let step = round_step(self.high - self.low);
        let mut ticks = Vec::new();
        let mut tick = (self.low / step).ceil();
        while tick * step <= self.high + step * 1e-9 && ticks.len() < 20 {
            ticks.push(tick * step);
            tick += 1.0;
        }
        ticks
    }
}

/// Returns the round step that divides a length into four to eight parts.
fn round_step(length: f64) -> f64 {
    let rough = length / 5.0;
    let power = 10f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= rough * 0.999).unwrap_or(10.0);
    factor * power
}

/// Formats a horizontal position or length.
pub fn percent(position: f64) -> String {
    format!("{}%", px(position))
}

/// Formats a vertical position or length, without unit.
pub fn px(position: f64) -> String {
    let text = format!("{position:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Renders the grid of a horizontal axis: a vertical line for each tick, and its number below.
pub fn grid(scale: Scale, (top, bottom): (f64, f64), tick_label: impl Fn(f64) -> String) -> Markup {
    html! {
        @for tick in scale.ticks() {
            @let x = scale.at(tick);
            line.grid x1=(percent(x)) x2=(percent(x)) y1=(px(top)) y2=(px(bottom)) {}
            text.tick x=(percent(x)) y=(px(bottom + 14.0)) text-anchor=(text_anchor(x)) { (tick_label(tick)) }
        }
    }
}

/// Returns the `text-anchor` that keeps a text at a horizontal position inside the chart.
pub fn text_anchor(x: f64) -> &'static str {
    match x {
        x if x < 3.0 => "start",
        x if x > 97.0 => "end",
        _ => "middle",
    }
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Disc,
    Ring,
    Diamond,
    Triangle,
}

/// Renders a mark.
pub fn mark(shape: Shape, x: f64, y: f64) -> Markup {
    html! {
        @match shape {
            Shape::Disc => circle.full cx=(percent(x)) cy=(px(y)) r="4.5" {},
            Shape::Ring => circle.hollow cx=(percent(x)) cy=(px(y)) r="4" {},
            Shape::Diamond => svg.at x=(percent(x)) y=(px(y)) { path.diamond d="M0-5.5 5.5 0 0 5.5-5.5 0Z" {} },
            Shape::Triangle => svg.at x=(percent(x)) y=(px(y)) { path.signal d="M0-6.5 6 5H-6Z" {} },
        }
    }
}

/// Renders the name of a row; narrow screens show its beginning only.
pub fn row_name(name: &str, y: f64) -> Markup {
    let name = cut(name, MAX_NAME);
    let short = cut(&name, MAX_SHORT_NAME);
    let rest = name.strip_prefix(short.trim_end_matches('…')).filter(|_| short != name).unwrap_or_default();
    html! {
        text.name x="0" y=(px(y)) {
            (name.strip_suffix(rest).unwrap_or(&name))
            @if !rest.is_empty() { tspan.rest { (rest) } tspan.dots aria-hidden="true" { "…" } }
        }
    }
}

/// Renders the figure of a row at its right end, with details that narrow screens hide.
pub fn row_figure(figure: &str, detail: &str, y: f64) -> Markup {
    html! {
        text.value x="100%" y=(px(y)) text-anchor="end" {
            tspan.figure { (figure) } tspan.detail { " " (detail) }
        }
    }
}

/// Renders an interval as a line with end marks.
pub fn whisker(scale: Scale, lower: f64, upper: f64, y: f64) -> Markup {
    let (from, to) = (percent(scale.at(lower)), percent(scale.at(upper)));
    html! {
        line.whisker x1=(from) x2=(to) y1=(px(y)) y2=(px(y)) {}
        @for end in [&from, &to] {
            line.whisker x1=(end) x2=(end) y1=(px(y - 3.5)) y2=(px(y + 3.5)) {}
        }
    }
}

/// Renders an entry of a legend: a sample of a mark and its meaning.
pub fn legend_entry(mark: &Markup, meaning: &str) -> Markup {
    html! { span.key { (legend_sample(mark)) (meaning) } " " }
}

/// Renders a sample of a mark for a legend.
pub fn legend_sample(mark: &Markup) -> Markup {
    html! { svg.sample aria-hidden="true" width="26" height="14" { (mark) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_on_round_numbers_and_stays_within_its_limits() {
        let scale = Scale::around([61.3, 92.0].into_iter(), (0.0, 100.0));
        assert_eq!(scale.ticks(), [60.0, 70.0, 80.0, 90.0, 100.0]);
        assert_eq!((px(scale.at(60.0)), percent(scale.at(80.0))), ("0".to_owned(), "50%".to_owned()));
        assert_eq!(scale.at(1000.0).to_bits(), 100f64.to_bits());
        for numbers in [vec![], vec![50.0], vec![f64::NAN], vec![100.0, 100.0]] {
            let scale = Scale::around(numbers.into_iter(), (0.0, 100.0));
            assert!(scale.at(50.0).is_finite() && !scale.ticks().is_empty(), "{scale:?}");
        }
    }
}
