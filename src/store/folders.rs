//! The data folder and the configuration folder: paths, creation, permissions and syncing.

use super::durability::{DurabilityRisk, durability_risk, retry_while_locked};
use super::error::{AtPath, StoreError};
use super::io_error::{IoCause, IoError};
use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};

/// The name of the program's folders.
const APPLICATION: &str = "esprit";
/// The folder of the session files, in the data folder.
const SESSIONS: &str = "sessions";
/// The list of sites, in the data folder.
const SITES: &str = "sites.json";
/// The list of observers, in the data folder.
const OBSERVERS: &str = "observers.json";

/// Returns whether a file is a list of sites or observers in a data folder, which is no session file.
pub(super) fn is_list_of_names(folder: &Path, name: &OsStr) -> bool {
    (name == SITES || name == OBSERVERS) && folder.join(SESSIONS).is_dir()
}

/// The two folders of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
    config: PathBuf,
    /// Whether the user named the data folder: a missing parent is then an error, and is not created.
    is_named: bool,
}

impl Folders {
    /// Returns the named folders, or else those of the system for this user. Nothing is created yet.
    ///
    /// # Errors
    /// [`StoreError::NoHome`] if a folder is not named and the system has none.
    pub fn find(data: Option<PathBuf>, config: Option<PathBuf>) -> Result<Self, StoreError> {
        let is_named = data.is_some();
        let system = || directories::ProjectDirs::from("", "", APPLICATION).ok_or(StoreError::NoHome);
        let data = match data {
            Some(data) => data,
            None => system()?.data_local_dir().to_owned(),
        };
        let config = match config {
            Some(config) => config,
            None => system()?.config_dir().to_owned(),
        };
        Ok(Self { data, config, is_named })
    }

    /// Creates the data folder and those in it with mode 0700, and checks that files can be written there.
    ///
    /// # Errors
    /// Fails if a folder is a file, cannot be created or cannot be written, or if the parent of a named folder is missing.
    pub fn ensure(&self) -> Result<(), StoreError> {
        self.check()?;
        for folder in [self.data.clone(), self.checklists(), self.unfinished(), self.sessions()] {
            make_folder(&folder)?;
            check_writable(&folder)?;
        }
        Ok(())
    }

    /// Checks that the data folder can be read. One that does not exist counts as empty, unless it is named and its parent
    /// does not exist either.
    ///
    /// # Errors
    /// Fails if the folder is a file, or if the parent of a named folder is missing.
    pub fn check(&self) -> Result<(), StoreError> {
        if self.is_named {
            check_parent(&self.data)?;
        }
        let is_file = self.data.exists() && !self.data.is_dir();
        if is_file { Err(IoCause::NotAFolder.at(&self.data)) } else { Ok(()) }
    }

    /// Returns the data folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Returns whether a path that exists lies in the data folder.
    pub fn is_own(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        real(&self.data).zip(real(path)).is_some_and(|(data, path)| path.starts_with(data))
    }

    /// Returns the configuration folder, which is created when settings are first saved.
    pub fn config(&self) -> &Path {
        &self.config
    }

    /// Returns the folder of the user's own checklists.
    pub fn checklists(&self) -> PathBuf {
        self.data.join("checklists")
    }

    /// Returns the folder of the user's own scenarios, which the program never creates.
    pub fn scenarios(&self) -> PathBuf {
        self.data.join("scenarios")
    }

    /// Returns the folder of the drafts of checklists.
    pub fn drafts(&self) -> PathBuf {
        self.data.join("drafts")
    }

    /// Returns the folder of the unfinished visits.
    pub fn unfinished(&self) -> PathBuf {
        self.data.join("unfinished")
    }

    /// Returns the folder of the session files.
    pub fn sessions(&self) -> PathBuf {
        self.data.join(SESSIONS)
    }

    /// Returns the folder of the originals of damaged journals.
    pub fn kept(&self) -> PathBuf {
        self.data.join("kept")
    }

    /// Returns the folder of reports: in the user's documents, or in the data folder if that is named or the system has no
    /// folder of documents.
    pub fn reports(&self) -> PathBuf {
        let system = if self.is_named { None } else { directories::UserDirs::new() };
        let documents = system.as_ref().and_then(|dirs| dirs.document_dir()).filter(|documents| documents.is_dir());
        documents.map_or_else(|| self.data.join("reports"), |documents| documents.join(APPLICATION))
    }

    /// Returns the path of the settings.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// Returns the path of the list of sites.
    pub fn sites(&self) -> PathBuf {
        self.data.join(SITES)
    }

    /// Returns the path of the list of observers.
    pub fn observers(&self) -> PathBuf {
        self.data.join(OBSERVERS)
    }

    /// Syncs the directory entries of a folder and of those above it, up to the data folder: a folder may exist whose entry
    /// was never synced, because of a crash or a failed sync.
    pub(super) fn sync_names(&self, folder: &Path) -> Result<(), StoreError> {
        let is_inside = |folder: &&Path| folder.starts_with(&self.data);
        folder.ancestors().take_while(is_inside).try_for_each(|folder| match sync_parent(folder) {
            // The parent of the data folder belongs to somebody else, and may be unreadable.
            Err(StoreError::Io(IoError { cause: IoCause::Denied, .. })) if folder == self.data => Ok(()),
            synced => synced,
        })
    }

    /// Returns why data in the data folder may not survive a power cut, if the system reports a reason.
    pub fn durability_risk(&self) -> Option<DurabilityRisk> {
        durability_risk(&self.data)
    }

    /// Returns the number of bytes that the user may still write in the data folder, if the system reports it.
    pub fn free_bytes(&self) -> Option<u64> {
        let existing = self.data.ancestors().find(|folder| folder.exists())?;
        free_bytes(existing)
    }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(folder).ok()?;
    Some(stat.f_bavail.saturating_mul(stat.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

/// Returns the folder that a path names before its last part; `None` if it names none.
pub(super) fn parent(path: &Path) -> Option<&Path> {
    path.parent().filter(|parent| !parent.as_os_str().is_empty())
}

/// Fails if the folder that should hold a file or a folder does not exist.
pub(super) fn check_parent(path: &Path) -> Result<(), StoreError> {
    if parent(path).is_some_and(|parent| !parent.exists()) { Err(IoCause::NoParent.at(path)) } else { Ok(()) }
}

/// Creates a folder and its missing parents with mode 0700, and syncs their directory entries.
pub(super) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = parent(folder) {
        make_folder(parent)?;
    }
    match private_folder_builder().create(folder) {
        Ok(()) => sync_parent(folder),
        // Another window may have created it meanwhile.
        Err(_) if folder.is_dir() => Ok(()),
        Err(_) if folder.exists() => Err(IoCause::NotAFolder.at(folder)),
        Err(error) => Err(error).at(folder),
    }
}

/// Returns a builder of folders with mode 0700, on systems with modes.
fn private_folder_builder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "other systems have no modes"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Checks that files can be created in a folder; creates one only on systems where that is the only way.
fn check_writable(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        access(folder, Access::WRITE_OK | Access::EXEC_OK).at(folder)
    }
    #[cfg(not(unix))]
    {
        let probe = folder.join(format!(".esprit-{}", std::process::id()));
        File::create(&probe).and_then(|_| fs::remove_file(&probe)).at(folder)
    }
}

/// Syncs a folder's entries to the disk; does nothing on systems where folders cannot be synced.
pub(super) fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Calls [`flush_folder`] and names the folder in the error.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    flush_folder(folder).at(folder)
}

/// Syncs the entry of a file or folder in its parent to the disk.
pub(super) fn sync_parent(path: &Path) -> Result<(), StoreError> {
    sync_folder(parent(path).unwrap_or(Path::new(".")))
}

/// Returns options that create files with mode 0600, on systems with modes.
pub(super) fn private() -> fs::OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "other systems have no modes"))]
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Creates the first folder of a numbered series, from 1, that does not exist yet, with mode 0700, and syncs its entry.
pub(super) fn make_new_folder(path: impl Fn(u32) -> PathBuf) -> Result<PathBuf, StoreError> {
    for folder in (1..=u32::MAX).map(path) {
        match private_folder_builder().create(&folder) {
            Ok(()) => return sync_parent(&folder).map(|()| folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).at(folder),
        }
    }
    Err(IoCause::System(io::ErrorKind::AlreadyExists.to_string()).at(PathBuf::new()))
}

/// Returns the stem of the file name for an id. Windows has names that stand for devices whatever follows their first dot:
/// these get an underscore, on every system.
pub(super) fn file_stem(id: &str) -> String {
    let (name, rest) = id.find('.').map_or((id, ""), |dot| id.split_at(dot));
    let lower = name.to_ascii_lowercase();
    let is_numbered = |device: &str| {
        let number = lower.strip_prefix(device);
        number.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_device = matches!(lower.as_str(), "con" | "prn" | "aux" | "nul") || is_numbered("com") || is_numbered("lpt");
    if is_device { format!("{name}_{rest}") } else { id.to_owned() }
}

/// Removes a file if it exists.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    match retry_while_locked(|| fs::remove_file(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).at(path),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_has_the_name_of_a_windows_device() {
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
