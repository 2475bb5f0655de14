//! The note of an item and the marks without one, over the list of items.

use super::answers::act;
use super::visit::{Mode, VisitScreen, leave_for_review, loose_marks};
use crate::app::keymap::Command;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::app::text_input::TextInput;
use crate::store::ItemDraft;
use crate::visit::{Action, Moment};

/// Opens the note of the item in front.
pub(super) fn open_note(model: &mut Model) -> Vec<Effect> {
    if let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) {
        let note = run.visit.state().item(screen.item).and_then(|state| state.note.as_deref()).unwrap_or_default();
        screen.mode = Mode::Note(TextInput::page(note));
    }
    Vec::new()
}

/// Keeps a note that is being typed as a draft.
pub(super) fn note_typed(model: &mut Model) -> Vec<Effect> {
    let (Screen::Visit(VisitScreen { mode: Mode::Note(field), item, .. }), Some(run)) =
        (&model.screen, &mut model.active_visit)
    else {
        return Vec::new();
    };
    let item = run.visit.definition().item(*item).id.clone();
    run.draft.note = Some(ItemDraft { item, text: field.text() });
    vec![Effect::Draft(run.draft.clone())]
}

pub(super) fn keep_note(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &mut model.active_visit) else { return Vec::new() };
    screen.mode = Mode::Items;
    let effects = run.keep_note(now);
    screen.item = screen.after_note.take().unwrap_or(screen.item);
    leave_for_review(model);
    effects
}

pub(super) fn place_mark(model: &mut Model, command: Command, now: &Moment) -> Vec<Effect> {
    let (Screen::Visit(screen), Some(run)) = (&mut model.screen, &model.active_visit) else { return Vec::new() };
    let Mode::Marks(cursor) = &mut screen.mode else { return Vec::new() };
    if cursor.go(command, loose_marks(run.visit.state()).count()) || command != Command::Open {
        return Vec::new();
    }
    let mark = loose_marks(run.visit.state()).nth(cursor.selected).map(|mark| mark.seq);
    let item = screen.item;
    screen.mode = Mode::Items;
    mark.map_or_else(Vec::new, |mark| act(model, &Action::Bind { mark, item }, now))
}
