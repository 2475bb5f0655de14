//! A chart of waiting times: the share still waiting as a falling step curve, one for each site and one for all.

use super::chart_parts::{Frame, Scale, legend_sample, percent, px, text_anchor};
use maud::{Markup, html};
use std::fmt::Write as _;

/// The top of the curves and their height, in pixels.
const TOP: f64 = 20.0;
const HEIGHT: f64 = 240.0;

/// A step curve.
pub struct Curve {
    pub name: String,
    /// The median with its interval and count as text.
    pub detail: String,
    /// Times in seconds, ascending, and the share still waiting from then on.
    pub steps: Vec<(f64, f64)>,
    /// Times in seconds, and the lower and upper limit of that share.
    pub band: Vec<(f64, f64, f64)>,
}

/// A vertical line at the promised delay.
pub struct Promise {
    pub seconds: f64,
    pub label: String,
}

/// Renders the curves and a legend. If `first_is_all` is set, the first curve is that of all sites and has its band.
pub fn waiting_chart(
    frame: &Frame<'_>,
    curves: &[Curve],
    promise: Option<&Promise>,
    first_is_all: bool,
    time_label: impl Fn(f64) -> String,
    share_label: impl Fn(f64) -> String,
) -> Markup {
    // The style sheet reserves class c0 for the curve of all sites.
    let first_class = usize::from(!first_is_all);
    let times = curves.iter().flat_map(|curve| curve.steps.iter().map(|(time, _)| *time));
    let latest = times.chain(promise.map(|promise| promise.seconds)).fold(1.0, f64::max);
    let scale = Scale::new(0.0, latest * 1.02);
    let y_of = |share: f64| TOP + HEIGHT * (1.0 - share);
    let contents = html! {
        @for level in [0.0, 0.25, 0.5, 0.75, 1.0] {
            line.grid x1="0" x2="100%" y1=(px(y_of(level))) y2=(px(y_of(level))) {}
            text.tick x="100%" y=(px(y_of(level) - 4.0)) text-anchor="end" { (share_label(level)) }
        }
        @for tick in scale.ticks() {
            @let x = scale.at(tick);
            line.grid x1=(percent(x)) x2=(percent(x)) y1=(px(TOP)) y2=(px(TOP + HEIGHT)) {}
            text.tick x=(percent(x)) y=(px(TOP + HEIGHT + 15.0)) text-anchor=(text_anchor(x)) { (time_label(tick)) }
        }
        @if let Some(promise) = promise {
            @let x = scale.at(promise.seconds);
            line.reference x1=(percent(x)) x2=(percent(x)) y1=(px(TOP - 4.0)) y2=(px(TOP + HEIGHT)) {}
            text.tick.strong x=(percent(x)) y="11" text-anchor=(if x < 25.0 { "start" } else { text_anchor(x.max(50.0)) }) { (promise.label) }
        }
        svg x="0" y=(px(TOP)) width="100%" height=(px(HEIGHT)) viewBox="0 0 1000 1000" preserveAspectRatio="none" {
            @if let Some(all) = curves.first().filter(|all| first_is_all && !all.band.is_empty()) { path.band d=(band_path(&all.band, scale)) {} }
            @for (index, curve) in curves.iter().enumerate().rev() {
                path class={ "curve c" (index + first_class) } d=(step_path(&curve.steps, scale)) {}
            }
        }
    };
    html! {
        (frame.render(TOP + HEIGHT + 22.0, &contents))
        ul.legend {
            @for (index, curve) in curves.iter().enumerate() {
                li {
                    (legend_sample(&html! { line class={ "curve c" (index + first_class) } x1="1" x2="25" y1="7" y2="7" {} }))
                    span.name { (curve.name) } " " span.detail { (curve.detail) }
                }
            }
        }
    }
}

/// Returns the path of a step curve in a box of 1000 by 1000.
fn step_path(steps: &[(f64, f64)], scale: Scale) -> String {
    let mut path = "M0 0".to_owned();
    for (time, waiting) in steps {
        let _ = write!(path, "H{}V{}", x_of(*time, scale), y_of(*waiting));
    }
    path
}

/// Returns the outline of a band in a box of 1000 by 1000: forth along the upper limits and back along the lower ones.
fn band_path(band: &[(f64, f64, f64)], scale: Scale) -> String {
    let upper: Vec<(f64, f64)> = band.iter().map(|(time, _, upper)| (*time, *upper)).collect();
    let mut path = step_path(&upper, scale);
    if let Some((_, lower, _)) = band.last() {
        let _ = write!(path, "V{}", y_of(*lower));
    }
    let mut previous_lower = band.iter().rev().skip(1).map(|(_, lower, _)| *lower);
    for (time, _, _) in band.iter().rev() {
        let _ = write!(path, "H{}V{}", x_of(*time, scale), y_of(previous_lower.next().unwrap_or(1.0)));
    }
    path.push('Z');
    path
}

fn x_of(time: f64, scale: Scale) -> String {
    format!("{:.0}", (scale.at(time) * 10.0).clamp(0.0, 1000.0))
}

fn y_of(share: f64) -> String {
    format!("{:.0}", (1000.0 * (1.0 - share)).clamp(0.0, 1000.0))
}
