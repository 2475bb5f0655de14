//! Workbooks of every format, and what is hostile in them.

use super::{items, kinds};
use crate::support::read_checklist;
use cfb::CompoundFile;
use esprit::import::{ImportError, Imported, RemarkKind};
use esprit::spreadsheet::{self, CellRemarkKind, SpreadsheetError};
use esprit::text::Lang;
use esprit::visit::checklist::{LocalText, Response};
use esprit::visit::validate::FaultKind;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

fn taken(name: &str, bytes: &[u8]) -> Imported {
    read_checklist(name, bytes).unwrap_or_else(|error| panic!("{name}: {error:#?}"))
}

pub fn archive(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Accueil magasin").unwrap();
    for (column, text) in (0..).zip(["Rubrique", "Poids (%)", "N°", "Question", "Réponses et points"]) {
        sheet.write(0, column, text).unwrap();
    }
    sheet.merge_range(1, 0, 2, 0, "Accueil", &Format::new()).unwrap();
    sheet.write_with_format(1, 1, 0.25, &Format::new().set_num_format("0%")).unwrap();
    sheet.write(1, 2, 1.0).unwrap();
    sheet.write(1, 3, "Sourit").unwrap();
    sheet.write(1, 4, "1.Oui (1)\n2.Non (0)").unwrap();
    sheet.write(2, 2, 2.0).unwrap();
    sheet.write(2, 3, Formula::new("=\"Sal\"&\"ue\"").set_result("Salue")).unwrap();
    sheet.write(3, 0, "Caisse").unwrap();
    sheet.write_with_format(3, 1, 0.75, &Format::new().set_num_format("0%")).unwrap();
    sheet.write(3, 3, "Rapide").unwrap();
    workbook.save_to_buffer().unwrap()
}

pub const CONTENT: &str = "<office:document-content><office:automatic-styles><style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
<office:body><office:spreadsheet>\
<table:table table:name=\"Secret\" table:style-name=\"h\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Question</text:p></table:table-cell></table:table-row></table:table>\
<table:table table:name=\"Accueil magasin\">\
<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Rubrique</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Poids (%)</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Question</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Réponses</text:p></table:table-cell></table:table-row>\
<table:table-row><table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><office:annotation><text:p>remarque</text:p></office:annotation><text:p>Accueil &amp; co</text:p></table:table-cell><table:table-cell office:value-type=\"percentage\" office:value=\"0.25\"><text:p>25 %</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Sourit<text:s text:c=\"2\"/>bien</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Oui (1)</text:p><text:p>Non (0)</text:p></table:table-cell></table:table-row>\
<table:table-row table:number-rows-repeated=\"2\"><table:covered-table-cell/><table:table-cell/><table:table-cell office:value-type=\"string\"><text:p>Salue</text:p></table:table-cell></table:table-row>\
<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
</table:table></office:spreadsheet></office:body></office:document-content>";

pub fn ods(content: &str) -> Vec<u8> {
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    let files: [(&str, &[u8]); 3] =
        [("mimetype", mimetype), ("META-INF/manifest.xml", b"<manifest/>"), ("content.xml", content.as_bytes())];
    archive(&files, CompressionMethod::Stored)
}

/// Returns a record of the format of Excel 97.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Writes a workbook of Excel 97: a sheet with texts, numbers, a percentage, a date, an error and merged cells.
pub fn xls() -> Vec<u8> {
    let le = |numbers: &[u16]| numbers.iter().copied().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let bof = record(0x0809, &le(&[0x0600, 0x0005, 0, 0, 0, 0, 0, 0]));
    let end = record(0x000a, &[]);
    let texts =
        ["Rubrique", "Poids (%)", "Question", "Poids", "Réponses", "Accueil", "Sourit", "Salue", "Oui (1)\nNon (0)"];
    let length = |text: &str| u16::try_from(text.encode_utf16().count()).unwrap();
    let mut shared = [u32::try_from(texts.len()).unwrap(); 2].map(u32::to_le_bytes).concat();
    let (last, others) = texts.split_last().unwrap();
    for text in others {
        shared.extend([&le(&[length(text)])[..], &[1], &wide(text)].concat());
    }
    // The last text goes on in the next record, in narrow characters.
    shared.extend([&le(&[length(last)])[..], &[1], &wide(&last[..4])].concat());
    let goes_on = [&[0], &last.as_bytes()[4..]].concat();
    let shared = [record(0x00fc, &shared), record(0x003c, &goes_on)].concat();
    let formats: Vec<u8> = [0, 9, 14].iter().flat_map(|format| record(0x00e0, &le(&[0, *format, 0]))).collect();
    let name = "Accueil magasin";
    let sheet_at = |at: u32| {
        let data = [&at.to_le_bytes()[..], &[0, 0, u8::try_from(name.len()).unwrap(), 0], name.as_bytes()].concat();
        record(0x0085, &data)
    };
    let globals = [bof.clone(), sheet_at(0), formats.clone(), shared.clone(), end.clone()].concat();
    let at = u32::try_from(globals.len()).unwrap();
    let globals = [bof.clone(), sheet_at(at), formats, shared, end.clone()].concat();
    let label = |row: u16, column: u16, text: u16| record(0x00fd, &le(&[row, column, 0, text, 0]));
    let number = |row: u16, column: u16, format: u16, number: f64| {
        record(0x0203, &[&le(&[row, column, format])[..], &number.to_le_bytes()].concat())
    };
    let rk = |row: u16, column: u16, number: u32| {
        record(0x027e, &[&le(&[row, column, 0])[..], &number.to_le_bytes()].concat())
    };
    let cells = [
        (0..5).flat_map(|column| label(0, column, column)).collect(),
        label(1, 0, 5),
        number(1, 1, 1, 0.25),
        label(1, 2, 6),
        rk(1, 3, (200 << 2) | 3),
        label(1, 4, 8),
        label(2, 2, 7),
        number(2, 3, 0, 0.5),
        record(0x0205, &[&le(&[2, 4, 0])[..], &[0x07, 1]].concat()),
        number(3, 2, 2, 45_000.0),
        record(0x00e5, &le(&[1, 1, 2, 0, 0])),
    ];
    let stream = [globals, bof, cells.concat(), end].concat();
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    // A stream of more than 4 KiB is kept in sectors of its own.
    file.create_stream("/Workbook").unwrap().write_all(&[stream, vec![0; 5_000]].concat()).unwrap();
    file.into_inner().into_inner()
}

#[test]
fn an_xlsx_workbook_is_read_as_a_person_reads_it() {
    let imported = taken("x.xlsx", &xlsx());
    assert_eq!(imported.doubts, []);
    assert_eq!(imported.checklist.title, LocalText::Same("Accueil magasin".to_owned()));
    let sections: Vec<_> =
        imported.checklist.sections.iter().map(|section| (section.weight_percent, section.items.len())).collect();
    assert_eq!(sections, [(Some(25.0), 2), (Some(75.0), 1)]);
    let found: Vec<_> =
        items(&imported).iter().map(|item| (item.id.clone(), item.label.get(Lang::Fr).to_owned())).collect();
    let expected = [("q1", "Sourit"), ("q2", "Salue"), ("rapide", "Rapide")];
    assert_eq!(found, expected.map(|(id, label)| (id.to_owned(), label.to_owned())));
}

#[test]
fn an_ods_workbook_is_read_alike() {
    let imported = taken("x.ods", &ods(CONTENT));
    let hidden = RemarkKind::SheetNotRead { sheet: "Secret".to_owned() };
    let sum = RemarkKind::Fault(FaultKind::ShareSum { sum: 25.0 });
    assert_eq!(kinds(&imported.doubts), [(0, 0, sum), (1, 0, hidden)]);
    let section = &imported.checklist.sections[0];
    assert_eq!((section.title.get(Lang::Fr), section.weight_percent), ("Accueil & co", Some(25.0)));
    let labels: Vec<_> = items(&imported).iter().map(|item| item.label.get(Lang::Fr)).collect();
    assert_eq!(labels, ["Sourit bien", "Salue", "Salue"]);
    assert_eq!(items(&imported)[0].response, Response::Behaviour { points: None, partly: false });
}

#[test]
fn an_xls_workbook_is_read_alike() {
    let read = spreadsheet::read(&xls()).unwrap();
    let sheet = &read.sheets[0];
    let cells: Vec<Vec<&str>> = sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
    let expected = [
        vec!["Rubrique", "Poids (%)", "Question", "Poids", "Réponses"],
        vec!["Accueil", "25%", "Sourit", "2", "Oui (1)\nNon (0)"],
        vec!["Accueil", "", "Salue", "0.5"],
        vec!["", "", "2023-03-15"],
    ];
    assert_eq!(cells, expected);
    let remarks: Vec<_> = sheet.remarks.iter().map(|remark| (remark.row, remark.column, remark.kind.clone())).collect();
    assert_eq!(remarks, [(3, 4, CellRemarkKind::Error("#DIV/0!".to_owned())), (4, 2, CellRemarkKind::Date)]);
    let imported = taken("x.xls", &xls());
    assert_eq!(items(&imported).len(), 3);
}

#[test]
fn text_is_read_in_every_encoding_and_with_every_delimiter() {
    let text = "Question;Éliminatoire\nSourit à l’arrivée;x\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe", &utf16[..]].concat(),
        latin,
    ] {
        for delimiter in [b';', b'\t', b',', b'|'] {
            let bytes: Vec<u8> = bytes.iter().map(|byte| if *byte == b';' { delimiter } else { *byte }).collect();
            let imported = taken("x.csv", &bytes);
            assert!(
                items(&imported)[0].critical
                    && items(&imported)[0].label == LocalText::Same("Sourit à l’arrivée".to_owned())
            );
        }
    }
}

#[test]
fn dates_errors_and_sheets_that_are_not_read_are_named() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Question").unwrap();
    sheet.write(0, 1, "Only if").unwrap();
    sheet.write(1, 0, "A").unwrap();
    let date = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
    sheet.write_with_format(2, 0, &date, &Format::new().set_num_format("d-mmm")).unwrap();
    sheet.write(2, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    workbook.add_worksheet().write(0, 0, "Notes").unwrap();
    let imported = taken("Ma grille.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(imported.checklist.title, LocalText::Same("Ma grille".to_owned()));
    assert_eq!(items(&imported)[1].label, LocalText::Same("2026-03-01".to_owned()));
    let found = kinds(&imported.doubts);
    assert!(found.contains(&(3, 0, RemarkKind::Date)), "{found:?}");
    assert!(found.contains(&(1, 0, RemarkKind::SheetNotRead { sheet: "Sheet2".to_owned() })), "{found:?}");
}

#[test]
fn sheets_are_sections_and_a_sheet_may_have_their_shares() {
    let mut workbook = Workbook::new();
    for (name, questions) in [("Accueil", ["Sourit", "Salue"]), ("Caisse", ["Rapide", "Exact"])] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, "Question").unwrap();
        sheet.write(1, 0, questions[0]).unwrap();
        sheet.write(2, 0, questions[1]).unwrap();
    }
    let weights = workbook.add_worksheet().set_name("Pondération").unwrap();
    for (row, (section, weight)) in (0..).zip([("Section", ""), ("Accueil", "0.4"), ("Caisse", "0.6")]) {
        weights.write(row, 0, section).unwrap();
        weights.write(row, 1, if row == 0 { "Weight" } else { weight }).unwrap();
    }
    let imported = taken("Visite.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(imported.doubts, []);
    let sections: Vec<_> = (imported.checklist.sections.iter())
        .map(|section| (section.title.get(Lang::Fr), section.weight_percent, section.items.len()))
        .collect();
    assert_eq!(sections, [("Accueil", Some(40.0), 2), ("Caisse", Some(60.0), 2)]);
}

#[test]
fn rows_of_added_sheets_that_fit_nothing_are_named() {
    let mut workbook = Workbook::new();
    let sheet = |workbook: &mut Workbook, name: &str, rows: &[&[&str]]| {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write(row, column, *cell).unwrap();
            }
        }
    };
    sheet(&mut workbook, "Questions", &[&["Rubrique", "Id", "Question"], &["Accueil", "a", "Sourit"]]);
    sheet(&mut workbook, "Poids", &[&["Rubrique", "Poids"], &["Accueil", "100"], &["Acueil", "30"]]);
    let head =
        r#"{"format": "esprit.checklist/1", "id": "kept", "version": "2", "relation": "internal", "title": "T"}"#;
    let own: [&[&str]; 3] = [&["id", "row", "item", "section", "checklist"], &["gone", "", "", "", head], &["a"]];
    sheet(&mut workbook, "esprit", &own);
    let imported = taken("x.xlsx", &workbook.save_to_buffer().unwrap());
    let found = kinds(&imported.doubts);
    assert!(found.contains(&(3, 0, RemarkKind::UnknownSection { title: "Acueil".to_owned() })), "{found:?}");
    assert!(found.contains(&(2, 0, RemarkKind::OwnRowUnused { id: "gone".to_owned() })), "{found:?}");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(imported.checklist.sections[0].weight_percent, Some(100.0));
    // The first question was deleted; what its row kept of the checklist as a whole is not lost.
    assert_eq!((imported.checklist.id.as_str(), imported.checklist.version.as_str()), ("kept", "2"));
}

#[test]
fn hostile_workbooks_are_refused_before_they_cost_anything() {
    let refused = |bytes: &[u8]| match read_checklist("x", bytes) {
        Err(ImportError::Spreadsheet(error)) => error,
        other => panic!("{other:?}"),
    };
    // An archive of zeros that unpacks to more than any workbook.
    let zeros = archive(&[("a", &vec![0; 16 << 20])], CompressionMethod::Deflated);
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..17 {
        let mut zeros = ZipArchive::new(Cursor::new(&zeros)).unwrap();
        bomb.raw_copy_file_rename(zeros.by_index_raw(0).unwrap(), format!("{n}")).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refused(&bomb), SpreadsheetError::TooLarge { limit: 256 << 20 });
    // A cell that repeats itself a million times in each of a million rows.
    let many = CONTENT.replace("number-rows-repeated=\"2\"", "number-rows-repeated=\"99999999\"");
    assert!(matches!(refused(&ods(&many)), SpreadsheetError::TooManyCells { .. }));
    let wide = CONTENT.replace("<table:covered-table-cell/>", "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"18446744073709551615\"><text:p>x</text:p></table:table-cell>");
    assert!(matches!(refused(&ods(&wide)), SpreadsheetError::TooManyCells { .. }));
    // A password: a newer workbook is then inside of an older container.
    let mut locked = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    locked.create_stream("/EncryptedPackage").unwrap().write_all(b"x").unwrap();
    assert_eq!(refused(&locked.into_inner().into_inner()), SpreadsheetError::Password);
    assert!(matches!(refused(b"PK\x03\x04 broken"), SpreadsheetError::Broken(_)));
    assert!(matches!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), SpreadsheetError::Broken(_)));
}

#[test]
fn a_sheet_that_claims_a_million_rows_costs_nothing() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Question").unwrap();
    sheet.write(1, 0, "Sourit").unwrap();
    sheet.write(1_048_575, 0, "Salue").unwrap();
    sheet.write_blank(1_048_575, 16_383, &Format::new()).unwrap();
    let read = spreadsheet::read(&workbook.save_to_buffer().unwrap()).unwrap();
    let rows: Vec<_> = read.sheets[0].rows.iter().map(|row| (row.number, row.cells.len())).collect();
    assert_eq!(rows, [(1, 1), (2, 1), (1_048_576, 1)]);
}
