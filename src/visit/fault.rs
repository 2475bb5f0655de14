//! What can be wrong with a checklist or a scenario, as values. The words for people are in the catalogues.

/// Something wrong with a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where, as keys and positions from the root: `sections`, `0`, `items`, `3`, `weight`.
    pub path: Vec<Step>,
    /// What.
    pub kind: FaultKind,
}

/// One step of a path inside a JSON document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field.
    Key(String),
    /// A place in a list.
    Index(usize),
}

/// What can be wrong; each has its sentence and its mend in both languages.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// Not JSON at all; the parser's own words, and where.
    Syntax {
        /// The parser's words, in English.
        message: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// The file is larger than any of its kind can be.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// Another format, or another version of it.
    Format {
        /// What the document says.
        found: String,
        /// What this version reads.
        read: &'static str,
    },
    /// A required field is missing.
    Missing {
        /// The field.
        field: String,
    },
    /// A value of the wrong type or outside a list of names; `expected` is a message id suffix or a list of names.
    Type {
        /// What should stand there, in the format's own words.
        expected: String,
    },
    /// The same key twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// Not an id.
    Id {
        /// What stands there.
        found: String,
    },
    /// An id that is taken.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// An empty list that may not be.
    Empty,
    /// A declared language without its text.
    MissingText {
        /// The language's code.
        language: String,
    },
    /// A text that says nothing.
    Blank,
    /// A number that must be finite and at least 0.
    Range {
        /// What stands there.
        found: f64,
    },
    /// A number so large that the score could not be reckoned.
    TooMuch {
        /// What stands there.
        found: f64,
        /// The largest that may.
        most: f64,
    },
    /// `max` is not above `min`.
    Scale,
    /// Bands that do not rise, or an open band before the last.
    Bands,
    /// A condition on an item that does not exist.
    UnknownItem {
        /// The id.
        id: String,
    },
    /// A condition on an item that comes later, or on the item itself.
    Forward {
        /// The id.
        id: String,
    },
    /// An answer that the item never has.
    UnknownAnswer {
        /// The answer.
        value: String,
    },
    /// A second outcome: there is one.
    SecondOutcome,
    /// A scenario by a checklist that is not here.
    UnknownChecklist {
        /// The checklist's id.
        id: String,
    },
    /// A scenario by another version of a checklist than the one that is here.
    OtherVersion {
        /// The version it was written for.
        asked: String,
        /// The version that is here.
        installed: String,
    },
    /// A line of a script that comes earlier than the one before it.
    Backwards,
    /// A time, in seconds, after the end of the script.
    BeyondEnd {
        /// What stands there.
        found: f64,
        /// When the script ends.
        end: f64,
    },
    /// A reference for an item that does not apply, given the references before it.
    NotAsked {
        /// The item.
        id: String,
    },
    /// A second reference for an item.
    SecondReference {
        /// The item.
        id: String,
    },
    /// An item that applies and has no reference.
    NoReference {
        /// The item.
        id: String,
    },
}

impl FaultKind {
    /// Tells whether only words are missing: a visit can go by such a checklist all the same.
    #[must_use]
    pub fn is_of_words(&self) -> bool {
        matches!(self, Self::MissingText { .. } | Self::Blank)
    }

    /// Tells whether it can only be told of a document all of whose parts are what they should be: where a response is
    /// unknown, so are its answers, and with them the items that apply.
    #[must_use]
    pub fn is_of_the_whole(&self) -> bool {
        matches!(self, Self::UnknownAnswer { .. } | Self::NotAsked { .. } | Self::NoReference { .. })
    }
}
