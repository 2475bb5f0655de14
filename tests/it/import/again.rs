//! A checklist that is here already and is imported again: its questions keep their ids.

use super::{items, kinds};
use esprit::import::{self, Imported, Library, RemarkKind};
use esprit::visit::Definition;
use std::sync::Arc;

/// Imports a text into a library that has these versions of the checklist, the newest first.
fn imported(versions: &[&Imported], text: &str) -> Imported {
    let versions: Vec<Arc<Definition>> =
        versions.iter().map(|version| Arc::new(Definition::new(version.document.clone()).unwrap())).collect();
    let of_shop = |id: &str| if id == "shop" { versions.clone() } else { Vec::new() };
    let library = Library { id: None, versions: &of_shop };
    import::read(&library, "shop.csv", text.as_bytes()).unwrap_or_else(|error| panic!("{error:#?}"))
}

/// Returns the ids of the questions with these words.
fn ids<'i>(imported: &'i Imported, words: &[&str]) -> Vec<&'i str> {
    let of = |word: &&str| {
        let mut found =
            items(imported).into_iter().filter(|item| item.label.get(esprit::text::Lang::Fr).contains(*word));
        found.next().unwrap_or_else(|| panic!("no {word}")).id.as_str()
    };
    words.iter().map(of).collect()
}

const NUMBERED: &str = "N°;Question;Réponse\n1;Bonjour dit ?;oui/non\n2;Sourire ?;oui/non\n3;Note ;note 0-10\n";

#[test]
fn the_same_sheet_is_the_same_checklist() {
    let first = imported(&[], NUMBERED);
    let mut later = first.clone();
    later.document["version"] = "1.4.0".into();
    later.document["relation"] = "internal".into();
    let again = imported(&[&later, &first], NUMBERED);
    assert_eq!(again.document, later.document, "what the sheet does not say stays as it is");
    assert_eq!(again.doubts, []);
}

#[test]
fn a_question_that_moves_keeps_its_id_and_a_new_one_gets_one_that_was_never_used() {
    let first = imported(&[], NUMBERED);
    assert_eq!(ids(&first, &["Bonjour", "Sourire", "Note"]), ["q1", "q2", "q3"]);
    let moved = "N°;Question;Réponse\n1;Vitrine propre ?;oui/non\n2;BONJOUR dit;oui/non\n3;Note;note 0-10\n4;Sourire ?;oui/non\n";
    let second = imported(&[&first], moved);
    assert_eq!(ids(&second, &["BONJOUR", "Sourire", "Note"]), ["q1", "q2", "q3"]);
    let new = ids(&second, &["Vitrine"])[0];
    assert!(!["q1", "q2", "q3", "q4"].contains(&new), "{new}");
    assert_eq!(second.doubts, []);
    // A question that comes back is the one that it was, and its number is never another one's.
    let without = imported(&[&second, &first], "N°;Question;Réponse\n1;Bonjour dit ?;oui/non\n2;Note;note 0-10\n");
    let back = "N°;Question;Réponse\n1;Bonjour dit ?;oui/non\n2;Accueil ?;oui/non\n3;Sourire ?;oui/non\n";
    let back = imported(&[&without, &second, &first], back);
    assert_eq!(ids(&back, &["Bonjour", "Sourire"]), ["q1", "q2"]);
    assert_ne!(ids(&back, &["Accueil"]), ["q2"]);
}

#[test]
fn a_question_in_other_words_is_known_by_its_number_and_that_is_said() {
    let first = imported(&[], NUMBERED);
    let reworded = NUMBERED.replace("Sourire ?", "Un sourire franc ?");
    let second = imported(&[&first], &reworded);
    assert_eq!(ids(&second, &["franc"]), ["q2"]);
    assert_eq!(kinds(&second.doubts), [(3, 1, RemarkKind::Reworded { before: "Sourire ?".into() })]);
    // Another kind of answer is another question.
    let other = imported(&[&first], &NUMBERED.replace("Sourire ?;oui/non", "Attente;chrono"));
    assert_ne!(ids(&other, &["Attente"]), ["q2"]);
}

#[test]
fn conditions_and_answers_follow_the_ids_that_are_kept() {
    let sheet =
        "N°;Question;Réponses et points;Seulement si\n1;Caisse ?;\"Libre (1)\nOccupée (0)\";\n2;Attente ?;;1 = libre\n";
    let mut first = imported(&[], sheet);
    let text = first.document.to_string().replace("\"libre\"", "\"o1\"").replace("\"q1\"", "\"till\"");
    first.document = serde_json::from_str(&text).unwrap();
    let second = imported(&[&first], &sheet.replace("\n2;", "\n2;Entrée ?;;\n3;"));
    let when = serde_json::to_value(&items(&second)[2].when).unwrap();
    assert_eq!(when, serde_json::json!({"item": "till", "is": ["o1"]}));
    assert_eq!(ids(&second, &["Caisse", "Attente"]), ["till", "q2"]);
}

#[test]
fn a_text_that_stands_in_several_sections_is_known_by_its_section() {
    let sheet = |sections: &[&str]| {
        let rows = sections.iter().map(|section| format!("{section};Commentaire;texte\n"));
        format!("Rubrique;Question;Réponse\n{}", rows.collect::<String>())
    };
    let first = imported(&[], &sheet(&["Accueil", "Caisse", "Départ"]));
    let second = imported(&[&first], &sheet(&["Parking", "Caisse", "Accueil", "Départ"]));
    let id = |imported: &Imported, at: usize| items(imported)[at].id.clone();
    assert_eq!([id(&second, 1), id(&second, 2), id(&second, 3)], [id(&first, 1), id(&first, 0), id(&first, 2)]);
    let old = [id(&first, 0), id(&first, 1), id(&first, 2)];
    assert!(!old.contains(&id(&second, 0)));
    let section = |imported: &Imported, at: usize| imported.checklist.sections[at].id.clone();
    assert_eq!(section(&second, 2), section(&first, 0));
}

#[test]
fn what_no_column_can_say_is_kept_of_a_question_that_is_the_same() {
    let mut first = imported(&[], "Question;Réponse\nAttente ?;chrono\n");
    let item = &mut first.document["sections"][0]["items"][0];
    item["id"] = "wait".into();
    item["x_team"] = "a".into();
    item["guide"] = serde_json::json!({"self_audit": "Chronométrez-vous."});
    item["label"] = serde_json::json!({"fr": "Attente ?", "en": "Wait?"});
    let second = imported(&[&first], "Question;Réponse\nAttente ?;chrono\nSourire ?;oui/non\n");
    assert_eq!(second.document["sections"][0]["items"][0], first.document["sections"][0]["items"][0]);
}

#[test]
fn a_large_checklist_is_matched_at_once() {
    let sheet = |numbers: &[usize]| {
        let lines: Vec<String> = numbers.iter().map(|number| format!("Question numéro {number} ?")).collect();
        format!("Question\n{}\n", lines.join("\n"))
    };
    let mut numbers: Vec<usize> = (0..2000).collect();
    let first = imported(&[], &sheet(&numbers));
    numbers.reverse();
    let second = imported(&[&first], &sheet(&numbers));
    let mut reversed: Vec<&str> = items(&second).iter().map(|item| item.id.as_str()).collect();
    reversed.reverse();
    assert_eq!(reversed, items(&first).iter().map(|item| item.id.as_str()).collect::<Vec<_>>());
}

#[test]
fn a_form_keeps_the_relation_that_it_cannot_name() {
    let form = "type,name,label\ntext,a,Remark\n";
    let mut first = imported(&[], form);
    assert_eq!(first.checklist.id, "shop");
    first.document["relation"] = "internal".into();
    assert_eq!(imported(&[&first], form).document, first.document);
}
