//! A file that the user names, written piece by piece: it appears as a whole or not at all.
//!
//! It has the permissions of the user's other files; files that the program keeps for itself are written by `atomic`.

use super::error::{AtPath, StoreError};
use super::folders::{check_parent, sync_parent};
use super::io_error::IoCause;
use super::json;
use atomic_write_file::AtomicWriteFile;
use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};

/// A file that is not finished. Dropped, it leaves the file before it as it was.
#[derive(Debug)]
pub struct ExportFile {
    path: PathBuf,
    file: BufWriter<AtomicWriteFile>,
}

/// Creates a folder for files that the user asks for; the folder above it must exist.
///
/// # Errors
/// Where the folder above it is missing, the path is a file, or the system refuses.
pub fn create_folder(path: &Path) -> Result<(), StoreError> {
    check_parent(path)?;
    match std::fs::create_dir(path) {
        Err(_) if path.is_dir() => Ok(()),
        Err(_) if path.exists() => Err(IoCause::NotAFolder.at(path)),
        created => created.at(path),
    }
}

/// Begins a file, which replaces any before when it is finished. A symbolic link stays, and its target is replaced.
///
/// # Errors
/// Where its folder is missing or cannot be written to, or the path is not a file.
pub fn begin(path: &Path) -> Result<ExportFile, StoreError> {
    if path.metadata().is_ok_and(|there| !there.is_file()) {
        return Err(IoCause::NotAFile.at(path));
    }
    check_parent(path)?;
    let is_link = path.symlink_metadata().is_ok_and(|there| there.is_symlink());
    let place = if is_link { path.canonicalize().at(path)? } else { path.to_owned() };
    let file = AtomicWriteFile::open(&place).at(path)?;
    Ok(ExportFile { path: place, file: BufWriter::new(file) })
}

impl ExportFile {
    /// Returns the error for a piece that could not be written.
    #[must_use]
    pub fn failed(&self, error: &io::Error) -> StoreError {
        StoreError::system(&self.path, error)
    }

    /// Moves the file to its place and returns when it is on the disk.
    ///
    /// # Errors
    /// Where the system refuses; the file before is then unchanged.
    pub fn finish(self) -> Result<(), StoreError> {
        self.file.into_inner().map_err(IntoInnerError::into_error).and_then(AtomicWriteFile::commit).at(&self.path)?;
        sync_parent(&self.path)
    }
}

impl Write for ExportFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a text beside a file under a name that programs look for, or, where that name holds somebody else's text,
/// under the file's own name followed by that name. Returns the path.
///
/// # Errors
/// Where the system refuses.
pub fn write_beside(file: &Path, name: &str, text: &str, is_own: fn(&str) -> bool) -> Result<PathBuf, StoreError> {
    let usual = file.with_file_name(name);
    let free = match json::read_text(&usual, json::MOST) {
        Ok(there) => is_own(&there),
        Err(error) => error.is_missing(),
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
