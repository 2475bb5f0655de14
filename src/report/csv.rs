//! Figures as tidy CSV: one row for each figure, the same columns whatever the question.
//!
//! Labels of questions and figures are those of the JSON report, and never depend on the language.

use super::flat::Holds;
use super::separated::{Excel, Separated};
use crate::analysis::dimension::NO_GROUP;
use crate::analysis::figures::{Change, Ranking, Report};
use crate::analysis::{Dimension, Key};
use crate::stats::Undefined;
use std::io;

/// The key of figures that are of everything.
static ALL: Key = Key::ALL;

/// A lower and an upper limit.
type Limits = (Option<f64>, Option<f64>);

/// One figure.
struct Figure<'r> {
    question: &'static str,
    checklist: &'r str,
    key: Key,
    item: &'r str,
    name: &'static str,
    value: Option<f64>,
    /// Its limits, where figures of this name have any.
    limits: Option<Limits>,
    /// How many visits or answers are behind it.
    n: u64,
    undefined: Option<Undefined>,
}

impl Figure<'_> {
    /// Gives why there is no value, or no limit.
    fn why(&self) -> &'static str {
        let whole = self.value.is_some() && self.limits != Some((None, None));
        if whole { "" } else { self.undefined.map_or("", Undefined::code) }
    }
}

/// Gives the columns of a report's file: those of its keys among them.
#[must_use]
pub fn columns(report: &Report) -> Vec<(&'static str, Holds)> {
    layout(&figures_of(report)).1
}

/// Writes every figure of a report.
///
/// # Errors
/// None that writing to memory can have.
pub fn figures(report: &Report, excel: Excel) -> io::Result<Vec<u8>> {
    let figures = figures_of(report);
    let (dimensions, columns) = layout(&figures);
    let mut cells = Separated::begin(Vec::new(), excel, columns.iter().map(|(name, _)| *name))?;
    for figure in &figures {
        cells.text(figure.question)?;
        cells.text(figure.checklist)?;
        for dimension in &dimensions {
            cells.text(match (figure.key.get(*dimension), dimension) {
                (Some(NO_GROUP), Dimension::Group) => "(none)",
                (value, _) => value.unwrap_or_default(),
            })?;
        }
        cells.text(figure.item)?;
        cells.text(figure.name)?;
        cells.number(figure.value)?;
        let (lower, upper) = figure.limits.unwrap_or_default();
        cells.number(lower)?;
        cells.number(upper)?;
        cells.whole(Some(figure.n))?;
        cells.text(figure.why())?;
        cells.end_row()?;
    }
    cells.finish()
}

fn layout(figures: &[Figure<'_>]) -> (Vec<Dimension>, Vec<(&'static str, Holds)>) {
    let there = |dimension: &Dimension| figures.iter().any(|figure| figure.key.get(*dimension).is_some());
    let dimensions: Vec<Dimension> = Dimension::ALL.into_iter().filter(there).collect();
    // What a row is by may be called as what a key names; the checklist's own column comes first.
    let of_key = dimensions.iter().map(|dimension| match dimension {
        Dimension::Checklist => "checklist_id",
        Dimension::Item => "item_id",
        other => other.name(),
    });
    let mut columns = vec![("question", Holds::String), ("checklist", Holds::String)];
    columns.extend(of_key.map(|name| (name, Holds::String)));
    columns.extend([
        ("item", Holds::String),
        ("figure", Holds::String),
        ("value", Holds::Number),
        ("lower", Holds::Number),
        ("upper", Holds::Number),
        ("n", Holds::Integer),
        ("undefined", Holds::String),
    ]);
    (dimensions, columns)
}

/// A place for the figures of one question.
struct List<'r, 'l> {
    figures: &'l mut Vec<Figure<'r>>,
    question: &'static str,
}

/// What a row of the report is of.
struct Of<'r, 'k> {
    checklist: &'r str,
    key: &'k Key,
    item: &'r str,
    n: u64,
    undefined: Option<Undefined>,
}

impl<'r> List<'r, '_> {
    fn push(&mut self, of: &Of<'r, '_>, name: &'static str, value: Option<f64>, limits: Option<Limits>) {
        let Of { checklist, item, n, undefined, .. } = *of;
        let key = of.key.clone();
        self.figures.push(Figure { question: self.question, checklist, key, item, name, value, limits, n, undefined });
    }

    fn add(&mut self, of: &Of<'r, '_>, name: &'static str, value: Option<f64>, limits: Limits) {
        self.push(of, name, value, Some(limits));
    }

    fn bare(&mut self, of: &Of<'r, '_>, name: &'static str, value: Option<f64>) {
        self.push(of, name, value, None);
    }

    /// Adds what holds or does not, as 1 or 0.
    fn holds(&mut self, of: &Of<'r, '_>, name: &'static str, holds: Option<bool>) {
        self.bare(of, name, holds.map(|holds| f64::from(u8::from(holds))));
    }

    fn count(&mut self, of: &Of<'r, '_>, name: &'static str, count: u64) {
        self.bare(of, name, Some(super::number_format::float(count)));
    }
}

fn figures_of(report: &Report) -> Vec<Figure<'_>> {
    let mut figures = Vec::new();
    scores(report, &mut figures);
    behaviours(report, &mut figures);
    change(&report.change, &mut figures);
    signals(report, &mut figures);
    for ranking in report.rankings() {
        self::ranking(ranking, &mut figures);
    }
    waiting(report, &mut figures);
    mirror(report, &mut figures);
    differences(report, &mut figures);
    quality(report, &mut figures);
    figures
}

fn scores<'r>(report: &'r Report, figures: &mut Vec<Figure<'r>>) {
    for (question, rows) in [("network", &report.network), ("scores", &report.scores)] {
        let mut list = List { figures, question };
        for row in rows {
            let of = Of { checklist: &row.checklist, key: &row.key, item: "", n: row.visits, undefined: row.undefined };
            list.add(&of, "percent_mean", row.percent_mean, (row.lower, row.upper));
            list.bare(&of, "percent_pooled", row.percent_pooled);
            list.count(&of, "failed_critical", row.failed_critical);
        }
    }
}

fn behaviours<'r>(report: &'r Report, figures: &mut Vec<Figure<'r>>) {
    for (question, rows) in [("network_behaviours", &report.network_behaviours), ("behaviours", &report.behaviours)] {
        let mut list = List { figures, question };
        for row in rows {
            let of = Of { checklist: &row.checklist, key: &row.key, item: "", n: row.n, undefined: row.undefined };
            list.add(&of, "share", row.share, (row.lower, row.upper));
            for (name, count) in [("yes", row.yes), ("partly", row.partly), ("no", row.no), ("left_out", row.left_out)]
            {
                list.count(&of, name, count);
            }
        }
    }
}

fn change<'r>(change: &'r Change, figures: &mut Vec<Figure<'r>>) {
    let mut list = List { figures, question: "change" };
    for row in &change.scores {
        let n = row.visits_before + row.visits_after;
        let of = Of { checklist: &row.checklist, key: &row.key, item: "", n, undefined: row.undefined };
        list.bare(&Of { n: row.visits_before, ..of }, "percent_before", row.before);
        list.bare(&Of { n: row.visits_after, ..of }, "percent_after", row.after);
        list.add(&of, "percent_difference", row.difference, (row.lower, row.upper));
        list.holds(&of, "percent_certain", row.certain);
    }
    for row in &change.behaviours {
        let n = row.n_before + row.n_after;
        let of = Of { checklist: &row.checklist, key: &row.key, item: "", n, undefined: row.undefined };
        list.bare(&Of { n: row.n_before, ..of }, "share_before", row.before);
        list.bare(&Of { n: row.n_after, ..of }, "share_after", row.after);
        list.add(&of, "share_difference", row.difference, (row.lower, row.upper));
        list.bare(&of, "p", row.p);
        list.bare(&of, "p_adjusted", row.p_adjusted);
        list.holds(&of, "share_certain", row.certain);
    }
}

fn signals<'r>(report: &'r Report, figures: &mut Vec<Figure<'r>>) {
    let mut list = List { figures, question: "signals" };
    for row in &report.signals {
        let n = row.points.iter().map(|point| point.visits).sum();
        let of = Of { checklist: &row.checklist, key: &row.key, item: "", n, undefined: row.undefined };
        list.add(&of, "centre", row.centre, (row.lower, row.upper));
        list.bare(&of, "range_upper", row.range_upper);
        for point in &row.points {
            let key = row.key.clone().and(Dimension::Month, &point.month);
            let of = Of { key: &key, n: point.visits, undefined: Some(Undefined::NoObservations), ..of };
            list.bare(&of, "percent", point.percent);
            list.holds(&of, "signal", point.percent.is_some().then_some(point.signal));
            if let Some(shift) = &row.shift {
                list.holds(&of, "shift", Some(*shift == point.month));
            }
        }
    }
}

fn ranking<'r>(ranking: &'r Ranking, figures: &mut Vec<Figure<'r>>) {
    let mut list = List { figures, question: "ranking" };
    let of = Of { checklist: &ranking.checklist, key: &ALL, item: "", n: ranking.visits, undefined: ranking.undefined };
    for (name, value) in [
        ("variance_sites", ranking.variance_sites),
        ("variance_visits", ranking.variance_visits),
        ("g_one_visit", ranking.g_one_visit),
        ("g_now", ranking.g_now),
        ("visits_needed", ranking.visits_needed.map(super::number_format::float)),
    ] {
        list.bare(&of, name, value);
    }
    for site in &ranking.sites {
        let key = Key::all().and(Dimension::Site, &site.site);
        let of = Of { key: &key, n: site.visits, undefined: None, ..of };
        list.add(&of, "shrunk", Some(site.shrunk), (Some(site.lower), Some(site.upper)));
        list.count(&of, "band", site.band);
        list.bare(&of, "reliability", Some(site.reliability));
    }
}

fn waiting<'r>(report: &'r Report, figures: &mut Vec<Figure<'r>>) {
    let mut list = List { figures, question: "waiting" };
    for row in &report.waiting {
        let of = Of { checklist: &row.checklist, key: &row.key, item: &row.item, n: row.n, undefined: row.undefined };
        list.add(&of, "median_s", row.median_s, (row.lower_s, row.upper_s));
        list.add(&of, "within", row.within, (row.within_lower, row.within_upper));
        list.bare(&of, "promised_s", row.promised_s);
        list.count(&of, "censored", row.censored);
    }
    for row in &report.waiting_tests {
        let of = Of { checklist: &row.checklist, key: &ALL, item: &row.item, n: row.n, undefined: row.undefined };
        list.bare(&of, "chi_square", row.chi_square);
        list.bare(&of, "p", row.p);
    }
}

fn mirror<'r>(report: &'r Report, figures: &mut Vec<Figure<'r>>) {
    let mut list = List { figures, question: "mirror" };
    for row in &report.mirror {
        let n = row.n_customer + row.n_management + row.n_internal;
        // Of one gap the other side may be missing.
        let undefined = row.undefined.or(Some(Undefined::NoObservations));
        let of = Of { checklist: "", key: &row.key, item: "", n, undefined };
        list.bare(&Of { n: row.n_customer, ..of }, "customer", row.customer);
        list.bare(&Of { n: row.n_management, ..of }, "management", row.management);
        list.bare(&Of { n: row.n_internal, ..of }, "internal", row.internal);
        list.add(&of, "gap_management", row.gap_management, (row.lower, row.upper));
        list.add(&of, "gap_internal", row.gap_internal, (row.lower_internal, row.upper_internal));
        if let Some(place) = row.parts_company {
            list.count(&of, "parts_company", place);
        }
    }
}

fn differences<'r>(report: &'r Report, figures: &mut Vec<Figure<'r>>) {
    let mut list = List { figures, question: "blind_spots" };
    for row in &report.blind_spots {
        let n = row.n_self + row.n_mystery;
        let of = Of { checklist: &row.checklist, key: &row.key, item: "", n, undefined: row.undefined };
        list.bare(&Of { n: row.n_self, ..of }, "self_share", row.self_share);
        list.bare(&Of { n: row.n_mystery, ..of }, "mystery_share", row.mystery_share);
        list.add(&of, "difference", row.difference, (row.lower, row.upper));
        list.holds(&of, "blind_spot", Some(row.blind_spot));
    }
    list.question = "drivers";
    for row in &report.drivers {
        let n = row.n_with + row.n_without;
        let of = Of { checklist: &row.checklist, key: &row.key, item: "", n, undefined: row.undefined };
        list.bare(&Of { n: row.n_with, ..of }, "with", row.with);
        list.bare(&Of { n: row.n_without, ..of }, "without", row.without);
        list.add(&of, "difference", row.difference, (row.lower, row.upper));
        list.bare(&of, "p", row.p);
        list.bare(&of, "p_adjusted", row.p_adjusted);
        list.holds(&of, "certain", row.certain);
    }
}

fn quality<'r>(report: &'r Report, figures: &mut Vec<Figure<'r>>) {
    let mut list = List { figures, question: "quality" };
    for row in &report.quality {
        let of = Of { checklist: "", key: &row.key, item: "", n: row.visits, undefined: row.undefined };
        list.bare(&Of { n: row.answers, ..of }, "late_share", row.late_share);
        list.bare(&Of { n: row.late, ..of }, "memory_age_median_s", row.memory_age_median_s);
        list.bare(&Of { n: row.late, ..of }, "memory_age_max_s", row.memory_age_max_s);
        for (name, count) in [
            ("straight_lined", row.straight_lined),
            ("too_fast", row.too_fast),
            ("clock_shifted", row.clock_shifted),
            ("unsealed", row.unsealed),
        ] {
            list.count(&of, name, count);
        }
        list.add(&of, "leniency", row.leniency, (row.leniency_lower, row.leniency_upper));
    }
}
