//! What a past visit or a checklist is written as, and where: two lists, one after the other, and a folder that is typed.

use crate::app::effect::{ExportForm, ExportSubject};
use crate::app::prelude::*;
use std::path::PathBuf;

/// The screen; each step opens over the one before, and going back closes the last one.
#[derive(Debug)]
pub struct Export {
    /// What is written.
    pub subject: ExportSubject,
    /// The cursor among its forms.
    pub forms: ListCursor,
    /// What it is written as, once that is chosen.
    pub form: Option<ExportForm>,
    /// The folders of removable media; empty until they are known.
    pub media: Vec<PathBuf>,
    /// The cursor among the [`places`](Export::places).
    pub places: ListCursor,
    /// The folder being typed.
    pub folder: Option<TextInput>,
}

/// Where the file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportPlace {
    /// The folder of reports, among the user's documents.
    Reports,
    /// A removable medium.
    Medium(PathBuf),
    /// A folder to be typed.
    Other,
}

impl Export {
    /// Creates the screen for what is to be written.
    pub fn new(subject: ExportSubject) -> Self {
        let (forms, places) = (ListCursor::default(), ListCursor::default());
        Self { subject, forms, form: None, media: Vec::new(), places, folder: None }
    }

    /// Returns the places, from top to bottom.
    pub fn places(&self) -> Vec<ExportPlace> {
        let media = self.media.iter().cloned().map(ExportPlace::Medium);
        std::iter::once(ExportPlace::Reports).chain(media).chain([ExportPlace::Other]).collect()
    }

    fn choose_form(&mut self, command: Command) -> Outcome {
        match command {
            Command::Back => return Go::Pop.into(),
            Command::Open => {
                self.form = self.subject.forms().get(self.forms.selected).copied();
                self.places = ListCursor::default();
            }
            command => self.forms.go(command, self.subject.forms().len()),
        }
        Outcome::default()
    }

    fn choose_place(&mut self, form: ExportForm, command: Command) -> Outcome {
        let places = self.places();
        match (command, places.get(self.places.selected)) {
            (Command::Back, _) => self.form = None,
            (Command::Open, Some(ExportPlace::Reports)) => return self.write(form, None),
            (Command::Open, Some(ExportPlace::Medium(folder))) => return self.write(form, Some(folder.clone())),
            (Command::Open, Some(ExportPlace::Other)) => self.folder = Some(TextInput::line("")),
            _ => self.places.go(command, places.len()),
        }
        Outcome::default()
    }

    fn edit_folder(&mut self, form: ExportForm, shared: &Shared, mut field: TextInput, press: KeyPress) -> Outcome {
        match field.update(&shared.keymap, press) {
            Some(Command::Back) => {}
            Some(_) if !field.is_blank() => return self.write(form, Some(PathBuf::from(field.text().trim()))),
            _ => self.folder = Some(field),
        }
        Outcome::default()
    }

    /// Writes the file and closes the screen.
    fn write(&self, form: ExportForm, folder: Option<PathBuf>) -> Outcome {
        Outcome::from(self.subject.export(form, folder)).and_go(Go::Pop)
    }
}

impl Interactive for Export {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if let (Some(form), Some(field)) = (self.form, self.folder.take()) {
            return self.edit_folder(form, shared, field, press);
        }
        match (shared.keymap.command(Context::List, press), self.form) {
            (Some(command), None) => self.choose_form(command),
            (Some(command), Some(form)) => self.choose_place(form, command),
            (None, _) => Outcome::default(),
        }
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        self.folder.as_mut()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        match (&self.folder, self.form) {
            (Some(_), _) => None,
            (None, None) => Some(&mut self.forms),
            (None, Some(_)) => Some(&mut self.places),
        }
    }

    fn context(&self) -> Context {
        if self.folder.is_some() { Context::Typing } else { Context::List }
    }
}
