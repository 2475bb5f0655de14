//! The conditions of a sheet.

use super::{items, kinds, refused, taken};
use esprit::import::RemarkKind;
use esprit::visit::Value;
use esprit::visit::checklist::{Bounds, Condition};

/// Imports three questions of which the last has a condition, under the header of this program.
fn condition(cell: &str) -> Option<Condition> {
    let imported = taken(&sheet("Only if", cell));
    assert_eq!(imported.doubts, [], "{cell}");
    items(&imported).last().unwrap().when.clone()
}

fn sheet(header: &str, cell: &str) -> String {
    format!(
        "No.,Question,Answer,Answers,{header}\n12,Greets,yes/partly/no,,\n15,Customers,counter,,\n\
         18,Toilets,,\"1. Yes, both (1)\n2. One (0)\n3. No (0)\",\n20,Clean,yes/no,,\"{}\"\n",
        cell.replace('"', "\"\"")
    )
}

fn is(item: &str, answers: &[&str]) -> Condition {
    Condition::Item { item: item.to_owned(), is: answers.iter().map(|answer| Value::text(answer)).collect() }
}

fn above(item: &str, above: f64) -> Condition {
    Condition::Number { item: item.to_owned(), bounds: Bounds { above: Some(above), ..Bounds::default() } }
}

#[test]
fn conditions_name_questions_and_answers() {
    let not = |condition: Condition| Condition::Not { not: Box::new(condition) };
    for (cell, expected) in [
        ("12 = 1 ou 2", is("q12", &["yes", "partly"])),
        ("12 = non", is("q12", &["no"])),
        ("15 > 3 et 12 = oui", Condition::All { all: vec![above("q15", 3.0), is("q12", &["yes"])] }),
        ("show if Q18 is 1 or 2", is("q18", &["yes-both", "one"])),
        ("show if Q18 is yes", is("q18", &["yes-both"])),
        ("Q18 = « Yes, both »", is("q18", &["yes-both"])),
        ("hide if Q12 is no", not(is("q12", &["no"]))),
        ("q12 != yes", not(is("q12", &["yes"]))),
        ("question 12 = sans objet", is("q12", &["not_applicable"])),
        ("12 = oui ou 15 > 3", Condition::Any { any: vec![is("q12", &["yes"]), above("q15", 3.0)] }),
    ] {
        assert_eq!(condition(cell), Some(expected), "{cell}");
    }
    assert_eq!(condition("-"), None);
}

#[test]
fn a_skip_leaves_out_the_questions_between() {
    for cell in ["if Q1 = no skip to Q4", "If no, skip to 4", "si Q1 = non, passer à Q4"] {
        let imported = taken(&format!("No.;Question;Skips\n1;A;{cell}\n2;B;\n3;C;\n4;D;\n"));
        assert_eq!(imported.doubts, [], "{cell}");
        let skipped = Some(Condition::Not { not: Box::new(is("q1", &["no"])) });
        let conditions: Vec<_> = items(&imported).iter().map(|item| item.when.clone()).collect();
        assert_eq!(conditions, [None, skipped.clone(), skipped, None], "{cell}");
    }
}

#[test]
fn questions_without_numbers_are_counted() {
    let imported = taken("Question;Only if\nA;\nB;1 = oui\n");
    assert_eq!(items(&imported)[1].when, Some(is("a", &["yes"])));
}

#[test]
fn forward_skips_and_doubled_numbers_are_doubts_with_their_cells() {
    let imported = taken("No.,Question,Only if\n1,A,3 = yes\n2,B,\n2,C,\n3,D,2 = no\n");
    let number = |number: &str| number.to_owned();
    let expected = [
        (2, 2, RemarkKind::ForwardSkip { number: number("3") }),
        (4, 0, RemarkKind::SameNumber { number: number("2"), first: 3 }),
    ];
    assert_eq!(kinds(&imported.doubts), expected);
    // The nearest question above counts.
    assert_eq!(items(&imported)[3].when, Some(is("c", &["no"])));
    assert_eq!(items(&imported)[0].when, None);
}

#[test]
fn a_condition_that_is_wrong_is_an_error_in_the_column_of_this_program_and_a_doubt_elsewhere() {
    let text = |text: &str| text.to_owned();
    for (cell, error, doubt) in [
        (
            "if the manager is there",
            RemarkKind::UnknownQuestion { number: text("the manager") },
            RemarkKind::UnknownQuestion { number: text("the manager") },
        ),
        (
            "only on Mondays = = 3",
            RemarkKind::Condition { text: text("only on Mondays = = 3") },
            RemarkKind::SkipNotUnderstood { text: text("only on Mondays = = 3") },
        ),
        (
            "12 = maybe",
            RemarkKind::UnknownAnswer { answer: text("maybe"), number: text("12") },
            RemarkKind::UnknownAnswer { answer: text("maybe"), number: text("12") },
        ),
        (
            "12 > 3",
            RemarkKind::UnknownAnswer { answer: text("3"), number: text("12") },
            RemarkKind::UnknownAnswer { answer: text("3"), number: text("12") },
        ),
    ] {
        assert_eq!(kinds(&refused(&sheet("Only if", cell))), [(7, 4, error)], "{cell}");
        let imported = taken(&sheet("Skips", cell));
        assert_eq!(kinds(&imported.doubts), [(7, 4, doubt)], "{cell}");
        assert_eq!(items(&imported).last().unwrap().when, None);
    }
}
