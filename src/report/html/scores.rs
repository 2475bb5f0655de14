//! How good, in what order, how often: scores, ranking, shares of behaviours.

use super::bars::{Bar, bars};
use super::dots::{Dot, Line, Reference, dots};
use super::marks::{Scale, Shape, key, mark};
use super::table::table;
use super::{Section, by_checklist, figure};
use crate::analysis::Dimension;
use crate::analysis::figures::{BehaviourRow, ScoreRow};
use crate::report::labels::Labels;
use crate::report::number_format::Unit;
use crate::report::number_format::float;
use crate::report::sentences::reliability;
use crate::report::tables::{self, Scope};
use maud::{Markup, html};

/// How many rows of a chart stand at each end, where not all fit.
const ENDS: usize = 12;
/// How many rows a chart has room for.
const MOST: usize = 2 * ENDS + 2;
/// How many rows of single behaviours are shown.
const WEAKEST: usize = 40;

/// Shows the scores.
pub fn scores(labels: &Labels<'_>) -> Section {
    let report = labels.report;
    let body = by_checklist(labels, |checklist, index| {
        let rows: Vec<&ScoreRow> = report.scores.iter().filter(|row| row.checklist == checklist).collect();
        let network = report.network.iter().find(|row| row.checklist == checklist);
        if rows.is_empty() {
            return None;
        }
        let id = format!("scores-{index}");
        Some(html! {
            (figure(&chart(labels, &id, &rows, network, checklist), &legend(labels)))
            (table(labels, &tables::scores(labels, "scores", &rows, Scope::OneChecklist), &format!("{id}-table")))
        })
    });
    let by = report.by.iter().map(|dimension| labels.dimension(*dimension).to_lowercase()).collect::<Vec<_>>();
    let lead = labels.texts.with("page-scores-lead", &[("by", by.join(", ").into())]);
    Section { id: "scores", title: labels.get("page-scores").to_owned(), lead, body }
}

fn legend(labels: &Labels<'_>) -> Markup {
    html! {
        (key(&mark(Shape::Full, 50.0, 7.0), labels.get("page-legend-mean")))
        (key(&mark(Shape::Hollow, 50.0, 7.0), labels.get("page-legend-few")))
        (key(&mark(Shape::Diamond, 50.0, 7.0), labels.get("page-legend-shrunk")))
    }
}

/// Draws scores, best first, with the mean of all visits as a line.
fn chart(labels: &Labels<'_>, id: &str, rows: &[&ScoreRow], network: Option<&ScoreRow>, checklist: &str) -> Markup {
    let ranking = labels.report.rankings().find(|ranking| ranking.checklist == checklist);
    let shrunk = |row: &ScoreRow| {
        let site = row.key.get(Dimension::Site).filter(|_| row.key.iter().count() == 1)?;
        let found = ranking?.sites.iter().find(|ranked| ranked.site == site)?;
        Some(found.shrunk)
    };
    let mut sorted = rows.to_vec();
    if labels.report.by == [Dimension::Site] || labels.report.by.len() > 1 {
        // Best first; of equals, as the keys are.
        let order = |row: &ScoreRow| shrunk(row).or(row.percent_mean).unwrap_or(f64::NEG_INFINITY);
        sorted.sort_by(|one, other| order(other).total_cmp(&order(one)).then_with(|| one.key.cmp(&other.key)));
    }
    let lines = ends(labels, &sorted, |row| Dot {
        name: labels.key_in(&row.checklist, &row.key),
        value: value(labels, Unit::Percent, row.percent_mean, row.visits),
        detail: detail(labels, Unit::Percent, (row.lower, row.upper), row.visits),
        place: row.percent_mean,
        interval: row.lower.zip(row.upper),
        shape: if row.few_visits { Shape::Hollow } else { Shape::Full },
        second: shrunk(row),
    });
    let reference = network.and_then(|row| row.percent_mean).map(|mean| Reference {
        place: mean,
        name: labels.texts.with("page-network-mean", &[("percent", labels.texts.percent(mean).into())]),
    });
    let scale = Scale::around(places(&lines).chain(reference.iter().map(|line| line.place)), (0.0, 100.0));
    let title = labels.texts.with("page-scores-chart", &[("checklist", labels.checklist(checklist).into())]);
    let frame = (id, title.as_str(), labels.get("page-scores-chart-how"));
    dots(frame, &lines, reference.as_ref(), scale, |tick| labels.number(tick, 0))
}

/// Makes rows of a chart: all, or the first and the last of them.
pub fn ends<R>(labels: &Labels<'_>, rows: &[R], dot: impl Fn(&R) -> Dot) -> Vec<Line> {
    if rows.len() <= MOST {
        return rows.iter().map(|row| Line::Dot(dot(row))).collect();
    }
    let between = float((rows.len() - 2 * ENDS) as u64);
    let gap = Line::Gap(labels.texts.with("page-rows-between", &[("rows", labels.number(between, 0).into())]));
    let first = rows.iter().take(ENDS).map(|row| Line::Dot(dot(row)));
    let last = rows.iter().skip(rows.len() - ENDS).map(|row| Line::Dot(dot(row)));
    first.chain([gap]).chain(last).collect()
}

/// Gives every place that the marks of rows take.
pub fn places(lines: &[Line]) -> impl Iterator<Item = f64> {
    lines.iter().flat_map(|line| match line {
        Line::Gap(_) => Vec::new(),
        Line::Dot(dot) => {
            let limits = dot.interval.into_iter().flat_map(|(lower, upper)| [lower, upper]);
            dot.place.into_iter().chain(limits).chain(dot.second).collect()
        }
    })
}

/// Writes a figure for its row, or the words for there being none.
pub fn value(labels: &Labels<'_>, unit: Unit, value: Option<f64>, n: u64) -> String {
    value.map_or_else(|| labels.undefined(n), |value| labels.figure(unit, value))
}

/// Writes a figure's interval and n for its row.
pub fn detail(labels: &Labels<'_>, unit: Unit, (lower, upper): (Option<f64>, Option<f64>), n: u64) -> String {
    let interval = labels.interval(unit, lower, upper);
    labels.texts.with("page-row-detail", &[("interval", interval.into()), ("n", labels.count(n).into())])
}

/// Shows whether sites can be ranked, and the bands.
pub fn ranking(labels: &Labels<'_>) -> Section {
    let body = by_checklist(labels, |checklist, index| {
        let ranking = labels.report.rankings().find(|ranking| ranking.checklist == checklist)?;
        Some(html! {
            p { (reliability(labels, ranking)) }
            (table(labels, &tables::ranking(labels, &[ranking], Scope::OneChecklist), &format!("ranking-{index}")))
        })
    });
    let (title, lead) = (labels.get("page-ranking").to_owned(), labels.get("page-ranking-lead").to_owned());
    Section { id: "ranking", title, lead, body }
}

/// Shows how often each behaviour is shown.
pub fn behaviours(labels: &Labels<'_>) -> Section {
    let report = labels.report;
    let body = by_checklist(labels, |checklist, index| {
        let of_it = |rows| of_checklist(rows, checklist);
        let all = of_it(&report.network_behaviours);
        let parts = if report.behaviours == report.network_behaviours { Vec::new() } else { of_it(&report.behaviours) };
        if all.is_empty() && parts.is_empty() {
            return None;
        }
        let id = format!("behaviours-{index}");
        Some(html! {
            @if !all.is_empty() {
                (figure(&shares(labels, &id, &all, checklist), &shares_legend(labels)))
                (table(labels, &tables::behaviours(labels, "behaviours", &all, Scope::OneChecklist), &format!("{id}-table")))
            }
            @if !parts.is_empty() {
                @let (weakest, caption) = weakest(labels, &parts);
                @let weak = tables::behaviours(labels, "behaviours-weakest", &weakest, Scope::OneChecklist).with_caption(&caption);
                (table(labels, &weak, &format!("{id}-weakest")))
            }
        })
    });
    let (title, lead) = (labels.get("page-behaviours").to_owned(), labels.get("page-behaviours-lead").to_owned());
    Section { id: "behaviours", title, lead, body }
}

fn of_checklist<'r>(rows: &'r [BehaviourRow], checklist: &str) -> Vec<&'r BehaviourRow> {
    rows.iter().filter(|row| row.checklist == checklist).collect()
}

/// Gives the rows whose share is low for certain: the lowest upper limits first.
fn weakest<'r>(labels: &Labels<'_>, rows: &[&'r BehaviourRow]) -> (Vec<&'r BehaviourRow>, String) {
    let mut sorted: Vec<&BehaviourRow> = rows.iter().filter(|row| row.upper.is_some()).copied().collect();
    let upper = |row: &BehaviourRow| row.upper.unwrap_or(1.0);
    sorted.sort_by(|one, other| upper(one).total_cmp(&upper(other)).then_with(|| one.key.cmp(&other.key)));
    sorted.truncate(WEAKEST);
    let shown = labels.count(sorted.len() as u64);
    let args = [("shown", shown.into()), ("rows", labels.count(rows.len() as u64).into())];
    (sorted, labels.texts.with("page-weakest-caption", &args))
}

fn shares(labels: &Labels<'_>, id: &str, rows: &[&BehaviourRow], checklist: &str) -> Markup {
    let mut sorted = rows.to_vec();
    let share = |row: &BehaviourRow| row.share.unwrap_or(2.0);
    sorted.sort_by(|one, other| share(one).total_cmp(&share(other)).then_with(|| one.key.cmp(&other.key)));
    let bar = |row: &&BehaviourRow| Bar {
        name: labels.key_in(&row.checklist, &row.key),
        value: value(labels, Unit::Share, row.share, row.n),
        detail: detail(labels, Unit::Share, (row.lower, row.upper), row.n),
        counts: [row.yes, row.partly, row.no].map(float),
        share: row.share,
        interval: row.lower.zip(row.upper),
    };
    let list: Vec<Bar> = sorted.iter().take(MOST).map(bar).collect();
    let title = labels.texts.with("page-behaviours-chart", &[("checklist", labels.checklist(checklist).into())]);
    bars((id, &title, labels.get("page-behaviours-chart-how")), &list, |tick| labels.number(100.0 * tick, 0))
}

fn shares_legend(labels: &Labels<'_>) -> Markup {
    html! {
        @for (class, id) in [("yes", "page-yes"), ("partly", "page-partly"), ("no", "page-no")] {
            (key(&html! { rect class=(class) x="2" y="2" width="22" height="10" {} }, labels.get(id)))
        }
        (key(&mark(Shape::Full, 50.0, 7.0), labels.get("page-legend-share")))
    }
}
