//! Every answer of a visit with its times, its points and its note.

use super::moment;
use crate::report::visit_words::{points, score_explanation, share_of_score, value};
use crate::text::{Texts, clean, clean_lines};
use crate::visit::event::LATE_MS;
use crate::visit::score::{AnswerRow, Score, answer_rows, fails_critical, is_unscored_answer, score};
use crate::visit::state::Answer;
use crate::visit::{Item, Value, Visit};

/// A section with its answers.
pub struct SectionAnswers {
    pub title: String,
    /// The percentage; `None` where nothing counts, or the score is hidden.
    pub percent: Option<f64>,
    /// Its share of the whole score; `None` where the score is not made of shares, or is hidden.
    pub share: Option<String>,
    pub answers: Vec<AnswerLine>,
}

/// How an answer is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Yes,
    Partly,
    No,
    /// Not applicable, not observed, or another answer that does not count.
    Aside,
    Unanswered,
    /// Any other answer: a number, a choice, text.
    Value,
}

impl Tone {
    fn new(item: &Item, value: Option<&Value>) -> Self {
        match value {
            None => Self::Unanswered,
            Some(value) if value.is_set_aside() || is_unscored_answer(&item.response, value) => Self::Aside,
            Some(value) => match value.as_text() {
                Some(Value::YES) => Self::Yes,
                Some(Value::PARTLY) => Self::Partly,
                Some(Value::NO | Value::NEVER) => Self::No,
                _ => Self::Value,
            },
        }
    }
}

/// An item that applied, with its answer.
pub struct AnswerLine {
    pub item: String,
    pub answer: String,
    pub tone: Tone,
    /// When it was observed, or else recorded.
    pub observed: String,
    /// When it was recorded.
    pub recorded: String,
    /// How much later than observed it was recorded, if that was not at once.
    pub late: Option<String>,
    /// The points, `None` if the score is hidden.
    pub points: Option<Points>,
    /// Whether the answer fails a critical item; never of a hidden score.
    pub fails_visit: bool,
    pub note: Option<String>,
    /// Whether the answer requires a note that is missing.
    pub misses_note: bool,
}

/// The points of an answer.
pub struct Points {
    pub earned: f64,
    /// 0 for an answer that does not count.
    pub possible: f64,
    /// Both, in words.
    pub shown: String,
    /// The weight, or why the answer does not count.
    pub why: String,
}

/// Returns the answers of each section that has an item which applied.
pub fn by_section(visit: &Visit, texts: &Texts, shows_score: bool) -> Vec<SectionAnswers> {
    let rows = answer_rows(visit.definition(), visit.state());
    let scores = if shows_score { score(visit.definition(), &rows) } else { Score::default() };
    let shares = if shows_score { visit.definition().checklist().score_shares() } else { Vec::new() };
    let mut sections: Vec<SectionAnswers> = Vec::new();
    let mut current = None;
    for (index, row) in visit.applicable_items().zip(&rows) {
        let section = visit.definition().section_index(index);
        if current.replace(section) != Some(section) {
            let title = visit.definition().section(index).title.get(texts.lang());
            let percent = scores.sections.get(section).and_then(|section| section.percent);
            let share = shares.get(section).copied().flatten().map(|share| share_of_score(texts, share));
            sections.push(SectionAnswers { title: clean(title).into_owned(), percent, share, answers: Vec::new() });
        }
        if let Some(section) = sections.last_mut() {
            section.answers.push(answer_line(visit, texts, index, row, shows_score));
        }
    }
    sections
}

fn answer_line(visit: &Visit, texts: &Texts, index: usize, row: &AnswerRow, shows_score: bool) -> AnswerLine {
    let item = visit.definition().item(index);
    let answer = visit.state().answer(index);
    let at = |at| moment(texts, visit, at);
    let words = row.value.as_ref().map(|answer| value(texts, item, answer));
    let late = answer.map(Answer::memory_age_ms).filter(|late| *late >= LATE_MS);
    let points = || Points {
        earned: row.points,
        possible: row.possible,
        shown: points(texts, row),
        why: clean(&score_explanation(texts, item, row)).into_owned(),
    };
    AnswerLine {
        item: clean(item.label.get(texts.lang())).into_owned(),
        answer: clean_lines(words.as_deref().unwrap_or_else(|| texts.get("value-unanswered"))).into_owned(),
        tone: Tone::new(item, row.value.as_ref()),
        observed: answer.map_or_else(String::new, |answer| at(answer.observed_at.unwrap_or(answer.recorded_at))),
        recorded: answer.map_or_else(String::new, |answer| at(answer.recorded_at)),
        late: late.map(|late| texts.duration(late)),
        points: shows_score.then(points),
        fails_visit: shows_score && row.value.as_ref().is_some_and(|value| fails_critical(item, value)),
        note: row.note.as_deref().map(|note| clean_lines(note).into_owned()),
        misses_note: visit.misses_note(index),
    }
}
