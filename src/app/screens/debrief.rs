//! The comparison of a practice visit with its reference answers: the differing items first, with details of the
//! selected one.

use crate::analysis::practice_debrief::{PracticeDebrief, debrief};
use crate::app::prelude::*;
use crate::visit::{Playback, Visit};

/// The comparison of a practice visit with its reference answers.
#[derive(Debug)]
pub struct DebriefScreen {
    /// The practice visit, which is over.
    pub visit: Visit,
    /// Its scenario.
    pub play: Playback,
    /// The comparison.
    pub debrief: PracticeDebrief,
    /// The cursor among the rows.
    pub cursor: ListCursor,
}

impl DebriefScreen {
    /// Compares a practice visit with its scenario.
    pub fn new(visit: Visit, play: Playback) -> Self {
        let debrief = debrief(&visit, &play);
        Self { visit, play, debrief, cursor: ListCursor::default() }
    }
}

impl Interactive for DebriefScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let step = match shared.keymap.command(Context::List, press) {
            Some(Command::Back) => return Go::Pop.into(),
            Some(Command::Open | Command::Right) => Command::Down,
            Some(Command::Left) => Command::Up,
            Some(command) => command,
            None => return Outcome::default(),
        };
        self.cursor.go(step, self.debrief.rows.len());
        Outcome::default()
    }

    fn click(&mut self, _shared: &mut Shared, target: Target, _now: &Moment) -> Outcome {
        if let Target::Row(row) = target {
            self.cursor.selected = row;
        }
        Outcome::default()
    }
}
