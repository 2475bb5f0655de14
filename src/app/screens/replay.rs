//! A visit played back: the position of the replay, its speed, and its keys.
//!
//! What is shown at a moment is the domain's business, see [`crate::visit::replay`]; time comes in with every message.

use super::visit::VisitScreen;
use crate::app::interactive::Interactive;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Target;
use crate::app::outcome::{Go, Outcome};
use crate::app::payload::Record;
use crate::app::shared::{Notice, Shared};
use crate::visit::replay::{Order, Replay, ReplayStep};
use crate::visit::{Moment, Visit};
use std::sync::Arc;

/// The speeds that keys choose among; the command line may give any.
const SPEEDS: [f64; 9] = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 60.0, 240.0, 960.0];

/// How often a replay that plays is drawn, in milliseconds.
pub const FRAME_MS: u64 = 100;

/// More time than this between two frames went by unseen, and is not played, in milliseconds.
const UNSEEN_MS: u64 = 1_000;

/// A visit being played back.
#[derive(Debug)]
pub struct ReplayScreen {
    /// The visit that is played.
    pub record: Arc<Record>,
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
    /// The visit as it was at that moment.
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
    pub fn new(record: Arc<Record>, order: Order, speed: f64) -> Self {
        let whole = &record.visit;
        let replay = Replay::from_visit(whole);
        let then = replay.visit(whole, order, 1);
        let at = float(replay.start_ms());
        let screen = VisitScreen::default();
        Self { record, replay, order, at, played: 1, speed, playing: true, then, screen, items: None, seen_ms: None }
    }

    /// Returns the visit that is played, whole.
    #[must_use]
    pub fn whole(&self) -> &Visit {
        &self.record.visit
    }

    /// Returns the visit time reached, in whole milliseconds.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below 0; too much is the most")]
    pub fn at_ms(&self) -> u64 {
        self.at as u64
    }

    /// Returns the steps in the order chosen.
    #[must_use]
    pub fn steps(&self) -> &[ReplayStep] {
        self.replay.steps(self.order)
    }

    /// Returns the step just played.
    #[must_use]
    pub fn last(&self) -> Option<&ReplayStep> {
        self.steps().get(self.played.checked_sub(1)?)
    }

    /// Returns the number of the first step about an item, from 1.
    #[must_use]
    pub fn first_about(&self, item: usize) -> Option<usize> {
        let item_of = |step| self.whole().definition().position(self.item_of(step)?);
        self.steps().iter().position(|step| item_of(step) == Some(item)).map(|at| at + 1)
    }

    fn item_of(&self, step: &ReplayStep) -> Option<&str> {
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
        self.show(self.replay.steps_played(self.order, ms));
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
    pub fn play_on(&mut self, now: &Moment) {
        let before = self.seen_ms.replace(now.clock_ms).unwrap_or(now.clock_ms);
        if !self.playing {
            return;
        }
        let passed = now.clock_ms.saturating_sub(before).min(UNSEEN_MS);
        self.at = self.replay.advance(self.at, float(passed), self.speed);
        let played = self.replay.steps_played(self.order, self.at_ms()).max(self.played);
        if played > self.played {
            self.show(played);
        }
        self.playing = self.at < float(self.replay.end_ms());
    }

    /// Handles a command of the timeline.
    fn steer(&mut self, command: Command) {
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
            Command::Open => self.items = Some(ListCursor::at(self.screen.item)),
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

    /// Handles a command in the list of items; returns whether it could be done.
    fn choose(&mut self, command: Command) -> bool {
        let len = self.whole().definition().len();
        let Some(cursor) = &mut self.items else { return true };
        match command {
            Command::Open => {
                let item = cursor.selected;
                return self.jump_to(item);
            }
            Command::Back => self.items = None,
            _ => {
                cursor.go(command, len);
            }
        }
        true
    }

    /// Jumps to where an item first comes, and stops there; returns whether it comes at all.
    fn jump_to(&mut self, item: usize) -> bool {
        let Some(played) = self.first_about(item) else { return false };
        self.items = None;
        self.playing = false;
        self.go_to(played);
        true
    }
}

fn notify(shared: &mut Shared, is_done: bool) {
    shared.notice = (!is_done).then_some(Notice::Said("replay-nothing-about"));
}

impl Interactive for ReplayScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        self.play_on(now);
        match shared.keymap.command(self.context(), press) {
            Some(command) if self.items.is_some() => notify(shared, self.choose(command)),
            Some(Command::Back) => return Go::Pop.into(),
            Some(command) => self.steer(command),
            None => {}
        }
        Outcome::default()
    }

    /// Handles a click on a moment of the line or on an item.
    fn click(&mut self, shared: &mut Shared, target: Target, now: &Moment) -> Outcome {
        self.play_on(now);
        match (target, &mut self.items) {
            (Target::Time(ms), None) => self.go_to_time(ms),
            (Target::Row(row), Some(cursor)) if cursor.selected != row => cursor.selected = row,
            (Target::Row(row), _) => {
                notify(shared, self.jump_to(row));
                self.items = None;
            }
            _ => {}
        }
        Outcome::default()
    }

    fn context(&self) -> Context {
        if self.items.is_some() { Context::List } else { Context::Replay }
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a visit are far below 2^53")]
fn float(ms: u64) -> f64 {
    ms as f64
}
