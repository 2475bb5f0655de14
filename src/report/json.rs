//! The report as JSON, `esprit.report/1`: every figure in full precision, nothing in words.

use crate::analysis::Report;
use crate::analysis::agreement::{self, figures::Agreement};
use crate::text::clean::is_hostile;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Gives figures as one JSON object and a line break.
///
/// # Errors
/// Where a figure is no number; no figure is.
pub fn document(figures: &impl Serialize) -> serde_json::Result<String> {
    let text = serde_json::to_string_pretty(figures)?;
    Ok(if text.chars().any(does_harm) { escaped(&text) } else { text } + "\n")
}

/// Gives the JSON Schemas (2020-12) of the report and of the agreement: the name of the file in `schemas/`, and its
/// contents.
#[must_use]
pub fn schemas() -> [(&'static str, Value); 2] {
    [
        ("report.schema.json", schema::<Report>(crate::analysis::figures::FORMAT)),
        ("agreement.schema.json", schema::<Agreement>(agreement::figures::FORMAT)),
    ]
}

fn schema<T: JsonSchema>(title: &str) -> Value {
    let mut schema = Value::from(SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>());
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), json!(title));
    }
    schema
}

fn does_harm(c: char) -> bool {
    c != '\n' && is_hostile(c)
}

/// Writes what could do harm in a terminal as JSON's escapes; it can only stand in strings.
#[must_use]
pub fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if !does_harm(c) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_means_the_same_and_harms_no_terminal() {
        let value = serde_json::json!({"note": "a\u{1b}[2J\u{9b}31m\u{202e}b\n\u{e0041}é"});
        let text = escaped(&serde_json::to_string_pretty(&value).unwrap());
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        assert!(!text.chars().any(|c| c != '\n' && is_hostile(c)), "{text}");
    }
}
