//! The training menu. Nothing started here counts in reports.

use crate::app::begin_visit::begin_guided;
use crate::app::prelude::*;

/// The training menu.
#[derive(Debug, Default)]
pub struct Training {
    /// The cursor among [`TrainingRow::ALL`].
    pub cursor: ListCursor,
}

/// A row of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrainingRow {
    /// The guided visit that teaches the keys.
    Keys,
    /// The presentation of a checklist to a class.
    Present,
    /// Practice on a scenario.
    Practise,
    /// The replay of a past visit.
    Replay,
    /// Calibration of a class.
    Class,
}

impl TrainingRow {
    /// All rows, from top to bottom.
    pub const ALL: [Self; 5] = [Self::Keys, Self::Practise, Self::Present, Self::Class, Self::Replay];

    /// Returns the message ids of its name and its description.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Keys => ("training-keys", "training-keys-what"),
            Self::Present => ("training-present", "training-present-what"),
            Self::Replay => ("training-replay", "training-replay-what"),
            Self::Practise => ("training-practise", "training-practise-what"),
            Self::Class => ("training-class", "training-class-what"),
        }
    }
}

impl Interactive for Training {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Some(command) = shared.keymap.command(Context::List, press) else { return Outcome::default() };
        let destination = match (command, TrainingRow::ALL.get(self.cursor.selected)) {
            (Command::Back, _) => return Go::Pop.into(),
            (Command::Open, Some(TrainingRow::Keys)) => return begin_guided(shared, now),
            (Command::Open, Some(TrainingRow::Present)) => Destination::Present(None),
            (Command::Open, Some(TrainingRow::Replay)) => Destination::Past { replays: true },
            (Command::Open, Some(TrainingRow::Practise)) => Destination::Scenarios { staged: None, speed: 1.0 },
            (Command::Open, Some(TrainingRow::Class)) => Destination::Class(None),
            _ => {
                self.cursor.go(command, TrainingRow::ALL.len());
                return Outcome::default();
            }
        };
        Go::Push(destination).into()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }
}
