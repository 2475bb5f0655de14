//! Takes the terminal over, and gives it back as it was: on every return, panic and signal.

use super::Incoming;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, queue};
use std::io;
use std::sync::mpsc::Sender;

/// The terminal is taken over as long as this lives.
pub struct Guard {
    mouse: bool,
    /// The terminal was given back.
    left: bool,
}

impl Guard {
    /// Takes the terminal over; what it is to be told goes before the first frame, in the same write.
    pub fn enter(mouse: bool, bytes: &mut Vec<u8>) -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            leave();
            before(panic);
        }));
        terminal::enable_raw_mode()?;
        let guard = Self { mouse, left: false };
        queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
        if mouse {
            queue!(bytes, EnableMouseCapture)?;
        }
        Ok(guard)
    }

    /// Returns the terminal back, once.
    pub fn leave(&mut self) {
        if !std::mem::replace(&mut self.left, true) {
            leave();
        }
    }

    /// Listens to the mouse, or no more.
    pub fn mouse(&mut self, on: bool) -> io::Result<()> {
        if on != self.mouse {
            self.mouse = on;
            if on {
                execute!(io::stdout(), EnableMouseCapture)?;
            } else {
                execute!(io::stdout(), DisableMouseCapture)?;
            }
        }
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Returns the terminal back. Where it is gone there is nobody to tell.
fn leave() {
    let _ = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, cursor::Show, LeaveAlternateScreen);
    let _ = terminal::disable_raw_mode();
}

/// The system's requests to end, held back from now on.
#[cfg(unix)]
pub struct Signals(signal_hook::iterator::Signals);

#[cfg(unix)]
impl Signals {
    /// Holds them back until somebody listens.
    pub fn hold() -> io::Result<Self> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]).map(Self)
    }

    /// Ends the loop in an orderly way at the first of them.
    pub fn listen(mut self, send: Sender<Incoming>) {
        std::thread::spawn(move || {
            for _ in self.0.forever() {
                if send.send(Incoming::End).is_err() {
                    break;
                }
            }
        });
    }
}

/// On other systems a closed window ends the input, and with it the loop.
#[cfg(not(unix))]
pub struct Signals;

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as where there are signals")]
impl Signals {
    pub fn hold() -> io::Result<Self> {
        Ok(Self)
    }

    pub fn listen(self, _: Sender<Incoming>) {}
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::Read;

    /// Runs itself once more in a pseudo-terminal, where it panics.
    #[test]
    fn a_panic_gives_the_terminal_back_before_it_is_told() {
        const INSIDE: &str = "ESPRIT_TEST_PANIC";
        if std::env::var_os(INSIDE).is_some() {
            let mut bytes = Vec::new();
            let _guard = Guard::enter(true, &mut bytes).unwrap();
            io::Write::write_all(&mut io::stdout(), &bytes).unwrap();
            panic!("on purpose");
        }
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args([
            "--exact",
            "term::guard::tests::a_panic_gives_the_terminal_back_before_it_is_told",
            "--nocapture",
        ]);
        command.env(INSIDE, "1");
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut bytes = Vec::new();
        // The other end of a pseudo-terminal closes with an error.
        let _ = pair.master.try_clone_reader().unwrap().read_to_end(&mut bytes);
        assert!(!child.wait().unwrap().success());
        let text = String::from_utf8_lossy(&bytes);
        let at = |piece: &str| text.find(piece).unwrap_or_else(|| panic!("no {piece:?} in {text:?}"));
        let told = at("on purpose");
        for back in ["\u{1b}[?1049l", "\u{1b}[?2004l", "\u{1b}[?1000l", "\u{1b}[?25h"] {
            assert!(at("\u{1b}[?1049h") < at(back) && at(back) < told, "{back:?} in {text:?}");
        }
    }
}
