use super::*;
use crate::text::Lang;
use crate::visit::validate::FaultKind;

fn type_in(draft: &mut ChecklistDraft, form: Form, key: &FieldKey, language: &str, text: &str) {
    for end in text.char_indices().map(|(at, c)| at + c.len_utf8()) {
        let input = Input::Text { language: Some(language), text: &text[..end] };
        draft.set(form, key, &input, Lang::En).unwrap();
    }
    draft.end_typing();
}

fn item_ids(draft: &ChecklistDraft) -> Vec<&str> {
    draft.checklist().items().map(|(_, item)| item.id.as_str()).collect()
}

/// A draft with one section and these items.
fn with_items(labels: &[&str]) -> ChecklistDraft {
    let mut draft = ChecklistDraft::empty(&["en"], BTreeSet::new());
    type_in(&mut draft, Place::Header.into(), &FieldKey::Title, "en", "Shop");
    type_in(&mut draft, Place::Section(0).into(), &FieldKey::Title, "en", "Greeting");
    let mut place = Place::Section(0);
    for label in labels {
        place = draft.add_item(place);
        type_in(&mut draft, place.into(), &FieldKey::Label, "en", label);
    }
    draft
}

#[test]
fn a_new_checklist_gets_its_ids_from_what_is_typed() {
    let mut draft = with_items(&["Smiles", "Says hello"]);
    assert_eq!(draft.checklist().id, "shop");
    assert_eq!(draft.checklist().sections[0].id, "greeting");
    assert_eq!(item_ids(&draft), ["smiles", "says-hello"]);
    assert_eq!(draft.faults(), []);
    // One word typed is one step.
    assert_eq!(draft.undo(), Some(Place::Item(0, 1)));
    assert_eq!(item_ids(&draft), ["smiles", "item-1"]);
    assert!(matches!(draft.faults()[0].kind, FaultKind::Blank | FaultKind::MissingText { .. }));
    draft.redo();
    assert_eq!(item_ids(&draft), ["smiles", "says-hello"]);
}
