//! Advice, notes and reliability as sentences, the same in every format and on the screen.
//!
//! The analysis decides which sentences there are and computes their figures.

use super::labels::Labels;
use super::number_format::{Unit, tidy};
use crate::analysis::figures::{Advice, Note, Ranking, Says, ScoreRow, Source};
use crate::analysis::{Dimension, Report};
use crate::text::Texts;

/// Returns a sentence of advice with its figure, its interval and the count behind it. Where the report has several
/// checklists, it names its checklist unless that is the one with most visits.
pub fn advice_sentence(advice: &Advice, report: &Report, texts: &Texts) -> String {
    let labels = Labels::new(report, texts);
    let sentence = sentence_without_checklist(&labels, advice);
    match report.checklists.first() {
        Some(first)
            if first.name != advice.checklist && labels.several_checklists() && !advice.checklist.is_empty() =>
        {
            let args = [("checklist", labels.checklist(&advice.checklist).into()), ("sentence", sentence.into())];
            texts.with("report-of-checklist", &args)
        }
        _ => sentence,
    }
}

fn sentence_without_checklist(labels: &Labels<'_>, advice: &Advice) -> String {
    let with_behaviour = advice.key.get(Dimension::Behaviour).is_some();
    let is_of_rows = advice.key.iter().any(|(dimension, _)| dimension.groups_rows());
    let difference = if with_behaviour { Unit::SharePoints } else { Unit::Points };
    let is_below = advice.value.is_some_and(|value| value < 0.0);
    let (id, unit, counts_answers) = match advice.says {
        Says::Overall => ("advice-overall", Unit::Percent, false),
        Says::Best => ("advice-best", Unit::Percent, false),
        Says::Worst => ("advice-worst", Unit::Percent, false),
        Says::NotYet if advice.visits_needed.is_some() => ("advice-not-yet", Unit::Percent, false),
        Says::NotYet => ("advice-not-at-all", Unit::Percent, false),
        Says::Better if with_behaviour => ("advice-better-behaviour", difference, true),
        Says::Better => ("advice-better", difference, false),
        Says::Worse if with_behaviour => ("advice-worse-behaviour", difference, true),
        Says::Worse => ("advice-worse", difference, false),
        Says::Noise => ("advice-noise", Unit::Points, false),
        Says::First => ("advice-first", Unit::Share, true),
        Says::Mirror if is_below => ("advice-mirror-below", Unit::Points, with_behaviour),
        Says::Mirror => ("advice-mirror", Unit::Points, with_behaviour),
        Says::BlindSpot => ("advice-blind-spot", Unit::SharePoints, true),
        Says::Critical => ("advice-critical", Unit::Share, false),
        Says::TooFew if advice.visits_needed.is_some() => ("advice-too-few-needed", Unit::Percent, false),
        Says::TooFew => ("advice-too-few", Unit::Percent, false),
    };
    let n = count_of_visits_or_answers(labels, advice.n, counts_answers && is_of_rows);
    let what = if advice.key.is_all() {
        labels.get("report-all").to_owned()
    } else {
        labels.key_in(&advice.checklist, &advice.key)
    };
    let reliability = labels.figure_or_undefined(Unit::Coefficient, advice.value, advice.n);
    let since = labels.report.change.since.as_deref().map_or_else(|| "–".to_owned(), |since| labels.day(since));
    let (failed, of) = failed_critical(labels, advice);
    let args = [
        ("what", what.into()),
        ("figure", figure_with_interval(labels, advice, unit).into()),
        ("n", n.into()),
        ("reliability", reliability.into()),
        ("since", since.into()),
        ("needed", advice.visits_needed.map_or_else(String::new, |needed| labels.count(needed)).into()),
        ("failed", failed.into()),
        ("of", of.into()),
    ];
    labels.texts.with(id, &args)
}

/// Returns the number of visits in which a critical item failed, and that of all visits.
fn failed_critical(labels: &Labels<'_>, advice: &Advice) -> (String, String) {
    let rows = labels.report.network.iter().chain(&labels.report.scores);
    let is_advised = |row: &&ScoreRow| row.key == advice.key && row.checklist == advice.checklist;
    let row = rows.into_iter().find(is_advised);
    let (failed, visits) = row.map_or((advice.n, advice.n), |row| (row.failed_critical, row.visits));
    (labels.count(failed), count_of_visits_or_answers(labels, visits, false))
}

fn count_of_visits_or_answers(labels: &Labels<'_>, count: u64, are_answers: bool) -> String {
    labels.with_count(if are_answers { "report-answers" } else { "report-visits" }, count)
}

fn figure_with_interval(labels: &Labels<'_>, advice: &Advice, unit: Unit) -> String {
    let Some(value) = advice.value else { return labels.undefined(advice.n) };
    let format = |number| labels.figure(unit, number);
    let value = match unit {
        Unit::Points | Unit::SharePoints => labels.texts.with("report-points", &[("value", format(value).into())]),
        _ => format(value),
    };
    match (advice.lower, advice.upper) {
        (Some(lower), Some(upper)) => {
            let args = [("value", value.into()), ("lower", format(lower).into()), ("upper", format(upper).into())];
            labels.texts.with("report-likely", &args)
        }
        _ => value,
    }
}

/// Returns a sentence on how reliably the visits rank sites, or on why they cannot.
pub fn reliability_sentence(labels: &Labels<'_>, ranking: &Ranking) -> String {
    let (Some(now), Some(one)) = (ranking.g_now, ranking.g_one_visit) else {
        let why = labels.reason(ranking.undefined);
        let visits = labels.with_count("page-n-visits", ranking.visits);
        return labels.texts.with("page-no-ranking", &[("visits", visits.into()), ("why", why.into())]);
    };
    let args = [
        ("now", labels.digits(Unit::Coefficient, now).into()),
        ("one", labels.digits(Unit::Coefficient, one).into()),
        ("visits", labels.count(ranking.visits).into()),
        ("needed", ranking.visits_needed.map_or_else(|| "–".to_owned(), |needed| labels.count(needed)).into()),
    ];
    let id = if ranking.visits_needed.is_some() { "page-reliability-now" } else { "page-reliability-never" };
    labels.texts.with(id, &args)
}

/// Returns a sentence with conditions of `--where`, if there are any.
pub(super) fn conditions_sentence(labels: &Labels<'_>, conditions: &[String]) -> Option<String> {
    let conditions: Vec<String> = conditions.iter().map(|condition| tidy(condition)).collect();
    let args = [("conditions", conditions.join(", ").into())];
    (!conditions.is_empty()).then(|| labels.texts.with("page-filter-only", &args))
}

/// Returns a note as a sentence.
pub(super) fn note_sentence(labels: &Labels<'_>, note: &Note) -> String {
    let subject: Vec<String> = note.subject.iter().map(|subject| tidy(subject)).collect();
    let (first, rest) =
        subject.split_first().map_or((String::new(), String::new()), |(first, rest)| (first.clone(), rest.join(", ")));
    let all = subject.join(", ");
    let titles = || note.subject.iter().map(|id| labels.checklist(id)).collect::<Vec<_>>().join(", ");
    match note.code {
        "checklists_apart" => labels.texts.with("page-note-checklists-apart", &[("all", titles().into())]),
        "checklists_together" => labels.texts.with("page-note-checklists-together", &[("all", all.into())]),
        "versions_together" => labels.texts.with(
            "page-note-versions-together",
            &[("checklist", labels.checklist(&first).into()), ("versions", rest.into())],
        ),
        "site_in_two_groups" => {
            labels.texts.with("page-note-two-groups", &[("site", labels.site(&first).into()), ("groups", rest.into())])
        }
        "one_site" => labels.texts.with("page-note-one-site", &[("site", labels.site(&first).into())]),
        code => format!("{code} {all}"),
    }
}

/// Returns the counts of used and unused sessions, each with its message.
pub(super) fn source_counts(source: &Source) -> [(&'static str, u64); 7] {
    [
        ("page-source-sessions", source.sessions),
        ("page-source-duplicates", source.duplicates),
        ("page-source-abandoned", source.abandoned),
        ("page-source-training", source.training),
        ("page-source-filtered", source.filtered),
        ("page-source-unsealed", source.unsealed),
        ("page-source-damaged", source.damaged.len() as u64),
    ]
}
