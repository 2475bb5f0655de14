//! The application in a pseudo-terminal: keys in, complete frames out.

use crate::program::Place;
use crate::running_program::PATIENCE;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Instant;

/// A screen, fed with a program's output.
pub struct Screen {
    parser: vt100::Parser,
}

/// The content of a complete frame of a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The number of answered items.
    pub answers: u64,
    /// Whether it shows that everything is on the disk.
    pub saved: bool,
}

impl Screen {
    pub fn new(cols: u16, rows: u16) -> Self {
        let cells = |count| NonZero::new(count).unwrap();
        Self { parser: vt100::Parser::new(cells(rows), cells(cols), 0) }
    }

    pub fn resize(&mut self, cols: u16, rows: u16) {
        let cells = |count| NonZero::new(count).unwrap();
        self.parser.screen_mut().set_size(cells(rows), cells(cols));
    }

    /// Parses bytes; returns the frame if they complete one of a visit.
    pub fn feed(&mut self, bytes: &[u8]) -> Option<Frame> {
        self.parser.process(bytes);
        // A frame is a synchronized update, so it is complete at the end of one.
        let ends = bytes.ends_with(b"\x1b[?2026l");
        let text = if ends { self.text() } else { return None };
        let (before, _) = text.split_once("/40")?;
        let answers = before.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
        Some(Frame { answers, saved: text.contains("saved ■") && !text.contains("Not saved") })
    }

    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }
}

/// What was seen so far.
pub struct WindowState {
    pub screen: Screen,
    pub bytes: Vec<u8>,
    pub last: Frame,
    /// The most answers that a frame showed as saved.
    pub most_saved: u64,
    over: bool,
    closing: bool,
}

/// A pseudo-terminal with the application; killed when dropped.
pub struct Window {
    seen: Arc<(Mutex<WindowState>, Condvar)>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    /// The terminal modes before the program changed them.
    pub modes_before: String,
}

impl Window {
    /// Opens a window of 80 columns and 24 rows, and starts a command in it, which is given the terminal's name.
    pub fn open(place: &Place, command: impl FnOnce(&str) -> Command) -> Self {
        let (cols, rows) = (80, 24);
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let name = pair.master.tty_name().unwrap();
        let modes_before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(in_window(place, &command(name.to_str().unwrap()))).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = Some(pair.master.take_writer().unwrap());
        let seen = WindowState {
            screen: Screen::new(cols, rows),
            bytes: Vec::new(),
            last: Frame::default(),
            most_saved: 0,
            over: false,
            closing: false,
        };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            loop {
                let read = output.read(&mut buffer).unwrap_or(0);
                let mut seen = shared.0.lock().unwrap();
                seen.feed(&buffer[..read]);
                seen.over = read == 0 || seen.closing;
                shared.1.notify_all();
                if seen.over {
                    return;
                }
            }
        });
        Self { seen, master: Some(pair.master), keys, child, modes_before }
    }

    pub fn press(&mut self, keys: &str) {
        if let Some(writer) = &mut self.keys {
            let _ = writer.write_all(keys.as_bytes()).and_then(|()| writer.flush());
        }
    }

    /// Waits until what was seen satisfies a condition or the program has ended. Returns whether it was satisfied.
    pub fn wait(&self, until: impl Fn(&WindowState) -> bool) -> bool {
        let seen = self.seen.0.lock().unwrap();
        let (seen, _) = self.seen.1.wait_timeout_while(seen, PATIENCE, |seen| !until(seen) && !seen.over).unwrap();
        until(&seen)
    }

    pub fn seen<T>(&self, what: impl Fn(&WindowState) -> T) -> T {
        what(&self.seen.0.lock().unwrap())
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        self.seen.0.lock().unwrap().screen.resize(cols, rows);
        if let Some(master) = &self.master {
            master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        }
    }

    pub fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.id()).ok().and_then(Pid::from_raw);
        let _ = kill_process(id.unwrap(), signal);
    }

    /// Returns the terminal modes: echo, canonical mode and the like.
    pub fn modes(&self) -> String {
        self.master.as_ref().map_or(String::new(), |master| modes(master.as_ref()))
    }

    /// Closes the window: the other end of the terminal has no holder any more.
    pub fn close(&mut self) {
        self.seen.0.lock().unwrap().closing = true;
        // The listener notices at the next output, or at its end.
        self.press("\u{1b}[B");
        let seen = self.seen.0.lock().unwrap();
        drop(self.seen.1.wait_timeout_while(seen, PATIENCE, |seen| !seen.over).unwrap());
        self.keys = None;
        self.master = None;
    }

    /// Waits for the end; returns the exit code, or `None` if it did not end by itself.
    pub fn end(&mut self) -> Option<u32> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status.exit_code());
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        None
    }

    /// Returns whether every mode that was switched on was switched off again.
    pub fn restored(&self) -> bool {
        let back = ["\u{1b}[?1049l", "\u{1b}[?2004l", "\u{1b}[?25h", "\u{1b}[?1000l"];
        self.wait(|seen| {
            let text = String::from_utf8_lossy(&seen.bytes);
            back.iter().all(|piece| text.contains(piece))
        })
    }
}

impl WindowState {
    fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        if let Some(frame) = self.screen.feed(bytes) {
            self.last = frame;
            if frame.saved {
                self.most_saved = self.most_saved.max(frame.answers);
            }
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn modes(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios())
}

/// Converts a command for the pseudo-terminal.
fn in_window(place: &Place, command: &Command) -> CommandBuilder {
    let mut builder = CommandBuilder::new(command.get_program());
    builder.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => builder.env(name, value),
            None => builder.env_remove(name),
        }
    }
    builder.env("TERM", "xterm-256color");
    builder.cwd(place.root());
    builder
}
