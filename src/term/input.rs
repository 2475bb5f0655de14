//! What a terminal sends, and which keys came as a burst: faster than a person types.
//!
//! Keys are stamped as they are read, on a thread that does nothing else. Those that can be read without waiting, and those
//! that follow within [`BURST_GAP`], came at once; whether they are a paste is decided where they are handled.

use crate::app::key::{Key, KeyPress};
use crate::app::{Message, burst};
use crate::term::events::Event;
use crate::visit::Moment;
use ratatui::layout::Position;
use std::io;
use std::time::Duration;

/// Keys that come closer together than this are typed by no person.
const BURST_GAP: Duration = Duration::from_millis(5);

/// How long a look for input lasts. What was typed while a look took longer, because the program was stopped or the
/// machine was busy or asleep, waited to be read: it is no burst.
const LOOK_MS: u64 = 500;
const LOOK: Duration = Duration::from_millis(LOOK_MS);

/// How much longer than that a look may take by itself, in milliseconds.
const SLACK_MS: u64 = 100;

/// The most keys that are one burst: pastes are shorter, and what has no end must not be collected for ever.
const MAX_BURST: usize = 1_000_000;

/// Something that a terminal sends.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    Key(KeyPress),
    Paste(String),
    /// The mouse wheel, downwards or not.
    Wheel {
        down: bool,
    },
    Click(Position),
    /// The window may have another size; on Unix a signal says so.
    #[cfg(not(unix))]
    Resize,
    /// Something that is not used, such as the release of a key.
    Other,
}

/// A terminal to read from.
pub trait InputSource {
    /// Waits for input for at most this long; `None` if there was none.
    ///
    /// # Errors
    /// Fails if the terminal is gone.
    fn next(&mut self, at_most: Duration) -> io::Result<Option<Input>>;
}

/// Reads until the terminal is gone, and sends each input with its moment, and a burst that looks like a paste as one;
/// ends earlier if `send` returns `false`.
pub fn read_input(source: &mut impl InputSource, now: impl Fn() -> Moment, mut send: impl FnMut(Event) -> bool) {
    let mut looked = now();
    loop {
        let Ok(first) = source.next(LOOK) else { return };
        let at = now();
        let look_ms = at.clock_ms.saturating_sub(looked.clock_ms);
        looked = at;
        let Some(first) = first else { continue };
        let together = read_burst(source, &now, (first, at));
        looked = now();
        let was_waiting = look_ms <= LOOK_MS + SLACK_MS;
        let is_open = match pasted_keys(&together).filter(|_| was_waiting) {
            Some(keys) => send(Event::Input(Message::Burst(keys), looked)),
            None => together.into_iter().filter_map(event).all(&mut send),
        };
        if !is_open {
            return;
        }
    }
}

/// Reads what comes at once, after the first input, until the terminal is gone.
fn read_burst(
    source: &mut impl InputSource,
    now: &impl Fn() -> Moment,
    first: (Input, Moment),
) -> Vec<(Input, Moment)> {
    let mut together = vec![first];
    // A single key is never held back, nor is a key by a mouse that moves.
    let mut wait = Duration::ZERO;
    while together.len() < MAX_BURST
        && let Ok(Some(input)) = source.next(wait)
    {
        wait = if matches!(input, Input::Key(_)) { BURST_GAP } else { Duration::ZERO };
        together.push((input, now()));
    }
    together
}

/// Returns the keys that came at once, if they look like a paste.
fn pasted_keys(together: &[(Input, Moment)]) -> Option<Vec<KeyPress>> {
    let used = together.iter().filter(|(input, _)| *input != Input::Other);
    let key = |(input, _): &(Input, Moment)| if let Input::Key(press) = input { Some(*press) } else { None };
    let keys: Vec<KeyPress> = used.map(key).collect::<Option<_>>()?;
    burst::is_paste(&keys).then_some(keys)
}

fn event((input, now): (Input, Moment)) -> Option<Event> {
    let message = match input {
        Input::Key(press) => Message::Key(press),
        Input::Paste(text) => Message::Paste(text),
        Input::Wheel { down } => Message::Wheel { down },
        Input::Click(at) => return Some(Event::Click(at, now)),
        #[cfg(not(unix))]
        Input::Resize => return Some(Event::Resize),
        Input::Other => return None,
    };
    Some(Event::Input(message, now))
}

/// Returns the key of a character typed with `AltGr`, which arrives as Ctrl and Alt; any other key as it is.
pub fn without_altgr(press: KeyPress) -> KeyPress {
    let is_altgr = press.ctrl && press.alt && matches!(press.key, Key::Char(_));
    if is_altgr { press.key.into() } else { press }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visit::Stamp;
    use std::cell::Cell;
    use std::collections::VecDeque;

    /// What a terminal sends, each with the milliseconds after the one before, and how much later it can be read. The clock
    /// goes on only while it is waited for.
    struct Script<'a> {
        clock: &'a Cell<u64>,
        input: VecDeque<(u64, u64, Input)>,
    }

    impl InputSource for Script<'_> {
        fn next(&mut self, at_most: Duration) -> io::Result<Option<Input>> {
            let at_most = u64::try_from(at_most.as_millis()).unwrap();
            let (after_ms, _, _) = self.input.front_mut().ok_or(io::ErrorKind::UnexpectedEof)?;
            let waited = at_most.min(*after_ms);
            *after_ms -= waited;
            self.clock.set(self.clock.get() + waited);
            if *after_ms > 0 {
                return Ok(None);
            }
            let arrived = self.input.pop_front();
            Ok(arrived.map(|(_, stalled_ms, input)| {
                self.clock.set(self.clock.get() + stalled_ms);
                input
            }))
        }
    }

    /// Returns what is sent for texts that are typed, each text at once, after the milliseconds before it; the first key
    /// of a text can be read only after its stall.
    fn sent(texts: &[(u64, u64, &str)]) -> Vec<String> {
        let clock = Cell::new(0);
        let wall = Stamp::parse("2026-03-01T10:00:00.000+01:00").unwrap();
        let mut input = VecDeque::new();
        for (after_ms, stalled_ms, text) in texts {
            for (at, c) in text.chars().enumerate() {
                let key = Input::Key(if c == '\r' { Key::Enter } else { Key::Char(c) }.into());
                input.push_back(if at == 0 { (*after_ms, *stalled_ms, key) } else { (0, 0, key) });
            }
        }
        let mut sent = Vec::new();
        read_input(
            &mut Script { clock: &clock, input },
            || Moment { wall, clock_ms: clock.get() },
            |event| {
                sent.push(match event {
                    Event::Input(Message::Burst(keys), _) => format!("{} at once", keys.len()),
                    Event::Input(Message::Key(KeyPress { key: Key::Char(c), .. }), at) => format!("{c}{}", at.clock_ms),
                    Event::Input(Message::Key(_), at) => format!("Enter{}", at.clock_ms),
                    other => format!("{other:?}"),
                });
                true
            },
        );
        sent
    }

    #[test]
    fn a_key_is_sent_when_it_is_read() {
        assert_eq!(sent(&[(90, 0, "y"), (60, 0, "n"), (1700, 0, "\r")]), ["y90", "n150", "Enter1850"]);
        // Quick fingers, and keys without Enter among them, are no paste.
        assert_eq!(sent(&[(90, 0, "ynp")]), ["y90", "n90", "p90"]);
        assert_eq!(sent(&[(90, 0, "busy\r")]).len(), 5, "Enter at the end");
        assert_eq!(sent(&[(90, 0, "a long line without end")]).len(), 23);
    }

    #[test]
    fn keys_that_come_at_once_with_enter_among_them_are_one() {
        assert_eq!(sent(&[(90, 0, "yes\rno")]), ["6 at once"]);
        // A paste may come in pieces, as long as nobody types as fast.
        assert_eq!(sent(&[(90, 0, "yes\r"), (4, 0, "no"), (5, 0, "x")]), ["7 at once"]);
        assert_eq!(sent(&[(90, 0, "yes"), (6, 0, "\rno")]), ["y90", "e90", "s90", "Enter96", "n96", "o96"]);
        assert_eq!(sent(&[(30, 0, "y"), (30, 0, "\r"), (30, 0, "n"), (30, 0, "o")]).len(), 4, "typed fast");
    }

    #[test]
    fn keys_typed_while_the_program_could_not_read_are_keys() {
        let text = "cbusy\ryny";
        assert_eq!(sent(&[(90, 0, text)]), ["9 at once"]);
        for (after_ms, stalled_ms) in [(90, 3_000), (5_090, 800), (90, 600)] {
            assert_eq!(sent(&[(after_ms, stalled_ms, text)]).len(), 9, "{after_ms} {stalled_ms}");
        }
        // The stall is over: what comes at once now is a paste.
        assert_eq!(sent(&[(90, 3_000, "y"), (700, 0, text)]), ["y3090", "9 at once"]);
    }

    #[test]
    fn altgr_is_the_character() {
        let press = |key, ctrl, alt| KeyPress { key, ctrl, alt };
        assert_eq!(without_altgr(press(Key::Char('@'), true, true)), Key::Char('@').into());
        for other in [press(Key::Char('q'), true, false), press(Key::Enter, false, true), press(Key::Up, true, true)] {
            assert_eq!(without_altgr(other), other);
        }
    }
}
