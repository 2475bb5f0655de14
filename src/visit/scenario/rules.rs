//! The rules of a scenario, beyond its shape: every fault in one run, each with its path inside the document.

use super::{FORMAT, Scenario};
use crate::visit::accepts::accepts;
use crate::visit::definition::Definition;
use crate::visit::fault::{Fault, FaultKind, Step};
use crate::visit::validate::Check;
use crate::visit::value::Value;
use std::collections::HashSet;

/// No script is longer than a day, in seconds.
const LONGEST_S: f64 = 86_400.0;

/// The checklist that a scenario names, as far as it is here.
pub enum Named<'a> {
    /// It is here, in a version that the scenario can be observed by.
    Here(&'a Definition),
    /// There is none of this id.
    Nowhere,
    /// There is only one of another version.
    Other(String),
}

/// Finds every fault beyond the shape, in document order as far as possible. What is said of items is judged only by
/// the right checklist.
#[must_use]
pub fn faults(scenario: &Scenario, checklist: &Named<'_>) -> Vec<Fault> {
    let mut check = Check::new(scenario.title.languages());
    check.format(&scenario.format, FORMAT);
    check.at("id", |c| c.id(&scenario.id));
    check.at("checklist", |c| match checklist {
        Named::Here(_) => {}
        Named::Nowhere => {
            c.at("id", |c| c.fault(FaultKind::UnknownChecklist { id: scenario.checklist.id.clone() }));
        }
        Named::Other(installed) => {
            let (asked, installed) = (scenario.checklist.version.clone(), installed.clone());
            c.at("version", |c| c.fault(FaultKind::OtherVersion { asked, installed }));
        }
    });
    check.at("title", |c| c.text(&scenario.title));
    check.at("summary", |c| c.text(&scenario.summary));
    check.at("script", |c| script(c, scenario));
    if let Some(end) = scenario.ends_at_s {
        check.at("ends_at_s", |c| moment(c, end));
    }
    let definition = if let Named::Here(definition) = checklist { Some(*definition) } else { None };
    check.at("reference", |c| reference(c, scenario, definition));
    check.faults
}

fn moment(check: &mut Check<'_>, s: f64) {
    if !s.is_finite() || s < 0.0 {
        check.fault(FaultKind::Range { found: s });
    } else if s > LONGEST_S {
        check.fault(FaultKind::TooMuch { found: s, most: LONGEST_S });
    }
}

fn script<'a>(check: &mut Check<'a>, scenario: &'a Scenario) {
    if scenario.script.is_empty() {
        check.fault(FaultKind::Empty);
    }
    let end = scenario.ends_at_s.unwrap_or(f64::INFINITY);
    let mut before = f64::NEG_INFINITY;
    check.each(&scenario.script, |c, line| {
        c.at("at_s", |c| {
            moment(c, line.at_s);
            if line.at_s < before {
                c.fault(FaultKind::Backwards);
            } else if line.at_s > end {
                c.fault(FaultKind::BeyondEnd { found: line.at_s, end });
            }
        });
        before = line.at_s.max(before);
        if let Some(speaker) = &line.speaker {
            c.at("speaker", |c| c.text(speaker));
        }
        c.at("text", |c| c.text(&line.text));
    });
}

fn reference<'a>(check: &mut Check<'a>, scenario: &'a Scenario, definition: Option<&Definition>) {
    // Of a script that is not there, nothing can be said to come after its end.
    let end = if scenario.script.is_empty() { f64::INFINITY } else { scenario.end_s() };
    let mut seen = HashSet::new();
    let applies = definition.map(|definition| applies(scenario, definition)).unwrap_or_default();
    check.each(&scenario.reference, |c, row| {
        c.at("item", |c| {
            let place = definition.and_then(|definition| definition.position(&row.item));
            if definition.is_some() && place.is_none() {
                c.fault(FaultKind::UnknownItem { id: row.item.clone() });
            } else if !seen.insert(row.item.as_str()) {
                c.fault(FaultKind::SecondReference { id: row.item.clone() });
            } else if place.is_some_and(|place| applies.get(place) == Some(&false)) {
                c.fault(FaultKind::NotAsked { id: row.item.clone() });
            }
        });
        let item = definition.and_then(|d| d.position(&row.item).map(|place| d.item(place)));
        if item.is_some_and(|item| !accepts(&item.response, &row.value)) {
            c.at("value", |c| c.fault(FaultKind::UnknownAnswer { value: row.value.to_string() }));
        }
        if let Some(s) = row.seen_at_s {
            c.at("seen_at_s", |c| {
                moment(c, s);
                if s > end {
                    c.fault(FaultKind::BeyondEnd { found: s, end });
                }
            });
        }
        c.at("reason", |c| c.text(&row.reason));
    });
    let missing = definition.iter().flat_map(|definition| definition.items());
    for (place, item) in missing {
        if applies.get(place) == Some(&true) && !seen.contains(item.id.as_str()) {
            check.fault(FaultKind::NoReference { id: item.id.clone() });
        }
    }
}

/// Finds the first item of which the reference answers do not fit a checklist: that has none and needs one, or has one
/// that it does not take, or is not asked, or does not exist. None where all of them fit.
#[must_use]
pub fn misfit(scenario: &Scenario, definition: &Definition) -> Option<String> {
    let mut check = Check::new(scenario.title.languages());
    reference(&mut check, scenario, Some(definition));
    check.faults.into_iter().find_map(|fault| match (fault.kind, fault.path.first()) {
        (FaultKind::UnknownItem { id } | FaultKind::NotAsked { id } | FaultKind::NoReference { id }, _) => Some(id),
        (FaultKind::UnknownAnswer { .. }, Some(Step::Index(row))) => Some(scenario.reference.get(*row)?.item.clone()),
        _ => None,
    })
}

/// Tells, for each item of the checklist, whether it applies given the reference answers.
#[must_use]
pub fn applies(scenario: &Scenario, definition: &Definition) -> Vec<bool> {
    let mut applies: Vec<bool> = Vec::with_capacity(definition.len());
    for (_, item) in definition.items() {
        let holds = item.when.as_ref().is_none_or(|when| {
            when.holds(&|id: &str, is: &[Value]| {
                let asked = definition.position(id).and_then(|place| applies.get(place)).copied().unwrap_or_default();
                let row = scenario.reference(id).filter(|_| asked);
                row.is_some_and(|row| is.iter().any(|named| row.value.fits(named)))
            })
        });
        applies.push(holds);
    }
    applies
}
