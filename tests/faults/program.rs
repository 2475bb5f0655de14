//! The real program in a folder of its own: told lines, killed, started again, judged by what it acknowledged.

use crate::evidence::{self, Evidence};
use crate::live::PATIENCE;
use crate::script::Script;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_esprit");

/// A folder for one visit, gone when it is dropped.
pub struct Place {
    root: PathBuf,
}

impl Place {
    /// Makes the folder under another one, with the checklist in it.
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

    /// Gives a name that no other place has.
    pub fn name(&self) -> String {
        self.root.file_name().unwrap().to_string_lossy().into_owned()
    }

    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// Gives the program with this folder, behind a wrapper such as a tracer.
    pub fn command(&self, wrapper: &[String], args: &[&str]) -> Command {
        let words: Vec<&str> = wrapper.iter().map(String::as_str).chain([PROGRAM]).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).args(args).args(["--lang", "en"]).current_dir(&self.root);
        command.env("ESPRIT_DATA_DIR", self.data()).env("ESPRIT_CONFIG_DIR", self.root.join("config"));
        command.env("TZ", "UTC").env_remove("NO_COLOR");
        command
    }

    /// Gives the command that starts the script's visit.
    pub fn visit(&self, wrapper: &[String]) -> Command {
        self.command(wrapper, &["visit", "faults.json", "--site", "lyon-3", "--observer", "o12", "--plain"])
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct ActiveVisit {
    pub status: ExitStatus,
    pub out: String,
    pub err: String,
    /// The last event that it said was on the disk; 0 where it said so of none.
    pub acknowledged: u64,
    /// Whether it had to be stopped because it did not end.
    pub hung: bool,
}

impl ActiveVisit {
    /// Tells whether the program lost its head.
    pub fn panicked(&self) -> bool {
        self.err.contains("panicked") || self.status.code() == Some(101)
    }
}

/// Runs a command on an input.
pub fn run(mut command: Command, input: &str) -> ActiveVisit {
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
    ActiveVisit { status, acknowledged: acknowledged(&out), out, err, hung }
}

fn text(pipe: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    let _ = pipe.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Waits for the end; tells whether it had to be forced.
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

/// Gives the last event of an output that was acknowledged; a last line that was cut off says nothing.
pub fn acknowledged(out: &str) -> u64 {
    let whole = out.rfind('\n').map_or("", |end| &out[..end]);
    whole.lines().filter_map(|line| line.strip_prefix("ok ")?.parse().ok()).max().unwrap_or(0)
}

/// What one trial came to.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many faults were tried.
    pub points: u64,
    /// How many events were said to be on the disk.
    pub acknowledged: u64,
    /// How many of them were not there afterwards, or stood there twice or changed.
    pub lost: u64,
    /// How often the program lost its head.
    pub panics: u64,
    /// What else was not as it must be.
    pub wrong: Vec<String>,
    /// Why the fault could not be tried here.
    pub skipped: Option<String>,
    /// Of a bug that was put in on purpose: how many events it was seen to lose.
    pub caught: Option<u64>,
    /// How many trials came to nothing: the fault did not show.
    pub blunt: u64,
}

impl Tally {
    pub fn skipped(why: &str) -> Self {
        Self { skipped: Some(why.to_owned()), ..Self::default() }
    }

    /// Makes the loss that a bug put in on purpose must show; none is what is wrong then.
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

    /// Takes in a run that was disturbed, restarts the program without disturbance, and judges the files.
    pub fn judge(place: &Place, script: &Script, run: &ActiveVisit, what: &str) -> Self {
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

    /// Starts the program again, to the end of the visit, and judges the files.
    pub fn restart(&mut self, place: &Place, script: &Script, acknowledged: u64, what: &str) {
        let finished = evidence::read(&place.data()).is_ok_and(|before| before.written == 0);
        let again = self::run(place.command(&[], &["resume", "--plain"]), "finish\nfinish\n");
        self.panics += u64::from(again.panicked());
        let found = evidence::read(&place.data());
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

/// Before the restart, a session file is absent or whole, and what is there is what was said.
fn before_restart(place: &Place, script: &Script, run: &ActiveVisit) -> Result<(), String> {
    let before = evidence::read(&place.data())?;
    let foreign = before.events.iter().find(|event| !script.made(event));
    if let Some(event) = foreign {
        return Err(format!("an event that nobody made: {event}"));
    }
    if lost(script, &before, run.acknowledged) > 0 {
        return Err("acknowledged, and not in the files".to_owned());
    }
    Ok(())
}

/// After the restart there is the session and nothing of the journal, or else nothing was ever acknowledged.
fn recovered(place: &Place, again: Option<&ActiveVisit>, after: &Evidence, acknowledged: u64) -> Result<(), String> {
    if after.session.is_none() {
        let nothing = acknowledged == 0 && after.events.is_empty();
        return if nothing { Ok(()) } else { Err("the restart wrote no session".to_owned()) };
    }
    if let Some(failed) = again.filter(|again| again.status.code() != Some(0)) {
        return Err(format!("the restart ended with {}", failed.status));
    }
    // A lock that nobody holds locks nothing.
    let mut left = evidence::files(&place.data().join("unfinished"));
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
