//! From a key to what it paints, and to what it keeps.
//!
//! The programs take turns, a round each, so that a busy moment of the machine is everybody's. A round is one key for
//! each of the checklist's items.

use crate::figures::{Peak, Times};
use crate::ground::{Ground, IN_SECTION, ITEMS, SECTIONS, label};
use crate::machine::Rivals;
use crate::window::{ROWS, Window, has, row_has};
use std::fs::File;
use std::io::Write;
use std::time::{Duration, Instant};
use vt100::{Color, Screen};

/// As many as make the 99th percentile one that a run tells to about a tenth.
const ROUNDS: usize = 250;

/// About as many bytes as an answer takes in the journal.
const ANSWER_BYTES: usize = 400;

/// A visit's times.
#[derive(Default)]
pub struct Answers {
    pub painted: Times,
    pub saved: Times,
    pub memory: Peak,
}

/// A rival's times.
#[derive(Default)]
pub struct Moves {
    pub painted: Times,
    pub memory: Peak,
}

#[derive(Default)]
pub struct Keys {
    pub fresh: Answers,
    pub long: Answers,
    pub htop: Option<Moves>,
    pub vim: Option<Moves>,
    pub cat: Moves,
    pub disk: Times,
}

pub fn measure(ground: &Ground, rivals: &Rivals) -> Keys {
    let mut keys = Keys {
        htop: rivals.htop.as_ref().map(|_| Moves::default()),
        vim: rivals.vim.as_ref().map(|_| Moves::default()),
        ..Keys::default()
    };
    for round in 0..ROUNDS {
        let fresh = ground.place(&format!("fresh-{round}"));
        let long = ground.place(&format!("long-{round}"));
        long.keep_long_visit();
        let args = ["visit", "bench", "--site", "lyon-3", "--observer", "o12"];
        // Each comes first in every other round.
        for is_long in [round % 2 == 0, round % 2 != 0] {
            if is_long {
                answer_all(ground.esprit(&long, &["resume"]), &mut keys.long);
            } else {
                answer_all(ground.esprit(&fresh, &args), &mut keys.fresh);
            }
        }
        sync_appends(&fresh.folders().unfinished().join("appended"), &mut keys.disk);
        if let Some(htop) = &mut keys.htop {
            move_htop(ground, htop);
        }
        if let Some(vim) = &mut keys.vim {
            move_vim(ground, vim);
        }
        echo_cat(ground, &mut keys.cat);
    }
    keys
}

fn is_saved(screen: &Screen) -> bool {
    row_has(screen, 0, "saved ■")
}

/// Answers every item, each once the one before is saved.
fn answer_all(mut window: Window, answers: &mut Answers) {
    window.wait("the visit", |screen| is_saved(screen) && has(screen, &label(0)));
    for index in 0..ITEMS {
        let (key, word) = if index % 2 == 0 { ("y", "yes") } else { ("n", "no") };
        let section = SECTIONS.get(index / IN_SECTION).unwrap();
        let (count, label) = (format!("{section} {}/{IN_SECTION}", index % IN_SECTION + 1), label(index));
        // The answer stands in the item's row, and is counted.
        let painted = |screen: &Screen| {
            row_has(screen, 1, &count)
                && screen.rows(0, 80).any(|row| row.contains(&label) && row.contains(&format!(" {word} ")))
        };
        let (pressed, time) = window.press(key, &label, painted);
        answers.painted.add(time);
        // A frame is painted from top to bottom: where the answer is there, the header above is of the same frame.
        answers.saved.add(window.wait("saved", |screen| painted(screen) && is_saved(screen)) - pressed);
    }
    answers.memory.add(window.peak_kib());
    window.close(Some("\u{11}\u{11}"));
}

/// Does what keeping an answer asks of the disk, and nothing else.
fn sync_appends(path: &std::path::Path, times: &mut Times) {
    let mut file = File::options().append(true).create_new(true).open(path).unwrap();
    for _ in 0..ITEMS {
        // As far apart as the answers are.
        std::thread::sleep(Duration::from_millis(5));
        let began = Instant::now();
        file.write_all(&[b'.'; ANSWER_BYTES]).unwrap();
        file.sync_data().unwrap();
        times.add(began.elapsed());
    }
}

/// Moves a program's bar or cursor one row down and up again.
fn move_rows(window: &mut Window, keys: [&str; 2], row: impl Fn(&Screen) -> Option<u16>, moves: &mut Moves) {
    let first = row(window.screen()).unwrap();
    for (key, to) in keys.into_iter().zip([first + 1, first]).cycle().take(ITEMS) {
        let (_, time) = window.press(key, "the row", |screen| row(screen) == Some(to));
        moves.painted.add(time);
    }
    moves.memory.add(window.peak_kib());
}

fn move_htop(ground: &Ground, moves: &mut Moves) {
    // The row with the bar; the last row of the screen has its colour too.
    let bar = |screen: &Screen| {
        let is_bar = |&row: &u16| screen.cell(row, 0).is_some_and(|cell| cell.bgcolor() == Color::Idx(6));
        (0..ROWS - 1).find(is_bar)
    };
    // Every ten seconds only, so that it is not measured while it looks at the system.
    let mut window = Window::open(ground.command("htop", &["-d", "100"]));
    window.wait("htop", |screen| bar(screen).is_some() && row_has(screen, usize::from(ROWS) - 1, "Quit"));
    move_rows(&mut window, ["\u{1b}OB", "\u{1b}OA"], bar, moves);
    window.close(Some("q"));
}

fn move_vim(ground: &Ground, moves: &mut Moves) {
    let mut window = open_vim(ground);
    window.wait("vim", is_vim_there);
    move_rows(&mut window, ["j", "k"], |screen| Some(screen.cursor_position().0), moves);
    window.close(Some(":q!\r"));
}

pub fn open_vim(ground: &Ground) -> Window {
    Window::open(ground.command("vim", &["-u", "NONE", ground.text().to_str().unwrap()]))
}

/// Tells whether the text is shown, and the cursor waits at its beginning.
pub fn is_vim_there(screen: &Screen) -> bool {
    row_has(screen, usize::from(ROWS) - 2, "line 23") && screen.cursor_position() == (0, 0)
}

/// Has `cat` itself give back each key: the terminal neither echoes nor collects lines.
fn echo_cat(ground: &Ground, moves: &mut Moves) {
    let mut window = Window::open(ground.command("sh", &["-c", "stty raw -echo; printf :; exec cat"]));
    window.wait("cat", |screen| has(screen, ":"));
    let mut typed = ":".to_owned();
    for (index, key) in ["y", "n"].into_iter().cycle().take(ITEMS + 1).enumerate() {
        typed.push_str(key);
        let (_, time) = window.press(key, "the key", |screen| row_has(screen, 0, &typed));
        // The first only tells that `cat` has come.
        if index > 0 {
            moves.painted.add(time);
        }
    }
    moves.memory.add(window.peak_kib());
    window.close(None);
}
