//! Rows between the questions that are none: the headings of sections, and totals.

use super::layout::Layout;
use crate::import::columns::Column;
use crate::import::{MOST_QUESTIONS, words};
use crate::spreadsheet::Row;
use crate::text::fold_name;

/// The most words of a total.
const LONGEST_TOTAL: usize = 6;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind<'s> {
    /// A question, or what belongs to one.
    Question,
    /// The heading of a section, in a sheet without a column of sections.
    Heading(&'s str),
    /// A total, or an average.
    Total(&'s str),
}

/// The rows of a sheet below its header.
pub(super) struct Outline<'a, 's> {
    layout: &'a Layout,
    rows: &'a [&'s Row],
    /// Whether half of the questions have a number, or more.
    numbered: bool,
    /// Whether few questions are in capitals.
    few_capitals: bool,
    /// Whether few questions begin as headings do.
    few_marked: bool,
}

impl<'a, 's> Outline<'a, 's> {
    pub(super) fn new(layout: &'a Layout, rows: &'a [&'s Row]) -> Self {
        let mut all = Self { layout, rows, numbered: false, few_capitals: false, few_marked: false };
        let counted = rows.get(..rows.len().min(MOST_QUESTIONS)).unwrap_or_default();
        let questions = counted.iter().filter(|row| !all.cell(row, Column::Question).is_empty()).count();
        let count = |holds: &dyn Fn(&Row) -> bool| counted.iter().filter(|row| holds(row)).count();
        let text = |row: &Row| all.cell(row, Column::Question).to_owned();
        let numbered =
            count(&|row| !text(row).is_empty() && !all.cell(row, Column::Number).is_empty()) * 2 >= questions;
        let few_capitals = count(&|row| is_capitals(&text(row))) * 2 < questions;
        let few_marked = count(&|row| is_marked(&text(row))) * 2 < questions;
        (all.numbered, all.few_capitals, all.few_marked) = (numbered, few_capitals, few_marked);
        all
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        let mut cells = self.layout.of(column).map(|placed| row.cell(placed.at));
        cells.find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// Returns what a row is.
    pub(super) fn kind(&self, at: usize) -> RowKind<'s> {
        let Some(row) = self.rows.get(at) else { return RowKind::Question };
        let cell = |column| self.cell(row, column);
        let empty = |columns: &[Column]| columns.iter().all(|column| cell(*column).is_empty());
        let (question, number) = (cell(Column::Question), cell(Column::Number));
        if !empty(&[Column::Answer, Column::Answers, Column::OnlyIf, Column::Id]) {
            return RowKind::Question;
        }
        let is_worded = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 2;
        let text = match (question.is_empty(), number.is_empty()) {
            (true, false) if is_worded(number) => number,
            (true, _) => row.cells.iter().map(|cell| cell.trim()).find(|cell| is_worded(cell)).unwrap_or_default(),
            (false, _) => question,
        };
        let labels_total = question.is_empty() || number.is_empty();
        if labels_total && is_total(text) {
            return RowKind::Total(text);
        }
        let is_heading = match (question.is_empty(), number.is_empty()) {
            _ if self.layout.of(Column::Section).next().is_some()
                || !empty(&[Column::Weight, Column::Critical, Column::Bonus, Column::Mirror]) =>
            {
                false
            }
            (true, false) => text == number,
            (true, true) => false,
            (false, _) => !question.ends_with('?') && self.heads(question, number, self.rows.get(at + 1)),
        };
        if is_heading { RowKind::Heading(text) } else { RowKind::Question }
    }

    /// Returns whether a text is the heading of the row that follows.
    fn heads(&self, text: &str, number: &str, next: Option<&&Row>) -> bool {
        let Some(next) = next else { return false };
        let (following, next_number) = (self.cell(next, Column::Question), self.cell(next, Column::Number));
        if following.is_empty() {
            return false;
        }
        let parent = number.trim_end_matches(['.', ')', '-', ' ']);
        let is_parent = !parent.is_empty()
            && next_number.strip_prefix(parent).is_some_and(|rest| rest.starts_with(['.', '-', ' ']) && rest.len() > 1);
        let is_bare = number.is_empty() && self.numbered && !next_number.is_empty();
        let stands_out = self.few_capitals && is_capitals(text) && !is_capitals(following);
        is_parent || is_bare || stands_out || (number.is_empty() && self.few_marked && is_marked(text))
    }
}

/// Returns whether all letters of a text are capitals.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 2 && !text.chars().any(char::is_lowercase)
}

/// Returns whether a text begins as the heading of a section: `Section A`, `II. Accueil`, `B - Caisse`.
fn is_marked(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let is_roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    // `A-t-on` is no `A - Accueil`.
    let listed = rest.starts_with(['.', ')', ':', '/'])
        || rest.trim_start_matches(' ').starts_with(['-', '–', '—', ':']) && rest.starts_with(' ');
    words::HEADINGS.contains(&fold_name(word).as_str()) && rest.starts_with(' ')
        || !word.is_empty() && (is_roman || is_letter) && listed
}

/// Returns whether a text names a total or an average.
fn is_total(text: &str) -> bool {
    let folded = fold_name(text);
    let begins = |word: &str| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    !text.ends_with('?') && folded.split(' ').count() <= LONGEST_TOTAL && words::TOTALS.iter().any(|word| begins(word))
}
