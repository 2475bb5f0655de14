//! Differences: what changed, what managers do not see, what goes with wanting to come back.

use super::dots::{Dot, Reference, dots};
use super::marks::{Scale, Shape, key, mark};
use super::scores::{detail, ends, places, value};
use super::table::table;
use super::{Section, by_checklist, figure};
use crate::analysis::figures::{BehaviourChange, BlindSpotRow, DriverRow, ScoreChange};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::tables::{self, Scope};
use maud::{Markup, html};

/// A row of differences.
struct Difference {
    name: String,
    value: Option<f64>,
    limits: (Option<f64>, Option<f64>),
    n: u64,
    certain: bool,
}

/// Draws differences around zero, in the order given; those that are certain have a full mark.
fn chart(labels: &Labels<'_>, frame: (&str, &str), unit: Unit, rows: &[Difference]) -> Markup {
    let lines = ends(labels, rows, |row| Dot {
        name: row.name.clone(),
        value: value(labels, unit, row.value, row.n),
        detail: detail(labels, unit, row.limits, row.n),
        place: row.value,
        interval: row.limits.0.zip(row.limits.1),
        shape: if row.certain { Shape::Full } else { Shape::Hollow },
        second: None,
    });
    let scale = Scale::around(places(&lines).chain([0.0]), (f64::NEG_INFINITY, f64::INFINITY));
    let zero = Reference { place: 0.0, name: String::new() };
    let title = labels.texts.get(frame.1);
    let write = |tick: f64| match unit {
        Unit::SharePoints => labels.signed(100.0 * tick, 0),
        _ => labels.signed(tick, usize::from(scale.ticks().iter().any(|tick| tick.fract().abs() > 1e-9))),
    };
    let chart = dots((frame.0, title, labels.get("page-difference-how")), &lines, Some(&zero), scale, write);
    let legend = html! {
        (key(&mark(Shape::Full, 50.0, 7.0), labels.get("page-legend-certain")))
        (key(&mark(Shape::Hollow, 50.0, 7.0), labels.get("page-legend-noise")))
    };
    html! { h4 { (title) } (figure(&chart, &legend)) }
}

/// Sorts by difference, the largest first; of equals, and of those without, as they come.
fn sorted(mut rows: Vec<Difference>) -> Vec<Difference> {
    let order = |row: &Difference| row.value.unwrap_or(f64::NEG_INFINITY);
    rows.sort_by(|one, other| order(other).total_cmp(&order(one)));
    rows
}

/// Shows what changed between the two periods.
pub fn change(labels: &Labels<'_>) -> Section {
    let change = &labels.report.change;
    let body = by_checklist(labels, |checklist, index| {
        let scores: Vec<&ScoreChange> = change.scores.iter().filter(|row| row.checklist == checklist).collect();
        let behaviours: Vec<&BehaviourChange> =
            change.behaviours.iter().filter(|row| row.checklist == checklist).collect();
        let has = !scores.is_empty() || !behaviours.is_empty();
        has.then(|| {
            html! {
                @if !scores.is_empty() {
                    (chart(labels, (&format!("change-{index}"), "page-score-changes-chart"), Unit::Points, &score_rows(labels, &scores)))
                    (table(labels, &tables::score_changes(labels, &scores, Scope::OneChecklist), &format!("change-{index}-table")))
                }
                @if !behaviours.is_empty() {
                    (chart(labels, (&format!("change-b{index}"), "page-behaviour-changes-chart"), Unit::SharePoints, &behaviour_rows(labels, &behaviours)))
                    (table(labels, &tables::behaviour_changes(labels, &behaviours, Scope::OneChecklist), &format!("change-b{index}-table")))
                }
            }
        })
    });
    let lead = match &change.since {
        Some(since) => labels.texts.with("page-change-lead", &[("since", labels.day(since).into())]),
        None => String::new(),
    };
    Section { id: "change", title: labels.get("page-change").to_owned(), lead, body }
}

fn score_rows(labels: &Labels<'_>, rows: &[&ScoreChange]) -> Vec<Difference> {
    let row = |row: &&ScoreChange| Difference {
        name: labels.key_in(&row.checklist, &row.key),
        value: row.difference,
        limits: (row.lower, row.upper),
        n: row.visits_before + row.visits_after,
        certain: row.certain == Some(true),
    };
    sorted(rows.iter().map(row).collect())
}

fn behaviour_rows(labels: &Labels<'_>, rows: &[&BehaviourChange]) -> Vec<Difference> {
    let row = |row: &&BehaviourChange| Difference {
        name: labels.key_in(&row.checklist, &row.key),
        value: row.difference,
        limits: (row.lower, row.upper),
        n: row.n_before + row.n_after,
        certain: row.certain == Some(true),
    };
    sorted(rows.iter().map(row).collect())
}

/// Shows where sites see themselves otherwise than mystery visits do.
pub fn blind_spots(labels: &Labels<'_>) -> Section {
    let body = by_checklist(labels, |checklist, index| {
        let of_it = labels.report.blind_spots.iter().filter(|row| row.checklist == checklist);
        let (all, parts): (Vec<&BlindSpotRow>, Vec<&BlindSpotRow>) = of_it.partition(|row| row.key.iter().count() == 1);
        let drawn = sorted(all.iter().map(|row| spot(labels, row)).collect());
        let rows = [all, parts].concat();
        (!rows.is_empty()).then(|| {
            html! {
                @if !drawn.is_empty() {
                    (chart(labels, (&format!("blind-{index}"), "page-blind-spots-chart"), Unit::SharePoints, &drawn))
                }
                (table(labels, &tables::blind_spots(labels, &rows, Scope::OneChecklist), &format!("blind-{index}-table")))
            }
        })
    });
    let (title, lead) = (labels.get("page-blind-spots").to_owned(), labels.get("page-blind-spots-lead").to_owned());
    Section { id: "blind-spots", title, lead, body }
}

fn spot(labels: &Labels<'_>, row: &BlindSpotRow) -> Difference {
    Difference {
        name: labels.key_in(&row.checklist, &row.key),
        value: row.difference,
        limits: (row.lower, row.upper),
        n: row.n_self + row.n_mystery,
        certain: row.blind_spot,
    }
}

/// Shows what goes with wanting to come back.
pub fn drivers(labels: &Labels<'_>) -> Section {
    let body = by_checklist(labels, |checklist, index| {
        let rows: Vec<&DriverRow> = labels.report.drivers.iter().filter(|row| row.checklist == checklist).collect();
        let row = |row: &&DriverRow| Difference {
            name: labels.key_in(&row.checklist, &row.key),
            value: row.difference,
            limits: (row.lower, row.upper),
            n: row.n_with + row.n_without,
            certain: row.certain == Some(true),
        };
        let drawn = sorted(rows.iter().map(row).collect());
        (!rows.is_empty()).then(|| {
            html! {
                (chart(labels, (&format!("drivers-{index}"), "page-drivers-chart"), Unit::Difference, &drawn))
                (table(labels, &tables::drivers(labels, &rows, Scope::OneChecklist), &format!("drivers-{index}-table")))
            }
        })
    });
    let (title, lead) = (labels.get("page-drivers").to_owned(), labels.get("page-drivers-lead").to_owned());
    Section { id: "drivers", title, lead, body }
}
