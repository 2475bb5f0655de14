//! The JSON Schemas (2020-12) of the file formats, generated from the types that read and write them.

use super::journal::EventLine;
use super::session::Session;
use crate::visit::checklist::Checklist;
use crate::visit::scenario::Scenario;
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

/// Generates the schemas, each with its file name in `schemas/`.
pub fn generate() -> [(&'static str, Value); 4] {
    [
        ("checklist.schema.json", checklist()),
        ("journal.schema.json", titled(schema_of::<JournalLine>(), "esprit.journal/1, one line")),
        ("session.schema.json", titled(schema_of::<Session>(), "esprit.session/1")),
        ("scenario.schema.json", scenario()),
    ]
}

/// Generates the schema of checklists.
pub fn checklist() -> Value {
    titled(schema_of::<Checklist>(), "esprit.checklist/1")
}

/// Generates the schema of scenarios.
pub fn scenario() -> Value {
    titled(schema_of::<Scenario>(), "esprit.scenario/1")
}

fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

fn titled(schema: Schema, title: &str) -> Value {
    let mut value = Value::from(schema);
    if let Some(object) = value.as_object_mut() {
        object.insert("title".to_owned(), json!(title));
    }
    value
}

/// A line of a journal: the first of a file, or an event.
struct JournalLine;

impl JsonSchema for JournalLine {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "JournalLine".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let definition = generator.subschema_for::<Checklist>();
        let event = generator.subschema_for::<EventLine>();
        let first = json!({
            "type": "object",
            "description": "The first line of the first file.",
            "properties": {"format": {"const": super::journal_reader::FORMAT}, "definition": definition},
            "required": ["format", "definition"]
        });
        let later = json!({
            "type": "object",
            "description": "The first line of a later file, which names the file before it.",
            "properties": {"format": {"const": super::journal_reader::FORMAT}, "previous": {"type": "string"}},
            "required": ["format", "previous"]
        });
        schemars::json_schema!({"anyOf": [first, later, event]})
    }
}
