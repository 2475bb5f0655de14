//! The sessions to measure with, from the generator.
//!
//! A million whole sessions take 33 GB, more than most machines can cache: the disk would be measured.
//! [`generate_without_proofs`] leaves out what a report skips: all events but the last, and except in the first
//! sessions the content of the checklist. What a report reads, and keeps of each visit, is the same.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// The number of sites of a usual network.
pub const SITES: u64 = 40;
/// The number of sessions that keep their checklist.
const WITH_CHECKLIST: usize = 1000;

fn generator(sites: u64, sessions: u64, to: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--release", "--example", "generate", "--"]);
    command
        .args(["--sites", &sites.to_string(), "--visits", &sessions.to_string()])
        .args(to)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Generates sessions of a network with so many sites.
pub fn generate(sites: u64, sessions: u64, to: &[&str]) {
    let output = generator(sites, sessions, to).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Generates sessions without their proofs, in one file.
pub fn generate_without_proofs(sessions: u64, to: &Path) {
    let mut child = generator(SITES, sessions, &["--ndjson", "/dev/stdout"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufWriter::with_capacity(1 << 20, File::create(to).unwrap());
    let lines = BufReader::with_capacity(1 << 20, child.stdout.take().unwrap()).lines();
    // The last line of the generator's output is no session.
    for (place, line) in lines.map(Result::unwrap).take_while(|line| line.starts_with('{')).enumerate() {
        let (head, proof) = line.split_once(r#","definition":"#).unwrap();
        let (definition, events) = proof.rsplit_once(r#","events":["#).unwrap();
        let last = events.rfind(r#"{"seq":"#).unwrap();
        let definition = if place < WITH_CHECKLIST { definition } else { "{}" };
        writeln!(out, r#"{head},"definition":{definition},"events":[{}"#, &events[last..]).unwrap();
    }
    out.flush().unwrap();
    drop(child.stdout.take());
    let _ = child.wait();
}
