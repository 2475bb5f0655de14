//! The known sites: `sites.json`, which the program writes, and `sites.csv`, which a user may put beside it.

use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::Folders;
use super::json;
use super::json_file;
use super::lock::Lock;
use crate::visit::checklist::{id_from, is_id};
use crate::visit::event::Site;
use std::path::Path;

/// Reads the known sites, those of `sites.json` first. A file that cannot be read counts as empty; the first error is
/// returned beside the sites.
#[must_use]
pub fn load(folders: &Folders) -> (Vec<Site>, Option<StoreError>) {
    let or_error = |read: Result<Vec<Site>, StoreError>| match read {
        Ok(sites) => (sites, None),
        Err(error) => (Vec::new(), Some(error)),
    };
    let (mut sites, json_error) = or_error(read_json(folders));
    let (from_csv, csv_error) = or_error(read_csv(folders));
    for site in from_csv {
        if !sites.iter().any(|known| known.id == site.id) {
            sites.push(site);
        }
    }
    (sites, json_error.or(csv_error))
}

/// Reads a list of sites in the form of `sites.json` if the file has that extension, otherwise of `sites.csv`.
///
/// # Errors
/// Fails if the file cannot be read, or if a site has an invalid id; the first line of a CSV file may be its header.
pub fn read_file(path: &Path) -> Result<Vec<Site>, StoreError> {
    let text = json::read_text(path, json::MOST)?;
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        let sites = parse_json(path, &text)?;
        // The parser keeps no lines.
        return if sites.iter().all(|site| is_id(&site.id)) { Ok(sites) } else { Err(broken(path, 1)) };
    }
    let rows = parse_csv(path, &text)?;
    let sites = rows.into_iter().enumerate().filter(|(index, (_, site))| *index > 0 || site.is_some());
    sites.map(|(_, (line, site))| site.ok_or_else(|| broken(path, line))).collect()
}

/// Reads `sites.json`; sites with invalid ids are left out.
fn read_json(folders: &Folders) -> Result<Vec<Site>, StoreError> {
    let path = folders.sites();
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(Vec::new()) };
    Ok(parse_json(&path, &text)?.into_iter().filter(|site| is_id(&site.id)).collect())
}

fn parse_json(path: &Path, text: &str) -> Result<Vec<Site>, StoreError> {
    serde_json::from_str(text).map_err(|error| broken(path, error.line()))
}

/// Reads `sites.csv`; rows with invalid ids are left out.
fn read_csv(folders: &Folders) -> Result<Vec<Site>, StoreError> {
    let path = folders.data().join("sites.csv");
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(Vec::new()) };
    Ok(parse_csv(&path, &text)?.into_iter().filter_map(|(_, site)| site).collect())
}

/// Parses the columns id, name and group, separated by commas or semicolons; the last two may be missing. Returns the
/// rows that are not empty, each with its line; one whose id is invalid has no site.
fn parse_csv(path: &Path, text: &str) -> Result<Vec<(usize, Option<Site>)>, StoreError> {
    let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let line_of = |position: Option<&csv::Position>| {
        position.and_then(|position| usize::try_from(position.line()).ok()).unwrap_or(1)
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(path, line_of(error.position())))?;
        let field = |at: usize| record.get(at).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let id = field(0).filter(|id| is_id(id) && id != "id");
        if record.iter().any(|field| !field.trim().is_empty()) {
            let site = id.map(|id| Site { id, name: field(1), group: field(2) });
            rows.push((line_of(record.position()), site));
        }
    }
    Ok(rows)
}

fn broken(path: &Path, line: usize) -> StoreError {
    StoreError::Document(DocumentError::SitesBroken { path: path.to_owned(), line })
}

/// Adds a site to `sites.json`, or replaces that with its id.
///
/// # Errors
/// Fails if the file cannot be read or written; the previous list then remains.
pub fn remember(folders: &Folders, site: &Site) -> Result<(), StoreError> {
    let path = folders.sites();
    let _lock = Lock::for_update(&path)?;
    let mut sites = read_json(folders)?;
    match sites.iter_mut().find(|known| known.id == site.id) {
        Some(known) if known == site => return Ok(()),
        Some(known) => *known = site.clone(),
        None => sites.push(site.clone()),
    }
    json_file::write(&path, &sites)
}

/// Returns the known site that has the typed id or name, or else a new one; `None` if no id can be made of the text.
pub fn site_from_input(typed: &str, known: &[Site]) -> Option<Site> {
    let typed = typed.trim();
    let by_id = known.iter().find(|site| site.id == typed);
    let by_name = || known.iter().find(|site| site.label().to_lowercase() == typed.to_lowercase());
    if let Some(site) = by_id.or_else(by_name) {
        return Some(site.clone());
    }
    let id = id_from(typed)?;
    // An id that the known site shares: the text is another spelling of its name.
    if let Some(site) = known.iter().find(|site| site.id == id) {
        return Some(site.clone());
    }
    let name = (id != typed).then(|| typed.to_owned());
    Some(Site { id, name, group: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_list_may_have_a_header_and_no_invalid_id() {
        let folder = tempfile::tempdir().unwrap();
        let of = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            read_file(&path)
        };
        let site = |id: &str, name: Option<&str>, group: Option<&str>| Site {
            id: id.to_owned(),
            name: name.map(str::to_owned),
            group: group.map(str::to_owned),
        };
        let sites = vec![site("lyon-3", Some("Lyon; 3"), Some("est")), site("nantes", None, None)];
        assert_eq!(of("a.csv", "\u{feff}Lieu;Nom;Groupe\nlyon-3;\"Lyon; 3\";est\n;;\nnantes\n").unwrap(), sites);
        assert_eq!(of("a.JSON", &serde_json::to_string(&sites).unwrap()).unwrap(), sites);
        let line = |result: Result<Vec<Site>, StoreError>| match result.unwrap_err() {
            StoreError::Document(DocumentError::SitesBroken { line, .. }) => line,
            error => panic!("{error}"),
        };
        assert_eq!(line(of("b.csv", "id,name\nlyon-3,Lyon\nLyon 4,Lyon\n")), 3);
        assert_eq!(line(of("b.json", "[\n{\"name\": \"Lyon\"}]")), 2);
        assert!(read_file(&folder.path().join("none.csv")).is_err());
    }
}
