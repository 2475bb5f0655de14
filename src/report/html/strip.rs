//! The mirror: for each attitude the three relations side by side, the fuller the colour the higher the figure, and
//! every figure printed in its cell.

use super::marks::{Frame, across, px};
use maud::{Markup, html};

const TOP: f64 = 22.0;
const PITCH: f64 = 62.0;

/// One row: an attitude.
pub struct Band {
    /// Its name.
    pub name: String,
    /// What is said of its gaps.
    pub detail: String,
    /// The three figures: in percent, in letters, and how many are behind it.
    pub cells: [(Option<f64>, String, String); 3],
}

/// Draws the strip.
pub fn strip(frame: (&str, &str, &str), heads: [&str; 3], bands: &[Band]) -> Markup {
    let (id, title, description) = frame;
    let places = [0.0, 33.6, 67.2];
    let inside = html! {
        @for (place, head) in places.into_iter().zip(heads) {
            text.tick.strong x=(across(place)) y="12" { (head) }
        }
        @for (index, band) in bands.iter().enumerate() {
            @let y = TOP + PITCH * super::float(index);
            text.name x="0" y=(px(y + 13.0)) { (band.name) }
            text.value x="100%" y=(px(y + 13.0)) text-anchor="end" { tspan.detail { (band.detail) } }
            @for (place, (percent, value, n)) in places.into_iter().zip(&band.cells) {
                rect class=(percent.map_or("cell none", shade)) x=(across(place)) y=(px(y + 19.0)) width="32.8%" height="34" rx="2" {}
                text.cell-value x=(across(place + 16.4)) y=(px(y + 34.0)) text-anchor="middle" { (value) }
                text.cell-n x=(across(place + 16.4)) y=(px(y + 47.0)) text-anchor="middle" { (n) }
            }
        }
    };
    Frame { id, title, description, height: TOP + PITCH * super::float(bands.len()) }.around(&inside)
}

/// Gives the class of a percent: ten shades.
fn shade(percent: f64) -> &'static str {
    match percent {
        p if p < 30.0 => "cell s0",
        p if p < 40.0 => "cell s1",
        p if p < 50.0 => "cell s2",
        p if p < 60.0 => "cell s3",
        p if p < 70.0 => "cell s4",
        p if p < 80.0 => "cell s5",
        p if p < 90.0 => "cell s6",
        _ => "cell s7",
    }
}
