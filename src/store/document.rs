//! Reads a document of any of the formats whatever is wrong with it: every fault in one run, each with its line and
//! column.
//!
//! The shape is judged by the same types that read a good document. Where a part does not fit, the fault is noted,
//! something harmless is put in its place, and the reading goes on. What a format's parts are is its own file's business.

use super::json::{self, JsonFault};
use super::located_fault::{LocatedFault, MOST};
use crate::visit::validate::{Fault, FaultKind, PathStep};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// What is put where a part does not fit, by the path to it; positions in lists are `None`.
pub(super) type StandIns = fn(&[Option<&str>]) -> StandIn;

/// What is put in the place of a part that does not fit.
pub(super) enum StandIn {
    /// This.
    Part(Value),
    /// Nothing: the part may be missing.
    Nothing,
    /// No placeholder fits: replace the parent.
    Above,
}

/// Parses a document of a format, and returns it with its typed content, or else every fault in document order. `judge`
/// finds the faults that the types cannot express.
pub(super) fn read<T: DeserializeOwned>(
    text: &str,
    format: &'static str,
    stand_ins: StandIns,
    judge: impl FnOnce(&Value, &T) -> Vec<Fault>,
) -> Result<(Value, T), Vec<LocatedFault>> {
    let raw: Value = match serde_json::from_str(text) {
        Ok(raw) => raw,
        Err(error) => return Err(vec![syntax(&error)]),
    };
    let tree = Tree::new(text);
    if let Some(found) = raw.get("format").and_then(Value::as_str).filter(|found| *found != format) {
        // What another version means by its fields is not for this one to judge.
        let kind = FaultKind::Format { found: found.to_owned(), read: format };
        return Err(vec![tree.locate(&Fault { path: vec![PathStep::Key("format".to_owned())], kind })]);
    }
    let mut found = tree.duplicates();
    let (document, shape) = decode::<T>(raw.clone(), stand_ins);
    let replaced: Vec<&Fault> = shape.iter().collect();
    let untouched = |fault: &Fault| !replaced.iter().any(|other| fault.path.starts_with(&other.path));
    let judged = document.as_ref().map(|document| judge(&raw, document)).unwrap_or_default();
    let sure = |fault: &Fault| shape.is_empty() || !fault.kind.needs_valid_rest();
    found.extend(judged.iter().filter(|fault| untouched(fault) && sure(fault)).map(|fault| tree.locate(fault)));
    found.extend(shape.iter().map(|fault| tree.locate(fault)));
    found.sort_by_key(|fault| (fault.line, fault.column));
    match document {
        Some(document) if found.is_empty() => Ok((raw, document)),
        _ => Err(found),
    }
}

/// Finds the places of faults in the text of a document.
pub(super) fn locate(text: &str, faults: &[Fault]) -> Vec<LocatedFault> {
    let tree = Tree::new(text);
    faults.iter().map(|fault| tree.locate(fault)).collect()
}

fn syntax(error: &serde_json::Error) -> LocatedFault {
    let JsonFault::Syntax { message, line, column } = json::syntax(error) else {
        return LocatedFault::at_start(FaultKind::Empty);
    };
    LocatedFault { line, column, path: String::new(), kind: FaultKind::Syntax { message, line, column } }
}

/// Decodes a document piece by piece: each part that does not fit gives a fault and is replaced.
fn decode<T: DeserializeOwned>(mut raw: Value, stand_ins: StandIns) -> (Option<T>, Vec<Fault>) {
    let mut found: Vec<Fault> = Vec::new();
    while found.len() < MOST {
        let error = match serde_path_to_error::deserialize::<_, T>(&raw) {
            Ok(document) => return (Some(document), found),
            Err(error) => error,
        };
        let mut path = steps(error.path());
        let words = error.inner().to_string();
        let missing = words.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let kind = match missing {
            Some(field) => FaultKind::Missing { field: field.to_owned() },
            None => FaultKind::Type { expected: expected(&words) },
        };
        found.push(Fault { path: path.clone(), kind });
        path.extend(missing.map(|field| PathStep::Key(field.to_owned())));
        if !replace(&mut raw, &path, stand_ins) {
            break;
        }
    }
    (None, found)
}

fn steps(path: &Path) -> Vec<PathStep> {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(PathStep::Index(*index)),
        Segment::Map { key } => Some(PathStep::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    };
    path.iter().filter_map(step).collect()
}

/// Replaces the value at a path, or the nearest value above it that has a stand-in; returns whether one was replaced.
fn replace(raw: &mut Value, path: &[PathStep], stand_ins: StandIns) -> bool {
    for length in (0..=path.len()).rev() {
        let path = path.get(..length).unwrap_or_default();
        let keys: Vec<Option<&str>> =
            path.iter().map(|step| if let PathStep::Key(key) = step { Some(key.as_str()) } else { None }).collect();
        let part = match stand_ins(&keys) {
            StandIn::Part(part) => Some(part),
            StandIn::Nothing => None,
            StandIn::Above => continue,
        };
        return put(raw, path, part);
    }
    false
}

/// Sets the value at a path, or removes it where `part` is `None`; returns whether there was one.
fn put(raw: &mut Value, path: &[PathStep], part: Option<Value>) -> bool {
    let Some((last, above)) = path.split_last() else { return false };
    let parent = above.iter().try_fold(raw, |value, step| match step {
        PathStep::Key(key) => value.get_mut(key),
        PathStep::Index(index) => value.get_mut(index),
    });
    match (parent, last, part) {
        (Some(Value::Object(map)), PathStep::Key(key), Some(part)) => {
            // A replacement that changes nothing would never come to an end.
            map.insert(key.clone(), part.clone()).as_ref() != Some(&part)
        }
        (Some(Value::Object(map)), PathStep::Key(key), None) => map.remove(key).is_some(),
        (Some(Value::Array(elements)), PathStep::Index(index), Some(part)) => {
            elements.get_mut(*index).map(|slot| std::mem::replace(slot, part)).is_some()
        }
        _ => false,
    }
}

/// Names what a parser error expected: by a name that the catalogues know, or by the allowed names. The parser's own
/// English wording is not passed on.
fn expected(words: &str) -> String {
    if words.starts_with("data did not match any variant of untagged enum Condition") {
        return "condition".to_owned();
    }
    if words.starts_with("data did not match") {
        return "answer".to_owned();
    }
    let wanted = words.split("expected ").last().unwrap_or_default();
    if words.starts_with("unknown variant") {
        let names = wanted.trim_start_matches("one of ");
        return names.replace('`', "").replace(" or ", ", ");
    }
    let known = [
        ("a text, or an object", "text"),
        ("a string", "string"),
        ("f64", "number"),
        ("i64", "integer"),
        ("u64", "integer"),
        ("a boolean", "boolean"),
        ("a sequence", "list"),
        ("a map", "object"),
        ("struct", "object"),
        ("internally tagged", "object"),
    ];
    known.iter().find(|(start, _)| wanted.starts_with(start)).map_or("value", |(_, name)| name).to_owned()
}

/// The document as a tree of places.
struct Tree<'a> {
    text: &'a str,
    root: Option<ast::Value<'a>>,
}

impl<'a> Tree<'a> {
    fn new(text: &'a str) -> Self {
        let parsed = jsonc_parser::parse_to_ast(
            text,
            &jsonc_parser::CollectOptions::default(),
            &jsonc_parser::ParseOptions::default(),
        );
        Self { text, root: parsed.ok().and_then(|parsed| parsed.value) }
    }

    /// Finds the place of a fault: the value that its path names, or the nearest one above; of some, the key.
    fn locate(&self, fault: &Fault) -> LocatedFault {
        let mut place = self.root.as_ref();
        let mut start = place.map_or(0, |value| value.range().start);
        for step in &fault.path {
            let (inner, key) = match (step, place) {
                (PathStep::Key(key), Some(ast::Value::Object(object))) => {
                    let property = object.get(key);
                    (property.map(|property| &property.value), property.map(|property| property.range().start))
                }
                (PathStep::Index(index), Some(ast::Value::Array(array))) => (array.elements.get(*index), None),
                _ => (None, None),
            };
            let Some(value) = inner else { break };
            start = key.filter(|_| fault.kind.is_at_key()).unwrap_or(value.range().start);
            place = inner;
        }
        let (line, column) = self.position(start);
        LocatedFault { line, column, path: write_path(&fault.path), kind: fault.kind.clone() }
    }

    fn position(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before.get(line_start..).unwrap_or_default().chars().count() + 1)
    }

    /// Finds every key that comes twice in one object.
    fn duplicates(&self) -> Vec<LocatedFault> {
        let mut found = Vec::new();
        let mut todo: Vec<(Vec<PathStep>, &ast::Value<'_>)> = self.root.iter().map(|root| (Vec::new(), root)).collect();
        while let Some((path, value)) = todo.pop() {
            match value {
                ast::Value::Object(object) => {
                    let mut keys = std::collections::HashSet::new();
                    for property in &object.properties {
                        let key = property.name.as_str();
                        let mut inner = path.clone();
                        inner.push(PathStep::Key(key.to_owned()));
                        if !keys.insert(key.to_owned()) {
                            let (line, column) = self.position(property.range().start);
                            let kind = FaultKind::DuplicateKey { key: key.to_owned() };
                            found.push(LocatedFault { line, column, path: write_path(&inner), kind });
                        }
                        todo.push((inner, &property.value));
                    }
                }
                ast::Value::Array(array) => {
                    for (index, element) in array.elements.iter().enumerate() {
                        let mut inner = path.clone();
                        inner.push(PathStep::Index(index));
                        todo.push((inner, element));
                    }
                }
                _ => {}
            }
        }
        found
    }
}

fn write_path(path: &[PathStep]) -> String {
    let step = |(place, step): (usize, &PathStep)| match step {
        PathStep::Index(index) => format!("[{index}]"),
        PathStep::Key(key) if place == 0 => key.clone(),
        PathStep::Key(key) => format!(".{key}"),
    };
    path.iter().enumerate().map(step).collect()
}
