//! The writer of the program's own whole files: after a crash a file is the old one or the new one, never a part.
//!
//! [`write`] replaces a file; [`write_new`] and [`move_new`] never do, even where another process wants the same name
//! in the same moment. `tempfile` has no equal: its `persist_noclobber` needs hard links or a rename that does not
//! replace, and some file systems (FAT on macOS, many of FUSE) have neither.

use super::durability::retry_while_locked;
use super::error::{AtPath, StoreError};
use super::folders::{flush_folder, parent, private, remove, sync_folder, sync_parent};
use atomic_write_file::AtomicWriteFile;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes a whole file, mode 0600, replacing any before; returns when file and folder are on the disk.
///
/// # Errors
/// Where the system refuses; the file before is then unchanged.
pub(super) fn write(path: &Path, contents: &[u8]) -> Result<(), StoreError> {
    retry_while_locked(|| replace(path, contents)).at(path)?;
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

/// Writes a whole file, mode 0600, under the first free one of several names, numbered from 1, and returns its path.
///
/// File and folder are on the disk then. The contents may depend on the name.
///
/// # Errors
/// Where the system refuses; at most a hidden file is left behind.
pub(super) fn write_new<C: AsRef<[u8]> + PartialEq>(
    folder: &Path,
    name: impl Fn(u32) -> String,
    contents: impl Fn(&str) -> C,
) -> Result<PathBuf, StoreError> {
    let mut written: Option<(C, Hidden)> = None;
    for name in (1..=u32::MAX).map(name) {
        let path = folder.join(&name);
        if is_taken(&path) {
            continue;
        }
        let text = contents(&name);
        let hidden = match written.take() {
            Some((same, hidden)) if same == text => hidden,
            _ => Hidden::write(folder, text.as_ref()).at(folder)?,
        };
        if name_if_free(&hidden.0, &path).at(&path)? {
            drop(hidden);
            sync_folder(folder)?;
            return Ok(path);
        }
        written = Some((text, hidden));
    }
    Err(ErrorKind::AlreadyExists).at(folder)
}

/// Returns the name with a number in a series of names; the first one has none.
pub(super) fn numbered(name: &str, separator: char, number: u32) -> String {
    if number == 1 { name.to_owned() } else { format!("{name}{separator}{number}") }
}

/// Moves a file to the first free one of several paths, numbered from 1, and returns that path.
///
/// # Errors
/// Where the system refuses; the file is then where it was.
pub(super) fn move_new(from: &Path, path: impl Fn(u32) -> PathBuf) -> Result<PathBuf, StoreError> {
    for path in (1..=u32::MAX).map(path) {
        if name_if_free(from, &path).at(from)? {
            remove(from)?;
            sync_parent(&path)?;
            return Ok(path);
        }
    }
    Err(ErrorKind::AlreadyExists).at(from)
}

/// A file that is whole on the disk under a hidden name, and is removed when dropped. Readers skip hidden files, so
/// that one left by a crash does no harm.
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
        // A hidden file that stays does no harm.
        let _ = remove(&self.0);
    }
}

/// Renames a file unless the new name is taken, and returns whether it did. The old name may remain.
fn name_if_free(from: &Path, to: &Path) -> io::Result<bool> {
    match retry_while_locked(|| fs::hard_link(from, to)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        // USB sticks and some network shares have no hard links.
        Err(_) => rename_with_claim(from, to),
    }
}

/// Renames a file where the name is free, guarded by a hidden file that only one process can create.
fn rename_with_claim(from: &Path, to: &Path) -> io::Result<bool> {
    let claim = claim_path(to);
    match private().write(true).create_new(true).open(&claim) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
        claimed => drop(claimed?),
    }
    let free = fs::symlink_metadata(to).is_err();
    let named = if free { retry_while_locked(|| fs::rename(from, to)) } else { Ok(()) };
    // The claim is removed once the name is on the disk; one that a crash leaves only makes the number unusable.
    let folder = parent(to).unwrap_or(Path::new("."));
    let named = named.and_then(|()| flush_folder(folder));
    let _ = fs::remove_file(&claim);
    named.map(|()| free)
}

fn claim_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.claim"))
}

/// Returns whether a name is in use, or claimed, even where the claim was left by a crash.
pub(super) fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok() || fs::symlink_metadata(claim_path(path)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lets several threads give their own file one name, and returns how many of them got it.
    fn winners(folder: &Path, name_it: fn(&Path, &Path) -> io::Result<bool>) -> usize {
        let to = folder.join("name.json");
        std::thread::scope(|scope| {
            let one = |n: usize| {
                let from = folder.join(format!("from-{n}"));
                fs::write(&from, "x".repeat(n)).unwrap();
                let to = &to;
                scope.spawn(move || name_it(&from, to).unwrap())
            };
            let threads: Vec<_> = (1..20).map(one).collect();
            threads.into_iter().map(|thread| usize::from(thread.join().unwrap())).sum()
        })
    }

    #[test]
    fn one_name_goes_to_one_file_with_links_and_without() {
        for name_it in [name_if_free as fn(&Path, &Path) -> io::Result<bool>, rename_with_claim] {
            let folder = tempfile::TempDir::new().unwrap();
            assert_eq!(winners(folder.path(), name_it), 1);
            assert!(!claim_path(&folder.path().join("name.json")).exists());
        }
    }

    #[test]
    fn a_claim_left_by_a_crash_costs_a_number_and_no_more() {
        let folder = tempfile::TempDir::new().unwrap();
        let name = |n: u32| format!("{n}.json");
        fs::write(claim_path(&folder.path().join("1.json")), "").unwrap();
        let path = write_new(folder.path(), name, ToOwned::to_owned).unwrap();
        assert_eq!(path, folder.path().join("2.json"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "2.json", "the contents go with the name");
        let path = write_new(folder.path(), name, |_| "x".to_owned()).unwrap();
        assert_eq!(path, folder.path().join("3.json"));
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 3, "{left:?}");
    }
}
