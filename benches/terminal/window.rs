//! A program in a pseudo-terminal, and when its screen showed what.
//!
//! A thread stamps every read as it arrives; parsing comes after. A time ends with the read that made the screen show
//! what was expected, so no time contains parsing. A frame between `CSI ? 2026 h` and `CSI ? 2026 l` is checked when it
//! is complete, however its bytes were split.

use crate::folders::command;
use portable_pty::{MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Child;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use vt100::{Callbacks, Parser, Screen};

pub const COLUMNS: u16 = 80;
pub const ROWS: u16 = 24;

/// The longest wait for a screen.
const PATIENCE: Duration = Duration::from_secs(60);

/// The pause before each key, the same for every program.
pub const PACE: Duration = Duration::from_millis(5);

/// Whether a synchronized update is in progress.
#[derive(Default)]
struct Update(bool);

impl Callbacks for Update {
    fn unhandled_csi(&mut self, _: &mut Screen, _: Option<u8>, _: Option<u8>, params: &[&[u16]], c: char) {
        if params == [&[2026]] {
            self.0 = c == 'h';
        }
    }
}

/// A running program and its terminal.
pub struct Window {
    parser: Parser<Update>,
    reads: Receiver<(Instant, Vec<u8>)>,
    keys: Box<dyn Write + Send>,
    child: Child,
    _master: Box<dyn MasterPty + Send>,
    /// When the program was started, or the last key pressed.
    since: Instant,
    /// When the last read that was parsed had arrived.
    last: Instant,
}

impl Window {
    /// Starts a program in its own terminal. It does not become its controlling terminal: that would fork this process,
    /// which takes time that is not the program's. See [`leave_terminal`].
    pub fn open(folder: &Path, program: &str, args: &[&str]) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (send, reads) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(length @ 1..) = output.read(&mut buffer) {
                let arrived = Instant::now();
                // An update ends in this letter; the screen is looked at before what follows it in the same read.
                for piece in buffer.get(..length).unwrap_or_default().split_inclusive(|byte| *byte == b'l') {
                    let _ = send.send((arrived, piece.to_vec()));
                }
            }
        });
        let (rows, columns) = (NonZero::new(ROWS).unwrap(), NonZero::new(COLUMNS).unwrap());
        let parser = Parser::new_with_callbacks(rows, columns, 0, Update::default());
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let slave = rustix::fs::open(pair.master.tty_name().unwrap(), flags, Mode::empty()).unwrap();
        let mut command = command(folder, program, args);
        command.stdin(slave.try_clone().unwrap()).stdout(slave.try_clone().unwrap()).stderr(slave);
        let since = Instant::now();
        let child = command.spawn().unwrap();
        // The end of the program is seen only if its side of the terminal is closed here.
        drop((command, pair.slave));
        Self { parser, reads, keys, child, _master: pair.master, since, last: since }
    }

    /// Returns the screen as parsed so far.
    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Waits for a screen. Returns the time since the start or the last key.
    pub fn wait(&mut self, what: &str, expected: impl Fn(&Screen) -> bool) -> Duration {
        while self.parser.callbacks().0 || !expected(self.screen()) {
            let Ok((arrived, bytes)) = self.reads.recv_timeout(PATIENCE) else {
                panic!("waited for {what}:\n{}", self.screen().contents());
            };
            self.parser.process(&bytes);
            self.last = arrived;
        }
        self.last - self.since
    }

    /// Presses a key and waits for a screen that was not there before. Returns the time since the key.
    pub fn press(&mut self, key: &str, what: &str, expected: impl Fn(&Screen) -> bool) -> Duration {
        std::thread::sleep(PACE);
        while let Ok((_, bytes)) = self.reads.try_recv() {
            self.parser.process(&bytes);
        }
        assert!(!expected(self.screen()), "{what} is there before its key:\n{}", self.screen().contents());
        self.since = Instant::now();
        self.keys.write_all(key.as_bytes()).unwrap();
        self.wait(what, expected)
    }

    /// Returns the most memory that the program has held so far (`VmHWM`), in KiB.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let size = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix(" kB"));
        size.unwrap().trim().parse().unwrap()
    }

    /// Presses the keys that leave the program, and waits for its end.
    pub fn close(mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        while self.reads.recv_timeout(PATIENCE).is_ok() {}
        self.child.wait().unwrap();
    }
}

/// Leaves the terminal that the benchmark was started from, so that no program takes it for its own.
pub fn leave_terminal() {
    // This fails only for the leader of a process group; `cargo bench` does not start one.
    let _ = rustix::process::setsid();
}

/// Returns whether a row of the screen contains a text.
pub fn has(screen: &Screen, text: &str) -> bool {
    screen.rows(0, COLUMNS).any(|row| row.contains(text))
}
