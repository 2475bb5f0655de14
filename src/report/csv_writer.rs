//! A writer of CSV cells that spreadsheets and terminals can open safely.
//!
//! Text that a spreadsheet would take for a formula gets an apostrophe in front, and control characters are removed.
//! Numbers have full precision.

use crate::text::{Lang, clean, clean_lines};
use std::io::{self, Write};

/// The language of the spreadsheet program that a file is for: it gets a byte order mark, `;` between cells and the
/// decimal sign of that language. `None` is plain CSV.
pub type Excel = Option<Lang>;

/// Writes a CSV file cell by cell.
pub struct CsvWriter<W: Write> {
    rows: csv::Writer<W>,
    excel: Excel,
    cell: String,
}

impl<W: Write> CsvWriter<W> {
    /// Creates a writer and writes the header row.
    pub fn new<'h>(mut writer: W, excel: Excel, header: impl IntoIterator<Item = &'h str>) -> io::Result<Self> {
        if excel.is_some() {
            writer.write_all("\u{feff}".as_bytes())?;
        }
        let rows = csv::WriterBuilder::new().delimiter(delimiter(excel) as u8).flexible(true).from_writer(writer);
        let mut csv = Self { rows, excel, cell: String::new() };
        header.into_iter().try_for_each(|name| csv.write_text(name))?;
        csv.end_row()?;
        Ok(csv)
    }

    /// Writes a cell of text on one line.
    pub fn write_text(&mut self, text: &str) -> io::Result<()> {
        self.write_clean(&clean(text))
    }

    /// Writes a cell of text that keeps its line breaks.
    pub fn write_lines(&mut self, text: &str) -> io::Result<()> {
        self.write_clean(&clean_lines(text))
    }

    fn write_clean(&mut self, text: &str) -> io::Result<()> {
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            self.cell.clear();
            self.cell.push('\'');
            self.cell.push_str(text);
            return Ok(self.rows.write_field(&self.cell)?);
        }
        Ok(self.rows.write_field(text.as_bytes())?)
    }

    /// Writes a number; an empty cell for `None`, infinity and NaN.
    pub fn write_number(&mut self, number: Option<f64>) -> io::Result<()> {
        let mut text = number.filter(|number| number.is_finite()).map_or_else(String::new, |number| number.to_string());
        if decimal(self.excel) != '.' {
            text = text.replace('.', ",");
        }
        Ok(self.rows.write_field(text)?)
    }

    /// Writes a whole number; an empty cell for `None`.
    pub fn write_integer(&mut self, number: Option<u64>) -> io::Result<()> {
        Ok(self.rows.write_field(number.map_or_else(String::new, |number| number.to_string()))?)
    }

    /// Ends a row.
    pub fn end_row(&mut self) -> io::Result<()> {
        Ok(self.rows.write_record(None::<&[u8]>)?)
    }

    /// Flushes the rows and returns the inner writer.
    pub fn into_inner(self) -> io::Result<W> {
        self.rows.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))
    }
}

/// Returns the sign between cells.
pub fn delimiter(excel: Excel) -> char {
    if excel.is_some() { ';' } else { ',' }
}

/// Returns the decimal sign.
pub fn decimal(excel: Excel) -> char {
    if excel == Some(Lang::Fr) { ',' } else { '.' }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(excel: Excel) -> String {
        let mut rows = CsvWriter::new(Vec::new(), excel, ["note", "points", "n"]).unwrap();
        for note in ["=cmd|' /C calc'!A0", "-5", "a;b,\"c\"\u{1b}[2J\n\u{202e}d"] {
            rows.write_text(note).unwrap();
            rows.write_number(Some(-0.5)).unwrap();
            rows.write_integer(None).unwrap();
            rows.end_row().unwrap();
        }
        String::from_utf8(rows.into_inner().unwrap()).unwrap()
    }

    #[test]
    fn text_is_no_formula_and_harms_no_terminal() {
        let text = written(None);
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let notes: Vec<String> = rows.records().map(|row| row.unwrap()[0].to_owned()).collect();
        assert_eq!(&notes[..2], ["'=cmd|' /C calc'!A0", "'-5"]);
        assert!(text.lines().all(|line| line.ends_with(",-0.5,") || line == "note,points,n"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{202e}']));
    }

    #[test]
    fn a_spreadsheet_gets_its_own_signs() {
        let text = written(Some(Lang::Fr));
        assert!(text.starts_with("\u{feff}note;points;n\n"), "{text}");
        assert!(text.contains(";-0,5;\n"), "{text}");
        assert!(written(Some(Lang::En)).contains(";-0.5;\n"));
    }
}
