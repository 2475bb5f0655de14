//! A row of a question as what a table shows of it: name, count, figure, interval, remark, and the whole in words.

use super::difference;
use super::plot::Dot;
use crate::analysis::{Dimension, Filter, Key};
use crate::app::screens::results::tab::Row;
use crate::report::names::Names;
use crate::ui::theme::Role;

/// A line of a table.
#[derive(Debug, Default)]
pub struct Line {
    /// What it is of.
    pub label: String,
    /// By which checklist, in a word, where that is not the one with most visits.
    pub checklist: String,
    /// Of how many.
    pub n: String,
    /// The figure.
    pub value: String,
    /// Its interval.
    pub interval: String,
    /// Where both stand.
    pub dot: Option<Dot>,
    /// Three figures side by side, in percent.
    pub strip: Option<[Option<f64>; 3]>,
    /// A word about it.
    pub remark: String,
    /// Whether the remark is one that must not be overlooked.
    pub loud: bool,
    /// All of it in words.
    pub detail: String,
}

impl Line {
    /// Returns the role of the remark.
    pub fn remark_role(&self) -> Role {
        if self.loud { Role::Warning } else { Role::Quiet }
    }
}

/// What a figure is written as.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Percent,
    Share,
    Points,
    SharePoints,
    Outcome,
    Seconds,
}

/// A figure with its limits.
pub(super) type Limits = (Option<f64>, Option<f64>, Option<f64>);

fn write(names: &Names<'_>, unit: Unit, number: f64) -> String {
    match unit {
        Unit::Percent => names.texts.percent(number),
        Unit::Share => names.texts.percent(100.0 * number),
        Unit::Points => names.signed(number, 1),
        Unit::SharePoints => names.signed(100.0 * number, 1),
        Unit::Outcome => names.signed(number, 2),
        Unit::Seconds => names.seconds(number),
    }
}

/// Writes an interval; both limits carry the figure's own form, but a percent sign once.
fn between(names: &Names<'_>, unit: Unit, lower: Option<f64>, upper: Option<f64>) -> String {
    let one = |limit: Option<f64>| match (limit, unit) {
        (None, _) => names.get("page-open-limit").to_owned(),
        (Some(number), Unit::Percent) => names.number(number, 1),
        (Some(number), Unit::Share) => names.number(100.0 * number, 1),
        (Some(number), unit) => write(names, unit, number),
    };
    if lower.is_none() && upper.is_none() {
        return String::new();
    }
    names.texts.with("page-interval", &[("lower", one(lower).into()), ("upper", one(upper).into())])
}

/// Puts a figure, its interval and its place into a line; where there is none, says so.
pub(super) fn figure(names: &Names<'_>, unit: Unit, (value, lower, upper): Limits, why: Option<&'static str>) -> Line {
    let times = match unit {
        Unit::Share | Unit::SharePoints => 100.0,
        _ => 1.0,
    };
    let dot =
        value.map(|at| Dot { low: lower.unwrap_or(at) * times, at: at * times, high: upper.unwrap_or(at) * times });
    let interval = between(names, unit, lower, upper);
    let written = value.map(|value| write(names, unit, value));
    let detail = match (&written, why) {
        (Some(written), None) if !interval.is_empty() => format!("{written} ({interval})"),
        (Some(written), Some(why)) => format!("{written} · {}", names.reason(why)),
        (Some(written), None) => written.clone(),
        (None, why) => {
            let why = names.reason(why.unwrap_or_default());
            names.texts.with("results-undefined", &[("why", why.into())])
        }
    };
    let value = written.unwrap_or_else(|| "–".to_owned());
    Line { value, interval, dot, detail, ..Line::default() }
}

/// Adds parts to the words of a line.
pub(super) fn tell(line: &mut Line, parts: impl IntoIterator<Item = String>) {
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !line.detail.is_empty() {
            line.detail.push_str(" · ");
        }
        line.detail.push_str(&part);
    }
}

pub(super) fn named(names: &Names<'_>, id: &'static str, value: &str) -> String {
    names.texts.with("results-named", &[("name", names.get(id).into()), ("value", value.into())])
}

fn counted(names: &Names<'_>, id: &'static str, count: u64) -> String {
    names.texts.with(id, &[("count", count.into()), ("n", names.count(count).into())])
}

/// Returns the checklist of a row in a word, where it is not the one with most visits: its relation, where no other
/// checklist has that one.
fn checklist(names: &Names<'_>, name: &str) -> String {
    let all = &names.report.checklists;
    let Some(used) = all.iter().skip(1).find(|used| used.name == name) else { return String::new() };
    let alone = all.iter().filter(|other| other.relation == used.relation).count() == 1;
    match used.relation {
        "customer" if alone => names.get("page-mirror-customer").to_owned(),
        "management" if alone => names.get("page-mirror-management").to_owned(),
        "internal" if alone => names.get("page-mirror-internal").to_owned(),
        _ => names.checklist(name),
    }
}

pub(super) fn pair(names: &Names<'_>, one: u64, other: u64) -> String {
    format!("{}/{}", names.count(one), names.count(other))
}

pub(super) fn verdict(names: &Names<'_>, certain: Option<bool>) -> String {
    match certain {
        Some(true) => names.get("results-certain").to_owned(),
        Some(false) => names.get("results-noise").to_owned(),
        None => String::new(),
    }
}

/// Returns the line of a row; what everything shown has in common is not said again.
pub fn line(names: &Names<'_>, row: &Row<'_>, common: &Filter) -> Line {
    let mut line = match row {
        Row::Score(_) | Row::Ranked(_) | Row::Behaviour(_) => level(names, row),
        Row::ScoreChange(_) | Row::BehaviourChange(_) | Row::BlindSpot(_) | Row::Driver(_) => {
            difference::line(names, row)
        }
        Row::Signal(_) | Row::Waiting(_) => over_time(names, row),
        Row::Mirror(_) | Row::Quality(_) | Row::Advice(_) => other(names, row),
    };
    if line.label.is_empty() {
        let said = |dimension| common.conditions.iter().any(|condition| condition.dimension == Some(dimension));
        let key = row.key();
        // A behaviour names itself, whatever attitude it is of.
        let is_named = |dimension| dimension == Dimension::Attitude && key.get(Dimension::Behaviour).is_some();
        let own = key.iter().filter(|(dimension, _)| !said(*dimension) && !is_named(*dimension));
        line.label = names.key(&own.fold(Key::all(), |key, (dimension, value)| key.and(dimension, value)));
    }
    line.checklist = checklist(names, row.checklist());
    line
}

/// How high something is.
fn level(names: &Names<'_>, row: &Row<'_>) -> Line {
    match row {
        Row::Score(row) => {
            let mut line = figure(names, Unit::Percent, (row.percent_mean, row.lower, row.upper), row.undefined);
            line.n = names.count(row.visits);
            let critical = (row.failed_critical > 0).then(|| format!("! {}", names.count(row.failed_critical)));
            let few = row.few_visits.then(|| names.get("results-few").to_owned());
            line.loud = critical.is_some();
            line.remark = critical.into_iter().chain(few).collect::<Vec<_>>().join(" ");
            let few = row.few_visits.then(|| names.get("page-few-visits").to_owned());
            let pooled =
                row.percent_pooled.map(|percent| named(names, "page-score-pooled", &names.texts.percent(percent)));
            let failed = counted(names, "page-n-critical", row.failed_critical);
            let visits = counted(names, "page-n-visits", row.visits);
            tell(&mut line, [Some(visits), pooled, Some(failed), few].into_iter().flatten());
            line
        }
        Row::Ranked(row) => {
            let limits = (Some(row.shrunk), Some(row.lower), Some(row.upper));
            let mut line = figure(names, Unit::Percent, limits, None);
            line.label = format!("{}. {}", row.band, names.site(&row.site));
            line.n = names.count(row.visits);
            let mean = named(names, "page-score-mean", &names.texts.percent(row.percent_mean));
            let reliability = named(names, "page-reliability", &names.number(row.reliability, 2));
            let band = named(names, "page-band", &names.count(row.band));
            tell(&mut line, [counted(names, "page-n-visits", row.visits), band, mean, reliability]);
            line
        }
        Row::Behaviour(row) => {
            let mut line = figure(names, Unit::Share, (row.share, row.lower, row.upper), row.undefined);
            line.n = names.count(row.n);
            let parts = [
                ("page-answers", row.n),
                ("page-yes", row.yes),
                ("page-partly", row.partly),
                ("page-no", row.no),
                ("page-left-out", row.left_out),
            ];
            tell(&mut line, parts.map(|(id, count)| named(names, id, &names.count(count))));
            line
        }
        _ => Line::default(),
    }
}

/// What has a chart of its own below the table.
fn over_time(names: &Names<'_>, row: &Row<'_>) -> Line {
    match row {
        Row::Signal(row) => {
            let mut line = figure(names, Unit::Percent, (row.centre, row.lower, row.upper), row.undefined);
            line.dot = None;
            let visits: u64 = row.points.iter().map(|point| point.visits).sum();
            line.n = names.count(visits);
            let signals: Vec<String> =
                row.points.iter().filter(|point| point.signal).map(|point| names.month(&point.month)).collect();
            line.loud = !signals.is_empty();
            line.remark = match signals.len() {
                0 => String::new(),
                many => names.texts.with("results-signals", &[("count", many.into())]),
            };
            let shift = row
                .shift
                .as_deref()
                .map(|month| names.texts.with("page-months-shift", &[("month", names.month(month).into())]));
            let months = match signals.len() {
                0 if row.undefined.is_none() => names.get("page-months-noise").to_owned(),
                0 => String::new(),
                _ => names.texts.with("page-months-signals", &[("months", signals.join(", ").into())]),
            };
            tell(&mut line, [counted(names, "page-n-visits", visits), shift.unwrap_or_default(), months]);
            line
        }
        Row::Waiting(row) => {
            let mut line = figure(names, Unit::Seconds, (row.median_s, row.lower_s, row.upper_s), row.undefined);
            line.dot = None;
            line.n = names.count(row.n);
            let item = names.value(Dimension::Item, &row.item);
            line.label = if row.key.is_all() { item } else { format!("{} · {item}", names.key(&row.key)) };
            let within = row.within.map(|share| names.texts.percent(100.0 * share));
            line.remark = within.clone().unwrap_or_default();
            let limits = between(names, Unit::Share, row.within_lower, row.within_upper);
            let promise =
                row.promised_s.map(|s| names.texts.with("page-promised-within", &[("time", names.seconds(s).into())]));
            let kept = within.map(|share| named(names, "page-within", &format!("{share} ({limits})")));
            let never = named(names, "page-never", &names.count(row.censored));
            let times = named(names, "page-times", &names.count(row.n));
            tell(&mut line, [Some(times), Some(never), promise, kept].into_iter().flatten());
            line
        }
        _ => Line::default(),
    }
}

fn other(names: &Names<'_>, row: &Row<'_>) -> Line {
    match row {
        Row::Mirror(row) => {
            let limits = (row.gap_management, row.lower, row.upper);
            let mut line = figure(names, Unit::Points, limits, row.undefined);
            line.dot = None;
            line.strip = Some([row.customer, row.management, row.internal]);
            line.n = [row.n_customer, row.n_management, row.n_internal].map(|n| names.count(n)).join("/");
            line.loud = row.parts_company.is_some();
            line.remark = row.parts_company.map(|place| format!("{place}.")).unwrap_or_default();
            let gap = |id, gap: Option<f64>, lower, upper| {
                let interval = between(names, Unit::Points, lower, upper);
                gap.map(|gap| {
                    names.texts.with(id, &[("gap", names.signed(gap, 1).into()), ("interval", interval.into())])
                })
            };
            let management = gap("page-gap-to-management", row.gap_management, row.lower, row.upper);
            let internal = gap("page-gap-to-internal", row.gap_internal, row.lower_internal, row.upper_internal);
            if management.is_some() || internal.is_some() {
                line.detail.clear();
            }
            let place = row.parts_company.map(|place| named(names, "page-parts-company", &names.count(place)));
            tell(&mut line, [management, internal, place].into_iter().flatten());
            let counts = [
                ("page-n-customer", row.n_customer),
                ("page-n-management", row.n_management),
                ("page-n-internal", row.n_internal),
            ];
            tell(&mut line, counts.map(|(id, n)| named(names, id, &names.count(n))));
            line
        }
        Row::Quality(row) => {
            let limits = (row.leniency, row.leniency_lower, row.leniency_upper);
            let mut line = figure(names, Unit::Points, limits, row.undefined);
            line.n = names.count(row.visits);
            line.detail = named(names, "page-leniency", &line.detail);
            let doubts = row.straight_lined + row.too_fast + row.clock_shifted + row.unsealed;
            line.loud = doubts > 0;
            line.remark = if doubts > 0 { format!("! {}", names.count(doubts)) } else { String::new() };
            let late = row.late_share.map(|share| names.texts.percent(100.0 * share)).unwrap_or_default();
            let late = format!("{} ({late})", names.count(row.late));
            let seconds = |id, time: Option<f64>| time.map(|time| named(names, id, &names.seconds(time)));
            let memory = seconds("page-memory-median", row.memory_age_median_s);
            tell(&mut line, [Some(named(names, "page-late", &late)), memory].into_iter().flatten());
            let counts = [
                ("page-straight-lined", row.straight_lined),
                ("page-too-fast", row.too_fast),
                ("page-clock-shifted", row.clock_shifted),
                ("page-unsealed", row.unsealed),
            ];
            tell(&mut line, counts.map(|(id, count)| named(names, id, &names.count(count))));
            line
        }
        _ => Line::default(),
    }
}
