//! What a file says of itself, whatever else is wrong with it. What it holds is for those to read who know its kind.

use super::error::StoreError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// So far a file is read, in bytes; more than any format's name needs.
const MOST: u64 = 8 << 20;

/// What a file says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// One visit or more.
    Session,
    /// A scenario.
    Scenario,
    /// Something else, or nothing.
    Other,
}

/// Reads what a file says that it is, of whatever version.
///
/// # Errors
/// Where the file cannot be read.
pub fn said(path: &Path) -> Result<Said, StoreError> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes));
    read.map_err(|error| StoreError::system(path, &error))?;
    Ok(of(&String::from_utf8_lossy(&bytes)))
}

/// Goes by the first format that is one of these: within a text, the name of a field would end in `\"`.
fn of(text: &str) -> Said {
    let mut formats = text.split("\"format\"").skip(1).filter_map(|rest| {
        let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        let is = |kind: &str| value.strip_prefix(kind).is_some_and(|rest| rest.starts_with('/'));
        match () {
            () if is("esprit.session") => Some(Said::Session),
            () if is("esprit.scenario") => Some(Said::Scenario),
            () => None,
        }
    });
    formats.next().unwrap_or(Said::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_format_wherever_that_stands_and_whatever_is_broken() {
        let cases = [
            (r#"{"format": "esprit.scenario/1", "id": "#, Said::Scenario),
            ("{\"id\": \"x\",\n  \"format\"\n:\t\"esprit.scenario/9\"}", Said::Scenario),
            (r#"{"checklist":{"format":"esprit.checklist/1"},"format":"esprit.session/1"}"#, Said::Session),
            (r#"{"format":"esprit.session/1","note":"{\"format\": \"esprit.scenario/1\"}"}"#, Said::Session),
            (r#"{"note":"\"format\": \"esprit.scenario/1\"","format":"esprit.session/1"}"#, Said::Session),
            (r#"{"format": "esprit.scenarios/1"}"#, Said::Other),
            (r#"{"format": "esprit.checklist/1"}"#, Said::Other),
            (r#"{"format": 1, "formats": "esprit.session/1"}"#, Said::Other),
            ("", Said::Other),
        ];
        for (text, expected) in cases {
            assert_eq!(of(text), expected, "{text}");
        }
    }
}
