//! Takes the terminal over, and gives it back as it was: on every return, panic and signal.

use super::Incoming;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute};
use std::io;
use std::sync::mpsc::Sender;

/// The terminal is taken over as long as this lives.
pub struct Guard {
    mouse: bool,
}

impl Guard {
    /// Takes the terminal over.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            leave();
            before(panic);
        }));
        terminal::enable_raw_mode()?;
        let mut guard = Self { mouse: false };
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        guard.mouse(mouse)?;
        Ok(guard)
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
        leave();
    }
}

/// Gives the terminal back. Where it is gone there is nobody to tell.
fn leave() {
    let _ = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, cursor::Show, LeaveAlternateScreen);
    let _ = terminal::disable_raw_mode();
}

/// Ends the loop in an orderly way when the system asks the program to end.
#[cfg(unix)]
pub fn listen_for_signals(send: &Sender<Incoming>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    let send = send.clone();
    std::thread::spawn(move || {
        for _ in signals.forever() {
            if send.send(Incoming::End).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// On other systems a closed window ends the input, and with it the loop.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as where there are signals")]
pub fn listen_for_signals(_: &Sender<Incoming>) -> io::Result<()> {
    Ok(())
}
