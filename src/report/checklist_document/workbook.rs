//! A checklist as a workbook: the questions, how to fill them in, and what the table cannot show.

use super::cells::{Cell, Head, Table};
use super::own::OwnRow;
use crate::import::columns::Column;
use crate::import::own;
use crate::import::words::KINDS;
use crate::report::number_format::cut;
use crate::text::{Lang, Texts};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};
use std::io;

/// The longest text of a cell, in characters: it holds 32,767 UTF-16 units, of which a character takes up to two.
const MOST_CHARS: usize = 16_383;
/// The number of the paper size A4.
const A4: u8 = 9;
/// The rows that may be filled in with the help of lists.
const ROWS: u32 = 2000;

/// Renders the workbook; without `own`, only its table.
pub fn render(texts: &Texts, title: &str, table: &Table, own: Option<&[OwnRow]>) -> io::Result<Vec<u8>> {
    let build = || -> Result<Vec<u8>, XlsxError> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
        write_table(texts, book.add_worksheet(), table)?;
        if let Some(own) = own {
            write_instructions(texts, book.add_worksheet())?;
            write_own(book.add_worksheet(), own)?;
        }
        book.save_to_buffer()
    };
    build().map_err(io::Error::other)
}

fn header_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00E8_ECEA))
        .set_border_bottom(FormatBorder::Thin)
}

fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

fn write_table(texts: &Texts, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(texts.get("checklist-sheet"))?.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    let (header, text) = (header_format(), wrapped());
    for (column, head) in (0u16..).zip(&table.heads) {
        sheet.write_string_with_format(0, column, head.title(texts.lang()), &header)?;
        sheet.set_column_width(column, width(head.column))?;
        if let Some(list) = choices(texts.lang(), head) {
            sheet.add_data_validation(1, column, ROWS, column, &list?)?;
        }
    }
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => _ = sheet.write_number_with_format(row, column, *number, &text)?,
                Cell::Text(words) => {
                    sheet.write_string_with_format(row, column, cut(words, MOST_CHARS), &text)?;
                }
            }
        }
    }
    Ok(())
}

/// Returns the list that a column's cells are chosen from; anything else may be typed.
fn choices(lang: Lang, head: &Head) -> Option<Result<DataValidation, XlsxError>> {
    let list = match head.column {
        Column::Answer => {
            KINDS.iter().map(|(_, french, english, _)| if lang == Lang::Fr { *french } else { *english }).collect()
        }
        Column::Critical | Column::Bonus | Column::Unscored => vec!["x"],
        _ => return None,
    };
    Some(DataValidation::new().allow_list_strings(&list).map(|list| list.show_error_message(false)))
}

/// Returns the width of a column, in characters.
fn width(column: Column) -> f64 {
    match column {
        Column::Question => 48.0,
        Column::Answers | Column::How | Column::Yes | Column::Partly | Column::No => 32.0,
        Column::Section | Column::OnlyIf | Column::Id => 22.0,
        Column::Answer | Column::Mirror | Column::Attitude => 17.0,
        Column::NoteIf => 14.0,
        _ => 10.0,
    }
}

/// Writes a line on each column, under what to know first.
fn write_instructions(texts: &Texts, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let [french, english] = own::HELP;
    sheet
        .set_name(if texts.lang() == Lang::Fr { french } else { english })?
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 24)?.set_column_width(1, 90)?;
    let (bold, text) = (header_format(), wrapped());
    for (row, id) in (0u32..).zip(["checklist-help-first", "checklist-help-import", "checklist-help-own"]) {
        sheet.write_string_with_format(row, 1, texts.get(id), &text)?;
    }
    for (row, column) in (4u32..).zip(Column::all()) {
        let id = format!("checklist-help-{}", help_name(column));
        sheet.write_string_with_format(row, 0, column.title(texts.lang()), &bold)?;
        sheet.write_string_with_format(row, 1, texts.get(&id), &text)?;
    }
    Ok(())
}

/// Returns the end of the id of the message about a column.
fn help_name(column: Column) -> &'static str {
    match column {
        Column::Section => "section",
        Column::SectionWeight => "section-weight",
        Column::Attitude => "attitude",
        Column::Number => "number",
        Column::Id => "id",
        Column::Question => "question",
        Column::Answer => "answer",
        Column::Answers => "answers",
        Column::Weight => "weight",
        Column::Critical => "critical",
        Column::Bonus => "bonus",
        Column::Unscored => "unscored",
        Column::OnlyIf => "only-if",
        Column::NoteIf => "note-if",
        Column::Yes | Column::Partly | Column::No => "judged",
        Column::How => "how",
        Column::Mirror => "mirror",
    }
}

/// Writes what the table cannot show; a text that is longer than a cell goes on in columns of the same name.
fn write_own(sheet: &mut Worksheet, own: &[OwnRow]) -> Result<(), XlsxError> {
    sheet.set_name(own::SHEET)?;
    let header = header_format();
    let mut column = 0;
    for name in own::COLUMNS {
        let pieces: Vec<Vec<&str>> = own.iter().map(|row| pieces(row.get(name))).collect();
        for piece in 0..pieces.iter().map(Vec::len).max().unwrap_or(0).max(1) {
            sheet.write_string_with_format(0, column, name, &header)?;
            for (row, pieces) in (1u32..).zip(&pieces) {
                if let Some(text) = pieces.get(piece) {
                    sheet.write_string(row, column, *text)?;
                }
            }
            column += 1;
        }
    }
    Ok(())
}

/// Splits a text into pieces that a cell can hold.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.char_indices().nth(MOST_CHARS).map_or(rest.len(), |(end, _)| end);
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}
