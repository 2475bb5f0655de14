//! The cover page: plain notes that hide the screen. Every key types, except those that mark the moment or close it.

use crate::app::prelude::*;
use crate::store::Draft;
use crate::visit::Action;

/// The cover page.
#[derive(Debug)]
pub struct CoverNotes {
    pub field: TextInput,
}

impl CoverNotes {
    /// Opens the note of the visit under way; returns `None` without one.
    pub fn new(shared: &Shared) -> Option<Self> {
        let active = shared.active_visit.as_ref().filter(|active| !active.visit.is_over())?;
        let text = active.draft.page.as_deref().or(active.visit.state().note()).unwrap_or_default();
        Some(Self { field: TextInput::page(text) })
    }

    /// Saves the text as a draft until it becomes a note.
    fn keep_draft(&self, shared: &mut Shared) -> Outcome {
        let Some(active) = &mut shared.active_visit else { return Outcome::default() };
        active.draft.page = Some(self.field.text());
        Write::Draft(active.draft.clone()).into()
    }
}

impl Interactive for CoverNotes {
    /// Handles a key press. Marking is invisible: nobody looking at the screen may notice it.
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Some(active) = &mut shared.active_visit else { return Go::Pop.into() };
        match shared.keymap.command(Context::CoverNotes, press) {
            Some(Command::Mark) => {
                active.act(&Action::Mark(None), now).map_or_else(|_| Outcome::default(), |e| Write::Append(e).into())
            }
            Some(Command::Back) => {
                let draft = Draft { page: active.draft.page.take(), ..Draft::default() };
                Outcome::from(active.commit(&draft, now)).and_go(Go::Pop)
            }
            _ if self.field.press(press) => self.keep_draft(shared),
            _ => Outcome::default(),
        }
    }

    fn paste(&mut self, shared: &mut Shared, text: &str) -> Outcome {
        if self.field.paste(text) { self.keep_draft(shared) } else { Outcome::default() }
    }

    fn context(&self) -> Context {
        Context::CoverNotes
    }
}
