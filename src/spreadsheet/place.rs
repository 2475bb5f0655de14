//! The place of a cell, as people say it.

use crate::text::Message;

/// The place of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPlace {
    /// The name of the sheet; empty for delimited text.
    pub sheet: String,
    /// The number of the row, from 1; in delimited text, the line.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

impl CellPlace {
    /// Returns the message that says where it is: `Questions, B7`, or `line 7, column 2`.
    pub fn message(&self) -> Message {
        if self.sheet.is_empty() {
            let column = (self.column + 1).to_string();
            return ("spreadsheet-place-line", vec![("line", self.row.to_string()), ("column", column)]);
        }
        let cell = format!("{}{}", column_letters(self.column), self.row);
        ("spreadsheet-place-cell", vec![("sheet", self.sheet.clone()), ("cell", cell)])
    }
}

/// Returns the letters of a column, from 0: `A`, `Z`, `AA`.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
