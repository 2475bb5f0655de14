//! A line to an item, but for its condition.

use super::answers::{self, Answered};
use super::cell_text::shown;
use super::line::Line;
use super::resolve::values;
use crate::import::columns::Column;
use crate::import::own::Kept;
use crate::import::remark::{RemarkKind, Remarks};
use crate::text::fold_name;
use crate::visit::Value;
use crate::visit::checklist::{Item, LocalText, Response, id_from};

/// An item as its line says it.
#[derive(Debug)]
pub(super) struct Draft<'s> {
    pub(super) line: Line<'s>,
    pub(super) item: Item,
    pub(super) answered: Answered,
    /// The place of its section.
    pub(super) section: usize,
    /// What an export has kept of it.
    pub(super) kept: Option<Kept>,
    /// Whether its row is as it was exported.
    pub(super) unchanged: bool,
}

impl Draft<'_> {
    /// Returns the number that conditions name it by.
    pub(super) fn number(&self) -> Option<&str> {
        Some(self.line.cell(Column::Number)).filter(|number| !number.is_empty())
    }
}

/// Reads everything of a line but the id and the condition.
pub(super) fn read(line: &Line<'_>, expected: bool, remarks: &mut Remarks) -> (Item, Answered) {
    let answered = answers::read(line, expected, remarks);
    let mut item = Item {
        label: line.text(Column::Question, remarks).unwrap_or_default(),
        response: answered.response.clone(),
        critical: line.mark(Column::Critical, remarks),
        bonus: line.mark(Column::Bonus, remarks),
        scored: !line.mark(Column::Unscored, remarks),
        ..Item::default()
    };
    if let Some((weight, percent)) = line.number(Column::Weight, remarks) {
        item.weight = if percent { weight / 100.0 } else { weight };
    }
    let mirror = line.cell(Column::Mirror);
    if !mirror.is_empty() {
        item.behaviour = id_from(mirror).or_else(|| Some(mirror.to_owned()));
    }
    for (column, key) in [(Column::Yes, "yes"), (Column::Partly, "partly"), (Column::No, "no"), (Column::How, "how")] {
        if let Some(text) = line.text(column, remarks) {
            item.guide.insert(key.to_owned(), text);
        }
    }
    for (key, called) in &answered.guide {
        item.guide.entry((*key).to_owned()).or_insert_with(|| LocalText::Same(called.clone()));
    }
    if let Some(meanings) = &answered.meanings {
        add_meanings(&mut item, meanings);
    }
    item.note_required_on = notes(line, &answered, remarks);
    (item, answered)
}

/// Adds what the numbers of a rating mean to the guidance.
fn add_meanings(item: &mut Item, meanings: &str) {
    let how = item.guide.entry("how".to_owned()).or_default();
    let add = |text: &mut String| {
        *text = if text.is_empty() { meanings.to_owned() } else { format!("{text} ({meanings})") };
    };
    match how {
        LocalText::Same(text) => add(text),
        LocalText::Each(texts) => texts.values_mut().for_each(add),
    }
}

/// Reads the answers that require a note: `non`, `1 ou 2`, `≤ 3`.
fn notes(line: &Line<'_>, answered: &Answered, remarks: &mut Remarks) -> Vec<Value> {
    let cell = line.cell(Column::NoteIf);
    let mut required = Vec::new();
    if cell.is_empty() {
        return required;
    }
    let all = ["toujours", "always", "x", "oui et non", "tout", "all", "any"].contains(&fold_name(cell).as_str());
    if let (true, Response::Behaviour { partly, .. }) = (all, &answered.response) {
        let answers = [Value::YES, Value::PARTLY, Value::NO].into_iter();
        return answers.filter(|answer| *partly || *answer != Value::PARTLY).map(Value::text).collect();
    }
    if all && !answered.names.is_empty() {
        return answered.names.iter().map(|(.., value)| value.clone()).collect();
    }
    if let Some(range) = scores(cell, &answered.response) {
        return range;
    }
    let spaced = format!(" {} ", cell.replace('\n', ";"));
    let parts = spaced.split([';', ',']).flat_map(|part| part.split(" ou ")).flat_map(|part| part.split(" or "));
    for part in parts.map(|part| part.trim().trim_start_matches(['=', ' '])).filter(|part| !part.is_empty()) {
        if let Some(values) = values(answered, part) {
            for value in values {
                if !required.contains(&value) {
                    required.push(value);
                }
            }
        } else {
            let number = line.cell(Column::Number).to_owned();
            let kind = RemarkKind::UnknownAnswer { answer: shown(part), number };
            remarks.error(line.place(Column::NoteIf), kind);
        }
    }
    required
}

/// Returns the numbers of a rating that a bound names: `≤ 3`, `< 3`, `>= 8`.
fn scores(cell: &str, response: &Response) -> Option<Vec<Value>> {
    let Response::Scale { min, max, .. } = response else { return None };
    let cell = cell.replace("<=", "≤").replace(">=", "≥");
    let sign = cell.chars().next()?;
    let bound: i64 = cell.get(sign.len_utf8()..)?.trim().parse().ok()?;
    // A longer scale would be a list that nobody reads.
    let all = (*min..=*max).take(1_000);
    let within = |n: &i64| match sign {
        '≤' => *n <= bound,
        '<' => *n < bound,
        '≥' => *n >= bound,
        '>' => *n > bound,
        _ => false,
    };
    matches!(sign, '≤' | '<' | '≥' | '>').then(|| all.filter(within).map(Value::Integer).collect())
}
