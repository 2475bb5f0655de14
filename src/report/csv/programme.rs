//! The rows of sites beside the others, of visits by site, and of scores over years.

use super::over_time::add_score_changes;
use super::{ALL, FigureRow, QuestionFigures, Subject};
use crate::analysis::figures::Report;
use crate::analysis::{Dimension, Key};

/// Adds each site beside the others, and the visits of each site.
pub(super) fn add_sites<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "standing" };
    for row in &report.standing {
        let subject = Subject::new(&row.checklist, &row.key, row.visits, row.undefined);
        list.add(&subject, "percent_mean", row.percent_mean);
        list.add(&Subject { n: row.other_visits, ..subject }, "other_mean", row.other_mean);
        list.add_with_limits(&subject, "difference", row.difference, (row.lower, row.upper));
        list.add(&subject, "quartile", row.quartile.map(super::float));
        if row.group.is_some() {
            let subject = Subject { undefined: row.group_undefined, ..subject };
            list.add(&Subject { n: row.group_visits, ..subject }, "group_mean", row.group_mean);
            let limits = (row.group_lower, row.group_upper);
            list.add_with_limits(&subject, "group_difference", row.group_difference, limits);
        }
    }
    list.question = "coverage";
    let coverage = &report.coverage;
    let subject = Subject::new("", &ALL, report.source.sessions, None);
    list.add_count(&subject, "sites", coverage.sites);
    list.add_count(&subject, "known_sites", coverage.known_sites);
    list.add_count(&subject, "visited", coverage.visited);
    list.add_count(&subject, "not_visited", coverage.not_visited);
    for of in &coverage.kinds {
        let key = Key::all().and(Dimension::Kind, of.kind);
        let subject = Subject { key: &key, ..subject };
        list.add_count(&subject, "visited", of.visited);
        list.add_count(&subject, "not_visited", of.not_visited);
    }
    for row in &coverage.rows {
        let subject = Subject::new("", &row.key, row.visits, None);
        list.add_count(&subject, "visits", row.visits);
        for (name, visits) in [("mystery_visits", row.mystery_visits), ("self_audits", row.self_audits)] {
            if let Some(visits) = visits {
                list.add_count(&subject, name, visits);
            }
        }
        list.add_flag(&subject, "known", Some(row.known));
    }
}

/// Adds the files and lines that prove nothing, if there are any.
pub(super) fn add_seals<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "seals" };
    let subject = Subject::new("", &ALL, report.source.sessions, None);
    let unsealed = report.source.unproven.iter().filter(|file| file.reason == "unsealed").count();
    for (name, count) in [("failed", report.source.unproven.len() - unsealed), ("unsealed", unsealed)] {
        if count > 0 {
            list.add_count(&subject, name, count as u64);
        }
    }
}

/// Adds the same months one year before, and the trends.
pub(super) fn add_years<'r>(report: &'r Report, figures: &mut Vec<FigureRow<'r>>) {
    let mut list = QuestionFigures { figures, question: "last_year" };
    add_score_changes(&report.last_year.scores, &mut list);
    list.question = "trend";
    for row in &report.trend {
        let subject = Subject::new(&row.checklist, &row.key, row.visits, row.undefined);
        list.add_count(&subject, "sites", row.sites);
        list.add_count(&subject, "sites_apart", row.sites_apart);
        list.add_with_limits(&subject, "per_year", row.per_year, (row.lower, row.upper));
        list.add_p_values(&subject, row.p, row.p_adjusted);
        list.add_flag(&subject, "certain", row.certain);
    }
}
