//! The section of the mirror: whether colleagues are treated like customers.

use super::chart_parts::Frame;
use super::mirror_chart::{ChartRow, MirrorCell, mirror_chart};
use super::table::render_table;
use super::{Section, figure};
use crate::analysis::Dimension;
use crate::analysis::figures::MirrorRow;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::tables;
use maud::html;

/// The maximum number of rows of single sites and behaviours.
const MAX_PARTS: usize = 120;

/// Returns the section of the mirror: the attitudes of all sites, then sites and behaviours by their certain gaps.
pub fn mirror(labels: &Labels<'_>) -> Section {
    let rows = &labels.report.mirror;
    let is_of_all =
        |row: &&MirrorRow| row.key.get(Dimension::Site).is_none() && row.key.get(Dimension::Behaviour).is_none();
    let (all, mut parts): (Vec<&MirrorRow>, Vec<&MirrorRow>) = rows.iter().partition(is_of_all);
    parts.sort_by_key(|row| row.parts_company.unwrap_or(u64::MAX));
    parts.truncate(MAX_PARTS);
    let chart_rows: Vec<_> = all.iter().map(|row| chart_row(labels, row)).collect();
    let heads = ["page-mirror-customer", "page-mirror-management", "page-mirror-internal"].map(|id| labels.get(id));
    let description = labels.get("page-mirror-how");
    let frame = Frame { id: "mirror-chart", title: labels.get("page-mirror-chart"), description };
    let parts_table = tables::mirror(labels, &parts).with_caption(labels.get("page-mirror-parts-caption"));
    let body = (!rows.is_empty()).then(|| {
        html! {
            @if !chart_rows.is_empty() {
                (figure(&mirror_chart(&frame, heads, &chart_rows), &html! { (description) }))
            }
            (render_table(labels, &tables::mirror(labels, &all), "mirror-all"))
            (render_table(labels, &parts_table, "mirror-parts"))
        }
    });
    Section::new(labels, "mirror", ["page-mirror", "page-mirror-lead"], body)
}

fn chart_row(labels: &Labels<'_>, row: &MirrorRow) -> ChartRow {
    let cell = |percent: Option<f64>, n: u64| {
        let figure = labels.figure_or_undefined(Unit::Percent, percent, n);
        let n = percent.map(|_| labels.texts.with("page-n", &[("n", labels.count(n).into())]));
        MirrorCell { percent, figure, n: n.unwrap_or_default() }
    };
    let gap = |id: &str, gap: Option<f64>, lower: Option<f64>, upper: Option<f64>| {
        gap.map(|gap| {
            let interval = labels.interval(Unit::Points, lower, upper);
            let gap = labels.figure(Unit::Points, gap);
            labels.texts.with(id, &[("gap", gap.into()), ("interval", interval.into())])
        })
    };
    let gaps = [
        gap("page-gap-to-management", row.gap_management, row.lower, row.upper),
        gap("page-gap-to-internal", row.gap_internal, row.lower_internal, row.upper_internal),
    ];
    ChartRow {
        name: labels.key(&row.key),
        detail: gaps.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        cells: [
            cell(row.customer, row.n_customer),
            cell(row.management, row.n_management),
            cell(row.internal, row.n_internal),
        ],
    }
}
