//! What an export adds comes back: the same checklist, or what was changed in the table with the rest as it was.

use super::{items, taken};
use crate::support::read_checklist;
use esprit::import::columns::{Column, header};
use esprit::import::{ImportError, RemarkKind, own};
use esprit::visit::Definition;
use esprit::visit::digest::digest;
use serde_json::{Value, json};

/// A checklist with everything that the table cannot show.
fn checklist() -> Value {
    json!({
        "format": "esprit.checklist/1", "id": "front", "version": "2.3.1", "relation": "internal", "languages": ["fr"],
        "title": {"fr": "Envers les services"}, "x_author": {"team": null},
        "sections": [{
            "id": "one", "attitude": "greeting", "title": "Accueil", "x_a": 1,
            "items": [
                {"id": "a", "label": "Attente", "weight": 1, "guide": {"self_audit": "autrement"},
                 "response": {"type": "timer", "starts": "visit_start", "bands": [{"up_to_s": 30, "points": 1}]}},
                {"id": "b", "behaviour": "help", "label": "Aide", "x_b": [null, {"c": 1.5}],
                 "response": {"type": "choice", "options": [
                    {"id": "o1", "label": "Oui", "points": 1, "x_o": true}, {"id": "o2", "label": "Jamais", "points": 0}]}}
            ]}]
    })
}

const HEADERS: [&str; 6] = ["Rubrique", "Attitude", "Id", "Question", "Réponse", "Réponses et points"];
const ROWS: [[&str; 6]; 2] = [
    ["Accueil", "Accueil", "a", "Attente", "chrono", "≤ 30 s (1)"],
    ["", "", "b", "Aide", "choix", "Oui (1)\nJamais (0)"],
];

/// Writes the table as an export does, with the rows as they are now.
fn table(rows: [[&str; 6]; 2]) -> String {
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    let whole = checklist();
    let mut head = whole.clone();
    head.as_object_mut().unwrap().remove("sections");
    let mut section = whole["sections"][0].clone();
    section.as_object_mut().unwrap().remove("items");
    let mut text = format!("{};esprit::row;esprit::item;esprit::section;esprit::checklist\n", HEADERS.join(";"));
    for (at, (row, written)) in rows.iter().zip(ROWS).enumerate() {
        let cells = HEADERS.iter().zip(written).map(|(name, cell)| (header(name).unwrap().column, None, cell));
        let first = |value: &Value| if at == 0 { value.to_string() } else { String::new() };
        let own =
            [own::fingerprint(cells), whole["sections"][0]["items"][at].to_string(), first(&section), first(&head)];
        let cells: Vec<String> =
            row.iter().map(|cell| quoted(cell)).chain(own.iter().map(|cell| quoted(cell))).collect();
        text.push_str(&cells.join(";"));
        text.push('\n');
    }
    text
}

#[test]
fn a_table_that_was_not_changed_is_the_same_checklist() {
    let imported = taken(&table(ROWS));
    assert_eq!(imported.doubts, []);
    assert_eq!(imported.document, checklist());
    let definition = Definition::parse_valid(imported.document.clone()).unwrap();
    assert_eq!(definition.digest(), digest(&checklist()).unwrap());
    // In any order of its columns.
    let fingerprint = |cells: &[(Column, Option<&str>, &str)]| own::fingerprint(cells.iter().copied());
    let (a, b) = ((Column::Id, None, "a"), (Column::Question, Some("fr"), "x"));
    assert_eq!(fingerprint(&[a, b]), fingerprint(&[b, a, (Column::Bonus, None, " ")]));
    assert_ne!(fingerprint(&[a, b]), fingerprint(&[a, (Column::Question, None, "x")]));
}

#[test]
fn in_a_row_that_was_changed_the_table_counts_and_the_rest_is_as_it_was() {
    let mut rows = ROWS;
    rows[0][3] = "Attente au comptoir";
    rows[1][5] = "Oui (1)\nPresque (0,5)\nJamais (0)";
    let imported = taken(&table(rows));
    let mut expected = checklist();
    let items_expected = &mut expected["sections"][0]["items"];
    items_expected[0]["label"] = json!("Attente au comptoir");
    assert_eq!(items(&imported)[0].id, "a");
    assert_eq!(serde_json::to_value(&items(&imported)[0].guide).unwrap(), json!({"self_audit": "autrement"}));
    assert_eq!(imported.document["sections"][0]["items"][0]["response"]["starts"], "visit_start");
    assert_eq!(imported.document["sections"][0]["items"][0]["label"], items_expected[0]["label"]);
    let changed = &imported.document["sections"][0]["items"][1];
    let ids: Vec<_> = changed["response"]["options"].as_array().unwrap().iter().map(|option| &option["id"]).collect();
    assert_eq!(ids, ["o1", "presque", "o2"]);
    assert_eq!(
        (&changed["x_b"], &changed["response"]["options"][0]["x_o"]),
        (&json!([null, {"c": 1.5}]), &json!(true))
    );
    assert_eq!((&imported.document["id"], &imported.document["sections"][0]["id"]), (&json!("front"), &json!("one")));
}

#[test]
fn a_damaged_cell_of_an_export_is_named() {
    let damaged = table(ROWS).replacen("{\"\"id", "{\"\"id\"\": [", 1);
    let Err(ImportError::Refused(errors)) = read_checklist("x.csv", damaged.as_bytes()) else { panic!() };
    assert!(errors.iter().any(|error| error.kind == RemarkKind::OwnCell), "{errors:?}");
}
