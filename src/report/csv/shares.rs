//! The rows of scores, outcomes, answers, behaviours and critical items.

use super::{AnswerLevel, FigureRow, QuestionFigures, Subject};
use crate::analysis::Dimension;
use crate::analysis::figures::{Report, Undefined};

/// The names of quartiles.
const QUARTILES: [&str; 3] = ["quartile_1", "median", "quartile_3"];

/// The names of the steps of a distribution of scores.
const STEPS: [&str; 10] = [
    "visits_0_10",
    "visits_10_20",
    "visits_20_30",
    "visits_30_40",
    "visits_40_50",
    "visits_50_60",
    "visits_60_70",
    "visits_70_80",
    "visits_80_90",
    "visits_90_100",
];

pub(super) fn add_scores<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    for (question, rows) in [("network", &report.network), ("scores", &report.scores)] {
        let mut list = QuestionFigures { figures, question };
        for row in rows {
            let subject = Subject::new(&row.checklist, &row.key, row.visits, row.undefined);
            list.add_with_limits(&subject, "percent_mean", row.percent_mean, (row.lower, row.upper));
            list.add(&subject, "percent_pooled", row.percent_pooled);
            list.add_count(&subject, "failed_critical", row.failed_critical);
            if row.percent_by_site.is_some() {
                let undefined = row.by_site_lower.is_none().then_some(Undefined::FewSites);
                let limits = (row.by_site_lower, row.by_site_upper);
                list.add_with_limits(&Subject { undefined, ..subject }, "percent_by_site", row.percent_by_site, limits);
            }
            if row.percent_weighted.is_some() {
                let limits = (row.weighted_lower, row.weighted_upper);
                list.add_with_limits(&subject, "percent_weighted", row.percent_weighted, limits);
            }
            if report.target.is_some() {
                list.add_with_limits(&subject, "pass_rate", row.pass_rate, (row.pass_lower, row.pass_upper));
            }
            for (name, quartile) in QUARTILES.into_iter().zip(row.quartiles.into_iter().flatten()) {
                list.add(&subject, name, Some(quartile));
            }
            for (name, count) in STEPS.into_iter().zip(row.distribution) {
                list.add_count(&subject, name, count);
            }
        }
    }
}

pub(super) fn add_outcomes<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    for (question, rows) in [("network_outcomes", &report.network_outcomes), ("outcomes", &report.outcomes)] {
        let mut list = QuestionFigures { figures, question };
        for row in rows {
            let subject = Subject::new(&row.checklist, &row.key, row.n, row.undefined);
            list.add_with_limits(&subject, "mean", row.mean, (row.lower, row.upper));
            list.add_with_limits(&subject, "top", row.top, (row.top_lower, row.top_upper));
            list.add_with_limits(&subject, "nps", row.nps, (row.nps_lower, row.nps_upper));
        }
    }
}

pub(super) fn add_distributions<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let questions =
        [("network_distributions", &report.network_distributions), ("distributions", &report.distributions)];
    for (question, rows) in questions {
        let mut list = QuestionFigures { figures, question };
        for row in rows {
            let subject = Subject { item: &row.item, ..Subject::new(&row.checklist, &row.key, row.n, row.undefined) };
            list.add_count(&subject, "left_out", row.left_out);
            if row.unit.is_some() {
                list.add_with_limits(&subject, "mean", row.mean, (row.lower, row.upper));
                list.add(&subject, "least", row.least);
                for (name, quartile) in QUARTILES.into_iter().zip(row.quartiles.into_iter().flatten()) {
                    list.add(&subject, name, Some(quartile));
                }
                list.add(&subject, "greatest", row.greatest);
            }
            for answer in &row.answers {
                let named = answer.option.as_deref().map(AnswerLevel::Named);
                let level = named.or(answer.value.map(AnswerLevel::Number)).unwrap_or(AnswerLevel::All);
                let subject = Subject { answer: level, ..subject };
                list.add_count(&subject, "visits", answer.visits);
                list.add_with_limits(&subject, "share", answer.share, (answer.lower, answer.upper));
            }
        }
    }
}

pub(super) fn add_critical_and_priorities<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "critical" };
    for row in &report.critical {
        let subject = Subject::new(&row.checklist, &row.key, row.visits, None);
        list.add_count(&subject, "failed", row.failed);
        for site in &row.sites {
            let key = row.key.clone().and(Dimension::Site, &site.site);
            list.add_count(&Subject::new(&row.checklist, &key, row.visits, None), "failed", site.visits);
        }
    }
    list.question = "priorities";
    for row in &report.priorities {
        let subject = Subject::new(&row.checklist, &row.key, row.n, None);
        list.add(&subject, "gain", row.gain);
        list.add(&subject, "share", row.share);
        list.add_decision(&subject, "certain", row.certain);
    }
    list.question = "site_observers";
    for row in &report.site_observers {
        let subject = Subject::new("", &row.key, row.visits, None);
        list.add_count(&subject, "observers", row.observers);
        list.add_count(&subject, "main_visits", row.main_visits);
        list.add_flag(&subject, "inseparable", Some(row.inseparable));
    }
}

pub(super) fn add_behaviours<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    for (question, rows) in [("network_behaviours", &report.network_behaviours), ("behaviours", &report.behaviours)] {
        let mut list = QuestionFigures { figures, question };
        for row in rows {
            let subject = Subject::new(&row.checklist, &row.key, row.n, row.undefined);
            list.add_with_limits(&subject, "share", row.share, (row.lower, row.upper));
            for (name, count) in [("yes", row.yes), ("partly", row.partly), ("no", row.no), ("left_out", row.left_out)]
            {
                list.add_count(&subject, name, count);
            }
        }
    }
}
