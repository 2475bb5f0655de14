//! What no checklist can hold is refused, with its row.

use super::{csv, import_bytes, import_sheets, refused, said};

#[test]
fn what_would_change_the_answers_is_refused_at_its_cell() {
    let text = "text | z | Z";
    for (rows, expected) in [
        (format!("begin repeat | r | R\n{text}\nend repeat\ntext | b | B"), "survey B3 repeat"),
        (format!("calculate | c | | 1 + 1\n{text}"), "survey B3 calculate found=calculate"),
        (format!("geopoint | g | Where?\n{text}"), "survey B3 geopoint found=geopoint"),
        (format!("geotrace | g | Where?\n{text}"), "survey B3 geopoint found=geotrace"),
        (format!("geoshape | g | Where?\n{text}"), "survey B3 geopoint found=geoshape"),
        (format!("select_one_from_file a.csv | s | S\n{text}"), "survey B3 from-file found=select_one_from_file a.csv"),
        (format!("select_one fruit | s | S | | state=${{z}}\n{text}"), "survey F3 choice-filter found=state=${z}"),
        (format!("text | s | S | 1 + 1\n{text}"), "survey E3 calculate found=1 + 1"),
        (format!("select_one fruit | s | S | | | search('a')\n{text}"), "survey G3 from-file found=search()"),
    ] {
        let survey = format!("type | name | label | calculation | choice_filter | appearance\n{rows}");
        assert_eq!(refused(&survey), [expected], "{rows}");
    }
}

#[test]
fn a_form_without_a_question_is_refused() {
    assert_eq!(refused("type | name | label\nnote | n | Hello"), ["survey A2 NoQuestion"]);
}

#[test]
fn a_form_with_too_many_questions_is_refused() {
    let rows = (0..2001).map(|i| format!("\ntext | q{i} | Q")).collect::<Vec<_>>().concat();
    assert_eq!(refused(&format!("type | name | label{rows}")), ["survey B2003 TooManyQuestions { most: 2000 }"]);
}

#[test]
fn a_sheet_without_types_is_refused() {
    let sheets = [("survey", "kind | name | label\ntext | a | A"), ("choices", super::CHOICES)];
    assert_eq!(said(&import_sheets(&sheets).expect_err("refused")), ["survey A2 no-type-column"]);
}

#[test]
fn lists_and_languages_have_bounds() {
    let rows = (0..501).map(|i| format!("\nl | c{i} | C")).collect::<Vec<_>>().concat();
    let choices = format!("list_name | name | label{rows}");
    let sheets = [("survey", "type | name | label\nselect_one l | a | A"), ("choices", choices.as_str())];
    let refusal = said(&import_sheets(&sheets).expect_err("refused"));
    assert_eq!(refusal, ["choices C506 too-many-choices list=l most=500"]);
    let headers = (0..31).map(|i| format!("| label::language {i} ")).collect::<Vec<_>>().concat();
    let texts = "| A ".repeat(31);
    let refusal = refused(&format!("type | name {headers}\ntext | a {texts}"));
    assert_eq!(refusal, ["survey A2 too-many-languages most=30"]);
}

#[test]
fn what_is_wrong_with_one_question_is_not_said_again_at_those_that_depend_on_it() {
    let survey = "type | name | label | relevant
        select_one cars | a | A |
        text | b | B | ${a} = 'x'";
    assert_eq!(refused(survey), ["survey B3 unknown-list list=cars likely=none"]);
}

#[test]
fn faults_of_the_checklist_stand_at_their_cells() {
    let points = "list_name | name | label | esprit::points\nl | a | A | 1\nl | b | B |";
    let sheets = [("survey", "type | name | label\nselect_one l | a | A"), ("choices", points)];
    let refusal = said(&import_sheets(&sheets).expect_err("refused"));
    assert_eq!(refusal, ["choices E7 Fault(NoPoints { id: \"b\" })"]);
    let shares = "type | name | label | esprit::weight
        begin group | g | G | 50
        select_one yes_no | a | A |
        end group
        begin group | h | H |
        select_one yes_no | b | B |
        end group";
    assert_eq!(refused(shares), ["survey E6 Fault(NoShare)"]);
    assert_eq!(refused(&shares.replace("50", "140")), ["survey E3 share found=140"]);
    let limits = "type | name | label | constraint\ninteger | a | A | . >= 5 and . <= 1";
    assert_eq!(refused(limits), ["survey E3 Fault(Limits)"]);
}

#[test]
fn a_row_whose_quotation_mark_is_open_is_refused() {
    let mut bytes = csv(&[("survey", "type | name | label\ntext | a | A")]);
    bytes.extend_from_slice(b",text,b,\"B\n,text,c,C\n");
    let refusal = said(&import_bytes("form.csv", &bytes).expect_err("refused"));
    assert_eq!(refusal, [" A4 OpenQuote"]);
}
