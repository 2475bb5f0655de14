//! The rules of a condition: it names earlier items, and answers that they can have.

use super::{Check, FaultKind, Places};
use crate::visit::accepts::accepts;
use crate::visit::checklist::{Condition, Item, Response};
use crate::visit::value::Value;

impl Check<'_> {
    pub(super) fn condition(&mut self, when: &Condition, places: &Places<'_>, place: usize) {
        match when {
            Condition::Item { item, is } => {
                if let Some(asked) = self.earlier(item, places, place) {
                    self.at("is", |c| c.answers(is, &asked.response));
                }
                if is.is_empty() {
                    self.at("is", |c| c.fault(FaultKind::Empty));
                }
            }
            Condition::Number { item, bounds } => {
                let asked = self.earlier(item, places, place);
                if bounds.set().next().is_none() {
                    self.fault(FaultKind::NoBounds);
                } else if asked.is_some_and(|asked| !asked.response.is_numeric()) {
                    self.at("item", |c| c.fault(FaultKind::NotNumeric { id: item.clone() }));
                } else if bounds.are_empty() {
                    self.fault(FaultKind::Limits);
                }
            }
            Condition::All { all: several } => self.conditions("all", several, places, place),
            Condition::Any { any: several } => self.conditions("any", several, places, place),
            Condition::Not { not } => self.at("not", |c| c.condition(not, places, place)),
        }
    }

    /// Returns the item that a condition refers to, if it is an earlier one; anything else is a fault.
    fn earlier<'i>(&mut self, id: &str, places: &Places<'i>, place: usize) -> Option<&'i Item> {
        let kind = match places.get(id) {
            None => FaultKind::UnknownItem { id: id.to_owned() },
            Some((there, _)) if *there >= place => FaultKind::ForwardReference { id: id.to_owned() },
            Some((_, item)) => return Some(item),
        };
        self.at("item", |c| c.fault(kind));
        None
    }

    fn conditions(&mut self, key: &str, several: &[Condition], places: &Places<'_>, place: usize) {
        self.at(key, |c| {
            if several.is_empty() {
                c.fault(FaultKind::Empty);
            }
            c.each(several, |c, when| c.condition(when, places, place));
        });
    }

    /// Checks answers named in a condition or for a required note; of a multiple choice, a single option is valid.
    pub(super) fn answers(&mut self, named: &[Value], response: &Response) {
        self.each(named, |c, value| {
            let one_of_many = matches!(
                (response, value),
                (Response::Choice { options, .. }, Value::Text(id)) if options.iter().any(|o| o.id == *id)
            );
            if !one_of_many && !accepts(response, value) {
                c.fault(FaultKind::UnknownAnswer { value: value.to_string() });
            }
        });
    }
}
