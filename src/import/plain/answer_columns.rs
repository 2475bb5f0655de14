//! Columns that are headed by an answer, as in a form to tick: `Oui | Non | NA`, `Conforme (2)`, `1 | 2 | 3`, `Note /5`.

use super::answer_line::{self, AnswerLine};
use super::cell_text::shown;
use super::kind::{self, Named};
use crate::import::columns;
use crate::import::remark::{RemarkKind, Remarks};
use crate::import::words::{self, Kind};
use crate::spreadsheet::{Row, Sheet};
use crate::text::fold_name;
use crate::text::typed_number::parse_number;
use crate::text::{Lang, tidy_name};

/// The fewest columns of numbers that are a rating.
const FEWEST_NUMBERS: usize = 3;

/// What columns say of the answers of every question that names none itself.
#[derive(Clone, Debug, Default)]
pub(super) struct AnswerColumns {
    /// The columns.
    pub(super) at: Vec<usize>,
    /// The answer that each column names; none if they name a kind of answer together.
    lines: Vec<AnswerLine>,
    kind: Option<Named>,
    /// The columns that hold an answer each, with those of their points.
    options: Vec<(usize, Option<usize>)>,
}

/// The answers of a question that columns name.
#[derive(Clone, Debug, Default)]
pub(super) struct Headed {
    pub(super) named: Option<Named>,
    pub(super) lines: Vec<AnswerLine>,
    /// What the columns call yes, partly and no, if not so.
    pub(super) guide: Vec<(&'static str, String)>,
}

impl AnswerColumns {
    /// Finds the columns of a header that name answers. `No` does beside `Yes`, and is a number elsewhere.
    pub(super) fn find(row: &Row) -> Self {
        let headed = |at: usize| {
            let line = answer_line::with_points(row.cell(at));
            let is_answer = behaviour(&line).is_some() || line.is(words::NOT_APPLICABLE) || line.is(words::RATED);
            let is_free = columns::header(row.cell(at)).is_none();
            (is_answer && (is_free || ["no", "n"].contains(&row.cell(at).to_lowercase().as_str())))
                .then_some((at, line))
        };
        let (at, lines): (Vec<usize>, Vec<AnswerLine>) = (0..row.cells.len()).filter_map(headed).unzip();
        if lines.iter().filter(|line| !line.is(words::NOT_APPLICABLE)).count() > 1 {
            return Self { at, lines, ..Self::default() };
        }
        Self::options(row).or_else(|| Self::numbers(row)).or_else(|| Self::kind(row)).unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// Finds columns that hold an answer each: `Option 1 | Points 1 | Option 2 | Points 2`.
    fn options(row: &Row) -> Option<Self> {
        let numbered = |words: &[&str]| {
            let suffix = |at: usize| {
                let folded = fold_name(row.cell(at));
                let (word, suffix) = folded.rsplit_once(' ')?;
                let is_suffix = suffix.len() == 1 || suffix.chars().all(|c| c.is_ascii_digit());
                (is_suffix && words.contains(&word)).then(|| (at, suffix.to_owned()))
            };
            (0..row.cells.len()).filter_map(suffix).collect::<Vec<_>>()
        };
        let points = numbered(words::POINTS_HEADERS);
        let of = |suffix: &str| points.iter().find(|(_, other)| other == suffix).map(|(at, _)| *at);
        let options: Vec<(usize, Option<usize>)> =
            numbered(words::OPTION_HEADERS).into_iter().map(|(at, suffix)| (at, of(&suffix))).collect();
        let at = options.iter().flat_map(|(at, points)| [*at].into_iter().chain(*points)).collect();
        (options.len() > 1).then(|| Self { at, options, ..Self::default() })
    }

    /// Returns the answers that the cells of a row hold.
    fn held(&self, sheet: &Sheet, row: &Row, remarks: &mut Remarks) -> Vec<AnswerLine> {
        let mut lines = Vec::new();
        for (at, points) in &self.options {
            let mut line = answer_line::with_points(row.cell(*at));
            let cell = points.map_or("", |at| row.cell(at));
            let number = parse_number(cell, Lang::Fr).ok();
            line.points = line.points.or(number);
            if !cell.is_empty() && (number.is_none() || line.label.is_empty()) {
                remarks.doubt(
                    sheet.place(row.number, points.unwrap_or(*at)),
                    RemarkKind::CellDropped { text: shown(cell) },
                );
            }
            if !line.label.is_empty() {
                lines.push(line);
            }
        }
        lines
    }

    /// Finds columns that are headed by numbers in order.
    fn numbers(row: &Row) -> Option<Self> {
        let number = |at: usize| row.cell(at).parse::<i32>().ok().map(|number| (at, number));
        let (at, numbers): (Vec<usize>, Vec<i32>) = (0..row.cells.len()).filter_map(number).unzip();
        let in_order = numbers.iter().zip(numbers.iter().skip(1)).all(|(one, next)| one.checked_add(1) == Some(*next));
        let (first, last) = numbers.first().zip(numbers.last())?;
        let range = Some((f64::from(*first), f64::from(*last)));
        let kind = Some(Named { kind: Kind::Scale, range, unit: None });
        (in_order && numbers.len() >= FEWEST_NUMBERS).then_some(Self { at, kind, ..Self::default() })
    }

    /// Finds a column that is headed by a kind of answer: `Note /5`, `Oui/Non`.
    fn kind(row: &Row) -> Option<Self> {
        let named = |at: usize| {
            let cell = row.cell(at);
            let plain = cell.replace(['(', ')'], " ");
            let named = kind::read(cell).or_else(|| kind::read(plain.trim()))?;
            let tells = named.range.is_some() || matches!(named.kind, Kind::YesNo | Kind::YesPartlyNo);
            (tells && columns::header(cell).is_none()).then_some((at, named))
        };
        let (at, named) = (0..row.cells.len()).find_map(named)?;
        Some(Self { at: vec![at], kind: Some(named), ..Self::default() })
    }

    /// Returns the answers of a row. Numbers in all its cells are the points of the answers; what else stands there is
    /// named.
    pub(super) fn of(&self, sheet: &Sheet, row: &Row, remarks: &mut Remarks) -> Headed {
        if !self.options.is_empty() {
            return Headed { lines: self.held(sheet, row, remarks), ..Headed::default() };
        }
        let numbers: Vec<Option<f64>> = self.at.iter().map(|at| parse_number(row.cell(*at), Lang::Fr).ok()).collect();
        let asked = |(line, number): (&AnswerLine, &Option<f64>)| number.is_some() || line.is(words::NOT_APPLICABLE);
        let points = !self.lines.is_empty() && self.lines.iter().zip(&numbers).all(asked);
        for (at, number) in self.at.iter().zip(&numbers) {
            let cell = row.cell(*at);
            let is_taken = points && number.is_some() || ["☐", "□", "_", "…"].contains(&cell);
            if !cell.is_empty() && !is_taken {
                remarks.doubt(sheet.place(row.number, *at), RemarkKind::CellDropped { text: shown(cell) });
            }
        }
        let mut lines = self.lines.clone();
        if points {
            for (line, number) in lines.iter_mut().zip(numbers) {
                line.points = number;
            }
        }
        let mut guide = Vec::new();
        if lines.iter().all(|line| behaviour(line).is_some() || line.is(words::NOT_APPLICABLE)) {
            for line in &mut lines {
                let Some((key, word)) = behaviour(line) else { continue };
                if !line.is(words::YES) && !line.is(words::PARTLY) && !line.is(words::NO) {
                    guide.push((key, tidy_name(&line.label)));
                }
                word.clone_into(&mut line.label);
            }
        }
        Headed { named: self.kind.clone(), lines, guide }
    }
}

/// Returns the answer of the model that a header means, with a word for it.
fn behaviour(line: &AnswerLine) -> Option<(&'static str, &'static str)> {
    let folded = fold_name(&line.label);
    let means = |lists: [&[&str]; 2]| lists.iter().any(|list| list.contains(&folded.as_str()));
    match () {
        () if means([words::YES, words::MET]) => Some(("yes", "yes")),
        () if means([words::PARTLY, words::PARTLY_MET]) => Some(("partly", "partly")),
        () if means([words::NO, words::NOT_MET]) => Some(("no", "no")),
        () => None,
    }
}
