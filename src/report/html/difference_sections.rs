//! The sections that chart differences: changes between two periods, blind spots, and drivers of the outcome.

use super::chart_parts::{Frame, Scale, Shape, legend_entry, mark};
use super::dot_chart::{Dot, ReferenceLine, dot_chart, rows_or_ends, shown_values};
use super::table::render_table;
use super::{Section, figure, render_by_checklist};
use crate::analysis::figures::BlindSpotRow;
use crate::report::checklist_rows::rows_of;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::tables::{self, Scope};
use maud::{Markup, html};

/// A row of a chart of differences.
struct Difference {
    name: String,
    value: Option<f64>,
    limits: (Option<f64>, Option<f64>),
    n: u64,
    is_certain: bool,
}

/// Renders differences around zero, the largest first; equal ones keep their order. Nothing is rendered without rows.
fn differences_chart(
    labels: &Labels<'_>,
    id: &str,
    title: &str,
    unit: Unit,
    differences: impl Iterator<Item = Difference>,
) -> Markup {
    let mut differences: Vec<Difference> = differences.collect();
    if differences.is_empty() {
        return html! {};
    }
    let value = |row: &Difference| row.value.unwrap_or(f64::NEG_INFINITY);
    differences.sort_by(|one, other| value(other).total_cmp(&value(one)));
    let dots = rows_or_ends(labels, &differences, |row| Dot {
        name: row.name.clone(),
        figure: labels.figure_or_undefined(unit, row.value, row.n),
        detail: labels.interval_and_n(unit, row.limits, row.n),
        value: row.value,
        interval: row.limits.0.zip(row.limits.1),
        shape: if row.is_certain { Shape::Disc } else { Shape::Ring },
        second: None,
    });
    let scale = Scale::around(shown_values(&dots).chain([0.0]), (f64::NEG_INFINITY, f64::INFINITY));
    let zero = ReferenceLine { value: 0.0, name: String::new() };
    let title = labels.texts.get(title);
    let decimals = u32::from(scale.ticks().iter().any(|tick| tick.fract().abs() > 1e-9));
    let tick_label = |tick: f64| match unit {
        Unit::SharePoints => labels.signed(100.0 * tick, 0),
        _ => labels.signed(tick, decimals),
    };
    let frame = Frame { id, title, description: labels.get("page-difference-how") };
    let chart = dot_chart(&frame, &dots, Some(&zero), scale, tick_label);
    let legend = html! {
        (legend_entry(&mark(Shape::Disc, 50.0, 7.0), labels.get("page-legend-certain")))
        (legend_entry(&mark(Shape::Ring, 50.0, 7.0), labels.get("page-legend-noise")))
    };
    html! { h4 { (title) } (figure(&chart, &legend)) }
}

/// Returns the section of changes between the two periods.
pub fn change(labels: &Labels<'_>) -> Section {
    let change = &labels.report.change;
    let body = render_by_checklist(labels, |index, checklist| {
        let scores = rows_of(&change.scores, checklist);
        let behaviours = rows_of(&change.behaviours, checklist);
        if scores.is_empty() && behaviours.is_empty() {
            return None;
        }
        let score_rows = scores.iter().map(|row| Difference {
            name: labels.key_in(checklist, &row.key),
            value: row.difference,
            limits: (row.lower, row.upper),
            n: row.visits_before + row.visits_after,
            is_certain: row.certain == Some(true),
        });
        let behaviour_rows = behaviours.iter().map(|row| Difference {
            name: labels.key_in(checklist, &row.key),
            value: row.difference,
            limits: (row.lower, row.upper),
            n: row.n_before + row.n_after,
            is_certain: row.certain == Some(true),
        });
        let score_table = tables::score_changes(labels, &scores, Scope::OneChecklist);
        let behaviour_table = tables::behaviour_changes(labels, &behaviours, Scope::OneChecklist);
        let (scores_id, behaviours_id) = (format!("change-{index}"), format!("change-b{index}"));
        Some(html! {
            (differences_chart(labels, &scores_id, "page-score-changes-chart", Unit::Points, score_rows))
            (render_table(labels, &score_table, &format!("{scores_id}-table")))
            (differences_chart(labels, &behaviours_id, "page-behaviour-changes-chart", Unit::SharePoints, behaviour_rows))
            (render_table(labels, &behaviour_table, &format!("{behaviours_id}-table")))
        })
    });
    let lead = match &change.since {
        Some(since) => labels.texts.with("page-change-lead", &[("since", labels.day(since).into())]),
        None => String::new(),
    };
    Section { id: "change", title: labels.get("page-change").to_owned(), lead, body }
}

/// Returns the section of shares that are higher in self-audits than in mystery visits.
pub fn blind_spots(labels: &Labels<'_>) -> Section {
    let body = render_by_checklist(labels, |index, checklist| {
        let rows = rows_of(&labels.report.blind_spots, checklist);
        let (all, parts): (Vec<&BlindSpotRow>, Vec<_>) = rows.iter().partition(|row| row.key.iter().count() == 1);
        let differences = all.iter().map(|row| Difference {
            name: labels.key_in(checklist, &row.key),
            value: row.difference,
            limits: (row.lower, row.upper),
            n: row.n_self + row.n_mystery,
            is_certain: row.blind_spot,
        });
        let table = tables::blind_spots(labels, &[&*all, &*parts].concat(), Scope::OneChecklist);
        let id = format!("blind-{index}");
        (!rows.is_empty()).then(|| {
            html! {
                (differences_chart(labels, &id, "page-blind-spots-chart", Unit::SharePoints, differences))
                (render_table(labels, &table, &format!("{id}-table")))
            }
        })
    });
    Section::new(labels, "blind-spots", ["page-blind-spots", "page-blind-spots-lead"], body)
}

/// Returns the section of what goes with the outcome.
pub fn drivers(labels: &Labels<'_>) -> Section {
    let body = render_by_checklist(labels, |index, checklist| {
        let rows = rows_of(&labels.report.drivers, checklist);
        let differences = rows.iter().map(|row| Difference {
            name: labels.driver(row),
            value: row.difference,
            limits: (row.lower, row.upper),
            n: row.n_with + row.n_without,
            is_certain: row.certain == Some(true),
        });
        let table = tables::drivers(labels, &rows, Scope::OneChecklist);
        let id = format!("drivers-{index}");
        (!rows.is_empty()).then(|| {
            html! {
                (differences_chart(labels, &id, "page-drivers-chart", Unit::Difference, differences))
                (render_table(labels, &table, &format!("{id}-table")))
            }
        })
    });
    let lead = format!("{} {}", labels.get("page-drivers-lead"), labels.get("page-drivers-levels"));
    Section { id: "drivers", title: labels.get("page-drivers").to_owned(), lead, body }
}
