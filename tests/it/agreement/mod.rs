//! Whether observers judge the same visit alike: hand-made cases, and the texts about them.

mod cases;
mod clusters;
mod command;
mod missing;
mod reference;
mod times;
mod words;

use crate::records::{add_row, answer_row, visit};
use crate::support::definition;
use esprit::analysis::agreement::figures::{Agreement, MatchedOn, Source};
use esprit::analysis::agreement::{Plan, agreement};
use esprit::analysis::class::{Class, ClassBuilder, Expected, Matching, Reference};
use esprit::visit::definitions::Definitions;
use esprit::visit::record::{Record, RecordedValue};
use esprit::visit::{Definition, Value};
use jiff::SignedDuration;

/// Creates a checklist of behaviours with yes, partly and no, and of further items.
pub fn checklist(behaviours: &[&str], others: &str) -> Definition {
    let item = |id: &&str| format!(r#"{{"id": "{id}", "label": "{id}", "response": {{"type": "behaviour"}}}}"#);
    let mut items: Vec<String> = behaviours.iter().map(item).collect();
    items.extend((!others.is_empty()).then(|| others.to_owned()));
    (*definition(&items.join(","))).clone()
}

/// Creates a session of a site on a day: answers are words, or numbers if they parse as such.
pub fn sheet(site: &'static str, observer: &str, answers: &[(&'static str, &str)]) -> Record<'static> {
    let mut record = visit(site, "2026-03-02");
    record.observer = observer.to_owned().into();
    record.id = format!("{site} {observer}").into();
    for (item, value) in answers.iter().filter(|(_, value)| !value.is_empty()) {
        let given =
            value.parse().map_or_else(|_| RecordedValue::Text((*value).to_owned().into()), RecordedValue::Number);
        let mut answer = answer_row("all.whole", "behaviour", given, 0.0, 0.0);
        answer.item = (*item).into();
        add_row(&mut record, answer);
    }
    record
}

/// Groups sessions by site and time.
pub fn classes(records: &[Record<'_>], checklist: &Definition) -> Vec<Class> {
    let mut classes = ClassBuilder::default();
    for record in records {
        classes.add_session(record, None);
    }
    let definitions = Definitions::from([("sha256:1".to_owned(), checklist.clone())]);
    let matching = Matching { scenarios: true, sites: true, window: SignedDuration::from_mins(30), least: 1 };
    classes.build(&definitions, matching)
}

/// Adds the expected answers to the classes of these sites.
pub fn expecting(mut classes: Vec<Class>, expected: &[(&str, &[(&str, &str)])]) -> Vec<Class> {
    for class in &mut classes {
        let Some((_, answers)) = expected.iter().find(|(site, _)| *site == class.site) else { continue };
        class.reference = Some(Reference::Session(format!("right {}", class.site)));
        for (item, value) in *answers {
            let value = value.parse().map_or_else(|_| Value::text(value), Value::number);
            class.expected.insert((*item).to_owned(), Expected { value, reason: None, at_s: None });
        }
    }
    classes
}

pub fn figures(classes: &[Class]) -> Agreement {
    agreement(classes, Plan { on: MatchedOn::SiteWindow, tolerance_s: 5.0 }, Source::default())
}
