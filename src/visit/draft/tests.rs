//! Laws of drafts: undo, ids, conditions, versions.

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

fn bundled(text: &str) -> Checklist {
    serde_json::from_str(text).unwrap()
}

/// Makes a change that depends on a few numbers.
fn change(draft: &mut ChecklistDraft, clip: &mut Option<Clip>, (what, at, more): (u8, usize, usize)) {
    let places = draft.places();
    let place = places[at % places.len()];
    match what % 12 {
        0 => drop(draft.add_item(place)),
        1 => drop(draft.add_section(place)),
        2 => drop(draft.delete(place)),
        3 => drop(draft.move_by(place, more % 2 == 0)),
        4 => drop(draft.duplicate(place)),
        5 => *clip = draft.clip(place),
        6 => drop(clip.clone().and_then(|clip| draft.paste(place, &clip))),
        7 => {
            let mut other = bundled(include_str!("../../../checklists/management.json"));
            let section = other.sections.swap_remove(more % other.sections.len());
            drop(draft.paste(place, &Clip::of_items(section.items)));
        }
        8 => drop(draft.add_part(place, [&FieldKey::AddOption, &FieldKey::AddBand, &FieldKey::AddTerm][more % 3])),
        _ => {
            let mut forms = vec![Form::from(place)];
            forms.extend(
                (0..3).flat_map(|k| [Part::Option(k), Part::Band(k), Part::Term(k)]).map(|part| place.part(part)),
            );
            let fields: Vec<(Form, Field)> = forms
                .iter()
                .flat_map(|form| draft.fields(*form, &[]).into_iter().map(|field| (*form, field)))
                .collect();
            let (form, field) = &fields[more % fields.len()];
            let text = ["Smiles", "", "3", "yes", "a.b"][more % 5];
            let input = match &field.value {
                FieldValue::Text(texts) => {
                    Input::Text { language: texts[more % texts.len()].language.as_deref(), text }
                }
                FieldValue::Line(_) | FieldValue::Number(_) => Input::Typed(text),
                FieldValue::Flag(on) => Input::Flag(!on),
                FieldValue::Choice { rows, .. } => Input::Choose(more % rows.len().max(1)),
                FieldValue::Answers(answers) => Input::Toggle(more % answers.len().max(1)),
                _ => Input::Remove,
            };
            // What is refused changes nothing.
            let before = draft.checklist().clone();
            if draft.set(*form, &field.key, &input, Lang::En).is_err() {
                assert_eq!(*draft.checklist(), before);
            }
        }
    }
    if more % 4 == 0 {
        draft.end_typing();
    }
}

fn are_unique<'a>(ids: impl IntoIterator<Item = &'a str>) -> bool {
    let mut seen = BTreeSet::new();
    ids.into_iter().all(|id| crate::visit::checklist::is_id(id) && seen.insert(id))
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn any_changes_can_be_undone_and_redone(
        changes in proptest::collection::vec((0..12_u8, 0..60_usize, 0..1000_usize), 1..40),
        is_new in proptest::bool::ANY,
    ) {
        let mut draft = if is_new {
            ChecklistDraft::empty(&["fr", "en"], BTreeSet::new())
        } else {
            ChecklistDraft::edit(bundled(include_str!("../../../checklists/customer.json")), BTreeSet::new())
        };
        let start = draft.checklist().clone();
        let mut clip = None;
        for numbers in changes {
            change(&mut draft, &mut clip, numbers);
            proptest::prop_assert!(are_unique(draft.checklist().items().map(|(_, item)| item.id.as_str())));
            proptest::prop_assert!(are_unique(draft.checklist().sections.iter().map(|section| section.id.as_str())));
        }
        let end = draft.checklist().clone();
        let mut steps = 0;
        while draft.undo().is_some() {
            steps += 1;
        }
        proptest::prop_assert_eq!(draft.checklist(), &start);
        while draft.redo().is_some() {
            steps -= 1;
        }
        proptest::prop_assert_eq!(draft.checklist(), &end);
        proptest::prop_assert_eq!(steps, 0);
        // Whatever is wrong with it, it is kept and read as it is, and each fault has a field.
        let kept: Checklist = serde_json::from_value(serde_json::to_value(&end).unwrap()).unwrap();
        proptest::prop_assert_eq!(&kept, &end);
        let faults = draft.faults();
        for fault in &faults {
            let fields = draft.fields(fault.form, &faults);
            proptest::prop_assert!(fields.iter().any(|field| field.key == fault.key && field.faults.contains(&fault.kind)));
        }
    }
}

#[test]
fn ids_that_visits_refer_to_never_change() {
    let base = with_items(&["Smiles"]).checklist().clone();
    let mut draft = ChecklistDraft::edit(base, BTreeSet::from(["waves".to_owned()]));
    let old = Place::Item(0, 0);
    type_in(&mut draft, old.into(), &FieldKey::Label, "en", "Smiles and nods");
    assert_eq!(item_ids(&draft), ["smiles"]);
    assert_eq!(draft.set(old.into(), &FieldKey::Id, &Input::Typed("nods"), Lang::En), Err(FieldProblem::IdFixed));
    // A new one does not take the id of one that is deleted, or that an earlier version had.
    draft.delete(old);
    for label in ["Smiles", "Waves"] {
        let place = draft.add_item(Place::Section(0));
        type_in(&mut draft, place.into(), &FieldKey::Label, "en", label);
    }
    assert!(item_ids(&draft).iter().all(|id| *id != "smiles" && *id != "waves"), "{:?}", item_ids(&draft));
    let new = Place::Item(0, 0);
    assert_eq!(draft.set(new.into(), &FieldKey::Id, &Input::Typed("Été"), Lang::En), Err(FieldProblem::NotAnId));
    assert_eq!(draft.set(new.into(), &FieldKey::Id, &Input::Typed("smiles"), Lang::En), Err(FieldProblem::IdTaken));
    assert_eq!(draft.set(new.into(), &FieldKey::Id, &Input::Typed("by.hand"), Lang::En), Ok(()));
    type_in(&mut draft, new.into(), &FieldKey::Label, "en", "Something else");
    assert_eq!(item_ids(&draft)[0], "by.hand");
}

#[test]
fn conditions_are_chosen_and_follow_ids() {
    let mut draft = with_items(&["Greets", "Why not", "Waits"]);
    let (greets, why) = (Place::Item(0, 0), Place::Item(0, 1));
    let term = draft.add_part(why, &FieldKey::AddTerm).unwrap();
    assert!(draft.faults().iter().any(|fault| (fault.form, &fault.key) == (term, &FieldKey::Answers)));
    // The answers of a yes/no question: yes, partly, no.
    draft.set(term, &FieldKey::Answers, &Input::Toggle(2), Lang::En).unwrap();
    assert_eq!(draft.faults(), []);
    let when = || serde_json::json!({"item": "greets", "is": ["no"]});
    assert_eq!(serde_json::to_value(&draft.item(why).unwrap().when).unwrap(), when());
    type_in(&mut draft, greets.into(), &FieldKey::Label, "en", "Greets first");
    let renamed = serde_json::to_value(&draft.item(why).unwrap().when).unwrap();
    assert_eq!(renamed, serde_json::json!({"item": "greets-first", "is": ["no"]}));
    // A copy of both: the condition is about the copy.
    let clip = Clip::of_items(draft.checklist().sections[0].items[..2].to_vec());
    let pasted = draft.paste(Place::Item(0, 2), &clip).unwrap();
    assert_eq!(pasted.dropped, []);
    let copied = item_ids(&draft)[3].to_owned();
    assert_eq!(serde_json::to_value(&draft.item(Place::Item(0, 4)).unwrap().when).unwrap()["item"], copied);
    // Alone, in another checklist, it is dropped and named.
    let mut other = with_items(&["Other"]);
    let item = draft.item(why).unwrap().clone();
    let pasted = other.paste(Place::Section(0), &Clip::of_items(vec![item.clone()])).unwrap();
    assert_eq!(pasted.dropped, [item.label]);
    // Without the item, the fault is at the condition.
    assert_eq!(draft.dependents(greets).len(), 1);
    draft.delete(greets);
    let fault = draft.faults().into_iter().find(|fault| matches!(fault.kind, FaultKind::UnknownItem { .. })).unwrap();
    assert_eq!((fault.form, fault.key), (Place::Item(0, 0).part(Part::Term(0)), FieldKey::TermItem));
}

#[test]
fn a_nested_condition_is_kept_and_can_only_be_removed() {
    let mut draft = with_items(&["A", "B", "C"]);
    let nested = serde_json::json!({"any": [{"item": "a", "is": ["no"]}, {"all": [
        {"item": "a", "is": ["yes"]}, {"not": {"item": "b", "is": ["yes"]}}]}]});
    draft.checklist.sections[0].items[2].when = serde_json::from_value(nested.clone()).unwrap();
    let place = Place::Item(0, 2);
    let fields = draft.fields(place.into(), &[]);
    assert!(fields.iter().any(|field| matches!(field.value, FieldValue::Condition(_))));
    assert!(draft.add_part(place, &FieldKey::AddTerm).is_none());
    type_in(&mut draft, place.into(), &FieldKey::Label, "en", "C and more");
    assert_eq!(serde_json::to_value(&draft.item(place).unwrap().when).unwrap(), nested);
    draft.set(place.into(), &FieldKey::When, &Input::Remove, Lang::En).unwrap();
    assert_eq!(draft.item(place).unwrap().when, None);
}

#[test]
fn another_type_keeps_what_fits() {
    let mut draft = with_items(&["Rating"]);
    let place = Place::Item(0, 0);
    let types = crate::visit::checklist::Response::TYPES;
    let choose = |draft: &mut ChecklistDraft, name: &str| {
        let at = types.iter().position(|other| *other == name).unwrap();
        draft.set(place.into(), &FieldKey::Type, &Input::Choose(at), Lang::En).unwrap();
    };
    choose(&mut draft, "scale");
    draft.set(place.into(), &FieldKey::Max, &Input::Typed("5"), Lang::En).unwrap();
    assert_eq!(draft.set(place.into(), &FieldKey::Max, &Input::Typed("5.5"), Lang::En), Err(FieldProblem::NotWhole));
    choose(&mut draft, "number");
    assert_eq!(
        serde_json::to_value(&draft.item(place).unwrap().response).unwrap(),
        serde_json::json!({"type": "number", "min": 0.0, "max": 5.0})
    );
    choose(&mut draft, "timer");
    let band = draft.add_part(place, &FieldKey::AddBand).unwrap();
    draft.set(band, &FieldKey::Limit, &Input::Typed("30"), Lang::En).unwrap();
    choose(&mut draft, "count");
    let count = serde_json::json!({"type": "count", "bands": [{"up_to": 30.0, "points": 0.0}]});
    assert_eq!(serde_json::to_value(&draft.item(place).unwrap().response).unwrap(), count);
    assert_eq!(draft.item(place).unwrap().label.get(Lang::En), "Rating");
}

#[test]
fn what_lacks_a_language_is_told_at_its_field() {
    let mut draft = with_items(&["Smiles"]);
    draft.set(Place::Header.into(), &FieldKey::Languages, &Input::Choose(2), Lang::En).unwrap();
    assert_eq!(draft.languages(), ["fr", "en"]);
    let faults = draft.faults();
    let fields = draft.fields(Place::Item(0, 0).into(), &faults);
    let FieldValue::Text(texts) = &fields[0].value else { panic!("{fields:?}") };
    assert_eq!(texts.iter().map(|text| text.is_missing).collect::<Vec<_>>(), [true, false]);
    assert_eq!(fields[0].faults, [FaultKind::MissingText { language: "fr".to_owned() }]);
    assert_eq!(item_ids(&draft), ["smiles"]);
}

#[test]
fn the_next_version_is_a_patch_for_confirmed_texts_and_minor_otherwise() {
    let kept = |versions: &[&str]| versions.iter().map(|&version| version.to_owned()).collect::<Vec<_>>();
    for (current, kept_versions, difference, is_same_meaning, next) in [
        ("1.0.0", vec![], Difference::Texts, true, "1.0.1"),
        ("1.0.0", vec![], Difference::Texts, false, "1.1.0"),
        ("1.0.0", vec![], Difference::Score, true, "1.1.0"),
        ("1.0.0", vec!["1.0.1"], Difference::Texts, true, "1.0.2"),
        ("1.0.0", vec!["1.4.2", "1.3.0"], Difference::Texts, true, "1.5.0"),
        ("1.0.0", vec!["1.4.2", "1.3.0"], Difference::Score, false, "1.5.0"),
        ("3", vec![], Difference::Texts, true, "3.0.1"),
        ("3", vec!["10.2"], Difference::Score, true, "10.3.0"),
        ("spring", vec![], Difference::Texts, true, "spring.1"),
        ("spring", vec![], Difference::Score, true, "spring.1.0"),
        ("spring.1.0", vec!["spring"], Difference::Score, true, "spring.2.0"),
        ("2024-03", vec![], Difference::Score, true, "2024-03.1.0"),
    ] {
        let found = next_version(current, &kept(&kept_versions), difference, is_same_meaning);
        assert_eq!(found, next, "{current} {kept_versions:?} {difference:?} {is_same_meaning}");
        for before in kept_versions.iter().chain([&current]) {
            assert!(crate::visit::version::compare(&found, before).is_gt(), "{found} after {before}");
        }
    }
}

#[test]
fn what_changes_a_score_is_told_from_texts() {
    let base = with_items(&["Smiles"]).checklist().clone();
    let place = Place::Item(0, 0);
    let after = |key: &FieldKey, input: &Input<'_>| {
        let mut draft = ChecklistDraft::edit(base.clone(), BTreeSet::new());
        draft.set(place.into(), key, input, Lang::En).unwrap();
        draft.difference()
    };
    let text = |text: &'static str| Input::Text { language: Some("en"), text };
    assert_eq!(after(&FieldKey::Label, &text("Smiles")), Difference::None);
    assert_eq!(after(&FieldKey::Label, &text("Smiles at you")), Difference::Texts);
    assert_eq!(after(&FieldKey::Guide("yes".to_owned()), &text("teeth")), Difference::Texts);
    assert_eq!(after(&FieldKey::NoteRequired, &Input::Toggle(2)), Difference::Texts);
    for (key, input) in [
        (FieldKey::Weight, Input::Typed("2")),
        (FieldKey::PointsPartly, Input::Typed("0.25")),
        (FieldKey::Critical, Input::Flag(true)),
        (FieldKey::Scored, Input::Flag(false)),
        (FieldKey::Type, Input::Choose(1)),
        (FieldKey::Partly, Input::Flag(false)),
    ] {
        assert_eq!(after(&key, &input), Difference::Score, "{key:?}");
    }
}

#[test]
fn an_unknown_field_is_a_fault_and_one_of_the_author_is_kept() {
    let text = r#"{"format": "esprit.checklist/1", "id": "shop", "version": "1", "relation": "customer", "title": "Shop",
        "sections": [{"id": "s", "title": "S", "x_colour": "red", "items": [
        {"id": "a", "label": "A", "response": {"type": "behaviour"}, "criticle": true, "x_ref": 7}]}]}"#;
    let mut draft = ChecklistDraft::edit(bundled(text), BTreeSet::new());
    let faults = draft.faults();
    let key = FieldKey::Unknown("criticle".to_owned());
    assert_eq!((faults.len(), faults[0].form, &faults[0].key), (1, Place::Item(0, 0).into(), &key));
    assert!(matches!(&faults[0].kind, FaultKind::UnknownField { near: Some(near), .. } if near == "critical"));
    draft.set(Place::Item(0, 0).into(), &key, &Input::Remove, Lang::En).unwrap();
    assert_eq!(draft.faults(), []);
    assert_eq!(
        draft.item(Place::Item(0, 0)).unwrap().own,
        serde_json::json!({"x_ref": 7}).as_object().unwrap().clone()
    );
}
