//! What can be wrong with a checklist or a scenario. The texts for people are in the catalogues.

use super::checklist::Response;

/// Something wrong with a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Its location, as keys and positions from the root: `sections`, `0`, `items`, `3`, `weight`.
    pub path: Vec<PathStep>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// One step of a path inside a JSON document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// A field.
    Key(String),
    /// A position in a list.
    Index(usize),
}

/// What can be wrong; the catalogues have a description and a remedy for each.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// The text is not JSON: the parser's message, in English, and the place, from 1.
    Syntax { message: String, line: usize, column: usize },
    /// The file is larger than any of its kind can be; the limit is in bytes.
    TooLarge { limit: u64 },
    /// The document has another format than the one that this program reads, or another version of it.
    Format { found: String, read: &'static str },
    /// A required field is missing.
    Missing { field: String },
    /// A value has the wrong type or is outside a list of names; `expected` is a message id suffix or that list.
    Type { expected: String },
    /// A key occurs twice in one object.
    DuplicateKey { key: String },
    /// The text is not an id.
    Id { found: String },
    /// The id is already used.
    DuplicateId { id: String },
    /// A list is empty that must not be.
    Empty,
    /// A declared language, given by its code, has no text.
    MissingText { language: String },
    /// A text is blank.
    Blank,
    /// A number is not finite or below 0.
    Range { found: f64 },
    /// A number is above its maximum.
    AboveMaximum { found: f64, most: f64 },
    /// `max` is not above `min`.
    Scale,
    /// Bands do not rise, or an open band is not the last.
    Bands,
    /// A condition refers to an item that does not exist.
    UnknownItem { id: String },
    /// A condition refers to a later item, or to the item itself.
    ForwardReference { id: String },
    /// A condition compares an item whose answers are no numbers.
    NotNumeric { id: String },
    /// The answer is not valid for the item.
    UnknownAnswer { value: String },
    /// A second item has the role of the outcome.
    SecondOutcome,
    /// The checklist of a scenario is not installed.
    UnknownChecklist { id: String },
    /// The checklist of a scenario is installed in a different version only.
    OtherVersion { asked: String, installed: String },
    /// A line of a script is earlier than the one before it.
    OutOfOrder,
    /// A time is after the end of the script; both in seconds.
    BeyondEnd { found: f64, end: f64 },
    /// A reference answer for an item that does not apply, given the reference answers before it.
    NotApplicable { id: String },
    /// A second reference answer for an item.
    SecondReference { id: String },
    /// An item applies and has no reference answer.
    NoReference { id: String },
    /// A reference answer that is not valid for its item, with the response that says which are.
    NotAnAnswer { value: String, response: Box<Response> },
    /// Rows of the reference, of so many, are not filled in: the items that could be found, with their responses.
    Unfilled { rows: usize, of: usize, items: Vec<(String, Response)> },
}

impl FaultKind {
    /// Returns whether only texts are missing, so that a visit can follow the checklist all the same.
    pub fn is_text_only(&self) -> bool {
        matches!(self, Self::MissingText { .. } | Self::Blank)
    }

    /// Returns whether the fault depends on the rest of the document being valid: if a response is unknown, so are its
    /// answers, and with them the items that apply.
    pub fn needs_valid_rest(&self) -> bool {
        matches!(
            self,
            Self::UnknownAnswer { .. }
                | Self::NotAnAnswer { .. }
                | Self::NotApplicable { .. }
                | Self::NoReference { .. }
        )
    }
}
