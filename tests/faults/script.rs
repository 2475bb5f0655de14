//! The lines entered in a visit, and the events they must create.

use serde_json::{Value, json};
use std::fmt::Write;

/// The lines of answers, and their values.
const ANSWERS: [(&str, &str); 4] = [("y", "yes"), ("n", "no"), ("p", "partly"), ("x", "not_applicable")];

/// A visit as lines, with the event that each of them creates.
#[derive(Clone, Debug)]
pub struct Script {
    /// The checklist file.
    pub checklist: String,
    /// The lines, without `finish`.
    pub lines: Vec<String>,
    /// For every line, the fields of its event that do not depend on time; the first line's event has `seq` 2.
    pub events: Vec<Value>,
}

impl Script {
    /// Creates a visit with this many answers, and with marks, notes, undo and redo.
    pub fn varied(answers: usize) -> Self {
        let mut script = Self { checklist: checklist(answers), lines: Vec::new(), events: Vec::new() };
        for index in 0..answers {
            let item = item(index);
            if index % 4 == 1 {
                script.add(&format!("mark here {index}"), json!({"type": "marked", "text": format!("here {index}")}));
            }
            if index % 5 == 2 {
                let text = format!("seen from door {index}");
                // A note is about the item answered before, unless that answer was redone.
                let noted = if (index - 1) % 7 == 3 { item.clone() } else { self::item(index - 1) };
                script.add(&format!("note {text}"), json!({"type": "noted", "item": noted, "text": text}));
            }
            let (line, value) = ANSWERS[index % 4];
            script.add(line, json!({"type": "answered", "item": item, "value": value}));
            if index % 7 == 3 {
                let answered = script.last_seq();
                script.add("undo", json!({"type": "undone", "undoes": answered}));
                script.add("redo", json!({"type": "redone", "redoes": answered}));
            }
        }
        script
    }

    /// Creates a visit with this many answers and nothing else.
    pub fn answers(count: usize) -> Self {
        let mut script = Self { checklist: checklist(count), lines: Vec::new(), events: Vec::new() };
        for index in 0..count {
            let (line, value) = ANSWERS[index % 4];
            script.add(line, json!({"type": "answered", "item": item(index), "value": value}));
        }
        script
    }

    /// Makes the checklist longer by about this many bytes.
    pub fn padded(mut self, bytes: usize) -> Self {
        let padding = format!("\"id\": \"faults\", \"padding\": \"{}\"", "x".repeat(bytes));
        self.checklist = self.checklist.replacen("\"id\": \"faults\"", &padding, 1);
        self
    }

    fn add(&mut self, line: &str, event: Value) {
        self.lines.push(line.to_owned());
        self.events.push(event);
    }

    /// Returns the `seq` of the last line's event.
    pub fn last_seq(&self) -> u64 {
        self.lines.len() as u64 + 1
    }

    /// Returns the complete input, to the end of the visit.
    pub fn input(&self) -> String {
        self.lines.iter().map(String::as_str).chain(["finish"]).fold(String::new(), |text, line| text + line + "\n")
    }

    /// Returns whether an event is the one that the script creates with its `seq`.
    pub fn made(&self, event: &Value) -> bool {
        let Some(seq) = event["seq"].as_u64() else { return false };
        let last = json!({"type": "finished"});
        let first = json!({"type": "started"});
        let expected = match seq {
            0 => return false,
            1 => &first,
            _ => self.events.get(seq as usize - 2).unwrap_or(&last),
        };
        seq <= self.last_seq() + 1 && expected.as_object().is_some_and(|it| it.iter().all(|(k, v)| event[k] == *v))
    }
}

fn item(index: usize) -> String {
    format!("item-{index:03}")
}

fn checklist(items: usize) -> String {
    let mut list = String::new();
    for index in 0..items {
        let comma = if index == 0 { "" } else { "," };
        write!(
            list,
            r#"{comma}{{"id": "{}", "label": "Item {index}", "response": {{"type": "behaviour"}}}}"#,
            item(index)
        )
        .unwrap();
    }
    format!(
        r#"{{"format": "esprit.checklist/1", "id": "faults", "version": "1", "relation": "customer", "title": "Faults",
        "sections": [{{"id": "all", "title": "All", "items": [{list}]}}]}}"#
    )
}
