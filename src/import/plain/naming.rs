//! The ids of the items, and what an export or an earlier version lends them.

use super::cell_text::shown;
use super::item::Draft;
use super::sections::Sections;
use crate::import::columns::Column;
use crate::import::earlier::{self, EarlierQuestion, FoldedTexts, NewQuestion};
use crate::import::remark::{RemarkKind, Remarks};
use crate::text::Lang;
use crate::visit::Value;
use crate::visit::checklist::{Item, LocalText, Response, free_id_from, id_from, is_id};
use std::collections::HashSet;

/// Names the items, and lends those of an export or of an earlier version what the table lacks.
pub(super) fn name(
    drafts: &mut [Draft<'_>],
    sections: &Sections,
    earlier: &[EarlierQuestion<'_>],
    remarks: &mut Remarks,
) {
    let found = earlier_items(drafts, sections, earlier);
    let mut taken: HashSet<String> = drafts.iter().map(|draft| draft.line.cell(Column::Id).to_owned()).collect();
    // An id that an earlier version has for another question is never given again.
    taken.extend(earlier.iter().map(|earlier| earlier.item.id.clone()));
    for (draft, earlier) in drafts.iter_mut().zip(found) {
        let exported = draft.kept.as_ref().and_then(|kept| kept.item.clone());
        if let Some(exported) = exported {
            match serde_json::from_value::<Item>(exported) {
                Ok(kept) if draft.unchanged => {
                    draft.item = kept.clone();
                    lend_answers(draft, &kept);
                    continue;
                }
                Ok(kept) => lend(draft, kept),
                Err(_) => remarks.error(draft.line.place(Column::Id), RemarkKind::OwnCell),
            }
        } else if let Some(earlier) = earlier {
            lend_to_unmarked(draft, earlier, remarks);
        }
        let cell = draft.line.cell(Column::Id);
        draft.item.id = match earlier {
            Some(earlier) => earlier.id.clone(),
            None if cell.is_empty() => new_id(draft, &taken),
            None if is_id(cell) => cell.to_owned(),
            None => id_from(cell).unwrap_or_else(|| cell.to_owned()),
        };
        taken.insert(draft.item.id.clone());
    }
}

/// Returns the item of an earlier version that each draft is, if any.
fn earlier_items<'d>(
    drafts: &[Draft<'_>],
    sections: &Sections,
    earlier: &[EarlierQuestion<'d>],
) -> Vec<Option<&'d Item>> {
    if earlier.is_empty() {
        return vec![None; drafts.len()];
    }
    let untitled = LocalText::default();
    let question = |draft| {
        let Draft { line, item, section, .. }: &Draft<'_> = draft;
        let title = sections.all.get(*section).map_or(&untitled, |section| &section.title);
        let texts = FoldedTexts::new(title, &item.label);
        NewQuestion { texts, item, id: line.cell(Column::Id), by_number: id_by_number(draft) }
    };
    earlier::find(&drafts.iter().map(question).collect::<Vec<_>>(), earlier)
}

/// Returns the id that the number of a question makes.
fn id_by_number(draft: &Draft<'_>) -> Option<String> {
    let number = draft.line.cell(Column::Number);
    let is_digits = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    id_from(&if is_digits && !number.is_empty() { format!("q{number}") } else { number.to_owned() })
}

/// Returns an id that is not taken: by the number, or by the text.
fn new_id(draft: &Draft<'_>, taken: &HashSet<String>) -> String {
    let is_taken = |id: &str| taken.contains(id);
    let by_number = id_by_number(draft).filter(|id| !is_taken(id));
    let id = by_number.or_else(|| free_id_from(draft.item.label.get(Lang::Fr), is_taken));
    // A text without a letter, or one that stands more often than ids can differ.
    id.unwrap_or_else(|| format!("row_{}", draft.line.row.number))
}

/// Adds what the table lacks to an item of a sheet that was not exported, and the languages that its text had.
fn lend_to_unmarked(draft: &mut Draft<'_>, earlier: &Item, remarks: &mut Remarks) {
    lend(draft, earlier.clone());
    let is_one_of =
        |text: &String| matches!(&earlier.label, LocalText::Each(texts) if texts.values().any(|known| known == text));
    if matches!(&draft.item.label, LocalText::Same(text) if is_one_of(text)) {
        draft.item.label = earlier.label.clone();
    }
    if draft.line.cell(Column::Id).is_empty() && !earlier::is_same_text(&draft.item.label, &earlier.label) {
        let before = shown(earlier.label.get(Lang::Fr));
        remarks.doubt(draft.line.place(Column::Question), RemarkKind::Reworded { before });
    }
}

/// Adds what the table cannot show to an item that was changed.
fn lend(draft: &mut Draft<'_>, kept: Item) {
    lend_answers(draft, &kept);
    let item = &mut draft.item;
    item.role = kept.role;
    item.own = kept.own;
    let shown = ["yes", "partly", "no", "how"];
    let answers: Vec<String> = draft.answered.names.iter().map(|(.., value)| value.to_string()).collect();
    for (key, text) in kept.guide {
        let fits = Item::GUIDE_KEYS.contains(&key.as_str()) || answers.contains(&key);
        if !shown.contains(&key.as_str()) && fits {
            item.guide.entry(key).or_insert(text);
        }
    }
    match (&mut item.response, kept.response) {
        (Response::Timer { starts, .. }, Response::Timer { starts: kept, .. }) => *starts = kept,
        (Response::Number { min, max, message, .. }, Response::Number { min: least, max: most, message: said, .. }) => {
            *message = said;
            *min = min.or(least);
            *max = max.or(most);
        }
        _ => {}
    }
}

/// Restores the ids that the options of a choice had, by their texts.
fn lend_answers(draft: &mut Draft<'_>, kept: &Item) {
    let Response::Choice { options: kept, .. } = &kept.response else { return };
    let mut ids = Vec::new();
    if let Response::Choice { options, .. } = &mut draft.item.response {
        for option in options {
            let same = kept
                .iter()
                .find(|known| Lang::ALL.iter().any(|lang| known.label.get(*lang) == option.label.get(*lang)));
            let Some(same) = same else { continue };
            ids.push((option.id.clone(), same.id.clone()));
            option.id.clone_from(&same.id);
            option.own.clone_from(&same.own);
            option.exclusive = same.exclusive;
        }
    }
    let renamed = |id: &str| ids.iter().find(|(old, _)| old == id).map(|(_, new)| Value::text(new));
    let values = draft.answered.names.iter_mut().map(|(.., value)| value).chain(&mut draft.item.note_required_on);
    for value in values {
        if let Some(new) = value.as_text().and_then(renamed) {
            *value = new;
        }
    }
}
