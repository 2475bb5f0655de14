//! Removable media: which folders are offered, and that their names cannot harm the screen.

use crate::support::{Place, saved_session};
use esprit::store::removable_media::find_in;
use std::fs;
use std::path::PathBuf;

/// A folder in which systems mount media: directly, or below a folder for each user.
struct Root(tempfile::TempDir);

impl Root {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap()
    }

    /// Creates a file and the folders above it; returns the path.
    fn file(&self, name: &str) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "{}").unwrap();
        path
    }

    /// Finds what is mounted one level below, and two; these are the tops of file systems.
    fn find(&self, mounted: &[&str]) -> Vec<String> {
        let root = self.path();
        let mounted: Vec<PathBuf> = mounted.iter().map(|name| root.join(name)).collect();
        let found = find_in(&[(root.clone(), 1), (root.clone(), 2)], |path| mounted.iter().any(|one| one == path));
        let below = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        found.iter().map(below).collect()
    }
}

#[test]
fn a_removable_medium_is_offered_wherever_the_system_mounts_it() {
    let root = Root::new();
    let place = Place::new();
    let session = saved_session(&place);
    for name in ["ana/STICK/class/visit.json", "ana/OTHER/visit.json"] {
        fs::copy(&session, root.file(name)).unwrap();
    }
    assert_eq!(root.find(&["ana/STICK", "ana/OTHER"]), ["ana/OTHER", "ana/STICK"]);
    assert_eq!(root.find(&[]), ["ana/OTHER", "ana/STICK"], "where nobody knows what is mounted");
    let beside = Root::new();
    fs::copy(&session, beside.file("STICK/class/visit.json")).unwrap();
    fs::copy(&session, beside.file("STICK/other/visit.json")).unwrap();
    assert_eq!(beside.find(&["STICK"]), ["STICK"], "the stick, and not the folders on it");
    let nothing = [(root.path().join("nowhere"), 1), (root.file("file"), 1), (root.path().join("nowhere"), 0)];
    assert_eq!(find_in(&nothing, |_| false), Vec::<PathBuf>::new());
}

#[test]
fn empty_and_unreadable_media_are_skipped() {
    let root = Root::new();
    root.file("ana/STICK/visit.json");
    root.file("ana/a file beside the sticks");
    fs::create_dir_all(root.path().join("ana/EMPTY")).unwrap();
    assert_eq!(root.find(&[]), ["ana/STICK"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let locked = root.file("ana/LOCKED/visit.json").parent().unwrap().to_owned();
        let mode = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
        mode(0);
        // An administrator can read everything.
        let can_be_read = locked.read_dir().is_ok();
        let found = root.find(&[]);
        mode(0o700);
        assert_eq!(found.contains(&"ana/LOCKED".to_owned()), can_be_read);
        assert!(found.contains(&"ana/STICK".to_owned()));
    }
}

#[cfg(unix)]
#[test]
fn links_among_media_are_not_followed() {
    use std::os::unix::fs::symlink;
    let root = Root::new();
    root.file("ana/STICK/visit.json");
    symlink("/", root.path().join("System")).unwrap();
    symlink(root.path(), root.path().join("ana/back")).unwrap();
    symlink(root.path().join("nowhere"), root.path().join("ana/broken")).unwrap();
    assert_eq!(root.find(&[]), ["ana/STICK"]);
    // A symbolic link to another place does not list a medium twice.
    let other = Root::new();
    let link = other.path().join("media");
    symlink(root.path(), &link).unwrap();
    let found = find_in(&[(root.path(), 2), (link, 2)], |_| false);
    assert_eq!(found, [root.path().join("ana/STICK")]);
}

#[cfg(unix)]
#[test]
fn a_hostile_medium_name_is_cleaned() {
    use crate::support::Flow;
    use esprit::app::{Destination, Message};
    use esprit::text::Lang;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let root = Root::new();
    root.file("ana/\u{1b}[2J\u{202e}evil\n/visit.json");
    let raw = root.path().join("ana").join(OsStr::from_bytes(b"caf\xe9"));
    fs::create_dir(&raw).unwrap();
    fs::write(raw.join("visit.json"), "{}").unwrap();
    let media = find_in(&[(root.path(), 2)], |_| false);
    assert_eq!(media.len(), 2);
    assert!(media.contains(&raw), "the path itself stays as it is, so that it can be opened");
    for lang in [Lang::Fr, Lang::En] {
        let mut flow = Flow::new(lang);
        flow.send(Message::Start(Destination::Class(None)));
        flow.send(Message::Media(media.clone()));
        let screen = flow.screen(200, 24);
        assert!(screen.contains("[2Jevil") && screen.contains("caf"), "{screen}");
        assert!(!screen.chars().any(|c| c != '\n' && esprit::text::clean::is_hostile(c)), "{screen}");
    }
    assert!(raw.is_dir());
}
