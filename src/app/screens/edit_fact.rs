//! One fact about the visit under way, opened from its review: a row of the form for a new visit, or the visit's note.

use super::new_visit::{FormRow, NewVisitForm};
use crate::app::identify;
use crate::app::outcome::VisitPreset;
use crate::app::prelude::*;
use crate::app::visit_facts::VisitFact;
use crate::store::Message;
use crate::visit::event::HeaderFact;
use crate::visit::{Action, Visit};

/// The editor of one fact.
#[derive(Debug)]
pub struct EditFact {
    pub fact: VisitFact,
    /// The form for a new visit, of which only the row of the fact is used.
    pub form: NewVisitForm,
    /// The visit's note.
    pub note: TextInput,
}

impl EditFact {
    /// Opens a fact of the visit under way; returns `None` without one.
    pub fn new(shared: &Shared, fact: VisitFact) -> Option<Self> {
        let visit = shared.visit().filter(|visit| !visit.is_over())?;
        let (started, _) = visit.state().started()?;
        let preset = VisitPreset {
            checklist: Some(visit.definition().checklist().id.clone()),
            kind: Some(started.kind),
            site: Some(started.site.label().to_owned()),
            observer: Some(started.observer.label().to_owned()),
        };
        let mut form = NewVisitForm::new(shared, preset);
        form.line = form_row(fact).unwrap_or(FormRow::Start);
        form.remark = TextInput::line(started.remark.as_deref().unwrap_or_default());
        Some(Self { fact, form, note: TextInput::page(visit.state().note().unwrap_or_default()) })
    }

    /// Handles a key press in the visit's note.
    fn update_note(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        match shared.keymap.command(Context::Typing, press) {
            Some(Command::Back) => return Go::Pop.into(),
            Some(Command::Keep) => {
                let text = self.note.text().trim_end().to_owned();
                let is_same = shared.visit().and_then(|visit| visit.state().note()).unwrap_or_default() == text;
                return keep((!is_same).then_some(Action::Note { item: None, text }), shared, now);
            }
            Some(Command::NewLine) => self.note.press(Key::Enter.into()),
            _ => self.note.press(press),
        };
        Outcome::default()
    }

    /// Returns the fact that is typed or chosen, or the message that asks for more.
    fn typed(&self, shared: &Shared) -> Result<HeaderFact, Message> {
        Ok(match self.fact {
            VisitFact::Site => HeaderFact::Site(identify::meant_site(
                self.form.meant_site(&shared.sites),
                ("app-notice-no-site", vec![]),
            )?),
            VisitFact::Observer => {
                let nameless = ("app-notice-no-observer", vec![]);
                HeaderFact::Observer(identify::observer(&shared.observers, &self.form.observer.text(), nameless)?)
            }
            VisitFact::Remark => HeaderFact::Remark(self.form.remark.text().trim().to_owned()),
            VisitFact::Kind | VisitFact::Note => HeaderFact::Kind(self.form.kind),
        })
    }

    /// Ends the editing of a row of the form: records the fact if it has changed.
    fn keep_row(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let fact = match self.typed(shared) {
            Ok(fact) => fact,
            Err(message) => {
                shared.notice = Some(Notice::With(message));
                return Outcome::default();
            }
        };
        let is_new = |visit: &Visit| visit.state().started().is_some_and(|(started, _)| fact.current(started) != fact);
        if !shared.visit().is_some_and(is_new) {
            return Go::Pop.into();
        }
        let remembered = shared.remember(&fact);
        let mut outcome = keep(Some(Action::ChangeHeader(fact)), shared, now);
        outcome.effects.extend(remembered);
        outcome
    }
}

/// Returns the row of the form for a new visit that asks for a fact; `None` for the visit's note.
pub fn form_row(fact: VisitFact) -> Option<FormRow> {
    match fact {
        VisitFact::Site => Some(FormRow::Site),
        VisitFact::Observer => Some(FormRow::Observer),
        VisitFact::Kind => Some(FormRow::Kind),
        VisitFact::Remark => Some(FormRow::Remark),
        VisitFact::Note => None,
    }
}

/// Performs an action, if there is one, and goes back to the review.
fn keep(action: Option<Action>, shared: &mut Shared, now: &Moment) -> Outcome {
    let effects = action.map(|action| shared.act(&action, now)).unwrap_or_default();
    Outcome::from(effects).and_go(Go::Pop)
}

impl Interactive for EditFact {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let Some(row) = form_row(self.fact) else { return self.update_note(shared, press, now) };
        let outcome = self.form.update(shared, press, now);
        // The form goes to another row where a row is finished.
        let is_finished = std::mem::replace(&mut self.form.line, row) != row;
        match press.key {
            Key::Enter if is_finished => self.keep_row(shared, now),
            _ => outcome,
        }
    }

    fn paste(&mut self, shared: &mut Shared, text: &str) -> Outcome {
        match self.fact {
            VisitFact::Note => {
                self.note.paste(text);
                Outcome::default()
            }
            _ => self.form.paste(shared, text),
        }
    }

    fn context(&self) -> Context {
        if self.is_typing() { Context::Typing } else { Context::List }
    }

    fn is_typing(&self) -> bool {
        self.fact != VisitFact::Kind
    }
}
