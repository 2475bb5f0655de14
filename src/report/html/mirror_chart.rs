//! A heat map of the mirror: a row for each attitude, a cell for each relation, with every score printed in its cell.

use super::chart_parts::{Frame, percent, px};
use maud::{Markup, html};

/// The top of the first row and the height of a row, in pixels.
const TOP: f64 = 22.0;
const ROW_HEIGHT: f64 = 62.0;

/// A row of the chart.
pub struct ChartRow {
    pub name: String,
    /// The gaps between the relations as text.
    pub detail: String,
    /// The cells of customers, management and colleagues.
    pub cells: [MirrorCell; 3],
}

/// A score of a relation.
pub struct MirrorCell {
    pub percent: Option<f64>,
    /// The score as text, or the text that replaces an undefined one.
    pub figure: String,
    /// The count behind the score as text.
    pub n: String,
}

/// Renders the heat map under the names of the relations.
pub fn mirror_chart(frame: &Frame<'_>, heads: [&str; 3], rows: &[ChartRow]) -> Markup {
    let columns = [0.0, 33.6, 67.2];
    let contents = html! {
        @for (x, head) in columns.into_iter().zip(heads) {
            text.tick.strong x=(percent(x)) y="12" { (head) }
        }
        @for (index, row) in rows.iter().enumerate() {
            @let y = TOP + ROW_HEIGHT * super::float(index);
            text.name x="0" y=(px(y + 13.0)) { (row.name) }
            text.value x="100%" y=(px(y + 13.0)) text-anchor="end" { tspan.detail { (row.detail) } }
            @for (x, cell) in columns.into_iter().zip(&row.cells) {
                rect class=(cell.percent.map_or("cell none", shade_class)) x=(percent(x)) y=(px(y + 19.0)) width="32.8%" height="34" rx="2" {}
                text.cell-value x=(percent(x + 16.4)) y=(px(y + 34.0)) text-anchor="middle" { (cell.figure) }
                text.cell-n x=(percent(x + 16.4)) y=(px(y + 47.0)) text-anchor="middle" { (cell.n) }
            }
        }
    };
    frame.render(TOP + ROW_HEIGHT * super::float(rows.len()), &contents)
}

/// Returns the classes of a cell, one of eight shades.
fn shade_class(percent: f64) -> &'static str {
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
