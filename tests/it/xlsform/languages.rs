//! Texts in several languages.

use super::{import_sheets, item, said};
use esprit::import::Imported;
use serde_json::json;

/// Imports a survey without lists.
fn imported(survey: &str) -> Imported {
    import_sheets(&[("survey", survey)]).unwrap_or_else(|remarks| panic!("{:?}", said(&remarks)))
}

#[test]
fn a_single_language_needs_no_name_in_the_lists() {
    let survey = "type | name | label::Français (fr)\nselect_one l | a | Lequel ?";
    let choices = "list_name | name | label\nl | x | Un\nl | y | Deux";
    let form = import_sheets(&[("survey", survey), ("choices", choices)]).unwrap();
    assert_eq!(item(&form, "a")["response"]["options"][0]["label"], json!({ "fr": "Un" }));
    assert!(form.doubts.is_empty());
    let two = survey.replace("(fr)", "(fr) | label::en").replace("Lequel ?", "Lequel ? | Which?");
    let form = import_sheets(&[("survey", &two), ("choices", choices)]).unwrap();
    assert_eq!(item(&form, "a")["response"]["options"][0]["label"], json!({ "en": "Un", "fr": "Un" }));
    assert_eq!(said(&form.doubts), ["choices D5 text-one-language header=label rows=6, 7"]);
}

#[test]
fn labels_have_the_languages_of_their_columns() {
    for headers in
        ["label::English (en) | label::Français (fr)", "label:English | label:French", "LABEL::EN | label::fr"]
    {
        let form = imported(&format!("type | name | {headers}\ntext | a | Name? | Nom ?"));
        assert_eq!(item(&form, "a")["label"], json!({ "en": "Name?", "fr": "Nom ?" }), "{headers}");
        assert_eq!(form.checklist.languages, Some(vec!["en".to_owned(), "fr".to_owned()]));
        assert_eq!(said(&form.doubts), Vec::<String>::new());
    }
}

#[test]
fn a_missing_text_is_taken_from_another_language_and_named() {
    let form = imported(
        "type | name | label::English (en) | label::Français (fr) | hint
        text | a | Name? | | Short
        text | b | | Âge ? |
        text | c | Town? | |",
    );
    assert_eq!(item(&form, "a")["label"], json!({ "en": "Name?", "fr": "Name?" }));
    assert_eq!(item(&form, "b")["label"], json!({ "en": "Âge ?", "fr": "Âge ?" }));
    assert_eq!(item(&form, "a")["guide"]["how"], json!({ "en": "Short", "fr": "Short" }));
    assert_eq!(
        said(&form.doubts),
        [
            "survey D2 text-missing header=label::English (en) language=en rows=4",
            "survey E2 text-missing header=label::Français (fr) language=fr rows=3, 5",
            "survey F2 text-one-language header=hint rows=3",
        ]
    );
}

#[test]
fn a_label_without_a_language_is_in_the_default_language() {
    let survey = "type | name | label | label::Français (fr)\ntext | a | Name? | Nom ?";
    let settings = "form_title | default_language\nShop | English";
    let form = import_sheets(&[("survey", survey), ("settings", settings)]).unwrap();
    assert_eq!(item(&form, "a")["label"], json!({ "en": "Name?", "fr": "Nom ?" }));
    assert!(form.doubts.is_empty());
    let assumed = imported(survey);
    assert_eq!(item(&assumed, "a")["label"], json!({ "en": "Name?", "fr": "Nom ?" }));
    assert_eq!(said(&assumed.doubts), ["survey D2 language-assumed header=label language=en rows=none"]);
}

#[test]
fn a_language_that_is_not_known_is_kept_and_named() {
    let form = imported("type | name | label::Klingon\ntext | a | nuqneH");
    assert_eq!(item(&form, "a")["label"], json!({ "klingon": "nuqneH" }));
    assert_eq!(said(&form.doubts), ["survey D2 language-unknown header=label::Klingon language=klingon rows=none"]);
}

#[test]
fn hostile_text_is_cleaned_and_inserted_answers_are_named() {
    let form = imported("type | name | label\ntext | a | <b>N\u{1b}[31mame</b>\u{202e}?\ntext | b | Hello ${a}");
    assert_eq!(item(&form, "a")["label"], json!("N[31mame?"));
    assert_eq!(
        said(&form.doubts),
        ["survey D2 formatting header=label rows=3", "survey D2 inserted header=label rows=4"]
    );
}
