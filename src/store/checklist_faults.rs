//! Parses a checklist and finds every fault in it, see [`super::document`].

use super::document::{self, StandIn};
use super::located_fault::LocatedFault;
use super::schemas;
use super::unknown_fields::unknown_fields;
use crate::visit::checklist::{Checklist, FORMAT};
use crate::visit::definition::Definition;
use crate::visit::validate::{self, Fault, FaultKind, authoring_faults};
use serde_json::json;
use std::sync::LazyLock;

/// Parses a checklist that is checked, imported or edited.
///
/// # Errors
/// The faults, at least one, in the order of the document.
pub fn read(text: &str) -> Result<Definition, Vec<LocatedFault>> {
    static SCHEMA: LazyLock<serde_json::Value> = LazyLock::new(schemas::checklist);
    let judge = |raw: &serde_json::Value, checklist: &Checklist| {
        let unknown = unknown_fields(raw, &SCHEMA);
        let mut faults = authoring_faults(checklist);
        // A condition with an unknown field says something after all.
        faults.retain(|fault| {
            let is_inside = |other: &Fault| other.path.split_last().is_some_and(|(_, above)| above == fault.path);
            fault.kind != FaultKind::NoBounds || !unknown.iter().any(is_inside)
        });
        faults.extend(unknown);
        faults
    };
    parse(text, judge)
}

/// Parses a checklist of the library, which visits can follow whatever its author has still to mend.
///
/// # Errors
/// The other faults, at least one, in the order of the document.
pub fn read_lenient(text: &str) -> Result<Definition, Vec<LocatedFault>> {
    parse(text, |_, checklist| {
        authoring_faults(checklist).into_iter().filter(|fault| !fault.kind.is_for_author()).collect()
    })
}

/// Returns the remarks on a checklist that was parsed from a text.
pub fn remarks(text: &str, definition: &Definition) -> Vec<LocatedFault> {
    document::locate(text, &validate::remarks(definition.checklist()))
}

fn parse(
    text: &str,
    judge: impl FnOnce(&serde_json::Value, &Checklist) -> Vec<Fault>,
) -> Result<Definition, Vec<LocatedFault>> {
    let (raw, _) = document::read::<Checklist>(text, FORMAT, stand_in, judge)?;
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
