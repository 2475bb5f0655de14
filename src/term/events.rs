//! What the event loop waits for, and the signals that are part of it.

use crate::app::Message;
use crate::visit::Moment;
use ratatui::layout::Position;
use std::io;
use std::sync::mpsc::Sender;

/// Something that the event loop waits for.
#[derive(Debug)]
pub enum Event {
    /// Input for the application, with when it arrived.
    Input(Message, Moment),
    /// A click; what it means depends on what is drawn there.
    Click(Position, Moment),
    /// The window may have another size.
    Resize,
    /// A result from the disk or from a reading.
    Message(Message),
    /// The terminal must be given back and the program stopped, until it is continued.
    #[cfg(unix)]
    Suspend,
    /// The program was continued after a stop: the terminal is taken again.
    #[cfg(unix)]
    Continue,
    /// The program must end: the system asks for it, or the terminal is gone.
    End,
}

/// The system's signals, held back from now on.
#[cfg(unix)]
pub struct Signals(signal_hook::iterator::Signals);

#[cfg(unix)]
impl Signals {
    /// Holds them back until [`Signals::send`].
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn hold() -> io::Result<Self> {
        use signal_hook::consts as signal;
        // All that would end the program or stop it, as far as a program may handle them, and the window's size.
        let signals = [
            signal::SIGHUP,
            signal::SIGINT,
            signal::SIGQUIT,
            signal::SIGTERM,
            signal::SIGUSR1,
            signal::SIGUSR2,
            signal::SIGALRM,
            signal::SIGTSTP,
            signal::SIGCONT,
            signal::SIGWINCH,
        ];
        signal_hook::iterator::Signals::new(signals).map(Self)
    }

    /// Sends them as events, from a thread of its own.
    pub fn send(mut self, events: Sender<Event>) {
        use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
        std::thread::spawn(move || {
            for signal in self.0.forever() {
                let event = match signal {
                    SIGTSTP => Event::Suspend,
                    SIGCONT => Event::Continue,
                    SIGWINCH => Event::Resize,
                    _ => Event::End,
                };
                if events.send(event).is_err() {
                    break;
                }
            }
        });
    }
}

/// On other systems a closed window ends the input, and with it the event loop.
#[cfg(not(unix))]
pub struct Signals;

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same calls as on Unix")]
impl Signals {
    pub fn hold() -> io::Result<Self> {
        Ok(Self)
    }

    pub fn send(self, _: Sender<Event>) {}
}
