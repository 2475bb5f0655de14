//! Locks of files that several windows may write.

use super::error::{AtPath, StoreError};
use super::folders::private;
use super::io_error::IoCause;
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// The time between two tries.
const PAUSE: Duration = Duration::from_millis(5);
/// The tries for a file that is locked only while it is read and written, about two seconds.
const WRITE_TRIES: u32 = 400;

/// A lock that is held; nothing on file systems without locks. It is released by name, because a child process may
/// have inherited the file.
#[derive(Debug)]
pub(super) struct Lock(Option<File>);

impl Lock {
    /// Locks the file at a path, which is created where it does not exist.
    ///
    /// # Errors
    /// [`IoCause::InUse`] where it is still locked after so many tries, or the system refuses.
    pub(super) fn acquire(path: &Path, tries: u32) -> Result<Self, StoreError> {
        check_kind(path)?;
        let file = private().write(true).create(true).truncate(false).open(path).at(path)?;
        for _ in 0..tries {
            match file.try_lock() {
                Ok(()) => return Ok(Self(Some(file))),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(Self(None)),
                Err(TryLockError::Error(error)) => return Err(error).at(path),
            }
        }
        Err(IoCause::InUse.at(path))
    }

    /// Locks a file that is read, changed and written as a whole, through a hidden file beside it.
    pub(super) fn for_update(path: &Path) -> Result<Self, StoreError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self::acquire(&path.with_file_name(format!(".{name}.lock")), WRITE_TRIES)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file releases it as well.
        if let Some(file) = &self.0 {
            let _ = file.unlock();
        }
    }
}

/// Checks that a path is no pipe or device, which could keep the opener waiting for ever.
fn check_kind(path: &Path) -> Result<(), StoreError> {
    if path.metadata().is_ok_and(|there| !there.is_file()) { Err(IoCause::NotAFile.at(path)) } else { Ok(()) }
}

/// Returns whether a file is locked by any window, this one included.
pub(super) fn is_locked(path: &Path) -> bool {
    let file = check_kind(path).and_then(|()| File::options().write(true).open(path).at(path));
    file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}
