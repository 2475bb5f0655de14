//! Forms as workbooks and as delimited text.

use super::{import_bytes, item, said};
use rust_xlsxwriter::Workbook;
use serde_json::json;

/// Returns a workbook; cells that are numbers are written as numbers.
fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in rows.trim().lines().enumerate() {
            for (column, cell) in line.split('|').map(str::trim).enumerate() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// A matrix: groups without labels, titles in notes, names that are numbers.
const MATRIX: &[(&str, &str)] = &[
    (
        "survey",
        "type | name | label | appearance | relevant | required
        begin_group | head | | w4 | |
        note | n0 | **Equipment** | w1 | |
        end_group
        begin_group | g1 | | w4 | |
        note | n1 | **Till** | w1 | |
        select_one yn | has | <span style=\"display:none\">Is there one?</span> | w1 | | 1
        integer | count | How many? | w1 | ${has} = 1 | 1
        note | blank | BLANK | w1 | ${has} != 1 |
        end_group",
    ),
    ("Choices ", "list_name | name | label\nyn | 1 | Yes\nyn | 0 | No"),
    ("settings", "form_title | style\nEquipment of a shop | theme-grid"),
    ("notes", "not part of it"),
];

#[test]
fn a_workbook_of_a_form_is_read() {
    let form = import_bytes("matrix.xlsx", &xlsx(MATRIX)).unwrap();
    assert_eq!(item(&form, "has")["label"], json!("Is there one?"));
    assert_eq!(item(&form, "has")["response"], json!({ "type": "behaviour", "partly": false }));
    assert_eq!(item(&form, "count")["when"], json!({ "item": "has", "is": ["yes"] }));
    let section = &form.checklist.sections[0];
    assert_eq!((section.id.as_str(), serde_json::to_value(&section.title).unwrap()), ("g1", json!("Till")));
    assert_eq!(
        said(&form.doubts),
        [
            "survey C1 formatting header=label rows=3, 6, 7",
            "survey C1 note-dropped header=label rows=9",
            "survey D1 dropped header=appearance rows=2, 3, 5–9",
            "survey F1 dropped header=required rows=7, 8",
            "survey A2 empty-group name=head",
            "settings B1 dropped header=style rows=2",
            "notes A1 other-sheet sheet=notes",
        ]
    );
}

#[test]
fn a_survey_alone_is_a_form_under_any_name() {
    let form = import_bytes("visit.xlsx", &xlsx(&[("Sheet1", "type | name | label\ntext | a | A")])).unwrap();
    assert_eq!(form.checklist.id, "visit");
    let text = "type;name;label\ntext;a;Où ?\n";
    let (latin, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let form = import_bytes("visit.csv", &latin).unwrap();
    assert_eq!(item(&form, "a")["label"], json!("Où ?"));
}

#[test]
fn forms_in_delimited_text_may_be_padded_and_have_any_case() {
    let text = "SURVEY,\n , TYPE , NAME , LABEL::EN , CHOICE_FILTER\n , select_one c1 , q1 , Good? ,\n \
                , select_one_external c1 , q2 , Where? , A=${q1}\nCHOICES ,\n , LIST_NAME , NAME , LABEL::EN\n \
                , c1 , n1-c , l1-c\nSETTINGS ,\n , FORM_TITLE , FORM_ID , DEFAULT_LANGUAGE\n , Yes or no , YesNo , EN\n";
    let form = import_bytes("case.csv", text.as_bytes()).unwrap();
    assert_eq!(item(&form, "q1")["response"]["options"], json!([{ "id": "n1-c", "label": { "en": "l1-c" } }]));
    assert_eq!(
        said(&form.doubts),
        ["survey B4 question-left-out found=select_one_external c1", "settings C10 id-changed found=YesNo id=yesno"]
    );
}
