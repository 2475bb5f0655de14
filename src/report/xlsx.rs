//! The report as a spreadsheet: one sheet for each question, real numbers and dates, text that is never a formula.

use super::names::{Names, Words, date, tidy};
use super::tables::{self, Cell, Scope, Table, Unit};
use super::words::{counts, note, sentence};
use crate::analysis::Report;
use crate::text::Texts;
use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::io;
use unicode_width::UnicodeWidthStr;

/// How wide a column may be, in letters.
const WIDEST: usize = 60;
/// The paper's number.
const A4: u8 = 9;
/// The rows that a sheet can hold, its head among them.
const MOST_ROWS: usize = 1_048_576;

/// Gives the spreadsheet of a report; the same report gives the same bytes.
///
/// # Errors
/// Where the spreadsheet cannot be made, which no report brings about.
pub fn book(report: &Report, texts: &Texts) -> io::Result<Vec<u8>> {
    write(report, texts).map_err(io::Error::other)
}

fn write(report: &Report, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let names = Names::new(report, texts);
    // The clock has no part in a report: the book is of the day of its last visit.
    let mut book = begun(names.get("page-title"), report.source.to.as_deref().and_then(date))?;
    opening(&names, book.add_worksheet())?;
    for (name, table) in sheets(&names) {
        if !table.rows.is_empty() {
            sheet(&names, book.add_worksheet(), names.get(name), &table)?;
        }
    }
    book.save_to_buffer()
}

/// Begins a book of a day.
fn begun(title: &str, day: Option<Date>) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let made = day
        .map_or((2000, 1, 1), |day| (day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs()));
    let made = ExcelDateTime::from_ymd(made.0.max(1900), made.1, made.2)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    Ok(book)
}

/// Gives a spreadsheet of lines, those with `true` in bold, and of tables, each with the name of its sheet.
///
/// # Errors
/// As [`book`].
pub(super) fn of_tables(
    words: &Words<'_>,
    title: &str,
    lines: &[(String, bool)],
    tables: &[(String, Table)],
) -> io::Result<Vec<u8>> {
    let write = || -> Result<Vec<u8>, XlsxError> {
        let mut book = begun(title, None)?;
        let opening = book.add_worksheet();
        let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
        opening.set_name(words.get("sheet-opening"))?.set_paper_size(A4).set_print_fit_to_pages(1, 0);
        opening.set_column_width(0, 116)?;
        for (row, (line, is_bold)) in (0u32..).zip(lines) {
            opening.write_string_with_format(row, 0, line, if *is_bold { &bold } else { &wrapped })?;
        }
        for (name, table) in tables {
            sheet(words, book.add_worksheet(), name, table)?;
        }
        book.save_to_buffer()
    };
    write().map_err(io::Error::other)
}

/// Gives every question's table, with the name of its sheet.
fn sheets(names: &Names<'_>) -> Vec<(&'static str, Table)> {
    fn all<R>(rows: &[R]) -> Vec<&R> {
        rows.iter().collect()
    }
    let report = names.report;
    let rankings: Vec<_> = std::iter::once(&report.ranking).chain(&report.other_rankings).collect();
    let scores: Vec<_> = report.network.iter().chain(&report.scores).collect();
    let signals = all(&report.signals);
    vec![
        ("sheet-scores", tables::scores(names, "scores", &scores, Scope::All)),
        ("sheet-ranking", tables::ranking(names, &rankings, Scope::All)),
        ("sheet-behaviours", tables::behaviours(names, "all", &all(&report.network_behaviours), Scope::All)),
        ("sheet-behaviours-by", tables::behaviours(names, "by", &all(&report.behaviours), Scope::All)),
        ("sheet-change", tables::score_changes(names, &all(&report.change.scores), Scope::All)),
        ("sheet-change-behaviours", tables::behaviour_changes(names, &all(&report.change.behaviours), Scope::All)),
        ("sheet-signals", tables::signals(names, &signals, Scope::All)),
        ("sheet-months", tables::months(names, &signals, Scope::All)),
        ("sheet-waiting", tables::waiting(names, &all(&report.waiting), Scope::All)),
        ("sheet-waiting-tests", tables::waiting_tests(names, &all(&report.waiting_tests), Scope::All)),
        ("sheet-mirror", tables::mirror(names, "mirror", &all(&report.mirror))),
        ("sheet-blind-spots", tables::blind_spots(names, &all(&report.blind_spots), Scope::All)),
        ("sheet-drivers", tables::drivers(names, &all(&report.drivers), Scope::All)),
        ("sheet-quality", tables::quality(names, &report.quality)),
        ("sheet-damaged", tables::damaged(names, &report.source.damaged)),
    ]
}

/// Writes the first sheet: where to act first, and what the figures rest on.
fn opening(names: &Names<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    let report = names.report;
    sheet.set_name(names.get("sheet-opening"))?.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 100)?.set_column_width(1, 16)?;
    sheet.write_string_with_format(0, 0, names.get("page-advice"), &bold)?;
    let mut row = 1;
    for advice in &report.advice {
        sheet.write_string_with_format(row, 0, sentence(advice, report, names.texts), &wrapped)?;
        row += 1;
    }
    if report.advice.is_empty() {
        sheet.write_string(row, 0, names.get("page-no-advice"))?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, names.get("page-source"), &bold)?;
    let source = &report.source;
    for (id, count) in counts(source) {
        row += 1;
        sheet.write_string(row, 0, names.get(id))?;
        sheet.write_number(row, 1, super::names::float(count))?;
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (id, text) in [("sheet-first-day", &source.from), ("sheet-last-day", &source.to)] {
        if let Some(date) = text.as_deref().and_then(excel_day) {
            row += 1;
            sheet.write_string(row, 0, names.get(id))?;
            sheet.write_datetime_with_format(row, 1, &date, &day)?;
        }
    }
    for condition in &report.filters.conditions {
        row += 1;
        let args = [("conditions", tidy(condition).into())];
        sheet.write_string(row, 0, names.texts.with("page-filter-only", &args))?;
    }
    for one in &report.notes {
        row += 1;
        sheet.write_string_with_format(row, 0, note(names, one), &wrapped)?;
    }
    Ok(())
}

/// Writes a table: its head frozen and with filters, its numbers as numbers.
pub(super) fn sheet(names: &Words<'_>, sheet: &mut Worksheet, name: &str, table: &Table) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(name)?.set_freeze_panes(1, 0)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let mut unit = Unit::Text;
    for (column, described) in (0u16..).zip(&table.columns) {
        if !matches!(described.unit, Unit::Lower | Unit::Upper | Unit::Behind) {
            unit = described.unit;
        }
        let format = Format::new().set_num_format(number_format(described.unit, unit));
        sheet.write_string_with_format(0, column, &described.head, &head)?;
        let mut widest = described.head.width().min(14);
        for (row, cells) in (1u32..).zip(table.rows.iter().take(MOST_ROWS - 1)) {
            let Some(cell) = cells.get(usize::from(column)) else { continue };
            match cell {
                Cell::Number(number) => {
                    sheet.write_number_with_format(row, column, *number, &format)?;
                }
                Cell::Text(text) if unit == Unit::Month => match excel_day(&format!("{text}-01")) {
                    Some(month) => {
                        sheet.write_datetime_with_format(row, column, &month, &format)?;
                    }
                    None => write_text(sheet, (row, column), text, &mut widest)?,
                },
                Cell::Text(text) => write_text(sheet, (row, column), text, &mut widest)?,
                Cell::Undefined(words, why) => {
                    write_text(sheet, (row, column), &format!("{words}{}{why}", names.get("app-colon")), &mut widest)?;
                }
                Cell::Empty => {}
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "no column is wider than a few letters")]
        sheet.set_column_width(column, (widest.min(WIDEST) + 2) as f64)?;
    }
    let rows = u32::try_from(table.rows.len().min(MOST_ROWS - 1)).unwrap_or(u32::MAX);
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, rows, last)?;
    Ok(())
}

fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    widest: &mut usize,
) -> Result<(), XlsxError> {
    *widest = (*widest).max(text.width());
    sheet.write_string(row, column, text)?;
    Ok(())
}

fn excel_day(text: &str) -> Option<ExcelDateTime> {
    let day = date(text)?;
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// Gives how a spreadsheet shows a number; its own language puts the decimal sign. `of` is the unit of the figure that
/// a limit belongs to.
fn number_format(unit: Unit, of: Unit) -> &'static str {
    match if matches!(unit, Unit::Lower | Unit::Upper) { of } else { unit } {
        Unit::Count | Unit::Behind => "#,##0",
        Unit::Share => "0.0%",
        Unit::SharePoints => "+0.0%;-0.0%;0.0%",
        Unit::Points | Unit::Difference => "+0.0;-0.0;0.0",
        Unit::Coefficient => "0.00",
        Unit::Probability => "0.0000",
        Unit::Month => "yyyy-mm",
        Unit::Percent | Unit::Decimal | Unit::Seconds | Unit::Lower | Unit::Upper => "0.0",
        Unit::Text | Unit::Head => "General",
    }
}
