//! Parses a scenario and finds every fault in it, see [`super::document`].

use super::document::{self, StandIn};
use super::located_fault::LocatedFault;
use super::scenario_checklist::{CandidateChecklists, PassedOver};
use super::schemas;
use super::unknown_fields::unknown_fields;
use crate::visit::definition::Definition;
use crate::visit::scenario::validate::{NoChecklist, faults};
use crate::visit::scenario::{FORMAT, Scenario};
use crate::visit::validate::Fault;
use serde_json::{Value, json};
use std::sync::{Arc, LazyLock};

/// The document as it was written, the scenario, its checklist, and the user's copy if that was passed over.
pub(super) type Parsed = (Value, Scenario, Arc<Definition>, Option<PassedOver>);

/// Parses a scenario that is practised, and chooses its checklist; returns its faults otherwise, in the order of the
/// document.
pub(super) fn read(text: &str, checklists: &CandidateChecklists) -> Result<Parsed, Vec<LocatedFault>> {
    parse(text, checklists, |_| Vec::new())
}

/// Parses a scenario for its author: unknown fields are faults too.
pub(super) fn check(text: &str, checklists: &CandidateChecklists) -> Result<Parsed, Vec<LocatedFault>> {
    static SCHEMA: LazyLock<Value> = LazyLock::new(schemas::scenario);
    parse(text, checklists, |raw| unknown_fields(raw, &SCHEMA))
}

fn parse(
    text: &str,
    checklists: &CandidateChecklists,
    unknown: impl FnOnce(&Value) -> Vec<Fault>,
) -> Result<Parsed, Vec<LocatedFault>> {
    let mut choice = Err(NoChecklist::Missing);
    let (raw, scenario) = document::read::<Scenario>(text, FORMAT, stand_in, |raw, scenario| {
        choice = checklists.choose(scenario);
        let mut faults = faults(scenario, choice.as_ref().map(|(definition, _)| &**definition));
        faults.extend(unknown(raw));
        faults
    })?;
    // `faults` has reported a missing checklist.
    let (definition, passed_over) = choice.map_err(|_| Vec::new())?;
    Ok((raw, scenario, definition, passed_over))
}

/// Returns a valid value in place of a faulty part of a scenario.
fn stand_in(keys: &[Option<&str>]) -> StandIn {
    match keys {
        [Some("format")] => StandIn::Part(json!(FORMAT)),
        [Some("id" | "version" | "title" | "summary")]
        | [Some("checklist"), Some("id" | "version")]
        | [Some("script"), None, Some("text")]
        | [Some("reference"), None, Some("item" | "value" | "reason")] => StandIn::Part(json!("x")),
        [Some("checklist")] => StandIn::Part(json!({"id": "x", "version": "x"})),
        [Some("script"), None, Some("at_s")] => StandIn::Part(json!(0)),
        [Some("script" | "reference")] => StandIn::Part(json!([])),
        [Some("script"), None] => StandIn::Part(json!({"at_s": 0, "text": "x"})),
        [Some("reference"), None] => StandIn::Part(json!({"item": "x", "value": "x", "reason": "x"})),
        [Some("ends_at_s")]
        | [Some("script"), None, Some("speaker")]
        | [Some("reference"), None, Some("seen_at_s")] => StandIn::Nothing,
        _ => StandIn::Above,
    }
}
