//! From one frame to the next: only the cells that changed, in one write.

use crate::ui::{self, Drawn, View};
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::io::{self, Write};

/// What is on the terminal, and what will be.
pub struct Screen {
    shown: Buffer,
    next: Buffer,
    bytes: Vec<u8>,
    cursor: Option<Position>,
    /// Nothing of what is shown can be relied on.
    stale: bool,
}

impl Screen {
    /// Starts on a terminal of so many columns and rows.
    pub fn new(size: (u16, u16)) -> Self {
        let empty = Buffer::empty(area(size));
        let bytes = Vec::with_capacity(16 << 10);
        Self { shown: empty.clone(), next: empty, bytes, cursor: None, stale: true }
    }

    /// Goes on with another number of columns and rows.
    pub fn resize(&mut self, size: (u16, u16)) {
        let bytes = std::mem::take(&mut self.bytes);
        *self = Self { bytes, ..Self::new(size) };
    }

    /// Gives what is written before the next frame.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// Draws the next frame, and makes the bytes that bring the terminal to it; they wait for [`Screen::show`].
    pub fn draw(&mut self, view: &View<'_>) -> io::Result<Drawn> {
        self.next.reset();
        let drawn = ui::draw(view, &mut self.next);
        let mut cleared = false;
        if self.stale {
            queue!(self.bytes, Hide, Clear(ClearType::All))?;
            self.shown.reset();
            self.stale = false;
            cleared = true;
        }
        let mut cells = self.shown.diff_iter(&self.next).peekable();
        let changed = cells.peek().is_some();
        if changed {
            CrosstermBackend::new(&mut self.bytes).draw(cells)?;
        }
        if changed || cleared || drawn.cursor != self.cursor {
            match drawn.cursor {
                Some(Position { x, y }) => queue!(self.bytes, MoveTo(x, y), Show)?,
                None => queue!(self.bytes, Hide)?,
            }
            self.cursor = drawn.cursor;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(drawn)
    }

    /// Writes what was drawn, in one write.
    pub fn show(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(&self.bytes)?;
        out.flush()?;
        self.bytes.clear();
        Ok(())
    }
}

fn area((width, height): (u16, u16)) -> Rect {
    Rect { x: 0, y: 0, width, height }
}
