//! From the start to the first screen, and what many saved visits change about it.

use crate::figures::{Peak, Times};
use crate::ground::{Ground, MANY_SESSIONS, Place};
use crate::keys::{is_vim_there, open_vim};
use crate::machine::Rivals;
use crate::window::{Window, has};
use std::time::Instant;
use vt100::Screen;

const STARTS: usize = 60;
const READINGS: usize = 5;

/// The start with one data folder.
#[derive(Default)]
pub struct Start {
    /// Until the first screen is there.
    pub shown: Times,
    /// Until it says what the newest visits are.
    pub recent: Times,
}

#[derive(Default)]
pub struct Starts {
    pub empty: Start,
    pub many: Start,
    pub vim: Option<Times>,
    /// From the key that opens the past visits until all of them are read.
    pub past: Times,
    pub past_memory: Peak,
    pub home_memory: Peak,
}

pub fn measure(ground: &Ground, rivals: &Rivals) -> Starts {
    let (empty, many) = (ground.place("empty"), ground.place("many"));
    let newest = many.keep_many_sessions();
    let mut starts = Starts { vim: rivals.vim.as_ref().map(|_| Times::default()), ..Starts::default() };
    for _ in 0..STARTS {
        starts.home_memory.add(start(ground, &empty, "(none yet)", &mut starts.empty));
        if let Some(times) = &mut starts.vim {
            let mut window = open_vim(ground);
            times.add(window.wait("vim", is_vim_there) - window.started);
            window.close(Some(":q!\r"));
        }
        start(ground, &many, &newest, &mut starts.many);
    }
    for _ in 0..READINGS {
        let mut window = home(ground, &many).0;
        window.wait("the newest visits", |screen| has(screen, &newest));
        for row in ["► New visit", "► Past visits"] {
            window.press("\u{1b}[B", row, |screen| has(screen, row));
        }
        let all = format!("{MANY_SESSIONS} of {MANY_SESSIONS}");
        let (_, time) = window.press("\r", "all past visits", |screen| has(screen, &all) && !has(screen, "…"));
        starts.past.add(time);
        starts.past_memory.add(window.peak_kib());
        window.close(Some("\u{11}"));
    }
    starts
}

/// Starts the program; gives when its first screen was whole.
fn home(ground: &Ground, place: &Place) -> (Window, Instant) {
    let mut window = ground.esprit(place, &[]);
    let whole = |screen: &Screen| has(screen, "New visit") && has(screen, "Help: all the keys") && has(screen, "F1");
    let shown = window.wait("the first screen", whole);
    (window, shown)
}

fn start(ground: &Ground, place: &Place, newest: &str, start: &mut Start) -> Option<u64> {
    let (mut window, shown) = home(ground, place);
    start.shown.add(shown - window.started);
    start.recent.add(window.wait("the newest visits", |screen| has(screen, newest)) - window.started);
    let memory = window.peak_kib();
    window.close(Some("q"));
    memory
}
