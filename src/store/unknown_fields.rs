//! Finds the fields of a document that its format does not have, by the schema that is generated from its types.

use crate::text::nearest;
use crate::visit::validate::{Fault, FaultKind, PathStep};
use serde_json::{Map, Value};

/// What a field of the author's own begins with.
const OWN: &str = "x_";

/// Returns a fault for every unknown field, wherever it is. A schema that allows additional properties allows those of
/// the author alone.
pub(super) fn unknown_fields(document: &Value, schema: &Value) -> Vec<Fault> {
    let mut search = Search { root: schema, path: Vec::new(), faults: Vec::new() };
    search.value(document, schema);
    search.faults
}

struct Search<'s> {
    root: &'s Value,
    path: Vec<PathStep>,
    faults: Vec<Fault>,
}

impl<'s> Search<'s> {
    fn value(&mut self, value: &Value, schema: &'s Value) {
        let schema = self.resolve(schema);
        match value {
            Value::Array(elements) => {
                if let Some(element_schema) = schema.get("items") {
                    for (index, element) in elements.iter().enumerate() {
                        self.at(PathStep::Index(index), |search| search.value(element, element_schema));
                    }
                }
            }
            Value::Object(object) => {
                let variants = self.variants(schema);
                if let Some(schema) = chosen(&variants, object) {
                    self.object(object, schema, &variants);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, object: &Map<String, Value>, schema: &'s Value, variants: &[&'s Value]) {
        let additional = schema.get("additionalProperties");
        for (field, value) in object {
            let step = PathStep::Key(field.clone());
            match (property(schema, field), additional) {
                (Some(schema), _) => self.at(step, |search| search.value(value, schema)),
                (None, Some(schema @ Value::Object(_))) => self.at(step, |search| search.value(value, schema)),
                (None, Some(Value::Bool(true))) if field.starts_with(OWN) => {}
                _ => {
                    let kind = unknown(field, variants);
                    self.at(step, |search| search.faults.push(Fault { path: search.path.clone(), kind }));
                }
            }
        }
    }

    fn at(&mut self, step: PathStep, search: impl FnOnce(&mut Self)) {
        self.path.push(step);
        search(self);
        self.path.pop();
    }

    /// Follows references to definitions.
    fn resolve(&self, mut schema: &'s Value) -> &'s Value {
        let target = |schema: &'s Value| {
            let pointer = schema.get("$ref")?.as_str()?.strip_prefix('#')?;
            self.root.pointer(pointer)
        };
        while let Some(next) = target(schema) {
            schema = next;
        }
        schema
    }

    /// Returns the schemas that an object may have here.
    fn variants(&self, schema: &'s Value) -> Vec<&'s Value> {
        let schema = self.resolve(schema);
        let several = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array);
        match several {
            Some(several) => several.iter().flat_map(|schema| self.variants(schema)).collect(),
            None if schema.get("type").and_then(Value::as_str) == Some("object") => vec![schema],
            None => Vec::new(),
        }
    }
}

/// Returns the schema that an object is meant to have: the first whose constants and required fields it has, or else the
/// first with the same constants.
fn chosen<'s>(variants: &[&'s Value], object: &Map<String, Value>) -> Option<&'s Value> {
    let has_constants = |schema: &&&Value| {
        let properties = schema.get("properties").and_then(Value::as_object);
        let mut constants =
            properties.into_iter().flatten().filter_map(|(name, schema)| Some((name, schema.get("const")?)));
        constants.all(|(name, constant)| object.get(name) == Some(constant))
    };
    let has_required = |schema: &&&Value| {
        let required = schema.get("required").and_then(Value::as_array);
        required.into_iter().flatten().filter_map(Value::as_str).all(|name| object.contains_key(name))
    };
    let mut fitting = variants.iter().filter(has_constants);
    fitting.clone().find(has_required).or_else(|| fitting.next()).copied()
}

fn property<'s>(schema: &'s Value, field: &str) -> Option<&'s Value> {
    schema.get("properties")?.get(field)
}

/// Returns the fault of a field that none of these schemas has.
fn unknown(field: &str, variants: &[&Value]) -> FaultKind {
    if field.starts_with(OWN) {
        return FaultKind::MisplacedOwnField { field: field.to_owned() };
    }
    let properties = variants.iter().filter_map(|schema| schema.get("properties")?.as_object());
    let mut known: Vec<&str> = properties.flat_map(Map::keys).map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    let near = nearest(field, known.iter().copied()).map(str::to_owned);
    FaultKind::UnknownField { field: field.to_owned(), near, known: known.join(", ") }
}
