//! Conditions as a form shows them: terms that are joined by "all" or "any", each of which may be negated.

use super::ChecklistDraft;
use super::place::Place;
use crate::visit::checklist::{Bounds, Condition, Item};

/// A condition as terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Whether one term is enough; otherwise all must hold.
    pub any: bool,
    pub terms: Vec<Term>,
}

/// A term: a test of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Whether the test must fail.
    pub is_negated: bool,
    /// The test: answers of an item, or one bound of a number.
    pub test: Condition,
}

impl Term {
    /// Returns the id of the item.
    pub fn item(&self) -> &str {
        match &self.test {
            Condition::Item { item, .. } | Condition::Number { item, .. } => item,
            _ => "",
        }
    }

    /// Creates a term on an item that nothing is said of yet: no answer is named, or a number is at least 1.
    pub(super) fn on(item: &Item) -> Self {
        let id = item.id.clone();
        let test = if item.response.is_numeric() {
            Condition::Number { item: id, bounds: Bounds { at_least: Some(1.0), ..Bounds::default() } }
        } else {
            Condition::Item { item: id, is: Vec::new() }
        };
        Self { is_negated: false, test }
    }

    fn from_condition(condition: &Condition) -> Option<Self> {
        let (is_negated, test) = match condition {
            Condition::Not { not } => (true, not.as_ref()),
            other => (false, other),
        };
        let is_simple = match test {
            Condition::Item { .. } => true,
            Condition::Number { bounds, .. } => bounds.set().count() <= 1,
            _ => false,
        };
        is_simple.then(|| Self { is_negated, test: test.clone() })
    }

    fn into_condition(self) -> Condition {
        if self.is_negated { Condition::Not { not: Box::new(self.test) } } else { self.test }
    }
}

impl Terms {
    /// Returns a condition as terms; `None` if it is nested more deeply than that.
    pub fn from_condition(condition: &Condition) -> Option<Self> {
        let (any, several) = match condition {
            Condition::All { all } => (false, all.as_slice()),
            Condition::Any { any } => (true, any.as_slice()),
            one => (false, std::slice::from_ref(one)),
        };
        let terms: Vec<Term> = several.iter().map(Term::from_condition).collect::<Option<_>>()?;
        (!terms.is_empty()).then_some(Self { any, terms })
    }

    /// Returns the condition; `None` without terms.
    pub fn into_condition(self) -> Option<Condition> {
        let mut several: Vec<Condition> = self.terms.into_iter().map(Term::into_condition).collect();
        match several.len() {
            0 | 1 => several.pop(),
            _ if self.any => Some(Condition::Any { any: several }),
            _ => Some(Condition::All { all: several }),
        }
    }
}

impl ChecklistDraft {
    /// Returns the items before a place, which its condition can be about.
    pub fn earlier_items(&self, place: Place) -> impl Iterator<Item = &Item> {
        let before = move |&((s, i), _): &((usize, usize), &Item)| Place::Item(s, i) < place;
        let is_before = matches!(place, Place::Item(..));
        self.items_at().take_while(move |at| is_before && before(at)).map(|(_, item)| item)
    }
}
