//! Conditions in words, by the numbers of the questions: `12 = no or partly`.

use crate::report::visit_words;
use crate::text::{Lang, Texts, clean};
use crate::visit::checklist::{Bounds, Condition};
use crate::visit::{Definition, Item, Response, Value};

/// The numbers of the questions of a checklist, from 1.
pub struct Numbers<'a> {
    definition: &'a Definition,
    texts: &'a Texts,
}

impl<'a> Numbers<'a> {
    /// Creates the numbers of a checklist.
    pub fn new(definition: &'a Definition, texts: &'a Texts) -> Self {
        Self { definition, texts }
    }

    /// Returns the number of a question; that of an unknown one is its id.
    pub fn of(&self, item: &str) -> String {
        self.definition.position(item).map_or_else(|| clean(item).into_owned(), |index| (index + 1).to_string())
    }

    /// Returns an answer as people read it; of a scale, without its end.
    pub fn answer(&self, item: &Item, value: &Value) -> String {
        let words = match (&item.response, value) {
            (Response::Scale { .. }, value) => value.to_string(),
            _ => visit_words::value(self.texts, item, value),
        };
        clean(&words).into_owned()
    }

    /// Returns a condition in words.
    pub fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Item { item, is } => {
                let answers = is.iter().map(|value| match self.definition.position(item) {
                    Some(index) => self.answer(self.definition.item(index), value),
                    None => clean(&value.to_string()).into_owned(),
                });
                let answers = answers.map(|answer| quoted(self.texts.lang(), answer)).collect::<Vec<_>>();
                format!("{} = {}", self.of(item), answers.join(&self.joined_by("paper-or")))
            }
            Condition::Number { item, bounds } => self.bounds(item, *bounds),
            Condition::All { all } => self.several(all, "paper-and"),
            Condition::Any { any } => self.several(any, "paper-or"),
            Condition::Not { not } => self.texts.with("paper-not", &[("condition", self.condition(not).into())]),
        }
    }

    fn bounds(&self, item: &str, bounds: Bounds) -> String {
        let limits = [(">", bounds.above), ("≥", bounds.at_least), ("<", bounds.below), ("≤", bounds.at_most)];
        let number = |number: f64| self.texts.decimal(number, if number.fract() == 0.0 { 0 } else { 2 });
        let limits =
            limits.iter().filter_map(|(sign, limit)| Some(format!("{} {sign} {}", self.of(item), number((*limit)?))));
        limits.collect::<Vec<_>>().join(&self.joined_by("paper-and"))
    }

    fn several(&self, conditions: &[Condition], word: &'static str) -> String {
        let parts = conditions.iter().map(|condition| match condition {
            Condition::All { .. } | Condition::Any { .. } if conditions.len() > 1 => {
                format!("({})", self.condition(condition))
            }
            condition => self.condition(condition),
        });
        parts.collect::<Vec<_>>().join(&self.joined_by(word))
    }

    fn joined_by(&self, word: &'static str) -> String {
        format!(" {} ", self.texts.get(word))
    }
}

/// Returns an answer between quotation marks if it is more than a word or two.
fn quoted(lang: Lang, answer: String) -> String {
    let is_simple = answer.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '.'));
    let joins = ["et", "ou", "and", "or", "est", "is", "are", "vaut", "equals", "non", "not", "pas"];
    let is_joined = answer.contains(' ') && answer.split(' ').any(|word| joins.contains(&word.to_lowercase().as_str()));
    match lang {
        _ if is_simple && !is_joined => answer,
        Lang::Fr => format!("«\u{a0}{answer}\u{a0}»"),
        Lang::En => format!("“{answer}”"),
    }
}
