//! The choice of a file: folders that one walks through, or a path that is typed or pasted.

use super::key::KeyPress;
use super::keymap::{Command, Context};
use super::list_cursor::ListCursor;
use super::shared::Shared;
use super::text_input::TextInput;
use crate::store::StoreError;
use crate::store::file_choice::FolderContents;
use std::path::{Path, PathBuf};

/// The choice of a file.
#[derive(Debug, Default)]
pub struct FilePicker {
    /// What there is to choose from; `None` while that is read.
    pub list: Option<PickerList>,
    /// The cursor among the [`rows`](FilePicker::rows).
    pub cursor: ListCursor,
    /// The path being typed.
    pub path: Option<TextInput>,
}

/// What there is to choose from.
#[derive(Debug)]
pub enum PickerList {
    /// The folders to begin with.
    Places(Vec<PathBuf>),
    /// What a folder holds.
    Folder(FolderContents),
    /// A folder that cannot be read.
    Unreadable(PathBuf, StoreError),
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerRow<'a> {
    /// Leads to the folder above, or from the top to the places.
    Up,
    /// A folder.
    Folder(&'a Path),
    /// A file.
    File(&'a Path),
    /// A path is typed.
    Other,
}

/// What a key press asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Nothing.
    Nothing,
    /// The places are to be read.
    Places,
    /// A folder is to be read.
    Folder(PathBuf),
    /// A path, of a folder or of a file, was chosen.
    Path(PathBuf),
    /// The choice is closed.
    Back,
}

impl FilePicker {
    /// Shows what was read, with the cursor on the folder that was left, or else on the first row below the top.
    pub fn show(&mut self, list: PickerList) {
        let left = self.folder().map(Path::to_owned);
        self.list = Some(list);
        let rows = self.rows();
        let was_there = left.and_then(|left| rows.iter().position(|row| *row == PickerRow::Folder(&left)));
        let first = usize::from(rows.len() > 2 && rows.first() == Some(&PickerRow::Up));
        self.cursor = ListCursor::at(was_there.unwrap_or(first));
    }

    /// Returns the folder that is shown.
    pub fn folder(&self) -> Option<&Path> {
        match self.list.as_ref()? {
            PickerList::Places(_) => None,
            PickerList::Folder(contents) => Some(&contents.folder),
            PickerList::Unreadable(folder, _) => Some(folder),
        }
    }

    /// Returns the rows, from top to bottom.
    pub fn rows(&self) -> Vec<PickerRow<'_>> {
        let (is_folder, folders, files): (_, &[PathBuf], &[PathBuf]) = match &self.list {
            None => (false, &[], &[]),
            Some(PickerList::Places(places)) => (false, places, &[]),
            Some(PickerList::Folder(contents)) => (true, &contents.folders, &contents.files),
            Some(PickerList::Unreadable(..)) => (true, &[], &[]),
        };
        let up = is_folder.then_some(PickerRow::Up);
        let folders = folders.iter().map(|folder| PickerRow::Folder(folder));
        let files = files.iter().map(|file| PickerRow::File(file));
        up.into_iter().chain(files).chain(folders).chain([PickerRow::Other]).collect()
    }

    /// Handles a key press.
    pub fn update(&mut self, shared: &Shared, press: KeyPress) -> Picked {
        if let Some(mut path) = self.path.take() {
            return match path.update(&shared.keymap, press) {
                Some(Command::Back) => Picked::Nothing,
                Some(_) if !path.is_blank() => Picked::Path(typed_path(&path.text())),
                _ => {
                    self.path = Some(path);
                    Picked::Nothing
                }
            };
        }
        let own = shared.keymap.command(Context::Picker, press);
        let Some(command) = own.or_else(|| shared.keymap.command(Context::List, press)) else { return Picked::Nothing };
        let rows = self.rows();
        match (command, rows.get(self.cursor.selected)) {
            (Command::Back, _) => Picked::Back,
            (Command::Left, _) | (Command::Open | Command::Right, Some(PickerRow::Up)) => self.above(),
            (Command::Open | Command::Right, Some(PickerRow::Folder(folder))) => Picked::Folder((*folder).to_owned()),
            (Command::Open, Some(PickerRow::File(file))) => Picked::Path((*file).to_owned()),
            (Command::Open, Some(PickerRow::Other)) => {
                self.path = Some(TextInput::line(""));
                Picked::Nothing
            }
            (command, _) => {
                let rows = rows.len();
                self.cursor.go(command, rows);
                Picked::Nothing
            }
        }
    }

    /// Begins to type a path with a pasted text, as where a file was dropped on the window.
    pub fn paste(&mut self, text: &str) {
        self.path.get_or_insert_with(|| TextInput::line("")).paste(text);
    }

    fn above(&self) -> Picked {
        match self.folder() {
            Some(folder) => folder.parent().map_or(Picked::Places, |above| Picked::Folder(above.to_owned())),
            None => Picked::Nothing,
        }
    }
}

/// Returns a path without the quotation marks that a terminal puts around a dropped file.
fn typed_path(text: &str) -> PathBuf {
    let text = text.trim();
    let bare = ['"', '\''].into_iter().find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark));
    PathBuf::from(bare.unwrap_or(text))
}
