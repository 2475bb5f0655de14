//! The real program in a pseudo-terminal. Waits for what must appear, never for a fixed time.
#![cfg(unix)]

use crate::support::Place;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// The longest wait; nothing takes this long, however slow the machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

pub struct Seen {
    pub parser: vt100::Parser,
    bytes: Vec<u8>,
    over: bool,
}

pub struct Terminal {
    pub seen: Arc<(Mutex<Seen>, Condvar)>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    pub fn open(place: &Place, lang: &str, size: (u16, u16), args: &[&str]) -> Self {
        Self::open_with(place, lang, size, args, &[])
    }

    /// Opens the program with these variables in its environment.
    pub fn open_with(
        place: &Place,
        lang: &str,
        (cols, rows): (u16, u16),
        args: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let args = [args, &["--lang", lang]].concat();
        Self::spawn(place, size, assert_cmd::cargo::cargo_bin("esprit"), &args, environment)
    }

    fn spawn(
        place: &Place,
        size: PtySize,
        program: impl AsRef<OsStr>,
        args: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let PtySize { rows, cols, .. } = size;
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("ESPRIT_DATA_DIR", place.data());
        command.env("ESPRIT_CONFIG_DIR", place.config());
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env_remove("NO_COLOR");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let parser = vt100::Parser::new(cells(rows), cells(cols), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: Vec::new(), over: false }), Condvar::new()));
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let read = output.read(&mut buffer).unwrap_or(0);
                let mut seen = shared.0.lock().unwrap();
                seen.parser.process(&buffer[..read]);
                seen.bytes.extend_from_slice(&buffer[..read]);
                seen.over = read == 0;
                shared.1.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        Self { seen, master: pair.master, keys, child }
    }

    pub fn wait(&self, what: &str, until: impl Fn(&Seen) -> bool) {
        let seen = self.seen.0.lock().unwrap();
        let (seen, timeout) = self.seen.1.wait_timeout_while(seen, PATIENCE, |seen| !until(seen)).unwrap();
        assert!(!timeout.timed_out(), "waited for {what}:\n{}", seen.parser.screen().contents());
    }

    pub fn wait_for(&self, text: &str) {
        self.wait(text, |seen| seen.parser.screen().contents().contains(text));
    }

    /// Waits for bytes that the program sends to the terminal.
    pub fn wait_for_bytes(&self, bytes: &str) {
        self.wait(bytes, |seen| String::from_utf8_lossy(&seen.bytes).contains(bytes));
    }

    /// Returns a row of the screen as text.
    pub fn row(&self, row: usize) -> String {
        let seen = self.seen.0.lock().unwrap();
        let width = seen.parser.screen().size().1.get();
        seen.parser.screen().rows(0, width).nth(row).unwrap_or_default()
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Presses keys again and again until a text is there.
    fn press_until(&mut self, keys: &str, text: &str) {
        let again = Duration::from_millis(100);
        for _ in 0..PATIENCE.as_millis() / again.as_millis() {
            self.press(keys);
            let seen = self.seen.0.lock().unwrap();
            let is_missing = |seen: &mut Seen| !seen.parser.screen().contents().contains(text);
            if !self.seen.1.wait_timeout_while(seen, again, is_missing).unwrap().1.timed_out() {
                return;
            }
        }
        panic!("pressed {keys:?} for {text}");
    }

    fn resize(&self, cols: u16, rows: u16) {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(cells(rows), cells(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    fn pid(&self) -> rustix::process::Pid {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::Pid::from_raw(id).unwrap()
    }

    fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    /// Kills the program, and waits for its end.
    pub fn kill(&mut self) {
        self.signal(rustix::process::Signal::KILL);
        let _ = self.child.wait();
    }

    /// Waits for the end, and checks that the terminal was restored.
    pub fn restored(&mut self) -> u32 {
        let code = self.child.wait().unwrap().exit_code();
        let back = ["\u{1b}[?1049l", "\u{1b}[?2004l", "\u{1b}[?25h", "\u{1b}[?1000l"];
        self.wait("the terminal as it was", |seen| {
            let text = String::from_utf8_lossy(&seen.bytes);
            back.iter().all(|piece| text.contains(piece))
        });
        code
    }
}

const VISIT: [&str; 6] = ["visit", "customer", "--site", "lyon-3", "--observer", "o12"];

#[test]
fn a_killed_visit_can_be_finished_later() {
    for (lang, (cols, rows), letters, words) in [
        (
            "fr",
            (80, 24),
            "ton",
            [
                "enregistré ■",
                ", 3 réponses",
                "Visite terminée",
                "est enregistrée :",
                "Relecture",
                "pour terminer quand",
            ],
        ),
        (
            "en",
            (60, 16),
            "tyn",
            ["saved ■", ", 3 answers", "Visit finished", "file is saved:", "Review", "again to finish"],
        ),
    ] {
        let place = Place::new();
        let mut terminal = Terminal::open(&place, lang, (cols, rows), &VISIT);
        terminal.wait_for(words[0]);
        for (answered, letter) in (1..).zip(letters.chars()) {
            terminal.press(&letter.to_string());
            terminal.wait(&format!("answer {answered}"), |seen| {
                let screen = seen.parser.screen().contents();
                screen.contains(words[0]) && screen.contains(&format!(" {answered}/11"))
            });
        }
        terminal.child.kill().unwrap();
        terminal.child.wait().unwrap();
        let mut terminal = Terminal::open(&place, lang, (cols, rows), &[]);
        let normal = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        terminal.wait(words[1], |seen| normal(&seen.parser.screen().contents()).contains(words[1]));
        terminal.press("\r");
        terminal.wait_for(words[0]);
        for word in [words[4], words[5]] {
            terminal.press("f");
            terminal.wait_for(word);
        }
        terminal.press("f");
        terminal.wait(words[2], |seen| seen.parser.screen().contents().contains(words[2]));
        terminal.wait(words[3], |seen| normal(&seen.parser.screen().contents()).contains(words[3]));
        terminal.press("\r");
        terminal.wait_for("lyon-3");
        terminal.press("q");
        assert_eq!(terminal.restored(), 0);
        let sessions = place.sessions();
        assert_eq!(sessions.len(), 1);
        assert_eq!(place.run(lang, &["verify", sessions[0].to_str().unwrap()], "").0, 0);
        assert_eq!(std::fs::read_dir(place.folders().unfinished()).unwrap().count(), 0);
    }
}

#[test]
fn signals_end_the_program_cleanly() {
    use rustix::process::Signal;
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT, Signal::USR1, Signal::USR2, Signal::ALARM] {
        let place = Place::new();
        let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
        terminal.wait_for("saved ■");
        terminal.press("t");
        terminal.wait_for("1/11");
        terminal.signal(signal);
        terminal.restored();
        let (_, out, _) = place.run("en", &["sessions"], "");
        assert!(out.contains("1 answer"), "{out}");
    }
}

#[test]
fn a_terminal_that_closes_without_a_signal_ends_the_program() {
    let place = Place::new();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    // The home screen has no ticks, so no frame fails either. The shell leads the session and swallows the signal.
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "trap '' HUP; \"$@\"; exit $?", "sh"]);
    command.arg(assert_cmd::cargo::cargo_bin("esprit"));
    command.args(["--lang", "en"]);
    command.env("ESPRIT_DATA_DIR", place.data());
    command.env("ESPRIT_CONFIG_DIR", place.config());
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut output = pair.master.try_clone_reader().unwrap();
    let mut parser = vt100::Parser::new(cells(24), cells(80), 0);
    let mut wait_for = |text: &str| {
        let mut buffer = [0; 4096];
        while !parser.screen().contents().contains(text) {
            let read = output.read(&mut buffer).unwrap();
            assert!(read > 0, "it ended before {text}");
            parser.process(&buffer[..read]);
        }
    };
    wait_for("(none yet)");
    drop((output, pair.master));
    let (send, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || send.send(child.wait().is_ok()));
    assert_eq!(ended.recv_timeout(PATIENCE), Ok(true), "it goes on without a terminal");
}

#[test]
fn a_window_of_any_size_works_and_can_grow_again() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "fr", (80, 24), &VISIT);
    terminal.wait_for("ACCUEIL");
    for (cols, rows) in [(1, 1), (39, 9), (200, 60)] {
        terminal.resize(cols, rows);
        terminal.press("t");
    }
    terminal.wait_for("En partie");
    terminal.resize(30, 8);
    terminal.wait_for("Agrandissez");
    // Keys are ignored while the window is too small.
    terminal.press("n");
    terminal.resize(60, 16);
    terminal.wait_for("Accueil 1/11");
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
}

#[test]
fn a_key_pressed_during_a_resize_is_handled_at_once() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    terminal.press("t");
    terminal.wait_for(" 1/11");
    for (round, key) in (2..).zip(["n", "y", "n", "y", "n"]) {
        terminal.resize(80 + round, 24);
        terminal.press(key);
        terminal.wait_for(&format!(" {round}/"));
    }
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
}

#[test]
fn a_second_window_on_one_visit_is_refused() {
    let place = Place::new();
    let mut first = Terminal::open(&place, "en", (80, 24), &VISIT);
    first.wait_for("saved ■");
    let (code, _, err) = place.run("en", &["resume", "--plain"], "y\n");
    assert_eq!(code, 1);
    assert!(err.contains("open in another window"), "{err}");
    let mut second = Terminal::open(&place, "en", (80, 24), &["resume"]);
    second.wait_for("open in another window");
    second.press("q");
    assert_eq!(second.restored(), 0);
    first.press("\u{3}\u{3}");
    assert_eq!(first.restored(), 0);
}

#[test]
fn pasted_text_is_typed() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    terminal.press("\u{1b}[200~nnn\u{1b}[201~c");
    terminal.wait_for("Note:");
    terminal.press("\u{1b}[200~a\u{1b}[31mb\u{1b}[201~");
    terminal.wait_for("b");
    terminal.press("\r");
    terminal.wait_for("saved ■");
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
    let (_, out, _) = place.run("en", &["sessions"], "");
    assert!(out.contains("no answer yet"), "{out}");
}

const PASTE: &str = include_str!("../fixtures/cases/paste.txt");

/// Returns the notes of the finished visits.
fn notes(place: &Place) -> Vec<String> {
    let mut notes = Vec::new();
    for path in place.sessions() {
        let session: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let rows = session["answers"].as_array().unwrap().clone();
        notes.extend(rows.iter().filter_map(|row| row["note"].as_str().map(str::to_owned)));
        assert!(rows.iter().all(|row| row["value"].is_null()), "{rows:?}");
    }
    notes
}

#[test]
fn a_paste_without_brackets_is_the_text_of_the_open_note() {
    for (lang, note, saved) in [("fr", "Note\u{a0}:", "enregistré ■"), ("en", "Note:", "saved ■")] {
        let place = Place::new();
        let mut terminal = Terminal::open(&place, lang, (80, 24), &VISIT);
        terminal.wait_for(saved);
        terminal.press("c");
        terminal.wait_for(note);
        // Terminals send the Enter key for a line break, some a line feed; `tmux paste-buffer` does the former.
        terminal.press(&PASTE.replace('\n', "\r"));
        terminal.wait_for("then finish");
        terminal.press("\u{1b}");
        terminal.wait("the closed note", |seen| !seen.parser.screen().contents().contains("then finish"));
        terminal.press("fff");
        terminal.wait("the end of the visit", |seen| seen.parser.screen().contents().contains(".json"));
        terminal.press("\u{11}");
        assert_eq!(terminal.restored(), 0);
        assert_eq!(notes(&place), [PASTE]);
    }
}

#[test]
fn a_paste_outside_text_does_nothing_and_keys_typed_ahead_do() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    terminal.press(&PASTE.replace('\n', "\r"));
    terminal.wait_for("Pasted text does nothing here");
    terminal.wait_for(" 0/11");
    // Without Enter among them, keys that come at once are keys.
    terminal.press("nynpxvxy");
    terminal.wait_for(" 8/8");
    terminal.press("cbusy\r");
    terminal.wait_for("saved ■");
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
    let (_, out, _) = place.run("en", &["sessions"], "");
    assert!(out.contains("8 answers"), "{out}");
}

#[test]
fn an_unfinished_escape_sequence_swallows_no_later_key() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    for start in ["\u{1b}[<", "\u{1b}[?", "\u{1b}[1;", "\u{1b}[200", "\u{1b}[200~"] {
        terminal.press(start);
        // It is dropped after half a second; keys that are pressed before go with it.
        terminal.press_until("?", "All the keys");
        terminal.press("\u{1b}");
        terminal.wait_for("saved ■");
    }
    terminal.press("n");
    terminal.wait_for(" 1/8");
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
}

#[test]
fn the_mouse_works_if_enabled() {
    let place = Place::new();
    std::fs::create_dir_all(place.config()).unwrap();
    std::fs::write(place.config().join("settings.json"), r#"{"mouse": true}"#).unwrap();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    // The third item is on the seventh row.
    terminal.press("\u{1b}[<0;30;7M\u{1b}[<0;30;7m");
    terminal.wait("the third item in front", |seen| {
        seen.parser.screen().rows(0, 80).nth(6).is_some_and(|row| row.starts_with(" ►"))
    });
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
}

#[test]
fn a_resize_at_startup_is_applied() {
    let place = Place::new();
    for round in 0..20 {
        let mut terminal = Terminal::open(&place, "en", (80, 24), &[]);
        terminal.wait("the first byte", |seen| !seen.bytes.is_empty());
        let (cols, rows) = (60 + 5 * round, 16 + round);
        terminal.resize(cols, rows);
        // The key hints are on the last row of the window, whatever its size.
        terminal.wait("the key hints on the last row", |seen| {
            let screen = seen.parser.screen();
            screen.rows(0, cols).nth(usize::from(rows) - 1).is_some_and(|row| row.contains("F1 help"))
        });
        terminal.press("q");
        assert_eq!(terminal.restored(), 0, "{cols}x{rows}");
    }
}

#[test]
fn a_stopped_program_restores_the_terminal_and_takes_it_again() {
    use rustix::process::{Signal, WaitOptions, waitpid};
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    let leaves = |seen: &Seen| count(seen, "\u{1b}[?1049l");
    for (round, (stop, key)) in (1..).zip([(Signal::TSTP, "n"), (Signal::STOP, "y")]) {
        terminal.signal(stop);
        let status = waitpid(Some(terminal.pid()), WaitOptions::UNTRACED).unwrap();
        assert!(status.is_some_and(|(_, status)| status.stopped()), "{stop:?}");
        // SIGSTOP cannot be caught, so only SIGTSTP restores the terminal.
        terminal.wait("the terminal given back", |seen| leaves(seen) == 1);
        let taken = count(&terminal.seen.0.lock().unwrap(), "\u{1b}[?1049h");
        terminal.signal(Signal::CONT);
        // Once when it stops and once when it continues; only the latter if the stop came from outside.
        let times = if stop == Signal::TSTP { 2 } else { 1 };
        terminal.wait("the terminal taken again", |seen| count(seen, "\u{1b}[?1049h") == taken + times);
        terminal.wait_for("saved ■");
        // Raw mode is on again.
        terminal.press(key);
        terminal.wait_for(&format!("Greeting {round}/"));
    }
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
}

#[test]
fn the_stop_key_returns_to_the_shell_and_the_visit_comes_back_painted() {
    let place = Place::new();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let program = assert_cmd::cargo::cargo_bin("esprit");
    let mut terminal = Terminal::spawn(&place, size, "bash", &["--norc", "-i"], &[]);
    terminal.press("PS1='shell> '\r");
    terminal.wait_for("shell> ");
    terminal.press(&format!("clear; {} {} --lang en\r", program.display(), VISIT.join(" ")));
    terminal.wait_for("saved ■");
    for (answered, stop) in (1..).zip(["\u{1a}", "c\u{1a}"]) {
        terminal.press(stop);
        terminal.wait("the shell", |seen| {
            let screen = seen.parser.screen();
            let said = screen.contents().contains("Stopped") && screen.contents().contains("type “fg” to come back");
            !screen.alternate_screen() && !screen.hide_cursor() && said
        });
        // The shell reads lines as ever.
        terminal.press("clear; fg\r");
        terminal.wait("the visit", |seen| {
            seen.parser.screen().alternate_screen() && seen.parser.screen().contents().contains("saved ■")
        });
        terminal.wait_for("To undo an answer, press U.");
        if stop.starts_with('c') {
            terminal.wait_for("Note:");
            terminal.press("\u{1b}");
            terminal.wait("the closed note", |seen| !seen.parser.screen().contents().contains("Note:"));
        }
        terminal.press(["n", "y"][answered - 1]);
        terminal.wait_for(&format!(" {answered}/8"));
    }
    terminal.press("\u{11}\u{11}");
    terminal.wait_for("shell> ");
    terminal.press("exit\r");
    terminal.child.wait().unwrap();
}

#[test]
fn a_terminal_that_was_set_to_lines_is_taken_again() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    let status =
        std::process::Command::new("stty").arg("-F").arg(terminal.master.tty_name().unwrap()).arg("sane").status();
    assert!(status.unwrap().success());
    terminal.wait("the terminal taken again", |seen| count(seen, "\u{1b}[?1049h") == 2);
    terminal.press("n");
    terminal.wait_for(" 1/8");
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
}

/// Returns how often an escape sequence was written.
fn count(seen: &Seen, sequence: &str) -> usize {
    String::from_utf8_lossy(&seen.bytes).matches(sequence).count()
}

#[test]
fn every_frame_is_one_synchronized_update() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    terminal.press("n");
    terminal.wait_for("Greeting 1/");
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
    let seen = terminal.seen.0.lock().unwrap();
    let (begun, ended) = (count(&seen, "\u{1b}[?2026h"), count(&seen, "\u{1b}[?2026l"));
    assert!(begun >= 2 && begun == ended, "{begun} begun, {ended} ended");
}

#[test]
fn the_first_frame_is_complete_on_a_terminal_left_by_a_killed_program() {
    let place = Place::new();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &VISIT);
    terminal.wait_for("saved ■");
    terminal.wait("a cleared screen before the first frame", |seen| {
        let text = String::from_utf8_lossy(&seen.bytes);
        let [other, cleared, frame] = ["\u{1b}[?1049h", "\u{1b}[2J", "\u{1b}[?2026h"].map(|part| text.find(part));
        other < cleared && cleared < frame && other.is_some()
    });
    terminal.press("\u{11}\u{11}");
    assert_eq!(terminal.restored(), 0);
}
