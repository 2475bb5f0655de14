//! Reads a scenario whatever is wrong with it: see [`super::document`].

use super::document::{self, StandIn};
use super::located_fault::LocatedFault;
use super::scenario_checklist::{Checklist, PassedOver, Shelf};
use crate::visit::definition::Definition;
use crate::visit::scenario::validate::{InstalledChecklist, faults};
use crate::visit::scenario::{FORMAT, Scenario};
use serde_json::{Value, json};
use std::sync::Arc;

/// What a file makes: the document as it was written, what it says, its checklist, and the copy that is not that one.
pub(super) type Read = (Value, Scenario, Arc<Definition>, Option<PassedOver>);

/// Reads a scenario with its checklist, or gives every fault in the order of the document.
pub(super) fn read(text: &str, shelf: &Shelf) -> Result<Read, Vec<LocatedFault>> {
    let mut found = Checklist::Nowhere;
    let (raw, scenario) = document::read::<Scenario>(text, FORMAT, stand_in, |scenario| {
        found = shelf.choose(scenario);
        let named = match &found {
            Checklist::Here(definition, _) => InstalledChecklist::Found(definition),
            Checklist::Nowhere => InstalledChecklist::Missing,
            Checklist::Other(version) => InstalledChecklist::OtherVersion(version.clone()),
        };
        faults(scenario, &named)
    })?;
    match found {
        Checklist::Here(definition, passed_over) => Ok((raw, scenario, definition, passed_over)),
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
