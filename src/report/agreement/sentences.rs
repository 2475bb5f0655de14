//! The sentences of an agreement.

use super::tables::label;
use crate::analysis::agreement::figures::{Agreement, Comparison, Figure, ObserverRow, On, Reference, Says, Sentence};
use crate::analysis::agreement::observers::{MEETINGS, READY};
use crate::analysis::class::Times;
use crate::report::number_format::Unit;
use crate::report::number_format::{NumberFormat, tidy};
use crate::stats::Undefined;
use crate::text::Arg;
use std::collections::BTreeSet;

/// The most names in a sentence.
const NAMES: usize = 8;

/// Gives what a comparison is called: the checklist's title.
pub fn title(format: &NumberFormat<'_>, comparison: &Comparison) -> String {
    let title = format.local(&comparison.title);
    format!("{title} ({})", tidy(&comparison.versions.join(", ")))
}

/// Puts a sentence into words: its figure, its interval, and how many answers are behind it.
pub fn sentence(format: &NumberFormat<'_>, comparison: &Comparison, said: &Sentence) -> String {
    let (id, unit) = match said.says {
        Says::Overall => ("agreement-overall", Unit::Coefficient),
        Says::Ready => ("agreement-ready", Unit::Share),
        Says::NobodyReady => ("agreement-nobody-ready", Unit::Share),
        Says::Again => ("agreement-again", Unit::Share),
        Says::ByChance => ("agreement-by-chance", Unit::Share),
        Says::Lenient => ("agreement-lenient", Unit::SharePoints),
        Says::Severe => ("agreement-severe", Unit::SharePoints),
        Says::OneLeans => ("agreement-one-leans", Unit::SharePoints),
        Says::Unclear => ("agreement-unclear", Unit::Share),
        Says::Paradox => ("agreement-paradox", Unit::Share),
        Says::Uncovered => ("agreement-uncovered", Unit::Share),
        Says::Drifted => ("agreement-drifted", Unit::SharePoints),
        Says::Nothing => ("agreement-nothing", Unit::Share),
    };
    let labels = if said.says == Says::Paradox && said.items.is_empty() {
        vec![format.get("agreement-all-behaviours").to_owned()]
    } else if said.items.is_empty() {
        said.observers.clone()
    } else {
        labels(format, comparison, &said.items)
    };
    let args: [(&str, Arg); 10] = [
        ("names", list(format, &labels).into()),
        ("second", labels.get(1).map(|name| tidy(name)).unwrap_or_default().into()),
        ("first", labels.first().map(|name| tidy(name)).unwrap_or_default().into()),
        ("count", labels.len().into()),
        ("value", said.figure.value.map(|value| format.figure(unit, value)).unwrap_or_default().into()),
        ("interval", interval(format, unit, &said.figure).into()),
        ("n", format.count(said.n).into()),
        ("ready", format.figure(Unit::Share, READY).into()),
        ("visits", format.counted("page-n-visits", comparison.visits).into()),
        ("meetings", format.count(MEETINGS).into()),
    ];
    format.texts.with(id, &args)
}

fn interval(format: &NumberFormat<'_>, unit: Unit, figure: &Figure) -> String {
    let interval = format.interval(unit, figure.lower, figure.upper);
    if interval.is_empty() { format.get("agreement-no-interval").to_owned() } else { interval }
}

/// Gives what observers read of items, between quotation marks.
fn labels(format: &NumberFormat<'_>, comparison: &Comparison, items: &[String]) -> Vec<String> {
    let label = |id: &String| {
        let label = label(format, comparison, id);
        format.texts.with("agreement-quoted", &[("label", label.into())])
    };
    items.iter().map(label).collect()
}

/// Lists labels; of many, how many more there are.
fn list(format: &NumberFormat<'_>, labels: &[String]) -> String {
    let shown: Vec<String> = labels.iter().take(NAMES).map(|name| tidy(name)).collect();
    let all = shown.join(", ");
    match labels.len().saturating_sub(NAMES) {
        0 => all,
        more => format.texts.with("agreement-and-more", &[("names", all.into()), ("count", more.into())]),
    }
}

/// Says what the observers of a comparison are held against, and which meetings lack it.
fn against(format: &NumberFormat<'_>, comparison: &Comparison, said: &mut Vec<String>) {
    let (mut sessions, mut scenarios) = (BTreeSet::new(), BTreeSet::new());
    let (mut others, mut without): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for meeting in &comparison.meetings {
        match &meeting.reference {
            Some(Reference::Session { id }) => _ = sessions.insert(id.clone()),
            Some(Reference::Scenario { id, version, watched }) => {
                scenarios.insert(format!("{id} {version}"));
                others.extend((!watched).then(|| meeting.name.clone()));
            }
            None => without.push(meeting.name.clone()),
        }
    }
    let mut say = |id: &str, labels: &[String]| {
        let args: [(&str, Arg); 4] = [
            ("names", list(format, labels).into()),
            ("count", labels.len().into()),
            ("with", format.count((comparison.meetings.len() - without.len()) as u64).into()),
            ("all", format.count(comparison.meetings.len() as u64).into()),
        ];
        said.push(format.texts.with(id, &args));
    };
    if without.len() == comparison.meetings.len() {
        let two = comparison.observers.len() == 2;
        return say(if two { "agreement-against-each-other" } else { "agreement-against-others" }, &[]);
    }
    let kinds = [
        ("agreement-against", sessions.into_iter().collect()),
        ("agreement-against-scenario", scenarios.into_iter().collect()),
        ("agreement-other-version", others),
        ("agreement-without-reference", without.clone()),
    ];
    kinds.iter().filter(|(_, labels)| !labels.is_empty()).for_each(|(id, labels)| say(id, labels));
}

/// Says what was compared, by what it was matched, and what was left out.
pub fn about(format: &NumberFormat<'_>, agreement: &Agreement) -> Vec<String> {
    let source = &agreement.source;
    let matched = match agreement.matched_on {
        On::Scenario => "agreement-matched-scenario",
        On::SiteWindow => "agreement-matched-site",
        On::FileName => "agreement-matched-file",
    };
    let mut said = vec![format.get(matched).to_owned()];
    for comparison in &agreement.comparisons {
        let args: [(&str, Arg); 4] = [
            ("title", title(format, comparison).into()),
            ("meetings", comparison.meetings.len().into()),
            ("observers", comparison.observers.len().into()),
            ("visits", comparison.visits.into()),
        ];
        said.push(format.texts.with("agreement-compared", &args));
        for meeting in comparison.meetings.iter().filter(|meeting| !meeting.again.is_empty()) {
            let args: [(&str, Arg); 2] =
                [("meeting", tidy(&meeting.name).into()), ("names", list(format, &meeting.again).into())];
            said.push(format.texts.with("agreement-twice", &args));
        }
        against(format, comparison, &mut said);
        said.push(hang_together(format, comparison));
        said.extend(times(format, comparison));
    }
    if agreement.comparisons.len() > 1 {
        said.push(format.get("agreement-apart").to_owned());
    }
    let counts = [
        ("agreement-without-checklist", source.without_checklist),
        ("agreement-alone", source.alone),
        ("agreement-abandoned", source.abandoned),
        ("agreement-duplicates", source.duplicates),
        ("agreement-damaged", source.damaged),
    ];
    said.extend(counts.iter().filter(|(_, n)| *n > 0).map(|(id, n)| format.counted(id, *n)));
    let level = format.number(100.0 * agreement.confidence, 0);
    let args: [(&str, Arg); 4] = [
        ("meetings", format.count(MEETINGS).into()),
        ("level", level.into()),
        ("seed", agreement.seed.to_string().into()),
        ("ready", format.figure(Unit::Share, READY).into()),
    ];
    said.push(format.texts.with("agreement-method", &args));
    said
}

/// Says how far the answers of one meeting hang together, or why that cannot be known.
fn hang_together(format: &NumberFormat<'_>, comparison: &Comparison) -> String {
    let found = &comparison.clustering.share;
    let id = match (found.effect, found.undefined) {
        (Some(effect), _) if effect >= 1.05 => "agreement-clustered",
        (Some(_), _) => "agreement-loose",
        (None, Some(Undefined::NoVariation)) => "agreement-alike",
        (None, _) => "agreement-unclustered",
    };
    let effect = format.number(found.effect.unwrap_or_default(), 1);
    format.texts.with(id, &[("effect", effect.into()), ("n", format.count(found.n).into())])
}

/// Says from when on times count, and how many answers have none.
fn times(format: &NumberFormat<'_>, comparison: &Comparison) -> Vec<String> {
    let timed = |row: &ObserverRow| row.timing.matched + row.timing.alone + row.timing.missed > 0;
    let ways = [
        (Times::Script, "agreement-times-script"),
        (Times::World, "agreement-times-world"),
        (Times::OwnStart, "agreement-times-own-start"),
    ];
    let occurs = |way: Times| comparison.meetings.iter().any(|meeting| meeting.times == way);
    let ways = ways.into_iter().filter(|(way, _)| occurs(*way) && comparison.observers.iter().any(timed));
    let mut said: Vec<String> = ways.map(|(_, id)| format.get(id).to_owned()).collect();
    let untimed: u64 = comparison.observers.iter().map(|row| row.timing.untimed).sum();
    said.extend((untimed > 0).then(|| format.counted("agreement-untimed", untimed)));
    said
}
