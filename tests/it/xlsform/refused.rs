//! What no checklist can hold is refused, with its row.

use super::refused;

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
    let rows: String = (0..2001).map(|i| format!("\ntext | q{i} | Q")).collect();
    assert_eq!(refused(&format!("type | name | label{rows}")), ["survey B2003 too-many-questions most=2000"]);
}
