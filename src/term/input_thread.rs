//! The thread that reads the terminal.

use super::events::Event;
use super::input::read_input;
use crate::clock::Clock;
use std::sync::mpsc::Sender;

/// Sends what the terminal sends, stamped on arrival, from a thread of its own; at its end, [`Event::End`].
pub fn send_input(clock: Clock, events: Sender<Event>) {
    std::thread::spawn(move || {
        #[cfg(unix)]
        let mut source = super::tty_input::TtyInput::new(clock.clone());
        #[cfg(not(unix))]
        let mut source = super::console_input::ConsoleInput;
        read_input(&mut source, || clock.now(), |event| events.send(event).is_ok());
        // Nobody receives it where the program has ended already.
        let _ = events.send(Event::End);
    });
}
