//! The report in a terminal and as a spreadsheet: within the width, readable, and harmless whatever files contain.

use crate::records::judged_visit;
use crate::report_fixture;
use crate::web_sample::{HOSTILE, Sample};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use esprit::report::Excel;
use esprit::report::tidy_rows::{RowKind, TidyRowWriter};
use esprit::report::{Format, RenderOptions, render, text};
use esprit::text::clean::is_hostile;
use esprit::text::{Lang, Texts};
use esprit::visit::Stamp;
use esprit::visit::record::{PausesAndMarks, RecordedMark};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use unicode_width::UnicodeWidthStr;

const HOSTILE_ONE: Sample = Sample { sites: 12, behaviours: 10, hostile: true };

#[test]
fn the_report_in_a_terminal_matches_its_snapshot() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for width in [80, 40] {
            let page = text::render(&report_fixture::full(), &texts, width, false);
            insta::assert_snapshot!(
                format!("terminal-{}-{width}", lang.code()),
                page.replace(['\u{a0}', '\u{202f}'], " ")
            );
        }
    }
}

#[test]
fn a_report_on_one_visit_has_no_empty_tables_and_explains_missing_figures() {
    let texts = Texts::new(Lang::En);
    let page = text::render(&report_fixture::single(), &texts, 80, false);
    insta::assert_snapshot!("terminal-en-one-visit", page.replace(['\u{a0}', '\u{202f}'], " "));
}

#[test]
fn no_line_exceeds_the_terminal_and_colour_changes_no_word() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for sample in [report_fixture::full(), HOSTILE_ONE.report()] {
            for width in [20, 33, 40, 60, 80, 100, 200] {
                let page = text::render(&sample, &texts, width, false);
                for line in page.lines() {
                    assert!(line.width() <= width, "{width}: {line}");
                }
                let coloured = text::render(&sample, &texts, width, true);
                let bare =
                    ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"].iter().fold(coloured, |text, code| text.replace(code, ""));
                let ends = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
                assert_eq!(ends(&bare), ends(&page));
            }
        }
    }
}

#[test]
fn hostile_text_harms_neither_terminal_nor_spreadsheet() {
    let (report, texts) = (HOSTILE_ONE.report(), Texts::new(Lang::Fr));
    for format in [Format::Text, Format::Csv, Format::Json, Format::Html] {
        let page = String::from_utf8(render(&report, &texts, format, RenderOptions::default()).unwrap()).unwrap();
        let found = page.chars().find(|c| *c != '\n' && is_hostile(*c));
        assert_eq!(found, None, "{format:?}");
    }
    let csv = String::from_utf8(render(&report, &texts, Format::Csv, RenderOptions::default()).unwrap()).unwrap();
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    for row in rows.records() {
        for cell in &row.unwrap() {
            let formula = cell.starts_with(['=', '+', '@']) || cell.starts_with('-') && cell.parse::<f64>().is_err();
            assert!(!formula, "{cell}");
        }
    }
}

#[test]
fn csv_has_every_figure_and_the_reason_of_missing_ones() {
    for report in [report_fixture::full(), report_fixture::single()] {
        let bytes = render(&report, &Texts::new(Lang::Fr), Format::Csv, RenderOptions::default()).unwrap();
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(|row| row.unwrap()).collect();
        let mut seen = BTreeSet::new();
        for row in &rows {
            let whole = !row["value"].is_empty();
            let of: Vec<&String> = row
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "value" | "lower" | "upper" | "n" | "undefined"))
                .map(|(_, cell)| cell)
                .collect();
            assert!(seen.insert(format!("{of:?}")), "twice: {row:?}");
            assert!(whole || !row["undefined"].is_empty(), "{row:?}");
            assert!(row["n"].parse::<u64>().is_ok(), "{row:?}");
        }
        let of = |question: &str, figure: &str| {
            rows.iter().filter(|row| row["question"] == question && row["figure"] == figure).count()
        };
        // A score of one visit has no interval, and the reason is given.
        let lone = rows.iter().filter(|row| row["figure"] == "percent_mean" && row["n"] == "1");
        assert!(lone.clone().all(|row| !row["value"].is_empty() && row["undefined"] == "too_few_points"));
        if report.scores.len() > 1 {
            let months: usize = report.signals.iter().map(|row| row.points.len()).sum();
            assert_eq!((of("signals", "percent"), of("signals", "signal")), (months, months));
            assert_eq!(of("change", "percent_certain"), report.change.scores.len());
        } else {
            assert_eq!(lone.count(), 2);
        }
    }
}

#[test]
fn hostile_text_is_harmless_in_flat_rows() {
    for hostile in HOSTILE {
        let mut record = judged_visit("lyon-3", "2026-03-02", &[("greeting.smile", "no")]);
        (record.site_name, record.group) = (Some(hostile.into()), Some(hostile.into()));
        (record.remark, record.note, record.observer) = (Some(hostile.into()), Some(hostile.into()), hostile.into());
        record.rows[0].note = Some(format!("{hostile}\nsecond line").into());
        let at = Stamp::parse(&record.started_at).unwrap();
        let text = Some(format!("{hostile}\nsecond line"));
        let mark = RecordedMark { seq: 2, at, elapsed_ms: 0, text, item: Some(hostile.to_owned()), undone: false };
        record.pauses_and_marks = Some(Box::new(PausesAndMarks { gaps: Vec::new(), marks: vec![mark] }));
        for (table, excel) in
            [(RowKind::Answers, Excel::None), (RowKind::Visits, Some(Lang::Fr)), (RowKind::Marks, Excel::None)]
        {
            let mut writer = TidyRowWriter::new(table, Vec::new(), excel).unwrap();
            writer.write_visit(&record, |_| true).unwrap();
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            assert_eq!(text.lines().count(), 2, "{text}");
            let mark = |c: char| c != '\n' && c != '\u{feff}' && is_hostile(c);
            assert_eq!(text.chars().find(|c| mark(*c)), None, "{text}");
            assert!(!text.contains(",=cmd") && !text.contains(";=cmd"), "{text}");
        }
    }
}

fn book(report: &esprit::analysis::Report, lang: Lang) -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = render(report, &Texts::new(lang), Format::Xlsx, RenderOptions::default()).unwrap();
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

#[test]
fn the_spreadsheet_holds_numbers_and_dates_and_no_formula() {
    for lang in Lang::ALL {
        let report = report_fixture::full();
        let mut book = book(&report, lang);
        let names = book.sheet_names();
        assert!(names.len() > 8, "{names:?}");
        let (mut numbers, mut dates) = (0, 0);
        for name in &names {
            let sheet = book.worksheet_range(name).unwrap();
            numbers += sheet.used_cells().filter(|(_, _, cell)| matches!(cell, Data::Float(_) | Data::Int(_))).count();
            dates += sheet.used_cells().filter(|(_, _, cell)| matches!(cell, Data::DateTime(_))).count();
            assert!(book.worksheet_formula(name).unwrap().is_empty(), "{name}");
        }
        assert!(numbers > 50 && dates > 2, "{numbers} numbers, {dates} dates");
        // A score is stored as computed.
        let percent = report.scores.iter().find_map(|row| row.percent_mean).unwrap();
        let sheet = book.worksheet_range("Scores").unwrap();
        assert!(sheet.used_cells().any(|(_, _, cell)| *cell == Data::Float(percent)), "{percent}");
    }
}

#[test]
fn hostile_text_in_a_spreadsheet_stays_text_and_bytes_are_reproducible() {
    let report = HOSTILE_ONE.report();
    let mut book = book(&report, Lang::En);
    let mut found = false;
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        let sheet = book.worksheet_range(&name).unwrap();
        for (_, _, cell) in sheet.used_cells() {
            if let Data::String(text) = cell {
                assert_eq!(text.chars().find(|c| is_hostile(*c)), None, "{text}");
                found |= text.starts_with("=cmd");
            }
        }
    }
    assert!(found, "the sample has lost its formula");
    let again = |_| render(&report, &Texts::new(Lang::En), Format::Xlsx, RenderOptions::default()).unwrap();
    assert!(again(1) == again(2));
}
