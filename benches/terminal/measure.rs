//! Measures keys and starts, the programs in turns, and prints the rows of the table.

use crate::folders::{ESPRIT, EVENTS, ITEMS, VISIT, VISITS, folder, label, leave_long_visit, save_visits, unfinished};
use crate::window::{COLUMNS, PACE, ROWS, Window, has};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use vt100::{Color, Screen};

/// The rounds of keys; a round has a key for every item.
const ROUNDS: usize = 50;

/// The starts of each program.
const STARTS: usize = 100;

/// The bytes that an answer adds to a visit's journal, about.
const ANSWER_BYTES: usize = 400;

/// How many times as long still counts as no slower, for the noise of the machine.
const SAME: f64 = 1.15;

type Times = Vec<Duration>;

/// What was measured in visits of one kind.
#[derive(Default)]
struct Answers {
    painted: Times,
    saved: Times,
    /// The most memory that a visit held, in KiB.
    memory: u64,
}

/// Measures keys, and the memory of visits.
pub fn keys(base: &Path, has_htop: bool) {
    let (mut own, mut long, mut htop, mut disk) = (Answers::default(), Answers::default(), Times::new(), Times::new());
    let left = folder(base, "left");
    leave_long_visit(&left);
    for round in 0..ROUNDS {
        let [new, resumed] = ["new", "resumed"].map(|name| folder(base, &format!("{name}-{round}")));
        for file in fs::read_dir(unfinished(&left)).unwrap().map(Result::unwrap) {
            fs::copy(file.path(), unfinished(&resumed).join(file.file_name())).unwrap();
        }
        answer_all(Window::open(&new, ESPRIT, &VISIT), &mut own);
        answer_all(Window::open(&resumed, ESPRIT, &["resume"]), &mut long);
        append(&unfinished(&new).join("appended"), &mut disk);
        if has_htop {
            move_bar(Window::open(&new, "htop", &["-d", "100"]), &mut htop);
        }
    }
    let events = format!("esprit, {EVENTS} events before");
    print_row("key to answer", "esprit", &own.painted, "under 1 ms", &size_result(median(&own.painted), " ms", 1.0));
    print_row("", "htop, its bar", &htop, "esprit at most 1.5x", &ratio(&own.painted, &htop, 1.5));
    print_row("", &events, &long.painted, "no slower (1.15x)", &ratio(&long.painted, &own.painted, SAME));
    print_row("key to saved", "esprit", &own.saved, "", "");
    let more = size_result(median(&own.saved) - median(&disk), " ms", 2.0);
    print_row("", "append and fdatasync", &disk, "esprit at most 2 ms more", &more);
    size("most memory in a visit", "esprit", own.memory, 20);
    size("", &events, long.memory, 20);
}

/// Answers every item, each when the answer before it is saved.
fn answer_all(mut window: Window, answers: &mut Answers) {
    let is_saved = |screen: &Screen| has(screen, "saved ■");
    window.wait("the visit", |screen| is_saved(screen) && has(screen, &label(0)));
    for item in 0..ITEMS {
        let (key, word) = if item % 2 == 0 { ("y", " yes ") } else { ("n", " no ") };
        let label = label(item);
        let is_answer = |row: String| row.contains(&label) && row.contains(word);
        let is_painted = |screen: &Screen| screen.rows(0, COLUMNS).any(is_answer);
        answers.painted.push(window.press(key, &label, is_painted));
        answers.saved.push(window.wait("saved", |screen| is_painted(screen) && is_saved(screen)));
    }
    answers.memory = answers.memory.max(window.memory());
    window.close("\u{11}\u{11}");
}

/// Performs the disk operations needed to save an answer, and nothing else.
fn append(path: &Path, times: &mut Times) {
    let mut file = File::options().append(true).create_new(true).open(path).unwrap();
    for _ in 0..ITEMS {
        std::thread::sleep(PACE);
        let began = Instant::now();
        file.write_all(&[b'.'; ANSWER_BYTES]).unwrap();
        file.sync_data().unwrap();
        times.push(began.elapsed());
    }
}

/// Moves the bar of `htop` one row down and up again.
fn move_bar(mut window: Window, times: &mut Times) {
    let is_bar = |screen: &Screen, row| screen.cell(row, 0).is_some_and(|cell| cell.bgcolor() == Color::Idx(6));
    // The last row has the bar's colour too.
    let bar = |screen: &Screen| (0..ROWS - 1).find(|row| is_bar(screen, *row));
    window.wait("htop", |screen| bar(screen).is_some() && has(screen, "Quit"));
    let first = bar(window.screen()).unwrap();
    for (key, row) in [("\u{1b}OB", first + 1), ("\u{1b}OA", first)].into_iter().cycle().take(ITEMS) {
        times.push(window.press(key, "the bar's row", |screen| bar(screen) == Some(row)));
    }
    window.close("q");
}

/// Measures starts.
pub fn starts(base: &Path, has_vim: bool) {
    let (mut own, mut vim, mut many, mut named) = (Times::new(), Times::new(), Times::new(), Times::new());
    let [empty, full] = ["empty", "full"].map(|name| folder(base, name));
    let newest = save_visits(&full);
    for _ in 0..STARTS {
        own.push(start(&empty, "(none yet)").0);
        if has_vim {
            let mut window = Window::open(base, "vim", &["-u", "NONE"]);
            vim.push(window.wait("vim", |screen| has(screen, "VIM - Vi IMproved") && has(screen, "for version info")));
            window.close(":q!\r");
        }
        let (shown, all) = start(&full, &newest);
        many.push(shown);
        named.push(all);
    }
    let visits = format!("esprit, {VISITS} visits");
    print_row("start to first screen", "esprit", &own, "", "");
    print_row("", "vim -u NONE", &vim, "esprit at most 1.0x", &ratio(&own, &vim, 1.0));
    print_row("", &visits, &many, "no slower (1.15x)", &ratio(&many, &own, SAME));
    print_row("", &format!("{visits}, the newest named"), &named, "", "");
}

/// Starts the program. Returns the times until its first screen and until that shows a visit.
fn start(folder: &Path, visit: &str) -> (Duration, Duration) {
    let mut window = Window::open(folder, ESPRIT, &[]);
    let is_whole = |screen: &Screen| has(screen, "New visit") && has(screen, "Help: all the keys") && has(screen, "F1");
    let shown = window.wait("the first screen", is_whole);
    let named = window.wait("the newest visit", |screen| has(screen, visit));
    window.close("q");
    (shown, named)
}

/// Prints a row of times, unless there are none.
fn print_row(measure: &str, program: &str, times: &Times, bound: &str, result: &str) {
    let (n, median, p99) = (times.len(), median(times), percentile(times, 99));
    if n > 0 {
        println!("| {measure} | {program} | {n} | {median:.2} ms | {p99:.2} ms | {bound} | {result} |");
    }
}

/// Prints a row of a size.
#[expect(clippy::cast_precision_loss, reason = "a size in KiB is far below 2^53")]
pub fn size(measure: &str, program: &str, kib: u64, most: u32) {
    let result = size_result(kib as f64 / 1024.0, " MiB", most.into());
    println!("| {measure} | {program} | | | | under {most} MiB | {result} |");
}

/// Returns a figure and whether it holds its bound, in words.
fn size_result(figure: f64, unit: &str, most: f64) -> String {
    format!("{figure:.2}{unit}: {}", if figure <= most { "held" } else { "**missed**" })
}

/// Returns one median over another and whether that holds its bound, in words.
fn ratio(own: &Times, other: &Times, most: f64) -> String {
    size_result(median(own) / median(other), "x", most)
}

fn median(times: &Times) -> f64 {
    percentile(times, 50)
}

/// Returns a percentile by nearest rank, in milliseconds.
fn percentile(times: &Times, percent: usize) -> f64 {
    let mut times = times.clone();
    times.sort_unstable();
    let rank = (times.len() * percent).div_ceil(100);
    times.get(rank.saturating_sub(1)).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}
