//! Reads a workbook in the `OpenDocument` format.

use super::cells::{Budget, Cells, number_text};
use super::xlsx::check_unpacked;
use super::{CellRemarkKind, SpreadsheetError, Workbook};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::fmt::Display;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest document in the archive, in bytes.
const MOST_XML: u64 = 128 << 20;
/// What the file that names the format begins with.
const FORMAT: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Returns whether an archive says that it is such a workbook.
pub(super) fn is_ods(bytes: &[u8]) -> bool {
    entry(bytes, "mimetype").is_ok_and(|text| text.starts_with(FORMAT))
}

/// Reads every sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SpreadsheetError> {
    check_unpacked(bytes)?;
    if entry(bytes, "META-INF/manifest.xml").is_ok_and(|text| text.contains("encryption-data")) {
        return Err(SpreadsheetError::Password);
    }
    let content = entry(bytes, "content.xml")?;
    let mut document = Document { xml: Reader::from_str(&content), budget: Budget::default(), hidden: HashSet::new() };
    document.workbook()
}

fn broken(error: impl Display) -> SpreadsheetError {
    SpreadsheetError::Broken(error.to_string())
}

/// Returns a text file of the archive.
fn entry(bytes: &[u8], name: &str) -> Result<String, SpreadsheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let file = archive.by_name(name).map_err(broken)?;
    let mut text = Vec::new();
    file.take(MOST_XML + 1).read_to_end(&mut text).map_err(broken)?;
    if text.len() as u64 > MOST_XML {
        return Err(SpreadsheetError::TooLarge { limit: MOST_XML });
    }
    String::from_utf8(text).map_err(broken)
}

/// Returns an attribute.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// Returns how often an element stands for another, or how many it spans; at least once.
fn times(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1).max(1)
}

/// A cell that stands for several beside it.
struct Repeated {
    column: usize,
    times: usize,
    rows: usize,
    text: String,
    remark: Option<CellRemarkKind>,
}

struct Document<'x> {
    xml: Reader<&'x [u8]>,
    budget: Budget,
    /// The styles of hidden sheets.
    hidden: HashSet<String>,
}

impl Document<'_> {
    fn workbook(&mut self) -> Result<Workbook, SpreadsheetError> {
        let mut workbook = Workbook::default();
        let mut style = String::new();
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(element) | Event::Empty(element) if element.name().as_ref() == "style:style" => {
                    style = attribute(&element, "style:name").unwrap_or_default();
                }
                Event::Start(element) | Event::Empty(element)
                    if element.name().as_ref() == "style:table-properties"
                        && attribute(&element, "table:display").is_some_and(|display| display == "false") =>
                {
                    self.hidden.insert(style.clone());
                }
                Event::Start(element) if element.name().as_ref() == "table:table" => {
                    let name = attribute(&element, "table:name").unwrap_or_default();
                    let style = attribute(&element, "table:style-name").unwrap_or_default();
                    let hidden = self.hidden.contains(&style);
                    let mut budget = std::mem::take(&mut self.budget);
                    let mut cells = Cells::new(&name, hidden, &mut budget);
                    self.table(&mut cells)?;
                    workbook.sheets.push(cells.finish());
                    self.budget = budget;
                }
                Event::Eof => return Ok(workbook),
                _ => {}
            }
        }
    }

    fn table(&mut self, cells: &mut Cells<'_>) -> Result<(), SpreadsheetError> {
        let mut row = 1_usize;
        let mut merged = Vec::new();
        // A table may be inside a cell.
        let mut depth = 0_usize;
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(element) if element.name().as_ref() == "table:table-row" => {
                    let times = times(&element, "table:number-rows-repeated");
                    let found = self.row()?;
                    let last = if found.is_empty() { row } else { row.saturating_add(times) };
                    for at in row..last {
                        for cell in &found {
                            place(cells, at, cell)?;
                        }
                    }
                    merged.extend(found.iter().filter(|cell| cell.rows > 1).map(|cell| (cell.column, row, cell.rows)));
                    row = row.saturating_add(times);
                }
                Event::Empty(element) if element.name().as_ref() == "table:table-row" => {
                    row = row.saturating_add(times(&element, "table:number-rows-repeated"));
                }
                Event::Start(element) if element.name().as_ref() == "table:table" => depth += 1,
                Event::End(element) if element.name().as_ref() == "table:table" && depth > 0 => depth -= 1,
                Event::End(element) if element.name().as_ref() == "table:table" => break,
                Event::Eof => return Err(broken("content.xml")),
                _ => {}
            }
        }
        for (column, first, rows) in merged {
            cells.merge(column, first, first.saturating_add(rows - 1))?;
        }
        Ok(())
    }

    /// Returns the cells of a row that are not empty.
    fn row(&mut self) -> Result<Vec<Repeated>, SpreadsheetError> {
        let mut found = Vec::new();
        let mut column = 0_usize;
        loop {
            let (element, is_empty) = match self.xml.read_event().map_err(broken)? {
                Event::Start(element) => (element, false),
                Event::Empty(element) => (element, true),
                Event::End(element) if element.name().as_ref() == "table:table-row" => return Ok(found),
                Event::Eof => return Err(broken("content.xml")),
                _ => continue,
            };
            let element = element.into_owned();
            if !matches!(element.name().as_ref(), "table:table-cell" | "table:covered-table-cell") {
                continue;
            }
            let shown = if is_empty { String::new() } else { self.text(element.name().as_ref())? };
            let times = times(&element, "table:number-columns-repeated");
            let (text, remark) = value(&element, shown);
            if !text.trim().is_empty() || remark.is_some() {
                let rows = self::times(&element, "table:number-rows-spanned");
                found.push(Repeated { column, times, rows, text, remark });
            }
            column = column.saturating_add(times);
        }
    }

    /// Returns the paragraphs of a cell, without its remarks.
    fn text(&mut self, cell: &str) -> Result<String, SpreadsheetError> {
        let mut text = String::new();
        let mut annotation = 0_usize;
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(element) if element.name().as_ref() == "office:annotation" => annotation += 1,
                Event::End(element) if element.name().as_ref() == "office:annotation" => {
                    annotation = annotation.saturating_sub(1);
                }
                Event::End(element) if element.name().as_ref() == cell => return Ok(text),
                Event::Eof => return Err(broken("content.xml")),
                _ if annotation > 0 => {}
                Event::Start(element) if element.name().as_ref() == "text:p" && !text.is_empty() => text.push('\n'),
                Event::Empty(element) => match element.name().as_ref() {
                    "text:s" => {
                        let spaces = times(&element, "text:c").min(1_000);
                        text.extend(std::iter::repeat_n(' ', spaces));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    _ => {}
                },
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) => {
                    if let Ok(Some(c)) = entity.resolve_char_ref() {
                        text.push(c);
                    } else {
                        text.push_str(quick_xml::escape::resolve_predefined_entity(&entity).unwrap_or_default());
                    }
                }
                _ => {}
            }
        }
    }
}

/// Sets a cell, and those that it stands for.
fn place(cells: &mut Cells<'_>, row: usize, cell: &Repeated) -> Result<(), SpreadsheetError> {
    if let Some(remark) = &cell.remark {
        cells.remark(row, cell.column, remark.clone());
    }
    for column in cell.column..cell.column.saturating_add(cell.times) {
        cells.set(row, column, cell.text.clone())?;
    }
    Ok(())
}

/// Returns the text of a cell as a person reads it.
fn value(element: &BytesStart<'_>, shown: String) -> (String, Option<CellRemarkKind>) {
    if attribute(element, "calcext:value-type").is_some_and(|kind| kind == "error") {
        return (String::new(), Some(CellRemarkKind::Error(shown)));
    }
    let number = || attribute(element, "office:value").and_then(|number| number.parse::<f64>().ok());
    match attribute(element, "office:value-type").as_deref() {
        Some(kind @ ("float" | "currency" | "percentage")) => {
            (number().map_or(shown, |number| number_text(number, kind == "percentage")), None)
        }
        Some("date") => (attribute(element, "office:date-value").unwrap_or(shown), Some(CellRemarkKind::Date)),
        Some("time") => (shown, Some(CellRemarkKind::Date)),
        Some("boolean") => (attribute(element, "office:boolean-value").unwrap_or(shown), None),
        _ => (attribute(element, "office:string-value").unwrap_or(shown), None),
    }
}
