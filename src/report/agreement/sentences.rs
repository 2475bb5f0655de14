//! Findings and sources of an agreement as sentences.

use super::tables::item_label;
use crate::analysis::agreement::figures::{
    Agreement, Comparison, Figure, MatchedOn, NotYet, ObserverRow, Reference, Says, Sentence,
};
use crate::analysis::agreement::observed_by_one::TOO_OFTEN;
use crate::analysis::agreement::observers::{ANSWERS, MEETINGS, READY};
use crate::analysis::class::Times;
use crate::analysis::figures::Undefined;
use crate::report::number_format::{NumberFormat, Unit, tidy};
use crate::text::Arg;
use std::collections::BTreeSet;

/// The maximum number of names in a sentence.
const MAX_NAMES: usize = 8;

/// Returns the checklist's title and the compared versions.
pub fn comparison_title(format: &NumberFormat<'_>, comparison: &Comparison) -> String {
    let title = format.local(&comparison.title);
    format!("{title} ({})", tidy(&comparison.versions.join(", ")))
}

/// Returns a finding as a sentence, with its figure, its interval and the count behind it.
pub fn finding_sentence(format: &NumberFormat<'_>, comparison: &Comparison, finding: &Sentence) -> String {
    let (id, unit) = match finding.says {
        Says::Overall => ("agreement-overall", Unit::Coefficient),
        Says::Ready => ("agreement-ready", Unit::Share),
        Says::NobodyReady => ("agreement-nobody-ready", Unit::Share),
        Says::Again => ("agreement-again", Unit::Share),
        Says::ByChance => ("agreement-by-chance", Unit::Share),
        Says::Lenient => ("agreement-lenient", Unit::SharePoints),
        Says::Severe => ("agreement-severe", Unit::SharePoints),
        Says::OneLeans => ("agreement-one-leans", Unit::SharePoints),
        Says::Unclear => ("agreement-unclear", Unit::Share),
        Says::ObservedByOne => ("agreement-observed-by-one", Unit::Share),
        Says::Paradox => ("agreement-paradox", Unit::Share),
        Says::Uncovered => ("agreement-uncovered", Unit::Share),
        Says::Drifted => ("agreement-drifted", Unit::SharePoints),
        Says::Nothing => ("agreement-nothing", Unit::Share),
    };
    let names = match finding.says {
        _ if !finding.items.is_empty() => quoted_items(format, comparison, &finding.items),
        Says::Paradox => vec![format.get("agreement-all-behaviours").to_owned()],
        Says::ObservedByOne => vec![format.get("agreement-all-items").to_owned()],
        _ => finding.observers.clone(),
    };
    let first = comparison.observers.iter().find(|row| finding.observers.first() == Some(&row.observer));
    let not_yet = first.and_then(|row| row.not_yet).map_or("", NotYet::name);
    let args: [(&str, Arg); 13] = [
        ("names", join_names(format, &names).into()),
        ("second", names.get(1).map(|name| tidy(name)).unwrap_or_default().into()),
        ("first", names.first().map(|name| tidy(name)).unwrap_or_default().into()),
        ("count", names.len().into()),
        ("value", finding.figure.value.map(|value| format.figure(unit, value)).unwrap_or_default().into()),
        ("interval", interval_or_message(format, unit, &finding.figure).into()),
        ("n", format.count(finding.n).into()),
        ("ready", format.figure(Unit::Share, READY).into()),
        ("visits", format.with_count("page-n-visits", comparison.visits).into()),
        ("meetings", format.count(MEETINGS).into()),
        ("answers", format.count(ANSWERS).into()),
        ("why", not_yet.into()),
        ("limit", format.figure(Unit::Share, TOO_OFTEN).into()),
    ];
    format.texts.with(id, &args)
}

/// Returns the interval of a figure, or a message that there is none.
fn interval_or_message(format: &NumberFormat<'_>, unit: Unit, figure: &Figure) -> String {
    let interval = format.interval(unit, figure.lower, figure.upper);
    if interval.is_empty() { format.get("agreement-no-interval").to_owned() } else { interval }
}

/// Returns the labels of items in quotation marks.
fn quoted_items(format: &NumberFormat<'_>, comparison: &Comparison, items: &[String]) -> Vec<String> {
    let label = |id: &String| {
        let label = item_label(format, comparison, id);
        format.texts.with("agreement-quoted", &[("label", label.into())])
    };
    items.iter().map(label).collect()
}

/// Joins names with commas; after eight of them, it states how many more there are.
fn join_names(format: &NumberFormat<'_>, names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(MAX_NAMES).map(|name| tidy(name)).collect();
    let all = shown.join(", ");
    match names.len().saturating_sub(MAX_NAMES) {
        0 => all,
        more => format.texts.with("agreement-and-more", &[("names", all.into()), ("count", more.into())]),
    }
}

/// Returns sentences on the references that observers are compared with, and on meetings without one.
fn reference_sentences(format: &NumberFormat<'_>, comparison: &Comparison) -> Vec<String> {
    let (mut sessions, mut scenarios) = (BTreeSet::new(), BTreeSet::new());
    let (mut other_versions, mut without): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for meeting in &comparison.meetings {
        match &meeting.reference {
            Some(Reference::Session { id }) => _ = sessions.insert(id.clone()),
            Some(Reference::Scenario { id, version, watched }) => {
                scenarios.insert(format!("{id} {version}"));
                other_versions.extend((!watched).then(|| meeting.name.clone()));
            }
            None => without.push(meeting.name.clone()),
        }
    }
    let sentence = |id: &str, names: &[String]| {
        let args: [(&str, Arg); 4] = [
            ("names", join_names(format, names).into()),
            ("count", names.len().into()),
            ("with", format.count((comparison.meetings.len() - without.len()) as u64).into()),
            ("all", format.count(comparison.meetings.len() as u64).into()),
        ];
        format.texts.with(id, &args)
    };
    if without.len() == comparison.meetings.len() {
        let is_pair = comparison.observers.len() == 2;
        return vec![sentence(if is_pair { "agreement-against-each-other" } else { "agreement-against-others" }, &[])];
    }
    let kinds = [
        ("agreement-against", sessions.into_iter().collect()),
        ("agreement-against-scenario", scenarios.into_iter().collect()),
        ("agreement-other-version", other_versions),
        ("agreement-without-reference", without.clone()),
    ];
    kinds.iter().filter(|(_, names)| !names.is_empty()).map(|(id, names)| sentence(id, names)).collect()
}

/// Returns sentences on what was compared, how it was matched, what was left out, and the method.
pub fn source_sentences(format: &NumberFormat<'_>, agreement: &Agreement) -> Vec<String> {
    let source = &agreement.source;
    let matched = match agreement.matched_on {
        MatchedOn::Scenario => "agreement-matched-scenario",
        MatchedOn::SiteWindow => "agreement-matched-site",
        MatchedOn::FileName => "agreement-matched-file",
    };
    let mut sentences = vec![format.get(matched).to_owned()];
    for comparison in &agreement.comparisons {
        let args: [(&str, Arg); 4] = [
            ("title", comparison_title(format, comparison).into()),
            ("meetings", comparison.meetings.len().into()),
            ("observers", comparison.observers.len().into()),
            ("visits", comparison.visits.into()),
        ];
        sentences.push(format.texts.with("agreement-compared", &args));
        for meeting in comparison.meetings.iter().filter(|meeting| !meeting.again.is_empty()) {
            let args: [(&str, Arg); 2] =
                [("meeting", tidy(&meeting.name).into()), ("names", join_names(format, &meeting.again).into())];
            sentences.push(format.texts.with("agreement-twice", &args));
        }
        sentences.extend(reference_sentences(format, comparison));
        sentences.push(clustering_sentence(format, comparison));
        sentences.extend(timing_sentences(format, comparison));
    }
    if agreement.comparisons.len() > 1 {
        sentences.push(format.get("agreement-apart").to_owned());
    }
    let counts = [
        ("agreement-without-checklist", source.without_checklist),
        ("agreement-alone", source.alone),
        ("agreement-abandoned", source.abandoned),
        ("agreement-void", source.void),
        ("agreement-corrected", source.corrected),
        ("agreement-duplicates", source.duplicates),
        ("agreement-damaged", source.damaged),
    ];
    sentences.extend(counts.iter().filter(|(_, n)| *n > 0).map(|(id, n)| format.with_count(id, *n)));
    let level = format.number(100.0 * agreement.confidence, 0);
    sentences.push(format.get("agreement-missing").to_owned());
    let args: [(&str, Arg); 5] = [
        ("meetings", format.count(MEETINGS).into()),
        ("answers", format.count(ANSWERS).into()),
        ("level", level.into()),
        ("seed", agreement.seed.to_string().into()),
        ("ready", format.figure(Unit::Share, READY).into()),
    ];
    sentences.push(format.texts.with("agreement-method", &args));
    sentences
}

/// Returns a sentence on the design effect of the answers of one meeting, or on why it is unknown.
fn clustering_sentence(format: &NumberFormat<'_>, comparison: &Comparison) -> String {
    let share = &comparison.clustering.share;
    let id = match (share.effect, share.undefined) {
        (Some(effect), _) if effect >= 1.05 => "agreement-clustered",
        (Some(_), _) => "agreement-loose",
        (None, Some(Undefined::NoVariation)) => "agreement-alike",
        (None, _) => "agreement-unclustered",
    };
    let effect = format.digits(Unit::Decimal, share.effect.unwrap_or_default());
    format.texts.with(id, &[("effect", effect.into()), ("n", format.count(share.n).into())])
}

/// Returns sentences on the instant from which times are measured, and on the number of answers without a time.
fn timing_sentences(format: &NumberFormat<'_>, comparison: &Comparison) -> Vec<String> {
    let has_times = |row: &ObserverRow| row.timing.matched + row.timing.alone + row.timing.missed > 0;
    let any_times = comparison.observers.iter().any(has_times);
    let origins = [
        (Times::Script, "agreement-times-script"),
        (Times::World, "agreement-times-world"),
        (Times::OwnStart, "agreement-times-own-start"),
    ];
    let is_used = |origin: Times| any_times && comparison.meetings.iter().any(|meeting| meeting.times == origin);
    let used = origins.into_iter().filter(|(origin, _)| is_used(*origin));
    let mut sentences: Vec<String> = used.map(|(_, id)| format.get(id).to_owned()).collect();
    let untimed: u64 = comparison.observers.iter().map(|row| row.timing.untimed).sum();
    sentences.extend((untimed > 0).then(|| format.with_count("agreement-untimed", untimed)));
    sentences
}
