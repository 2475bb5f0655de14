//! The rules of a scenario beyond its shape. Every fault is reported in one run, with its path inside the document.

use super::{FORMAT, ReferenceAnswer, Scenario};
use crate::visit::accepts::accepts;
use crate::visit::definition::Definition;
use crate::visit::fault::{Fault, FaultKind, PathStep};
use crate::visit::validate::Check;
use std::collections::HashSet;

/// The longest script: a day, in seconds.
const LONGEST_S: f64 = 86_400.0;

/// Why the checklist that a scenario requires is not there.
#[derive(Debug)]
pub enum NoChecklist {
    /// No checklist with this id is installed.
    Missing,
    /// Only other versions are installed, such as this one.
    OtherVersion(String),
}

/// Finds every fault beyond the shape, in document order as far as possible. Items and answers are checked only if a
/// suitable checklist is installed.
#[must_use]
pub fn faults(scenario: &Scenario, checklist: Result<&Definition, &NoChecklist>) -> Vec<Fault> {
    let mut check = Check::new(scenario.title.languages());
    check.format(&scenario.format, FORMAT);
    check.at("id", |c| c.id(&scenario.id));
    check.at("checklist", |c| match checklist {
        Ok(_) => {}
        Err(NoChecklist::Missing) => {
            c.at("id", |c| c.fault(FaultKind::UnknownChecklist { id: scenario.checklist.id.clone() }));
        }
        Err(NoChecklist::OtherVersion(installed)) => {
            let (asked, installed) = (scenario.checklist.version.clone(), installed.clone());
            c.at("version", |c| c.fault(FaultKind::OtherVersion { asked, installed }));
        }
    });
    check.at("title", |c| c.text(&scenario.title));
    check.at("summary", |c| c.text(&scenario.summary));
    check.at("script", |c| check_script(c, scenario));
    if let Some(end) = scenario.ends_at_s {
        check.at("ends_at_s", |c| check_time(c, end));
    }
    check.at("reference", |c| check_reference(c, scenario, checklist.ok()));
    check.faults
}

fn check_time(check: &mut Check<'_>, s: f64) {
    if !s.is_finite() || s < 0.0 {
        check.fault(FaultKind::Range { found: s });
    } else if s > LONGEST_S {
        check.fault(FaultKind::AboveMaximum { found: s, most: LONGEST_S });
    }
}

fn check_script<'a>(check: &mut Check<'a>, scenario: &'a Scenario) {
    if scenario.script.is_empty() {
        check.fault(FaultKind::Empty);
    }
    let end = scenario.ends_at_s.unwrap_or(f64::INFINITY);
    let mut before = f64::NEG_INFINITY;
    check.each(&scenario.script, |c, line| {
        c.at("at_s", |c| {
            check_time(c, line.at_s);
            if line.at_s < before {
                c.fault(FaultKind::OutOfOrder);
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

fn check_reference<'a>(check: &mut Check<'a>, scenario: &'a Scenario, definition: Option<&Definition>) {
    // An empty script has no end to compare with.
    let end = if scenario.script.is_empty() { f64::INFINITY } else { scenario.end_s() };
    let mut seen = HashSet::new();
    let mut unfilled: Vec<&ReferenceAnswer> = Vec::new();
    let applies = definition.map(|definition| applicability(scenario, definition)).unwrap_or_default();
    check.each(&scenario.reference, |c, row| {
        let place = definition.and_then(|definition| definition.position(&row.item));
        let before = c.faults.len();
        c.at("item", |c| {
            if definition.is_some() && place.is_none() {
                c.fault(FaultKind::UnknownItem { id: row.item.clone() });
            } else if !seen.insert(row.item.as_str()) {
                c.fault(FaultKind::SecondReference { id: row.item.clone() });
            } else if place.and_then(|place| applies.get(place)) == Some(&Some(false)) {
                c.fault(FaultKind::NotApplicable { id: row.item.clone() });
            }
        });
        if row.is_unfilled() {
            // One fault stands for all rows that are only to be filled in.
            unfilled.extend((c.faults.len() == before).then_some(row));
            return;
        }
        let item = definition.and_then(|definition| place.map(|place| definition.item(place)));
        if let Some(item) = item.filter(|item| !accepts(&item.response, &row.value)) {
            let (value, response) = (row.value.to_string(), Box::new(item.response.clone()));
            c.at("value", |c| c.fault(FaultKind::NotAnAnswer { value, response }));
        }
        if let Some(s) = row.seen_at_s {
            c.at("seen_at_s", |c| {
                check_time(c, s);
                if s > end {
                    c.fault(FaultKind::BeyondEnd { found: s, end });
                }
            });
        }
        c.at("reason", |c| c.text(&row.reason));
    });
    if !unfilled.is_empty() {
        let item = |row: &&ReferenceAnswer| {
            let definition = definition?;
            Some((row.item.clone(), definition.item(definition.position(&row.item)?).response.clone()))
        };
        let (rows, of, items) = (unfilled.len(), scenario.reference.len(), unfilled.iter().filter_map(item).collect());
        check.fault(FaultKind::Unfilled { rows, of, items });
    }
    let missing = definition.iter().flat_map(|definition| definition.items());
    for (place, item) in missing {
        if applies.get(place) == Some(&Some(true)) && !seen.contains(item.id.as_str()) {
            check.fault(FaultKind::NoReference { id: item.id.clone() });
        }
    }
}

/// Returns the first item whose reference answer does not fit a checklist: it is missing, not valid for the response,
/// for an item that does not apply, or for one that does not exist. Returns `None` if all of them fit; rows that are to
/// be filled in do.
#[must_use]
pub fn first_mismatch(scenario: &Scenario, definition: &Definition) -> Option<String> {
    let mut check = Check::new(scenario.title.languages());
    check_reference(&mut check, scenario, Some(definition));
    check.faults.into_iter().find_map(|fault| match (fault.kind, fault.path.first()) {
        (FaultKind::UnknownItem { id } | FaultKind::NotApplicable { id } | FaultKind::NoReference { id }, _) => {
            Some(id)
        }
        (FaultKind::NotAnAnswer { .. }, Some(PathStep::Index(row))) => Some(scenario.reference.get(*row)?.item.clone()),
        _ => None,
    })
}

/// Returns, for each item of the checklist, whether it applies given the reference answers.
pub fn applicable_items(scenario: &Scenario, definition: &Definition) -> Vec<bool> {
    applicability(scenario, definition).into_iter().map(|applies| applies == Some(true)).collect()
}

/// Returns, for each item of the checklist, whether it applies given the reference answers; `None` while that depends on
/// a row that is to be filled in.
fn applicability(scenario: &Scenario, definition: &Definition) -> Vec<Option<bool>> {
    let mut applies: Vec<Option<bool>> = Vec::with_capacity(definition.len());
    for (_, item) in definition.items() {
        let applies_so_far = |id: &str| definition.position(id).and_then(|place| applies.get(place).copied());
        let is_open = |id: &str| match applies_so_far(id) {
            Some(None) => true,
            Some(Some(true)) => scenario.reference(id).is_some_and(ReferenceAnswer::is_unfilled),
            _ => false,
        };
        let holds = item.when.as_ref().map_or(Some(true), |when| {
            let mut depends = false;
            when.for_each_item(&mut |id| depends |= is_open(id));
            let answer = |id: &str| {
                let place = definition.position(id).filter(|_| applies_so_far(id) == Some(Some(true)))?;
                Some((&definition.item(place).response, &scenario.reference(id)?.value))
            };
            (!depends).then(|| when.holds(1.0, &answer))
        });
        applies.push(holds);
    }
    applies
}
