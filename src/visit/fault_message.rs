//! The messages that say what is wrong with a document and how to mend it.

use super::fault::FaultKind;
use super::valid_answers::answers;
use crate::text::Message;
use crate::text::message::mebibytes;

impl FaultKind {
    /// Returns the message that says what is wrong.
    pub fn message(&self) -> Message {
        let (what, _, args) = messages(self);
        (what, args)
    }

    /// Returns the message that says how to mend it.
    pub fn mend(&self) -> Message {
        let (_, mend, args) = messages(self);
        (mend, args)
    }
}

/// Returns the ids of both messages and their arguments.
fn messages(kind: &FaultKind) -> (&'static str, &'static str, Vec<(&'static str, String)>) {
    let id = |id: &str| vec![("id", id.to_owned())];
    match kind {
        FaultKind::Syntax { message, .. } => ("fault-syntax", "mend-syntax", vec![("message", message.clone())]),
        FaultKind::TooLarge { limit } => ("fault-too-large", "mend-too-large", vec![("limit", mebibytes(*limit))]),
        FaultKind::Format { found, read } => {
            ("fault-format", "mend-format", vec![("found", found.clone()), ("read", (*read).to_owned())])
        }
        FaultKind::Missing { field } => ("fault-missing", "mend-missing", vec![("field", field.clone())]),
        FaultKind::Type { expected } => ("fault-type", "mend-type", vec![("expected", expected.clone())]),
        FaultKind::DuplicateKey { key } => ("fault-duplicate-key", "mend-duplicate-key", vec![("key", key.clone())]),
        FaultKind::UnknownField { field, near: Some(near), .. } => {
            ("fault-unknown-field", "mend-near", vec![("field", field.clone()), ("near", near.clone())])
        }
        FaultKind::UnknownField { field, near: None, known } => {
            ("fault-unknown-field", "mend-unknown-field", vec![("field", field.clone()), ("known", known.clone())])
        }
        FaultKind::MisplacedOwnField { field } => {
            ("fault-misplaced-field", "mend-misplaced-field", vec![("field", field.clone())])
        }
        FaultKind::Id { found } => ("fault-id", "mend-id", vec![("found", found.clone())]),
        FaultKind::DuplicateId { id: found } => ("fault-duplicate-id", "mend-duplicate-id", id(found)),
        FaultKind::Empty => ("fault-empty", "mend-empty", vec![]),
        FaultKind::MissingText { language } => {
            ("fault-missing-text", "mend-missing-text", vec![("language", language.clone())])
        }
        FaultKind::Range { found } => ("fault-range", "mend-range", vec![("found", figure(*found))]),
        FaultKind::AboveMaximum { found, most } => {
            ("fault-too-much", "mend-too-much", vec![("found", figure(*found)), ("most", figure(*most))])
        }
        FaultKind::Blank => ("fault-blank", "mend-blank", vec![]),
        FaultKind::Scale => ("fault-scale", "mend-scale", vec![]),
        FaultKind::Bands => ("fault-bands", "mend-bands", vec![]),
        FaultKind::UnknownItem { id: item } => ("fault-unknown-item", "mend-unknown-item", id(item)),
        FaultKind::NotNumeric { id: item } => ("fault-not-numeric", "mend-not-numeric", id(item)),
        FaultKind::ForwardReference { id: item } => ("fault-forward", "mend-forward", id(item)),
        FaultKind::UnknownAnswer { value } => {
            ("fault-unknown-answer", "mend-unknown-answer", vec![("value", value.clone())])
        }
        FaultKind::NoBounds => ("fault-no-bounds", "mend-no-bounds", vec![]),
        FaultKind::Limits => ("fault-limits", "mend-limits", vec![]),
        FaultKind::UnknownGuide { key, near: Some(near) } => {
            ("fault-unknown-guide", "mend-near", vec![("key", key.clone()), ("near", near.clone())])
        }
        FaultKind::UnknownGuide { key, near: None } => {
            ("fault-unknown-guide", "mend-unknown-guide", vec![("key", key.clone())])
        }
        FaultKind::NoPoints { id: option } => ("fault-no-points", "mend-no-points", id(option)),
        FaultKind::Share { found, most } => {
            ("fault-share", "mend-share", vec![("found", figure(*found)), ("most", figure(*most))])
        }
        FaultKind::NoShare => ("fault-no-share", "mend-no-share", vec![]),
        FaultKind::ShareSum { sum } => ("remark-share-sum", "mend-share-sum", vec![("sum", figure(*sum))]),
        FaultKind::UnusedShare => ("remark-unused-share", "mend-unused-share", vec![]),
        FaultKind::UnusedPoints => ("remark-unused-points", "mend-unused-points", vec![]),
        FaultKind::SecondOutcome => ("fault-second-outcome", "mend-second-outcome", vec![]),
        FaultKind::UnknownChecklist { id: asked } => ("fault-unknown-checklist", "mend-unknown-checklist", id(asked)),
        FaultKind::OtherVersion { asked, installed } => (
            "fault-other-version",
            "mend-other-version",
            vec![("asked", asked.clone()), ("installed", installed.clone())],
        ),
        FaultKind::OutOfOrder => ("fault-backwards", "mend-backwards", vec![]),
        FaultKind::BeyondEnd { found, end } => {
            ("fault-beyond-end", "mend-beyond-end", vec![("found", figure(*found)), ("end", figure(*end))])
        }
        FaultKind::NotApplicable { id: item } => ("fault-not-asked", "mend-not-asked", id(item)),
        FaultKind::SecondReference { id: item } => ("fault-second-reference", "mend-second-reference", id(item)),
        FaultKind::NoReference { id: item } => ("fault-no-reference", "mend-no-reference", id(item)),
        FaultKind::NotAnAnswer { value, response } => (
            "fault-unknown-answer",
            "scenario-mend-answer",
            [vec![("value", value.clone())], answers(response)].concat(),
        ),
        FaultKind::Unfilled { rows, of, .. } => {
            ("scenario-unfilled", "scenario-mend-unfilled", vec![("rows", rows.to_string()), ("of", of.to_string())])
        }
    }
}

/// Writes a number; a very large one not by all its figures.
fn figure(number: f64) -> String {
    if number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}
