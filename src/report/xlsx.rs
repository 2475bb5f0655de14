//! The report as a spreadsheet: one sheet for each question, real numbers and dates, text that is never a formula.

use super::labels::Labels;
use super::number_format::{NumberFormat, Unit, date, tidy};
use super::sentences::{counts, note, sentence};
use super::tables::{self, Cell, Content, Scope, Table};
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
    let labels = Labels::new(report, texts);
    // The clock has no part in a report: the book is of the day of its last visit.
    let mut book = begun(labels.get("page-title"), report.source.to.as_deref().and_then(date))?;
    opening(&labels, book.add_worksheet())?;
    for (name, table) in sheets(&labels) {
        if !table.rows.is_empty() {
            sheet(&labels, book.add_worksheet(), labels.get(name), &table)?;
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
    words: &NumberFormat<'_>,
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
fn sheets(labels: &Labels<'_>) -> Vec<(&'static str, Table)> {
    fn all<R>(rows: &[R]) -> Vec<&R> {
        rows.iter().collect()
    }
    let report = labels.report;
    let rankings: Vec<_> = report.rankings().collect();
    let scores: Vec<_> = report.network.iter().chain(&report.scores).collect();
    let signals = all(&report.signals);
    vec![
        ("sheet-scores", tables::scores(labels, "scores", &scores, Scope::All)),
        ("sheet-ranking", tables::ranking(labels, &rankings, Scope::All)),
        ("sheet-behaviours", tables::behaviours(labels, "all", &all(&report.network_behaviours), Scope::All)),
        ("sheet-behaviours-by", tables::behaviours(labels, "by", &all(&report.behaviours), Scope::All)),
        ("sheet-change", tables::score_changes(labels, &all(&report.change.scores), Scope::All)),
        ("sheet-change-behaviours", tables::behaviour_changes(labels, &all(&report.change.behaviours), Scope::All)),
        ("sheet-signals", tables::signals(labels, &signals, Scope::All)),
        ("sheet-months", tables::months(labels, &signals, Scope::All)),
        ("sheet-waiting", tables::waiting(labels, &all(&report.waiting), Scope::All)),
        ("sheet-waiting-tests", tables::waiting_tests(labels, &all(&report.waiting_tests), Scope::All)),
        ("sheet-mirror", tables::mirror(labels, "mirror", &all(&report.mirror))),
        ("sheet-blind-spots", tables::blind_spots(labels, &all(&report.blind_spots), Scope::All)),
        ("sheet-drivers", tables::drivers(labels, &all(&report.drivers), Scope::All)),
        ("sheet-quality", tables::quality(labels, &report.quality)),
        ("sheet-damaged", tables::damaged(labels, &report.source.damaged)),
    ]
}

/// Writes the first sheet: where to act first, and what the figures rest on.
fn opening(labels: &Labels<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    let report = labels.report;
    sheet.set_name(labels.get("sheet-opening"))?.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 100)?.set_column_width(1, 16)?;
    sheet.write_string_with_format(0, 0, labels.get("page-advice"), &bold)?;
    let mut row = 1;
    for advice in &report.advice {
        sheet.write_string_with_format(row, 0, sentence(advice, report, labels.texts), &wrapped)?;
        row += 1;
    }
    if report.advice.is_empty() {
        sheet.write_string(row, 0, labels.get("page-no-advice"))?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, labels.get("page-source"), &bold)?;
    let source = &report.source;
    for (id, count) in counts(source) {
        row += 1;
        sheet.write_string(row, 0, labels.get(id))?;
        sheet.write_number(row, 1, super::number_format::float(count))?;
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (id, text) in [("sheet-first-day", &source.from), ("sheet-last-day", &source.to)] {
        if let Some(date) = text.as_deref().and_then(excel_day) {
            row += 1;
            sheet.write_string(row, 0, labels.get(id))?;
            sheet.write_datetime_with_format(row, 1, &date, &day)?;
        }
    }
    for condition in &report.filters.conditions {
        row += 1;
        let args = [("conditions", tidy(condition).into())];
        sheet.write_string(row, 0, labels.texts.with("page-filter-only", &args))?;
    }
    for one in &report.notes {
        row += 1;
        sheet.write_string_with_format(row, 0, note(labels, one), &wrapped)?;
    }
    Ok(())
}

/// Writes a table: its head frozen and with filters, its numbers as numbers, an interval as two columns.
pub(super) fn sheet(
    format: &NumberFormat<'_>,
    sheet: &mut Worksheet,
    name: &str,
    table: &Table,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let rows = || table.rows.iter().take(MOST_ROWS - 1);
    let mut place = 0u16;
    for (index, column) in table.columns.iter().enumerate() {
        let cells = rows().map(|row| row.get(index).unwrap_or(&Cell::Empty));
        if let Content::Interval(_) = column.content {
            let limit = |limit: Option<f64>| limit.map_or(Cell::Empty, Cell::Number);
            let limits = cells.map(|cell| match cell {
                Cell::Interval(lower, upper) => [limit(*lower), limit(*upper)],
                _ => [Cell::Empty, Cell::Empty],
            });
            let (lower, upper): (Vec<Cell>, Vec<Cell>) = limits.map(|[lower, upper]| (lower, upper)).unzip();
            write_column(format, sheet, place, (format.get("page-lower"), column.content), lower.iter())?;
            write_column(format, sheet, place + 1, (format.get("page-upper"), column.content), upper.iter())?;
            place += 2;
        } else {
            write_column(format, sheet, place, (&column.head, column.content), cells)?;
            place += 1;
        }
    }
    let rows = u32::try_from(rows().len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, rows, place.saturating_sub(1))?;
    Ok(())
}

fn write_column<'c>(
    format: &NumberFormat<'_>,
    sheet: &mut Worksheet,
    column: u16,
    (head, content): (&str, Content),
    cells: impl Iterator<Item = &'c Cell>,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, column, head, &bold)?;
    let number_format = Format::new().set_num_format(number_format(content));
    let mut widest = head.width().min(14);
    for (row, cell) in (1u32..).zip(cells) {
        let month = match cell {
            Cell::Text(text) if content == Content::Month => excel_day(&format!("{text}-01")),
            _ => None,
        };
        let text = match (cell, month) {
            (_, Some(month)) => {
                sheet.write_datetime_with_format(row, column, &month, &number_format)?;
                continue;
            }
            (Cell::Number(number), _) => {
                sheet.write_number_with_format(row, column, *number, &number_format)?;
                continue;
            }
            (Cell::Text(text), _) => text.clone(),
            (Cell::Undefined(text, why), _) => format!("{text}{}{why}", format.get("app-colon")),
            (Cell::Empty | Cell::Interval(..), _) => continue,
        };
        widest = widest.max(text.width());
        sheet.write_string(row, column, text)?;
    }
    #[expect(clippy::cast_precision_loss, reason = "no column is wider than a few letters")]
    sheet.set_column_width(column, (widest.min(WIDEST) + 2) as f64)?;
    Ok(())
}

fn excel_day(text: &str) -> Option<ExcelDateTime> {
    let day = date(text)?;
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// Returns how a spreadsheet shows the numbers of a column; its own language puts the decimal sign.
fn number_format(content: Content) -> &'static str {
    match content {
        Content::Head | Content::Checklist | Content::Text => "General",
        Content::Month => "yyyy-mm",
        Content::CountBehind => "#,##0",
        Content::Number(unit) | Content::Interval(unit) => match unit {
            Unit::Count => "#,##0",
            Unit::Share => "0.0%",
            Unit::SharePoints => "+0.0%;-0.0%;0.0%",
            Unit::Points | Unit::Difference => "+0.0;-0.0;0.0",
            Unit::Coefficient => "0.00",
            Unit::Probability => "0.0000",
            Unit::Percent | Unit::Decimal | Unit::Seconds => "0.0",
        },
    }
}
