//! Advice, notes and reliability as sentences, the same in every format and on the screen.
//!
//! The analysis decides which sentences there are and computes their figures.

use super::labels::Labels;
use super::number_format::{Unit, tidy};
use crate::analysis::figures::{Advice, ChecklistUsed, Note, Ranking, Says, SectionShare, Source, Warning};
use crate::analysis::{Dimension, Report};
use crate::text::Texts;

/// How many files a note names; the JSON report names all.
const MAX_NAMED: usize = 10;

/// Returns a sentence of advice with its figure, its interval and the count behind it. It names its checklist where the
/// report has several.
pub fn advice_sentence(advice: &Advice, report: &Report, texts: &Texts) -> String {
    let labels = Labels::new(report, texts);
    let mut sentence = bare_sentence(&labels, advice);
    if advice.sites_apart > 0 {
        let count = advice.sites_apart;
        let args = [("sentence", sentence.into()), ("count", count.into()), ("number", labels.count(count).into())];
        sentence = texts.with("advice-sites-apart", &args);
    }
    if let Some(warning) = &advice.warning {
        let (id, observer) = match warning {
            Warning::OneObserver { observer } => ("advice-one-observer", observer),
            Warning::ExtremeObserver { observer } => ("advice-extreme-observer", observer),
        };
        sentence = texts.with(id, &[("sentence", sentence.into()), ("observer", labels.observer(observer).into())]);
    }
    if labels.several_checklists() && !advice.checklist.is_empty() {
        let args = [("checklist", labels.checklist(&advice.checklist).into()), ("sentence", sentence.into())];
        sentence = texts.with("report-of-checklist", &args);
    }
    sentence
}

/// Returns a sentence without its checklist and what must be known beside it.
fn bare_sentence(labels: &Labels<'_>, advice: &Advice) -> String {
    let (id, unit) = message(advice);
    let figure = figure_with_interval(labels, advice, unit);
    let counts_answers = advice.key.iter().any(|(dimension, _)| dimension == Dimension::Behaviour);
    let what = if advice.key.is_all() {
        labels.get("report-all").to_owned()
    } else {
        labels.key_in(&advice.checklist, &advice.key)
    };
    let since = labels.report.change.since.as_deref().map_or_else(|| "–".to_owned(), |since| labels.day(since));
    let site = |index: usize| advice.sites.get(index).map(|site| labels.site(site)).unwrap_or_default();
    let seconds = |value: Option<f64>| value.map(|value| labels.figure(Unit::Seconds, value)).unwrap_or_default();
    let failed =
        labels.report.critical.iter().find(|row| (&row.key, &row.checklist) == (&advice.key, &advice.checklist));
    let args = [
        ("what", what.into()),
        ("figure", figure.into()),
        ("n", count_of_visits_or_answers(labels, advice.n, counts_answers).into()),
        ("count", advice.n.into()),
        ("number", labels.count(advice.n).into()),
        ("since", since.into()),
        ("needed", advice.visits_needed.map_or_else(String::new, |needed| labels.count(needed)).into()),
        ("failed", labels.count(failed.map_or(0, |row| row.failed)).into()),
        ("sites", site_names(labels, advice).into()),
        ("longest", seconds(advice.value).into()),
        ("slowest", site(0).into()),
        ("shortest", seconds(advice.lower).into()),
        ("quickest", site(1).into()),
    ];
    labels.texts.with(id, &args)
}

/// Returns the message of a sentence, and the unit of its figure.
fn message(advice: &Advice) -> (&'static str, Unit) {
    let of_behaviour = advice.key.get(Dimension::Behaviour).is_some();
    let difference = if of_behaviour { Unit::SharePoints } else { Unit::Points };
    let is_below = advice.value.is_some_and(|value| value < 0.0);
    let can_be_reached = advice.visits_needed.is_some();
    match advice.says {
        Says::Overall => ("advice-overall", Unit::Percent),
        Says::Best => ("advice-best", Unit::Percent),
        Says::Worst => ("advice-worst", Unit::Percent),
        Says::AmongBest => ("advice-among-best", Unit::Percent),
        Says::NotYet if can_be_reached => ("advice-not-yet", Unit::Percent),
        Says::NotYet => ("advice-not-at-all", Unit::Percent),
        Says::SitesByObserver => ("advice-sites-by-observer", Unit::Percent),
        Says::Better if of_behaviour => ("advice-better-behaviour", difference),
        Says::Better => ("advice-better", difference),
        Says::Worse if of_behaviour => ("advice-worse-behaviour", difference),
        Says::Worse => ("advice-worse", difference),
        Says::BetterThanLastYear => ("advice-better-last-year", Unit::Points),
        Says::WorseThanLastYear => ("advice-worse-last-year", Unit::Points),
        Says::Noise => ("advice-noise", Unit::Points),
        Says::First => ("advice-first", Unit::Decimal),
        Says::Mirror if is_below => ("advice-mirror-below", Unit::Points),
        Says::Mirror => ("advice-mirror", Unit::Points),
        Says::MirrorInternal if is_below => ("advice-mirror-internal-below", Unit::Points),
        Says::MirrorInternal => ("advice-mirror-internal", Unit::Points),
        Says::BlindSpot => ("advice-blind-spot", Unit::SharePoints),
        Says::Lenient => ("advice-lenient", Unit::Points),
        Says::Severe => ("advice-severe", Unit::Points),
        Says::Critical => ("advice-critical", Unit::Share),
        Says::Waits if advice.value.is_some() => ("advice-waits-between", Unit::Seconds),
        Says::Waits => ("advice-waits", Unit::Seconds),
        Says::TooFew if can_be_reached => ("advice-too-few-needed", Unit::Percent),
        Says::TooFew => ("advice-too-few", Unit::Percent),
    }
}

/// Returns the sites that a sentence names, and how many more there are.
fn site_names(labels: &Labels<'_>, advice: &Advice) -> String {
    let sites = advice.sites.iter().map(|site| labels.site(site)).collect::<Vec<_>>().join(", ");
    if advice.more_sites == 0 {
        return sites;
    }
    let count = advice.more_sites;
    let args = [("sites", sites.into()), ("count", count.into()), ("number", labels.count(count).into())];
    labels.texts.with("advice-more-sites", &args)
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
    let coefficient = |value| labels.digits(Unit::Coefficient, value);
    let count = |needed: Option<u64>| needed.map_or_else(|| "…".to_owned(), |needed| labels.count(needed));
    let between = |value: String, lower: String, upper: String| {
        labels.texts.with("report-likely", &[("value", value.into()), ("lower", lower.into()), ("upper", upper.into())])
    };
    let now = match (ranking.g_now_lower, ranking.g_now_upper) {
        (Some(lower), Some(upper)) => between(coefficient(now), coefficient(lower), coefficient(upper)),
        _ => coefficient(now),
    };
    let needed = match (ranking.visits_needed_lower, ranking.visits_needed_upper) {
        (None, None) => count(ranking.visits_needed),
        (lower, upper) => between(count(ranking.visits_needed), count(lower), count(upper)),
    };
    let args = [
        ("now", now.into()),
        ("one", coefficient(one).into()),
        ("visits", labels.count(ranking.visits).into()),
        ("needed", needed.into()),
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

/// Returns the notes as sentences, and after them the files that prove nothing.
pub(super) fn note_sentences(labels: &Labels<'_>) -> Vec<String> {
    let source = &labels.report.source;
    let files = |is_unsealed: bool| -> Vec<&str> {
        let found = source.unproven.iter().filter(|file| (file.reason == "unsealed") == is_unsealed);
        found.map(|file| file.path.as_str()).collect()
    };
    let seals = [("page-note-seals-failed", files(false)), ("page-note-unsealed", files(true))];
    let seals = seals.iter().filter_map(|(id, files)| seal_sentence(labels, id, files));
    let shares = labels.report.checklists.iter().filter_map(|checklist| shares_sentence(labels, checklist));
    shares.chain(labels.report.notes.iter().map(|note| note_sentence(labels, note))).chain(seals).collect()
}

/// Returns how the score of a checklist is computed, where that is from the shares of its sections.
fn shares_sentence(labels: &Labels<'_>, checklist: &ChecklistUsed) -> Option<String> {
    let share = |share: &SectionShare| labels.value_in(&checklist.name, Dimension::Section, &share.section);
    let shares: Vec<String> = checklist.shares.iter().map(share).collect();
    let args = [("checklist", labels.checklist(&checklist.name).into()), ("shares", shares.join(", ").into())];
    (!shares.is_empty()).then(|| labels.texts.with("page-note-shares", &args))
}

/// Returns a note as a sentence.
fn note_sentence(labels: &Labels<'_>, note: &Note) -> String {
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
        "self_audits_apart" => labels.texts.with("page-note-self-audits-apart", &[("number", all.into())]),
        "self_audits_only" => labels.get("page-note-self-audits-only").to_owned(),
        "texts_changed" => {
            let items = note.subject.iter().skip(1).map(|item| labels.value(Dimension::Item, item));
            let items = items.collect::<Vec<_>>().join(", ");
            let args = [("checklist", labels.checklist(&first).into()), ("items", items.into())];
            labels.texts.with("page-note-texts-changed", &args)
        }
        "sites_without_weight" => {
            let sites = note.subject.iter().map(|site| labels.site(site)).collect::<Vec<_>>().join(", ");
            labels.texts.with("page-note-sites-without-weight", &[("sites", sites.into())])
        }
        "weights_without_site" => labels.texts.with("page-note-weights-without-site", &[("sites", all.into())]),
        "sites_not_visited" => {
            labels.texts.with("page-note-not-visited", &[("number", first.into()), ("sites", rest.into())])
        }
        "contents_apart" => labels.texts.with("page-note-contents-apart", &[("all", all.into())]),
        "sites_in_one_period" => {
            let args = [("checklist", labels.checklist(&first).into()), ("number", rest.into())];
            labels.texts.with("page-note-sites-in-one-period", &args)
        }
        "site_with_several_names" => {
            labels.texts.with("page-note-site-names", &[("id", first.into()), ("names", rest.into())])
        }
        "sites_with_one_name" => {
            labels.texts.with("page-note-site-ids", &[("name", first.into()), ("ids", rest.into())])
        }
        "observer_with_several_names" => {
            labels.texts.with("page-note-observer-names", &[("id", first.into()), ("names", rest.into())])
        }
        "observers_with_one_name" => {
            labels.texts.with("page-note-observer-ids", &[("name", first.into()), ("ids", rest.into())])
        }
        "filter_mixes_sites" | "filter_mixes_observers" => {
            labels.texts.with("page-note-filter-mixes", &[("typed", first.into()), ("ids", rest.into())])
        }
        "one_site" => labels.texts.with("page-note-one-site", &[("site", labels.site(&first).into())]),
        code => format!("{code} {all}"),
    }
}

/// Returns a note on the files of which it says that they prove nothing; it names the first ones.
fn seal_sentence(labels: &Labels<'_>, id: &str, files: &[&str]) -> Option<String> {
    let (listed, others) = files.split_at(files.len().min(MAX_NAMED));
    let names = listed.iter().map(|file| tidy(file)).collect::<Vec<_>>().join(", ");
    let count = |files: &[&str]| labels.count(files.len() as u64);
    let args = [("count", files.len().into()), ("number", count(files).into()), ("files", names.into())];
    let mut sentence = labels.texts.with(id, &args);
    if !others.is_empty() {
        let args = [("sentence", sentence.into()), ("number", count(others).into())];
        sentence = labels.texts.with("page-note-more-files", &args);
    }
    (!files.is_empty()).then_some(sentence)
}

/// Returns the counts of used and unused sessions, each with its message.
pub(super) fn source_counts(source: &Source) -> [(&'static str, u64); 10] {
    [
        ("page-source-sessions", source.sessions),
        ("page-source-corrected", source.corrected),
        ("page-source-superseded", source.superseded),
        ("page-source-duplicates", source.duplicates),
        ("page-source-abandoned", source.abandoned),
        ("page-source-void", source.void),
        ("page-source-training", source.training),
        ("page-source-filtered", source.filtered),
        ("page-source-unsealed", source.unsealed),
        ("page-source-damaged", source.damaged.len() as u64),
    ]
}
