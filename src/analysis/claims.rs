//! Decides what a report claims for certain.
//!
//! Everything that it could claim is one family: the probability that any of its claims is false is at most 5 %, by
//! Holm's procedure. Each question has an equal part of the 5 %, and each of its tests an equal part of that, so that a
//! question with many tests, such as that of each site's change, does not drown one with few. A figure whose interval
//! holds 0 is not certain either, since the interval may be made by another method than the probability.

use super::dimension::Dimension;
use super::figures::Report;
use crate::stats::{float, holm};
use std::collections::BTreeMap;

/// The probability that any claim of a report is false.
const FALSE_CLAIMS: f64 = 0.05;

/// What a test asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Question {
    Change,
    ChangeOfSite,
    ChangeOfBehaviour,
    LastYear,
    LastYearOfSite,
    Trend,
    TrendOfSite,
    Mirror,
    MirrorOfAttitude,
    MirrorOfBehaviour,
    MirrorOfSite,
    BlindSpot,
    BlindSpotOfSite,
    Driver,
    BestSite,
    WeakestSite,
    Priority,
    Observer,
    Waiting,
}

/// A test in a report, and what is decided on it.
struct Test<'r> {
    question: Question,
    p: Option<f64>,
    holds_zero: bool,
    p_adjusted: &'r mut Option<f64>,
    certain: &'r mut Option<bool>,
}

/// Decides all claims of a report.
pub fn judge(report: &mut Report) {
    let mut tests = tests(report);
    let mut sizes: BTreeMap<Question, usize> = BTreeMap::new();
    for test in tests.iter().filter(|test| test.p.is_some()) {
        *sizes.entry(test.question).or_default() += 1;
    }
    let weight = |test: &Test<'_>| sizes.get(&test.question).map_or(0.0, |size| 1.0 / float(*size));
    let weighted: Vec<(Option<f64>, f64)> = tests.iter().map(|test| (test.p, weight(test))).collect();
    for (test, adjusted) in tests.iter_mut().zip(holm(&weighted)) {
        *test.p_adjusted = adjusted;
        *test.certain = adjusted.map(|adjusted| adjusted <= FALSE_CLAIMS && !test.holds_zero);
    }
    for row in &mut report.blind_spots {
        row.blind_spot = row.certain == Some(true) && row.difference.is_some_and(|difference| difference > 0.0);
    }
}

/// The limits of an interval, where there is one.
type Limits = (Option<f64>, Option<f64>);

/// Collects every test of a report.
fn tests(report: &mut Report) -> Vec<Test<'_>> {
    let mut tests = Vec::new();
    let mut add = |question, p, limits: Limits, p_adjusted, certain| {
        let holds_zero = limits.0.zip(limits.1).is_some_and(|(lower, upper)| lower <= 0.0 && 0.0 <= upper);
        tests.push(Test { question, p, holds_zero, p_adjusted, certain });
    };
    // With one site, its figures are those of all visits, and are not tested twice.
    let has_sites = report.network.iter().any(|all| all.sites > 1);
    let changes = [
        (&mut report.change.scores, Question::Change, Question::ChangeOfSite),
        (&mut report.last_year.scores, Question::LastYear, Question::LastYearOfSite),
    ];
    for (rows, of_all, of_site) in changes {
        for row in rows {
            let is_all = row.key.is_all();
            let question = if is_all { of_all } else { of_site };
            let p = row.p.filter(|_| is_all || has_sites);
            add(question, p, (row.lower, row.upper), &mut row.p_adjusted, &mut row.certain);
        }
    }
    for row in &mut report.trend {
        let is_all = row.key.is_all();
        let question = if is_all { Question::Trend } else { Question::TrendOfSite };
        let p = row.p.filter(|_| is_all || has_sites);
        add(question, p, (row.lower, row.upper), &mut row.p_adjusted, &mut row.certain);
    }
    for row in &mut report.change.behaviours {
        add(Question::ChangeOfBehaviour, row.p, (row.lower, row.upper), &mut row.p_adjusted, &mut row.certain);
    }
    for row in &mut report.mirror {
        let question = match (row.key.get(Dimension::Site), row.key.get(Dimension::Behaviour)) {
            (Some(_), _) => Question::MirrorOfSite,
            (None, Some(_)) => Question::MirrorOfBehaviour,
            (None, None) if row.key.is_all() => Question::Mirror,
            (None, None) => Question::MirrorOfAttitude,
        };
        add(question, row.p, (row.lower, row.upper), &mut row.p_adjusted, &mut row.certain);
        add(
            question,
            row.p_internal,
            (row.lower_internal, row.upper_internal),
            &mut row.p_adjusted_internal,
            &mut row.certain_internal,
        );
    }
    for row in &mut report.blind_spots {
        let is_of_site = row.key.get(Dimension::Site).is_some();
        let question = if is_of_site { Question::BlindSpotOfSite } else { Question::BlindSpot };
        add(question, row.p, (row.lower, row.upper), &mut row.p_adjusted, &mut row.certain);
    }
    for row in &mut report.drivers {
        add(Question::Driver, row.p, (row.lower, row.upper), &mut row.p_adjusted, &mut row.certain);
    }
    for ranking in std::iter::once(&mut report.ranking).chain(&mut report.other_rankings) {
        let (best, weakest) = (&mut ranking.best, &mut ranking.weakest);
        add(Question::BestSite, best.p, (None, None), &mut best.p_adjusted, &mut best.certain);
        add(Question::WeakestSite, weakest.p, (None, None), &mut weakest.p_adjusted, &mut weakest.certain);
    }
    for row in &mut report.priorities {
        add(Question::Priority, row.p, (None, None), &mut row.p_adjusted, &mut row.certain);
    }
    for row in &mut report.quality {
        add(Question::Observer, row.p, (row.leniency_lower, row.leniency_upper), &mut row.p_adjusted, &mut row.certain);
    }
    for test in &mut report.waiting_tests {
        add(Question::Waiting, test.p, (None, None), &mut test.p_adjusted, &mut test.certain);
    }
    tests
}

#[cfg(test)]
mod tests;
