//! Pipes, sockets and names that are not Unicode in the data folder, leftovers of a crash, and lines without an end.

use super::left_visit;
use crate::support::{Place, saved_session};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Runs a command that must end by itself; returns its exit code and all that it printed.
fn run(place: &Place, args: &[&str]) -> (i32, String) {
    let mut command = place.esprit("en", args);
    let output = command.timeout(Duration::from_secs(60)).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let printed = text(&output.stdout) + &text(&output.stderr);
    (output.status.code().unwrap_or_else(|| panic!("{args:?} was waiting for a pipe: {printed}")), printed)
}

#[test]
fn no_command_waits_for_a_pipe_in_the_data_folder() {
    let place = Place::new();
    let lock = left_visit(&place).with_extension("lock");
    saved_session(&place);
    let special = [
        lock,
        place.data().join(".sites.json.lock"),
        place.data().join("sites.json"),
        place.folders().unfinished().join("0195c0de-0000-7000-8000-00000000000a.journal"),
        place.folders().sessions().join("a.json"),
        place.folders().checklists().join("b.json"),
        place.data().join("sites.csv"),
    ];
    for path in &special {
        let _ = fs::remove_file(path);
        pipe(path);
    }
    let socket = place.data().join("s.json");
    let _listener = UnixListener::bind(&socket).unwrap();
    let pipe_name = special[4].to_str().unwrap();
    for (args, expected) in [
        (&["sessions"][..], 1),
        (&["sessions", "--json"], 1),
        (&["resume", "--plain"], 1),
        (&["verify"], 1),
        (&["verify", pipe_name], 1),
        (&["report"], 0),
        (&["show", "0195c0de"], 1),
        (&["checklist", "list"], 0),
        (&["checklist", "check", pipe_name], 1),
        (&["scenario", "check", pipe_name], 1),
        (&["agreement", "--reference", pipe_name, place.folders().sessions().to_str().unwrap()], 1),
        (&["visit", "customer", "--site", "s", "--observer", "o", "--plain"], 1),
        (&["doctor"], 0),
    ] {
        let (code, printed) = run(&place, args);
        assert_eq!(code, expected, "{args:?}: {printed}");
    }
    let (_, printed) = run(&place, &["doctor"]);
    for path in special.iter().chain([&socket]) {
        assert!(printed.contains(&format!("{}: a pipe, a socket or a device", path.display())), "{path:?}: {printed}");
    }
}

#[test]
fn names_that_are_not_unicode_are_shown_and_found() {
    let place = Place::new();
    let saved = saved_session(&place);
    let renamed = saved.with_file_name(OsStr::from_bytes(b"a\xff_0195c0de.json"));
    fs::rename(&saved, &renamed).unwrap();
    fs::create_dir_all(place.data().join("scenarios")).unwrap();
    fs::write(place.data().join("scenarios").join(OsStr::from_bytes(b"\xfe.json")), "{").unwrap();
    let shown = renamed.display().to_string();
    let (code, sessions) = run(&place, &["sessions", "--json"]);
    assert_eq!(code, 0, "{sessions}");
    let sessions: serde_json::Value = serde_json::from_str(&sessions).unwrap();
    assert_eq!(sessions["sessions"][0]["path"], shown);
    let id = sessions["sessions"][0]["id"].as_str().unwrap();
    for args in [&["show", id, "--json"][..], &["verify"], &["report"], &["replay", id, "--plain", "--speed", "100000"]]
    {
        let (code, printed) = run(&place, args);
        assert_eq!(code, 0, "{args:?}: {printed}");
    }
    for args in
        [&["scenario", "list", "--json"][..], &["scenario", "list"], &["checklist", "list"], &["practise", "--record"]]
    {
        let (code, printed) = run(&place, args);
        assert!(code < 2, "{args:?}: {printed}");
    }
    let (_, printed) = run(&place, &["doctor"]);
    assert!(printed.contains(&format!("{shown}: its name has characters that cannot be read")), "{printed}");
}

#[test]
fn doctor_names_the_leftovers_of_a_crash() {
    let place = Place::new();
    assert!(run(&place, &["doctor"]).1.contains("Leftovers"));
    left_visit(&place);
    let unfinished = place.folders().unfinished();
    let month = place.folders().sessions().join("2026/03");
    fs::create_dir_all(&month).unwrap();
    fs::create_dir_all(place.config()).unwrap();
    let gone = unfinished.join("0195c0de-0000-7000-8000-00000000000b.lock");
    let temporary: [PathBuf; 3] = [
        month.join(".esprit-812-0.new"),
        month.join(".2026-03-01T1002_lyon-3_1a2b3c4d.json.claim"),
        place.config().join(".settings.json.Ab3dE9"),
    ];
    temporary.iter().chain([&gone]).for_each(|path| fs::write(path, "").unwrap());
    let (_, printed) = run(&place, &["doctor"]);
    for path in &temporary {
        assert!(printed.contains(&format!("{}: a file that was never finished", path.display())), "{printed}");
    }
    assert!(printed.contains(&format!("{}: belongs to a visit that is gone", gone.display())), "{printed}");
    assert_eq!(printed.matches(".journal: an unfinished visit that no window has open").count(), 1, "{printed}");
    assert_eq!(printed.matches("check  Leftovers").count(), 5, "{printed}");
}

#[test]
fn a_line_without_an_end_takes_no_more_memory_than_a_session_may() {
    let place = Place::new();
    let good = fs::read_to_string(saved_session(&place)).unwrap();
    let file = place.dir.path().join("endless.ndjson");
    // Sparse: it takes no room on the disk.
    fs::write(&file, &good).unwrap();
    let writer = fs::File::options().append(true).open(&file).unwrap();
    writer.set_len(2 << 30).unwrap();
    std::io::Write::write_all(&mut &writer, format!("\n{good}").as_bytes()).unwrap();
    let program = assert_cmd::cargo::cargo_bin("esprit");
    let output = Command::new("sh")
        .args(["-c", "ulimit -v 1000000; exec \"$@\"", "sh"])
        .arg(program)
        .args(["--lang", "en", "verify"])
        .arg(&file)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{out}{}", String::from_utf8_lossy(&output.stderr));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 3, "{out}");
    assert!(lines[0].contains("endless.ndjson:1: verified"), "{out}");
    assert!(lines[1].contains("is larger than 64"), "{out}");
    assert!(lines[2].contains("endless.ndjson:3: verified"), "{out}");
}
