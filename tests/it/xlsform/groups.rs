//! Groups as sections.

use super::{imported, refused, said};
use esprit::text::Lang;

fn sections(survey: &str) -> Vec<(String, String, usize)> {
    let sections = imported(survey).checklist.sections;
    sections.iter().map(|s| (s.id.clone(), s.title.get(Lang::En).to_owned(), s.items.len())).collect()
}

fn section(id: &str, title: &str, items: usize) -> (String, String, usize) {
    (id.to_owned(), title.to_owned(), items)
}

#[test]
fn groups_are_sections_and_nested_ones_are_joined() {
    let found = sections(
        "type | name | label
        text | a | A
        begin group | door | At the door
        text | b | B
        begin_group | inside | Inside
        text | c | C
        text | d | D
        end_group
        text | e | E
        end group
        text | f | F",
    );
    assert_eq!(found[0], section("shop", "shop", 1));
    assert_eq!(found[1], section("door", "At the door", 1));
    assert_eq!(found[2], section("door-inside", "At the door – Inside", 2));
    assert_eq!((found[3].1.as_str(), found[3].2), ("At the door", 1));
    assert_eq!((found[4].1.as_str(), found[4].2), ("shop", 1));
}

#[test]
fn attitudes_and_shares_are_those_of_the_group() {
    let form = imported(
        "type | name | label | esprit::attitude | esprit::weight
        begin group | g | G | greeting | 40
        select_one yes_no | a | A | |
        end group
        begin group | h | H | Rapidité | 60%
        select_one yes_no | b | B | |
        end group",
    );
    let found: Vec<_> = form.checklist.sections.iter().map(|s| (s.attitude.as_deref(), s.weight_percent)).collect();
    assert_eq!(found, [(Some("greeting"), Some(40.0)), (Some("rapidite"), Some(60.0))]);
}

#[test]
fn a_group_without_questions_or_without_a_label_is_named() {
    let form = imported(
        "type | name | label
        begin group | empty | Empty
        end group
        begin group | g |
        text | a | A
        end group",
    );
    assert_eq!(said(&form.doubts), ["survey B3 empty-group name=empty", "survey D5 no-label shown=g"]);
    assert_eq!(form.checklist.sections.len(), 1);
}

#[test]
fn a_form_that_is_one_repeat_is_one_visit() {
    let form = imported(
        "type | name | label
        start | s |
        begin repeat | member | Member
        text | a | A
        end repeat",
    );
    assert_eq!(said(&form.doubts), ["survey B3 metadata found=start", "survey B4 whole-repeat"]);
    assert_eq!(form.checklist.sections[0].title.get(Lang::En), "Member");
}

#[test]
fn groups_that_are_not_balanced_are_refused() {
    for (survey, expected) in [
        ("text | a | A\nend group", "survey B4 end-without-begin"),
        ("begin group | g | G\ntext | a | A", "survey B3 group-not-ended name=g"),
        ("begin group | g | G\ntext | a | A\nend repeat", "survey B5 end-of-other row=3"),
    ] {
        assert_eq!(refused(&format!("type | name | label\n{survey}")), [expected]);
    }
    let deep = format!("type | name | label\n{}text | a | A", "begin group | g | G\n".repeat(17));
    assert_eq!(refused(&deep)[0], "survey B3 group-not-ended name=g");
    assert!(refused(&deep).contains(&"survey B19 groups-deep most=16".to_owned()));
}

#[test]
fn a_share_of_several_sections_is_refused() {
    let survey = "type | name | label | esprit::weight
        begin group | g | G | 100
        select_one yes_no | a | A |
        begin group | h | H |
        select_one yes_no | b | B |
        end group
        end group";
    assert_eq!(refused(survey), ["survey E3 weight-of-several name=g"]);
}
