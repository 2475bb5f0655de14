//! The fields of a draft that the format does not have; those of the author begin with `x_`.

use super::ChecklistDraft;
use super::fault_place::PlacedFault;
use super::form::FieldKey;
use super::ids::options;
use super::place::{Form, Part, Place};
use crate::text::nearest;
use crate::visit::checklist::{Checklist, ChoiceOption, Item, Section};
use crate::visit::fault::FaultKind;
use schemars::JsonSchema;
use serde_json::Map;

/// Returns the names of the fields that the format does not have.
pub(super) fn unknown_names(own: &Map<String, serde_json::Value>) -> impl Iterator<Item = &String> {
    own.keys().filter(|name| !name.starts_with("x_"))
}

impl ChecklistDraft {
    /// Returns a fault for every unknown field.
    pub(super) fn unknown_fields(&self) -> Vec<PlacedFault> {
        let list = &self.checklist;
        let mut faults = faults_of::<Checklist>(Place::Header.into(), &list.own);
        for (s, section) in list.sections.iter().enumerate() {
            faults.extend(faults_of::<Section>(Place::Section(s).into(), &section.own));
            for (i, item) in section.items.iter().enumerate() {
                let place = Place::Item(s, i);
                faults.extend(faults_of::<Item>(place.into(), &item.own));
                for (k, option) in options(&item.response).iter().enumerate() {
                    faults.extend(faults_of::<ChoiceOption>(place.part(Part::Option(k)), &option.own));
                }
            }
        }
        faults
    }
}

fn faults_of<T: JsonSchema>(form: Form, own: &Map<String, serde_json::Value>) -> Vec<PlacedFault> {
    let mut names = unknown_names(own).peekable();
    if names.peek().is_none() {
        return Vec::new();
    }
    let schema = schemars::schema_for!(T).to_value();
    let known: Vec<&str> = schema
        .get("properties")
        .and_then(serde_json::Value::as_object)
        .map_or_else(Vec::new, |fields| fields.keys().map(String::as_str).collect());
    let fault = |name: &String| {
        let near = nearest(name, known.iter().copied()).map(str::to_owned);
        let kind = FaultKind::UnknownField { field: name.clone(), near, known: known.join(", ") };
        PlacedFault { form, key: FieldKey::Unknown(name.clone()), kind }
    };
    names.map(fault).collect()
}
