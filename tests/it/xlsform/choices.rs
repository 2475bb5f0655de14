//! Lists, points and marks.

use super::{import_sheets, item, said};
use serde_json::{Value, json};

fn response(choices: &str, row: &str) -> Value {
    let survey = format!("type | name | label | esprit::type\n{row}");
    let form = import_sheets(&[("survey", &survey), ("choices", choices)]);
    let form = form.unwrap_or_else(|remarks| panic!("{:?}", said(&remarks)));
    item(&form, "q")["response"].clone()
}

fn refused(choices: &str) -> Vec<String> {
    let survey = "type | name | label\nselect_one l | q | Q";
    said(&import_sheets(&[("survey", survey), ("choices", choices)]).unwrap_err())
}

#[test]
fn yes_partly_and_no_are_a_behaviour_in_any_language() {
    for list in [
        "l | 1 | Oui\nl | 0 | Non\nl | 2 | En partie",
        "l | si | Sí\nl | no | No\nl | parcial | Parcialmente",
        "l | y | نعم\nl | p | جزئيا\nl | n | لا",
        "l | yes | Ja\nl | no | Nein\nl | partly | Teilweise",
    ] {
        let choices = format!("list_name | name | label\n{list}");
        assert_eq!(response(&choices, "select_one l | q | Q"), json!({ "type": "behaviour" }), "{list}");
    }
    let with_a_fourth = "list_name | name | label\nl | yes | Yes\nl | no | No\nl | na | N/A";
    assert_eq!(response(with_a_fourth, "select_one l | q | Q")["type"], json!("choice"));
}

#[test]
fn words_that_the_program_replaces_are_named() {
    let choices = "list_name | name | label\nl | yes | Absolutely\nl | no | No";
    let form = import_sheets(&[("survey", "type | name | label\nselect_one l | q | Q"), ("choices", choices)]).unwrap();
    assert_eq!(said(&form.doubts), ["choices D5 own-words header=label rows=6"]);
}

#[test]
fn points_are_those_of_the_column() {
    let choices = |points: [&str; 3]| {
        let [a, b, c] = points;
        format!("list_name | name | label | esprit::points\nl | a | A | {a}\nl | b | B | {b}\nl | c | C | {c}")
    };
    let options = |a: Value, b: Value, c: Value| {
        let option = |id: &str, more: &Value| {
            let mut option = json!({ "id": id, "label": id.to_uppercase() });
            option.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            option
        };
        json!({ "type": "choice", "options": [option("a", &a), option("b", &b), option("c", &c)] })
    };
    let row = "select_one l | q | Q";
    assert_eq!(
        response(&choices(["1", "0,5", "hors note"]), row),
        options(json!({ "points": 1.0 }), json!({ "points": 0.5 }), json!({ "scored": false }))
    );
    let yes_no = "list_name | name | label | esprit::points\nl | yes | Yes | 2\nl | no | No | 1";
    assert_eq!(
        response(yes_no, row),
        json!({ "type": "behaviour", "partly": false, "points": { "yes": 2.0, "partly": 0.5, "no": 1.0 } })
    );
    assert_eq!(refused(&choices(["1", "lots", "0"])), ["choices E7 points found=lots"]);
    assert_eq!(refused(&choices(["1", "-1", "0"])), ["choices E7 points found=-1"]);
}

#[test]
fn numbers_from_one_to_five_are_a_scale_if_the_author_says_so() {
    let choices = "list_name | name | label\nl | 1 | Bad\nl | 2 | Fair\nl | 3 | Good";
    assert_eq!(
        response(choices, "select_one l | q | Q | scale"),
        json!({ "type": "scale", "min": 1, "max": 3, "min_label": "Bad", "max_label": "Good" })
    );
}

#[test]
fn an_answer_of_ones_own_is_an_option_outside_the_score() {
    let choices = "list_name | name | label | esprit::points\nl | a | A | 1\nl | b | B | 0";
    let response = response(choices, "select_one l or_other | q | Q");
    assert_eq!(
        response["options"][2],
        json!({ "id": "other", "label": { "en": "Other", "fr": "Autre" }, "scored": false })
    );
}

#[test]
fn none_of_these_excludes_the_others() {
    let survey = "type | name | label | constraint | constraint_message
        select_multiple l | q | Q | not(selected(., 'none') and count-selected(.) > 1) | Not both";
    let choices = "list_name | name | label\nl | a | A\nl | none | None";
    let form = import_sheets(&[("survey", survey), ("choices", choices)]).unwrap();
    assert_eq!(item(&form, "q")["response"]["options"][1]["exclusive"], json!(true));
    assert_eq!(said(&form.doubts), ["survey F2 dropped header=constraint_message rows=3"]);
}

#[test]
fn a_list_that_is_wrong_is_refused_at_its_cell() {
    let headers = "list name | name | label\n";
    for (rows, expected) in [
        ("l | a | A\nl | a | B", "choices C7 duplicate-choice name=a row=6"),
        ("l | a | A\n | b | B", "choices B7 no-list-name"),
    ] {
        assert_eq!(refused(&format!("{headers}{rows}")), [expected]);
    }
}

#[test]
fn a_choice_without_a_name_or_a_label_is_named() {
    let choices = "list_name | name | label\nl | | A\nl | b |\nl | |";
    let form = import_sheets(&[("survey", "type | name | label\nselect_one l | q | Q"), ("choices", choices)]).unwrap();
    assert_eq!(
        said(&form.doubts),
        [
            "choices C6 choice-without-name name=A",
            "choices D7 choice-without-label name=b",
            "choices C8 empty-choice list=l",
        ]
    );
}

#[test]
fn ids_come_from_names_and_stay_apart() {
    let survey = "type | name | label
        text | Q1 | A
        text | q1 | B
        text | r1_c1 | C
        text | Où est-ce ? | D
        text | 你好 | E";
    let form = import_sheets(&[("survey", survey)]).unwrap();
    let ids: Vec<&str> = form.checklist.items().map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(ids[0], "q1");
    assert!(ids[1].starts_with("q1_") && ids[1].len() == 11, "{ids:?}");
    assert_eq!(ids[2], "r1_c1");
    assert_eq!(ids[3], "ou-est-ce");
    assert!(ids[4].starts_with("ni-hao_"), "{ids:?}");
}
