//! A visit played back: where the replay stands, how fast it goes, and what keys do to it.
//!
//! What is shown at a moment is the domain's business, see [`crate::visit::replay`]; time comes in with every message.

use super::visit::VisitScreen;
use super::visit_details::VisitDetails;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::{Effect, Target};
use crate::app::model::{Model, Notice, Screen};
use crate::visit::replay::{Order, Replay, Step};
use crate::visit::{Moment, Visit};

/// The speeds that keys choose among; the command line may give any.
const SPEEDS: [f64; 9] = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 60.0, 240.0, 960.0];

/// How often a replay that plays is drawn, in milliseconds.
pub const FRAME_MS: u64 = 100;

/// More time than this between two frames went by unseen, and is not played, in milliseconds.
const UNSEEN_MS: u64 = 1_000;

/// A visit being played back.
#[derive(Debug)]
pub struct ReplayScreen {
    /// The visit's own screen, to go back to; it holds the visit, whole.
    pub behind: Box<VisitDetails>,
    /// The visit's steps.
    pub replay: Replay,
    /// In which order they are played.
    pub order: Order,
    /// The visit time reached, in milliseconds.
    pub at: f64,
    /// How many steps have been played.
    pub played: usize,
    /// How many times faster than the visit it plays; finite and above 0.
    pub speed: f64,
    /// Whether it plays.
    pub playing: bool,
    /// The visit as it stands there.
    pub then: Visit,
    /// Where the observer was in it: at the item of the last step that has one.
    pub screen: VisitScreen,
    /// The items to jump to, where they are open.
    pub items: Option<ListCursor>,
    /// The clock at the last frame.
    seen_ms: Option<u64>,
}

impl ReplayScreen {
    /// Starts at the beginning of a visit.
    #[must_use]
    pub fn new(behind: VisitDetails, order: Order, speed: f64) -> Self {
        let whole = &behind.record.visit;
        let replay = Replay::of(whole);
        let then = replay.visit(whole, order, 1);
        let at = float(replay.start_ms());
        let screen = VisitScreen::default();
        let behind = Box::new(behind);
        Self { behind, replay, order, at, played: 1, speed, playing: true, then, screen, items: None, seen_ms: None }
    }

    /// Returns the visit that is played, whole.
    #[must_use]
    pub fn whole(&self) -> &Visit {
        &self.behind.record.visit
    }

    /// Returns the visit time reached, in whole milliseconds.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below 0; too much is the most")]
    pub fn at_ms(&self) -> u64 {
        self.at as u64
    }

    /// Returns the steps in the order chosen.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        self.replay.steps(self.order)
    }

    /// Returns the step just played.
    #[must_use]
    pub fn last(&self) -> Option<&Step> {
        self.steps().get(self.played.checked_sub(1)?)
    }

    /// Returns the number of the first step about an item, from 1.
    #[must_use]
    pub fn first_about(&self, item: usize) -> Option<usize> {
        let id = &self.whole().definition().item(item).id;
        self.steps().iter().position(|step| self.item_of(step) == Some(id)).map(|at| at + 1)
    }

    fn item_of(&self, step: &Step) -> Option<&str> {
        self.whole().events().get(step.event)?.body.item()
    }

    /// Goes to where the first so many steps have just been played.
    fn go_to(&mut self, played: usize) {
        let played = played.clamp(1, self.steps().len().max(1));
        if let Some(step) = self.steps().get(played - 1) {
            self.at = float(step.at_ms);
            self.show(played);
        }
    }

    /// Goes to a visit time.
    fn go_to_time(&mut self, ms: u64) {
        self.at = float(ms);
        self.show(self.replay.played(self.order, ms));
    }

    /// Shows the visit as it stood after so many steps.
    fn show(&mut self, played: usize) {
        self.played = played;
        self.then = self.replay.visit(self.whole(), self.order, played);
        let mut recent = self.steps().iter().take(played).rev();
        let item = recent.find_map(|step| self.whole().definition().position(self.item_of(step)?));
        self.screen.item = item.unwrap_or(0);
    }

    /// Plays on by the time that went by since the last frame.
    fn play_on(&mut self, now: &Moment) {
        let before = self.seen_ms.replace(now.clock_ms).unwrap_or(now.clock_ms);
        if !self.playing {
            return;
        }
        let passed = now.clock_ms.saturating_sub(before).min(UNSEEN_MS);
        self.at = self.replay.after(self.at, float(passed), self.speed);
        let played = self.replay.played(self.order, self.at_ms()).max(self.played);
        if played > self.played {
            self.show(played);
        }
        self.playing = self.at < float(self.replay.end_ms());
    }

    fn press(&mut self, command: Command) {
        match command {
            Command::Play if !self.playing && self.at_ms() >= self.replay.end_ms() => {
                self.go_to(1);
                self.playing = true;
            }
            Command::Play => self.playing = !self.playing,
            Command::Up => {
                let faster = SPEEDS.into_iter().find(|speed| *speed > self.speed);
                self.speed = faster.unwrap_or(self.speed);
            }
            Command::Down => {
                let slower = SPEEDS.into_iter().rev().find(|speed| *speed < self.speed);
                self.speed = slower.unwrap_or(self.speed);
            }
            Command::Order => {
                self.order = self.order.other();
                self.go_to_time(self.at_ms());
            }
            Command::Open => self.items = Some(ListCursor { selected: self.screen.item, ..ListCursor::default() }),
            Command::First => self.go_to(1),
            Command::Left | Command::Right | Command::Last => {
                self.playing = false;
                self.go_to(match command {
                    Command::Left => self.played.saturating_sub(1),
                    Command::Right => self.played + 1,
                    _ => self.steps().len(),
                });
            }
            _ => {}
        }
    }

    /// Takes a command in the list of items; returns whether it could be done.
    fn choose(&mut self, command: Command) -> bool {
        let len = self.whole().definition().len();
        let Some(cursor) = &mut self.items else { return true };
        match command {
            Command::Open => {
                let item = cursor.selected;
                let Some(played) = self.first_about(item) else { return false };
                self.items = None;
                self.playing = false;
                self.go_to(played);
            }
            Command::Back => self.items = None,
            _ => {
                cursor.go(command, len);
            }
        }
        true
    }
}

/// Plays the visit that is looked at.
pub fn open(model: &mut Model) {
    let shown = model.shown();
    match std::mem::replace(shown, Screen::Home(super::home::Home::default())) {
        Screen::VisitDetails(session) => *shown = Screen::Replay(ReplayScreen::new(session, Order::default(), 1.0)),
        other => *shown = other,
    }
}

/// Takes in that time went by.
pub fn play_on(model: &mut Model, now: &Moment) {
    if let Screen::Replay(screen) = &mut model.screen {
        screen.play_on(now);
    }
}

/// Returns whether a frame is due soon without a key.
#[must_use]
pub fn plays(model: &Model) -> bool {
    matches!(&model.screen, Screen::Replay(screen) if screen.playing)
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    play_on(model, now);
    let Screen::Replay(screen) = &mut model.screen else { return Vec::new() };
    let context = if screen.items.is_some() { Context::List } else { Context::Replay };
    match model.keymap.command(context, press) {
        Some(command) if screen.items.is_some() => {
            let is_done = screen.choose(command);
            model.notice = (!is_done).then_some(Notice::Said("replay-nothing-about"));
        }
        Some(Command::Back) => leave(model),
        Some(command) => screen.press(command),
        None => {}
    }
    Vec::new()
}

/// Takes a click: on a moment of the line, on an item, or on a key.
pub fn pointed(model: &mut Model, target: Target, now: &Moment) -> Vec<Effect> {
    play_on(model, now);
    let Screen::Replay(screen) = &mut model.screen else { return Vec::new() };
    match (target, &mut screen.items) {
        (Target::Time(ms), None) => screen.go_to_time(ms),
        (Target::Row(row), Some(cursor)) if cursor.selected != row => cursor.selected = row,
        (Target::Row(row), items) => {
            *items = Some(ListCursor { selected: row, ..ListCursor::default() });
            let is_done = screen.choose(Command::Open);
            screen.items = None;
            model.notice = (!is_done).then_some(Notice::Said("replay-nothing-about"));
        }
        _ => {}
    }
    Vec::new()
}

fn leave(model: &mut Model) {
    match std::mem::replace(&mut model.screen, Screen::Home(super::home::Home::default())) {
        Screen::Replay(screen) => model.screen = Screen::VisitDetails(*screen.behind),
        other => model.screen = other,
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a visit are far below 2^53")]
fn float(ms: u64) -> f64 {
    ms as f64
}
