//! The `datapackage.json` beside a CSV file: what each column holds, for programs that read Frictionless Data.
//!
//! Source: Data Package 1.0 and Table Schema 1.0, specs.frictionlessdata.io.

use super::flat::Holds;
use super::separated::{Excel, decimal, delimiter};
use serde_json::{Value, json};

/// The name of the file.
pub const FILE: &str = "datapackage.json";

/// The name by which a descriptor of this program is known again.
const NAME: &str = "esprit-report";

/// Gives the description of a CSV file with these columns.
#[must_use]
pub fn text(path: &str, columns: &[(String, Holds)], excel: Excel) -> String {
    format!("{:#}\n", descriptor(path, columns, excel))
}

fn descriptor(path: &str, columns: &[(String, Holds)], excel: Excel) -> Value {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let mut name: String = stem.to_lowercase();
    name.retain(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    json!({
        "profile": "tabular-data-package",
        "name": NAME,
        "resources": [{
            "profile": "tabular-data-resource",
            "name": if name.is_empty() { "figures" } else { &name },
            "path": path,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": delimiter(excel).to_string(), "header": true, "doubleQuote": true},
            "schema": {
                "fields": columns.iter().map(|(name, holds)| field(name, *holds, excel)).collect::<Vec<_>>(),
                "missingValues": [""]
            }
        }]
    })
}

/// Tells whether a description is one that this program made, and may make anew.
#[must_use]
pub fn is_own(descriptor: &str) -> bool {
    serde_json::from_str::<Value>(descriptor).is_ok_and(|value| value.get("name").and_then(Value::as_str) == Some(NAME))
}

fn field(name: &str, holds: Holds, excel: Excel) -> Value {
    match holds {
        Holds::String => json!({"name": name, "type": "string"}),
        Holds::Integer => json!({"name": name, "type": "integer"}),
        Holds::Number if decimal(excel) == '.' => json!({"name": name, "type": "number"}),
        Holds::Number => json!({"name": name, "type": "number", "decimalChar": decimal(excel).to_string()}),
        Holds::Boolean => json!({"name": name, "type": "boolean"}),
        Holds::Date => json!({"name": name, "type": "date"}),
        // Not "default", which knows no fractions of a second.
        Holds::Datetime => json!({"name": name, "type": "datetime", "format": "any"}),
    }
}
