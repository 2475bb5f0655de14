//! A row of the survey that asks something, as an item.

use super::cells;
use super::choices::{Choice, name_own_words, roles};
use super::condition::likely;
use super::constraint::{exclusive_choice, limits};
use super::headers::Field;
use super::reader::Reader;
use super::types::RowType;
use crate::spreadsheet::Row;
use crate::text::{Lang, Texts};
use crate::visit::Value;
use crate::visit::checklist::{BehaviourPoints, ChoiceOption, LocalText, Response};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The longest scale; a longer one is a number.
const LONGEST_SCALE: f64 = 100.0;

/// The word for an answer that is not in the list, in English and French.
static OTHER: LazyLock<(String, String)> = LazyLock::new(|| {
    let word = |lang| Texts::new(lang).get("form-other").to_owned();
    (word(Lang::En), word(Lang::Fr))
});

/// What a row asks.
#[derive(Debug, Default)]
pub(super) struct Asked {
    pub(super) response: Response,
    /// The answers by the names that the form gives them.
    pub(super) answers: Vec<(String, Value)>,
    /// Whether it counts in the score.
    pub(super) scored: bool,
    /// The rows of its options.
    pub(super) option_rows: Vec<usize>,
}

impl Asked {
    fn plain(response: Response) -> Self {
        Self { response, scored: true, ..Self::default() }
    }
}

impl Reader<'_> {
    /// Returns what a row asks; `None` if something is wrong, which is then among the findings.
    pub(super) fn asked(&mut self, row: &Row, row_type: &RowType) -> Option<Asked> {
        let wanted = self.wanted_type(row);
        let mut asked = match row_type {
            RowType::Select { list, multiple, or_other } => self.select(row, list, *multiple, *or_other, wanted)?,
            RowType::Number { whole, limits } => self.number(row, *whole, *limits, wanted)?,
            RowType::Range => self.range(row, wanted)?,
            RowType::Acknowledge => {
                self.only(row, wanted, &["behaviour"])?;
                Asked {
                    response: Response::Behaviour { points: None, partly: false },
                    answers: vec![("OK".to_owned(), Value::text(Value::YES))],
                    scored: wanted.is_some(),
                    option_rows: Vec::new(),
                }
            }
            RowType::AsText => {
                self.only(row, wanted, &["text"])?;
                let found = self.table.cell(row, Field::Type);
                self.findings.doubt(self.table.place_of(row.number, Field::Type), "form-as-text", &[("found", found)]);
                Asked::plain(Response::Text {})
            }
            _ => {
                self.only(row, wanted, &["text"])?;
                Asked::plain(Response::Text {})
            }
        };
        if !matches!(row_type, RowType::Range) {
            self.drop_field(row, Field::Parameters);
        }
        self.constrain(row, row_type, &mut asked);
        Some(asked)
    }

    /// Returns the type that the author wants, by its name in files.
    fn wanted_type(&mut self, row: &Row) -> Option<&'static str> {
        let cell = self.table.cell(row, Field::ResponseType);
        let lower = cell.to_lowercase().replace("behavior", "behaviour");
        let found = Response::TYPES.into_iter().find(|name| *name == lower);
        if found.is_none() && !cell.is_empty() {
            let known = Response::TYPES.join(", ");
            let place = self.table.place_of(row.number, Field::ResponseType);
            self.findings.fault(place, "form-response-type", &[("found", cell), ("known", &known)]);
        }
        found
    }

    /// Fails if the author wants a type that the row cannot have.
    fn only(&mut self, row: &Row, wanted: Option<&'static str>, possible: &[&str]) -> Option<()> {
        let Some(wanted) = wanted.filter(|wanted| !possible.contains(wanted)) else { return Some(()) };
        let place = self.table.place_of(row.number, Field::ResponseType);
        let found = self.table.cell(row, Field::Type);
        let args = [("wanted", wanted), ("found", found), ("possible", &possible.join(", "))];
        self.findings.fault(place, "form-response-type-impossible", &args);
        None
    }

    fn select(
        &mut self,
        row: &Row,
        list: &str,
        multiple: bool,
        or_other: bool,
        wanted: Option<&'static str>,
    ) -> Option<Asked> {
        let place = self.table.place_of(row.number, Field::Type);
        let Some(choices) = self.lists.get(list) else {
            let likely = likely(list, self.lists.names().into_iter());
            let id = if list.is_empty() { "form-no-list" } else { "form-unknown-list" };
            self.findings.fault(place, id, &[("list", list), ("likely", &likely)]);
            return None;
        };
        if or_other {
            self.findings.doubt(place, "form-or-other", &[]);
        }
        let behaviour = if multiple || or_other { None } else { behaviour(choices) };
        let scale = if multiple || or_other { None } else { scale(choices) };
        let mut possible = vec!["choice"];
        possible.extend(behaviour.as_ref().map(|_| "behaviour"));
        possible.extend(scale.as_ref().map(|_| "scale"));
        self.only(row, wanted, &possible)?;
        let found = match wanted {
            None | Some("behaviour") => behaviour,
            Some("scale") => scale,
            _ => None,
        };
        if let Some(asked) = found {
            if matches!(asked.response, Response::Behaviour { .. })
                && let Some(table) = self.choices
            {
                name_own_words(choices, table, self.findings);
            }
            return Some(asked);
        }
        let mut options: Vec<ChoiceOption> = choices.iter().map(|choice| choice.option.clone()).collect();
        if or_other && !options.iter().any(|option| option.id == "other") {
            let scored = options.iter().all(|option| option.points.is_none());
            options.push(ChoiceOption {
                id: "other".to_owned(),
                label: self.other(),
                scored,
                ..ChoiceOption::default()
            });
        }
        Some(Asked {
            response: Response::Choice { options, multiple },
            answers: choices.iter().map(|choice| (choice.name.clone(), Value::text(&choice.option.id))).collect(),
            scored: true,
            option_rows: choices.iter().map(|choice| choice.row).collect(),
        })
    }

    /// Returns the word for an answer that is not in the list, in every language of the form.
    fn other(&self) -> LocalText {
        let word = |code: &str| (code.to_owned(), if code == "fr" { &OTHER.1 } else { &OTHER.0 }.clone());
        let languages = self.wording.languages.iter().map(String::as_str);
        let mut words: BTreeMap<String, String> = languages.map(word).collect();
        if words.is_empty() {
            words = ["en", "fr"].into_iter().map(word).collect();
        }
        LocalText::Each(words)
    }

    fn number(
        &mut self,
        row: &Row,
        whole: bool,
        implied: Option<(f64, f64)>,
        wanted: Option<&'static str>,
    ) -> Option<Asked> {
        let constraint = limits(self.table.cell(row, Field::Constraint), whole).unwrap_or_default();
        let min = constraint.min.or(implied.map(|(min, _)| min));
        let max = constraint.max.or(implied.map(|(_, max)| max));
        let scale = min.zip(max).filter(|_| whole).and_then(|(min, max)| whole_scale(min, max));
        let mut possible = vec!["number", "timer"];
        possible.extend(whole.then_some("count"));
        possible.extend(scale.as_ref().map(|_| "scale"));
        self.only(row, wanted, &possible)?;
        Some(Asked::plain(match (wanted, scale) {
            (Some("count"), _) => Response::Count { bands: Vec::new() },
            (Some("timer"), _) => Response::Timer { starts: None, bands: Vec::new() },
            (Some("scale"), Some(scale)) => scale,
            _ => Response::Number { unit: None, min, max, message: None },
        }))
    }

    fn range(&mut self, row: &Row, wanted: Option<&'static str>) -> Option<Asked> {
        let place = self.table.place_of(row.number, Field::Parameters);
        let cell = self.table.cell(row, Field::Parameters).to_lowercase();
        // The values of XLSForm where nothing is said.
        let (mut start, mut end, mut step) = (1.0, 10.0, 1.0);
        for parameter in cell.split([' ', ',', ';', '\n']).filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let known = match name {
                "start" => &mut start,
                "end" => &mut end,
                "step" => &mut step,
                _ => {
                    let likely = likely(name, ["start", "end", "step"].into_iter());
                    self.findings.doubt(place.clone(), "form-parameter", &[("name", name), ("likely", &likely)]);
                    continue;
                }
            };
            let Some(number) = cells::number(value) else {
                self.findings.fault(place, "form-parameter-number", &[("name", name), ("found", value)]);
                return None;
            };
            *known = number;
        }
        let (min, max) = (f64::min(start, end), f64::max(start, end));
        if min >= max || step == 0.0 {
            self.findings.fault(place, "form-range", &[("found", &cell)]);
            return None;
        }
        let scale = if step.fract() == 0.0 { whole_scale(min, max) } else { None };
        let mut possible = vec!["number"];
        possible.extend(scale.as_ref().map(|_| "scale"));
        self.only(row, wanted, &possible)?;
        if (step.abs() - 1.0).abs() > f64::EPSILON {
            self.findings.doubt(place, "form-step", &[("step", &step.to_string())]);
        }
        let number = Response::Number { unit: None, min: Some(min), max: Some(max), message: None };
        Some(Asked::plain(scale.filter(|_| wanted != Some("number")).unwrap_or(number)))
    }

    /// Applies the constraint of a row, as far as a checklist has it; names it otherwise.
    fn constrain(&mut self, row: &Row, row_type: &RowType, asked: &mut Asked) {
        let constraint = self.table.cell(row, Field::Constraint);
        let place = self.table.place_of(row.number, Field::Constraint);
        let whole = matches!(row_type, RowType::Number { whole: true, .. });
        let found = limits(constraint, whole);
        let is_kept = match &mut asked.response {
            Response::Number { min, max, message, .. } if found.is_some() => {
                let found = found.unwrap_or_default();
                *min = found.min.or(*min);
                *max = found.max.or(*max);
                if found.widened {
                    self.findings.doubt(place.clone(), "form-limit-included", &[("found", constraint)]);
                }
                *message = self.wording.text(self.table, row, Field::ConstraintMessage, self.findings);
                return;
            }
            // The limits of the scale are those of the constraint.
            Response::Scale { .. } => found.is_some() && matches!(row_type, RowType::Number { .. }),
            Response::Choice { options, multiple: true } => {
                let alone = exclusive_choice(constraint);
                let id = asked.answers.iter().find(|(name, _)| alone.as_ref() == Some(name)).map(|(_, value)| value);
                let option = options.iter_mut().find(|option| id.and_then(Value::as_text) == Some(&option.id));
                option.map(|option| option.exclusive = true).is_some()
            }
            _ => false,
        };
        if !constraint.is_empty() && !is_kept {
            self.findings.doubt(place, "form-constraint", &[("found", constraint)]);
        }
        self.drop_field(row, Field::ConstraintMessage);
    }
}

/// Returns a list of yes and no, and perhaps partly, as a behaviour.
fn behaviour(choices: &[Choice]) -> Option<Asked> {
    let roles = roles(choices)?;
    if choices.iter().any(|choice| !choice.option.scored) {
        return None;
    }
    let points = |value: &str| {
        let place = roles.iter().position(|role| role.value == value)?;
        choices.get(place)?.option.points
    };
    let default = BehaviourPoints::default();
    let own = choices.iter().any(|choice| choice.option.points.is_some()).then(|| BehaviourPoints {
        yes: points(Value::YES).unwrap_or(default.yes),
        partly: points(Value::PARTLY).unwrap_or(default.partly),
        no: points(Value::NO).unwrap_or(default.no),
    });
    let partly = roles.iter().any(|role| role.value == Value::PARTLY);
    Some(Asked {
        response: Response::Behaviour { points: own.filter(|own| *own != default), partly },
        answers: choices
            .iter()
            .zip(&roles)
            .map(|(choice, role)| (choice.name.clone(), Value::text(role.value)))
            .collect(),
        scored: true,
        option_rows: Vec::new(),
    })
}

/// Returns a list of the names 1, 2, 3 and so on as a scale.
fn scale(choices: &[Choice]) -> Option<Asked> {
    let mut by_number: Vec<(i64, &Choice)> =
        choices.iter().map(|choice| Some((choice.name.parse().ok()?, choice))).collect::<Option<_>>()?;
    by_number.sort_by_key(|(number, _)| *number);
    let ((min, first), (max, last)) = (by_number.first()?, by_number.last()?);
    let is_complete = usize::try_from(max.checked_sub(*min)?).ok()? + 1 == choices.len() && choices.len() > 1;
    is_complete.then(|| Asked {
        response: Response::Scale {
            min: *min,
            max: *max,
            min_label: Some(first.option.label.clone()),
            max_label: Some(last.option.label.clone()),
        },
        answers: Vec::new(),
        scored: true,
        option_rows: Vec::new(),
    })
}

/// Returns a scale of whole numbers, unless it is longer than one that people use.
fn whole_scale(min: f64, max: f64) -> Option<Response> {
    let whole = |number: f64| Value::number(number).as_number().filter(|_| number.fract() == 0.0 && number.abs() < 1e9);
    let (min, max) = (whole(min)?, whole(max)?);
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e9")]
    let scale = Response::Scale { min: min as i64, max: max as i64, min_label: None, max_label: None };
    (max > min && max - min <= LONGEST_SCALE).then_some(scale)
}
