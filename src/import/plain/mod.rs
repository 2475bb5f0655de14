//! A sheet with a question in each line.

mod answer_columns;
mod answer_line;
mod answers;
mod bands;
mod cell_text;
mod condition;
mod finish;
mod head;
mod headings;
mod item;
mod kind;
mod layout;
mod line;
mod naming;
mod resolve;
mod sections;
mod skips;
mod weights;

use super::columns::Column;
use super::own::{self, KeptRow};
use super::remark::{RemarkKind, Remarks};
use super::words::SHEET_NAMES;
use super::{Imported, Library, MOST_QUESTIONS, Remark, earlier};
use crate::spreadsheet::{CellRemarkKind, MOST_CELL_CHARS, Row, Sheet, Workbook};
use crate::text::{fold_name, tidy_name};
use cell_text::{most_chars, shown};
use head::Head;
use headings::RowKind;
use item::Draft;
use layout::Layout;
use line::Line;
use sections::Sections;
use std::collections::{HashMap, HashSet};

/// Reads every visible sheet that has a column of questions.
///
/// # Errors
/// What is wrong, in the order of the sheets.
pub(super) fn import(library: &Library<'_>, file_name: &str, workbook: &Workbook) -> Result<Imported, Vec<Remark>> {
    let mut remarks = Remarks::default();
    let is_own = |sheet: &&Sheet| sheet.name.eq_ignore_ascii_case(own::SHEET);
    let kept = workbook.sheets.iter().find(is_own).map(|sheet| own::read_sheet(sheet, &mut remarks));
    let is_added = |sheet: &&Sheet| is_own(sheet) || own::HELP.contains(&sheet.name.as_str());
    let visible = workbook.sheets.iter().filter(|sheet| !(is_added(sheet) || sheet.hidden || sheet.rows.is_empty()));
    let alone = visible.count() == 1;
    let found: Vec<(&Sheet, Option<Layout>)> = workbook
        .sheets
        .iter()
        .filter(|sheet| !is_added(sheet))
        .map(|sheet| (sheet, if sheet.hidden { None } else { layout::find(sheet, alone, &mut remarks) }))
        .collect();
    let read: Vec<(&Sheet, &Layout)> =
        found.iter().filter_map(|(sheet, layout)| Some((*sheet, layout.as_ref()?))).collect();
    let mut lines = Vec::new();
    for (sheet, layout) in &read {
        cell_remarks(sheet, layout, &mut remarks);
        collect(sheet, layout, &mut lines, &mut remarks);
    }
    if lines.is_empty() {
        return Err(nothing(&read, remarks));
    }
    let title = title(file_name, &read);
    let mut sections = Sections::default();
    let kept = kept.unwrap_or_default();
    let mut drafts = drafts(lines, (read.len(), &title), &kept, &mut sections, &mut remarks);
    let ids: HashSet<&str> = drafts.iter().map(|draft| draft.line.cell(Column::Id)).collect();
    for (id, row) in kept.iter().filter(|(id, _)| !ids.contains(id.as_str())) {
        remarks.doubt(row.place.clone(), RemarkKind::OwnRowUnused { id: shown(id) });
    }
    // The sheet still has the head of the checklist if its first question was deleted from the table.
    let (of_rows, of_sheet) =
        (drafts.iter().filter_map(|draft| draft.kept.as_ref()), kept.values().map(|row| &row.kept));
    let head = Head::new(&title, of_rows.chain(of_sheet), library);
    let known = earlier::questions(&head.earlier);
    naming::name(&mut drafts, &sections, &known, &mut remarks);
    sections.keep_ids(&head.earlier);
    sections.share_out(&mut drafts, &mut remarks);
    for (sheet, layout) in &found {
        if layout.is_none() && !(weights::apply(sheet, &mut sections, &mut remarks) || sheet.rows.is_empty()) {
            let kind = RemarkKind::SheetNotRead { sheet: tidy_name(&sheet.name) };
            remarks.doubt(sheet.place(sheet.rows.first().map_or(1, |row| row.number), 0), kind);
        }
    }
    skips::resolve(&mut drafts, &mut remarks);
    finish::finish(&head, &sections, &drafts, remarks)
}

/// Returns why there is nothing to import.
fn nothing(read: &[(&Sheet, &Layout)], mut remarks: Remarks) -> Vec<Remark> {
    if remarks.errors.is_empty() {
        let kind = if read.is_empty() { RemarkKind::NoHeader } else { RemarkKind::NoQuestion };
        remarks.errors.push(Remark { place: None, kind });
    }
    remarks.errors
}

/// Says what is to be said of single cells of a sheet, in rows that are read.
fn cell_remarks(sheet: &Sheet, layout: &Layout, remarks: &mut Remarks) {
    let most =
        |at| layout.columns.iter().find(|placed| placed.at == at).map_or(MOST_CELL_CHARS, |p| most_chars(p.column));
    for remark in sheet.remarks.iter().take(1_000) {
        if remark.row <= layout.header && remark.kind != CellRemarkKind::TooLong {
            continue;
        }
        let place = sheet.place(remark.row, remark.column);
        match &remark.kind {
            CellRemarkKind::OpenQuote => remarks.error(place, RemarkKind::OpenQuote),
            CellRemarkKind::TooLong => remarks.error(place, RemarkKind::TooLong { most: most(remark.column) }),
            CellRemarkKind::Date => remarks.doubt(place, RemarkKind::Date),
            CellRemarkKind::Error(text) => remarks.doubt(place, RemarkKind::ErrorCell { text: text.clone() }),
        }
    }
}

/// Collects the lines of a sheet.
fn collect<'s>(sheet: &'s Sheet, layout: &'s Layout, lines: &mut Vec<Line<'s>>, remarks: &mut Remarks) {
    let start = lines.len();
    let mut above = None;
    let mut heading = None;
    let rows: Vec<&Row> = sheet.rows.iter().filter(|row| row.number > layout.header).collect();
    let kinds = headings::Outline::new(layout, &rows);
    for (index, row) in rows.iter().copied().enumerate() {
        match kinds.kind(index) {
            RowKind::Question => {}
            RowKind::Heading(text) => {
                heading = Some(text);
                continue;
            }
            RowKind::Total(text) => {
                let at = row.cells.iter().position(|cell| cell.trim() == text).unwrap_or(0);
                remarks.doubt(sheet.place(row.number, at), RemarkKind::TotalRow { text: shown(text) });
                continue;
            }
        }
        let has = |column: &Column| {
            layout
                .of(*column)
                .any(|placed| !row.cell(placed.at).is_empty() && !sheet.repeated.contains(&(row.number, placed.at)))
        };
        let filled: Vec<Column> = Column::all().filter(|column| has(column)).collect();
        let only = |columns: &[Column]| filled.iter().all(|column| columns.contains(column));
        if filled.contains(&Column::Question) {
            if lines.len() == MOST_QUESTIONS {
                return remarks
                    .error(sheet.place(row.number, 0), RemarkKind::TooManyQuestions { most: MOST_QUESTIONS });
            }
            lines.push(Line { sheet, layout, row, more: Vec::new(), above: above.take(), heading });
        } else if filled.is_empty() {
        } else if only(&[Column::Answers])
            && let Some(last) = lines.get_mut(start..).and_then(<[Line<'s>]>::last_mut)
            && above.is_none()
        {
            last.more.push(row);
        } else if only(&[Column::Section, Column::SectionWeight, Column::Attitude, Column::Number])
            && filled.contains(&Column::Section)
        {
            above = Some(row);
        } else {
            let at = filled.first().and_then(|column| layout.of(*column).next()).map_or(0, |placed| placed.at);
            remarks.error(sheet.place(row.number, at), RemarkKind::RowWithoutQuestion);
        }
    }
}

/// Reads the lines but for their conditions, into their sections.
fn drafts<'s>(
    lines: Vec<Line<'s>>,
    (sheets, title): (usize, &str),
    kept: &HashMap<String, KeptRow>,
    sections: &mut Sections,
    remarks: &mut Remarks,
) -> Vec<Draft<'s>> {
    let has_answers =
        |line: &&Line<'_>| !(line.cell(Column::Answers).is_empty() && line.cell(Column::Answer).is_empty());
    // An empty cell among many is worth a word; a column that is seldom used says that the rest is usual.
    let expected = lines.iter().filter(has_answers).count() * 2 > lines.len();
    let mut drafts: Vec<Draft<'s>> = Vec::new();
    for line in lines {
        let id = line.cell(Column::Id);
        let kept = if line.layout.own.is_empty() {
            kept.get(id).map(|row| row.kept.clone())
        } else {
            Some(own::read(line.sheet, line.row, &line.layout.own, remarks))
        };
        let kept = kept.filter(|kept| *kept != own::Kept::default());
        let unchanged = kept.as_ref().is_some_and(|kept| kept.item.is_some() && kept.row == line.fingerprint());
        // What stands in an unchanged row was said when it was written.
        let mut silent = Remarks::default();
        let said = if unchanged { &mut silent } else { &mut *remarks };
        let heading = line.layout.heading.as_deref().filter(|_| sheets > 1);
        let sheet_title = if sheets > 1 { heading.unwrap_or(&line.sheet.name) } else { title };
        let begins = kept.clone().filter(|kept| kept.section.is_some());
        let section = sections.of(&line, sheet_title, begins, said);
        let (item, answered) = item::read(&line, expected, said);
        drafts.push(Draft { line, item, answered, section, kept, unchanged });
    }
    drafts
}

/// Returns the title: what stands above the header, the name of the sheet if it says something, or that of the file.
fn title(file_name: &str, read: &[(&Sheet, &Layout)]) -> String {
    let stem = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let only = if let [(sheet, layout)] = read { Some((sheet, layout)) } else { None };
    let speaks = |name: &str| {
        let folded = fold_name(name);
        let letters = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        !letters.is_empty() && !SHEET_NAMES.contains(&letters)
    };
    let heading = only.and_then(|(_, layout)| layout.heading.clone());
    let name = || only.map(|(sheet, _)| tidy_name(&sheet.name)).filter(|name| speaks(name));
    let title = heading
        .filter(|heading| !heading.is_empty())
        .or_else(name)
        .unwrap_or_else(|| tidy_name(&stem.replace('_', " ")));
    if fold_name(&title).is_empty() { "Checklist".to_owned() } else { title.chars().take(200).collect() }
}
