//! The sessions to measure with, by the generator.
//!
//! A million whole sessions take 33 GB, more than most machines can keep in memory: the disk would be measured.
//! [`generate_without_proofs`] leaves out of each what a report passes over: of the events all but the last, and of the
//! checklist everything, but in the first sessions. What a report reads, and what it keeps of each visit, is the same.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// So many sessions keep their checklist.
const WITH_CHECKLIST: usize = 1000;

fn generator(sessions: u64, to: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--release", "--example", "generate", "--", "--sites", "40", "--visits"]);
    command.arg(sessions.to_string()).args(to).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Makes sessions.
pub fn generate(sessions: u64, to: &[&str]) {
    let output = generator(sessions, to).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Makes sessions without their proofs, in one file.
pub fn generate_without_proofs(sessions: u64, to: &Path) {
    let mut child = generator(sessions, &["--ndjson", "/dev/stdout"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufWriter::with_capacity(1 << 20, File::create(to).unwrap());
    let lines = BufReader::with_capacity(1 << 20, child.stdout.take().unwrap()).lines();
    // What is no session is what the generator tells at its end.
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
