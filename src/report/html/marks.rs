//! What every chart is made of: the frame with its title, scales, ticks, marks.
//!
//! Places across are in percent of the width, places down in pixels, so that a chart fits any width and its letters
//! keep their size. Colours come from the style sheet by class; marks differ by shape first.

use crate::report::number_format::cut;
use maud::{Markup, html};

/// How many letters of a name a row has room for, and how many on a telephone.
const LONGEST: usize = 76;
const SHORT: usize = 42;

/// A chart's frame, with what a screen reader says of it.
pub struct Frame<'a> {
    /// Its name within the page.
    pub id: &'a str,
    /// What it shows, in a few words.
    pub title: &'a str,
    /// How it is read, and where the same figures stand.
    pub description: &'a str,
    /// Its height in pixels.
    pub height: f64,
}

impl Frame<'_> {
    /// Puts a chart into its frame.
    pub fn around(&self, inside: &Markup) -> Markup {
        html! {
            svg.chart role="img" aria-labelledby={ (self.id) "-t " (self.id) "-d" } width="100%" height=(px(self.height)) {
                title id={ (self.id) "-t" } { (self.title) }
                desc id={ (self.id) "-d" } { (self.description) }
                (inside)
            }
        }
    }
}

/// Numbers onto an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// Gives a scale from `low` to `high`; never of no length.
    pub fn new(low: f64, high: f64) -> Self {
        if high > low { Self { low, high } } else { Self { low: low - 1.0, high: low + 1.0 } }
    }

    /// Gives a scale around numbers, its ends on round numbers, within limits.
    pub fn around(numbers: impl Iterator<Item = f64>, (least, most): (f64, f64)) -> Self {
        let (low, high) = numbers
            .filter(|n| n.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), n| (l.min(n), h.max(n)));
        if low > high {
            return Self::new(least.max(-1.0), most.min(1.0));
        }
        let step = step((high - low).max(1e-6) * 1.02);
        Self::new(((low / step).floor() * step).max(least), ((high / step).ceil() * step).min(most))
    }

    /// Gives where a number lies, from 0 to 100; beyond the ends, at the end.
    pub fn at(self, number: f64) -> f64 {
        (100.0 * (number - self.low) / (self.high - self.low)).clamp(0.0, 100.0)
    }

    /// Gives round numbers along the axis, its ends among them where they are round.
    pub fn ticks(self) -> Vec<f64> {
        let step = step(self.high - self.low);
        let mut ticks = Vec::new();
        let mut tick = (self.low / step).ceil();
        while tick * step <= self.high + step * 1e-9 && ticks.len() < 20 {
            ticks.push(tick * step);
            tick += 1.0;
        }
        ticks
    }
}

/// Gives the round step that makes four to eight of a length.
fn step(length: f64) -> f64 {
    let rough = length / 5.0;
    let power = 10f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| times * power >= rough * 0.999).unwrap_or(10.0);
    times * power
}

/// Writes a place in percent of the width.
pub fn across(place: f64) -> String {
    format!("{}%", px(place))
}

/// Writes a place or a length in pixels.
pub fn px(place: f64) -> String {
    let text = format!("{place:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Draws the grid of an axis across: a line and a number for each tick, the numbers above and below.
pub fn grid(scale: Scale, (top, bottom): (f64, f64), write: impl Fn(f64) -> String) -> Markup {
    html! {
        @for tick in scale.ticks() {
            @let at = scale.at(tick);
            line.grid x1=(across(at)) x2=(across(at)) y1=(px(top)) y2=(px(bottom)) {}
            text.tick x=(across(at)) y=(px(bottom + 14.0)) text-anchor=(anchor(at)) { (write(tick)) }
        }
    }
}

/// Gives where the letters of a place stand, so that they stay inside.
pub fn anchor(place: f64) -> &'static str {
    match place {
        place if place < 3.0 => "start",
        place if place > 97.0 => "end",
        _ => "middle",
    }
}

/// A mark's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A full disc.
    Full,
    /// A ring.
    Hollow,
    /// An upright square.
    Diamond,
    /// A full triangle.
    Triangle,
}

/// Draws a mark.
pub fn mark(shape: Shape, place: f64, y: f64) -> Markup {
    html! {
        @match shape {
            Shape::Full => circle.full cx=(across(place)) cy=(px(y)) r="4.5" {},
            Shape::Hollow => circle.hollow cx=(across(place)) cy=(px(y)) r="4" {},
            Shape::Diamond => svg.at x=(across(place)) y=(px(y)) { path.diamond d="M0-5.5 5.5 0 0 5.5-5.5 0Z" {} },
            Shape::Triangle => svg.at x=(across(place)) y=(px(y)) { path.signal d="M0-6.5 6 5H-6Z" {} },
        }
    }
}

/// Writes a name at the left of a row; where there is little room only its beginning shows.
pub fn name(name: &str, y: f64) -> Markup {
    let name = cut(name, LONGEST);
    let short = cut(&name, SHORT);
    let rest = name.strip_prefix(short.trim_end_matches('…')).filter(|_| short != name).unwrap_or_default();
    html! {
        text.name x="0" y=(px(y)) {
            (name.strip_suffix(rest).unwrap_or(&name))
            @if !rest.is_empty() { tspan.rest { (rest) } tspan.dots aria-hidden="true" { "…" } }
        }
    }
}

/// Draws an interval with its ends.
pub fn whisker(scale: Scale, lower: f64, upper: f64, y: f64) -> Markup {
    let (from, to) = (across(scale.at(lower)), across(scale.at(upper)));
    html! {
        line.whisker x1=(from) x2=(to) y1=(px(y)) y2=(px(y)) {}
        @for end in [&from, &to] {
            line.whisker x1=(end) x2=(end) y1=(px(y - 3.5)) y2=(px(y + 3.5)) {}
        }
    }
}

/// Explains a mark: a sample of it, and what it means.
pub fn key(mark: &Markup, meaning: &str) -> Markup {
    html! { span.key { (sample(mark)) (meaning) } " " }
}

/// Draws a sample of a mark for a legend.
pub fn sample(inside: &Markup) -> Markup {
    html! { svg.sample aria-hidden="true" width="26" height="14" { (inside) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_on_round_numbers_and_stays_within_its_limits() {
        let scale = Scale::around([61.3, 92.0].into_iter(), (0.0, 100.0));
        assert_eq!(scale.ticks(), [60.0, 70.0, 80.0, 90.0, 100.0]);
        assert_eq!((px(scale.at(60.0)), across(scale.at(80.0))), ("0".to_owned(), "50%".to_owned()));
        assert_eq!(scale.at(1000.0).to_bits(), 100f64.to_bits());
        for numbers in [vec![], vec![50.0], vec![f64::NAN], vec![100.0, 100.0]] {
            let scale = Scale::around(numbers.into_iter(), (0.0, 100.0));
            assert!(scale.at(50.0).is_finite() && !scale.ticks().is_empty(), "{scale:?}");
        }
    }
}
