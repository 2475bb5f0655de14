//! Where things lie: the data folder, the configuration folder, and what is in them.
//!
//! Only the paths and the rights; what the files hold is the other modules' business.

use super::durability::{DurabilityRisk, durability_risk, retry_while_locked};
use super::error::StoreError;
use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};

/// The name under which the system keeps the program's folders.
const APPLICATION: &str = "esprit";
/// In the data folder: the folder of the session files.
const SESSIONS: &str = "sessions";
/// In the data folder: the list of sites.
const SITES: &str = "sites.json";

/// Tells whether a file is the list of sites of a data folder: it holds no visit, and is no damaged one either.
pub(super) fn is_list_of_sites(folder: &Path, name: &OsStr) -> bool {
    name == SITES && folder.join(SESSIONS).is_dir()
}

/// The two folders of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
    config: PathBuf,
    /// Whether the user named the data folder: a wrong parent is then a slip to report, not a folder to make.
    named: bool,
}

impl Folders {
    /// Gives the folders that were named, or else the system's own for this user. Nothing is made yet.
    ///
    /// # Errors
    /// [`StoreError::NoHome`] where a folder was not named and the system has none.
    pub fn find(data: Option<PathBuf>, config: Option<PathBuf>) -> Result<Self, StoreError> {
        let named = data.is_some();
        let system = || directories::ProjectDirs::from("", "", APPLICATION).ok_or(StoreError::NoHome);
        let data = match data {
            Some(data) => data,
            None => system()?.data_local_dir().to_owned(),
        };
        let config = match config {
            Some(config) => config,
            None => system()?.config_dir().to_owned(),
        };
        Ok(Self { data, config, named })
    }

    /// Makes the data folder and those in it, mode 0700, and checks that files can be written there.
    ///
    /// # Errors
    /// Where a folder is a file, cannot be made or cannot be written, or the parent of a named folder is missing.
    pub fn ensure(&self) -> Result<(), StoreError> {
        let parent = self.data.parent().filter(|parent| !parent.as_os_str().is_empty());
        if self.named && parent.is_some_and(|parent| !parent.exists()) {
            return Err(StoreError::NoParent { path: self.data.clone() });
        }
        for folder in [self.data.clone(), self.checklists(), self.unfinished(), self.sessions()] {
            make_folder(&folder)?;
            writable(&folder)?;
        }
        Ok(())
    }

    /// Gives the data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Gives the configuration folder; it is made when settings are first saved.
    #[must_use]
    pub fn config(&self) -> &Path {
        &self.config
    }

    /// Gives the folder of the user's own checklists.
    #[must_use]
    pub fn checklists(&self) -> PathBuf {
        self.data.join("checklists")
    }

    /// Gives the folder of the user's own scenarios; whoever has one makes it.
    #[must_use]
    pub fn scenarios(&self) -> PathBuf {
        self.data.join("scenarios")
    }

    /// Gives the folder of the visits under way.
    #[must_use]
    pub fn unfinished(&self) -> PathBuf {
        self.data.join("unfinished")
    }

    /// Gives the folder of the session files.
    #[must_use]
    pub fn sessions(&self) -> PathBuf {
        self.data.join(SESSIONS)
    }

    /// Gives the folder where damaged files are kept.
    #[must_use]
    pub fn kept(&self) -> PathBuf {
        self.data.join("kept")
    }

    /// Gives the folder of the reports: with the other documents of the user, where the system has a place for them and
    /// the user did not name another one for the data.
    #[must_use]
    pub fn reports(&self) -> PathBuf {
        let system = if self.named { None } else { directories::UserDirs::new() };
        let documents = system.as_ref().and_then(|dirs| dirs.document_dir()).filter(|documents| documents.is_dir());
        documents.map_or_else(|| self.data.join("reports"), |documents| documents.join(APPLICATION))
    }

    /// Gives the path of the settings.
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// Gives the path of the list of sites.
    #[must_use]
    pub fn sites(&self) -> PathBuf {
        self.data.join(SITES)
    }

    /// Brings the names of a folder, and of those above it up to the data folder, to the disk: one that was made a
    /// moment before a crash, or whose parent failed to be synced, may stand there and still not be safe.
    pub(super) fn sync_names(&self, folder: &Path) -> Result<(), StoreError> {
        let inside = |folder: &&Path| folder.starts_with(&self.data);
        folder.ancestors().take_while(inside).try_for_each(|folder| match sync_parent(folder) {
            // What stands above the data folder may be entered by all and read by none: it was made by somebody else.
            Err(StoreError::Denied { .. }) if folder == self.data => Ok(()),
            synced => synced,
        })
    }

    /// Returns why what is saved in the data folder may not outlive a power cut, as far as the system says so.
    #[must_use]
    pub fn durability_risk(&self) -> Option<DurabilityRisk> {
        durability_risk(&self.data)
    }

    /// Gives how many bytes the user may still write in the data folder, where the system says so.
    #[must_use]
    pub fn free_bytes(&self) -> Option<u64> {
        let existing = self.data.ancestors().find(|folder| folder.exists())?;
        free_bytes(existing)
    }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let there = rustix::fs::statvfs(folder).ok()?;
    Some(there.f_bavail.saturating_mul(there.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

/// Makes a folder and those above it that are missing, mode 0700, each safe on the disk.
pub(super) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        make_folder(parent)?;
    }
    match owned_folder().create(folder) {
        Ok(()) => sync_parent(folder),
        // Another window may have made it a moment ago.
        Err(_) if folder.is_dir() => Ok(()),
        Err(_) if folder.exists() => Err(StoreError::NotAFolder { path: folder.to_owned() }),
        Err(error) => Err(StoreError::system(folder, &error)),
    }
}

/// Gives the maker of folders: mode 0700 where there are modes.
fn owned_folder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no modes there"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Checks that files can be made in a folder, without making one where the system can tell.
fn writable(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        access(folder, Access::WRITE_OK | Access::EXEC_OK)
            .map_err(|error| StoreError::system(folder, &io::Error::from(error)))
    }
    #[cfg(not(unix))]
    {
        let probe = folder.join(format!(".esprit-{}", std::process::id()));
        File::create(&probe).and_then(|_| fs::remove_file(&probe)).map_err(|error| StoreError::system(folder, &error))
    }
}

/// Brings a folder's entries to the disk; on systems without such a thing, nothing.
pub(super) fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// As [`flush_folder`], with the folder named in the error.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    flush_folder(folder).map_err(|error| StoreError::system(folder, &error))
}

/// Brings the entry of a file or folder in its parent to the disk.
pub(super) fn sync_parent(path: &Path) -> Result<(), StoreError> {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => sync_folder(parent),
        _ => sync_folder(Path::new(".")),
    }
}

/// Gives the options that open files of the program: mode 0600 where there are modes.
pub(super) fn private() -> fs::OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no modes there"))]
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes the first of several folders, numbered from 1, that is not there yet, mode 0700, safe on the disk.
pub(super) fn make_new_folder(path: impl Fn(u32) -> PathBuf) -> Result<PathBuf, StoreError> {
    for folder in (1..=u32::MAX).map(path) {
        match owned_folder().create(&folder) {
            Ok(()) => return sync_parent(&folder).map(|()| folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(StoreError::system(&folder, &error)),
        }
    }
    Err(StoreError::System { path: PathBuf::new(), reason: io::ErrorKind::AlreadyExists.to_string() })
}

/// Gives a file's name without its ending for an id. Some names are devices on Windows whatever follows their first
/// dot, so these get a sign more, on every system.
pub(super) fn file_stem(id: &str) -> String {
    let (name, rest) = id.find('.').map_or((id, ""), |dot| id.split_at(dot));
    let lower = name.to_ascii_lowercase();
    let numbered = |device: &str| {
        let number = lower.strip_prefix(device);
        number.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let device = matches!(lower.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt");
    if device { format!("{name}_{rest}") } else { id.to_owned() }
}

/// Removes a file; one that is gone already is as good.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    match retry_while_locked(|| fs::remove_file(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::system(path, &error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_named_as_a_device_of_windows() {
        let cases = [
            ("con", "con_"),
            ("NUL", "NUL_"),
            ("aux.paris", "aux_.paris"),
            ("com1", "com1_"),
            ("lpt9.a.b", "lpt9_.a.b"),
            ("console", "console"),
            ("com10", "com10"),
            ("com", "com"),
            ("a.con", "a.con"),
            ("lyon-3", "lyon-3"),
        ];
        for (id, stem) in cases {
            assert_eq!(file_stem(id), stem);
        }
    }
}
