//! Columns: what is kept, what is dropped, and what is there twice.

use super::{import_sheets, imported, item, refused, said};
use serde_json::json;

#[test]
fn columns_of_this_program_set_marks_and_weights() {
    let form = imported(
        "type | name | label | esprit::weight | esprit::critical | esprit::behaviour | esprit::attitude
        select_one yes_no | a | A | 2,5 | x | greets first | Accueil
        select_one yes_no | b | B | | no | |
        select_one yes_no | c | C | | | | Écoute",
    );
    let a = item(&form, "a");
    assert_eq!((&a["weight"], &a["critical"], &a["behaviour"]), (&json!(2.5), &json!(true), &json!("greets-first")));
    let sections: Vec<_> = form.checklist.sections.iter().map(|s| (s.attitude.as_deref(), s.items.len())).collect();
    assert_eq!(sections, [(Some("greeting"), 2), (Some("listening"), 1)]);
    assert!(form.doubts.is_empty());
}

#[test]
fn wrong_cells_of_these_columns_are_refused() {
    for (column, cell, expected) in [
        ("esprit::weight", "heavy", "survey E3 weight found=heavy"),
        ("esprit::weight", "-1", "survey E3 weight found=-1"),
        ("esprit::critical", "perhaps", "survey E3 tick found=perhaps"),
    ] {
        let survey = format!("type | name | label | {column}\ntext | a | A | {cell}");
        assert_eq!(refused(&survey), [expected]);
    }
}

#[test]
fn a_column_without_a_counterpart_is_named_once_with_its_rows() {
    let form = imported(
        "type | name | label | required | default | media::image | appearance | colour | read_only
        text | a | A | yes | 5 | | w1 | | |
        text | b | B | yes | | b.png | | red |
        text | c | C | yes | | | | |",
    );
    assert_eq!(
        said(&form.doubts),
        [
            "survey E2 dropped header=required rows=3–5",
            "survey F2 dropped header=default rows=3",
            "survey G2 dropped header=media::image rows=4",
            "survey H2 dropped header=appearance rows=3",
            "survey I2 unknown-column header=colour rows=4",
        ]
    );
}

#[test]
fn a_column_of_notes_may_be_in_front_and_headers_in_any_case() {
    let form = imported(
        "tutorial notes | TYPE | Name | Caption | Bind:Relevant
        This is how it is done | text | a | A |
        | text | b | B | ${a} = 'x'",
    );
    assert_eq!(item(&form, "b")["when"], json!({ "item": "a", "is": ["x"] }));
    assert_eq!(said(&form.doubts), ["survey B2 unknown-column header=tutorial notes rows=3"]);
}

#[test]
fn a_column_that_is_there_twice_is_refused() {
    for (headers, expected) in [
        ("type | name | label | label", "survey E2 duplicate-column header=label first=D other=label"),
        ("type | name | label | caption", "survey E2 duplicate-column header=caption first=D other=label"),
        (
            "type | name | label::French | label::Français (fr)",
            "survey E2 duplicate-column header=label::Français (fr) first=D other=label::French",
        ),
        (
            "type | name | label | relevant | bind::relevant",
            "survey F2 duplicate-column header=bind::relevant first=E other=relevant",
        ),
    ] {
        assert_eq!(refused(&format!("{headers}\ntext | a | A")), [expected]);
    }
}

#[test]
fn cells_without_a_header_and_rows_above_it_are_named() {
    let form = imported("My form | |\ntype | name | label\ntext | a | A | what is this?");
    assert_eq!(said(&form.doubts), ["survey A2 above-headers", "survey E3 no-header header= rows=4"]);
}

#[test]
fn settings_give_title_id_and_version() {
    let survey = ("survey", "type | name | label\ntext | a | A");
    let settings = "form_title | form_id | version | default_language | style
        Visite mystère | Visite Mystère 1 | 2024 (brouillon) | fr | pages";
    let form = import_sheets(&[survey, ("settings", settings)]).unwrap();
    let checklist = serde_json::to_value(&form.checklist).unwrap();
    assert_eq!(checklist["title"], json!("Visite mystère"));
    assert_eq!(checklist["id"], json!("visite-mystere-1"));
    assert_eq!(checklist["version"], json!("2024--brouillon-"));
    assert_eq!(checklist["languages"], json!(["fr"]));
    assert_eq!(checklist["sections"][0]["items"][0]["label"], json!({ "fr": "A" }));
    assert_eq!(
        said(&form.doubts),
        [
            "settings F5 dropped header=style rows=6",
            "settings C6 id-changed found=Visite Mystère 1 id=visite-mystere-1",
            "settings D6 version-changed found=2024 (brouillon) version=2024--brouillon-",
        ]
    );
    let without = import_sheets(&[survey]).unwrap();
    assert_eq!((without.checklist.id.as_str(), without.checklist.version.as_str()), ("shop", "1.0.0"));
}

#[test]
fn a_sheet_that_is_not_part_of_a_form_is_named() {
    let form =
        import_sheets(&[("SURVEY", "type | name | label\ntext | a | A"), ("entities", "dataset | label\ne1 | l1")]);
    assert_eq!(said(&form.unwrap().doubts), ["entities A5 other-sheet sheet=entities"]);
}
