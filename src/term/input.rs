//! From what the terminal sends to what the application knows, stamped on arrival.

use super::{Incoming, Terminal};
use crate::app::Message;
use crate::app::key::{Key, KeyPress};
use crate::clock::Clock;
use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::Position;
use std::io::{self, IsTerminal};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Something that the terminal sent.
pub enum Event {
    /// A message for the application.
    Message(Message),
    /// A click; what it means depends on what was drawn there.
    Click(Position),
    /// The window has another size: columns and rows.
    Resize(u16, u16),
}

/// Takes input in, and paints what comes of it, on a thread of its own, until the terminal is gone or the program ends.
pub fn listen(clock: Clock, shared: Arc<Mutex<Terminal>>, send: Sender<Incoming>) {
    std::thread::spawn(move || {
        let _end = End(send);
        let mut more = false;
        while let Some(event) = read() {
            let mut now = clock.now();
            let Ok(mut terminal) = shared.lock() else { return };
            let mut next = Some(event);
            while let Some(event) = next {
                if translate(event).is_some_and(|event| terminal.input(event, now)) {
                    return;
                }
                // What came while a frame was drawn is taken in whole before the next one; a key that comes alone does
                // not wait until it is known that it does.
                next = if more && waits() { event::read().ok() } else { None };
                if next.is_some() {
                    now = clock.now();
                }
            }
            if terminal.paint(now).is_err() {
                return;
            }
            drop(terminal);
            more = waits();
        }
    });
}

/// Returns whether something is there to be read. On Unix the terminal library never says so without waiting; each key
/// of several that come together is then painted by itself.
fn waits() -> bool {
    event::poll(Duration::ZERO).is_ok_and(|more| more)
}

/// How often it is looked whether the terminal is still there.
const LOOK: Duration = Duration::from_secs(2);

/// Waits for what comes next; `None` where the terminal is gone.
///
/// A terminal that goes without a signal is always ready to be read and never gives anything: the terminal library
/// would read on for ever, as fast as it can.
fn read() -> Option<event::Event> {
    loop {
        if event::poll(LOOK).ok()? {
            return event::read().ok();
        }
        if !io::stdin().is_terminal() {
            return None;
        }
    }
}

/// Says at the end of its thread, however that comes, that the program ends too.
struct End(Sender<Incoming>);

impl Drop for End {
    fn drop(&mut self) {
        // Nobody is there to read it where the program has ended already.
        let _ = self.0.send(Incoming::End);
    }
}

fn translate(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) => press(key).map(|press| Event::Message(Message::Key(press))),
        event::Event::Paste(text) => Some(Event::Message(Message::Paste(text))),
        event::Event::Resize(width, height) => Some(Event::Resize(width, height)),
        event::Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(Position { x: mouse.column, y: mouse.row })),
            MouseEventKind::ScrollDown => Some(Event::Message(Message::Wheel { down: true })),
            MouseEventKind::ScrollUp => Some(Event::Message(Message::Wheel { down: false })),
            _ => None,
        },
        event::Event::FocusGained | event::Event::FocusLost => None,
    }
}

fn press(event: KeyEvent) -> Option<KeyPress> {
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
    // AltGr comes as both: what was typed is the character.
    let altgr = ctrl && alt && matches!(key, Key::Char(_));
    Some(KeyPress { key, ctrl: ctrl && !altgr, alt: alt && !altgr })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn altgr_is_the_character_and_releases_are_nothing() {
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(press(KeyEvent::new(KeyCode::Char('@'), both)), Some(Key::Char('@').into()));
        assert_eq!(press(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL)), Some(KeyPress::ctrl('q')));
        let release = KeyEvent::new_with_kind(KeyCode::Char('o'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(press(release), None);
    }
}
