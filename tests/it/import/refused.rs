//! Rows that are wrong: nothing is imported, and each is named with its cell.

use super::{kinds, refused, said};
use crate::support::read_checklist;
use esprit::import::{self, ImportError, RemarkKind};
use esprit::spreadsheet::SpreadsheetError;
use esprit::text::Lang;
use esprit::visit::validate::FaultKind;

#[test]
fn every_wrong_row_is_named() {
    let text = |text: &str| text.to_owned();
    let errors = refused(
        "N°;Question;Réponse;Réponses et points;Poids;Éliminatoire;Commentaire si\n\
         1;A;peut-être;;;;\n2;B;;;beaucoup;;\n3;C;;;;oh;\n4;D;chrono;vite (1);;;\n5;;oui/non;;;;\n6;F;;;;;jamais\n\
         7;G;note;;;;\n8;H;choix;;;;\n",
    );
    let expected = [
        (2, 2, RemarkKind::UnknownKind { text: text("peut-être") }),
        (3, 4, RemarkKind::NotANumber { text: text("beaucoup") }),
        (4, 5, RemarkKind::NotAMark { text: text("oh") }),
        (5, 3, RemarkKind::Band { text: text("vite") }),
        (6, 0, RemarkKind::RowWithoutQuestion),
        (7, 6, RemarkKind::UnknownAnswer { answer: text("jamais"), number: text("6") }),
        (8, 3, RemarkKind::NoRange),
        (9, 3, RemarkKind::NoAnswers),
    ];
    assert_eq!(kinds(&errors), expected);
    assert!(said(Lang::Fr, &errors)[1].starts_with("ligne 3, colonne 5: «\u{a0}beaucoup\u{a0}» n’est pas un nombre"));
}

#[test]
fn a_fault_of_the_checklist_is_named_at_the_cell_it_came_from() {
    for (sheet, place, fault) in [
        ("Question;Poids\nA;-1\n", (2, 1), FaultKind::Range { found: -1.0 }),
        ("Question;Poids\nA;10000000\n", (2, 1), FaultKind::AboveMaximum { found: 1e7, most: 1e6 }),
        ("Id;Question\na;A\na;B\n", (3, 0), FaultKind::DuplicateId { id: "a".to_owned() }),
        ("Question;Réponse\nA;note 5-1\n", (2, 1), FaultKind::Scale),
        ("Rubrique;Poids (%);Question\nA;50;x\nB;;y\n", (3, 1), FaultKind::NoShare),
        ("Question\n\u{200b}\n", (2, 0), FaultKind::Blank),
    ] {
        let errors = refused(sheet);
        assert_eq!(kinds(&errors), [(place.0, place.1, RemarkKind::Fault(fault))], "{sheet}");
    }
}

#[test]
fn files_that_are_no_sheets_of_questions_say_why() {
    let whole = |kind: RemarkKind| vec![(0, 0, kind)];
    assert_eq!(kinds(&refused("")), whole(RemarkKind::NoHeader));
    assert_eq!(kinds(&refused("Question;Réponse\n")), whole(RemarkKind::NoQuestion));
    assert_eq!(kinds(&refused("a;b\nc;d\n")), whole(RemarkKind::NoHeader));
    let same = RemarkKind::SameColumn { header: "Question".to_owned(), first: "A".to_owned() };
    assert_eq!(kinds(&refused("Question;Question\na;b\n")), [(1, 1, same)]);
    assert_eq!(kinds(&refused("Question;Réponse\n\"a;b\nc;\n")), [(2, 0, RemarkKind::OpenQuote)]);
    for bytes in [&b"%PDF-1.7\n"[..], b"<html><table>", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"<?xml version=\"1.0\"?>"] {
        let error = read_checklist("x.csv", bytes).unwrap_err();
        assert_eq!(error, ImportError::Spreadsheet(SpreadsheetError::NotASpreadsheet));
    }
}

#[test]
fn a_checklist_has_bounds() {
    let most = import::MOST_QUESTIONS;
    let rows = |count: usize| (0..count).fold("Question\n".to_owned(), |text, n| format!("{text}Question {n}\n"));
    assert_eq!(super::items(&super::taken(&rows(most))).len(), most);
    assert_eq!(kinds(&refused(&rows(most + 1))), [(most + 2, 0, RemarkKind::TooManyQuestions { most })]);
    let long = format!("Question\n{}\n", "a".repeat(2_001));
    assert_eq!(kinds(&refused(&long)), [(2, 0, RemarkKind::TooLong { most: 2_000 })]);
    let cell = format!("Question;Comment juger\nA;{}\n", "a".repeat(10 << 20));
    assert_eq!(kinds(&refused(&cell)), [(2, 1, RemarkKind::TooLong { most: 10_000 })]);
    let large = vec![b'a'; (16 << 20) + 1];
    let error = read_checklist("x.csv", &large).unwrap_err();
    assert_eq!(error, ImportError::Spreadsheet(SpreadsheetError::TooLarge { limit: 16 << 20 }));
}
