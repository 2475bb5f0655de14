//! The sentences of advice in words, the same in every format and on the screen.
//!
//! The analysis decides which sentences there are and what their figures are.

use super::labels::Labels;
use super::number_format::{Unit, tidy};
use crate::analysis::figures::{Advice, Note, Ranking, Says, ScoreRow, Source};
use crate::analysis::{Dimension, Report};
use crate::text::Texts;

/// Puts a sentence of advice into words: its figure, its interval, and how many visits or answers are behind it.
#[must_use]
pub fn sentence(advice: &Advice, report: &Report, texts: &Texts) -> String {
    let labels = Labels::new(report, texts);
    let said = said(&labels, advice);
    // The first checklist has most visits and goes without saying.
    match report.checklists.first() {
        Some(first)
            if first.name != advice.checklist && labels.several_checklists() && !advice.checklist.is_empty() =>
        {
            let args = [("checklist", labels.checklist(&advice.checklist).into()), ("sentence", said.into())];
            texts.with("report-of-checklist", &args)
        }
        _ => said,
    }
}

fn said(labels: &Labels<'_>, advice: &Advice) -> String {
    let with_behaviour = advice.key.get(Dimension::Behaviour).is_some();
    let of_rows = advice.key.iter().any(|(dimension, _)| dimension.is_of_rows());
    let difference = if with_behaviour { Unit::SharePoints } else { Unit::Points };
    let wider = advice.value.is_some_and(|value| value < 0.0);
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
        Says::Mirror if wider => ("advice-mirror-below", Unit::Points, with_behaviour),
        Says::Mirror => ("advice-mirror", Unit::Points, with_behaviour),
        Says::BlindSpot => ("advice-blind-spot", Unit::SharePoints, true),
        Says::Critical => ("advice-critical", Unit::Share, false),
        Says::TooFew if advice.visits_needed.is_some() => ("advice-too-few-needed", Unit::Percent, false),
        Says::TooFew => ("advice-too-few", Unit::Percent, false),
    };
    let texts = labels.texts;
    let counted = counted(texts, &labels.count(advice.n), advice.n, counts_answers && of_rows);
    let what = if advice.key.is_all() {
        labels.get("report-all").to_owned()
    } else {
        labels.key_in(&advice.checklist, &advice.key)
    };
    let reliability = advice.value.map_or_else(|| labels.undefined(advice.n), |value| labels.number(value, 2));
    let since = labels.report.change.since.as_deref().map_or_else(|| "–".to_owned(), |since| labels.day(since));
    let (failed, of) = critical(labels, advice);
    let args = [
        ("what", what.into()),
        ("figure", figure(labels, advice, unit).into()),
        ("n", counted.into()),
        ("reliability", reliability.into()),
        ("since", since.into()),
        ("needed", advice.visits_needed.map_or_else(String::new, |needed| labels.count(needed)).into()),
        ("failed", failed.into()),
        ("of", of.into()),
    ];
    texts.with(id, &args)
}

/// Gives the visits in which a critical item failed, and of how many.
fn critical(labels: &Labels<'_>, advice: &Advice) -> (String, String) {
    let rows = labels.report.network.iter().chain(&labels.report.scores);
    let of_it = |row: &&ScoreRow| row.key == advice.key && row.checklist == advice.checklist;
    let row = rows.into_iter().find(of_it);
    let (failed, visits) = row.map_or((advice.n, advice.n), |row| (row.failed_critical, row.visits));
    (labels.count(failed), counted(labels.texts, &labels.count(visits), visits, false))
}

fn counted(texts: &Texts, n: &str, count: u64, answers: bool) -> String {
    let id = if answers { "report-answers" } else { "report-visits" };
    texts.with(id, &[("n", n.into()), ("count", count.into())])
}

/// Writes a figure with its interval.
fn figure(labels: &Labels<'_>, advice: &Advice, unit: Unit) -> String {
    let Some(value) = advice.value else { return labels.undefined(advice.n) };
    let write = |number| labels.figure(unit, number);
    let value = match unit {
        Unit::Points | Unit::SharePoints => labels.texts.with("report-points", &[("value", write(value).into())]),
        _ => write(value),
    };
    match (advice.lower, advice.upper) {
        (Some(lower), Some(upper)) => {
            let args = [("value", value.into()), ("lower", write(lower).into()), ("upper", write(upper).into())];
            labels.texts.with("report-likely", &args)
        }
        _ => value,
    }
}

/// Returns how well the visits tell sites apart.
#[must_use]
pub fn reliability(labels: &Labels<'_>, ranking: &Ranking) -> String {
    let (Some(now), Some(one)) = (ranking.g_now, ranking.g_one_visit) else {
        let why = labels.reason(ranking.undefined);
        let visits = labels.counted("page-n-visits", ranking.visits);
        return labels.texts.with("page-no-ranking", &[("visits", visits.into()), ("why", why.into())]);
    };
    let args = [
        ("now", labels.number(now, 2).into()),
        ("one", labels.number(one, 2).into()),
        ("visits", labels.count(ranking.visits).into()),
        ("needed", ranking.visits_needed.map_or_else(|| "–".to_owned(), |needed| labels.count(needed)).into()),
    ];
    let id = if ranking.visits_needed.is_some() { "page-reliability-now" } else { "page-reliability-never" };
    labels.texts.with(id, &args)
}

/// Puts a note into words.
pub(super) fn note(labels: &Labels<'_>, note: &Note) -> String {
    let subject: Vec<String> = note.subject.iter().map(|subject| tidy(subject)).collect();
    let (first, rest) =
        subject.split_first().map_or((String::new(), String::new()), |(first, rest)| (first.clone(), rest.join(", ")));
    let all = subject.join(", ");
    let titles = || note.subject.iter().map(|name| labels.checklist(name)).collect::<Vec<_>>().join(", ");
    match note.code {
        "checklists_apart" => labels.texts.with("page-note-checklists-apart", &[("all", titles().into())]),
        "checklists_together" => labels.texts.with("page-note-checklists-together", &[("all", all.into())]),
        "versions_together" => labels.texts.with(
            "page-note-versions-together",
            &[("checklist", labels.checklist(&first).into()), ("versions", rest.into())],
        ),
        "versions_apart" => labels.texts.with("page-note-versions-apart", &[("all", all.into())]),
        "site_in_two_groups" => {
            labels.texts.with("page-note-two-groups", &[("site", labels.site(&first).into()), ("groups", rest.into())])
        }
        "one_site" => labels.texts.with("page-note-one-site", &[("site", labels.site(&first).into())]),
        code => format!("{code} {all}"),
    }
}

/// Gives what the figures were made from, as counts: the message for each.
pub(super) fn counts(source: &Source) -> [(&'static str, u64); 7] {
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
