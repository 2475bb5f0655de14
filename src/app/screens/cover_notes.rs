//! The page of plain notes that hides whatever was in front: every key types, but for those that mark and come back.

use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::app::screens::home::Home;
use crate::app::text_input::TextInput;
use crate::visit::{Action, Moment};

/// The page.
#[derive(Debug)]
pub struct CoverNotes {
    /// What is typed.
    pub field: TextInput,
    /// The screen that is hidden.
    pub behind: Box<Screen>,
}

/// Hides the screen in front, during a visit.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(run) = model.active_visit.as_ref().filter(|run| !run.visit.is_over()) else { return Vec::new() };
    let text = run.draft.page.as_deref().or(run.visit.state().page()).unwrap_or_default();
    let field = TextInput::page(text);
    let behind = Box::new(std::mem::replace(&mut model.screen, Screen::Home(Home::default())));
    model.screen = Screen::CoverNotes(CoverNotes { field, behind });
    Vec::new()
}

/// Handles a key press. Whoever looks over the observer's shoulder must see nothing happen.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let (Screen::CoverNotes(page), Some(run)) = (&mut model.screen, &mut model.active_visit) else { return Vec::new() };
    match model.keymap.command(Context::CoverNotes, press) {
        Some(Command::Mark) => {
            run.act(&Action::Mark(None), now).map_or_else(|_| Vec::new(), |events| vec![Effect::Append(events)])
        }
        Some(Command::Back) => {
            let behind = std::mem::replace(&mut *page.behind, Screen::Home(Home::default()));
            model.screen = behind;
            run.keep_page(now)
        }
        _ if page.field.press(press) => typed(model),
        _ => Vec::new(),
    }
}

/// Inserts pasted text.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Screen::CoverNotes(page) = &mut model.screen else { return Vec::new() };
    if page.field.paste(text) { typed(model) } else { Vec::new() }
}

/// Keeps what was typed as a draft until it is a note.
fn typed(model: &mut Model) -> Vec<Effect> {
    let (Screen::CoverNotes(page), Some(run)) = (&model.screen, &mut model.active_visit) else { return Vec::new() };
    run.draft.page = Some(page.field.text());
    vec![Effect::Draft(run.draft.clone())]
}
