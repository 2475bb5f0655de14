//! What the table shows of each kind of row.

use super::table_row::{Plot, TableRow, figure};
use crate::analysis::figures::{BehaviourRow, MirrorRow, QualityRow, RankedSite, ScoreRow, SignalRow, WaitingRow};
use crate::analysis::{Dimension, Filter, Key};
use crate::app::screens::results::tab_rows::ResultsRow;
use crate::report::labels::Labels;
use crate::report::number_format::Unit;

/// Returns the row of the table; what everything shown has in common is not in its label.
pub fn table_row(names: &Labels<'_>, row: &ResultsRow<'_>, common: &Filter) -> TableRow {
    let mut built = figures_of(names, row);
    if built.label.is_empty() {
        let is_common = |dimension| common.conditions.iter().any(|condition| condition.dimension == Some(dimension));
        let key = row.key();
        // A behaviour is named by itself, whatever its attitude.
        let is_implied = |dimension| dimension == Dimension::Attitude && key.get(Dimension::Behaviour).is_some();
        let own = key.iter().filter(|(dimension, _)| !is_common(*dimension) && !is_implied(*dimension));
        built.label = names.key(&own.fold(Key::all(), |key, (dimension, value)| key.and(dimension, value)));
    }
    built.checklist = checklist(names, row.checklist());
    built
}

/// Returns the row without its checklist; without a label where its key is the label.
fn figures_of(names: &Labels<'_>, row: &ResultsRow<'_>) -> TableRow {
    match row {
        ResultsRow::Score(row) => score(names, row),
        ResultsRow::Ranked(row) => ranked(names, row),
        ResultsRow::Behaviour(row) => behaviour(names, row),
        ResultsRow::Signal(row) => signal(names, row),
        ResultsRow::Waiting(row) => waiting(names, row),
        ResultsRow::Mirror(row) => mirror(names, row),
        ResultsRow::Quality(row) => quality(names, row),
        ResultsRow::ScoreChange(_)
        | ResultsRow::BehaviourChange(_)
        | ResultsRow::BlindSpot(_)
        | ResultsRow::Driver(_) => difference(names, row),
        ResultsRow::Advice(_) => TableRow::default(),
    }
}

/// Returns a value with its name; empty without a value.
fn named(names: &Labels<'_>, id: &'static str, value: impl Into<Option<String>>) -> String {
    let Some(value) = value.into() else { return String::new() };
    names.texts.with("results-named", &[("name", names.get(id).into()), ("value", value.into())])
}

/// Returns counts with their names.
fn counts<const N: usize>(names: &Labels<'_>, counts: [(&'static str, u64); N]) -> [String; N] {
    counts.map(|(id, count)| named(names, id, names.count(count)))
}

/// Returns the number of doubts as a remark.
fn doubts(names: &Labels<'_>, count: u64) -> Option<String> {
    (count > 0).then(|| format!("! {}", names.count(count)))
}

fn score(names: &Labels<'_>, row: &ScoreRow) -> TableRow {
    let few = |id| row.few_visits.then(|| names.get(id).to_owned());
    let remarks = [doubts(names, row.failed_critical), few("results-few")];
    TableRow {
        n: names.count(row.visits),
        is_warning: row.failed_critical > 0,
        remark: remarks.into_iter().flatten().collect::<Vec<_>>().join(" "),
        ..figure(names, Unit::Percent, (row.percent_mean, row.lower, row.upper), row.undefined)
    }
    .with_details([
        names.with_count("page-n-visits", row.visits),
        named(names, "page-score-pooled", row.percent_pooled.map(|percent| names.texts.percent(percent))),
        names.with_count("page-n-critical", row.failed_critical),
        few("page-few-visits").unwrap_or_default(),
    ])
}

fn ranked(names: &Labels<'_>, row: &RankedSite) -> TableRow {
    TableRow {
        label: format!("{}. {}", row.band, names.site(&row.site)),
        n: names.count(row.visits),
        ..figure(names, Unit::Percent, (Some(row.shrunk), Some(row.lower), Some(row.upper)), None)
    }
    .with_details([
        names.with_count("page-n-visits", row.visits),
        named(names, "page-band", names.count(row.band)),
        named(names, "page-score-mean", names.texts.percent(row.percent_mean)),
        named(names, "page-reliability", names.number(row.reliability, 2)),
    ])
}

fn behaviour(names: &Labels<'_>, row: &BehaviourRow) -> TableRow {
    let parts = [
        ("page-answers", row.n),
        ("page-yes", row.yes),
        ("page-partly", row.partly),
        ("page-no", row.no),
        ("page-left-out", row.left_out),
    ];
    let figure = figure(names, Unit::Share, (row.share, row.lower, row.upper), row.undefined);
    TableRow { n: names.count(row.n), ..figure }.with_details(counts(names, parts))
}

fn signal(names: &Labels<'_>, row: &SignalRow) -> TableRow {
    let visits = row.points.iter().map(|point| point.visits).sum();
    let signals: Vec<String> =
        row.points.iter().filter(|point| point.signal).map(|point| names.month(&point.month)).collect();
    let shift = row.shift.as_deref().map(|month| ("month", names.month(month).into()));
    let months = match signals.len() {
        0 if row.undefined.is_none() => names.get("page-months-noise").to_owned(),
        0 => String::new(),
        _ => names.texts.with("page-months-signals", &[("months", signals.join(", ").into())]),
    };
    let remark = match signals.len() {
        0 => String::new(),
        count => names.texts.with("results-signals", &[("count", count.into())]),
    };
    TableRow {
        plot: None,
        n: names.count(visits),
        is_warning: !signals.is_empty(),
        remark,
        ..figure(names, Unit::Percent, (row.centre, row.lower, row.upper), row.undefined)
    }
    .with_details([
        names.with_count("page-n-visits", visits),
        shift.map(|month| names.texts.with("page-months-shift", &[month])).unwrap_or_default(),
        months,
    ])
}

fn waiting(names: &Labels<'_>, row: &WaitingRow) -> TableRow {
    let item = names.value(Dimension::Item, &row.item);
    let within = row.within.map(|share| names.texts.percent(100.0 * share));
    let limits = names.interval(Unit::Share, row.within_lower, row.within_upper);
    let promise =
        row.promised_s.map(|s| names.texts.with("page-promised-within", &[("time", names.seconds(s).into())]));
    let kept = within.as_ref().map(|share| format!("{share} ({limits})"));
    TableRow {
        plot: None,
        n: names.count(row.n),
        label: if row.key.is_all() { item } else { format!("{} · {item}", names.key(&row.key)) },
        remark: within.unwrap_or_default(),
        ..figure(names, Unit::Seconds, (row.median_s, row.lower_s, row.upper_s), row.undefined)
    }
    .with_details(counts(names, [("page-times", row.n), ("page-never", row.censored)]))
    .with_details([promise.unwrap_or_default(), named(names, "page-within", kept)])
}

fn mirror(names: &Labels<'_>, row: &MirrorRow) -> TableRow {
    let gap = |id, gap: Option<f64>, lower, upper| {
        let interval = names.interval(Unit::Points, lower, upper);
        let text = |gap| names.texts.with(id, &[("gap", names.signed(gap, 1).into()), ("interval", interval.into())]);
        gap.map(text).unwrap_or_default()
    };
    let management = gap("page-gap-to-management", row.gap_management, row.lower, row.upper);
    let internal = gap("page-gap-to-internal", row.gap_internal, row.lower_internal, row.upper_internal);
    let figure = figure(names, Unit::Points, (row.gap_management, row.lower, row.upper), row.undefined);
    let has_gap = !(management.is_empty() && internal.is_empty());
    TableRow {
        plot: Some(Plot::Relations([row.customer, row.management, row.internal])),
        n: [row.n_customer, row.n_management, row.n_internal].map(|n| names.count(n)).join("/"),
        is_warning: row.parts_company.is_some(),
        remark: row.parts_company.map(|place| format!("{place}.")).unwrap_or_default(),
        detail: if has_gap { String::new() } else { figure.detail },
        ..figure
    }
    .with_details([
        management,
        internal,
        named(names, "page-parts-company", row.parts_company.map(|place| names.count(place))),
    ])
    .with_details(counts(
        names,
        [
            ("page-n-customer", row.n_customer),
            ("page-n-management", row.n_management),
            ("page-n-internal", row.n_internal),
        ],
    ))
}

fn quality(names: &Labels<'_>, row: &QualityRow) -> TableRow {
    let limits = (row.leniency, row.leniency_lower, row.leniency_upper);
    let figure = figure(names, Unit::Points, limits, row.undefined);
    let doubts = doubts(names, row.straight_lined + row.too_fast + row.clock_shifted + row.unsealed);
    let late = row.late_share.map(|share| names.texts.percent(100.0 * share)).unwrap_or_default();
    TableRow {
        n: names.count(row.visits),
        is_warning: doubts.is_some(),
        remark: doubts.unwrap_or_default(),
        detail: named(names, "page-leniency", figure.detail),
        ..figure
    }
    .with_details([
        named(names, "page-late", format!("{} ({late})", names.count(row.late))),
        named(names, "page-memory-median", row.memory_age_median_s.map(|time| names.seconds(time))),
    ])
    .with_details(counts(
        names,
        [
            ("page-straight-lined", row.straight_lined),
            ("page-too-fast", row.too_fast),
            ("page-clock-shifted", row.clock_shifted),
            ("page-unsealed", row.unsealed),
        ],
    ))
}

/// One of the two sides of a difference: a figure and a count, each with its name.
type Side = ((&'static str, Option<String>), (&'static str, u64));

/// Returns a row of a difference: before and after, with and without, as managers and as shoppers see it.
fn difference(names: &Labels<'_>, row: &ResultsRow<'_>) -> TableRow {
    let percent = |percent: f64| names.texts.percent(percent);
    let share = |share: f64| names.texts.percent(100.0 * share);
    let outcome = |outcome: f64| names.number(outcome, 1);
    let certain = |certain: Option<bool>| match certain {
        Some(true) => names.get("results-certain"),
        Some(false) => names.get("results-noise"),
        None => "",
    };
    let (figure, remark, sides): (_, _, [Side; 2]) = match row {
        ResultsRow::ScoreChange(row) => (
            figure(names, Unit::Points, (row.difference, row.lower, row.upper), row.undefined),
            certain(row.certain),
            [
                (("page-before", row.before.map(percent)), ("page-visits-before", row.visits_before)),
                (("page-after", row.after.map(percent)), ("page-visits-after", row.visits_after)),
            ],
        ),
        ResultsRow::BehaviourChange(row) => (
            figure(names, Unit::SharePoints, (row.difference, row.lower, row.upper), row.undefined),
            certain(row.certain),
            [
                (("page-before", row.before.map(share)), ("page-answers-before", row.n_before)),
                (("page-after", row.after.map(share)), ("page-answers-after", row.n_after)),
            ],
        ),
        ResultsRow::BlindSpot(row) => (
            figure(names, Unit::SharePoints, (row.difference, row.lower, row.upper), row.undefined),
            if row.blind_spot { names.get("page-blind-spot") } else { "" },
            [
                (("page-share-self", row.self_share.map(share)), ("page-answers-self", row.n_self)),
                (("page-share-mystery", row.mystery_share.map(share)), ("page-answers-mystery", row.n_mystery)),
            ],
        ),
        ResultsRow::Driver(row) => (
            figure(names, Unit::Difference, (row.difference, row.lower, row.upper), row.undefined),
            certain(row.certain),
            [
                (("page-outcome-with", row.with.map(outcome)), ("page-visits-with", row.n_with)),
                (("page-outcome-without", row.without.map(outcome)), ("page-visits-without", row.n_without)),
            ],
        ),
        _ => return TableRow::default(),
    };
    let answers = sides.each_ref().map(|(_, count)| *count);
    TableRow {
        n: answers.map(|(_, count)| names.count(count)).join("/"),
        is_warning: matches!(row, ResultsRow::BlindSpot(row) if row.blind_spot),
        remark: remark.to_owned(),
        ..figure
    }
    .with_details(sides.map(|((id, value), _)| named(names, id, value)))
    .with_details(counts(names, answers))
}

/// Returns the checklist of a row in a word, where it is not the one with most visits: its relation, where no other
/// checklist has the same one.
fn checklist(names: &Labels<'_>, name: &str) -> String {
    let all = &names.report.checklists;
    let Some(used) = all.iter().skip(1).find(|used| used.name == name) else { return String::new() };
    let is_only = all.iter().filter(|other| other.relation == used.relation).count() == 1;
    match used.relation {
        "customer" if is_only => names.get("page-mirror-customer").to_owned(),
        "management" if is_only => names.get("page-mirror-management").to_owned(),
        "internal" if is_only => names.get("page-mirror-internal").to_owned(),
        _ => names.checklist(name),
    }
}
