//! Measured runs of the program and its parts.

use crate::figures::{self, Figures};
use esprit::analysis::figures::Source;
use esprit::analysis::{Plan, Tally, report};
use esprit::report::json;
use esprit::store::reading::{Options, Taker, read};
use esprit::visit::record::Record;
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The seconds of several runs.
#[derive(Debug, Default)]
pub struct Times(Vec<f64>);

impl Times {
    pub fn push(&mut self, seconds: f64) {
        let place = self.0.partition_point(|known| *known < seconds);
        self.0.insert(place, seconds);
    }

    pub fn median(&self) -> f64 {
        self.0[self.0.len() / 2]
    }

    pub fn least(&self) -> f64 {
        self.0[0]
    }

    pub fn most(&self) -> f64 {
        self.0[self.0.len() - 1]
    }
}

/// The times, the highest peak of memory, and the figures of the last run.
#[derive(Debug, Default)]
pub struct Measured {
    pub times: Times,
    /// The processor time of all threads, the system's included.
    pub processor: Times,
    pub kib: u64,
    pub figures: Figures,
}

/// Runs the whole command, as a user would: every question of the report. The processor time and the peak of memory are
/// measured in a separate run.
pub fn esprit(path: &Path, measured: &mut Measured) {
    let out = TempOut::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_esprit"));
    command
        .arg("report")
        .arg(path)
        .args(["--seals", "skip", "--format", "json", "-o"])
        .arg(&out.0)
        .stdout(Stdio::null());
    let started = Instant::now();
    let run = command.output().unwrap();
    measured.times.push(started.elapsed().as_secs_f64());
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    measured.figures = figures::from_report(&serde_json::from_reader(File::open(&out.0).unwrap()).unwrap());
    let (processor, kib) = processor_and_peak(&mut command);
    measured.processor.push(processor);
    measured.kib = measured.kib.max(kib);
}

/// Polls a program until it ends. Returns its seconds of the processor and its peak of memory in KiB; 0 if the system
/// does not report them.
fn processor_and_peak(command: &mut Command) -> (f64, u64) {
    /// What Linux counts in, whatever the kernel's own clock.
    const TICKS_PER_SECOND: f64 = 100.0;
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    let read = |file: &str| std::fs::read_to_string(format!("/proc/{}/{file}", child.id())).unwrap_or_default();
    let (mut ticks, mut kib, mut ended) = (0.0, 0, false);
    while !ended {
        let status = read("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        kib = kib.max(line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0));
        // The name, in brackets, may contain spaces. The times are complete when the program has ended and still waits
        // to be asked how.
        let stat = read("stat");
        let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
        let tick = |place: usize| fields.get(place).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
        ticks = (tick(11) + tick(12)).max(ticks);
        ended = matches!(fields.first(), None | Some(&("Z" | "")));
        std::thread::sleep(Duration::from_millis(1));
    }
    child.wait().unwrap();
    (ticks / TICKS_PER_SECOND, kib)
}

struct Count(Tally);

impl Taker for Count {
    fn take(&mut self, record: &Record<'_>) {
        self.0.add_visit(record);
    }
}

/// Returns the time of reading and counting, and that of computing and writing all figures.
pub fn inside(path: &Path) -> (f64, f64) {
    let plan = Arc::new(Plan::default());
    let started = Instant::now();
    let done =
        read(&[path.to_owned()], &Options::default(), &|_| ControlFlow::Continue(()), &|| Count(Tally::new(&plan)));
    let done = done.unwrap();
    let mut tally = Tally::new(&plan);
    done.takers.into_iter().for_each(|count| tally.merge(count.0));
    let counted = started.elapsed();
    let started = Instant::now();
    let text = json::render(&report(tally, &done.found.definitions, Source::default())).unwrap();
    assert!(text.len() > 1);
    (counted.as_secs_f64(), started.elapsed().as_secs_f64())
}

/// A file for results, removed at the end.
struct TempOut(PathBuf);

impl TempOut {
    fn new() -> Self {
        Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("report-{}.json", std::process::id())))
    }
}

impl Drop for TempOut {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Returns the time of reading the bytes, in pieces shared by all threads.
pub fn floor(path: &Path) -> f64 {
    const PIECE: u64 = 1 << 18;
    let mut files = Vec::new();
    collect(path, &mut files);
    let pieces: Vec<(PathBuf, u64)> = files
        .iter()
        .flat_map(|file| {
            let length = file.metadata().unwrap().len();
            (0..length.div_ceil(PIECE)).map(move |piece| (file.clone(), piece * PIECE))
        })
        .collect();
    let next = Mutex::new(pieces.iter());
    let started = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, std::num::NonZero::get) {
            scope.spawn(|| {
                let mut buffer = vec![0; usize::try_from(PIECE).unwrap()];
                loop {
                    let Some((path, at)) = next.lock().unwrap().next() else { return };
                    let mut file = File::open(path).unwrap();
                    std::io::Seek::seek(&mut file, std::io::SeekFrom::Start(*at)).unwrap();
                    let mut filled = 0;
                    while let Ok(read @ 1..) = file.read(&mut buffer[filled..]) {
                        filled += read;
                    }
                }
            });
        }
    });
    started.elapsed().as_secs_f64()
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in path.read_dir().unwrap() {
            collect(&entry.unwrap().path(), files);
        }
    } else {
        files.push(path.to_owned());
    }
}
