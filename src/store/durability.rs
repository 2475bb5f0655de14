//! Whether the file system under the data folder keeps what was synced, and retries for a system where other programs
//! lock files.

use std::io;
use std::path::Path;
use std::time::Duration;

/// Why what shows as saved may not outlive a power cut here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DurabilityRisk {
    /// The folder is on another machine.
    Network,
    /// The folder is on a FAT or exFAT file system, as sticks and cards have, which keeps no journal of its own.
    Fat,
    /// The folder is in memory, and gone when the machine stops.
    Memory,
}

impl DurabilityRisk {
    /// Returns the id of the message that warns of it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Network => "store-doubt-network",
            Self::Fat => "store-doubt-fat",
            Self::Memory => "store-doubt-memory",
        }
    }
}

/// Returns the risk of the file system of a folder, or of the first folder above it that exists; `None` where there is
/// none, or the system does not say.
pub fn durability_risk(folder: &Path) -> Option<DurabilityRisk> {
    kind_of(folder.ancestors().find(|folder| folder.exists())?)
}

/// Recognizes file systems by the numbers of Linux' `statfs(2)`.
#[cfg(target_os = "linux")]
fn kind_of(folder: &Path) -> Option<DurabilityRisk> {
    let kind = rustix::fs::statfs(folder).ok()?.f_type;
    by_magic(u32::try_from(kind & 0xffff_ffff).ok()?)
}

#[cfg(target_os = "linux")]
fn by_magic(kind: u32) -> Option<DurabilityRisk> {
    match kind {
        // NFS, SMB, CIFS, SMB 2, AFS, Ceph, 9P, Coda, NCP.
        0x6969 | 0x517b | 0xff53_4d42 | 0xfe53_4d42 | 0x5346_414f | 0x00c3_6400 | 0x0102_1997 | 0x7375_7245
        | 0x564c => Some(DurabilityRisk::Network),
        // FAT, exFAT.
        0x4d44 | 0x2011_bab0 => Some(DurabilityRisk::Fat),
        // tmpfs, ramfs.
        0x0102_1994 | 0x8584_58f6 => Some(DurabilityRisk::Memory),
        _ => None,
    }
}

/// Recognizes file systems by the names of macOS.
#[cfg(target_os = "macos")]
fn kind_of(folder: &Path) -> Option<DurabilityRisk> {
    let name = rustix::fs::statfs(folder).ok()?.f_fstypename;
    let name: Vec<u8> = name.iter().map(|c| c.to_ne_bytes()[0]).take_while(|byte| *byte != 0).collect();
    match name.as_slice() {
        b"nfs" | b"smbfs" | b"afpfs" | b"webdav" | b"cifs" => Some(DurabilityRisk::Network),
        b"msdos" | b"exfat" => Some(DurabilityRisk::Fat),
        _ => None,
    }
}

/// Recognizes elsewhere only a path that begins with another machine's name.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn kind_of(folder: &Path) -> Option<DurabilityRisk> {
    folder.as_os_str().as_encoded_bytes().starts_with(br"\\").then_some(DurabilityRisk::Network)
}

/// The most tries while another program, such as a virus scanner, locks the file.
const TRIES: u32 = 20;
/// The time between two tries.
const PAUSE: Duration = Duration::from_millis(25);

/// Runs an action on a file, again while another program locks the file, which only Windows allows.
pub(super) fn retry_while_locked<T>(action: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    retry(action, |error| cfg!(windows) && is_locked(error))
}

/// Returns whether Windows refused because another program has the file open: access denied, sharing or lock violation.
fn is_locked(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

fn retry<T>(mut action: impl FnMut() -> io::Result<T>, passes: impl Fn(&io::Error) -> bool) -> io::Result<T> {
    for _ in 1..TRIES {
        match action() {
            Err(error) if passes(&error) => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
    action()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_another_program_locks_is_tried_again_and_nothing_else_is() {
        for (code, fails, tried) in [(32, 3, 4), (33, 1, 2), (5, 1, 2), (2, 1, 1), (32, 1_000, TRIES)] {
            let mut calls = 0;
            let action = || {
                calls += 1;
                if calls <= fails { Err(io::Error::from_raw_os_error(code)) } else { Ok(()) }
            };
            let done = retry(action, is_locked);
            assert_eq!((done.is_ok(), calls), (calls > fails, tried), "{code} {fails}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn file_systems_that_may_lose_data_are_known() {
        for (kind, risk) in [
            (0x6969, Some(DurabilityRisk::Network)),
            (0xff53_4d42, Some(DurabilityRisk::Network)),
            (0x4d44, Some(DurabilityRisk::Fat)),
            (0x2011_bab0, Some(DurabilityRisk::Fat)),
            (0x0102_1994, Some(DurabilityRisk::Memory)),
            (0xef53, None),
            (0x5846_5342, None),
        ] {
            assert_eq!(by_magic(kind), risk, "{kind:x}");
        }
        assert_eq!(durability_risk(Path::new("/nowhere/at/all")), durability_risk(Path::new("/")));
    }
}
