//! Calibration in class: where the visits are, which class, its items, and one item in front of everybody.
//!
//! Nobody's name is on the screen until the answers, and the reference, have been looked at.

pub mod item;

use super::training;
use crate::analysis::class::Class;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::app::text_input::TextInput;
use crate::store::rulings::Ruled;
use item::{ItemView, Reference};
use std::path::PathBuf;

/// The screen: its steps stand one over the other, and going back takes the last away.
#[derive(Debug, Default)]
pub struct ClassScreen {
    /// Folders of media that are plugged in; none until they were looked for.
    pub media: Option<Vec<PathBuf>>,
    /// Where the cursor stands among the [`places`](ClassScreen::places).
    pub places: ListCursor,
    /// The folder being typed.
    pub folder: Option<TextInput>,
    /// Whether a folder is being read.
    pub reading: bool,
    /// What was read.
    pub found: Option<FoundClasses>,
    /// Where the cursor stands among the classes.
    pub classes: ListCursor,
    /// The class that is open.
    pub open: Option<OpenClass>,
}

/// What a folder holds.
#[derive(Clone, Debug, Default)]
pub struct FoundClasses {
    /// The classes, the latest first.
    pub classes: Vec<Class>,
    /// How many visits were read.
    pub sessions: u64,
    /// How many files or lines could not be used.
    pub damaged: usize,
}

/// A class that is open.
#[derive(Debug)]
pub struct OpenClass {
    /// Its position.
    pub class: usize,
    /// Where the cursor stands among its items.
    pub items: ListCursor,
    /// What the answers are held against.
    pub reference: Reference,
    /// Where the cursor stands among the [`references`], while one is chosen.
    pub choosing: Option<ListCursor>,
    /// The item in front of everybody.
    pub item: Option<ItemView>,
}

/// A place where visits may lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The training visits in the data folder.
    Here,
    /// A medium that is plugged in.
    Medium(PathBuf),
    /// A folder to be typed.
    Other,
}

impl ClassScreen {
    /// Returns the places, from top to bottom.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let media = self.media.iter().flatten().cloned().map(Place::Medium);
        std::iter::once(Place::Here).chain(media).chain([Place::Other]).collect()
    }

    /// Returns the class that is open.
    #[must_use]
    pub fn class(&self) -> Option<&Class> {
        self.found.as_ref()?.classes.get(self.open.as_ref()?.class)
    }

    /// Returns whether letters are typed rather than obeyed.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        let ruling = self.open.as_ref().and_then(|open| open.item.as_ref()).is_some_and(|item| item.ruling.is_some());
        self.folder.is_some() || ruling
    }

    /// Returns the cursor of the list in front, for a click.
    pub fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        match &mut self.open {
            Some(OpenClass { choosing: Some(cursor), .. }) => Some(cursor),
            Some(open) if open.item.is_none() => Some(&mut open.items),
            None if self.found.is_some() => Some(&mut self.classes),
            None if self.folder.is_none() => Some(&mut self.places),
            _ => None,
        }
    }
}

/// Opens the screen; it asks where the visits are.
pub fn open(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Class(Box::default());
    vec![Effect::FindMedia]
}

/// Opens the screen on files and folders.
pub fn open_on(model: &mut Model, paths: Vec<PathBuf>) -> Vec<Effect> {
    model.screen = Screen::Class(Box::new(ClassScreen { reading: true, ..ClassScreen::default() }));
    vec![Effect::FindMedia, Effect::LoadClasses(paths)]
}

/// Takes the media that are plugged in.
pub fn take_media(model: &mut Model, media: Vec<PathBuf>) {
    if let Screen::Class(screen) = model.shown() {
        screen.media = Some(media);
    }
}

/// Takes what a folder holds; a single class opens at once.
pub fn take(model: &mut Model, found: FoundClasses) {
    let Screen::Class(screen) = model.shown() else { return };
    if !std::mem::take(&mut screen.reading) {
        return;
    }
    let single = found.classes.len() == 1;
    screen.found = Some(found);
    if single {
        enter(screen, 0);
    }
}

/// Takes that a folder could not be read.
pub fn failed(model: &mut Model) {
    if let Screen::Class(screen) = model.shown() {
        screen.reading = false;
    }
}

/// Takes a ruling that was written.
pub fn ruled(model: &mut Model, ruled: &Ruled) {
    model.notice = Some(crate::app::Notice::With((
        "class-ruled",
        vec![("version", ruled.version.clone()), ("path", ruled.path.display().to_string())],
    )));
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Class(screen) = &mut model.screen else { return Vec::new() };
    if let Some(open) = &mut screen.open {
        if open.item.is_some() {
            return item::press(model, press);
        }
        return items(model, press);
    }
    if screen.folder.is_some() {
        return typed(model, press);
    }
    let Some(command) = model.keymap.command(Context::List, press) else { return Vec::new() };
    let Some(found) = &screen.found else { return places(model, command) };
    let len = found.classes.len();
    match command {
        Command::Back => screen.found = None,
        Command::Open if screen.classes.selected < len => enter(screen, screen.classes.selected),
        command => {
            screen.classes.go(command, len);
        }
    }
    Vec::new()
}

fn places(model: &mut Model, command: Command) -> Vec<Effect> {
    let Screen::Class(screen) = &mut model.screen else { return Vec::new() };
    let places = screen.places();
    match (command, places.get(screen.places.selected)) {
        (Command::Back, _) => training::open(model),
        (Command::Open, Some(Place::Here)) => read(screen, Vec::new()),
        (Command::Open, Some(Place::Medium(path))) => read(screen, vec![path.clone()]),
        (Command::Open, Some(Place::Other)) => {
            screen.folder = Some(TextInput::line(""));
            Vec::new()
        }
        _ => {
            screen.places.go(command, places.len());
            Vec::new()
        }
    }
}

fn read(screen: &mut ClassScreen, paths: Vec<PathBuf>) -> Vec<Effect> {
    screen.reading = true;
    screen.classes = ListCursor::default();
    vec![Effect::LoadClasses(paths)]
}

/// Takes a key while a folder is typed.
fn typed(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Class(screen) = &mut model.screen else { return Vec::new() };
    let Some(field) = &mut screen.folder else { return Vec::new() };
    match model.keymap.command(Context::Typing, press) {
        Some(Command::Back) => screen.folder = None,
        Some(Command::Keep) if !field.is_blank() => {
            let path = PathBuf::from(field.text().trim());
            screen.folder = None;
            return read(screen, vec![path]);
        }
        _ => {
            field.press(press);
        }
    }
    Vec::new()
}

fn enter(screen: &mut ClassScreen, class: usize) {
    let has_expected = screen
        .found
        .as_ref()
        .and_then(|found| found.classes.get(class))
        .is_some_and(|class| !class.expected.is_empty());
    let reference = if has_expected { Reference::Scenario } else { Reference::None };
    screen.open = Some(OpenClass { class, items: ListCursor::default(), reference, choosing: None, item: None });
}

/// Inserts pasted text.
pub fn paste(model: &mut Model, text: &str) {
    let Screen::Class(screen) = &mut model.screen else { return };
    if let Some(field) = &mut screen.folder {
        field.paste(text);
    }
    if let Some(view) = screen.open.as_mut().and_then(|open| open.item.as_mut()) {
        item::paste(view, text);
    }
}

/// What the answers can be held against: nothing, the scenario's own answers, one of the observers.
#[must_use]
pub fn references(class: &Class) -> Vec<Reference> {
    let scenario = (!class.expected.is_empty()).then_some(Reference::Scenario);
    let sheets = (0..class.sheets.len()).map(Reference::Sheet);
    scenario.into_iter().chain([Reference::None]).chain(sheets).collect()
}

/// Takes a key in the list of a class's items, or of its references.
fn items(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Class(screen) = &mut model.screen else { return Vec::new() };
    let (Some(found), Some(open)) = (&screen.found, &mut screen.open) else { return Vec::new() };
    let Some(class) = found.classes.get(open.class) else { return Vec::new() };
    let own = model.keymap.command(Context::Class, press).filter(|command| *command == Command::Reference);
    let Some(command) = own.or_else(|| model.keymap.command(Context::List, press)) else { return Vec::new() };
    if let Some(cursor) = &mut open.choosing {
        let references = references(class);
        if cursor.go(command, references.len()) {
            return Vec::new();
        }
        if let (Command::Open, Some(reference)) = (command, references.get(cursor.selected)) {
            open.reference = *reference;
        }
        if matches!(command, Command::Open | Command::Back) {
            open.choosing = None;
        }
        return Vec::new();
    }
    match command {
        Command::Reference => {
            let at = references(class).iter().position(|reference| *reference == open.reference);
            open.choosing = Some(ListCursor { selected: at.unwrap_or(0), ..ListCursor::default() });
        }
        Command::Open => open.item = Some(ItemView::default()),
        Command::Back => {
            screen.open = None;
            // A single class had opened by itself.
            if found.classes.len() == 1 {
                screen.found = None;
            }
        }
        command => {
            open.items.go(command, class.definition.len());
        }
    }
    Vec::new()
}
