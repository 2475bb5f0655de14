//! The list of keys, over any other screen: those of that screen first, narrowed by what is typed.

use crate::app::keymap::TABLE;
use crate::app::prelude::*;

/// The list of keys.
#[derive(Debug)]
pub struct Help {
    /// The context of the screen below, whose keys come first.
    pub front: Context,
    /// The id of the message that explains what is selected on that screen.
    pub explanation: Option<String>,
    /// The text of the filter.
    pub filter: TextInput,
    /// The first visible row.
    pub cursor: ListCursor,
}

impl Help {
    /// Creates the screen over another one.
    pub fn new(front: Context, explanation: Option<String>) -> Self {
        Self { front, explanation, filter: TextInput::line(""), cursor: ListCursor::default() }
    }

    /// Returns the contexts with their titles in the order in which they are shown.
    pub fn contexts(&self) -> Vec<(Context, &'static str)> {
        let mut contexts = Context::ALL.to_vec();
        // Over a field of the editor that is typed in, the editor's own keys come next. Stable: the others keep their order.
        let is_second = |context| context == Context::Editor && self.explanation.is_some();
        contexts.sort_by_key(|(context, _)| (*context != self.front, !is_second(*context)));
        contexts
    }
}

impl Interactive for Help {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        match shared.keymap.command(Context::List, press) {
            Some(Command::Back) if !self.filter.text().is_empty() => {
                *self = Self::new(self.front, self.explanation.take());
            }
            Some(Command::Back | Command::Open) => return Go::Pop.into(),
            Some(command) if self.cursor.after(command, 1).is_some() => {
                self.cursor.go(command, TABLE.len() + Context::ALL.len());
            }
            _ if self.filter.press(press) => self.cursor.selected = 0,
            _ => {}
        }
        Outcome::default()
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        Some(&mut self.filter)
    }

    fn is_typing(&self) -> bool {
        true
    }
}
