//! The sentences of advice in words; every format and the screen say the same.
//!
//! Which sentences there are, and what their figures are, is the analysis's to say.

use super::names::{Names, tidy};
use crate::analysis::figures::{Advice, Note, Ranking, Says, ScoreRow, Source};
use crate::analysis::{Dimension, Report};
use crate::text::Texts;

/// Puts a sentence of advice into words: its figure, its interval, and how many visits or answers are behind it.
#[must_use]
pub fn sentence(advice: &Advice, report: &Report, texts: &Texts) -> String {
    let names = Names::new(report, texts);
    let said = said(&names, advice);
    // The first checklist has most visits and goes without saying.
    match report.checklists.first() {
        Some(first) if first.name != advice.checklist && names.several_checklists() && !advice.checklist.is_empty() => {
            let args = [("checklist", names.checklist(&advice.checklist).into()), ("sentence", said.into())];
            texts.with("report-of-checklist", &args)
        }
        _ => said,
    }
}

/// How the figure of a sentence is written.
#[derive(Clone, Copy)]
enum Form {
    Percent,
    Share,
    Points,
    SharePoints,
}

fn said(names: &Names<'_>, advice: &Advice) -> String {
    let with_behaviour = advice.key.get(Dimension::Behaviour).is_some();
    let of_rows = advice.key.iter().any(|(dimension, _)| dimension.is_of_rows());
    let difference = if with_behaviour { Form::SharePoints } else { Form::Points };
    let wider = advice.value.is_some_and(|value| value < 0.0);
    let (id, form, counts_answers) = match advice.says {
        Says::Overall => ("advice-overall", Form::Percent, false),
        Says::Best => ("advice-best", Form::Percent, false),
        Says::Worst => ("advice-worst", Form::Percent, false),
        Says::NotYet if advice.visits_needed.is_some() => ("advice-not-yet", Form::Percent, false),
        Says::NotYet => ("advice-not-at-all", Form::Percent, false),
        Says::Better if with_behaviour => ("advice-better-behaviour", difference, true),
        Says::Better => ("advice-better", difference, false),
        Says::Worse if with_behaviour => ("advice-worse-behaviour", difference, true),
        Says::Worse => ("advice-worse", difference, false),
        Says::Noise => ("advice-noise", Form::Points, false),
        Says::First => ("advice-first", Form::Share, true),
        Says::Mirror if wider => ("advice-mirror-below", Form::Points, with_behaviour),
        Says::Mirror => ("advice-mirror", Form::Points, with_behaviour),
        Says::BlindSpot => ("advice-blind-spot", Form::SharePoints, true),
        Says::Critical => ("advice-critical", Form::Share, false),
        Says::TooFew if advice.visits_needed.is_some() => ("advice-too-few-needed", Form::Percent, false),
        Says::TooFew => ("advice-too-few", Form::Percent, false),
    };
    let texts = names.texts;
    let counted = counted(texts, &names.count(advice.n), advice.n, counts_answers && of_rows);
    let what = if advice.key.is_all() {
        names.get("report-all").to_owned()
    } else {
        names.key_in(&advice.checklist, &advice.key)
    };
    let reliability = advice.value.map_or_else(|| names.undefined(advice.n), |value| names.number(value, 2));
    let since = names.report.change.since.as_deref().map_or_else(|| "–".to_owned(), |since| names.day(since));
    let (failed, of) = critical(names, advice);
    let args = [
        ("what", what.into()),
        ("figure", figure(names, advice, form).into()),
        ("n", counted.into()),
        ("reliability", reliability.into()),
        ("since", since.into()),
        ("needed", advice.visits_needed.map_or_else(String::new, |needed| names.count(needed)).into()),
        ("failed", failed.into()),
        ("of", of.into()),
    ];
    texts.with(id, &args)
}

/// Gives the visits in which a critical item failed, and of how many.
fn critical(names: &Names<'_>, advice: &Advice) -> (String, String) {
    let rows = names.report.network.iter().chain(&names.report.scores);
    let of_it = |row: &&ScoreRow| row.key == advice.key && row.checklist == advice.checklist;
    let row = rows.into_iter().find(of_it);
    let (failed, visits) = row.map_or((advice.n, advice.n), |row| (row.failed_critical, row.visits));
    (names.count(failed), counted(names.texts, &names.count(visits), visits, false))
}

fn counted(texts: &Texts, n: &str, count: u64, answers: bool) -> String {
    let id = if answers { "report-answers" } else { "report-visits" };
    texts.with(id, &[("n", n.into()), ("count", count.into())])
}

/// Writes a figure with its interval.
fn figure(names: &Names<'_>, advice: &Advice, form: Form) -> String {
    let write = |number: f64| match form {
        Form::Percent => names.texts.percent(number),
        Form::Share => names.texts.percent(100.0 * number),
        Form::Points => names.signed(number, 1),
        Form::SharePoints => names.signed(100.0 * number, 1),
    };
    let Some(value) = advice.value else { return names.undefined(advice.n) };
    let value = match form {
        Form::Percent | Form::Share => write(value),
        Form::Points | Form::SharePoints => names.texts.with("report-points", &[("value", write(value).into())]),
    };
    match (advice.lower, advice.upper) {
        (Some(lower), Some(upper)) => {
            let args = [("value", value.into()), ("lower", write(lower).into()), ("upper", write(upper).into())];
            names.texts.with("report-likely", &args)
        }
        _ => value,
    }
}

/// Says how far the visits there are tell sites apart.
pub(super) fn reliability(names: &Names<'_>, ranking: &Ranking) -> String {
    let (Some(now), Some(one)) = (ranking.g_now, ranking.g_one_visit) else {
        let why = names.reason(ranking.undefined.unwrap_or_default());
        let visits = names.counted("page-n-visits", ranking.visits);
        return names.texts.with("page-no-ranking", &[("visits", visits.into()), ("why", why.into())]);
    };
    let args = [
        ("now", names.number(now, 2).into()),
        ("one", names.number(one, 2).into()),
        ("visits", names.count(ranking.visits).into()),
        ("needed", ranking.visits_needed.map_or_else(|| "–".to_owned(), |needed| names.count(needed)).into()),
    ];
    let id = if ranking.visits_needed.is_some() { "page-reliability-now" } else { "page-reliability-never" };
    names.texts.with(id, &args)
}

/// Puts a note into words.
pub(super) fn note(names: &Names<'_>, note: &Note) -> String {
    let subject: Vec<String> = note.subject.iter().map(|subject| tidy(subject)).collect();
    let (first, rest) =
        subject.split_first().map_or((String::new(), String::new()), |(first, rest)| (first.clone(), rest.join(", ")));
    let all = subject.join(", ");
    let titles = || note.subject.iter().map(|name| names.checklist(name)).collect::<Vec<_>>().join(", ");
    match note.code {
        "checklists_apart" => names.texts.with("page-note-checklists-apart", &[("all", titles().into())]),
        "checklists_together" => names.texts.with("page-note-checklists-together", &[("all", all.into())]),
        "versions_together" => names.texts.with(
            "page-note-versions-together",
            &[("checklist", names.checklist(&first).into()), ("versions", rest.into())],
        ),
        "site_in_two_groups" => {
            names.texts.with("page-note-two-groups", &[("site", names.site(&first).into()), ("groups", rest.into())])
        }
        "one_site" => names.texts.with("page-note-one-site", &[("site", names.site(&first).into())]),
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
