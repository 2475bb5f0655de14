//! ratatui's terminal, a frame a write.

use crate::ui::{self, Drawn, View};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use std::io::{self, Stdout, Write};

pub struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
}

pub struct FrameWriter {
    out: Stdout,
    bytes: Vec<u8>,
}

const END: &[u8] = b"\x1b[?2026l";

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.bytes.ends_with(END) {
            return Ok(());
        }
        let mut out = self.out.lock();
        out.write_all(&self.bytes)?;
        out.flush()?;
        self.bytes.clear();
        Ok(())
    }
}

impl Screen {
    pub fn new() -> io::Result<Self> {
        let writer = FrameWriter { out: io::stdout(), bytes: Vec::with_capacity(16 << 10) };
        Ok(Self { terminal: Terminal::new(CrosstermBackend::new(writer))? })
    }

    pub fn size(&self) -> (u16, u16) {
        self.terminal.size().map_or((80, 24), |size| (size.width, size.height))
    }

    pub fn draw(&mut self, view: &View<'_>) -> io::Result<Drawn> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let mut drawn = Drawn::default();
        self.terminal.draw(|frame| {
            drawn = ui::draw(view, frame.buffer_mut());
            if let Some(cursor) = drawn.cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        Ok(drawn)
    }
}
