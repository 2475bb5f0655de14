//! Input on Windows: the events of its console, which are never unfinished.

use super::input::{Input, InputSource, without_altgr};
use crate::app::key::{Key, KeyPress};
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::io;
use std::time::Duration;

/// The console.
pub struct ConsoleInput;

impl InputSource for ConsoleInput {
    fn next(&mut self, at_most: Duration) -> io::Result<Option<Input>> {
        if event::poll(at_most)? { event::read().map(translate).map(Some) } else { Ok(None) }
    }
}

fn translate(event: Event) -> Input {
    match event {
        Event::Key(key) => key_press(key).map_or(Input::Other, Input::Key),
        Event::Paste(text) => Input::Paste(text),
        Event::Resize(..) => Input::Resize,
        Event::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(MouseButton::Left) => Input::Click(Position::new(column, row)),
            MouseEventKind::ScrollDown => Input::Wheel { down: true },
            MouseEventKind::ScrollUp => Input::Wheel { down: false },
            _ => Input::Other,
        },
        Event::FocusGained | Event::FocusLost => Input::Other,
    }
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
    Some(without_altgr(KeyPress { key, ctrl, alt }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_of_a_key_is_nothing() {
        assert_eq!(key_press(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL)), Some(KeyPress::ctrl('q')));
        let release = KeyEvent::new_with_kind(KeyCode::Char('o'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(key_press(release), None);
    }
}
