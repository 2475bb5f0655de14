//! The rows of changes, months and waiting times.

use super::{ALL, FigureRow, QuestionFigures, Subject};
use crate::analysis::Dimension;
use crate::analysis::figures::{Change, Report, ScoreChange, Undefined};

pub(super) fn add_change<'r>(change: &'r Change, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "change" };
    add_score_changes(&change.scores, &mut list);
    for row in &change.behaviours {
        let n = row.n_before + row.n_after;
        let subject = Subject::new(&row.checklist, &row.key, n, row.undefined);
        list.add(&Subject { n: row.n_before, ..subject }, "share_before", row.before);
        list.add(&Subject { n: row.n_after, ..subject }, "share_after", row.after);
        list.add_with_limits(&subject, "share_difference", row.difference, (row.lower, row.upper));
        list.add_p_values(&subject, row.p, row.p_adjusted);
        list.add_flag(&subject, "share_certain", row.certain);
    }
}

pub(super) fn add_score_changes<'r>(rows: &'r [ScoreChange], list: &mut QuestionFigures<'r, '_>) {
    for row in rows {
        let n = row.visits_before + row.visits_after;
        let subject = Subject::new(&row.checklist, &row.key, n, row.undefined);
        list.add_count(&subject, "sites", row.sites);
        list.add_count(&subject, "sites_apart", row.sites_apart);
        list.add(&Subject { n: row.visits_before, ..subject }, "percent_before", row.before);
        list.add(&Subject { n: row.visits_after, ..subject }, "percent_after", row.after);
        list.add_with_limits(&subject, "percent_difference", row.difference, (row.lower, row.upper));
        list.add_p_values(&subject, row.p, row.p_adjusted);
        list.add_flag(&subject, "percent_certain", row.certain);
    }
}

pub(super) fn add_control_charts<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "signals" };
    for row in &report.signals {
        let n = row.points.iter().map(|point| point.visits).sum();
        let subject = Subject::new(&row.checklist, &row.key, n, row.undefined);
        list.add_with_limits(&subject, "centre", row.centre, (row.lower, row.upper));
        list.add(&subject, "range_upper", row.range_upper);
        list.add_known(&subject, "false_signals", row.false_signals);
        for point in &row.points {
            let key = row.key.clone().and(Dimension::Month, &point.month);
            let subject = Subject { key: &key, n: point.visits, undefined: Some(Undefined::NoObservations), ..subject };
            list.add(&subject, "percent", point.percent);
            list.add_flag(&subject, "signal", point.percent.is_some().then_some(point.signal));
            if let Some(shift) = &row.shift {
                list.add_flag(&subject, "shift", Some(*shift == point.month));
            }
        }
    }
}

pub(super) fn add_waiting<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "waiting" };
    for row in &report.waiting {
        let subject = Subject { item: &row.item, ..Subject::new(&row.checklist, &row.key, row.n, row.undefined) };
        list.add_with_limits(&subject, "median_s", row.median_s, (row.lower_s, row.upper_s));
        list.add_with_limits(&subject, "within", row.within, (row.within_lower, row.within_upper));
        list.add(&subject, "promised_s", row.promised_s);
        list.add_count(&subject, "censored", row.censored);
    }
    for row in &report.waiting_tests {
        let subject = Subject { item: &row.item, ..Subject::new(&row.checklist, &ALL, row.n, row.undefined) };
        list.add(&subject, "chi_square", row.chi_square);
        list.add_p_values(&subject, row.p, row.p_adjusted);
        list.add_decision(&subject, "certain", row.certain);
    }
}
