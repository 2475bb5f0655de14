//! The choice of an answer with arrow keys, and for scales and options.

use crate::app::prelude::*;
use crate::visit::{Response, Value};

/// A choice of an answer.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// The answers to choose from.
    pub answers: Vec<Value>,
    /// The cursor among them.
    pub cursor: ListCursor,
    /// Which ones are ticked, if several may be chosen.
    pub ticked: Option<Vec<bool>>,
    /// The options that exclude all others.
    exclusive: Vec<bool>,
    /// On a scale of more than ten steps, the digits typed so far.
    typed: Option<i64>,
}

/// The result of a choice.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// An answer was chosen.
    Answer(Value),
    /// Nothing is ticked.
    Incomplete,
}

/// The longest scale that is offered step by step.
const STEPS: i64 = 1_000;

impl Chooser {
    /// Offers the answers of a response, with the current one selected.
    pub fn new(response: &Response, current: Option<&Value>) -> Self {
        let answers: Vec<Value> = match response {
            Response::Behaviour { partly, .. } => {
                let all = [Value::YES, Value::PARTLY, Value::NO, Value::NOT_APPLICABLE, Value::NOT_OBSERVED];
                all.iter().filter(|name| *partly || **name != Value::PARTLY).map(|name| Value::text(name)).collect()
            }
            Response::Scale { min, max, .. } => {
                (*min..=(*max).min(min.saturating_add(STEPS))).map(Value::Integer).collect()
            }
            Response::Choice { options, .. } => options.iter().map(|option| Value::text(&option.id)).collect(),
            _ => Vec::new(),
        };
        let exclusive = response.options().iter().map(|option| option.exclusive).collect();
        let several = matches!(response, Response::Choice { multiple: true, .. });
        let ticked = several
            .then(|| answers.iter().map(|answer| current.is_some_and(|current| current.matches(answer))).collect());
        let at = answers.iter().position(|answer| current == Some(answer)).unwrap_or(0);
        Self { answers, cursor: ListCursor::at(at), ticked, exclusive, typed: None }
    }

    /// Handles a key press.
    pub fn update(&mut self, press: KeyPress, command: Option<Command>) -> Option<Decision> {
        match command {
            Some(Command::Left) => self.cursor.selected = self.cursor.selected.saturating_sub(1),
            Some(Command::Right) => {
                self.cursor.selected += 1;
                self.cursor.clamp(self.answers.len());
            }
            Some(Command::Toggle) if self.ticked.is_some() => self.toggle(),
            Some(Command::Keep) => return Some(self.chosen()),
            _ => return press.key.digit().and_then(|digit| self.digit(digit)),
        }
        None
    }

    /// Handles a digit: the step of a scale, or the number of an option.
    pub fn digit(&mut self, digit: u8) -> Option<Decision> {
        let digit = i64::from(digit);
        let Some(Value::Integer(_)) = self.answers.first() else {
            let at = usize::try_from(digit.checked_sub(1)?).ok()?;
            if at >= self.answers.len() {
                return None;
            }
            self.cursor.selected = at;
            if self.ticked.is_some() {
                self.toggle();
                return None;
            }
            return Some(self.chosen());
        };
        let number = self.typed.map_or(digit, |typed| typed * 10 + digit);
        let find = |number| self.answers.iter().position(|answer| *answer == Value::Integer(number));
        let (number, at) = match find(number) {
            Some(at) => (number, at),
            None => (digit, find(digit)?),
        };
        self.typed = Some(number);
        self.cursor.selected = at;
        // `1` may be the beginning of `10`, but `7` is complete.
        let more = self.answers.last().and_then(Value::as_number);
        #[expect(clippy::cast_precision_loss, reason = "scales are short")]
        let complete = more.is_none_or(|max| number as f64 * 10.0 > max || number == 0);
        complete.then(|| self.chosen())
    }

    /// Ticks the selected option or removes its tick. An option that excludes the others takes the place of theirs, and
    /// theirs of its own.
    fn toggle(&mut self) {
        let selected = self.cursor.selected;
        let Some(ticked) = &mut self.ticked else { return };
        let is_exclusive = |index: usize| self.exclusive.get(index) == Some(&true);
        for (index, tick) in ticked.iter_mut().enumerate() {
            if index == selected {
                *tick = !*tick;
            } else if is_exclusive(selected) || is_exclusive(index) {
                *tick = false;
            }
        }
    }

    fn chosen(&self) -> Decision {
        match &self.ticked {
            None => self.answers.get(self.cursor.selected).cloned().map_or(Decision::Incomplete, Decision::Answer),
            Some(ticked) => {
                let ids: Vec<String> = (self.answers.iter().zip(ticked))
                    .filter(|(_, tick)| **tick)
                    .map(|(answer, _)| answer.to_string())
                    .collect();
                if ids.is_empty() { Decision::Incomplete } else { Decision::Answer(Value::Many(ids)) }
            }
        }
    }
}
