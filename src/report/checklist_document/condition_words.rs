//! Conditions in words, by the numbers of the questions: `12 = no or partly`.

use crate::report::condition_words::ConditionWords;
use crate::report::visit_words;
use crate::text::{Lang, Texts, clean};
use crate::visit::checklist::Bounds;
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

    fn joined_by(&self, word: &'static str) -> String {
        format!(" {} ", self.texts.get(word))
    }
}

impl ConditionWords for Numbers<'_> {
    fn answers(&self, item: &str, answers: &[Value]) -> String {
        let words = |value: &Value| match self.definition.position(item) {
            Some(index) => self.answer(self.definition.item(index), value),
            None => clean(&value.to_string()).into_owned(),
        };
        let answers = answers.iter().map(|value| quoted(self.texts.lang(), words(value))).collect();
        format!("{} = {}", self.of(item), self.any(answers))
    }

    fn bounds(&self, item: &str, bounds: &Bounds) -> String {
        let limits = [(">", bounds.above), ("≥", bounds.at_least), ("<", bounds.below), ("≤", bounds.at_most)];
        let number = |number: f64| self.texts.decimal(number, if number.fract() == 0.0 { 0 } else { 2 });
        let words = |(sign, limit): (&str, Option<f64>)| Some(format!("{} {sign} {}", self.of(item), number(limit?)));
        self.all(limits.into_iter().filter_map(words).collect())
    }

    fn all(&self, parts: Vec<String>) -> String {
        parts.join(&self.joined_by("paper-and"))
    }

    fn any(&self, parts: Vec<String>) -> String {
        parts.join(&self.joined_by("paper-or"))
    }

    fn not(&self, condition: String) -> String {
        self.texts.with("paper-not", &[("condition", condition.into())])
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
