//! The names of session files: when the visit started, site, observer, and the end of the id, which is random.
//!
//! Earlier versions named them by the start, the site, and the beginning of the id; those are found too.

use super::atomic::numbered;
use crate::visit::time::Stamp;
use std::path::{Path, PathBuf};

/// How much of an id is in a file's name.
const ID_IN_NAME: usize = 8;

/// The most characters of a site or an observer in a file's name, so that a path stays within the limits of Windows.
const MOST_OF_PART: usize = 40;

/// The length of the start in a file's name: `2026-03-01T1002`.
const START: usize = 15;

/// Returns the folder of a visit's file below that of the sessions.
pub(super) fn folder(sessions: &Path, started_at: &Stamp) -> PathBuf {
    let civil = started_at.civil();
    sessions.join(civil.strftime("%Y").to_string()).join(civil.strftime("%m").to_string())
}

/// Returns the name of a visit's file; the number, from 1, is that of the file among those of the visit.
pub(super) fn file_name(started_at: &Stamp, site: &str, observer: &str, id: &str, number: u32) -> String {
    let start = started_at.civil().strftime("%Y-%m-%dT%H%M");
    // Behind the date, nothing can be the name of a device.
    let (site, observer) = (part(site, "site"), part(observer, "observer"));
    let name = format!("{start}_{site}_{observer}_{}", id_in_name(id));
    numbered(&name, '_', number) + ".json"
}

/// Returns an id as part of a file's name: only letters, digits and `.-` of ASCII, on which all file systems agree.
fn part(id: &str, without: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let plain = id.chars().map(|c| if is_plain(c) { c.to_ascii_lowercase() } else { '-' });
    let plain: String = plain.take(MOST_OF_PART).collect();
    if plain.chars().all(|c| matches!(c, '.' | '-')) { without.to_owned() } else { plain }
}

/// Returns the last characters of an id that can be in a file's name.
fn id_in_name(id: &str) -> String {
    let plain: Vec<char> = id.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match plain.get(plain.len().saturating_sub(ID_IN_NAME)..) {
        Some(end) if !end.is_empty() => end.iter().collect(),
        _ => "visit".to_owned(),
    }
}

/// Returns whether a file's name can be that of a visit, by the part of the id in it; a copy may have more behind it.
pub(super) fn fits(path: &Path, id: &str) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let end = id_in_name(id);
    let begins = |part: &str, short: &str| {
        let rest = part.strip_prefix(short);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    // A number follows in the names of corrections.
    stem.rsplit('_')
        .take(2)
        .any(|part| begins(part, &end) || id.get(..ID_IN_NAME).is_some_and(|first| begins(part, first)))
}

/// Returns the number in the name of a file that is not the first of its visit.
pub(super) fn number(name: &str) -> Option<u32> {
    let (_, number) = name.strip_suffix(".json")?.rsplit_once('_')?;
    let is_short = number.len() < ID_IN_NAME && !number.starts_with('0');
    number.parse().ok().filter(|number| is_short && *number > 1)
}

/// Returns the start of a visit in a file's name; files of one visit in a folder have the same.
pub(super) fn start(path: &Path) -> &str {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.get(..START).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "018f4e2a-7b1c-7000-8000-0000abcdef12";

    fn name(site: &str, observer: &str) -> String {
        file_name(&Stamp::parse("2026-03-01T10:02:11.123+01:00").unwrap(), site, observer, ID, 1)
    }

    #[test]
    fn names_hold_start_site_observer_and_the_end_of_the_id() {
        assert_eq!(name("lyon-3", "o12"), "2026-03-01T1002_lyon-3_o12_abcdef12.json");
        let second = file_name(&Stamp::parse("2026-03-01T10:02:11.123+01:00").unwrap(), "a", "b", ID, 2);
        assert_eq!(second, "2026-03-01T1002_a_b_abcdef12_2.json");
    }

    #[test]
    fn no_id_is_a_path_and_no_name_is_too_long() {
        let long = "x".repeat(300);
        for (site, observer) in
            [("../../etc", "..\\..\\x"), ("con", "nul"), ("", "é/à"), ("a_b\u{202e}", "C:"), (&*long, &*long)]
        {
            let name = name(site, observer);
            assert!(name.is_ascii() && name.len() < 120, "{name}");
            assert!(!name.contains(['/', '\\', ':', ' ']), "{name}");
            assert_eq!(name.matches('_').count(), 3, "{name}");
            assert!(name.starts_with("2026-03-01T1002_"), "{name}");
        }
        assert_eq!(name("..", "é"), "2026-03-01T1002_site_observer_abcdef12.json");
    }

    #[test]
    fn old_and_new_names_and_those_of_copies_fit_their_id_and_no_other() {
        let names = [
            "2026-03-01T1002_lyon-3_o12_abcdef12.json",
            "2026-03-01T1002_lyon-3_o12_abcdef12_2.json",
            "2026-03-01T1002_lyon-3_o12_abcdef12 (1).json",
            "Copie de 2026-03-01T1002_lyon-3_o12_abcdef12 - Copie.json",
            "2026-03-01T1002_lyon-3_018f4e2a.json",
            "2026-03-01T1002_lyon_3_018f4e2a_2.json",
        ];
        for name in names {
            assert!(fits(Path::new(name), ID), "{name}");
            assert!(!fits(Path::new(name), "018f4e2b-7b1c-7000-8000-0000abcdef13"), "{name}");
        }
        assert!(!fits(Path::new("2026-03-01T1002_lyon-3_o12_abcdef123.json"), ID));
    }
}
