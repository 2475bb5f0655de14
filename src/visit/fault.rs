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
    /// The format has no such field here; the field that is most like it, and all that it has.
    UnknownField { field: String, near: Option<String>, known: String },
    /// A field of the author's own where only the format's may be.
    MisplacedOwnField { field: String },
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
    /// A condition says nothing of the answer.
    NoBounds,
    /// No number is within the limits.
    Limits,
    /// The guide explains what is no answer of the item; the key that is most like it.
    UnknownGuide { key: String, near: Option<String> },
    /// An option has no points, and another one of the choice has.
    NoPoints { id: String },
    /// A number is no share of the score: it is not above 0, or too large.
    Share { found: f64, most: f64 },
    /// A section has no share of the score, and another one has.
    NoShare,
    /// A remark: the shares of the score do not add up to 100.
    ShareSum { sum: f64 },
    /// A remark: a section has a share of the score and no item that adds to the possible points.
    UnusedShare,
    /// A remark: the points of an option are not counted, because it is not scored.
    UnusedPoints,
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

    /// Returns whether a visit can follow the checklist all the same: the fault is one for its author, who sees it when
    /// the checklist is checked, imported or edited.
    pub fn is_for_author(&self) -> bool {
        matches!(
            self,
            Self::UnknownField { .. }
                | Self::MisplacedOwnField { .. }
                | Self::UnknownGuide { .. }
                | Self::NoPoints { .. }
                | Self::Share { .. }
                | Self::NoShare
        )
    }

    /// Returns whether the fault is at a key of its object rather than at the value.
    pub fn is_at_key(&self) -> bool {
        matches!(self, Self::UnknownField { .. } | Self::MisplacedOwnField { .. } | Self::UnknownGuide { .. })
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
