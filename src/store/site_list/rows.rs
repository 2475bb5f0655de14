//! Makes sites of the rows of a list, and says which rows could not be taken.

use super::header::Columns;
use crate::store::message::Message;
use crate::text::{fold_name, tidy_name};
use crate::visit::checklist::{id_from, is_id};
use crate::visit::{Known, Site};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A list of sites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteList {
    /// The sites, in the order of the list.
    pub sites: Known<Site>,
    /// Where each of them stands: its file, and its line from 1.
    pub places: Vec<(PathBuf, usize)>,
    /// What is to be said of lines, in their order.
    pub remarks: Vec<ListRemark>,
}

/// What is to be said of a line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRemark {
    /// The list.
    pub path: PathBuf,
    /// The line, or the row of a sheet; from 1.
    pub line: usize,
    /// What is to be said.
    pub reason: ListReason,
}

/// Why a line was left out, or what is doubtful about one that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListReason {
    /// A quotation mark is not closed.
    OpenQuote,
    /// A cell is longer than one can be; the rest of the line was taken.
    TooLong,
    /// There is no id, or no name to make one from.
    NoId,
    /// The id has no letter or digit.
    InvalidId(String),
    /// The line `first` has this id and says something else.
    SameId { id: String, first: usize },
    /// The line `first` has this name and another id; both were taken.
    SameName { name: String, first: usize },
    /// The id looks like a number that a spreadsheet has shortened; it was taken as it is.
    ShortenedNumber(String),
}

impl ListReason {
    /// Returns its name in files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OpenQuote => "open_quote",
            Self::TooLong => "too_long",
            Self::NoId => "no_id",
            Self::InvalidId(_) => "invalid_id",
            Self::SameId { .. } => "same_id",
            Self::SameName { .. } => "same_name",
            Self::ShortenedNumber(_) => "shortened_number",
        }
    }

    /// Returns whether the line was left out.
    pub fn is_left_out(&self) -> bool {
        !matches!(self, Self::TooLong | Self::SameName { .. } | Self::ShortenedNumber(_))
    }
}

impl ListRemark {
    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        let mut args = vec![("path", self.path.display().to_string()), ("line", self.line.to_string())];
        let id = match &self.reason {
            ListReason::OpenQuote => "store-list-open-quote",
            ListReason::TooLong => "store-list-too-long",
            ListReason::NoId => "store-list-no-id",
            ListReason::InvalidId(id) => {
                args.push(("id", id.clone()));
                "store-list-invalid-id"
            }
            ListReason::SameId { id, first } => {
                args.extend([("id", id.clone()), ("first", first.to_string())]);
                "store-list-same-id"
            }
            ListReason::SameName { name, first } => {
                args.extend([("name", name.clone()), ("first", first.to_string())]);
                "store-list-same-name"
            }
            ListReason::ShortenedNumber(id) => {
                args.push(("id", id.clone()));
                "store-list-shortened-number"
            }
        };
        (id, args)
    }
}

/// Collects the sites of a list, row by row.
#[derive(Debug)]
pub(super) struct Collector<'p> {
    path: &'p Path,
    columns: Option<Columns>,
    list: SiteList,
    /// The position of each id.
    ids: HashMap<String, usize>,
    /// The line of each name, folded.
    names: HashMap<String, usize>,
}

impl<'p> Collector<'p> {
    pub(super) fn new(path: &'p Path) -> Self {
        Self { path, columns: None, list: SiteList::default(), ids: HashMap::new(), names: HashMap::new() }
    }

    pub(super) fn finish(mut self) -> SiteList {
        self.list.remarks.sort_by_key(|remark| remark.line);
        self.list
    }

    pub(super) fn remark(&mut self, line: usize, reason: ListReason) {
        self.list.remarks.push(ListRemark { path: self.path.to_owned(), line, reason });
    }

    /// Adds a row; the first one may be the header.
    pub(super) fn add_row(&mut self, line: usize, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| tidy_name(cell)).collect();
        if cells.iter().all(String::is_empty) {
            return;
        }
        let columns = match self.columns {
            Some(columns) => columns,
            None => match Columns::from_header(&cells) {
                Some(columns) => return self.columns = Some(columns),
                None => *self.columns.insert(Columns::USUAL),
            },
        };
        let cell = |column: Option<usize>| cells.get(column?).filter(|cell| !cell.is_empty()).cloned();
        let (name, group) = (cell(columns.name), cell(columns.group));
        let Some(code) = cell(columns.id.or(columns.name)) else { return self.remark(line, ListReason::NoId) };
        let Some(id) = listed_id(&code) else { return self.remark(line, ListReason::InvalidId(code)) };
        self.add_site(line, &code, Site { id, name, group });
    }

    fn add_site(&mut self, line: usize, code: &str, site: Site) {
        if let Some(known) = self.ids.get(&site.id) {
            let first = self.list.places.get(*known).map_or(0, |(_, line)| *line);
            // A line that is there twice says nothing else.
            if self.list.sites.entries.get(*known) != Some(&site) {
                self.remark(line, ListReason::SameId { id: site.id, first });
            }
            return;
        }
        if is_shortened_number(code) {
            self.remark(line, ListReason::ShortenedNumber(code.to_owned()));
        }
        if let Some(name) = &site.name {
            match self.names.get(&fold_name(name)) {
                Some(first) => self.remark(line, ListReason::SameName { name: name.clone(), first: *first }),
                None => drop(self.names.insert(fold_name(name), line)),
            }
        }
        let spelled = code.to_lowercase();
        if spelled != site.id {
            self.list.sites.aliases.entry(spelled).or_insert_with(|| site.id.clone());
        }
        self.ids.insert(site.id.clone(), self.list.places.len());
        self.list.places.push((self.path.to_owned(), line));
        self.list.sites.entries.push(site);
    }
}

/// Returns the id that a list spells; `None` if it has no letter or digit.
pub(super) fn listed_id(code: &str) -> Option<String> {
    let lower = code.to_lowercase();
    if is_id(&lower) { Some(lower) } else { id_from(code) }
}

/// Returns whether a text is a number as a spreadsheet shortens it: `1.2E+05`.
fn is_shortened_number(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    text.split_once(['E', 'e']).is_some_and(|(digits, power)| {
        let power = power.strip_prefix(['+', '-']).unwrap_or_default();
        is_number(digits) && is_number(power)
    })
}
