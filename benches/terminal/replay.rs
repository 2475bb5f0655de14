//! A visit of 5,000 events played back: how soon it is there, and how long it takes to be anywhere in it.
//!
//! In the real program, from key to picture, beside `vim` going from one end to the other of the timeline that
//! `esprit show` prints of the same visit. And in one thread, without a terminal: what a jump to any moment, a frame
//! while it plays, and the change of order take from the message to the cells.

use crate::figures::Times;
use crate::ground::{Ground, MANY_EVENTS};
use crate::machine::Rivals;
use crate::window::{Window, has, row_has};
use esprit::app::message::{Message, Record};
use esprit::app::screens::replay::ReplayScreen;
use esprit::app::screens::session::{From, SessionScreen};
use esprit::app::{Machine, Model, Screen, Target, update};
use esprit::store::{Settings, sessions};
use esprit::text::{Lang, Texts};
use esprit::ui::{self, Look, Sheet, View};
use esprit::visit::replay::Order;
use esprit::visit::{Moment, Visit};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const STARTS: usize = 20;
const ROUNDS: usize = 50;
const JUMPS: u64 = 1_000;

#[derive(Default)]
pub struct Replays {
    /// From the start of the program until the visit is there.
    pub opened: Times,
    /// From the key to the other end.
    pub ends: Times,
    /// The same in `vim`.
    pub vim: Option<Times>,
    /// To any moment, in both orders.
    pub jumps: Times,
    /// A tenth of a second of playing at 60 times the visit's pace.
    pub frames: Times,
    /// From one order to the other.
    pub orders: Times,
}

pub fn measure(ground: &Ground, rivals: &Rivals) -> Replays {
    let place = ground.place("replay");
    let session = place.keep_long_session();
    let mut replays = Replays { vim: rivals.vim.as_ref().map(|_| Times::default()), ..Replays::default() };
    let args = ["replay", session.to_str().unwrap(), "--speed", "0.001"];
    for _ in 0..STARTS {
        let mut window = ground.esprit(&place, &args);
        replays.opened.add(window.wait("the replay", is_at(1)) - window.started);
        window.close(Some("\u{11}"));
    }
    let mut window = ground.esprit(&place, &args);
    window.wait("the replay", is_at(1));
    for _ in 0..ROUNDS {
        for (key, place) in [("\u{1b}[F", MANY_EVENTS), ("\u{1b}[H", 1)] {
            replays.ends.add(window.press(key, "the other end", is_at(place)).1);
        }
    }
    window.close(Some("\u{11}"));
    if let Some(times) = &mut replays.vim {
        let text = ground.path().join("timeline");
        fs::write(&text, timeline(&session)).unwrap();
        let mut window = Window::open(ground.command("vim", &["-u", "NONE", text.to_str().unwrap()]));
        let there = |word: &'static str| move |screen: &vt100::Screen| has(screen, word);
        window.wait("vim", there("start of the visit"));
        for _ in 0..ROUNDS {
            for (key, word) in [("G", "end of the visit"), ("1G", "start of the visit")] {
                times.add(window.press(key, word, there(word)).1);
            }
        }
        window.close(Some(":q!\r"));
    }
    inside(&session, &mut replays);
    replays
}

fn is_at(step: usize) -> impl Fn(&vt100::Screen) -> bool {
    let place = format!("event {step}/{MANY_EVENTS} ");
    move |screen| (10..24).any(|row| row_has(screen, row, &place))
}

/// Gives the timeline that the program prints of a visit.
fn timeline(session: &Path) -> String {
    let mut show = Command::new(env!("CARGO_BIN_EXE_esprit"));
    let output = show.arg("show").arg(session).args(["--lang", "en"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> =
        text.lines().skip_while(|line| !line.contains("start of the visit")).take(MANY_EVENTS).collect();
    assert!(lines.last().unwrap().contains("end of the visit"));
    lines.join("\n") + "\n"
}

/// The application without a terminal.
struct Inside {
    model: Model,
    texts: Texts,
    sheet: Sheet,
    now: Moment,
}

impl Inside {
    /// Sends a message and draws; gives how long both took.
    fn send(&mut self, message: Message, times: &mut Times) {
        let began = Instant::now();
        update(&mut self.model, message, &self.now);
        self.sheet.clear();
        let look = Look { theme: self.model.settings.theme, glyphs: self.model.settings.glyphs };
        ui::draw(&View { model: &self.model, texts: &self.texts, look, now: self.now }, &mut self.sheet);
        // All rows, which is more than the program does.
        std::hint::black_box(self.sheet.buffer());
        times.add(began.elapsed());
    }
}

fn inside(session: &Path, replays: &mut Replays) {
    let read = sessions::read_session(session).unwrap();
    let visit = Visit::from_events(read.definition, read.events).unwrap();
    let (wall, end) = visit.state().last_time().unwrap();
    let mut model = Model::new(Lang::En, Settings::default(), Machine::default(), Vec::new());
    let record = Record { visit, path: None, doubt: None, play: None };
    let behind = SessionScreen::new(record, From::Home, 0);
    model.screen = Screen::Replay(ReplayScreen::new(behind, Order::Recorded, 60.0));
    let mut inside =
        Inside { model, texts: Texts::new(Lang::En), sheet: Sheet::new((80, 24)), now: Moment { wall, clock_ms: 0 } };
    for _ in 0..JUMPS {
        inside.now.clock_ms += 100;
        inside.send(Message::Frame, &mut replays.frames);
    }
    let key = |key: char| Message::Key(esprit::app::key::Key::Char(key).into());
    for jump in 0..JUMPS {
        // Far apart, and everywhere in turn.
        let at = (jump * 7_919 % JUMPS) * end / JUMPS;
        inside.send(Message::Pointed(Target::Time(at)), &mut replays.jumps);
        if jump % 10 == 0 {
            inside.send(key('o'), &mut replays.orders);
        }
    }
}
