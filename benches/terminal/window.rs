//! A program in a pseudo-terminal, and when it showed what.
//!
//! Every read is stamped as it arrives, on a thread that does nothing else; only then is it parsed. A time ends with
//! the read that made the screen as expected, so that the cost of parsing is in no figure.

use portable_pty::{MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use vt100::{Parser, Screen};

pub const COLUMNS: u16 = 80;
pub const ROWS: u16 = 24;

/// Nothing that is waited for takes this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long every program is left alone before a key, so that none is measured while it is warm from the key before.
const PACE: Duration = Duration::from_millis(5);

pub struct Window {
    parser: Parser,
    reads: Receiver<(Instant, Vec<u8>)>,
    keys: Box<dyn Write + Send>,
    child: Child,
    _master: Box<dyn MasterPty + Send>,
    /// Just before the program was started.
    pub started: Instant,
    /// When the last read that was parsed had arrived.
    last: Instant,
}

impl Window {
    /// Starts a program in a terminal of its own. It is started without copying this one first, which would be in every
    /// program's time; it finds its terminal by what it reads and writes, for this one has none: see [`alone`].
    pub fn open(mut command: Command) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (send, reads) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(length @ 1..) = output.read(&mut buffer) {
                let arrived = Instant::now();
                let bytes = buffer.get(..length).unwrap_or_default().to_vec();
                if send.send((arrived, bytes)).is_err() {
                    return;
                }
            }
        });
        let parser = Parser::new(NonZero::new(ROWS).unwrap(), NonZero::new(COLUMNS).unwrap(), 0);
        // Without the flag it would become this program's own.
        let slave = rustix::fs::open(
            pair.master.tty_name().unwrap(),
            OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC,
            Mode::empty(),
        )
        .unwrap();
        command.stdin(slave.try_clone().unwrap()).stdout(slave.try_clone().unwrap()).stderr(slave);
        let started = Instant::now();
        let child = command.spawn().unwrap();
        // Its own ends of the terminal are the program's alone, or its going would not be seen.
        drop((command, pair.slave));
        Self { parser, reads, keys, child, _master: pair.master, started, last: started }
    }

    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Waits until the screen is as expected; gives when the read that made it so arrived.
    pub fn wait(&mut self, what: &str, expected: impl Fn(&Screen) -> bool) -> Instant {
        while !expected(self.parser.screen()) {
            let Ok((arrived, bytes)) = self.reads.recv_timeout(PATIENCE) else {
                panic!("waited for {what}:\n{}", self.screen().contents());
            };
            self.take(arrived, &bytes);
        }
        self.last
    }

    /// Presses a key, and waits until the screen is as expected, which it is not before; gives how long that took.
    pub fn press(&mut self, key: &str, what: &str, expected: impl Fn(&Screen) -> bool) -> (Instant, Duration) {
        std::thread::sleep(PACE);
        while let Ok((arrived, bytes)) = self.reads.try_recv() {
            self.take(arrived, &bytes);
        }
        assert!(!expected(self.screen()), "{what} is there before its key:\n{}", self.screen().contents());
        let pressed = Instant::now();
        self.keys.write_all(key.as_bytes()).unwrap();
        (pressed, self.wait(what, expected) - pressed)
    }

    fn take(&mut self, arrived: Instant, bytes: &[u8]) {
        self.parser.process(bytes);
        self.last = arrived;
    }

    /// Gives the most memory that the program has held so far, in KiB, where the system says so.
    pub fn peak_kib(&self) -> Option<u64> {
        let path = Path::new("/proc").join(self.child.id().to_string()).join("status");
        let status = std::fs::read_to_string(path).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }

    /// Presses the keys that leave the program, and waits for its end; without any, ends it.
    pub fn close(mut self, keys: Option<&str>) {
        match keys {
            Some(keys) => self.keys.write_all(keys.as_bytes()).unwrap(),
            None => self.child.kill().unwrap(),
        }
        // What it still says must be read, or it would wait for a reader.
        while self.reads.recv_timeout(PATIENCE).is_ok() {}
        self.child.wait().unwrap();
    }
}

/// Gives up the terminal that this program was started from, so that no program measured takes that for its own.
pub fn alone() {
    // It fails only where a shell has started this one itself, as the first of a group; `cargo bench` does not.
    let _ = rustix::process::setsid();
}

/// Tells whether a row of the screen has a text.
pub fn row_has(screen: &Screen, row: usize, text: &str) -> bool {
    screen.rows(0, COLUMNS).nth(row).is_some_and(|row| row.contains(text))
}

/// Tells whether the screen has a text.
pub fn has(screen: &Screen, text: &str) -> bool {
    screen.rows(0, COLUMNS).any(|row| row.contains(text))
}
