//! The way into everything that is for practice: nothing done here counts in reports.

use crate::app::begin::begin_guided;
use crate::app::interactive::Interactive;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::outcome::{Destination, Go, Outcome};
use crate::app::shared::Shared;
use crate::visit::Moment;

/// The menu.
#[derive(Debug, Default)]
pub struct Training {
    /// The cursor among [`Row::ALL`].
    pub cursor: ListCursor,
}

/// A row of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The guided visit that teaches the keys.
    Keys,
    /// A checklist in front of a class.
    Present,
    /// Practice on a scenario.
    Practise,
    /// A past visit, played back.
    Replay,
    /// Calibration in class.
    Class,
}

impl Row {
    /// Every row, from top to bottom.
    pub const ALL: [Self; 5] = [Self::Keys, Self::Practise, Self::Present, Self::Class, Self::Replay];

    /// Returns the ids of its name, and of the sentence that says what it is for.
    #[must_use]
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
        if self.cursor.go(command, Row::ALL.len()) {
            return Outcome::default();
        }
        let destination = match (command, Row::ALL.get(self.cursor.selected)) {
            (Command::Back, _) => return Go::Pop.into(),
            (Command::Open, Some(Row::Keys)) => return begin_guided(shared, now),
            (Command::Open, Some(Row::Present)) => Destination::Present(None),
            (Command::Open, Some(Row::Replay)) => Destination::Past { replays: true },
            (Command::Open, Some(Row::Practise)) => Destination::Practise { staged: None, speed: 1.0 },
            (Command::Open, Some(Row::Class)) => Destination::Class(None),
            _ => return Outcome::default(),
        };
        Go::Push(destination).into()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }
}
