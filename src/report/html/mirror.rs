//! The mirror: whether we treat each other as we treat customers.

use super::strip::{Band, strip};
use super::table::{between, table, written};
use super::{Section, figure};
use crate::analysis::Dimension;
use crate::analysis::figures::MirrorRow;
use crate::report::names::Names;
use crate::report::tables::{self, Unit};
use maud::html;

/// How many rows of sites and behaviours are shown, those that part company most first.
const MOST_ROWS: usize = 120;

/// Shows the mirror.
pub fn mirror(names: &Names<'_>) -> Section {
    let rows = &names.report.mirror;
    let of_all =
        |row: &&MirrorRow| row.key.get(Dimension::Site).is_none() && row.key.get(Dimension::Behaviour).is_none();
    let (all, mut parts): (Vec<&MirrorRow>, Vec<&MirrorRow>) = rows.iter().partition(of_all);
    parts.sort_by_key(|row| (row.parts_company.unwrap_or(u64::MAX), row.key.clone()));
    parts.truncate(MOST_ROWS);
    let bands: Vec<Band> = all.iter().map(|row| band(names, row)).collect();
    let heads = ["page-mirror-customer", "page-mirror-management", "page-mirror-internal"].map(|id| names.get(id));
    let how = names.get("page-mirror-how");
    let body = (!rows.is_empty()).then(|| {
        html! {
            @if !bands.is_empty() {
                (figure(&strip(("mirror-chart", names.get("page-mirror-chart"), how), heads, &bands), &html! { (how) }))
            }
            (table(names, &tables::mirror(names, "mirror", &all), "mirror-all"))
            @if !parts.is_empty() {
                @let apart = tables::mirror(names, "mirror", &parts).titled(names.get("page-mirror-parts-caption"));
                (table(names, &apart, "mirror-parts"))
            }
        }
    });
    let (title, lead) = (names.get("page-mirror").to_owned(), names.get("page-mirror-lead").to_owned());
    Section { id: "mirror", title, lead, body }
}

fn band(names: &Names<'_>, row: &MirrorRow) -> Band {
    let cell = |percent: Option<f64>, n: u64| {
        let value = percent.map_or_else(|| names.undefined(n), |percent| written(names, Unit::Percent, percent));
        let n = names.texts.with("page-n", &[("n", names.count(n).into())]);
        (percent, value, if percent.is_some() { n } else { String::new() })
    };
    let gap = |id: &str, gap: Option<f64>, lower: Option<f64>, upper: Option<f64>| {
        gap.map(|gap| {
            let interval = between(names, Unit::Points, lower, upper);
            let gap = written(names, Unit::Points, gap);
            names.texts.with(id, &[("gap", gap.into()), ("interval", interval.into())])
        })
    };
    let gaps = [
        gap("page-gap-to-management", row.gap_management, row.lower, row.upper),
        gap("page-gap-to-internal", row.gap_internal, row.lower_internal, row.upper_internal),
    ];
    Band {
        name: names.key(&row.key),
        detail: gaps.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        cells: [
            cell(row.customer, row.n_customer),
            cell(row.management, row.n_management),
            cell(row.internal, row.n_internal),
        ],
    }
}
