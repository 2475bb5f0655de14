//! The form before a past visit is corrected or declared void: who does it, and why.

use crate::app::outcome::CorrectionPurpose;
use crate::app::prelude::*;
use crate::visit::Authorship;
use std::path::PathBuf;

/// The form.
#[derive(Debug)]
pub struct CorrectionForm {
    /// The session file of the visit.
    pub path: PathBuf,
    pub purpose: CorrectionPurpose,
    pub by: TextInput,
    pub reason: TextInput,
    /// Whether the reason is being typed, and not the name.
    pub at_reason: bool,
}

impl CorrectionForm {
    /// Creates the form with the name from the settings, which typing replaces.
    pub fn new(shared: &Shared, path: PathBuf, purpose: CorrectionPurpose) -> Self {
        let name = shared.trainee_name().unwrap_or_default();
        Self { path, purpose, by: TextInput::selected(&name), reason: TextInput::line(""), at_reason: false }
    }

    fn field(&mut self) -> &mut TextInput {
        if self.at_reason { &mut self.reason } else { &mut self.by }
    }

    fn go_on(&self, shared: &mut Shared) -> Outcome {
        let Some(why) = Authorship::new(&self.by.text(), &self.reason.text()) else {
            shared.notify("correction-who-and-why");
            return Outcome::default();
        };
        let path = self.path.clone();
        match self.purpose {
            CorrectionPurpose::Correct => Write::Reopen { path, why }.into(),
            CorrectionPurpose::DeclareVoid => Write::DeclareVoid { path, why }.into(),
        }
    }
}

impl Interactive for CorrectionForm {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        match (shared.keymap.command(Context::Typing, press), press.key) {
            (Some(Command::Back), _) => return Go::Pop.into(),
            (Some(Command::Keep), _) if !self.at_reason => self.at_reason = true,
            (Some(Command::Keep), _) => return self.go_on(shared),
            (_, Key::Up | Key::BackTab) => self.at_reason = false,
            (_, Key::Down | Key::Tab) => self.at_reason = true,
            _ => {
                self.field().press(press);
            }
        }
        Outcome::default()
    }

    fn click(&mut self, _shared: &mut Shared, target: Target, _now: &Moment) -> Outcome {
        if let Target::Row(row) = target {
            self.at_reason = row > 0;
        }
        Outcome::default()
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        Some(self.field())
    }

    fn context(&self) -> Context {
        Context::Typing
    }
}
