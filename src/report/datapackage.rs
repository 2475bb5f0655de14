//! The `datapackage.json` beside a CSV file, which states the type of each column to programs that read Frictionless Data.
//!
//! Source: Data Package 1.0 and Table Schema 1.0, specs.frictionlessdata.io.

use super::csv_writer::{Excel, decimal, delimiter};
use super::tidy_rows::ColumnType;
use serde_json::{Value, json};

pub const FILE_NAME: &str = "datapackage.json";

/// The package name by which [`is_own`] recognizes a descriptor of this program.
const PACKAGE_NAME: &str = "esprit-report";

/// Returns the descriptor, as JSON, of a CSV file with these columns.
pub fn descriptor(path: &str, columns: &[(String, ColumnType)], excel: Excel) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let mut name: String = stem.to_lowercase();
    name.retain(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let descriptor = json!({
        "profile": "tabular-data-package",
        "name": PACKAGE_NAME,
        "resources": [{
            "profile": "tabular-data-resource",
            "name": if name.is_empty() { "figures" } else { &name },
            "path": path,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": delimiter(excel).to_string(), "header": true, "doubleQuote": true},
            "schema": {
                "fields": columns.iter().map(|(name, column_type)| field(name, *column_type, excel)).collect::<Vec<_>>(),
                "missingValues": [""]
            }
        }]
    });
    format!("{descriptor:#}\n")
}

/// Returns whether this program wrote a descriptor, so that it may be overwritten.
pub fn is_own(descriptor: &str) -> bool {
    serde_json::from_str::<Value>(descriptor)
        .is_ok_and(|value| value.get("name").and_then(Value::as_str) == Some(PACKAGE_NAME))
}

fn field(name: &str, column_type: ColumnType, excel: Excel) -> Value {
    match column_type {
        ColumnType::String => json!({"name": name, "type": "string"}),
        ColumnType::Integer => json!({"name": name, "type": "integer"}),
        ColumnType::Number if decimal(excel) == '.' => json!({"name": name, "type": "number"}),
        ColumnType::Number => json!({"name": name, "type": "number", "decimalChar": decimal(excel).to_string()}),
        ColumnType::Boolean => json!({"name": name, "type": "boolean"}),
        ColumnType::Date => json!({"name": name, "type": "date"}),
        // Format "default" excludes fractions of a second.
        ColumnType::Datetime => json!({"name": name, "type": "datetime", "format": "any"}),
    }
}
