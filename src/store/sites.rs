//! The known sites: `sites.json`, which the program writes, and `sites.csv`, which a user may put beside it.

use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::Folders;
use super::json_file;
use super::lock::Lock;
use crate::visit::checklist::{id_from, is_id};
use crate::visit::event::Site;

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

/// Reads `sites.json`; sites with invalid ids are left out.
fn read_json(folders: &Folders) -> Result<Vec<Site>, StoreError> {
    let path = folders.sites();
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(Vec::new()) };
    let sites: Vec<Site> = serde_json::from_str(&text)
        .map_err(|error| StoreError::Document(DocumentError::SitesBroken { path, line: error.line() }))?;
    Ok(sites.into_iter().filter(|site| is_id(&site.id)).collect())
}

/// Reads `sites.csv`: columns id, name, group, separated by commas or semicolons. The last two may be missing; rows with
/// invalid ids are left out.
fn read_csv(folders: &Folders) -> Result<Vec<Site>, StoreError> {
    let path = folders.data().join("sites.csv");
    let Some(text) = json_file::read_if_exists(&path)? else { return Ok(Vec::new()) };
    let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let mut sites = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            StoreError::Document(DocumentError::SitesBroken {
                path: path.clone(),
                line: usize::try_from(line).unwrap_or(1),
            })
        })?;
        let field = |at: usize| record.get(at).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        if let Some(id) = field(0).filter(|id| is_id(id) && id != "id") {
            sites.push(Site { id, name: field(1), group: field(2) });
        }
    }
    Ok(sites)
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
