//! The file of `--weights`: a weight for each site.

use crate::cli::CliError;
use crate::text::Texts;
use std::collections::BTreeMap;
use std::path::Path;

/// Reads a CSV file with two columns, site and weight, by any of the usual delimiters. A first line without a number is
/// its header.
pub fn read(path: &Path, texts: &Texts) -> Result<BTreeMap<String, f64>, CliError> {
    let place = path.display().to_string();
    let wrong = |line: usize| {
        let args = [("file", place.as_str().into()), ("line", line.into())];
        CliError::Usage(texts.with("cli-report-weights-line", &args))
    };
    let text = std::fs::read_to_string(path).map_err(|error| {
        let args = [("file", place.as_str().into()), ("why", error.to_string().into())];
        CliError::Usage(texts.with("cli-report-weights-file", &args))
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = [b';', b'\t'].into_iter().find(|byte| text.as_bytes().contains(byte)).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut weights = BTreeMap::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(|_| wrong(index + 1))?;
        let cell = |at: usize| record.get(at).map(str::trim).unwrap_or_default();
        let weight =
            cell(1).replace(',', ".").parse::<f64>().ok().filter(|weight| weight.is_finite() && *weight >= 0.0);
        match weight {
            Some(weight) if !cell(0).is_empty() => {
                if weights.insert(cell(0).to_owned(), weight).is_some() {
                    return Err(wrong(index + 1));
                }
            }
            _ if index == 0 && record.len() > 1 => {}
            _ => return Err(wrong(index + 1)),
        }
    }
    Ok(weights)
}
