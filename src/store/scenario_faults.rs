//! Reads a scenario whatever is wrong with it: see [`super::document`].

use super::document::{self, StandIn};
use super::located_fault::LocatedFault;
use crate::visit::definition::Definition;
use crate::visit::scenario::rules::{Named, faults};
use crate::visit::scenario::{FORMAT, Scenario};
use serde_json::{Value, json};
use std::sync::Arc;

/// What there is of a checklist that was asked for by its id and version.
pub(super) enum Checklist {
    /// The checklist.
    Here(Arc<Definition>),
    /// None of this id.
    Nowhere,
    /// Only one of this version.
    Other(String),
}

/// Reads a scenario with its checklist, or gives every fault in the order of the document. `checklist` looks for one by
/// id and version. Gives the document as it was written beside what it says.
pub(super) fn read(
    text: &str,
    checklist: impl Fn(&str, &str) -> Checklist,
) -> Result<(Value, Scenario, Arc<Definition>), Vec<LocatedFault>> {
    let mut found = Checklist::Nowhere;
    let (raw, scenario) = document::read::<Scenario>(text, FORMAT, stand_in, |scenario| {
        found = checklist(&scenario.checklist.id, &scenario.checklist.version);
        let named = match &found {
            Checklist::Here(definition) => Named::Here(definition),
            Checklist::Nowhere => Named::Nowhere,
            Checklist::Other(version) => Named::Other(version.clone()),
        };
        faults(scenario, &named)
    })?;
    match found {
        Checklist::Here(definition) => Ok((raw, scenario, definition)),
        // Told as a fault already.
        Checklist::Nowhere | Checklist::Other(_) => Err(Vec::new()),
    }
}

/// Gives something harmless for a part of a scenario.
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
