//! Reports and agreements as JSON, with every figure in full precision, and the JSON Schemas of both.

use crate::analysis::Report;
use crate::analysis::agreement::{self, figures::Agreement};
use crate::text::clean::is_hostile;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Renders figures as one JSON object and a line break. Characters that could change a terminal are escaped.
///
/// # Errors
/// Never fails for a report or an agreement.
pub fn render(figures: &impl Serialize) -> io::Result<String> {
    let mut bytes = Vec::new();
    write(figures, &mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// Writes figures as [`render`] does, piece by piece: those of many sites are larger than what they were made from.
///
/// # Errors
/// Where the writer refuses.
pub fn write(figures: &impl Serialize, mut writer: impl Write) -> io::Result<()> {
    let formatter = EscapingFormatter(PrettyFormatter::new());
    figures.serialize(&mut serde_json::Serializer::with_formatter(&mut writer, formatter))?;
    writer.write_all(b"\n")
}

/// Writes indented JSON, in whose strings all characters are escaped that could change a terminal.
struct EscapingFormatter(PrettyFormatter<'static>);

macro_rules! indented {
    ($($name:ident($($argument:ident: $type:ty)?)),* $(,)?) => {
        $(fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $argument: $type)?) -> io::Result<()> {
            self.0.$name(writer $(, $argument)?)
        })*
    };
}

impl Formatter for EscapingFormatter {
    indented!(
        begin_array(),
        end_array(),
        begin_array_value(first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first: bool),
        begin_object_value(),
        end_object_value(),
    );

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        // Nearly all fragments are names of fields.
        let is_printable_ascii = fragment.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if !is_printable_ascii && fragment.chars().any(must_be_escaped) {
            writer.write_all(escape(fragment).as_bytes())
        } else {
            writer.write_all(fragment.as_bytes())
        }
    }
}

/// Returns the JSON Schemas (2020-12) of the report and of the agreement, each with its file name in `schemas/`.
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

fn must_be_escaped(c: char) -> bool {
    c != '\n' && is_hostile(c)
}

/// Escapes the characters of a JSON text that could change a terminal; they can only occur in strings.
#[must_use]
pub fn escape(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if !must_be_escaped(c) {
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
    fn escaping_keeps_the_value_and_leaves_no_control_characters() {
        let value = serde_json::json!({"note": "a\u{1b}[2J\u{9b}31m\u{202e}b\n\u{e0041}é"});
        let text = render(&value).unwrap();
        assert_eq!(text, escape(&serde_json::to_string_pretty(&value).unwrap()) + "\n");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        assert!(!text.chars().any(|c| c != '\n' && is_hostile(c)), "{text}");
    }
}
