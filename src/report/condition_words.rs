//! The conditions of items in words.

use super::visit_words::{amount, value};
use crate::text::{Arg, Texts};
use crate::visit::checklist::{Bounds, Condition};
use crate::visit::{Checklist, Item, Value};

/// How a condition is put in words.
pub trait ConditionWords {
    /// Says that an item has one of these answers.
    fn answers(&self, item: &str, answers: &[Value]) -> String;

    /// Says that the number of an item is within bounds.
    fn bounds(&self, item: &str, bounds: &Bounds) -> String;

    /// Joins conditions of which all hold.
    fn all(&self, parts: Vec<String>) -> String;

    /// Joins conditions of which one holds at least.
    fn any(&self, parts: Vec<String>) -> String;

    /// Says that a condition does not hold.
    fn not(&self, condition: String) -> String;

    /// Formats a condition; a part that has several parts itself is in brackets.
    fn condition(&self, condition: &Condition) -> String {
        let part = |part: &Condition, is_alone: bool| {
            let words = self.condition(part);
            if has_several_parts(part) && !is_alone { format!("({words})") } else { words }
        };
        let parts = |several: &[Condition]| several.iter().map(|one| part(one, several.len() == 1)).collect();
        match condition {
            Condition::Item { item, is } => self.answers(item, is),
            Condition::Number { item, bounds } => self.bounds(item, bounds),
            Condition::All { all } => self.all(parts(all)),
            Condition::Any { any } => self.any(parts(any)),
            Condition::Not { not } => self.not(self.condition(not)),
        }
    }
}

/// Returns whether the words of a condition are those of several, joined.
fn has_several_parts(condition: &Condition) -> bool {
    match condition {
        Condition::All { all: parts } | Condition::Any { any: parts } => {
            parts.len() > 1 || parts.iter().any(has_several_parts)
        }
        _ => false,
    }
}

/// Formats a condition of an item by the labels of items: `“Waiting time” is above 30 s and “Smile” is yes or partly`.
pub fn condition(texts: &Texts, checklist: &Checklist, condition: &Condition) -> String {
    Labels { texts, checklist }.condition(condition)
}

struct Labels<'a> {
    texts: &'a Texts,
    checklist: &'a Checklist,
}

impl Labels<'_> {
    fn find(&self, id: &str) -> Option<&Item> {
        self.checklist.items().map(|(_, item)| item).find(|item| item.id == id)
    }

    /// Says what the answer of an item is; one that does not exist is named by its id.
    fn is(&self, id: &str, answers: String) -> String {
        let label = self.find(id).map_or(id, |item| item.label.get(self.texts.lang()));
        self.texts.with("condition-is", &[("item", label.into()), ("answers", answers.into())])
    }

    fn joined(&self, id: &str, parts: Vec<String>) -> String {
        let join = |one: String, other: String| self.texts.with(id, &[("one", one.into()), ("other", other.into())]);
        parts.into_iter().reduce(join).unwrap_or_default()
    }
}

impl ConditionWords for Labels<'_> {
    fn answers(&self, id: &str, answers: &[Value]) -> String {
        let item = self.find(id);
        let words = |answer: &Value| {
            let words = item.map(|item| value(self.texts, item, answer)).unwrap_or_default();
            if words.is_empty() { answer.to_string() } else { words }
        };
        self.is(id, self.any(answers.iter().map(words).collect()))
    }

    fn bounds(&self, id: &str, bounds: &Bounds) -> String {
        let Bounds { above, at_least, below, at_most } = *bounds;
        let all = [
            ("condition-above", above),
            ("condition-at-least", at_least),
            ("condition-below", below),
            ("condition-at-most", at_most),
        ];
        let item = self.find(id);
        let number =
            |number: f64| item.map_or_else(|| number.to_string(), |item| amount(self.texts, &item.response, number));
        let words = |(id, bound): (_, Option<f64>)| Some(self.texts.with(id, &[("number", Arg::from(number(bound?)))]));
        self.is(id, self.all(all.into_iter().filter_map(words).collect()))
    }

    fn all(&self, parts: Vec<String>) -> String {
        self.joined("condition-and", parts)
    }

    fn any(&self, parts: Vec<String>) -> String {
        self.joined("condition-or", parts)
    }

    fn not(&self, condition: String) -> String {
        self.texts.with("condition-not", &[("condition", condition.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    /// Writes an item as its id, and joins with signs.
    struct Signs;

    impl ConditionWords for Signs {
        fn answers(&self, item: &str, _: &[Value]) -> String {
            item.to_owned()
        }

        fn bounds(&self, item: &str, _: &Bounds) -> String {
            item.to_owned()
        }

        fn all(&self, parts: Vec<String>) -> String {
            parts.join(" & ")
        }

        fn any(&self, parts: Vec<String>) -> String {
            parts.join(" | ")
        }

        fn not(&self, condition: String) -> String {
            format!("!({condition})")
        }
    }

    #[test]
    fn brackets_stand_where_the_meaning_needs_them() {
        let item = |id: &str| Condition::Item { item: id.to_owned(), is: Vec::new() };
        let any = |any: Vec<Condition>| Condition::Any { any };
        let all = |all: Vec<Condition>| Condition::All { all };
        let a_or_b = || any(vec![item("a"), item("b")]);
        for (condition, words) in [
            (a_or_b(), "a | b"),
            (all(vec![a_or_b(), item("c")]), "(a | b) & c"),
            (all(vec![all(vec![a_or_b()]), item("c")]), "(a | b) & c"),
            (all(vec![any(vec![item("a")]), item("c")]), "a & c"),
            (all(vec![a_or_b()]), "a | b"),
            (all(vec![Condition::Not { not: Box::new(a_or_b()) }, item("c")]), "!(a | b) & c"),
        ] {
            assert_eq!(Signs.condition(&condition), words);
        }
        let texts = Texts::new(Lang::En);
        let checklist = Checklist::default();
        let condition = all(vec![all(vec![a_or_b()]), item("c")]);
        assert!(super::condition(&texts, &checklist, &condition).starts_with('('));
    }
}
