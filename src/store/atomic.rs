//! The one writer of whole files: after a crash the file is the old one or the new one, never a part.

use super::error::StoreError;
use super::folders::sync_parent;
use atomic_write_file::AtomicWriteFile;
use std::io::{self, Write};
use std::path::Path;

/// Writes a whole file, mode 0600, replacing any before; returns when file and folder are on the disk.
///
/// # Errors
/// Where the system refuses; what stood there before then stands there still.
pub(super) fn write(path: &Path, contents: &[u8]) -> Result<(), StoreError> {
    replace(path, contents).map_err(|error| StoreError::system(path, &error))?;
    sync_parent(path)
}

fn replace(path: &Path, contents: &[u8]) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no modes there"))]
    let mut options = AtomicWriteFile::options();
    #[cfg(unix)]
    {
        use atomic_write_file::unix::OpenOptionsExt as _;
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.preserve_mode(false);
    }
    let mut file = options.open(path)?;
    file.write_all(contents)?;
    file.commit()
}
