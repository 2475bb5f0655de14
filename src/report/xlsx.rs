//! Reports and agreements as spreadsheets: a first sheet of sentences, then a sheet per table with typed cells. Text is
//! never a formula.

use super::labels::Labels;
use super::number_format::{NumberFormat, Unit, cut, date, float};
use super::row_order::sorted_by_name;
use super::sentences::{advice_sentence, conditions_sentence, note_sentences, source_counts};
use super::tables::{self, Cell, Content, Scope, Table};
use crate::analysis::Report;
use crate::text::Texts;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};
use std::borrow::Cow;
use std::io;
use unicode_width::UnicodeWidthStr;

/// The maximum width of a column, in characters.
const MAX_WIDTH: usize = 60;
/// The maximum length of a text, in characters: a cell holds 32,767 UTF-16 units, of which a character takes up to two.
const MAX_CHARS: usize = 16_383;
/// The number of the paper size A4.
const A4: u8 = 9;
/// The maximum number of rows of a sheet, with its header.
const MAX_ROWS: usize = 1_048_576;

/// A line of the first sheet.
pub(super) enum OpeningLine {
    /// In bold.
    Heading(String),
    /// Wrapped at the width of the column.
    Paragraph(String),
    Text(String),
    /// A label and its text, in two columns; the text is wrapped.
    Pair(String, String),
    /// A label and its number, in two columns.
    Count(String, u64),
    /// A label and its date, in two columns.
    Day(String, ExcelDateTime),
    Blank,
}

/// What a workbook consists of.
pub(super) struct Workbook {
    pub title: String,
    /// The creation date; without one it is a fixed day, so that equal contents make equal bytes.
    pub day: Option<ExcelDateTime>,
    /// The message of the first sheet's name.
    pub opening_name: &'static str,
    /// The widths of the first sheet's columns, in characters.
    pub opening_widths: Vec<f64>,
    pub opening: Vec<OpeningLine>,
    /// The tables, each with the name of its sheet; those without rows are left out.
    pub sheets: Vec<(String, Table)>,
}

/// Renders a report as a spreadsheet. Equal reports make equal bytes.
pub fn render(report: &Report, texts: &Texts) -> io::Result<Vec<u8>> {
    let report = &sorted_by_name(report, texts.lang());
    let labels = Labels::new(report, texts);
    let more = tables::sections(&labels).into_iter().map(|section| (section.sheet, section.table));
    let sheets = question_tables(&labels)
        .into_iter()
        .chain(more)
        .map(|(name, table)| (labels.texts.get(name).to_owned(), table));
    let contents = Workbook {
        title: labels.get("page-title").to_owned(),
        day: report.source.to.as_deref().and_then(excel_day),
        opening_name: "sheet-opening",
        opening_widths: vec![100.0, 16.0],
        opening: opening_lines(&labels),
        sheets: sheets.collect(),
    };
    render_workbook(&labels, &contents)
}

/// Renders a workbook. Fails if a sheet has an invalid name or too many columns.
pub(super) fn render_workbook(format: &NumberFormat<'_>, contents: &Workbook) -> io::Result<Vec<u8>> {
    let build = || -> Result<Vec<u8>, XlsxError> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let created = contents.day.clone().map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
        book.set_properties(&DocProperties::new().set_title(&contents.title).set_creation_datetime(&created));
        write_opening(format, book.add_worksheet(), contents)?;
        for (name, table) in contents.sheets.iter().filter(|(_, table)| !table.rows.is_empty()) {
            write_table(format, book.add_worksheet(), name, table)?;
        }
        book.save_to_buffer()
    };
    build().map_err(io::Error::other)
}

/// Returns the table of each question with the message of its sheet's name.
fn question_tables(labels: &Labels<'_>) -> Vec<(&'static str, Table)> {
    fn refs<R>(rows: &[R]) -> Vec<&R> {
        rows.iter().collect()
    }
    let report = labels.report;
    let rankings: Vec<_> = report.rankings().collect();
    let scores: Vec<_> = report.network.iter().chain(&report.scores).collect();
    let signals = refs(&report.signals);
    vec![
        ("sheet-scores", tables::scores(labels, &scores, Scope::All)),
        ("sheet-ranking", tables::ranking(labels, &rankings, Scope::All)),
        ("sheet-behaviours", tables::behaviours(labels, &refs(&report.network_behaviours), Scope::All)),
        ("sheet-behaviours-by", tables::behaviours(labels, &refs(&report.behaviours), Scope::All)),
        ("sheet-change", tables::score_changes(labels, &refs(&report.change.scores), Scope::All)),
        ("sheet-change-behaviours", tables::behaviour_changes(labels, &refs(&report.change.behaviours), Scope::All)),
        ("sheet-signals", tables::signals(labels, &signals, Scope::All)),
        ("sheet-months", tables::months(labels, &signals, Scope::All)),
        ("sheet-waiting", tables::waiting(labels, &refs(&report.waiting), Scope::All)),
        ("sheet-waiting-tests", tables::waiting_tests(labels, &refs(&report.waiting_tests), Scope::All)),
        ("sheet-mirror", tables::mirror(labels, &refs(&report.mirror))),
        ("sheet-blind-spots", tables::blind_spots(labels, &refs(&report.blind_spots), Scope::All)),
        ("sheet-drivers", tables::drivers(labels, &refs(&report.drivers), Scope::All)),
        ("sheet-quality", tables::quality(labels, &refs(&report.quality))),
        ("sheet-damaged", tables::damaged(labels, &report.source.damaged)),
    ]
}

/// Returns the advice, what the figures come from, and the notes.
fn opening_lines(labels: &Labels<'_>) -> Vec<OpeningLine> {
    let report = labels.report;
    let source = &report.source;
    let text = |id: &str| labels.texts.get(id).to_owned();
    let mut lines = vec![OpeningLine::Heading(text("page-advice"))];
    let advice = report.advice.iter().map(|advice| advice_sentence(advice, report, labels.texts));
    lines.extend(advice.map(OpeningLine::Paragraph));
    if report.advice.is_empty() {
        lines.push(OpeningLine::Text(text("page-no-advice")));
    }
    lines.extend([OpeningLine::Blank, OpeningLine::Heading(text("page-source"))]);
    lines.extend(source_counts(source).map(|(id, count)| OpeningLine::Count(text(id), count)));
    for (id, day) in [("sheet-first-day", &source.from), ("sheet-last-day", &source.to)] {
        lines.extend(day.as_deref().and_then(excel_day).map(|day| OpeningLine::Day(text(id), day)));
    }
    let conditions = report.filters.conditions.chunks(1).filter_map(|one| conditions_sentence(labels, one));
    lines.extend(conditions.map(OpeningLine::Text));
    lines.extend(note_sentences(labels).into_iter().map(OpeningLine::Paragraph));
    lines
}

/// Writes the first sheet.
fn write_opening(format: &NumberFormat<'_>, sheet: &mut Worksheet, contents: &Workbook) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let day_format = Format::new().set_num_format("yyyy-mm-dd");
    sheet.set_name(format.get(contents.opening_name))?.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    for (column, width) in (0..).zip(&contents.opening_widths) {
        sheet.set_column_width(column, *width)?;
    }
    for (row, line) in (0..).zip(&contents.opening) {
        match line {
            OpeningLine::Heading(text) => _ = sheet.write_string_with_format(row, 0, text, &bold)?,
            OpeningLine::Paragraph(text) => _ = sheet.write_string_with_format(row, 0, cell_text(text), &wrapped)?,
            OpeningLine::Text(text) => _ = sheet.write_string(row, 0, cell_text(text))?,
            OpeningLine::Pair(label, text) => {
                sheet.write_string_with_format(row, 0, label, &wrapped)?;
                sheet.write_string_with_format(row, 1, cell_text(text), &wrapped)?;
            }
            OpeningLine::Count(label, count) => {
                sheet.write_string(row, 0, label)?.write_number(row, 1, float(*count))?;
            }
            OpeningLine::Day(label, day) => {
                sheet.write_string(row, 0, label)?.write_datetime_with_format(row, 1, day, &day_format)?;
            }
            OpeningLine::Blank => {}
        }
    }
    Ok(())
}

/// Writes a table with a frozen header and filters. An interval takes two columns.
fn write_table(format: &NumberFormat<'_>, sheet: &mut Worksheet, name: &str, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let rows = || table.rows.iter().take(MAX_ROWS - 1);
    let mut sheet_column = 0u16;
    for (index, column) in table.columns.iter().enumerate() {
        let cells = rows().map(|row| row.get(index).unwrap_or(&Cell::Empty));
        if let Content::Interval(_) = column.content {
            let limit = |limit: Option<f64>| limit.map_or(Cell::Empty, Cell::Number);
            let limits = cells.map(|cell| match cell {
                Cell::Interval(lower, upper) => [limit(*lower), limit(*upper)],
                _ => [Cell::Empty, Cell::Empty],
            });
            let (lower, upper): (Vec<Cell>, Vec<Cell>) = limits.map(|[lower, upper]| (lower, upper)).unzip();
            write_column(format, sheet, sheet_column, (format.get("page-lower"), column.content), lower.iter())?;
            write_column(format, sheet, sheet_column + 1, (format.get("page-upper"), column.content), upper.iter())?;
            sheet_column += 2;
        } else {
            write_column(format, sheet, sheet_column, (&column.head, column.content), cells)?;
            sheet_column += 1;
        }
    }
    let rows = u32::try_from(rows().len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, rows, sheet_column.saturating_sub(1))?;
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
    let column_format = Format::new().set_num_format(num_format(content));
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut widest = head.width().min(14);
    for (row, cell) in (1u32..).zip(cells) {
        let month = match cell {
            Cell::Text(text) if content == Content::Month => excel_day(&format!("{text}-01")),
            _ => None,
        };
        let text = match (cell, month) {
            (_, Some(month)) => {
                sheet.write_datetime_with_format(row, column, &month, &column_format)?;
                continue;
            }
            (Cell::Number(number), _) => {
                let own_format = exact_text(format, content, *number).map(|text| Format::new().set_num_format(text));
                sheet.write_number_with_format(row, column, *number, own_format.as_ref().unwrap_or(&column_format))?;
                continue;
            }
            (Cell::Text(text), _) => text.clone(),
            (Cell::Undefined(text, why), _) => format!("{text}{}{why}", format.get("app-colon")),
            (Cell::Empty | Cell::Interval(..), _) => continue,
        };
        widest = widest.max(text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0));
        if text.width() > MAX_WIDTH || text.contains('\n') {
            sheet.write_string_with_format(row, column, cell_text(&text), &wrapped)?;
        } else {
            sheet.write_string(row, column, text)?;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a width is at most 62")]
    sheet.set_column_width(column, (widest.min(MAX_WIDTH) + 2) as f64)?;
    Ok(())
}

/// Returns a text that a cell can hold.
fn cell_text(text: &str) -> Cow<'_, str> {
    cut(text, MAX_CHARS)
}

/// Parses a date such as `2026-03-01`; `None` also for years that a spreadsheet cannot have.
fn excel_day(text: &str) -> Option<ExcelDateTime> {
    let day = date(text)?;
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// Returns the number format of a cell that its column's format would show with other digits than all other formats.
///
/// A cell holds the full number, to be computed with, and a spreadsheet rounds it half away from zero on its first 15
/// digits. That is what a report shows, but for the figures that come near to 0 or to the end of their range: no number
/// format makes 99.9 of 99.96, so that the format of such a cell is its text in quotation marks.
fn exact_text(format: &NumberFormat<'_>, content: Content, number: f64) -> Option<String> {
    let (Content::Number(unit) | Content::Interval(unit)) = content else { return None };
    let precision = unit.precision();
    let held = format!("{number:.14e}").parse().unwrap_or(number);
    let is_tiny = unit == Unit::Probability && number < 0.001;
    if precision.nearest(held) == precision.round(number) && !is_tiny {
        return None;
    }
    let text = if is_tiny { format.figure(unit, number) } else { format.digits(unit, number) };
    let percent = if matches!(unit, Unit::Share | Unit::SharePoints) { "%" } else { "" };
    // The number formats write a hyphen for a minus.
    Some(format!("\"{}{percent}\"", text.replace('\u{2212}', "-")))
}

/// Returns the number format of a column.
fn num_format(content: Content) -> &'static str {
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
            Unit::Probability => "0.000",
            Unit::Percent | Unit::Decimal | Unit::Seconds => "0.0",
        },
    }
}
