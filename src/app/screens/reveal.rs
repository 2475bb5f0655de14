//! A practice beside its reference: the items that differ first, and all there is to know of the one in front.

use super::practise;
use super::visit_details::VisitDetails;
use crate::analysis::reveal::{Reveal, reveal};
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::visit::{Play, Visit};

/// The screen.
#[derive(Debug)]
pub struct RevealScreen {
    /// The practice, which is over.
    pub visit: Visit,
    /// Its scenario.
    pub play: Play,
    /// How the two compare.
    pub reveal: Reveal,
    /// Where the cursor stands among the rows.
    pub cursor: ListCursor,
    /// The past visit that it was opened from; without one, it was just finished.
    pub from: Option<Box<VisitDetails>>,
}

impl RevealScreen {
    /// Holds a practice against its scenario.
    #[must_use]
    pub fn new(visit: Visit, play: Play, from: Option<Box<VisitDetails>>) -> Self {
        let reveal = reveal(&visit, &play);
        Self { visit, play, reveal, cursor: ListCursor::default(), from }
    }
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Reveal(screen) = &mut model.screen else { return Vec::new() };
    match model.keymap.command(Context::List, press) {
        Some(Command::Back) => match screen.from.take() {
            Some(session) => model.screen = Screen::VisitDetails(*session),
            None => return practise::open(model),
        },
        Some(command) => {
            let steps = if matches!(command, Command::Open | Command::Right) { Command::Down } else { command };
            let steps = if steps == Command::Left { Command::Up } else { steps };
            screen.cursor.go(steps, screen.reveal.rows.len());
        }
        None => {}
    }
    Vec::new()
}
