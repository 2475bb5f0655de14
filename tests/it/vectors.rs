//! The statistical methods reproduce published results, and obey their laws for any numbers.

mod dispatch;
mod properties;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Returns the vectors: those of the file named by `ESPRIT_STAT_VECTORS`, or else the copy in the repository.
fn vectors() -> Vec<Value> {
    let kept = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vectors.json");
    let path = std::env::var_os("ESPRIT_STAT_VECTORS").map_or_else(kept, PathBuf::from);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_vector_is_reproduced() {
    let vectors = vectors();
    assert!(!vectors.is_empty(), "no vectors");
    let wrong: Vec<String> = vectors.iter().flat_map(check).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Returns how the result of a vector differs.
fn check(vector: &Value) -> Vec<String> {
    let name = vector["name"].as_str().unwrap_or("a vector without a name");
    let fault = |what: String| vec![format!("{name}: {what}")];
    let got = match dispatch::run(vector) {
        Ok(got) => got,
        Err(what) => return fault(what),
    };
    let Some(expected) = vector["expected"].as_object() else {
        return fault("field `expected` is missing".into());
    };
    let mut wrong = Vec::new();
    for (field, expected) in expected {
        let tolerance = &vector["tolerance"];
        let tolerance = tolerance.as_f64().or_else(|| tolerance.get(field).unwrap_or(&tolerance["default"]).as_f64());
        match (tolerance, got.get(field)) {
            (None, _) => wrong.push(format!("{name}: field `tolerance` is missing for {field}")),
            (_, None) => wrong.push(format!("{name}: {field} is missing, expected {expected}")),
            (Some(tolerance), Some(got)) => compare(field, got, expected, tolerance, &mut wrong, name),
        }
    }
    if !expected.contains_key("undefined") && !got["undefined"].is_null() {
        wrong.push(format!("{name}: undefined: got {}, expected a result", got["undefined"]));
    }
    wrong
}

fn compare(field: &str, got: &Value, expected: &Value, tolerance: f64, wrong: &mut Vec<String>, name: &str) {
    let same = match (got, expected) {
        (Value::Array(items), Value::Array(wanted)) if items.len() == wanted.len() => {
            for (place, (got, expected)) in items.iter().zip(wanted).enumerate() {
                compare(&format!("{field}.{place}"), got, expected, tolerance, wrong, name);
            }
            true
        }
        (Value::Object(fields), Value::Object(wanted)) => {
            for (inner, expected) in wanted {
                let got = fields.get(inner).unwrap_or(&Value::Null);
                compare(&format!("{field}.{inner}"), got, expected, tolerance, wrong, name);
            }
            wanted.keys().all(|inner| fields.contains_key(inner))
        }
        (Value::Number(got), Value::Number(expected)) => {
            let (got, expected) = (got.as_f64().unwrap(), expected.as_f64().unwrap());
            (got - expected).abs() <= tolerance * expected.abs().max(1.0)
        }
        _ => got == expected,
    };
    if !same {
        wrong.push(format!("{name}: {field}: got {got}, expected {expected}"));
    }
}

#[test]
fn a_failing_vector_is_reported() {
    let told = |text: &str| check(&serde_json::from_str(text).unwrap()).join("; ");
    let wilson = r#""method": "wilson_ci", "params": {"conf": 0.95}, "input""#;
    assert_eq!(told(r#"{"name": "a", "method": "astrology", "expected": {}}"#), "a: unknown method astrology");
    assert_eq!(told(&format!(r#"{{"name": "b", {wilson}: {{"n": 3}}}}"#)), "b: field `successes` is missing");
    assert_eq!(
        told(&format!(
            r#"{{"name": "c", {wilson}: {{"successes": 1, "n": 2}}, "expected": {{"p": 0.6, "q": 1}}, "tolerance": {{"default": 0.01}}}}"#
        )),
        "c: p: got 0.5, expected 0.6; c: q is missing, expected 1"
    );
    assert_eq!(
        told(&format!(
            r#"{{"name": "d", {wilson}: {{"successes": 0, "n": 0}}, "expected": {{"p": null}}, "tolerance": 0.1}}"#
        )),
        r#"d: undefined: got "zero_denominator", expected a result"#
    );
    assert_eq!(
        told(&format!(
            r#"{{"name": "e", {wilson}: {{"successes": 1, "n": 2}}, "expected": {{"p": 0.6, "lower": 0.6}}, "tolerance": {{"p": 0.2, "default": 0.1}}}}"#
        )),
        "e: lower: got 0.09453120573423074, expected 0.6"
    );
}
