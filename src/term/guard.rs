//! Sets the terminal up, and restores it on every return, panic and signal.

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
#[cfg(unix)]
use crossterm::style::Print;
use crossterm::terminal::{self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute};
use std::io;

/// The terminal is taken over as long as this lives.
pub struct Guard {
    mouse: bool,
    /// Whether the terminal is taken over now.
    is_entered: bool,
}

impl Guard {
    /// Sets the terminal up.
    ///
    /// # Errors
    /// If the terminal does not respond.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            before(panic);
        }));
        let mut guard = Self { mouse, is_entered: false };
        guard.resume()?;
        Ok(guard)
    }

    /// Sets the terminal up again. Safe to call at any time; needed after a stop that could not be intercepted, which
    /// resets the terminal's modes.
    ///
    /// # Errors
    /// If the terminal does not respond.
    pub fn resume(&mut self) -> io::Result<()> {
        if self.is_entered {
            // crossterm believes that the mode is still on.
            terminal::disable_raw_mode()?;
        }
        terminal::enable_raw_mode()?;
        self.is_entered = true;
        // After a kill the terminal is still on the alternate screen, which must be cleared.
        execute!(io::stdout(), EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)?;
        if self.mouse {
            execute!(io::stdout(), EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Restores the terminal, says how to come back, stops the process as its signal does by default, and sets the terminal
    /// up again when the process is continued.
    ///
    /// # Errors
    /// If the system refuses.
    #[cfg(unix)]
    pub fn suspend(&mut self, how_back: &str) -> io::Result<()> {
        self.leave();
        execute!(io::stdout(), Print(how_back), Print("\r\n"))?;
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        self.resume()
    }

    /// Returns whether something else has set the terminal to read whole lines again, such as a shell that continues a
    /// stopped job, while this program has it in front.
    #[cfg(unix)]
    pub fn was_reset(&self) -> bool {
        use rustix::termios::{LocalModes, tcgetattr, tcgetpgrp};
        let terminal = rustix::stdio::stdin();
        let reads_lines = || tcgetattr(terminal).is_ok_and(|modes| modes.local_modes.contains(LocalModes::ICANON));
        let is_in_front = || tcgetpgrp(terminal).is_ok_and(|group| group == rustix::process::getpgrp());
        self.is_entered && reads_lines() && is_in_front()
    }

    /// Restores the terminal, once.
    pub fn leave(&mut self) {
        if std::mem::replace(&mut self.is_entered, false) {
            restore();
        }
    }

    /// Captures the mouse, or no more.
    ///
    /// # Errors
    /// Where the terminal does not answer.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
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

/// Restores the terminal. Errors are ignored: the terminal may be gone.
fn restore() {
    let _ = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, cursor::Show, LeaveAlternateScreen);
    let _ = terminal::disable_raw_mode();
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
            let _guard = Guard::enter(true).unwrap();
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
