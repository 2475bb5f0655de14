//! The desktop around the terminal: its clipboard and its file manager.

use crossterm::clipboard::CopyToClipboard;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Copies a text to the clipboard: through the terminal, and with the system's own program where it has one, because
/// many terminals there ignore what they are sent. Nothing tells whether a terminal obeyed.
pub fn copy(text: &str) {
    // A terminal that cannot be written to is reported by the next frame.
    let _ = crossterm::execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text));
    if cfg!(windows) {
        // `clip` takes UTF-16 with a mark of its byte order for what it is, and anything else for an old code page.
        let bytes = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes);
        pipe("clip.exe", &bytes.collect::<Vec<u8>>());
    } else if cfg!(target_os = "macos") {
        pipe("pbcopy", text.as_bytes());
    }
}

/// Runs a program with this input; one that is missing is no error.
fn pipe(program: &str, input: &[u8]) {
    let child = quiet(program).stdin(Stdio::piped()).spawn();
    if let Ok(mut child) = child {
        // Dropped after writing, so that the program sees the end of its input.
        let _ = child.stdin.take().map(|mut stdin| stdin.write_all(input));
        let _ = child.wait();
    }
}

/// Shows a folder in the system's file manager. Returns whether there was one to ask. Without a desktop `xdg-open` would
/// start a program in this terminal, so it is not asked.
pub fn open_folder(folder: &Path) -> bool {
    let Ok(folder) = std::path::absolute(folder) else { return false };
    let run = |program: &str| quiet(program).arg(&folder).status();
    if cfg!(windows) {
        // It ends with 1 even where the folder opened.
        return run("explorer.exe").is_ok();
    }
    if cfg!(target_os = "macos") {
        return run("open").is_ok_and(|status| status.success());
    }
    let has_desktop =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    has_desktop && run("xdg-open").is_ok_and(|status| status.success())
}

/// Returns a program that can neither read from this terminal nor write to it.
fn quiet(program: &str) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}
