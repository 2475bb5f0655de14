//! The text editor used for all typed text: notes, the cover page, single lines.

use super::key::{Key, KeyPress};
use super::keymap::{Command, Context, Keymap};
use crate::text::clean::is_hostile;
use ratatui_textarea::{CursorMove, Input, Key as InputKey, TextArea, WrapMode};

/// A text being edited.
#[derive(Clone, Debug)]
pub struct TextInput {
    area: TextArea<'static>,
    one_line: bool,
}

impl TextInput {
    /// Creates an input for a single line, with the cursor at its end.
    pub fn line(text: &str) -> Self {
        Self::new(text, true)
    }

    /// Creates an input for a single line whose text is selected: what is typed replaces it.
    pub fn selected(text: &str) -> Self {
        let mut input = Self::line(text);
        if !text.is_empty() {
            input.area.select_all();
        }
        input
    }

    /// Creates an input for several lines, with the cursor at the end.
    pub fn page(text: &str) -> Self {
        Self::new(text, false)
    }

    fn new(text: &str, one_line: bool) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(if one_line { WrapMode::None } else { WrapMode::WordOrGlyph });
        area.set_cursor_line_style(ratatui::style::Style::default());
        // The terminal's own cursor is shown instead.
        area.set_cursor_style(ratatui::style::Style::default());
        area.set_selection_style(ratatui::style::Style::default().reversed());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, one_line }
    }

    /// Returns the text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Returns whether it is a single line.
    pub fn is_one_line(&self) -> bool {
        self.one_line
    }

    /// Returns whether the text is empty or only white space.
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Handles a key press. Returns whether the text changed.
    pub fn press(&mut self, press: KeyPress) -> bool {
        let key = match press.key {
            Key::Char(c) if is_hostile(c) => return false,
            Key::Char(c) => InputKey::Char(c),
            Key::Enter if self.one_line => return false,
            Key::Enter => InputKey::Enter,
            Key::Backspace => InputKey::Backspace,
            Key::Delete => InputKey::Delete,
            Key::Up => InputKey::Up,
            Key::Down => InputKey::Down,
            Key::Left => InputKey::Left,
            Key::Right => InputKey::Right,
            Key::Home => InputKey::Home,
            Key::End => InputKey::End,
            Key::PageUp => InputKey::PageUp,
            Key::PageDown => InputKey::PageDown,
            Key::Esc | Key::Tab | Key::BackTab | Key::F(_) => return false,
        };
        self.area.input(Input { key, ctrl: press.ctrl, alt: press.alt, shift: false })
    }

    /// Handles a key press in a single line. Returns [`Command::Keep`] or [`Command::Back`] if it ends the input.
    pub fn update(&mut self, keymap: &Keymap, press: KeyPress) -> Option<Command> {
        let command = keymap.command(Context::Typing, press);
        let end = command.filter(|command| matches!(command, Command::Keep | Command::Back));
        if end.is_none() {
            self.press(press);
        }
        end
    }

    /// Inserts pasted text. Hostile characters are removed; in a single line, line breaks become spaces.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = if self.one_line { crate::text::clean(&text) } else { crate::text::clean_lines(&text) };
        !text.is_empty() && self.area.insert_str(text)
    }

    /// Returns the editor, for rendering.
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }
}
