//! What each type of a row becomes.

use super::{import, imported, item, refused, said};
use serde_json::{Value, json};

/// Returns the response to a row of this type, with these cells behind.
fn response(row: &str) -> Value {
    let survey = format!(
        "type | name | label | parameters | constraint | constraint_message | esprit::type\n{}",
        row.replacen('|', "| q | Question |", 1)
    );
    item(&imported(&survey), "q")["response"].clone()
}

#[test]
fn each_type_has_its_response() {
    let behaviour = json!({ "type": "behaviour", "partly": false });
    let text = json!({ "type": "text" });
    let number = json!({ "type": "number" });
    let range = |min: i64, max: i64| json!({ "type": "scale", "min": min, "max": max });
    let fruit = |multiple: bool| {
        let options = json!([{ "id": "a", "label": "Apple" }, { "id": "b", "label": "Banana" }, { "id": "c", "label": "Cherry" }]);
        if multiple {
            json!({ "type": "choice", "options": options, "multiple": true })
        } else {
            json!({ "type": "choice", "options": options })
        }
    };
    let yes_or_no =
        json!({ "type": "choice", "options": [{ "id": "yes", "label": "Yes" }, { "id": "no", "label": "No" }] });
    for (row, expected) in [
        ("select_one yes_no |", behaviour.clone()),
        ("select one from yes_no |", behaviour.clone()),
        ("add select one prompt using yes_no |", behaviour.clone()),
        ("select_one yes_no | | | | choice", yes_or_no),
        ("select_one fruit |", fruit(false)),
        ("select_multiple fruit |", fruit(true)),
        ("select all that apply from fruit |", fruit(true)),
        ("acknowledge |", behaviour.clone()),
        ("trigger |", behaviour),
        ("text |", text.clone()),
        ("q string |", text.clone()),
        ("date |", text.clone()),
        ("barcode |", text),
        ("integer |", number.clone()),
        ("q int |", number.clone()),
        ("decimal |", number.clone()),
        (
            "integer | | . >= 1 and . <= 5 | From 1 to 5",
            json!({ "type": "number", "min": 1.0, "max": 5.0, "message": "From 1 to 5" }),
        ),
        ("integer | | . > 0", json!({ "type": "number", "min": 1.0 })),
        ("decimal | | . < 10", json!({ "type": "number", "max": 10.0 })),
        ("integer | | . >= 0 and . <= 10 | | scale", range(0, 10)),
        ("integer | | | | count", json!({ "type": "count" })),
        ("integer | | | | timer", json!({ "type": "timer" })),
        ("percentage |", json!({ "type": "number", "min": 0.0, "max": 100.0 })),
        ("range | start=1 end=5 step=1", range(1, 5)),
        ("range | start=1;end=7", range(1, 7)),
        ("range |", range(1, 10)),
        ("range | start=5 end=1", range(1, 5)),
        ("range | start=0 end=1 step=0.1", json!({ "type": "number", "min": 0.0, "max": 1.0 })),
        ("range | start=0 end=100000", json!({ "type": "number", "min": 0.0, "max": 100_000.0 })),
        ("range | start=1 end=5 | | | number", json!({ "type": "number", "min": 1.0, "max": 5.0 })),
    ] {
        assert_eq!(response(row), expected, "{row}");
    }
}

#[test]
fn a_consent_is_not_scored() {
    let form = imported("type | name | label\nacknowledge | ok | I have read this");
    assert_eq!(item(&form, "ok")["scored"], json!(false));
}

#[test]
fn what_a_type_loses_is_named_at_its_cell() {
    for (survey, expected) in [
        ("type | name | label\ndate | d | Day", "survey B3 as-text found=date"),
        ("type | name | label\nselect_one fruit or_other | f | Fruit", "survey B3 or-other"),
        (
            "type | name | label | parameters\nrange | r | R | tart=1 end=5",
            "survey E3 parameter name=tart likely=start",
        ),
        ("type | name | label | parameters\nrange | r | R | start=0 end=50 step=10", "survey E3 step step=10"),
        ("type | name | label | constraint\ndecimal | r | R | . > 0", "survey E3 limit-included found=. > 0"),
        ("type | name | label | constraint\ntext | r | R | regex(., 'a')", "survey E3 constraint found=regex(., 'a')"),
        ("type | name | label\nstart | s |\ntext | t | T", "survey B3 metadata found=start"),
        ("type | name | label\nimage | i | Photo\ntext | t | T", "survey B3 question-left-out found=image"),
        ("type | name | label\n# text | i | Old\ntext | t | T", "survey B3 comment"),
        ("type | name | label | disabled\ntext | i | Old | yes\ntext | t | T", "survey E3 disabled"),
        ("type | name | label\ntext | t |", "survey D3 no-label shown=t"),
        ("type | name | label\ntext | | Name?", "survey C3 no-name"),
    ] {
        assert_eq!(said(&imported(survey).doubts), [expected], "{survey}");
    }
}

#[test]
fn a_type_that_is_wrong_is_refused_at_its_cell() {
    for (survey, expected) in [
        (
            "type | name | label\nslect_one yes_no | q | Q",
            "survey B3 unknown-type found=slect_one yes_no likely=select_one",
        ),
        ("type | name | label\n | q | Q", "survey B3 no-type"),
        ("type | name | label\nselect_one | q | Q", "survey B3 no-list list= likely=none"),
        ("type | name | label\nselect_one yesno | q | Q", "survey B3 unknown-list list=yesno likely=yes_no"),
        ("type | name | label | parameters\nrange | q | Q | start=a", "survey E3 parameter-number name=start found=a"),
        ("type | name | label | parameters\nrange | q | Q | start=1 end=1", "survey E3 range found=start=1 end=1"),
        (
            "type | name | label | esprit::type\ntext | q | Q | stars",
            "survey E3 response-type found=stars known=behaviour, scale, choice, count, timer, number, text",
        ),
        (
            "type | name | label | esprit::type\nselect_one fruit | q | Q | behaviour",
            "survey E3 response-type-impossible wanted=behaviour found=select_one fruit possible=choice",
        ),
    ] {
        assert_eq!(refused(survey), [expected], "{survey}");
    }
}

#[test]
fn notes_become_guidance_or_a_title() {
    let form = import(
        "type | name | label | hint | guidance_hint | relevant
        note | n1 | Look around | | |
        text | t | What do you see? | In one line | For trainers |
        note | n2 | Only if red | | | ${t} = 'red'
        text | u | Why? | | | ${t} = 'red'
        note | n3 | Only if blue | | | ${t} = 'blue'
        text | v | When? | | |
        begin_group | g | | | |
        note | n4 | **At the till** | | |
        text | w | Who? | | |
        note | n5 | Thank you | | |
        end_group | | | | |",
    )
    .unwrap();
    let how = |id: &str| item(&form, id)["guide"]["how"].clone();
    assert_eq!(how("t"), json!("Look around – In one line – For trainers"));
    assert_eq!(how("u"), json!("Only if red"));
    assert_eq!(how("v"), Value::Null);
    assert_eq!(serde_json::to_value(&form.checklist.sections[1].title).unwrap(), json!("At the till"));
    let doubts = said(&form.doubts);
    assert_eq!(doubts, ["survey D2 formatting header=label rows=10", "survey D2 note-dropped header=label rows=7, 12"]);
}
