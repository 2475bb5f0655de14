//! What can be wrong with a checklist or a scenario. The texts for people are in the catalogues.

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
    /// The text is not JSON.
    Syntax {
        /// The parser's message, in English.
        message: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The file is larger than any of its kind can be.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The document has another format, or another version of it.
    Format {
        /// The format of the document.
        found: String,
        /// The format that this program reads.
        read: &'static str,
    },
    /// A required field is missing.
    Missing {
        /// The field.
        field: String,
    },
    /// A value has the wrong type or is outside a list of names.
    Type {
        /// What is valid: a message id suffix or a list of names.
        expected: String,
    },
    /// A key occurs twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// The text is not an id.
    Id {
        /// The text found.
        found: String,
    },
    /// The id is already used.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A list is empty that must not be.
    Empty,
    /// A declared language has no text.
    MissingText {
        /// The language's code.
        language: String,
    },
    /// A text is blank.
    Blank,
    /// A number is not finite or below 0.
    Range {
        /// The number found.
        found: f64,
    },
    /// A number is above its maximum.
    AboveMaximum {
        /// The number found.
        found: f64,
        /// The maximum.
        most: f64,
    },
    /// `max` is not above `min`.
    Scale,
    /// Bands do not rise, or an open band is not the last.
    Bands,
    /// A condition refers to an item that does not exist.
    UnknownItem {
        /// The id.
        id: String,
    },
    /// A condition refers to a later item, or to the item itself.
    ForwardReference {
        /// The id.
        id: String,
    },
    /// The answer is not valid for the item.
    UnknownAnswer {
        /// The answer.
        value: String,
    },
    /// A second item has the role of the outcome.
    SecondOutcome,
    /// The checklist of a scenario is not installed.
    UnknownChecklist {
        /// The checklist's id.
        id: String,
    },
    /// The checklist of a scenario is installed in a different version only.
    OtherVersion {
        /// The version that the scenario requires.
        asked: String,
        /// The version that is installed.
        installed: String,
    },
    /// A line of a script is earlier than the one before it.
    OutOfOrder,
    /// A time is after the end of the script.
    BeyondEnd {
        /// The time found, in seconds.
        found: f64,
        /// The end of the script, in seconds.
        end: f64,
    },
    /// A reference answer for an item that does not apply, given the reference answers before it.
    NotApplicable {
        /// The item.
        id: String,
    },
    /// A second reference answer for an item.
    SecondReference {
        /// The item.
        id: String,
    },
    /// An item applies and has no reference answer.
    NoReference {
        /// The item.
        id: String,
    },
}

impl FaultKind {
    /// Returns whether only texts are missing, so that a visit can follow the checklist all the same.
    pub fn is_text_only(&self) -> bool {
        matches!(self, Self::MissingText { .. } | Self::Blank)
    }

    /// Returns whether the fault depends on the rest of the document being valid: if a response is unknown, so are its
    /// answers, and with them the items that apply.
    pub fn needs_valid_rest(&self) -> bool {
        matches!(self, Self::UnknownAnswer { .. } | Self::NotApplicable { .. } | Self::NoReference { .. })
    }
}
