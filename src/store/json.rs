//! Reads text and JSON from files of any origin: limited in size, and with each key once.

use super::error::{AtPath, StoreError};
use super::io_error::IoCause;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The most that is read of a file, in bytes; the program's own files are far smaller.
pub(super) const MOST: u64 = 64 << 20;

/// Reads a whole text, without its byte order mark.
pub(super) fn read_text(path: &Path, most: u64) -> Result<String, StoreError> {
    let bytes = read_bytes(path, most)?;
    let text = String::from_utf8(bytes).map_err(|_| IoCause::NotText.at(path))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Opens a regular file to read it. A pipe or a device could keep the reader waiting for ever.
pub(super) fn open(path: &Path) -> Result<File, StoreError> {
    if path.metadata().at(path)?.is_file() { File::open(path).at(path) } else { Err(IoCause::NotAFile.at(path)) }
}

/// Reads a whole file.
pub(super) fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    open(path)?.take(most + 1).read_to_end(&mut bytes).at(path)?;
    if bytes.len() as u64 > most {
        return Err(IoCause::TooLarge { limit: most }.at(path));
    }
    Ok(bytes)
}

/// Why a text is not JSON that can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum JsonFault {
    /// Not JSON: the parser's message, in English, and the place, from 1.
    Syntax { message: String, line: usize, column: usize },
    /// The same key twice in one object: programs differ on which one counts. The line counts from 1.
    Duplicate { key: String, line: usize },
}

/// Parses one JSON document, whose objects may have each key only once.
pub(super) fn strict(text: &str) -> Result<Value, JsonFault> {
    let mut duplicate = None;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Strict { duplicate: &mut duplicate }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| match duplicate {
        Some(key) => JsonFault::Duplicate { key, line: error.line() },
        None => syntax(&error),
    })
}

/// Splits a parser's error into its message and its place.
pub(super) fn syntax(error: &serde_json::Error) -> JsonFault {
    let (line, column) = (error.line().max(1), error.column().max(1));
    let message = error.to_string();
    let words = message.rfind(" at line ").and_then(|end| message.get(..end)).unwrap_or(&message);
    JsonFault::Syntax { message: words.to_owned(), line, column }
}

/// Builds a value, and fails at the first key that an object has twice.
struct Strict<'a> {
    duplicate: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Strict { duplicate: &mut *self.duplicate })? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            if map.contains_key(&key) {
                *self.duplicate = Some(key);
                return Err(A::Error::custom("duplicate key"));
            }
            let value = object.next_value_seed(Strict { duplicate: &mut *self.duplicate })?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strict_reads_what_the_ordinary_reader_reads() {
        for text in
            ["null", "[1, -2, 2.5, true, \"é\\u00e9\"]", "{\"b\": {\"a\": []}, \"a\": 1}", "18446744073709551615"]
        {
            assert_eq!(strict(text).unwrap(), serde_json::from_str::<Value>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn a_key_that_comes_twice_is_named_with_its_line() {
        let fault = strict("{\"a\": {\"b\": 1,\n \"c\": 2,\n \"b\": 3}}").unwrap_err();
        assert_eq!(fault, JsonFault::Duplicate { key: "b".to_owned(), line: 3 });
    }

    #[test]
    fn faults_of_syntax_have_their_place() {
        for (text, place) in [("{", (1, 1)), ("{}\n x", (2, 2)), ("[01]", (1, 3)), ("", (1, 1))] {
            let JsonFault::Syntax { message, line, column } = strict(text).unwrap_err() else { panic!("{text}") };
            assert_eq!((line, column), place, "{text}: {message}");
            assert!(!message.contains("line"), "{message}");
        }
    }

    #[test]
    fn numbers_are_read_to_the_last_digit() {
        // The default reader of the library may be off by the last bit; the digests could not bear that.
        let text = "0.30000000000000004";
        assert_eq!(strict(text).unwrap().to_string(), text);
        for bits in (0..2000u64).map(|n| n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 0x3ff0_0000_0000_0000) {
            let number = f64::from_bits(bits & 0x3fff_ffff_ffff_ffff);
            let text = serde_json::to_string(&number).unwrap();
            assert_eq!(strict(&text).unwrap().as_f64().map(f64::to_bits), Some(number.to_bits()), "{text}");
        }
    }
}
