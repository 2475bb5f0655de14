//! The import of a checklist: the choice of a file, then what was understood of it, or what is wrong with it.

use crate::app::checklist_import::{ImportFault, ReadFile};
use crate::app::file_picker::{FilePicker, Picked, PickerList};
use crate::app::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// The screen; each step opens over the one before, and going back closes the last one.
#[derive(Debug, Default)]
pub struct ImportChecklist {
    /// The choice of the file.
    pub picker: FilePicker,
    /// The file that is being read or was read.
    pub file: Option<Choice>,
    /// The cursor among the rows of what was read.
    pub cursor: ListCursor,
}

/// The file that was chosen.
#[derive(Debug)]
pub enum Choice {
    /// It is being read.
    Reading(PathBuf),
    /// It was read.
    Read(ReadFile),
}

impl ImportChecklist {
    /// Shows what there is to choose from; a folder whose path was typed is no file.
    pub fn show_list(&mut self, list: PickerList) {
        self.file = None;
        self.picker.show(list);
    }

    /// Shows a file, unless another one was chosen meanwhile.
    pub fn show_file(&mut self, read: ReadFile) {
        if matches!(&self.file, Some(Choice::Reading(path)) if *path == read.path) {
            self.cursor = ListCursor::default();
            self.file = Some(Choice::Read(read));
        }
    }

    /// Returns the number of rows of what was read: the doubts and the items, or the faults.
    fn rows(read: &ReadFile) -> usize {
        match &read.read {
            Ok(read) => read.doubts.len() + read.definition.len(),
            Err(ImportFault::Refused(remarks)) => remarks.len(),
            Err(ImportFault::Store(error)) => error.faults().len() + 1,
            Err(ImportFault::Spreadsheet(_)) => 1,
        }
    }

    fn read(&mut self, path: PathBuf) -> Outcome {
        self.file = Some(Choice::Reading(path.clone()));
        Read::ImportChecklist(path).into()
    }

    /// Handles a key press while a file is being read or shown.
    fn update_file(&mut self, shared: &Shared, mut file: Choice, press: KeyPress) -> Outcome {
        let own = shared.keymap.command(Context::Importing, press);
        if let (Some(Command::Duplicate), Choice::Read(ReadFile { read: Ok(read), .. })) = (own, &file)
            && let Some(beside) = read.beside()
        {
            self.file = Some(file);
            return Outcome::from(Write::AddChecklist(Arc::new(beside))).and_go(Go::Pop);
        }
        let command = shared.keymap.command(Context::List, press);
        if let (Some(Command::Open), Choice::Read(read)) = (command, &file) {
            return match &read.read {
                Ok(read) => {
                    let write = Write::AddChecklist(Arc::clone(&read.definition));
                    self.file = Some(file);
                    Outcome::from(write).and_go(Go::Pop)
                }
                // The user has mended the file in the meantime.
                Err(_) => self.read(read.path.clone()),
            };
        }
        if command == Some(Command::Back) {
            return Outcome::default();
        }
        if let (Some(command), Choice::Read(read)) = (command, &mut file) {
            self.cursor.go(command, Self::rows(read));
        }
        self.file = Some(file);
        Outcome::default()
    }
}

impl Interactive for ImportChecklist {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if let Some(file) = self.file.take() {
            return self.update_file(shared, file, press);
        }
        match self.picker.update(shared, press) {
            Picked::Nothing => Outcome::default(),
            Picked::Back => Go::Pop.into(),
            Picked::Places => Read::FindPlaces.into(),
            Picked::Folder(folder) => Read::ChoosePlace(Some(folder)).into(),
            Picked::Path(path) => {
                shared.import_folder = path.parent().map(ToOwned::to_owned);
                self.read(path)
            }
        }
    }

    fn paste(&mut self, _shared: &mut Shared, text: &str) -> Outcome {
        if self.file.is_none() {
            self.picker.paste(text);
        }
        Outcome::default()
    }

    fn takes_text(&mut self) -> bool {
        self.file.is_none()
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        self.picker.path.as_mut()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        match (&self.file, &self.picker.path) {
            (Some(_), _) => Some(&mut self.cursor),
            (None, None) => Some(&mut self.picker.cursor),
            (None, Some(_)) => None,
        }
    }

    fn context(&self) -> Context {
        match (&self.file, &self.picker.path) {
            (Some(_), _) => Context::Importing,
            (None, None) => Context::Picker,
            (None, Some(_)) => Context::Typing,
        }
    }
}
