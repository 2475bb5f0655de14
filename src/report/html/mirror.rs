//! The mirror: whether we treat each other as we treat customers.

use super::strip::{Band, strip};
use super::table::table;
use super::{Section, figure};
use crate::analysis::Dimension;
use crate::analysis::figures::MirrorRow;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::tables;
use maud::html;

/// How many rows of sites and behaviours are shown, those that part company most first.
const MOST_ROWS: usize = 120;

/// Shows the mirror.
pub fn mirror(labels: &Labels<'_>) -> Section {
    let rows = &labels.report.mirror;
    let of_all =
        |row: &&MirrorRow| row.key.get(Dimension::Site).is_none() && row.key.get(Dimension::Behaviour).is_none();
    let (all, mut parts): (Vec<&MirrorRow>, Vec<&MirrorRow>) = rows.iter().partition(of_all);
    parts.sort_by_key(|row| (row.parts_company.unwrap_or(u64::MAX), row.key.clone()));
    parts.truncate(MOST_ROWS);
    let bands: Vec<Band> = all.iter().map(|row| band(labels, row)).collect();
    let heads = ["page-mirror-customer", "page-mirror-management", "page-mirror-internal"].map(|id| labels.get(id));
    let how = labels.get("page-mirror-how");
    let body = (!rows.is_empty()).then(|| {
        html! {
            @if !bands.is_empty() {
                (figure(&strip(("mirror-chart", labels.get("page-mirror-chart"), how), heads, &bands), &html! { (how) }))
            }
            (table(labels, &tables::mirror(labels, "mirror", &all), "mirror-all"))
            @if !parts.is_empty() {
                @let apart = tables::mirror(labels, "mirror", &parts).with_caption(labels.get("page-mirror-parts-caption"));
                (table(labels, &apart, "mirror-parts"))
            }
        }
    });
    let (title, lead) = (labels.get("page-mirror").to_owned(), labels.get("page-mirror-lead").to_owned());
    Section { id: "mirror", title, lead, body }
}

fn band(labels: &Labels<'_>, row: &MirrorRow) -> Band {
    let cell = |percent: Option<f64>, n: u64| {
        let value = percent.map_or_else(|| labels.undefined(n), |percent| labels.figure(Unit::Percent, percent));
        let n = labels.texts.with("page-n", &[("n", labels.count(n).into())]);
        (percent, value, if percent.is_some() { n } else { String::new() })
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
    Band {
        name: labels.key(&row.key),
        detail: gaps.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        cells: [
            cell(row.customer, row.n_customer),
            cell(row.management, row.n_management),
            cell(row.internal, row.n_internal),
        ],
    }
}
