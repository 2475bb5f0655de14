//! ratatui's terminal, with every frame as one synchronized write.

use crate::ui::{self, ClickMap, RenderContext};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// Collects bytes until they are written at once.
#[derive(Clone, Default)]
struct FrameBuffer(Rc<RefCell<Vec<u8>>>);

impl Write for FrameBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    /// Does nothing: ratatui flushes several times within a frame, and the frame is written as a whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl FrameBuffer {
    /// Writes what was collected.
    fn write_to(&self, out: &mut impl Write) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        out.write_all(&bytes)?;
        bytes.clear();
        out.flush()
    }
}

/// The terminal that frames are drawn on.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<FrameBuffer>>,
    frame: FrameBuffer,
    size: Size,
}

impl Screen {
    /// Creates it; nothing is drawn yet.
    ///
    /// # Errors
    /// Where the terminal does not say its size.
    pub fn new() -> io::Result<Self> {
        let frame = FrameBuffer::default();
        Ok(Self { terminal: Terminal::new(CrosstermBackend::new(frame.clone()))?, frame, size: Size::ZERO })
    }

    /// Returns the size of the last frame, which is what the user sees: the window may have changed since.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Draws a frame; returns what clicks mean on it.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn draw(&mut self, ctx: &RenderContext<'_>) -> io::Result<ClickMap> {
        let mut clicks = ClickMap::default();
        queue!(self.frame, BeginSynchronizedUpdate)?;
        self.size = self.terminal.draw(|frame| clicks = ui::render(ctx, frame))?.area.as_size();
        queue!(self.frame, EndSynchronizedUpdate)?;
        self.frame.write_to(&mut io::stdout().lock())?;
        Ok(clicks)
    }

    /// Forgets what is on the terminal, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// Where the terminal is gone.
    #[cfg(unix)]
    pub fn clear(&mut self) -> io::Result<()> {
        // `Terminal::clear` would ask the terminal where its cursor is, and the answer would go to the thread that reads keys.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }
}
