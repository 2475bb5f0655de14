//! What is being entered in a field: a text or a number as it is typed, one of several values, or several answers.

use crate::app::prelude::*;
use crate::store::Message;
use crate::text::Lang;
use crate::text::typed_number::InputProblem;
use crate::visit::draft::{FieldKey, FieldProblem};

/// What is being entered in the selected field.
#[derive(Debug)]
pub struct Entry {
    pub key: FieldKey,
    /// The language of a text.
    pub language: Option<String>,
    pub kind: EntryKind,
    /// Why what is typed is not taken.
    pub problem: Option<FieldProblem>,
    /// Whether the draft has changed since it began.
    pub(super) has_changed: bool,
}

/// How something is entered.
#[derive(Debug)]
pub enum EntryKind {
    /// A text for people; it goes to the draft with every key.
    Text(TextInput),
    /// A number or an id; it goes to the draft whenever it is valid.
    Line(TextInput),
    /// One of the rows of a choice.
    Choice(ListCursor),
    /// Any of the answers; each goes to the draft at once.
    Answers(ListCursor),
}

impl Entry {
    /// Returns whether letters are typed.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, EntryKind::Text(_) | EntryKind::Line(_))
    }

    /// Returns the text that is typed.
    pub fn typed(&self) -> Option<&TextInput> {
        match &self.kind {
            EntryKind::Text(input) | EntryKind::Line(input) => Some(input),
            EntryKind::Choice(_) | EntryKind::Answers(_) => None,
        }
    }

    pub(super) fn input(&mut self) -> Option<&mut TextInput> {
        match &mut self.kind {
            EntryKind::Text(input) | EntryKind::Line(input) => Some(input),
            EntryKind::Choice(_) | EntryKind::Answers(_) => None,
        }
    }

    pub(super) fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        match &mut self.kind {
            EntryKind::Text(_) | EntryKind::Line(_) => None,
            EntryKind::Choice(cursor) | EntryKind::Answers(cursor) => Some(cursor),
        }
    }
}

/// Returns a number as it is typed in a language.
pub(super) fn as_typed(number: f64, lang: Lang) -> String {
    let text = number.to_string();
    if lang == Lang::Fr { text.replace('.', ",") } else { text }
}

/// Returns the message that says why something entered is not taken.
pub fn problem_message(problem: &FieldProblem) -> Message {
    match problem {
        FieldProblem::Number(
            InputProblem::Invalid | InputProblem::OutsideLimits | InputProblem::Currency | InputProblem::OtherUnit(_),
        ) => ("editor-not-a-number", vec![]),
        FieldProblem::Number(InputProblem::TooManyDigits) => ("editor-too-many-digits", vec![]),
        FieldProblem::Number(InputProblem::Ambiguous { thousands, decimal }) => {
            ("editor-ambiguous-number", vec![("thousands", thousands.clone()), ("decimal", decimal.clone())])
        }
        FieldProblem::NotWhole => ("editor-not-whole", vec![]),
        FieldProblem::NotAnId => ("editor-not-an-id", vec![]),
        FieldProblem::IdTaken => ("editor-id-taken", vec![]),
        FieldProblem::IdFixed => ("editor-id-fixed", vec![]),
        FieldProblem::NotHere => ("editor-not-here", vec![]),
    }
}
