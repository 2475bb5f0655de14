//! What the event loop waits for, and the threads that send it.

use crate::app::Message;
use crate::app::key::{Key, KeyPress};
use crate::clock::Clock;
use crate::visit::Moment;
use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::io::{self, IsTerminal};
use std::sync::mpsc::Sender;
use std::time::Duration;

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

/// How often it is checked whether the terminal is still there.
const TERMINAL_CHECK: Duration = Duration::from_secs(2);

/// Starts to listen, so that no change of the window's size is missed from here on.
///
/// # Errors
/// Where the terminal cannot be read.
pub fn prepare() -> io::Result<()> {
    // The first poll installs crossterm's handler for a changed size; what came before it would be lost.
    event::poll(Duration::ZERO).map(|_| ())
}

/// Sends what the terminal sends, stamped on arrival, from a thread of its own; at its end, [`Event::End`].
pub fn send_input(clock: Clock, events: Sender<Event>) {
    std::thread::spawn(move || {
        while let Some(event) = read() {
            if translate(event, clock.now()).is_some_and(|event| events.send(event).is_err()) {
                return;
            }
        }
        // Nobody receives it where the program has ended already.
        let _ = events.send(Event::End);
    });
}

/// Waits for the next event; `None` where the terminal is gone.
///
/// A terminal that goes without a signal is always ready to be read and never sends anything: crossterm would read on
/// for ever, as fast as it can.
fn read() -> Option<event::Event> {
    loop {
        if event::poll(TERMINAL_CHECK).ok()? {
            return event::read().ok();
        }
        if !io::stdin().is_terminal() {
            return None;
        }
    }
}

fn translate(event: event::Event, now: Moment) -> Option<Event> {
    let message = match event {
        event::Event::Key(key) => Message::Key(key_press(key)?),
        event::Event::Paste(text) => Message::Paste(text),
        event::Event::Resize(..) => return Some(Event::Resize),
        event::Event::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(MouseButton::Left) => return Some(Event::Click(Position::new(column, row), now)),
            MouseEventKind::ScrollDown => Message::Wheel { down: true },
            MouseEventKind::ScrollUp => Message::Wheel { down: false },
            _ => return None,
        },
        event::Event::FocusGained | event::Event::FocusLost => return None,
    };
    Some(Event::Input(message, now))
}

fn key_press(event: KeyEvent) -> Option<KeyPress> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let key = match event.code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(n) => Key::F(n),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    // AltGr arrives as both: what was typed is the character.
    let altgr = ctrl && alt && matches!(key, Key::Char(_));
    Some(KeyPress { key, ctrl: ctrl && !altgr, alt: alt && !altgr })
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
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
        signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT]).map(Self)
    }

    /// Sends them as events, from a thread of its own.
    pub fn send(mut self, events: Sender<Event>) {
        use signal_hook::consts::{SIGCONT, SIGTSTP};
        std::thread::spawn(move || {
            for signal in self.0.forever() {
                let event = match signal {
                    SIGTSTP => Event::Suspend,
                    SIGCONT => Event::Continue,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn altgr_is_the_character_and_releases_are_nothing() {
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(key_press(KeyEvent::new(KeyCode::Char('@'), both)), Some(Key::Char('@').into()));
        assert_eq!(key_press(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL)), Some(KeyPress::ctrl('q')));
        let release = KeyEvent::new_with_kind(KeyCode::Char('o'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(key_press(release), None);
    }
}
