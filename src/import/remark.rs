//! What is to be said of a cell that is imported, or is not.

use crate::spreadsheet::CellPlace;
use crate::text::Message;
use crate::visit::validate::FaultKind;

/// What is to be said of a cell, a row, a column or the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The cell; `None` if it is the whole file.
    pub place: Option<CellPlace>,
    /// What is to be said.
    pub kind: RemarkKind,
}

impl Remark {
    /// Returns the message that says it, without the place.
    pub fn message(&self) -> Message {
        self.kind.message()
    }
}

/// What is said during an import.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    /// What is wrong: nothing is imported then.
    pub errors: Vec<Remark>,
    /// What was not understood or was dropped.
    pub doubts: Vec<Remark>,
}

impl Remarks {
    /// Adds something wrong.
    pub fn error(&mut self, place: CellPlace, kind: RemarkKind) {
        self.errors.push(Remark { place: Some(place), kind });
    }

    /// Adds a doubt.
    pub fn doubt(&mut self, place: CellPlace, kind: RemarkKind) {
        self.doubts.push(Remark { place: Some(place), kind });
    }
}

/// What is to be said; the catalogues have a message for each. Texts of the spreadsheet are cleaned.
#[derive(Clone, Debug, PartialEq)]
pub enum RemarkKind {
    // What was not understood or was dropped.
    /// The header is not known, or another column says the same.
    UnknownColumn { header: String },
    /// Cells stand in a column without a header.
    ColumnWithoutHeader { cells: usize },
    /// The sheet has no column of questions, or is hidden.
    SheetNotRead { sheet: String },
    /// The row stands above the header.
    RowNotRead,
    /// The row is a total.
    TotalRow { text: String },
    /// The cell says nothing about this question.
    CellDropped { text: String },
    /// Control characters, or characters that turn the direction of writing, were dropped.
    Cleaned,
    /// The cell is a date.
    Date,
    /// The cell has an error of its formula.
    ErrorCell { text: String },
    /// An earlier question has the same number.
    SameNumber { number: String, first: usize },
    /// The condition names a later question.
    ForwardSkip { number: String },
    /// The words about when the question is put are not understood.
    SkipNotUnderstood { text: String },
    /// An answer has no points, others have.
    NoPoints { answer: String },
    /// No answer has points.
    NotScored,
    /// The cell of the answers is empty.
    AnswersEmpty,
    /// There is one answer only.
    OneAnswer,
    /// The answers in another language are more or fewer.
    LinesDiffer { language: String },
    /// The text is missing in a language.
    MissingText { language: String },
    /// The percentages differ within a section, so that they are weights of questions.
    WeightPerQuestion,
    /// A section comes again after another one.
    SectionAgain { title: String },
    /// The points of several choices are more than 1 together.
    PointsCapped,
    /// The number is that of an earlier question with another text.
    Reworded { before: String },
    /// A row of the sheet `esprit` is of no question.
    OwnRowUnused { id: String },
    /// A sheet of shares names a section that does not exist.
    UnknownSection { title: String },
    // What is wrong.
    /// The file has no question.
    NoQuestion,
    /// No row names the columns.
    NoHeader,
    /// Two columns have the same header.
    SameColumn { header: String, first: String },
    /// There are too many questions.
    TooManyQuestions { most: usize },
    /// The row has answers but no question.
    RowWithoutQuestion,
    /// The text is too long.
    TooLong { most: usize },
    /// The cell should be a number.
    NotANumber { text: String },
    /// The cell should be a mark.
    NotAMark { text: String },
    /// The kind of answer is not known.
    UnknownKind { text: String },
    /// A rating has no range.
    NoRange,
    /// A choice has no answers.
    NoAnswers,
    /// A band of times or counts is not understood, or has no points.
    Band { text: String },
    /// The condition names a question that does not exist.
    UnknownQuestion { number: String },
    /// The condition names an answer that its question does not have.
    UnknownAnswer { answer: String, number: String },
    /// The condition is not understood.
    Condition { text: String },
    /// A quotation mark is not closed.
    OpenQuote,
    /// A cell of the sheet `esprit` is damaged.
    OwnCell,
    /// Something in an XLSForm: the message that says it.
    Form(Message),
    /// The checklist would have this fault.
    Fault(FaultKind),
}

impl RemarkKind {
    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        let text = |text: &String| vec![("text", text.clone())];
        let number = |number: &String| vec![("number", number.clone())];
        let most = |most: &usize| vec![("most", most.to_string())];
        match self {
            Self::UnknownColumn { header } => ("import-unknown-column", vec![("header", header.clone())]),
            Self::ColumnWithoutHeader { cells } => ("import-column-without-header", vec![("cells", cells.to_string())]),
            Self::SheetNotRead { sheet } => ("import-sheet-not-read", vec![("sheet", sheet.clone())]),
            Self::RowNotRead => ("import-row-not-read", vec![]),
            Self::TotalRow { text: total } => ("import-total-row", text(total)),
            Self::CellDropped { text: dropped } => ("import-cell-dropped", text(dropped)),
            Self::Cleaned => ("import-cleaned", vec![]),
            Self::Date => ("import-date", vec![]),
            Self::ErrorCell { text: error } => ("import-error-cell", text(error)),
            Self::SameNumber { number, first } => {
                ("import-same-number", vec![("number", number.clone()), ("first", first.to_string())])
            }
            Self::ForwardSkip { number: later } => ("import-forward-skip", number(later)),
            Self::SkipNotUnderstood { text: words } => ("import-skip-not-understood", text(words)),
            Self::NoPoints { answer } => ("import-no-points", vec![("answer", answer.clone())]),
            Self::NotScored => ("import-not-scored", vec![]),
            Self::AnswersEmpty => ("import-answers-empty", vec![]),
            Self::OneAnswer => ("import-one-answer", vec![]),
            Self::LinesDiffer { language } => ("import-lines-differ", vec![("language", language.clone())]),
            Self::MissingText { language } => ("import-missing-text", vec![("language", language.clone())]),
            Self::WeightPerQuestion => ("import-weight-per-question", vec![]),
            Self::SectionAgain { title } => ("import-section-again", vec![("title", title.clone())]),
            Self::PointsCapped => ("import-points-capped", vec![]),
            Self::Reworded { before } => ("import-reworded", vec![("before", before.clone())]),
            Self::OwnRowUnused { id } => ("import-own-row-unused", vec![("id", id.clone())]),
            Self::UnknownSection { title } => ("import-unknown-section", vec![("title", title.clone())]),
            Self::NoQuestion => ("import-no-question", vec![]),
            Self::NoHeader => ("import-no-header", vec![]),
            Self::SameColumn { header, first } => {
                ("import-same-column", vec![("header", header.clone()), ("first", first.clone())])
            }
            Self::TooManyQuestions { most: limit } => ("import-too-many-questions", most(limit)),
            Self::RowWithoutQuestion => ("import-row-without-question", vec![]),
            Self::TooLong { most: limit } => ("import-too-long", most(limit)),
            Self::NotANumber { text: found } => ("import-not-a-number", text(found)),
            Self::NotAMark { text: found } => ("import-not-a-mark", text(found)),
            Self::UnknownKind { text: found } => ("import-unknown-kind", text(found)),
            Self::NoRange => ("import-no-range", vec![]),
            Self::NoAnswers => ("import-no-answers", vec![]),
            Self::Band { text: band } => ("import-band", text(band)),
            Self::UnknownQuestion { number: unknown } => ("import-unknown-question", number(unknown)),
            Self::UnknownAnswer { answer, number } => {
                ("import-unknown-answer", vec![("answer", answer.clone()), ("number", number.clone())])
            }
            Self::Condition { text: condition } => ("import-condition", text(condition)),
            Self::OpenQuote => ("import-open-quote", vec![]),
            Self::OwnCell => ("import-own-cell", vec![]),
            Self::Form(message) => message.clone(),
            Self::Fault(kind) => kind.message(),
        }
    }
}
