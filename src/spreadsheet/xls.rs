//! Reads a workbook of Excel 5 to 2003: the records of its stream, see [MS-XLS].
//!
//! [MS-XLS]: https://learn.microsoft.com/openspecs/office_file_formats/ms-xls

mod records;
mod strings;

use super::cells::{Budget, Cells, is_percent, number_text};
use super::xlsx::date_text;
use super::{CellRemarkKind, SpreadsheetError, Workbook};
use calamine::{ExcelDateTime, ExcelDateTimeType};
use records::{Bytes, Records};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use strings::{shared_strings, short_text, text};

/// The built-in formats that show a percentage.
const PERCENT: [u16; 2] = [9, 10];

/// Reads every sheet of cells.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SpreadsheetError> {
    let stream = stream(bytes)?;
    let globals = Globals::read(&stream)?;
    let mut budget = Budget::default();
    let mut workbook = Workbook::default();
    for sheet in &globals.sheets {
        let mut cells = Cells::new(&sheet.name, sheet.hidden, &mut budget);
        globals.read_cells(&stream, sheet.at, &mut cells)?;
        workbook.sheets.push(cells.finish());
    }
    Ok(workbook)
}

fn broken() -> SpreadsheetError {
    SpreadsheetError::Broken("XLS".to_owned())
}

/// Returns the stream of the workbook. A newer workbook with a password is in such a file too.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, SpreadsheetError> {
    let words = |error: std::io::Error| SpreadsheetError::Broken(error.to_string());
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(words)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(SpreadsheetError::Password);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let name = name.ok_or(SpreadsheetError::NotASpreadsheet)?;
    let mut stream = Vec::new();
    // A stream is never longer than its file.
    file.open_stream(name).map_err(words)?.take(bytes.len() as u64).read_to_end(&mut stream).map_err(words)?;
    Ok(stream)
}

struct Place {
    name: String,
    hidden: bool,
    at: usize,
}

/// How the numbers of a cell are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Number,
    Percent,
    Date,
}

/// What all sheets share.
#[derive(Default)]
struct Globals {
    sheets: Vec<Place>,
    strings: Vec<String>,
    formats: Vec<Shown>,
    from_1904: bool,
    /// Whether texts are in Unicode, as since Excel 97.
    unicode: bool,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, SpreadsheetError> {
        let mut globals = Self::default();
        let (mut codes, mut formats) = (HashMap::new(), Vec::new());
        let mut records = Records::new(stream);
        while let Some((kind, data)) = records.next() {
            let mut record = Bytes(data);
            match kind {
                0x0809 => globals.unicode = record.u16().ok_or_else(broken)? >= 0x0600,
                0x002f => return Err(SpreadsheetError::Password),
                0x0022 => globals.from_1904 = record.u16() == Some(1),
                0x0085 => globals.sheets.extend(sheet(record, globals.unicode)),
                0x00e0 => formats.push(record.skip(2).and_then(|()| record.u16()).unwrap_or(0)),
                0x041e => {
                    let code = record.u16().zip(if globals.unicode {
                        text(&mut record, true)
                    } else {
                        short_text(&mut record, false)
                    });
                    codes.extend(code);
                }
                0x00fc => globals.strings = shared_strings(data, records.clone())?,
                0x000a => break,
                _ => {}
            }
        }
        globals.formats = formats.into_iter().map(|format| shown(format, codes.get(&format))).collect();
        Ok(globals)
    }

    fn read_cells(&self, stream: &[u8], at: usize, cells: &mut Cells<'_>) -> Result<(), SpreadsheetError> {
        let mut depth = 0_usize;
        let mut formula = (1, 0);
        for (kind, data) in Records::new(stream.get(at..).ok_or_else(broken)?) {
            match kind {
                // A chart in the sheet has cells of its own.
                0x0809 => depth += 1,
                0x000a if depth <= 1 => break,
                0x000a => depth -= 1,
                _ if depth > 1 => {}
                _ => self.cell(kind, Bytes(data), &mut formula, cells)?,
            }
        }
        Ok(())
    }

    fn cell(
        &self,
        kind: u16,
        mut record: Bytes<'_>,
        formula: &mut (usize, usize),
        cells: &mut Cells<'_>,
    ) -> Result<(), SpreadsheetError> {
        if kind == 0x00e5 {
            let count = record.u16().unwrap_or(0);
            for _ in 0..count {
                let Some([first, last, left, _]) = record.u16s() else { break };
                cells.merge(left, first + 1, last + 1)?;
            }
            return Ok(());
        }
        if kind == 0x0207 {
            let text = text(&mut record, self.unicode).unwrap_or_default();
            return cells.set(formula.0, formula.1, text);
        }
        if !matches!(kind, 0x0203 | 0x027e | 0x00bd | 0x00fd | 0x0204 | 0x00d6 | 0x0205 | 0x0006) {
            return Ok(());
        }
        let row = usize::from(record.u16().ok_or_else(broken)?) + 1;
        let mut column = usize::from(record.u16().ok_or_else(broken)?);
        let mut format = || record.u16().ok_or_else(broken);
        if kind == 0x00bd {
            while record.0.len() >= 8 {
                let (format, number) = record.u16().zip(record.u32()).ok_or_else(broken)?;
                self.number(cells, (row, column), format, rk(number))?;
                column += 1;
            }
            return Ok(());
        }
        let format = format()?;
        let place = (row, column);
        match kind {
            0x0203 => self.number(cells, place, format, record.f64().ok_or_else(broken)?),
            0x027e => self.number(cells, place, format, rk(record.u32().ok_or_else(broken)?)),
            0x00fd => {
                let string = record.u32().and_then(|at| self.strings.get(at as usize)).ok_or_else(broken)?;
                cells.set(row, column, string.clone())
            }
            0x0204 | 0x00d6 => cells.set(row, column, text(&mut record, self.unicode).unwrap_or_default()),
            0x0205 => {
                let (value, is_error) = record.u8().zip(record.u8()).ok_or_else(broken)?;
                truth_or_error(cells, place, value, is_error != 0)
            }
            _ => {
                *formula = place;
                let value = record.take(8).ok_or_else(broken)?;
                match value {
                    [kind @ (1 | 2), _, value, _, _, _, 0xff, 0xff] => truth_or_error(cells, place, *value, *kind == 2),
                    // The text follows in a record of its own.
                    [_, _, _, _, _, _, 0xff, 0xff] => Ok(()),
                    value => self.number(cells, place, format, Bytes(value).f64().ok_or_else(broken)?),
                }
            }
        }
    }

    fn number(
        &self,
        cells: &mut Cells<'_>,
        (row, column): (usize, usize),
        format: u16,
        number: f64,
    ) -> Result<(), SpreadsheetError> {
        let shown = self.formats.get(usize::from(format)).copied().unwrap_or_default();
        if shown != Shown::Date {
            return cells.set(row, column, number_text(number, shown == Shown::Percent));
        }
        cells.remark(row, column, CellRemarkKind::Date);
        cells.set(row, column, date_text(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.from_1904)))
    }
}

fn truth_or_error(
    cells: &mut Cells<'_>,
    (row, column): (usize, usize),
    value: u8,
    is_error: bool,
) -> Result<(), SpreadsheetError> {
    if !is_error {
        return cells.set(row, column, (value != 0).to_string());
    }
    let name = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    cells.remark(row, column, CellRemarkKind::Error(name.to_owned()));
    Ok(())
}

/// Returns where a sheet of cells is.
fn sheet(mut record: Bytes<'_>, unicode: bool) -> Option<Place> {
    let at = record.u32()? as usize;
    let (hidden, kind) = (record.u8()? & 3 != 0, record.u8()?);
    (kind == 0).then_some(Place { name: short_text(&mut record, unicode)?, hidden, at })
}

/// Returns how a format shows numbers.
fn shown(format: u16, code: Option<&String>) -> Shown {
    match code {
        _ if PERCENT.contains(&format) => Shown::Percent,
        _ if matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58) => Shown::Date,
        Some(code) if is_percent(code) => Shown::Percent,
        Some(code) if is_date(code) => Shown::Date,
        _ => Shown::Number,
    }
}

/// Returns whether a format code shows a date or a time: a letter for one outside of quotes and brackets.
fn is_date(code: &str) -> bool {
    let outside: String = code.split('"').step_by(2).collect();
    let plain = outside.split('[').map(|part| part.rsplit(']').next().unwrap_or(part)).collect::<String>();
    !plain.eq_ignore_ascii_case("general") && plain.contains(['y', 'Y', 'd', 'D', 'h', 'H', 's', 'S'])
}

/// Returns a number in the short form of cells.
fn rk(number: u32) -> f64 {
    let whole = number & 2 != 0;
    let value = if whole {
        f64::from(number.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(number & 0xffff_fffc) << 32)
    };
    if number & 1 == 0 { value } else { value / 100.0 }
}
