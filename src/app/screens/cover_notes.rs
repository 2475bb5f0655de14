//! The cover page: plain notes that hide the screen. Every key types, except those that take what was typed into the
//! visit's notes, show the keys of the editor, or close the page.

use crate::app::cover_page::CoverPage;
use crate::app::prelude::*;
use crate::text::Texts;
use crate::visit::Action;

/// The cover page of the visit under way, which keeps its text.
#[derive(Debug, Default)]
pub struct CoverNotes {
    /// Whether the keys of the editor are shown instead of the text.
    pub shows_keys: bool,
}

impl CoverNotes {
    /// Opens the page of the visit under way; returns `None` without one.
    pub fn new(shared: &mut Shared) -> Option<Self> {
        let text = shared.cover_text(&Texts::new(shared.lang)).to_owned();
        let active = shared.active_visit.as_mut().filter(|active| !active.visit.is_over())?;
        let typed = active.draft.page.as_deref().unwrap_or_default();
        active.page.get_or_insert_with(|| CoverPage::new(&text, typed));
        Some(Self::default())
    }
}

/// Edits the page, and saves what was typed as a draft until it is taken.
fn edit(shared: &mut Shared, edit: impl FnOnce(&mut CoverPage) -> bool) -> Outcome {
    let Some(active) = &mut shared.active_visit else { return Outcome::default() };
    let Some(page) = active.page.as_mut() else { return Outcome::default() };
    if !edit(page) {
        return Outcome::default();
    }
    active.draft.page = Some(page.typed()).filter(|typed| !typed.is_empty());
    Write::Draft(active.draft.clone()).into()
}

impl Interactive for CoverNotes {
    /// Handles a key press. Taking and marking are invisible: nobody looking at the screen may notice them.
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let command = shared.keymap.command(Context::CoverNotes, press);
        let shows_keys = std::mem::take(&mut self.shows_keys);
        let Some(active) = &mut shared.active_visit else { return Go::Pop.into() };
        match command {
            Some(Command::Help) if press.key == Key::F(1) => self.shows_keys = !shows_keys,
            Some(Command::Back) if shows_keys && press.key == Key::Esc => {}
            Some(Command::Back) => return Go::Pop.into(),
            Some(Command::Take) if active.has_typed_page() => return active.take_page(now).into(),
            Some(Command::Take) => {
                let marked = active.act(&Action::Mark(None), now);
                return marked.map_or_else(|_| Outcome::default(), |events| Write::Append(events).into());
            }
            _ => return edit(shared, |page| page.press(press)),
        }
        Outcome::default()
    }

    fn paste(&mut self, shared: &mut Shared, text: &str) -> Outcome {
        edit(shared, |page| page.paste(text))
    }

    fn context(&self) -> Context {
        Context::CoverNotes
    }
}
