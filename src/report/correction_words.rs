//! Formats the corrections of a visit; used by all front ends.

use super::visit_words::{header_fact, time_of_day, value};
use crate::text::Texts;
use crate::visit::changes::{Change, Content, Correction, Subject};
use crate::visit::{Item, Visit};

/// Returns who corrected a visit, when and why, as a sentence.
pub fn heading(texts: &Texts, correction: &Correction) -> String {
    let id = if correction.void { "correction-void" } else { "correction-made" };
    let args = [
        ("by", correction.by.as_str().into()),
        ("at", texts.day_time(correction.at.civil()).into()),
        ("reason", correction.reason.as_str().into()),
    ];
    texts.with(id, &args)
}

/// Returns a change as a line: what, before, after.
pub fn change(texts: &Texts, visit: &Visit, change: &Change) -> String {
    let item = |id: &str| visit.definition().position(id).map(|index| visit.definition().item(index));
    let label = |item: Option<&Item>| item.map(|item| item.label.get(texts.lang()).to_owned()).unwrap_or_default();
    let (what, of) = match &change.subject {
        Subject::Answer { item: id } => (label(item(id)), item(id)),
        Subject::Observed { item: id } => {
            (texts.with("correction-observed", &[("item", label(item(id)).into())]), item(id))
        }
        Subject::Note { item: id } => (texts.with("correction-note", &[("item", label(item(id)).into())]), item(id)),
        Subject::VisitNote => (texts.get("app-note").to_owned(), None),
        Subject::Site => (texts.get("app-before-site").to_owned(), None),
        Subject::Observer => (texts.get("app-before-observer").to_owned(), None),
        Subject::Kind => (texts.get("app-before-kind").to_owned(), None),
        Subject::Remark => (texts.get("app-before-remark").to_owned(), None),
    };
    let content = |content: &Content| match (content, of) {
        (Content::Answer(value), Some(item)) => self::value(texts, item, value),
        (Content::Text(text), _) => text.clone(),
        (Content::Time(at), _) => time_of_day(*at),
        (Content::Fact(fact), _) => header_fact(texts, fact),
        _ => texts.get("correction-nothing").to_owned(),
    };
    let (before, after) = (content(&change.before), content(&change.after));
    texts.with("correction-change", &[("what", what.into()), ("before", before.into()), ("after", after.into())])
}
