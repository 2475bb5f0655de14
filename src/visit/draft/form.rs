//! Forms as data: fields with their values, and what is entered in them.

use super::place::Part;
use crate::text::typed_number::InputProblem;
use crate::visit::checklist::{Condition, LocalText};
use crate::visit::fault::FaultKind;
use crate::visit::value::Value;

/// A field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub key: FieldKey,
    pub value: FieldValue,
    /// What is wrong with it, or with the part that it opens.
    pub faults: Vec<FaultKind>,
    /// Whether it can only be read: the id of something that earlier visits refer to.
    pub is_fixed: bool,
}

/// A field, by what it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FieldKey {
    Id,
    Title,
    Relation,
    Languages,
    /// The sections of a checklist, or the items of a section: only for their faults.
    Contents,
    Attitude,
    WeightPercent,
    Label,
    Type,
    /// Whether `partly` is an answer.
    Partly,
    PointsYes,
    PointsPartly,
    PointsNo,
    Min,
    Max,
    MinLabel,
    MaxLabel,
    Unit,
    Message,
    /// Whether several options may be chosen.
    Multiple,
    /// Whether the timer starts with the visit.
    Starts,
    /// Opens an option.
    Option(usize),
    AddOption,
    /// Opens a band.
    Band(usize),
    AddBand,
    Weight,
    Critical,
    /// Whether an item, or an option, counts in the score.
    Scored,
    Bonus,
    Outcome,
    NoteRequired,
    /// The text of the guide with this key.
    Guide(String),
    Behaviour,
    /// Whether all terms of the condition must hold, or any.
    Join,
    /// Opens a term of the condition.
    Term(usize),
    AddTerm,
    /// A condition that terms cannot express.
    When,
    /// A field that the format does not have.
    Unknown(String),
    /// The points of an option or a band.
    Points,
    Exclusive,
    /// The upper limit of a band; blank for an open one.
    Limit,
    /// The item that a term is about.
    TermItem,
    /// Whether a term must not hold.
    Negated,
    /// How a term tests a number.
    Comparison,
    /// The number that a term compares with.
    Number,
    /// The answers that a term names.
    Answers,
}

impl FieldKey {
    /// Returns the suffix of its message ids.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Relation => "relation",
            Self::Languages => "languages",
            Self::Contents => "contents",
            Self::Attitude => "attitude",
            Self::WeightPercent => "weight-percent",
            Self::Label => "label",
            Self::Type => "type",
            Self::Partly => "partly",
            Self::PointsYes => "points-yes",
            Self::PointsPartly => "points-partly",
            Self::PointsNo => "points-no",
            Self::Min => "min",
            Self::Max => "max",
            Self::MinLabel => "min-label",
            Self::MaxLabel => "max-label",
            Self::Unit => "unit",
            Self::Message => "message",
            Self::Multiple => "multiple",
            Self::Starts => "starts",
            Self::Option(_) => "option",
            Self::AddOption => "add-option",
            Self::Band(_) => "band",
            Self::AddBand => "add-band",
            Self::Weight => "weight",
            Self::Critical => "critical",
            Self::Scored => "scored",
            Self::Bonus => "bonus",
            Self::Outcome => "outcome",
            Self::NoteRequired => "note-required",
            Self::Guide(_) => "guide",
            Self::Behaviour => "behaviour",
            Self::Join => "join",
            Self::Term(_) => "term",
            Self::AddTerm => "add-term",
            Self::When => "when",
            Self::Unknown(_) => "unknown",
            Self::Points => "points",
            Self::Exclusive => "exclusive",
            Self::Limit => "limit",
            Self::TermItem => "term-item",
            Self::Negated => "negated",
            Self::Comparison => "comparison",
            Self::Number => "number",
            Self::Answers => "answers",
        }
    }
}

/// The value of a field; its kind says how the field is edited.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// Text for people, in every declared language.
    Text(Vec<LanguageText>),
    /// A line that is no text for people, such as an id.
    Line(String),
    /// A number, which may be blank.
    Number(Option<f64>),
    Flag(bool),
    /// One of these.
    Choice {
        rows: Vec<ChoiceRow>,
        chosen: Option<usize>,
    },
    /// Any of these answers.
    Answers(Vec<Answer>),
    /// A part with a form of its own.
    Part(Part),
    /// Adds a part.
    Add,
    /// A condition that can only be removed.
    Condition(Condition),
    /// Something that can only be removed, as JSON.
    Unknown(String),
    /// Nothing to enter.
    None,
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageText {
    /// The language's code; `None` if the checklist declares none.
    pub language: Option<String>,
    pub text: String,
    /// Whether it is blank although another language has a text, or although the checklist needs it.
    pub is_missing: bool,
}

/// One of the values of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceRow {
    /// Its name in files, which is also the suffix of its message id; the id of an item.
    pub name: String,
    /// Its text, if it comes from the checklist.
    pub label: Option<LocalText>,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub value: Value,
    /// The text of an option.
    pub label: Option<LocalText>,
    pub is_chosen: bool,
}

/// What is entered in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Input<'a> {
    /// A text in a language; `None` where the checklist declares none.
    Text {
        language: Option<&'a str>,
        text: &'a str,
    },
    /// A number, an id or another name, as typed.
    Typed(&'a str),
    Flag(bool),
    /// The row of a choice.
    Choose(usize),
    /// The answer that is chosen, or no longer.
    Toggle(usize),
    /// Removes what the field holds.
    Remove,
}

/// Why something entered does not change the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// It is not a number, or could be read as two.
    Number(InputProblem),
    /// It must be a whole number.
    NotWhole,
    /// It is not an id.
    NotAnId,
    /// The id is used elsewhere.
    IdTaken,
    /// Earlier visits refer to this id.
    IdFixed,
    /// The field does not hold such a thing.
    NotHere,
}
