//! The sites known: `sites.json`, and a `sites.csv` that somebody put beside it.

use super::atomic;
use super::error::StoreError;
use super::folders::Folders;
use super::json::{self, MOST};
use super::lock::Lock;
use crate::visit::checklist::{id_from, is_id};
use crate::visit::event::Site;

/// Reads the sites known, those of `sites.json` first. What cannot be read is left as it is, and said.
#[must_use]
pub fn load(folders: &Folders) -> (Vec<Site>, Option<StoreError>) {
    let (mut sites, trouble) = match own(folders) {
        Ok(sites) => (sites, None),
        Err(error) => (Vec::new(), Some(error)),
    };
    let (imported, other) = match imported(folders) {
        Ok(sites) => (sites, None),
        Err(error) => (Vec::new(), Some(error)),
    };
    for site in imported {
        if !sites.iter().any(|known| known.id == site.id) {
            sites.push(site);
        }
    }
    (sites, trouble.or(other))
}

fn own(folders: &Folders) -> Result<Vec<Site>, StoreError> {
    let path = folders.sites();
    let text = match json::read_text(&path, MOST) {
        Ok(text) => text,
        Err(StoreError::Missing { .. }) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let sites: Vec<Site> =
        serde_json::from_str(&text).map_err(|error| StoreError::SitesBroken { path, line: error.line() })?;
    Ok(sites.into_iter().filter(|site| is_id(&site.id)).collect())
}

/// Reads `sites.csv`: columns id, name, group, with a comma or a semicolon; the last two may be missing.
fn imported(folders: &Folders) -> Result<Vec<Site>, StoreError> {
    let path = folders.data().join("sites.csv");
    let text = match json::read_text(&path, MOST) {
        Ok(text) => text,
        Err(StoreError::Missing { .. }) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let mut sites = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            StoreError::SitesBroken { path: path.clone(), line: usize::try_from(line).unwrap_or(1) }
        })?;
        let field = |at: usize| record.get(at).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        if let Some(id) = field(0).filter(|id| is_id(id) && id != "id") {
            sites.push(Site { id, name: field(1), group: field(2) });
        }
    }
    Ok(sites)
}

/// Keeps a site for the next time; one that is known by this id is updated.
///
/// # Errors
/// Where the list cannot be read or the system refuses; the list before then stands.
pub fn remember(folders: &Folders, site: &Site) -> Result<(), StoreError> {
    let path = folders.sites();
    let _lock = Lock::for_update(&path)?;
    let mut sites = own(folders)?;
    match sites.iter_mut().find(|known| known.id == site.id) {
        Some(known) if known == site => return Ok(()),
        Some(known) => *known = site.clone(),
        None => sites.push(site.clone()),
    }
    let mut text = serde_json::to_string_pretty(&sites)
        .map_err(|error| StoreError::System { path: path.clone(), reason: error.to_string() })?;
    text.push('\n');
    atomic::write(&path, text.as_bytes())
}

/// Gives the site that was typed: a known one by its id or name, or else a new one; `None` where nothing was typed
/// that could be a name.
#[must_use]
pub fn site_of(typed: &str, known: &[Site]) -> Option<Site> {
    let typed = typed.trim();
    let by_id = known.iter().find(|site| site.id == typed);
    let by_name = || known.iter().find(|site| site.label().to_lowercase() == typed.to_lowercase());
    if let Some(site) = by_id.or_else(by_name) {
        return Some(site.clone());
    }
    let id = id_from(typed)?;
    // Two names may come to one id; the typed name is then another way of writing the known one's.
    if let Some(site) = known.iter().find(|site| site.id == id) {
        return Some(site.clone());
    }
    let name = (id != typed).then(|| typed.to_owned());
    Some(Site { id, name, group: None })
}
