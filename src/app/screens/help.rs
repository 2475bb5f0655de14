//! The list of keys, over any other screen.

use crate::app::keymap::TABLE;
use crate::app::prelude::*;

/// The list of keys.
#[derive(Debug, Default)]
pub struct Help {
    /// The first visible row.
    pub cursor: ListCursor,
}

impl Interactive for Help {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        match shared.keymap.command(Context::List, press) {
            Some(Command::Back | Command::Open | Command::Help) => return Go::Pop.into(),
            Some(command) => self.cursor.go(command, TABLE.len() + Context::ALL.len()),
            None => {}
        }
        Outcome::default()
    }
}
