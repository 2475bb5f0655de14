//! The real program in its own folder: it is given lines, killed, restarted, and judged by what it acknowledged.

use crate::file_evidence::{self, Evidence};
use crate::running_program::PATIENCE;
use crate::script::Script;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_esprit");

/// A folder for one visit, removed when dropped.
pub struct Place {
    root: PathBuf,
}

impl Place {
    /// Creates the folder below another one, with the checklist in it.
    pub fn new(under: &Path, script: &Script) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = under.join(format!("esprit-faults-{}-{number}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        fs::write(root.join("faults.json"), &script.checklist).unwrap();
        Self { root }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns a unique name for this place.
    pub fn name(&self) -> String {
        self.root.file_name().unwrap().to_string_lossy().into_owned()
    }

    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// Returns the program with this folder, behind a wrapper such as a tracer.
    pub fn command(&self, wrapper: &[String], args: &[&str]) -> Command {
        let words: Vec<&str> = wrapper.iter().map(String::as_str).chain([PROGRAM]).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).args(args).args(["--lang", "en"]).current_dir(&self.root);
        command.env("ESPRIT_DATA_DIR", self.data()).env("ESPRIT_CONFIG_DIR", self.root.join("config"));
        command.env("TZ", "UTC").env_remove("NO_COLOR");
        command
    }

    /// Returns the command that starts the script's visit.
    pub fn visit(&self, wrapper: &[String]) -> Command {
        self.command(wrapper, &["visit", "faults.json", "--site", "lyon-3", "--observer", "o12", "--plain"])
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// The outcome of a run of the program.
#[derive(Clone, Debug)]
pub struct RunOutput {
    pub status: ExitStatus,
    pub out: String,
    pub err: String,
    /// The `seq` of the last acknowledged event; 0 if there is none.
    pub acknowledged: u64,
    /// Whether it had to be killed because it did not end.
    pub hung: bool,
}

impl RunOutput {
    /// Returns whether the program panicked.
    pub fn panicked(&self) -> bool {
        self.err.contains("panicked") || self.status.code() == Some(101)
    }
}

/// Runs a command with an input.
pub fn run(mut command: Command, input: &str) -> RunOutput {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (mut stdin, mut stdout, mut stderr) =
        (child.stdin.take().unwrap(), child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let (out, err, hung) = std::thread::scope(|scope| {
        // The program may end before it has read everything.
        scope.spawn(move || drop(stdin.write_all(input.as_bytes())));
        let out = scope.spawn(move || text(&mut stdout));
        let err = scope.spawn(move || text(&mut stderr));
        let hung = ended_late(&mut child);
        (out.join().unwrap(), err.join().unwrap(), hung)
    });
    let status = child.wait().unwrap();
    RunOutput { status, acknowledged: acknowledged(&out), out, err, hung }
}

fn text(pipe: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    let _ = pipe.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Waits for the end. Returns whether it had to be forced.
fn ended_late(child: &mut Child) -> bool {
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            let _ = Command::new("pkill").args(["-9", "-P", &child.id().to_string()]).status();
            child.kill().unwrap();
            return true;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    false
}

/// Returns the last acknowledged event in an output; an incomplete last line does not count.
pub fn acknowledged(out: &str) -> u64 {
    let whole = out.rfind('\n').map_or("", |end| &out[..end]);
    whole.lines().filter_map(|line| line.strip_prefix("ok ")?.parse().ok()).max().unwrap_or(0)
}

/// The result of trials.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// The number of faults tried.
    pub points: u64,
    /// The number of events acknowledged.
    pub acknowledged: u64,
    /// The number of acknowledged events that were missing, repeated or changed afterwards.
    pub lost: u64,
    /// The number of panics.
    pub panics: u64,
    /// Other failures.
    pub wrong: Vec<String>,
    /// Why the fault could not be tried on this machine.
    pub skipped: Option<String>,
    /// For a deliberate bug: the number of events it was seen to lose.
    pub caught: Option<u64>,
    /// The number of trials in which the fault had no effect.
    pub blunt: u64,
}

impl Tally {
    pub fn skipped(why: &str) -> Self {
        Self { skipped: Some(why.to_owned()), ..Self::default() }
    }

    /// Expects the loss caused by a deliberate bug; its absence is a failure.
    pub fn caught(self) -> Self {
        let wrong = if self.lost == 0 { vec!["the bug was not noticed".to_owned()] } else { Vec::new() };
        Self { caught: Some(self.lost), lost: 0, wrong, ..self }
    }

    pub fn add(&mut self, other: Self) {
        self.points += other.points;
        self.acknowledged += other.acknowledged;
        self.lost += other.lost;
        self.panics += other.panics;
        self.wrong.extend(other.wrong);
        self.blunt += other.blunt;
        self.skipped = self.skipped.take().or(other.skipped);
    }

    /// Adds a disturbed run, restarts the program without disturbance, and checks the files.
    pub fn judge(place: &Place, script: &Script, run: &RunOutput, what: &str) -> Self {
        let mut tally = Self { points: 1, acknowledged: run.acknowledged, ..Self::default() };
        tally.panics += u64::from(run.panicked());
        if run.hung {
            tally.wrong.push(format!("{what}: did not end"));
        }
        if let Err(reason) = before_restart(place, script, run) {
            tally.wrong.push(format!("{what}: {reason}"));
        }
        tally.restart(place, script, run.acknowledged, what);
        tally
    }

    /// Starts the program again, to the end of the visit, and checks the files.
    pub fn restart(&mut self, place: &Place, script: &Script, acknowledged: u64, what: &str) {
        let finished = file_evidence::read(&place.data()).is_ok_and(|before| before.written == 0);
        let again = self::run(place.command(&[], &["resume", "--plain"]), "finish\nfinish\n");
        self.panics += u64::from(again.panicked());
        let found = file_evidence::read(&place.data());
        let after = match &found {
            Ok(evidence) => evidence,
            Err(reason) => {
                self.lost += acknowledged;
                self.wrong.push(format!("{what}: after the restart: {reason}\n{}", again.err));
                return;
            }
        };
        self.lost += lost(script, after, acknowledged);
        if let Err(reason) = recovered(place, (!finished).then_some(&again), after, acknowledged) {
            self.wrong.push(format!("{what}: {reason}\n{}", again.err));
        }
    }
}

/// Checks, before the restart, that a session file is absent or complete, and acknowledged events exist.
fn before_restart(place: &Place, script: &Script, run: &RunOutput) -> Result<(), String> {
    let before = file_evidence::read(&place.data())?;
    let foreign = before.events.iter().find(|event| !script.made(event));
    if let Some(event) = foreign {
        return Err(format!("an event that nobody made: {event}"));
    }
    if lost(script, &before, run.acknowledged) > 0 {
        return Err("acknowledged, and not in the files".to_owned());
    }
    Ok(())
}

/// Checks, after the restart, that there is a session and no journal, unless nothing was ever acknowledged.
fn recovered(place: &Place, again: Option<&RunOutput>, after: &Evidence, acknowledged: u64) -> Result<(), String> {
    if after.session.is_none() {
        let nothing = acknowledged == 0 && after.events.is_empty();
        return if nothing { Ok(()) } else { Err("the restart wrote no session".to_owned()) };
    }
    if let Some(failed) = again.filter(|again| again.status.code() != Some(0)) {
        return Err(format!("the restart ended with {}", failed.status));
    }
    // A lock file that nobody holds has no effect.
    let mut left = file_evidence::files(&place.data().join("unfinished"));
    left.retain(|path| path.extension().is_none_or(|extension| extension != "lock"));
    if !left.is_empty() {
        return Err(format!("the restart left {left:?}"));
    }
    let verified = run(place.command(&[], &["verify"]), "");
    if verified.status.code() == Some(0) { Ok(()) } else { Err(format!("verify: {}{}", verified.out, verified.err)) }
}

/// Counts the acknowledged events that are not in the files as they were made.
pub fn lost(script: &Script, evidence: &Evidence, acknowledged: u64) -> u64 {
    let kept = evidence.events.iter().take_while(|event| script.made(event)).count() as u64;
    acknowledged.saturating_sub(kept)
}
