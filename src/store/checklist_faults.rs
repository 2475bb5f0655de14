//! Parses a checklist and finds every fault in it, see [`super::document`].

use super::document::{self, StandIn};
use super::located_fault::LocatedFault;
use crate::visit::checklist::{Checklist, FORMAT};
use crate::visit::definition::Definition;
use crate::visit::validate::{FaultKind, faults};
use serde_json::json;

/// Parses a checklist.
///
/// # Errors
/// The faults, at least one, in the order of the document.
pub fn read(text: &str) -> Result<Definition, Vec<LocatedFault>> {
    let (raw, _) = document::read::<Checklist>(text, FORMAT, stand_in, faults)?;
    Definition::new(raw).map_err(|_| vec![LocatedFault::at_start(FaultKind::Type { expected: "value".to_owned() })])
}

/// Returns a valid value in place of a faulty part of a checklist.
fn stand_in(keys: &[Option<&str>]) -> StandIn {
    match keys {
        [Some("format")] => StandIn::Part(json!(FORMAT)),
        [Some("relation")] => StandIn::Part(json!("customer")),
        [Some("id" | "version" | "title")]
        | [Some("sections"), None, Some("id" | "title")]
        | [Some("sections"), None, Some("items"), None, Some("id" | "label")] => StandIn::Part(json!("x")),
        [Some("sections")] | [Some("sections"), None, Some("items")] => StandIn::Part(json!([])),
        [Some("sections"), None] => StandIn::Part(json!({"id": "x", "title": "x", "items": []})),
        [Some("sections"), None, Some("items"), None] => {
            StandIn::Part(json!({"id": "x", "label": "x", "response": {"type": "text"}}))
        }
        [Some("sections"), None, Some("items"), None, Some("response")] => StandIn::Part(json!({"type": "text"})),
        [Some("languages")]
        | [Some("sections"), None, Some("attitude")]
        | [Some("sections"), None, Some("items"), None, Some(_)] => StandIn::Nothing,
        _ => StandIn::Above,
    }
}
