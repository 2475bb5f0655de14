//! The note of an item, and the unassigned marks, over the list of items.

use super::state::{Mode, VisitScreen, note_of};
use crate::app::prelude::*;
use crate::store::{Draft, ItemDraft};
use crate::visit::Action;

impl VisitScreen {
    /// Opens the note of the item answered last, or else of the selected one.
    pub(super) fn open_note(&mut self, shared: &Shared) -> Outcome {
        if let Some(visit) = shared.visit() {
            let answered = self.answered.filter(|&item| item != self.item && visit.state().applies(item));
            self.after_note = answered.map(|item| std::mem::replace(&mut self.item, item));
            self.mode = Mode::Note(note_of(visit, self.item));
        }
        Outcome::default()
    }

    /// Handles a key press in a note.
    pub(super) fn update_note(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Mode::Note(field) = &mut self.mode else { return Outcome::default() };
        let changed = match shared.keymap.command(Context::Typing, press) {
            Some(Command::NewLine) => {
                field.press(Key::Enter.into());
                true
            }
            Some(Command::Keep | Command::Back) => return self.keep_note(shared, now),
            _ => field.press(press),
        };
        if changed { self.keep_draft(shared) } else { Outcome::default() }
    }

    /// Saves a note that is being typed as a draft.
    pub(super) fn keep_draft(&self, shared: &mut Shared) -> Outcome {
        let (Mode::Note(field), Some(active)) = (&self.mode, &mut shared.active_visit) else {
            return Outcome::default();
        };
        let item = active.visit.definition().item(self.item).id.clone();
        active.draft.note = Some(ItemDraft { item, text: field.text() });
        Write::Draft(active.draft.clone()).into()
    }

    fn keep_note(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let Some(active) = &mut shared.active_visit else { return Outcome::default() };
        self.mode = Mode::Items;
        self.item = self.after_note.take().unwrap_or(self.item);
        let draft = Draft { note: active.draft.note.take(), ..Draft::default() };
        Outcome { effects: active.commit(&draft, now), go: self.back_to_review() }
    }

    /// Opens the list of unassigned marks, or notifies the user how to set a mark if there is none.
    pub(super) fn open_marks(&mut self, shared: &mut Shared) -> Outcome {
        if shared.visit().is_some_and(|visit| visit.state().loose_marks().next().is_some()) {
            self.mode = Mode::Marks(ListCursor::default());
        } else {
            shared.notice = Some(Notice::Keyed("app-notice-no-mark", Context::Visit, Command::Mark));
        }
        Outcome::default()
    }

    /// Assigns the mark that is selected in the list of marks to the selected item.
    pub(super) fn place_mark(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let (Mode::Marks(cursor), Some(visit)) = (&self.mode, shared.visit()) else { return Outcome::default() };
        let mark = visit.state().loose_marks().nth(cursor.selected).map(|mark| mark.seq);
        self.mode = Mode::Items;
        mark.map(|mark| shared.act(&Action::Bind { mark, item: self.item }, now)).unwrap_or_default().into()
    }
}
