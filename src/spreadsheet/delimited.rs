//! Splits delimited text into rows of cells. A row whose quotation mark is never closed costs no other row.

use super::LONGEST_CELL;

/// What may separate cells, the most telling first.
const DELIMITERS: [char; 4] = ['\t', ';', ',', '|'];

/// The rows that the delimiter is looked for in.
const LOOKED_AT: usize = 50;

/// A row of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The line it begins at, from 1.
    pub(super) line: usize,
    /// Its cells; `None` if a quotation mark in it is not closed.
    pub(super) cells: Option<Vec<String>>,
}

/// Splits a text into rows; empty ones are left out. `sep=;` in the first line names the delimiter.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut lines = Lines { rest: text, line: 1 };
    let named = |line: &str| line.trim().strip_prefix("sep=").and_then(|rest| rest.chars().next());
    let first = first_line(text);
    let delimiter = match named(first.0) {
        Some(delimiter) => {
            lines.skip_line();
            delimiter
        }
        None => likely_delimiter(text),
    };
    let mut rows = Vec::new();
    while !lines.rest.is_empty() {
        let line = lines.line;
        let cells = split(&mut lines, delimiter);
        if cells.as_ref().is_none_or(|cells| cells.iter().any(|cell| !cell.trim().is_empty())) {
            rows.push(Row { line, cells });
        }
    }
    rows
}

/// Returns the delimiter that separates cells in the greatest share of the first rows.
fn likely_delimiter(text: &str) -> char {
    let share = |delimiter: char| {
        let mut lines = Lines { rest: text, line: 1 };
        let (mut rows, mut separated) = (0, 0);
        while rows < LOOKED_AT && !lines.rest.is_empty() {
            let cells = split(&mut lines, delimiter).unwrap_or_default();
            rows += 1;
            separated += usize::from(cells.len() > 1);
        }
        separated * 1000 / rows.max(1)
    };
    let shares = DELIMITERS.map(|delimiter| (share(delimiter), delimiter));
    // Of equal shares, the first delimiter.
    let best = shares.iter().rev().max_by_key(|(share, _)| *share).filter(|(share, _)| *share > 0);
    best.map_or(',', |(_, delimiter)| *delimiter)
}

/// Splits a text into its first line, without its end, and what follows. Lines end with CR, LF or both.
fn first_line(text: &str) -> (&str, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    (line, rest)
}

/// What is left of a text, and the number of its first line.
struct Lines<'t> {
    rest: &'t str,
    line: usize,
}

impl Lines<'_> {
    fn skip_line(&mut self) {
        self.rest = first_line(self.rest).1;
        self.line += 1;
    }
}

/// Takes a row off a text; `None` if a quotation mark in its first line is not closed before a delimiter or the end of a
/// line. Only that line is taken then.
fn split(lines: &mut Lines<'_>, delimiter: char) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let (mut rest, mut taken) = (lines.rest, 1);
    loop {
        let (cell, after) = if let Some(inside) = rest.trim_start_matches(' ').strip_prefix('"') {
            let Some(found) = quoted(inside, delimiter) else {
                lines.skip_line();
                return None;
            };
            taken += found.0.replace("\r\n", "\n").matches(['\r', '\n']).count();
            found
        } else {
            let end = rest.find([delimiter, '\r', '\n']).unwrap_or(rest.len());
            let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            (cell.to_owned(), after)
        };
        cells.push(cell);
        if let Some(next) = after.strip_prefix(delimiter) {
            rest = next;
            continue;
        }
        lines.rest = first_line(after).1;
        lines.line += taken;
        return Some(cells);
    }
}

/// Takes the rest of a cell in quotation marks off a text, up to what follows the closing one.
fn quoted(text: &str, delimiter: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        if cell.len() > LONGEST_CELL {
            return None;
        }
        if let Some(next) = after.strip_prefix('"') {
            cell.push('"');
            rest = next;
            continue;
        }
        let after = after.trim_start_matches(' ');
        return (after.is_empty() || after.starts_with([delimiter, '\r', '\n'])).then_some((cell, after));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(usize, Option<Vec<String>>)> {
        rows(text).into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Option<Vec<String>>) {
        (line, Some(cells.iter().map(|cell| (*cell).to_owned()).collect()))
    }

    #[test]
    fn rows_have_their_lines_and_cells() {
        for (text, expected) in [
            ("a,b\nc,d\n", vec![row(1, &["a", "b"]), row(2, &["c", "d"])]),
            ("a,b\rc,d\r", vec![row(1, &["a", "b"]), row(2, &["c", "d"])]),
            ("sep=;\r\na;b,c", vec![row(2, &["a", "b,c"])]),
            ("a\t\"b;\"\n\n\t\nc", vec![row(1, &["a", "b;"]), row(4, &["c"])]),
            ("a,\"b\r\nc\"\nd,e", vec![row(1, &["a", "b\r\nc"]), row(3, &["d", "e"])]),
            ("a,\"say \"\"b\"\"\" ,c", vec![row(1, &["a", "say \"b\"", "c"])]),
            ("5\" pipe,x\nb,y", vec![row(1, &["5\" pipe", "x"]), row(2, &["b", "y"])]),
            ("a;b, c, d\ne;f", vec![row(1, &["a", "b, c, d"]), row(2, &["e", "f"])]),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_open_quotation_mark_costs_its_line_alone() {
        for text in ["\"a,b\nc,d", "\"a,b\n\"c\",d"] {
            let rows = read(text);
            assert_eq!(rows[..2], [(1, None), row(2, &["c", "d"])], "{text:?}");
        }
        assert_eq!(rows(&"\"a\n".repeat(100_000)).len(), 100_000);
    }
}
