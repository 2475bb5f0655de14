//! A library of documents: those compiled in, each of which a file of the user may replace, then the user's others.

use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::file_stem;
use super::io_error::{IoCause, IoError};
use super::json;
use super::located_fault::LocatedFault;
use crate::visit::checklist::is_id;
use crate::visit::validate::FaultKind;
use std::path::{Path, PathBuf};

/// The maximum size of a document, in bytes.
pub(super) const MAX_BYTES: u64 = 8 << 20;

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is compiled in.
    Bundled,
    /// A file of the user.
    File(PathBuf),
}

/// A document of a library.
pub(super) struct Entry<D> {
    /// The id of the document, or the stem of its file's name if it cannot be read.
    pub id: String,
    pub source: Source,
    /// The document, or why it cannot be used.
    pub document: Result<D, StoreError>,
}

/// A kind of document with an id.
pub(super) trait Library {
    type Document;

    /// The compiled-in documents in the order in which they are offered, as id and text.
    const BUNDLED: &'static [(&'static str, &'static str)];

    fn id(document: &Self::Document) -> &str;

    /// Parses the text of a document; `path` is for errors.
    fn parse(&self, path: &Path, text: &str) -> Result<Self::Document, StoreError>;

    /// Returns the error of a document with faults.
    fn faulty(path: PathBuf, faults: Vec<LocatedFault>) -> StoreError;

    /// Returns the error for an id or path that leads to no document.
    fn unknown(id_or_path: &str) -> StoreError;

    /// Reads a document from a file.
    fn read(&self, path: &Path) -> Result<Self::Document, StoreError> {
        self.parse(path, &Self::text(path)?)
    }

    /// Reads the text of a document from a file.
    fn text(path: &Path) -> Result<String, StoreError> {
        match json::read_text(path, MAX_BYTES) {
            Err(StoreError::Io(IoError { cause: IoCause::TooLarge { limit }, .. })) => {
                Err(Self::faulty(path.to_owned(), vec![LocatedFault::at_start(FaultKind::TooLarge { limit })]))
            }
            text => text,
        }
    }

    /// Returns a compiled-in document.
    fn bundled(&self, (id, text): (&str, &str)) -> Entry<Self::Document> {
        Entry { id: id.to_owned(), source: Source::Bundled, document: self.parse(Path::new(id), text) }
    }

    /// Returns the compiled-in documents, each replaced by the valid file in `folder` that has its id, then the other
    /// files by name. Of valid files with one id, all but the first have the error [`DocumentError::SameId`].
    fn load_all(&self, folder: &Path) -> Vec<Entry<Self::Document>> {
        let mut own: Vec<Entry<Self::Document>> = Vec::new();
        for path in json_files(folder) {
            let mut document = self.read(&path);
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let id = document.as_ref().map_or(stem, |document| Self::id(document).to_owned());
            let other = own.iter().find_map(|entry| match &entry.source {
                Source::File(other) if entry.document.is_ok() && entry.id == id => Some(other.clone()),
                _ => None,
            });
            if let (Ok(_), Some(other)) = (&document, other) {
                document = Err(DocumentError::SameId { path: path.clone(), other }.into());
            }
            own.push(Entry { id, source: Source::File(path), document });
        }
        let mut library = Vec::new();
        for bundled in Self::BUNDLED {
            let replacement = own.iter().position(|entry| entry.id == bundled.0 && entry.document.is_ok());
            library.push(replacement.map_or_else(|| self.bundled(*bundled), |index| own.remove(index)));
        }
        library.extend(own);
        library
    }

    /// Returns the document of the library with an id, or else that of the file with a path.
    fn find(&self, folder: &Path, id_or_path: &str) -> Result<Self::Document, StoreError> {
        if is_id(id_or_path) {
            // Usually the file is named after the id, so that the others need not be read. If it is broken, its error
            // is returned: the bundled document would silently replace it.
            match self.read(&folder.join(format!("{}.json", file_stem(id_or_path)))) {
                Ok(document) if Self::id(&document) == id_or_path => return Ok(document),
                Ok(_) => {}
                Err(error) if error.is_missing() => {}
                Err(error) => return Err(error),
            }
            if let Some(entry) = self.load_all(folder).into_iter().find(|entry| entry.id == id_or_path) {
                return entry.document;
            }
        }
        let path = Path::new(id_or_path);
        if path.is_file() || id_or_path.contains(['/', '\\']) || path.extension().is_some() {
            return self.read(path);
        }
        Err(Self::unknown(id_or_path))
    }
}

/// Returns the JSON files in a folder by name, without hidden ones.
pub(super) fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json") && path.is_file())
        .filter(|path| path.file_name().is_some_and(|name| !name.as_encoded_bytes().starts_with(b".")))
        .collect();
    files.sort();
    files
}
