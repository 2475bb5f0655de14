//! The cells of the answers, to a response.

use super::answer_line::{self, AnswerLine};
use super::bands::{self, Band};
use super::cell_text::{one_line, shown, tidy};
use super::kind::{self, Named};
use super::line::Line;
use crate::import::columns::Column;
use crate::import::remark::{RemarkKind, Remarks};
use crate::import::words::{self, Kind};
use crate::spreadsheet::CellPlace;
use crate::text::fold_name;
use crate::visit::Value;
use crate::visit::checklist::{BehaviourPoints, ChoiceOption, CountBand, LocalText, Response, TimerBand, free_id_from};
use std::collections::{BTreeMap, HashSet};

/// A response, with the names that conditions have for its answers.
#[derive(Clone, Debug, Default)]
pub(super) struct Answered {
    pub(super) response: Response,
    /// The answers in the order of the cell, with their numbers there and their folded texts.
    pub(super) names: Vec<(i64, String, Value)>,
    /// What the numbers of a rating mean, if more than its ends are named.
    pub(super) meanings: Option<String>,
    /// What yes, partly and no are called in the sheet.
    pub(super) guide: Vec<(&'static str, String)>,
}

impl Answered {
    fn of(response: Response) -> Self {
        Self { response, ..Self::default() }
    }
}

/// Reads the answers of a line; `expected` says whether other lines have any.
pub(super) fn read(line: &Line<'_>, expected: bool, remarks: &mut Remarks) -> Answered {
    let kind_cell = line.cell(Column::Answer);
    let mut cells = line.cells(Column::Answers).into_iter().map(|(placed, text)| {
        let place = line.sheet.place(line.row.number, placed.at);
        (line.language(placed).to_owned(), tidy_lines(&text, &place, remarks), place)
    });
    let own = cells.next();
    let others: Vec<Other> =
        cells.map(|(language, text, place)| Other { language, place, lines: answer_line::read(&text) }).collect();
    let mut text = own.as_ref().map(|(_, text, _)| text.clone()).unwrap_or_default();
    let mut named = kind::read(kind_cell);
    if named.is_none() && !kind_cell.is_empty() {
        if text.is_empty() && answer_line::read(kind_cell).len() > 1 {
            text = tidy_lines(kind_cell, &line.place(Column::Answer), remarks);
        } else {
            remarks.error(line.place(Column::Answer), RemarkKind::UnknownKind { text: shown(kind_cell) });
            return Answered::default();
        }
    }
    if named.is_none()
        && let Some(kind) = kind::read(&text)
    {
        named = Some(kind);
        text.clear();
    }
    let mut lines = answer_line::read(&text);
    let mut guide = Vec::new();
    if named.is_none() && lines.is_empty() && !line.layout.answers.is_empty() {
        let headed = line.layout.answers.of(line.sheet, line.row, remarks);
        (named, lines, guide) = (headed.named, headed.lines, headed.guide);
    }
    if named.is_none() && lines.is_empty() {
        if expected {
            remarks.doubt(line.place(Column::Answers), RemarkKind::AnswersEmpty);
        }
        return behaviour(&[], true);
    }
    let mut reading = Reading { line, lines, own: own.map(|(language, ..)| language), others, remarks };
    reading.compare_languages();
    Answered { guide, ..reading.response(named) }
}

/// Returns the lines of a cell, each cleaned.
fn tidy_lines(text: &str, place: &CellPlace, remarks: &mut Remarks) -> String {
    tidy(text, Column::Answers, place, remarks);
    let cut: String = text.chars().take(10_000).collect();
    cut.split(['\n', '\r']).map(one_line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

struct Reading<'a, 's> {
    line: &'a Line<'s>,
    lines: Vec<AnswerLine>,
    /// The language of the lines, if the cell of the answers has them.
    own: Option<String>,
    others: Vec<Other>,
    remarks: &'a mut Remarks,
}

/// The answers in another language.
struct Other {
    language: String,
    place: CellPlace,
    lines: Vec<AnswerLine>,
}

impl Reading<'_, '_> {
    fn doubt(&mut self, kind: RemarkKind) {
        self.remarks.doubt(self.line.place(Column::Answers), kind);
    }

    fn error(&mut self, kind: RemarkKind) -> Answered {
        self.remarks.error(self.line.place(Column::Answers), kind);
        Answered::default()
    }

    /// Drops the texts of a language whose lines are not as many.
    fn compare_languages(&mut self) {
        let lines = self.lines.len();
        let all = std::mem::take(&mut self.others);
        let (same, differ): (Vec<Other>, Vec<Other>) = all.into_iter().partition(|other| other.lines.len() == lines);
        self.others = same;
        for Other { language, place, .. } in differ {
            self.remarks.doubt(place, RemarkKind::LinesDiffer { language });
        }
    }

    fn response(&mut self, named: Option<Named>) -> Answered {
        let Some(named) = named else { return self.guessed() };
        match named.kind {
            Kind::YesNo | Kind::YesPartlyNo if self.lines.iter().all(is_behaviour) => {
                behaviour(&self.lines, named.kind == Kind::YesPartlyNo)
            }
            Kind::YesNo | Kind::YesPartlyNo | Kind::Choice => self.choice(false),
            Kind::Multiple => self.choice(true),
            Kind::Scale => self.scale(named.range),
            Kind::Count | Kind::Timer => self.banded(named.kind == Kind::Timer),
            Kind::Number | Kind::Text => {
                if !self.lines.is_empty() {
                    let text = shown(&self.lines.iter().map(|line| line.label.as_str()).collect::<Vec<_>>().join(", "));
                    self.doubt(RemarkKind::CellDropped { text });
                }
                let (min, max) = named.range.unzip();
                let unit = named.unit.map(|unit| LocalText::Same(one_line(&unit)));
                Answered::of(match named.kind {
                    Kind::Number => Response::Number { unit, min, max, message: None },
                    _ => Response::Text {},
                })
            }
        }
    }

    /// Decides by the answers alone what they are.
    fn guessed(&mut self) -> Answered {
        let asked: Vec<&AnswerLine> = self.lines.iter().filter(|line| !line.is(words::NOT_APPLICABLE)).collect();
        let without_points = asked.iter().all(|line| line.points.is_none() && !line.unscored);
        let rated = without_points && asked.len() > 2 && asked.iter().all(|line| line.number.is_some() && !line.listed);
        let has = |words: &[&str]| self.lines.iter().any(|line| line.is(words));
        if self.lines.iter().all(is_behaviour) && has(words::YES) && has(words::NO) {
            let partly = has(words::PARTLY);
            behaviour(&self.lines, partly)
        } else if rated {
            self.scale(None)
        } else if bands::are_times(asked.iter().map(|line| line.label.as_str())) {
            self.banded(true)
        } else {
            self.choice(false)
        }
    }

    fn scale(&mut self, range: Option<(f64, f64)>) -> Answered {
        let numbered: Vec<(i64, usize)> =
            self.lines.iter().enumerate().filter_map(|(at, line)| Some((line.number?, at))).collect();
        let ends = numbered.first().zip(numbered.last());
        let whole = |number: f64| number.fract() == 0.0 && number.abs() < 1e9;
        #[expect(clippy::cast_possible_truncation, reason = "whole, and below 1e9")]
        let (min, max) = match (range, ends) {
            (Some((min, max)), _) if whole(min) && whole(max) => (min as i64, max as i64),
            (None, Some((first, last))) => (first.0, last.0),
            _ => return self.error(RemarkKind::NoRange),
        };
        let label = |number: i64| {
            let at = numbered.iter().find(|(known, _)| *known == number)?.1;
            Some(self.label(at)).filter(|label| *label != LocalText::default())
        };
        let middle = numbered.iter().any(|(number, at)| {
            *number != min && *number != max && self.lines.get(*at).is_some_and(|line| !line.label.is_empty())
        });
        let meaning = |line: &AnswerLine| Some(format!("{} {}", line.number?, line.label));
        let meanings = middle.then(|| self.lines.iter().filter_map(meaning).collect::<Vec<_>>().join(", "));
        let response = Response::Scale { min, max, min_label: label(min), max_label: label(max) };
        Answered { response, meanings, ..Answered::default() }
    }

    /// Returns the text of a line in all its languages.
    fn label(&self, at: usize) -> LocalText {
        let text = |lines: &[AnswerLine]| lines.get(at).map(|line| line.label.clone()).unwrap_or_default();
        let own = text(&self.lines);
        match &self.own {
            Some(language) if !self.others.is_empty() => {
                let others = self.others.iter().map(|other| (other.language.clone(), text(&other.lines)));
                let all = others.chain([(language.clone(), own)]).filter(|(_, text)| !text.is_empty());
                LocalText::Each(all.collect::<BTreeMap<_, _>>())
            }
            _ => LocalText::Same(own),
        }
    }

    fn banded(&mut self, times: bool) -> Answered {
        let asked = self.lines.iter().filter(|line| !line.is(words::NOT_APPLICABLE)).cloned();
        let (unscored, lines): (Vec<AnswerLine>, Vec<AnswerLine>) = asked.partition(|line| line.unscored);
        for line in unscored {
            self.doubt(RemarkKind::CellDropped { text: shown(&line.label) });
        }
        let bands = match bands::read(&lines, times) {
            Ok(bands) => bands,
            Err(text) => return self.error(RemarkKind::Band { text: shown(&text) }),
        };
        Answered::of(if times {
            let bands = bands.into_iter().map(|Band { up_to, points }| TimerBand { up_to_s: up_to, points });
            Response::Timer { starts: None, bands: bands.collect() }
        } else {
            let bands = bands.into_iter().map(|Band { up_to, points }| CountBand { up_to, points });
            Response::Count { bands: bands.collect() }
        })
    }

    fn choice(&mut self, multiple: bool) -> Answered {
        if self.lines.is_empty() {
            return self.error(RemarkKind::NoAnswers);
        }
        let scored = self.lines.iter().any(|line| line.points.is_some());
        let mut taken: HashSet<String> = [Value::NOT_APPLICABLE, Value::NOT_OBSERVED].map(str::to_owned).into();
        let (mut options, mut names) = (Vec::new(), Vec::new());
        for (at, line) in self.lines.clone().into_iter().enumerate() {
            let number = line.number.unwrap_or_else(|| i64::try_from(at + 1).unwrap_or(0));
            let id = free_id_from(&line.label, |id| taken.contains(id)).unwrap_or_else(|| format!("option_{}", at + 1));
            taken.insert(id.clone());
            names.push((number, fold_name(&line.label), Value::Text(id.clone())));
            let aside = line.unscored || (line.points.is_none() && line.is(words::NOT_APPLICABLE));
            if scored && line.points.is_none() && !aside {
                self.doubt(RemarkKind::NoPoints { answer: shown(&line.label) });
            }
            options.push(ChoiceOption {
                id,
                label: self.label(at),
                points: line.points,
                scored: !(aside || scored && line.points.is_none()),
                exclusive: multiple && is_none_of_these(&line.label),
                ..ChoiceOption::default()
            });
        }
        let sum: f64 = options.iter().filter_map(|option| option.points).sum();
        if multiple && sum > 1.0 + 1e-9 {
            self.doubt(RemarkKind::PointsCapped);
        }
        if !scored && !self.line.mark(Column::Unscored, &mut Remarks::default()) {
            self.doubt(RemarkKind::NotScored);
        }
        if options.len() == 1 {
            self.doubt(RemarkKind::OneAnswer);
        }
        Answered { response: Response::Choice { options, multiple }, names, ..Answered::default() }
    }
}

/// Returns whether an answer is yes, partly or no, or sets the question aside.
fn is_behaviour(line: &AnswerLine) -> bool {
    let aside = line.is(words::NOT_APPLICABLE) && line.points.is_none();
    aside || !line.unscored && [words::YES, words::PARTLY, words::NO].iter().any(|words| line.is(words))
}

fn behaviour(lines: &[AnswerLine], partly: bool) -> Answered {
    let usual = BehaviourPoints::default();
    let points = |words: &[&str]| lines.iter().find(|line| line.is(words)).and_then(|line| line.points);
    let partly = partly || lines.iter().any(|line| line.is(words::PARTLY));
    let given = BehaviourPoints {
        yes: points(words::YES).unwrap_or(usual.yes),
        partly: points(words::PARTLY).unwrap_or(usual.partly),
        no: points(words::NO).unwrap_or(usual.no),
    };
    let value = |line: &AnswerLine| {
        let named = [
            (words::YES, Value::YES),
            (words::PARTLY, Value::PARTLY),
            (words::NO, Value::NO),
            (words::NOT_APPLICABLE, Value::NOT_APPLICABLE),
        ];
        named.iter().find(|(words, _)| line.is(words)).map(|(_, value)| Value::text(value))
    };
    let numbered = (1..)
        .zip(lines)
        .filter_map(|(at, line): (i64, _)| Some((line.number.unwrap_or(at), fold_name(&line.label), value(line)?)));
    let names = numbered.collect();
    Answered {
        response: Response::Behaviour { points: (given != usual).then_some(given), partly },
        names,
        ..Answered::default()
    }
}

/// Returns whether an answer excludes all others.
fn is_none_of_these(label: &str) -> bool {
    let folded = fold_name(label);
    ["aucun", "aucune", "rien", "none", "none of these", "none of the above", "nothing"].contains(&folded.as_str())
        || ["aucun de ", "aucune de ", "aucun des ", "aucune des "].iter().any(|start| folded.starts_with(start))
}
