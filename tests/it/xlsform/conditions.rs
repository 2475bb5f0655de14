//! `relevant` as conditions.

use super::{imported, item, refused, said};
use serde_json::{Value, json};

const ABOVE: &str = "
    type                  | name  | label   | relevant
    select_one yes_no     | yn    | Yes?    |
    select_one fruit      | fruit | Fruit   |
    select_multiple fruit | many  | Fruits  |
    select_one marks      | mark  | Mark    |
    integer               | age   | Age     |
    decimal               | sum   | Sum     |
    text                  | word  | Word    |
    acknowledge           | ok    | OK?     |
    image                 | photo | Photo   |";

const CHOICES: &str = "
    list_name | name | label
    yes_no    | 1    | Yes
    yes_no    | 0    | No
    fruit     | a    | Apple
    fruit     | b    | Banana
    marks     | 1    | Bad
    marks     | 2    | Fair
    marks     | 3    | Good";

fn survey(condition: &str) -> String {
    format!("{ABOVE}\n text | q | Question | {condition}\n text | later | Later |")
}

fn when(condition: &str) -> Value {
    let sheets = [("survey", survey(condition)), ("choices", CHOICES.to_owned())];
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|(name, rows)| (*name, rows.as_str())).collect();
    let form = super::import_sheets(&sheets).unwrap_or_else(|remarks| panic!("{condition}: {:?}", said(&remarks)));
    item(&form, "q")["when"].clone()
}

#[test]
fn conditions_are_those_of_the_form() {
    let is = |id: &str, is: Value| json!({ "item": id, "is": is });
    let not = |condition: Value| json!({ "not": condition });
    for (condition, expected) in [
        ("", Value::Null),
        ("true()", Value::Null),
        ("1 = 1", Value::Null),
        ("${yn} = 1", is("yn", json!(["yes"]))),
        ("${yn} = '1'", is("yn", json!(["yes"]))),
        ("'0' = ${yn}", is("yn", json!(["no"]))),
        ("${yn} != 1", not(is("yn", json!(["yes"])))),
        ("not(${yn} != 1)", is("yn", json!(["yes"]))),
        ("selected(${yn}, '1')", is("yn", json!(["yes"]))),
        ("${fruit} = 'a'", is("fruit", json!(["a"]))),
        ("${fruit} = 'a' or ${fruit} = 'b'", is("fruit", json!(["a", "b"]))),
        ("${fruit} != ''", is("fruit", json!(["a", "b"]))),
        ("${fruit}", is("fruit", json!(["a", "b"]))),
        ("${fruit} = ''", not(is("fruit", json!(["a", "b"])))),
        ("selected(${many}, 'a')", is("many", json!(["a"]))),
        ("not(selected(${many}, 'a'))", not(is("many", json!(["a"])))),
        ("${many} = 'a'", is("many", json!([["a"]]))),
        ("${mark} >= 2", is("mark", json!(["2", "3"]))),
        ("3 > ${mark}", is("mark", json!(["1", "2"]))),
        ("${age} = 18", is("age", json!([18]))),
        ("${age} != 18", not(is("age", json!([18])))),
        ("${age} < 18", json!({ "item": "age", "below": 18.0 })),
        ("${age} <= 18", json!({ "item": "age", "at_most": 18.0 })),
        ("${age} > 18", json!({ "item": "age", "above": 18.0 })),
        ("${age} >= 18 and ${age} < 65", json!({ "item": "age", "at_least": 18.0, "below": 65.0 })),
        ("${sum} > -1.5", json!({ "item": "sum", "above": -1.5 })),
        ("${sum} != ''", json!({ "any": [{ "item": "sum", "below": 0.0 }, { "item": "sum", "at_least": 0.0 }] })),
        ("${word} = 'yes'", is("word", json!(["yes"]))),
        ("${ok} = \"OK\"", is("ok", json!(["yes"]))),
        (
            "(${yn} = 1 or ${age} > 3) and not(${fruit} = 'a')",
            json!({ "all": [
                { "any": [{ "item": "yn", "is": ["yes"] }, { "item": "age", "above": 3.0 }] },
                { "not": { "item": "fruit", "is": ["a"] } },
            ] }),
        ),
        ("${yn} = 1 and true()", is("yn", json!(["yes"]))),
    ] {
        assert_eq!(when(condition), expected, "{condition}");
    }
}

#[test]
fn a_condition_that_cannot_be_taken_says_why() {
    for (condition, expected) in [
        ("${nobody} = 1", "unknown-name name=nobody likely=none"),
        ("${ages} > 1", "unknown-name name=ages likely=age"),
        ("${later} = 'x'", "forward name=later row=13"),
        ("${q} = 'x'", "forward name=q row=12"),
        ("${photo} != ''", "refers-to-left-out name=photo"),
        ("${fruit} = 'd'", "unknown-choice name=fruit choice=d likely=none"),
        ("${mark} > 3", "no-such-choice name=mark found=3"),
        ("${age} > ${sum}", "two-answers name=age other=sum"),
        ("${word} != ''", "empty-text name=word"),
        ("${word} > 3", "compared-text name=word"),
        ("${many} > 3", "compared-choices name=many"),
        ("selected(${age}, '1')", "no-choices name=age choice=1"),
        ("${age} = 'old'", "not-a-number name=age found=old"),
        (". = 1", "condition-without-answer"),
        ("${age} + 1 > 3", "calculation-in-condition sign=+"),
        ("regex(${word}, 'a')", "function name=regex"),
        ("${yn} = ", "condition-end"),
        ("${yn} == 1", "unexpected found== at=8"),
        ("${word} = 'x", "open-quote at=11"),
    ] {
        let sheets = [("survey", survey(condition)), ("choices", CHOICES.to_owned())];
        let sheets: Vec<(&str, &str)> = sheets.iter().map(|(name, rows)| (*name, rows.as_str())).collect();
        let remarks = super::import_sheets(&sheets).expect_err(condition);
        let expected = format!("survey E12 {expected} condition={}", condition.trim());
        assert_eq!(said(&remarks), [expected], "{condition}");
    }
}

#[test]
fn a_question_that_is_never_asked_is_left_out_and_named() {
    let form = imported("type | name | label | relevant\ntext | a | A |\ntext | b | B | false()");
    assert_eq!(form.checklist.items().count(), 1);
    assert_eq!(said(&form.doubts), ["survey E4 never"]);
}

#[test]
fn conditions_of_groups_hold_for_their_questions() {
    let form = imported(
        "type | name | label | relevant
        select_one yes_no | yn | Yes? |
        integer | age | Age |
        begin group | outer | Outer | ${yn} = 'yes'
        begin group | inner | Inner | ${age} >= 18
        text | q | Q | ${age} < 65
        end group
        text | r | R |
        end group",
    );
    let yes = json!({ "item": "yn", "is": ["yes"] });
    assert_eq!(item(&form, "q")["when"], json!({ "all": [yes, { "item": "age", "at_least": 18.0, "below": 65.0 }] }));
    assert_eq!(item(&form, "r")["when"], yes);
}

#[test]
fn every_fault_is_named_in_one_run() {
    assert_eq!(
        refused(
            "type | name | label | relevant
            text | a | A | ${b} = 1
            select_one cars | b | B |
            text | a | A | ${c} = 1
            begin group | g | G |"
        ),
        [
            "survey E3 forward name=b row=4 condition=${b} = 1",
            "survey B4 unknown-list list=cars likely=none",
            "survey C5 duplicate-name name=a row=3",
            "survey E5 unknown-name name=c likely=none condition=${c} = 1",
            "survey B6 group-not-ended name=g",
        ]
    );
}
