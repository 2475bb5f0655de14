//! Reads a checklist whatever is wrong with it: every fault in one run, each with its line and column.
//!
//! The shape is judged by the same types that read a good checklist. Where a part does not fit, the fault is noted,
//! something harmless is put in its place, and the reading goes on.

use super::error::Message;
use super::json::{self, JsonFault};
use crate::visit::checklist::{Checklist, FORMAT};
use crate::visit::definition::Definition;
use crate::visit::validate::{Fault, FaultKind, Step, faults};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use serde_json::{Value, json};
use serde_path_to_error::{Path, Segment};

/// More faults of shape than this are not looked for.
const MOST: usize = 100;

/// A fault and its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct LocatedFault {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The path inside the document: `sections[0].items[3].weight`.
    pub path: String,
    /// What is wrong.
    pub kind: FaultKind,
}

impl LocatedFault {
    /// Makes a fault of the file as a whole.
    #[must_use]
    pub fn at_start(kind: FaultKind) -> Self {
        Self { line: 1, column: 1, path: String::new(), kind }
    }

    /// Gives the message that says what is wrong.
    #[must_use]
    pub fn message(&self) -> Message {
        let (what, _) = ids(&self.kind);
        (what, args(&self.kind))
    }

    /// Gives the message that says how to mend it.
    #[must_use]
    pub fn mend(&self) -> Message {
        let (_, mend) = ids(&self.kind);
        (mend, args(&self.kind))
    }
}

/// Tells whether the search for faults ended before the document did.
#[must_use]
pub fn may_be_more(faults: &[LocatedFault]) -> bool {
    let of_shape = |fault: &&LocatedFault| matches!(fault.kind, FaultKind::Missing { .. } | FaultKind::Type { .. });
    faults.iter().filter(of_shape).count() >= MOST
}

fn ids(kind: &FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::Syntax { .. } => ("fault-syntax", "mend-syntax"),
        FaultKind::TooLarge { .. } => ("fault-too-large", "mend-too-large"),
        FaultKind::Format { .. } => ("fault-format", "mend-format"),
        FaultKind::Missing { .. } => ("fault-missing", "mend-missing"),
        FaultKind::Type { .. } => ("fault-type", "mend-type"),
        FaultKind::DuplicateKey { .. } => ("fault-duplicate-key", "mend-duplicate-key"),
        FaultKind::Id { .. } => ("fault-id", "mend-id"),
        FaultKind::DuplicateId { .. } => ("fault-duplicate-id", "mend-duplicate-id"),
        FaultKind::Empty => ("fault-empty", "mend-empty"),
        FaultKind::MissingText { .. } => ("fault-missing-text", "mend-missing-text"),
        FaultKind::Range { .. } => ("fault-range", "mend-range"),
        FaultKind::TooMuch { .. } => ("fault-too-much", "mend-too-much"),
        FaultKind::Blank => ("fault-blank", "mend-blank"),
        FaultKind::Scale => ("fault-scale", "mend-scale"),
        FaultKind::Bands => ("fault-bands", "mend-bands"),
        FaultKind::UnknownItem { .. } => ("fault-unknown-item", "mend-unknown-item"),
        FaultKind::Forward { .. } => ("fault-forward", "mend-forward"),
        FaultKind::UnknownAnswer { .. } => ("fault-unknown-answer", "mend-unknown-answer"),
        FaultKind::SecondOutcome => ("fault-second-outcome", "mend-second-outcome"),
    }
}

fn args(kind: &FaultKind) -> Vec<(&'static str, String)> {
    match kind {
        FaultKind::Syntax { message, .. } => vec![("message", message.clone())],
        FaultKind::TooLarge { limit } => vec![("limit", super::error::mebibytes(*limit))],
        FaultKind::Format { found } | FaultKind::Id { found } => {
            vec![("found", found.clone()), ("read", FORMAT.to_owned())]
        }
        FaultKind::Missing { field } => vec![("field", field.clone())],
        FaultKind::Type { expected } => vec![("expected", expected.clone())],
        FaultKind::DuplicateKey { key } => vec![("key", key.clone())],
        FaultKind::DuplicateId { id } | FaultKind::UnknownItem { id } | FaultKind::Forward { id } => {
            vec![("id", id.clone())]
        }
        FaultKind::MissingText { language } => vec![("language", language.clone())],
        FaultKind::Range { found } => vec![("found", figure(*found))],
        FaultKind::TooMuch { found, most } => vec![("found", figure(*found)), ("most", figure(*most))],
        FaultKind::UnknownAnswer { value } => vec![("value", value.clone())],
        FaultKind::Empty | FaultKind::Blank | FaultKind::Scale | FaultKind::Bands | FaultKind::SecondOutcome => {
            Vec::new()
        }
    }
}

/// Writes a number; a very large one not by all its figures.
fn figure(number: f64) -> String {
    if number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}

/// Reads a checklist, or gives every fault in the order of the document.
///
/// # Errors
/// At least one fault.
pub fn read(text: &str) -> Result<Definition, Vec<LocatedFault>> {
    let raw: Value = match serde_json::from_str(text) {
        Ok(raw) => raw,
        Err(error) => return Err(vec![syntax(&error)]),
    };
    let tree = Tree::new(text);
    if let Some(found) = raw.get("format").and_then(Value::as_str).filter(|found| *found != FORMAT) {
        // What another version means by its fields is not for this one to judge.
        let fault =
            Fault { path: vec![Step::Key("format".to_owned())], kind: FaultKind::Format { found: found.to_owned() } };
        return Err(vec![tree.locate(&fault)]);
    }
    let mut found = tree.duplicates();
    let (checklist, shape) = decode(raw.clone());
    let replaced: Vec<&Fault> = shape.iter().collect();
    let untouched = |fault: &Fault| !replaced.iter().any(|other| fault.path.starts_with(&other.path));
    let judged = checklist.as_ref().map(faults).unwrap_or_default();
    // Where a response is unknown, so are its answers.
    let sure = |fault: &Fault| shape.is_empty() || !matches!(fault.kind, FaultKind::UnknownAnswer { .. });
    found.extend(judged.iter().filter(|fault| untouched(fault) && sure(fault)).map(|fault| tree.locate(fault)));
    found.extend(shape.iter().map(|fault| tree.locate(fault)));
    found.sort_by_key(|fault| (fault.line, fault.column));
    if !found.is_empty() {
        return Err(found);
    }
    Definition::new(raw).map_err(|_| vec![LocatedFault::at_start(FaultKind::Type { expected: "value".to_owned() })])
}

fn syntax(error: &serde_json::Error) -> LocatedFault {
    let JsonFault::Syntax { message, line, column } = json::syntax(error) else {
        return LocatedFault::at_start(FaultKind::Empty);
    };
    LocatedFault { line, column, path: String::new(), kind: FaultKind::Syntax { message, line, column } }
}

/// Decodes a document piece by piece: each part that does not fit gives a fault and is replaced.
fn decode(mut raw: Value) -> (Option<Checklist>, Vec<Fault>) {
    let mut found: Vec<Fault> = Vec::new();
    while found.len() < MOST {
        let error = match serde_path_to_error::deserialize::<_, Checklist>(&raw) {
            Ok(checklist) => return (Some(checklist), found),
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
        path.extend(missing.map(|field| Step::Key(field.to_owned())));
        if !replace(&mut raw, &path) {
            break;
        }
    }
    (None, found)
}

fn steps(path: &Path) -> Vec<Step> {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    };
    path.iter().filter_map(step).collect()
}

/// Puts something harmless where a path points, or where the nearest part above it can be replaced; tells whether
/// anything was.
fn replace(raw: &mut Value, path: &[Step]) -> bool {
    for length in (0..=path.len()).rev() {
        let path = path.get(..length).unwrap_or_default();
        let keys: Vec<Option<&str>> =
            path.iter().map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None }).collect();
        let part = match keys.as_slice() {
            [Some("format")] => Some(json!(FORMAT)),
            [Some("relation")] => Some(json!("customer")),
            [Some("id" | "version" | "title")]
            | [Some("sections"), None, Some("id" | "title")]
            | [Some("sections"), None, Some("items"), None, Some("id" | "label")] => Some(json!("x")),
            [Some("sections")] | [Some("sections"), None, Some("items")] => Some(json!([])),
            [Some("sections"), None] => Some(json!({"id": "x", "title": "x", "items": []})),
            [Some("sections"), None, Some("items"), None] => {
                Some(json!({"id": "x", "label": "x", "response": {"type": "text"}}))
            }
            [Some("sections"), None, Some("items"), None, Some("response")] => Some(json!({"type": "text"})),
            [Some("languages")]
            | [Some("sections"), None, Some("attitude")]
            | [Some("sections"), None, Some("items"), None, Some(_)] => None,
            _ => continue,
        };
        return put(raw, path, part);
    }
    false
}

/// Puts a part where a path points, or takes what stands there away.
fn put(raw: &mut Value, path: &[Step], part: Option<Value>) -> bool {
    let Some((last, above)) = path.split_last() else { return false };
    let parent = above.iter().try_fold(raw, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(index),
    });
    match (parent, last, part) {
        (Some(Value::Object(map)), Step::Key(key), Some(part)) => {
            // A replacement that changes nothing would never come to an end.
            map.insert(key.clone(), part.clone()).as_ref() != Some(&part)
        }
        (Some(Value::Object(map)), Step::Key(key), None) => map.remove(key).is_some(),
        (Some(Value::Array(elements)), Step::Index(index), Some(part)) => {
            elements.get_mut(*index).map(|slot| std::mem::replace(slot, part)).is_some()
        }
        _ => false,
    }
}

/// Gives what should stand somewhere: a name that the catalogues know, or the names to choose from. The parser's own
/// words, which are English, go no further.
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

    /// Finds the place of a fault: the value that its path names, or the nearest one above.
    fn locate(&self, fault: &Fault) -> LocatedFault {
        let mut place = self.root.as_ref();
        for step in &fault.path {
            let inner = match (step, place) {
                (Step::Key(key), Some(ast::Value::Object(object))) => object.get(key).map(|property| &property.value),
                (Step::Index(index), Some(ast::Value::Array(array))) => array.elements.get(*index),
                _ => None,
            };
            if inner.is_none() {
                break;
            }
            place = inner;
        }
        let start = place.map_or(0, |value| value.range().start);
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
        let mut todo: Vec<(Vec<Step>, &ast::Value<'_>)> = self.root.iter().map(|root| (Vec::new(), root)).collect();
        while let Some((path, value)) = todo.pop() {
            match value {
                ast::Value::Object(object) => {
                    let mut keys = std::collections::HashSet::new();
                    for property in &object.properties {
                        let key = property.name.as_str();
                        let mut inner = path.clone();
                        inner.push(Step::Key(key.to_owned()));
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
                        inner.push(Step::Index(index));
                        todo.push((inner, element));
                    }
                }
                _ => {}
            }
        }
        found
    }
}

fn write_path(path: &[Step]) -> String {
    let step = |(place, step): (usize, &Step)| match step {
        Step::Index(index) => format!("[{index}]"),
        Step::Key(key) if place == 0 => key.clone(),
        Step::Key(key) => format!(".{key}"),
    };
    path.iter().enumerate().map(step).collect()
}
