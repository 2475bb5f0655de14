//! A file with a weight for each site.

use super::error::StoreError;
use super::json;
use std::collections::BTreeMap;
use std::path::Path;

/// The largest file that is read.
const MAX_BYTES: u64 = 16 << 20;

/// Why a file of weights cannot be used.
#[derive(Debug, PartialEq)]
pub enum WeightsError {
    /// It cannot be read.
    Unreadable(StoreError),
    /// A line, counted from 1, has no site and weight, or repeats a site.
    Line(usize),
}

/// Reads a CSV file with two columns, site and weight, by any of the usual delimiters. A first line without a number is
/// its header.
///
/// # Errors
/// If the file cannot be read, or a line of it is wrong.
pub fn read(path: &Path) -> Result<BTreeMap<String, f64>, WeightsError> {
    parse(&json::read_text(path, MAX_BYTES).map_err(WeightsError::Unreadable)?)
}

fn parse(text: &str) -> Result<BTreeMap<String, f64>, WeightsError> {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = [b';', b'\t'].into_iter().find(|byte| text.as_bytes().contains(byte)).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut weights = BTreeMap::new();
    for (index, record) in reader.records().enumerate() {
        let wrong = WeightsError::Line(index + 1);
        let Ok(record) = record else { return Err(wrong) };
        let cell = |at: usize| record.get(at).map(str::trim).unwrap_or_default();
        let weight = cell(1).replace(',', ".").parse::<f64>().ok();
        match weight.filter(|weight| weight.is_finite() && *weight >= 0.0) {
            Some(weight) if !cell(0).is_empty() && !weights.contains_key(cell(0)) => {
                weights.insert(cell(0).to_owned(), weight);
            }
            None if index == 0 && record.len() > 1 => {}
            _ => return Err(wrong),
        }
    }
    Ok(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_by_any_delimiter_and_wrong_lines_are_named() {
        let expected = BTreeMap::from([("lyon".to_owned(), 2.5), ("metz".to_owned(), 0.0)]);
        for text in
            ["lyon,2.5\nmetz,0\n", "\u{feff}site;poids\nlyon;2,5\nmetz; 0\n", "site\tweight\nlyon\t2.5\nmetz\t0"]
        {
            assert_eq!(parse(text).as_ref(), Ok(&expected), "{text}");
        }
        for (text, line) in [("lyon,2\nlyon,3\n", 2), ("a,b\nlyon,-1\n", 2), ("lyon\n", 1), ("site,weight\n,3\n", 2)] {
            assert_eq!(parse(text), Err(WeightsError::Line(line)), "{text}");
        }
    }
}
