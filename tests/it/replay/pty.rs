//! The replay in the real program, driven by keys.

use super::{eventful, saved, visit};
use crate::pty::Terminal;
use crate::support::Place;

#[test]
fn a_replay_plays_to_its_end() {
    let place = Place::new();
    let path = saved(&place, &visit(&eventful()));
    let mut terminal = Terminal::open(&place, "en", (80, 24), &["replay", "0195", "--speed", "0.001"]);
    terminal.wait_for("playing ×0.001 ►");
    terminal.press(" ");
    terminal.wait_for("stopped ×0.001 ■");
    terminal.press("\u{1b}[C\u{1b}[C");
    terminal.wait_for("event 3/17");
    terminal.wait_for("mark · door");
    terminal.press("o");
    terminal.wait_for("as it happened");
    terminal.wait_for("(entered at 10:01:10)");
    terminal.press("o\u{1b}[F");
    terminal.wait_for("event 17/17");
    terminal.wait_for("end of the visit");
    // From the start again; only the clock takes it to the end.
    terminal.press("\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[A\u{1b}[A ");
    // It may be over before it was seen playing.
    terminal.wait_for("event 17/17");
    terminal.wait_for("stopped ×960 ■");
    terminal.press("\u{1b}");
    terminal.wait_for("R replay");
    terminal.press("\u{1b}");
    terminal.wait_for("New visit");
    terminal.press("q");
    assert_eq!(terminal.restored(), 0);
    // A file that cannot be trusted is played all the same; the exit code reports it at the end.
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("\"seal\":\"sha256:", "\"seal\":\"sha256:0")).unwrap();
    let mut terminal = Terminal::open(&place, "fr", (60, 16), &["replay", path.to_str().unwrap()]);
    terminal.wait_for("lecture ×1 ►");
    terminal.wait_for("sceau");
    terminal.press("\u{11}");
    assert_eq!(terminal.restored(), 1);
}
