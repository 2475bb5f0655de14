//! Finds the questions that a checklist of the library has already, so that they keep their ids in its next version.

use crate::text::{Lang, fold_name};
use crate::visit::checklist::{Item, LocalText};
use crate::visit::definition::Definition;
use std::collections::HashSet;
use std::sync::Arc;

/// What an import knows of the library.
#[derive(Clone, Copy)]
pub struct Library<'a> {
    /// The id that the checklist gets, whatever the file says.
    pub id: Option<&'a str>,
    /// Returns the versions of the checklist with an id, the newest first.
    pub versions: &'a dyn Fn(&str) -> Vec<Arc<Definition>>,
}

impl Library<'_> {
    /// A library without checklists.
    #[cfg(feature = "testing")]
    pub const EMPTY: Library<'static> = Library { id: None, versions: &|_| Vec::new() };

    /// Returns the versions of the checklist that a file with this id is of.
    pub(super) fn versions_of(&self, id: &str) -> Vec<Arc<Definition>> {
        (self.versions)(self.id.unwrap_or(id))
    }
}

/// A question of an earlier version.
#[derive(Clone, Debug)]
pub(super) struct EarlierQuestion<'d> {
    texts: FoldedTexts,
    pub(super) item: &'d Item,
    /// Whether the newest version has it.
    is_current: bool,
}

/// Returns the questions of these versions, the newest first; each id is there once.
pub(super) fn questions(versions: &[Arc<Definition>]) -> Vec<EarlierQuestion<'_>> {
    let mut ids = HashSet::new();
    let mut all = Vec::new();
    for (at, definition) in versions.iter().enumerate() {
        for section in &definition.checklist().sections {
            for item in section.items.iter().filter(|item| ids.insert(&item.id)) {
                let texts = FoldedTexts::new(&section.title, &item.label);
                all.push(EarlierQuestion { texts, item, is_current: at == 0 });
            }
        }
    }
    all
}

/// A question of the file.
#[derive(Clone, Debug)]
pub(super) struct NewQuestion<'f> {
    pub(super) texts: FoldedTexts,
    pub(super) item: &'f Item,
    /// The id that the file names; empty if it names none.
    pub(super) id: &'f str,
    /// The id that its number makes.
    pub(super) by_number: Option<String>,
}

impl NewQuestion<'_> {
    fn has_id_of(&self, earlier: &EarlierQuestion<'_>) -> bool {
        self.id == earlier.item.id
    }

    fn has_text_of(&self, earlier: &EarlierQuestion<'_>) -> bool {
        self.id.is_empty() && same(&self.texts.label, &earlier.texts.label)
    }

    fn has_number_of(&self, earlier: &EarlierQuestion<'_>) -> bool {
        self.id.is_empty() && self.by_number.as_ref() == Some(&earlier.item.id)
    }

    /// Returns whether it is the same question in other words.
    fn is_reworded(&self, earlier: &EarlierQuestion<'_>) -> bool {
        let same_type = self.item.response.type_name() == earlier.item.response.type_name();
        earlier.is_current && same_type && self.has_number_of(earlier)
    }
}

/// Returns the earlier question that each question is, if any; none is found twice.
///
/// A question is the earlier one with its id, or else the one with its text: rather in the same section, or with the same
/// number, than elsewhere. One with a new text is the one that has its number, if that is left over.
pub(super) fn find<'d>(questions: &[NewQuestion<'_>], earlier: &[EarlierQuestion<'d>]) -> Vec<Option<&'d Item>> {
    type Test = fn(&NewQuestion<'_>, &EarlierQuestion<'_>) -> bool;
    let tests: [Test; 5] = [
        |new, earlier| new.has_id_of(earlier),
        |new, earlier| new.has_text_of(earlier) && same(&new.texts.section, &earlier.texts.section),
        |new, earlier| new.has_text_of(earlier) && new.has_number_of(earlier),
        |new, earlier| new.has_text_of(earlier),
        |new, earlier| new.is_reworded(earlier),
    ];
    let mut left: Vec<&EarlierQuestion<'d>> = earlier.iter().collect();
    let mut found = vec![None; questions.len()];
    for test in tests {
        for (question, found) in questions.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            if let Some(at) = left.iter().position(|earlier| test(question, earlier)) {
                *found = Some(left.remove(at).item);
            }
        }
    }
    found
}

/// What is compared of the texts of a question, by language.
#[derive(Clone, Debug)]
pub(super) struct FoldedTexts {
    section: [String; 2],
    label: [String; 2],
}

impl FoldedTexts {
    pub(super) fn new(section: &LocalText, label: &LocalText) -> Self {
        Self { section: folded(section), label: folded(label) }
    }
}

fn folded(text: &LocalText) -> [String; 2] {
    Lang::ALL.map(|lang| fold_name(text.get(lang)))
}

/// Returns whether two texts are the same in a language.
fn same(one: &[String; 2], other: &[String; 2]) -> bool {
    one.iter().zip(other).any(|(one, other)| one == other && !one.is_empty())
}

/// Returns whether two texts are the same in a language of both.
pub(super) fn is_same_text(one: &LocalText, other: &LocalText) -> bool {
    same(&folded(one), &folded(other))
}
