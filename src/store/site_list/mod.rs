//! Lists of sites as spreadsheets save them.
//!
//! A line that cannot be taken is named with its reason; all others count.

mod header;
mod rows;

pub use rows::{ListReason, ListRemark, SiteList};

use super::document_error::DocumentError;
use super::error::StoreError;
use super::io_error::IoCause;
use super::json;
use super::name_list::{Entry, add_merged, resolve};
use super::name_list_error::NameListError;
use crate::spreadsheet::{self, CellRemarkKind, SpreadsheetError};
use crate::text::tidy_name;
use crate::visit::{Known, Site};
use rows::{Collector, listed_id};
use std::path::Path;

/// Reads a list of sites: JSON in the form of `sites.json` if the file has that extension, otherwise a spreadsheet, of
/// which the first visible sheet counts.
///
/// # Errors
/// Fails if the file cannot be read, is broken as a whole, or is JSON with an invalid id.
pub fn read(path: &Path) -> Result<SiteList, StoreError> {
    let bytes = json::read_bytes(path, spreadsheet::MOST_BYTES)?;
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        return read_json(path, &spreadsheet::decode(&bytes));
    }
    let workbook = spreadsheet::read(&bytes).map_err(|error| match error {
        SpreadsheetError::NotASpreadsheet => NameListError::NotAList(path.to_owned()).into(),
        other => IoCause::Spreadsheet(other).at(path),
    })?;
    let mut rows = Collector::new(path);
    if let Some(sheet) = workbook.first_visible() {
        for row in &sheet.rows {
            rows.add_row(row.number, &row.cells);
        }
        for remark in &sheet.remarks {
            match remark.kind {
                CellRemarkKind::OpenQuote => rows.remark(remark.row, ListReason::OpenQuote),
                CellRemarkKind::TooLong => rows.remark(remark.row, ListReason::TooLong),
                CellRemarkKind::Error(_) | CellRemarkKind::Date => {}
            }
        }
    }
    Ok(rows.finish())
}

fn read_json(path: &Path, text: &str) -> Result<SiteList, StoreError> {
    let (own, merged) = resolve(parse_json(path, text)?);
    let clean = |site: Site| {
        // The parser keeps no lines.
        let id = listed_id(&site.id).ok_or_else(|| broken(path, 1))?;
        Ok(Site { id, ..clean_texts(site) })
    };
    let sites = own.into_iter().map(|entry| clean(entry.one)).collect::<Result<Vec<_>, StoreError>>()?;
    let merged = merged.into_iter().map(|(site, into)| Ok((clean(site)?, into)));
    let merged = merged.collect::<Result<Vec<_>, StoreError>>()?;
    let places = vec![(path.to_owned(), 1); sites.len()];
    let mut sites = Known::from(sites);
    add_merged(&mut sites, merged);
    Ok(SiteList { sites, places, remarks: Vec::new() })
}

/// Parses the form of `sites.json`.
pub(super) fn parse_json(path: &Path, text: &str) -> Result<Vec<Entry<Site>>, StoreError> {
    serde_json::from_str(text).map_err(|error| broken(path, error.line()))
}

/// Returns a site with its name and group as names are kept.
pub(super) fn clean_texts(site: Site) -> Site {
    let clean = |text: Option<String>| text.map(|text| tidy_name(&text)).filter(|text| !text.is_empty());
    Site { name: clean(site.name), group: clean(site.group), ..site }
}

pub(super) fn broken(path: &Path, line: usize) -> StoreError {
    StoreError::Document(DocumentError::SitesBroken { path: path.to_owned(), line })
}
