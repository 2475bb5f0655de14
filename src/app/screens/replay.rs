//! The replay of a visit: its position, its speed and its keys.
//!
//! The state at each moment comes from [`crate::visit::replay`]; the time comes with every message.

use super::visit::VisitScreen;
use crate::app::loaded_data::LoadedVisit;
use crate::app::prelude::*;
use crate::visit::Visit;
use crate::visit::replay::{Order, Replay, ReplayStep};
use std::sync::Arc;

/// The speeds that the keys select; the command line accepts any.
const SPEEDS: [f64; 9] = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 60.0, 240.0, 960.0];

/// The interval between frames of a running replay, in milliseconds.
pub const FRAME_MS: u64 = 100;

/// Longer times between frames count as this long, in milliseconds: the program was suspended then.
const UNSEEN_MS: u64 = 1_000;

/// The replay of a visit.
#[derive(Debug)]
pub struct ReplayScreen {
    /// The visit that is played.
    pub record: Arc<LoadedVisit>,
    /// The visit's steps.
    pub replay: Replay,
    /// The order of the steps.
    pub order: Order,
    /// The current visit time, in milliseconds.
    pub at: f64,
    /// The number of steps played.
    pub played: usize,
    /// The speed relative to the visit; finite and above 0.
    pub speed: f64,
    /// Whether the replay is running.
    pub playing: bool,
    /// The visit as it was at the current visit time.
    pub then: Visit,
    /// The visit screen at that time, on the item of the last step that has one.
    pub screen: VisitScreen,
    /// The cursor in the list of items to jump to, while it is open.
    pub items: Option<ListCursor>,
    /// The monotonic clock at the last frame, in milliseconds.
    seen_ms: Option<u64>,
}

impl ReplayScreen {
    /// Creates a replay at the beginning of a visit.
    pub fn new(record: Arc<LoadedVisit>, order: Order, speed: f64) -> Self {
        let whole = &record.visit;
        let replay = Replay::from_visit(whole);
        let then = replay.visit(whole, order, 1);
        let at = float(replay.start_ms());
        let screen = VisitScreen::default();
        Self { record, replay, order, at, played: 1, speed, playing: true, then, screen, items: None, seen_ms: None }
    }

    /// Returns the complete visit.
    pub fn whole(&self) -> &Visit {
        &self.record.visit
    }

    /// Returns the current visit time, in whole milliseconds.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "never negative, and the cast saturates"
    )]
    pub fn at_ms(&self) -> u64 {
        self.at as u64
    }

    /// Returns the steps in the current order.
    pub fn steps(&self) -> &[ReplayStep] {
        self.replay.steps(self.order)
    }

    /// Returns the last step played.
    pub fn last(&self) -> Option<&ReplayStep> {
        self.steps().get(self.played.checked_sub(1)?)
    }

    /// Returns the number of the first step about an item, from 1.
    pub fn first_about(&self, item: usize) -> Option<usize> {
        let item_of = |step| self.whole().definition().position(self.item_of(step)?);
        self.steps().iter().position(|step| item_of(step) == Some(item)).map(|at| at + 1)
    }

    fn item_of(&self, step: &ReplayStep) -> Option<&str> {
        self.whole().events().get(step.event)?.body.item()
    }

    /// Moves to the moment just after this many steps.
    fn go_to(&mut self, played: usize) {
        let played = played.clamp(1, self.steps().len().max(1));
        if let Some(step) = self.steps().get(played - 1) {
            self.at = float(step.at_ms);
            self.show(played);
        }
    }

    /// Stops at the moment just after this many steps.
    fn stop_at(&mut self, played: usize) {
        self.playing = false;
        self.go_to(played);
    }

    /// Moves to a visit time in milliseconds.
    fn go_to_time(&mut self, ms: u64) {
        self.at = float(ms);
        self.show(self.replay.steps_played(self.order, ms));
    }

    /// Shows the visit as it was after this many steps.
    fn show(&mut self, played: usize) {
        self.played = played;
        self.then = self.replay.visit(self.whole(), self.order, played);
        let mut recent = self.steps().iter().take(played).rev();
        let item = recent.find_map(|step| self.whole().definition().position(self.item_of(step)?));
        self.screen.item = item.unwrap_or(0);
    }

    /// Plays on by the time since the last frame.
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

    /// Handles a command of the replay.
    fn run_command(&mut self, command: Command) {
        let mut speeds = SPEEDS.into_iter();
        match command {
            Command::Play if !self.playing && self.at_ms() >= self.replay.end_ms() => {
                self.go_to(1);
                self.playing = true;
            }
            Command::Play => self.playing = !self.playing,
            Command::Up => self.speed = speeds.find(|speed| *speed > self.speed).unwrap_or(self.speed),
            Command::Down => self.speed = speeds.rfind(|speed| *speed < self.speed).unwrap_or(self.speed),
            Command::Order => {
                self.order = self.order.other();
                self.go_to_time(self.at_ms());
            }
            Command::Open => self.items = Some(ListCursor::at(self.screen.item)),
            Command::First => self.go_to(1),
            Command::Left => self.stop_at(self.played.saturating_sub(1)),
            Command::Right => self.stop_at(self.played + 1),
            Command::Last => self.stop_at(self.steps().len()),
            _ => {}
        }
    }

    /// Handles a command in the list of items. Returns whether it succeeded.
    fn choose(&mut self, command: Command) -> bool {
        let len = self.whole().definition().len();
        match (&mut self.items, command) {
            (Some(cursor), Command::Open) => {
                let item = cursor.selected;
                return self.jump_to(item);
            }
            (_, Command::Back) => self.items = None,
            (Some(cursor), _) => cursor.go(command, len),
            (None, _) => {}
        }
        true
    }

    /// Jumps to the first step about an item, and stops there. Returns whether there is one.
    fn jump_to(&mut self, item: usize) -> bool {
        let Some(played) = self.first_about(item) else { return false };
        self.items = None;
        self.stop_at(played);
        true
    }
}

fn notify(shared: &mut Shared, is_done: bool) {
    shared.notice = (!is_done).then_some(Notice::Text("replay-nothing-about"));
}

impl Interactive for ReplayScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        self.play_on(now);
        match shared.keymap.command(self.context(), press) {
            Some(command) if self.items.is_some() => notify(shared, self.choose(command)),
            Some(Command::Back) => return Go::Pop.into(),
            Some(command) => self.run_command(command),
            None => {}
        }
        Outcome::default()
    }

    /// Handles a click on the timeline or on an item.
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
