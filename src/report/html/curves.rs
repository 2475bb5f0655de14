//! Who is still waiting after so long: a falling staircase for each site, and one for all.

use super::marks::{Frame, Scale, across, anchor, px, sample};
use maud::{Markup, html};
use std::fmt::Write as _;

const TOP: f64 = 20.0;
const HEIGHT: f64 = 240.0;

/// One staircase.
pub struct Curve {
    /// Whose.
    pub name: String,
    /// Its figures in letters.
    pub value: String,
    /// Times in seconds and the share still waiting from then on, in order.
    pub steps: Vec<(f64, f64)>,
    /// The limits of that share at each step.
    pub band: Vec<(f64, f64, f64)>,
}

/// Draws the curves and the promised delay; with `of_all` the first of them is that of all, and has its limits.
pub fn curves(
    frame: (&str, &str, &str),
    curves: &[Curve],
    promised: Option<&(f64, String)>,
    of_all: bool,
    axis: impl Fn(f64) -> String,
    share: impl Fn(f64) -> String,
) -> Markup {
    let (id, title, description) = frame;
    // The look of the first is that of all.
    let from = usize::from(!of_all);
    let times = curves.iter().flat_map(|curve| curve.steps.iter().map(|(time, _)| *time));
    let latest = times.chain(promised.map(|(time, _)| *time)).fold(1.0, f64::max);
    let scale = Scale::new(0.0, latest * 1.02);
    let down = |share: f64| TOP + HEIGHT * (1.0 - share);
    let inside = html! {
        @for level in [0.0, 0.25, 0.5, 0.75, 1.0] {
            line.grid x1="0" x2="100%" y1=(px(down(level))) y2=(px(down(level))) {}
            text.tick x="100%" y=(px(down(level) - 4.0)) text-anchor="end" { (share(level)) }
        }
        @for tick in scale.ticks() {
            @let at = scale.at(tick);
            line.grid x1=(across(at)) x2=(across(at)) y1=(px(TOP)) y2=(px(TOP + HEIGHT)) {}
            text.tick x=(across(at)) y=(px(TOP + HEIGHT + 15.0)) text-anchor=(anchor(at)) { (axis(tick)) }
        }
        @if let Some((time, words)) = promised {
            @let at = scale.at(*time);
            line.reference x1=(across(at)) x2=(across(at)) y1=(px(TOP - 4.0)) y2=(px(TOP + HEIGHT)) {}
            text.tick.strong x=(across(at)) y="11" text-anchor=(if at < 25.0 { "start" } else { anchor(at.max(50.0)) }) { (words) }
        }
        svg x="0" y=(px(TOP)) width="100%" height=(px(HEIGHT)) viewBox="0 0 1000 1000" preserveAspectRatio="none" {
            @if let Some(all) = curves.first().filter(|_| of_all) { @if !all.band.is_empty() { path.band d=(area(&all.band, scale)) {} } }
            @for (index, curve) in curves.iter().enumerate().rev() {
                path class={ "curve c" (index + from) } d=(staircase(&curve.steps, scale)) {}
            }
        }
    };
    html! {
        (Frame { id, title, description, height: TOP + HEIGHT + 22.0 }.around(&inside))
        ul.legend {
            @for (index, curve) in curves.iter().enumerate() {
                li {
                    (sample(&html! { line class={ "curve c" (index + from) } x1="1" x2="25" y1="7" y2="7" {} }))
                    span.name { (curve.name) } " " span.detail { (curve.value) }
                }
            }
        }
    }
}

fn staircase(steps: &[(f64, f64)], scale: Scale) -> String {
    let mut path = "M0 0".to_owned();
    for (time, waiting) in steps {
        let _ = write!(path, "H{}V{}", whole(scale.at(*time) * 10.0), whole(1000.0 * (1.0 - waiting)));
    }
    path
}

/// Gives the outline of the limits: along the upper ones, and back along the lower ones.
fn area(band: &[(f64, f64, f64)], scale: Scale) -> String {
    let mut path = "M0 0".to_owned();
    for (time, _, upper) in band {
        let _ = write!(path, "H{}V{}", whole(scale.at(*time) * 10.0), whole(1000.0 * (1.0 - upper)));
    }
    let mut before = band.iter().rev().skip(1).map(|(_, lower, _)| *lower);
    if let Some((_, lower, _)) = band.last() {
        let _ = write!(path, "V{}", whole(1000.0 * (1.0 - lower)));
    }
    for (time, _, _) in band.iter().rev() {
        let lower = before.next().unwrap_or(1.0);
        let _ = write!(path, "H{}V{}", whole(scale.at(*time) * 10.0), whole(1000.0 * (1.0 - lower)));
    }
    path.push('Z');
    path
}

fn whole(place: f64) -> String {
    format!("{:.0}", place.clamp(0.0, 1000.0))
}
