//! The terminal: events in, frames out. The only module that names crossterm.
//!
//! One thread owns the state. Input, disk, readings and signals send events over one channel; the event loop takes all
//! that are there, updates the model, draws once, and then hands the effects on. No key ever waits for the disk.

#[cfg(not(unix))]
mod console_input;
mod desktop;
mod event_loop;
mod events;
mod frame;
mod guard;
mod input;
mod input_thread;
#[cfg(unix)]
mod tty_input;

pub use event_loop::{Start, run};

/// Returns the size of the terminal: columns and rows.
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

/// Returns how many colours the terminal has, as far as it says so.
pub fn colours() -> String {
    match crossterm::style::available_color_count() {
        u16::MAX => "16777216".to_owned(),
        count => count.to_string(),
    }
}
