//! The one writer of whole files: after a crash the file is the old one or the new one, never a part.
//!
//! [`write`] replaces what stood there; everything else here gives a name only where nothing stands yet, whoever
//! else tries for it in the same moment.

use super::error::StoreError;
use super::folders::{flush_folder, private, remove, sync_folder, sync_parent};
use super::promise::patiently;
use atomic_write_file::AtomicWriteFile;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes a whole file, mode 0600, replacing any before; returns when file and folder are on the disk.
///
/// # Errors
/// Where the system refuses; what stood there before then stands there still.
pub(super) fn write(path: &Path, contents: &[u8]) -> Result<(), StoreError> {
    patiently(|| replace(path, contents)).map_err(|error| StoreError::system(path, &error))?;
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

/// Writes a whole file, mode 0600, under the first of several names, numbered from 1, that is free; gives the name.
/// Returns when file and folder are on the disk.
///
/// # Errors
/// Where the system refuses; at most a hidden file is left behind then.
pub(super) fn write_new<C: AsRef<[u8]> + PartialEq>(
    folder: &Path,
    name: impl Fn(u32) -> String,
    contents: impl Fn(&str) -> C,
) -> Result<PathBuf, StoreError> {
    let failed = |error: io::Error| StoreError::system(folder, &error);
    let mut written: Option<(C, Hidden)> = None;
    for name in (1..=u32::MAX).map(name) {
        let path = folder.join(&name);
        if is_taken(&path) {
            continue;
        }
        let text = contents(&name);
        let hidden = match written.take() {
            Some((same, hidden)) if same == text => hidden,
            _ => Hidden::write(folder, text.as_ref()).map_err(failed)?,
        };
        if give_name(&hidden.0, &path).map_err(|error| StoreError::system(&path, &error))? {
            drop(hidden);
            sync_folder(folder)?;
            return Ok(path);
        }
        written = Some((text, hidden));
    }
    Err(failed(ErrorKind::AlreadyExists.into()))
}

/// Moves a file to the first of several paths, numbered from 1, that is free; gives that path.
///
/// # Errors
/// Where the system refuses; the file is then where it was.
pub(super) fn move_new(from: &Path, path: impl Fn(u32) -> PathBuf) -> Result<PathBuf, StoreError> {
    for path in (1..=u32::MAX).map(path) {
        if give_name(from, &path).map_err(|error| StoreError::system(from, &error))? {
            remove(from)?;
            sync_parent(&path)?;
            return Ok(path);
        }
    }
    Err(StoreError::system(from, &ErrorKind::AlreadyExists.into()))
}

/// A file that is whole on the disk under a hidden name, which goes with this value. One that a crash leaves behind
/// is never taken for anything.
struct Hidden(PathBuf);

impl Hidden {
    fn write(folder: &Path, contents: &[u8]) -> io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!(".esprit-{}-{number}.new", std::process::id()));
            // Another machine may share the folder, and have a process of this number.
            let mut file = match private().write(true).create_new(true).open(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
                opened => opened?,
            };
            let hidden = Self(path);
            file.write_all(contents)?;
            file.sync_all()?;
            return Ok(hidden);
        }
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        // Hidden and harmless where it stays.
        let _ = remove(&self.0);
    }
}

/// Gives a file another name; tells whether the name was free. The old name may be there still.
fn give_name(from: &Path, to: &Path) -> io::Result<bool> {
    match patiently(|| fs::hard_link(from, to)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        // Sticks and some shares have no links.
        Err(_) => claim_name(from, to),
    }
}

/// Renames a file, under the protection of a hidden one that only one process can make.
fn claim_name(from: &Path, to: &Path) -> io::Result<bool> {
    let claim = claim_of(to);
    match private().write(true).create_new(true).open(&claim) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
        claimed => drop(claimed?),
    }
    let free = fs::symlink_metadata(to).is_err();
    let named = if free { patiently(|| fs::rename(from, to)) } else { Ok(()) };
    // The claim goes after the name is safe; one that a crash leaves behind costs a number, no more.
    let folder = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let named = named.and_then(|()| flush_folder(folder));
    let _ = fs::remove_file(&claim);
    named.map(|()| free)
}

fn claim_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.claim"))
}

/// Tells whether a name cannot be had: something stands there, or somebody claimed it and may not have come to use it.
pub(super) fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok() || fs::symlink_metadata(claim_of(path)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lets several threads move a file of their own to one name, and gives how many were told that they have it.
    fn winners(folder: &Path, give: fn(&Path, &Path) -> io::Result<bool>) -> usize {
        let to = folder.join("name.json");
        std::thread::scope(|scope| {
            let one = |n: usize| {
                let from = folder.join(format!("from-{n}"));
                fs::write(&from, "x".repeat(n)).unwrap();
                let to = &to;
                scope.spawn(move || give(&from, to).unwrap())
            };
            let threads: Vec<_> = (1..20).map(one).collect();
            threads.into_iter().map(|thread| usize::from(thread.join().unwrap())).sum()
        })
    }

    #[test]
    fn one_name_goes_to_one_file_with_links_and_without() {
        for give in [give_name as fn(&Path, &Path) -> io::Result<bool>, claim_name] {
            let folder = tempfile::TempDir::new().unwrap();
            assert_eq!(winners(folder.path(), give), 1);
            assert!(!claim_of(&folder.path().join("name.json")).exists());
        }
    }

    #[test]
    fn a_claim_left_by_a_crash_costs_a_number_and_no_more() {
        let folder = tempfile::TempDir::new().unwrap();
        let name = |n: u32| format!("{n}.json");
        fs::write(claim_of(&folder.path().join("1.json")), "").unwrap();
        let path = write_new(folder.path(), name, ToOwned::to_owned).unwrap();
        assert_eq!(path, folder.path().join("2.json"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "2.json", "the contents go with the name");
        let path = write_new(folder.path(), name, |_| "x".to_owned()).unwrap();
        assert_eq!(path, folder.path().join("3.json"));
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 3, "{left:?}");
    }
}
