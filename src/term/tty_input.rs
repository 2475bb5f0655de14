//! Input on Unix: the terminal's bytes, and the keys, pastes and clicks that they mean.
//!
//! termina's parser reads escape sequences. What it waits for in vain is dropped: a sequence that stays unfinished, or that
//! ends in a way it does not know, would otherwise swallow every later key.

use super::input::{Input, InputSource, without_altgr};
use crate::app::key::{Key, KeyPress};
use crate::clock::Clock;
use filedescriptor::{Error, POLLIN, poll, pollfd};
use ratatui::layout::Position;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use std::collections::VecDeque;
use std::io;
use std::os::fd::AsRawFd;
use std::time::Duration;
use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEvent, MouseEventKind};
use termina::{Event, Parser};

/// An escape sequence that stays unfinished is dropped after this time, in milliseconds.
const UNFINISHED_MS: u64 = 500;

/// The escape key sends what every sequence begins with; after this time it is the key, in milliseconds.
const ESCAPE_MS: u64 = 50;

const ESCAPE: u8 = 0x1b;
/// Begins a mouse report, and nothing else.
const MOUSE_START: &[u8] = b"\x1b[<";
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// Fewer bytes at once than this are typed, and do not keep an unfinished paste open.
const PASTED_BYTES: usize = 16;

/// The terminal that is standard input.
pub struct TtyInput {
    decoder: Decoder,
    clock: Clock,
}

impl TtyInput {
    pub fn new(clock: Clock) -> Self {
        Self { decoder: Decoder::default(), clock }
    }

    fn now_ms(&self) -> u64 {
        self.clock.now().clock_ms
    }
}

impl InputSource for TtyInput {
    fn next(&mut self, at_most: Duration) -> io::Result<Option<Input>> {
        let end_ms = self.now_ms().saturating_add(u64::try_from(at_most.as_millis()).unwrap_or(u64::MAX));
        loop {
            let now = self.now_ms();
            self.decoder.drop_overdue(now);
            if let Some(input) = self.decoder.input.pop_front() {
                return Ok(Some(input));
            }
            let until = self.decoder.overdue_at().map_or(end_ms, |overdue| overdue.min(end_ms));
            if let Some(bytes) = read_within(Duration::from_millis(until.saturating_sub(now)))? {
                let now = self.now_ms();
                self.decoder.decode(&bytes, now);
            } else if self.now_ms() >= end_ms && self.decoder.input.is_empty() {
                self.decoder.drop_overdue(end_ms);
                return Ok(self.decoder.input.pop_front());
            }
        }
    }
}

/// Reads what standard input has, or gets within this time.
///
/// # Errors
/// Fails if the terminal is gone.
fn read_within(wait: Duration) -> io::Result<Option<Vec<u8>>> {
    let stdin = rustix::stdio::stdin();
    // Where the system's `poll` knows no terminals, as on macOS, this one does.
    let ready = match poll(&mut [pollfd { fd: stdin.as_raw_fd(), events: POLLIN, revents: 0 }], Some(wait)) {
        Err(Error::Poll(error) | Error::Io(error)) if error.kind() == io::ErrorKind::Interrupted => 0,
        ready => ready.map_err(io::Error::other)?,
    };
    if ready == 0 {
        return Ok(None);
    }
    let mut bytes = vec![0; 4096];
    match rustix::io::read(stdin, &mut bytes) {
        Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(count) => {
            bytes.truncate(count);
            Ok(Some(bytes))
        }
        Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Turns bytes into input.
#[derive(Debug, Default)]
struct Decoder {
    parser: Parser,
    /// The bytes of a sequence, or of a character, that is not complete.
    pending: Vec<u8>,
    /// When its first byte came; for a paste, its last piece.
    since_ms: u64,
    input: VecDeque<Input>,
}

impl Decoder {
    fn decode(&mut self, bytes: &[u8], now_ms: u64) {
        self.drop_overdue(now_ms);
        if bytes.len() >= PASTED_BYTES && self.is_pasting() {
            self.since_ms = now_ms;
        }
        for &byte in bytes {
            // No control character is part of a sequence other than a paste; after a lone escape it has Alt.
            let is_sequence = !matches!(self.pending[..], [] | [ESCAPE]) && !self.is_pasting();
            if byte < b' ' && is_sequence || self.pending.starts_with(MOUSE_START) && !is_of_mouse(byte) {
                self.forget();
            }
            if self.pending.is_empty() {
                self.since_ms = now_ms;
            }
            self.pending.push(byte);
            self.parser.parse(&[byte], true);
            self.take_events();
            if is_complete(&self.pending) {
                self.forget();
            }
        }
    }

    fn take_events(&mut self) {
        while let Some(event) = self.parser.pop() {
            self.pending.clear();
            self.input.push_back(translate(event));
        }
    }

    fn forget(&mut self) {
        self.parser = Parser::default();
        self.pending.clear();
    }

    fn is_pasting(&self) -> bool {
        self.pending.starts_with(PASTE_START)
    }

    /// Returns when what is pending will have stayed unfinished too long.
    fn overdue_at(&self) -> Option<u64> {
        let patience = if self.pending == [ESCAPE] { ESCAPE_MS } else { UNFINISHED_MS };
        (!self.pending.is_empty()).then(|| self.since_ms.saturating_add(patience))
    }

    /// Drops what has stayed unfinished too long. A lone escape is the key; a paste without its end has its text.
    fn drop_overdue(&mut self, now_ms: u64) {
        if self.overdue_at().is_none_or(|overdue| overdue > now_ms) {
            return;
        }
        if self.is_pasting() {
            self.parser.parse(PASTE_END, true);
        } else {
            self.parser.parse(&[], false);
        }
        self.take_events();
        self.forget();
    }
}

/// Returns whether a byte can be part of a mouse report; any other one is a key, after a report that was cut off.
fn is_of_mouse(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b';' | b'M' | b'm')
}

/// Returns whether a control sequence has its last byte, although the parser knows no such sequence.
fn is_complete(pending: &[u8]) -> bool {
    let [ESCAPE, b'[', first, rest @ ..] = pending else { return false };
    let last = rest.last().unwrap_or(first);
    // The Linux console's function keys and the oldest mouse reports go on after such a byte.
    let goes_on = matches!(first, b'[' | b'M') || pending.starts_with(PASTE_START);
    !goes_on && (b'@'..=b'~').contains(last)
}

fn translate(event: Event) -> Input {
    match event {
        Event::Key(key) => match key_press(key) {
            Some(press) if press == KeyPress::ctrl('z') && has_shell() => {
                // As the terminal's own driver does: the signal comes back to this program, too.
                let _ = kill_current_process_group(Signal::TSTP);
                Input::Other
            }
            press => press.map_or(Input::Other, Input::Key),
        },
        Event::Paste(text) => Input::Paste(text),
        Event::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(MouseButton::Left) => Input::Click(Position::new(column, row)),
            MouseEventKind::ScrollDown => Input::Wheel { down: true },
            MouseEventKind::ScrollUp => Input::Wheel { down: false },
            _ => Input::Other,
        },
        _ => Input::Other,
    }
}

/// Returns whether a shell controls this job, and can continue it once it is stopped. Without one, as in a window that runs
/// the program alone, stopping would freeze it for good.
fn has_shell() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

fn key_press(event: KeyEvent) -> Option<KeyPress> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let key = match event.code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Escape => Key::Esc,
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
        KeyCode::Function(n) => Key::F(n),
        _ => return None,
    };
    let [ctrl, alt] = [Modifiers::CONTROL, Modifiers::ALT].map(|modifier| event.modifiers.contains(modifier));
    Some(without_altgr(KeyPress { key, ctrl, alt }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Returns the input that pieces of bytes mean, each piece this many milliseconds after the one before.
    fn decoded(pieces: &[(u64, &[u8])]) -> Vec<Input> {
        let (mut decoder, mut now) = (Decoder::default(), 0);
        for (after_ms, bytes) in pieces {
            now += after_ms;
            decoder.decode(bytes, now);
        }
        decoder.drop_overdue(now + UNFINISHED_MS);
        decoder.input.into()
    }

    fn typed(text: &str) -> Vec<Input> {
        text.chars().map(|c| Input::Key(Key::Char(c).into())).collect()
    }

    fn key(key: Key) -> Input {
        Input::Key(key.into())
    }

    #[test]
    fn keys_pastes_and_clicks_are_decoded() {
        let cases: [(&[u8], Input); 15] = [
            (b"\r", key(Key::Enter)),
            (b"\t", key(Key::Tab)),
            (b"\x7f", key(Key::Backspace)),
            (b"\x1b", key(Key::Esc)),
            (b"\x1b[A", key(Key::Up)),
            (b"\x1bOB", key(Key::Down)),
            (b"\x1b[Z", key(Key::BackTab)),
            (b"\x1b[3~", key(Key::Delete)),
            (b"\x1bOP", key(Key::F(1))),
            (b"\x1b[[A", key(Key::F(1))),
            (b"\x1b[12~", key(Key::F(2))),
            (b"\x11", Input::Key(KeyPress::ctrl('q'))),
            (b"\x1b\r", Input::Key(KeyPress { key: Key::Enter, ctrl: false, alt: true })),
            (b"\x1b[200~a\nb\x1b[201~", Input::Paste("a\nb".to_owned())),
            (b"\x1b[<0;30;7M", Input::Click(Position::new(29, 6))),
        ];
        for (bytes, input) in cases {
            assert_eq!(decoded(&[(0, bytes)]), std::slice::from_ref(&input), "{bytes:?}");
            // However the bytes are split.
            let mut pieces: Vec<(u64, &[u8])> = bytes.chunks(1).map(|byte| (10, byte)).collect();
            assert_eq!(decoded(&pieces), [input], "{bytes:?}");
            pieces.push((ESCAPE_MS, b"y"));
            assert_eq!(decoded(&pieces).last(), typed("y").last(), "{bytes:?}");
        }
        assert_eq!(decoded(&[(0, "é東".as_bytes())]), typed("é東"));
    }

    #[test]
    fn an_unfinished_sequence_swallows_no_later_key() {
        for start in
            ["\x1b[<", "\x1b[?", "\x1b[1;", "\x1b[200", "\x1b[", "\x1bO", "\x1b]", "\x1bP", "\x1b[M", "\x1b[<0;0"]
        {
            let got = decoded(&[(0, start.as_bytes()), (UNFINISHED_MS, b"y"), (10, b"n")]);
            assert_eq!(got, typed("yn"), "{start:?}");
        }
        // The text of a paste without its end is not lost; what is typed after it does not keep it open.
        let got = decoded(&[(0, b"\x1b[200~two "), (UNFINISHED_MS, b"y")]);
        assert_eq!(got, [vec![Input::Paste("two ".to_owned())], typed("y")].concat());
        let mut pieces: Vec<(u64, &[u8])> = vec![(0, b"\x1b[200~")];
        pieces.extend([(200, &b"y"[..]); 3]);
        assert_eq!(decoded(&pieces), [vec![Input::Paste("yy".to_owned())], typed("y")].concat());
        // A long one may take its time.
        let long: &[u8] = &[b'a'; 100];
        let pieces = [(0, PASTE_START), (300, long), (300, long), (300, long), (300, PASTE_END)];
        assert_eq!(decoded(&pieces), [Input::Paste("a".repeat(300))]);
    }

    #[test]
    fn a_sequence_of_another_kind_ends_with_its_last_byte() {
        for sequence in ["\x1b[?2026;2$y", "\x1b[?1;2q", "\x1b[<0;1;1m", "\x1b[1;2y", "\x1b[>0;1z"] {
            let got = decoded(&[(0, sequence.as_bytes()), (1, b"n")]);
            assert_eq!(got.last(), typed("n").last(), "{sequence:?}");
            assert!(
                got.iter().rev().skip(1).all(|input| !matches!(input, Input::Key(KeyPress { key: Key::Char(_), .. })))
            );
        }
        // Of a mouse report that is cut off, the next key is no part, however soon it comes.
        for start in ["\x1b[<", "\x1b[<0", "\x1b[<0;30;"] {
            assert_eq!(decoded(&[(0, start.as_bytes()), (1, b"y"), (1, b"n")]), typed("yn"), "{start:?}");
        }
        // A control character is a key, whatever was unfinished before it.
        for start in ["\x1b[<", "\x1b[?", "\x1b[1;"] {
            assert_eq!(decoded(&[(0, start.as_bytes()), (1, b"\x11")]), [Input::Key(KeyPress::ctrl('q'))], "{start:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_decoder(pieces in prop::collection::vec((0u64..800, prop::collection::vec(
            prop_oneof![any::<u8>(), prop::sample::select(b"\x1b[]OPM<?;:0123456789~ucm\\".to_vec())], 0..12)), 0..12)) {
            let pieces: Vec<(u64, Vec<u8>)> = pieces.into_iter()
                .map(|(ms, bytes)| (ms, bytes.into_iter().filter(|byte| *byte != 0x1a).collect())).collect();
            let mut all: Vec<(u64, &[u8])> = pieces.iter().map(|(ms, bytes)| (*ms, bytes.as_slice())).collect();
            // Whatever came before, half a second later keys are keys.
            all.push((UNFINISHED_MS + 1, b"yn"));
            let got = decoded(&all);
            prop_assert_eq!(&got[got.len() - 2..], &typed("yn")[..]);
        }
    }
}
