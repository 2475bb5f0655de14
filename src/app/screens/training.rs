//! The way into everything that is for practice: nothing done here counts in reports.

use super::past::Past;
use super::{class, home, practise, present};
use crate::app::key::KeyPress;
use crate::app::keymap::Command;
use crate::app::keymap::Context;
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::visit::checklist::id_from;
use crate::visit::event::Observer;
use crate::visit::{Kind, Moment, Opening, Site};

/// The menu.
#[derive(Debug, Default)]
pub struct Training {
    /// Where the cursor stands among [`Row::ALL`].
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

/// Returns how a visit for training opens, at a site that is there for nothing else: its id, and what it is called.
pub(super) fn opening(model: &Model, site: &str, name: &str) -> Opening {
    let observer = model.settings.observer.as_deref().and_then(id_from);
    Opening {
        session: model.environment.next_session.clone(),
        kind: Kind::Training,
        site: Site { id: site.to_owned(), name: Some(name.to_owned()), group: None },
        observer: Observer { id: observer.unwrap_or_else(|| home::PRACTICE.to_owned()) },
        time_zone: model.environment.time_zone.clone(),
        remark: None,
        scenario: None,
        program: model.environment.program.clone(),
    }
}

/// Opens the menu.
pub fn open(model: &mut Model) -> Vec<Effect> {
    model.key_history = None;
    model.screen = Screen::Training(Training::default());
    Vec::new()
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let Screen::Training(screen) = &mut model.screen else { return Vec::new() };
    let Some(command) = model.keymap.command(Context::List, press) else { return Vec::new() };
    if screen.cursor.go(command, Row::ALL.len()) {
        return Vec::new();
    }
    match (command, Row::ALL.get(screen.cursor.selected)) {
        (Command::Back, _) => home::open(model),
        (Command::Open, Some(Row::Keys)) => home::choose(model, home::Row::Practice, now),
        (Command::Open, Some(Row::Present)) => present::open(model),
        (Command::Open, Some(Row::Replay)) => {
            model.screen = Screen::Past(Past { replays: true, ..Past::default() });
            vec![Effect::LoadPast]
        }
        (Command::Open, Some(Row::Practise)) => practise::open(model),
        (Command::Open, Some(Row::Class)) => class::open(model),
        _ => Vec::new(),
    }
}
