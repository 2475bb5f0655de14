//! A file for somebody else, written piece by piece and there whole or not at all.
//!
//! What the program keeps for itself is `atomic`'s; this is what a user asks for by name, with the
//! permissions that the user's files have.

use super::error::StoreError;
use super::folders::sync_parent;
use super::json;
use atomic_write_file::AtomicWriteFile;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file that is not there yet. Dropped before its end, it leaves what stood there before.
#[derive(Debug)]
pub struct WholeFile {
    path: PathBuf,
    file: BufWriter<AtomicWriteFile>,
}

/// Begins a file, which takes the place of any before when it is finished. Behind a link, that is the file it leads to:
/// the link stays.
///
/// # Errors
/// Where its folder is not there or cannot be written to, or what stands there is not a file.
pub fn begin(path: &Path) -> Result<WholeFile, StoreError> {
    if path.metadata().is_ok_and(|there| !there.is_file()) {
        return Err(StoreError::NotAFile { path: path.to_owned() });
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    if parent.is_some_and(|parent| !parent.exists()) {
        return Err(StoreError::NoParent { path: path.to_owned() });
    }
    let failed = |error: io::Error| StoreError::system(path, &error);
    let is_link = path.symlink_metadata().is_ok_and(|there| there.is_symlink());
    let place = if is_link { path.canonicalize().map_err(failed)? } else { path.to_owned() };
    let file = AtomicWriteFile::open(&place).map_err(failed)?;
    Ok(WholeFile { path: place, file: BufWriter::new(file) })
}

impl WholeFile {
    /// Gives the error that says why a piece could not be written.
    #[must_use]
    pub fn failed(&self, error: &io::Error) -> StoreError {
        StoreError::system(&self.path, error)
    }

    /// Puts the file in its place; returns when it is on the disk.
    ///
    /// # Errors
    /// Where the system refuses; what stood there before then stands there still.
    pub fn finish(self) -> Result<(), StoreError> {
        let failed = |error: &io::Error| StoreError::system(&self.path, error);
        let file = self.file.into_inner().map_err(|error| failed(error.error()))?;
        file.commit().map_err(|error| failed(&error))?;
        sync_parent(&self.path)
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a text beside a file under a name that programs look for, or, where somebody else's text stands there,
/// under the file's own name with that name behind it. Gives the path.
///
/// # Errors
/// Where the system refuses.
pub fn write_beside(file: &Path, name: &str, text: &str, is_own: fn(&str) -> bool) -> Result<PathBuf, StoreError> {
    let usual = file.with_file_name(name);
    let free = match json::read_text(&usual, json::MOST) {
        Ok(there) => is_own(&there),
        Err(error) => matches!(error, StoreError::Missing { .. }),
    };
    let path = if free {
        usual
    } else {
        let mut own = file.file_name().unwrap_or_default().to_owned();
        own.push(".");
        own.push(name);
        file.with_file_name(own)
    };
    let mut whole = begin(&path)?;
    whole.write_all(text.as_bytes()).map_err(|error| whole.failed(&error))?;
    whole.finish()?;
    Ok(path)
}
