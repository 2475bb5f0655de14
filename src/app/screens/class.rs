//! Calibration of a class: where the visits are, which class, its items, and one item for all to see.
//!
//! Observers' names are shown only after the answers and the reference.

pub mod item_view;

use crate::analysis::class::Class;
use crate::app::loaded_data::FoundClasses;
use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;
use crate::text::Lang;
use item_view::{ItemView, ReferenceChoice};
use std::path::PathBuf;
use std::sync::Arc;

/// The screen; each step opens over the one before, and going back closes the last one.
#[derive(Debug, Default)]
pub struct ClassScreen {
    /// The folders of removable media; `None` until they are known.
    pub media: Option<Vec<PathBuf>>,
    /// The cursor among the [`places`](ClassScreen::places).
    pub places: ListCursor,
    /// The folder being typed.
    pub folder: Option<TextInput>,
    /// Whether a folder is being read.
    pub reading: bool,
    /// The classes that were found.
    pub found: Option<FoundClasses>,
    /// The cursor among the classes.
    pub classes: ListCursor,
    /// The open class.
    pub open: Option<OpenClass>,
}

/// The open class.
#[derive(Debug)]
pub struct OpenClass {
    /// Its position among the classes.
    pub class: usize,
    /// The filter of its items.
    pub filter: ListFilter,
    /// The cursor among its items; while the filter is open, among those shown.
    pub items: ListCursor,
    /// What the answers are compared with.
    pub reference: ReferenceChoice,
    /// The cursor among the [`references`], while one is being chosen.
    pub choosing: Option<ListCursor>,
    /// The item that is shown to the class.
    pub item: Option<ItemView>,
}

/// A place where visits may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassFolder {
    /// The training visits in the data folder.
    DataFolder,
    /// A removable medium.
    Medium(PathBuf),
    /// A folder to be typed.
    Other,
}

impl ClassScreen {
    /// Returns the places, from top to bottom.
    pub fn places(&self) -> Vec<ClassFolder> {
        let media = self.media.iter().flatten().cloned().map(ClassFolder::Medium);
        std::iter::once(ClassFolder::DataFolder).chain(media).chain([ClassFolder::Other]).collect()
    }

    /// Returns the open class.
    pub fn class(&self) -> Option<&Class> {
        self.found.as_ref()?.classes.get(self.open.as_ref()?.class)
    }

    /// Adds the classes that were found; a single class opens at once.
    pub fn add_classes(&mut self, found: FoundClasses) {
        if !std::mem::take(&mut self.reading) {
            return;
        }
        let single = found.classes.len() == 1;
        self.found = Some(found);
        if single {
            self.enter(0);
        }
    }

    fn enter(&mut self, class: usize) {
        let found = self.found.as_ref().and_then(|found| found.classes.get(class));
        let has_expected = found.is_some_and(|class| !class.expected.is_empty());
        let reference = if has_expected { ReferenceChoice::Scenario } else { ReferenceChoice::None };
        let (filter, items) = Default::default();
        self.open = Some(OpenClass { class, filter, items, reference, choosing: None, item: None });
    }

    fn read(&mut self, paths: Vec<PathBuf>) -> Outcome {
        self.reading = true;
        self.classes = ListCursor::default();
        Read::LoadClasses(paths).into()
    }

    /// Handles a command in the list of places.
    fn choose_place(&mut self, command: Command) -> Outcome {
        let places = self.places();
        match (command, places.get(self.places.selected)) {
            (Command::Back, _) => return Go::Pop.into(),
            (Command::Open, Some(ClassFolder::DataFolder)) => return self.read(Vec::new()),
            (Command::Open, Some(ClassFolder::Medium(path))) => return self.read(vec![path.clone()]),
            (Command::Open, Some(ClassFolder::Other)) => self.folder = Some(TextInput::line("")),
            _ => self.places.go(command, places.len()),
        }
        Outcome::default()
    }

    /// Handles a key press while a folder is typed.
    fn edit_folder(&mut self, shared: &Shared, mut field: TextInput, press: KeyPress) -> Outcome {
        match field.update(&shared.keymap, press) {
            Some(Command::Back) => {}
            Some(_) if !field.is_blank() => return self.read(vec![PathBuf::from(field.text().trim())]),
            _ => self.folder = Some(field),
        }
        Outcome::default()
    }

    /// Handles a command in the list of classes.
    fn choose_class(&mut self, command: Command) {
        let len = self.found.as_ref().map_or(0, |found| found.classes.len());
        match command {
            Command::Back => self.found = None,
            Command::Open if self.classes.selected < len => self.enter(self.classes.selected),
            command => self.classes.go(command, len),
        }
    }
}

impl OpenClass {
    /// Handles a key press on the item shown; returns `None` if no item is.
    fn update_item(&mut self, shared: &Shared, class: &Class, press: KeyPress) -> Option<Outcome> {
        let view = self.item.as_mut()?;
        if let Some(field) = &mut view.ruling {
            let Some(end) = field.update(&shared.keymap, press) else { return Some(Outcome::default()) };
            let text = field.text().trim().to_owned();
            view.ruling = None;
            let keeps = end == Command::Keep && !text.is_empty();
            let item = class.definition.items().nth(self.items.selected).filter(|_| keeps);
            let definition = Arc::clone(&class.definition);
            let rule = item.map(|(_, item)| Write::AddRuling { definition, item: item.id.clone(), text });
            return Some(rule.map(Into::into).unwrap_or_default());
        }
        match shared.keymap.command(Context::Class, press) {
            Some(Command::Reveal) => view.shown = view.shown.next(self.reference != ReferenceChoice::None),
            Some(Command::Left) => self.turn(class, Command::Up),
            Some(Command::Right) => self.turn(class, Command::Down),
            Some(Command::Note) => view.ruling = Some(TextInput::line("")),
            Some(Command::Back) => self.item = None,
            _ => {}
        }
        Some(Outcome::default())
    }

    /// Shows another item, with its answers only.
    fn turn(&mut self, class: &Class, command: Command) {
        let before = self.items.selected;
        self.items.go(command, class.definition.len());
        if self.items.selected != before {
            self.item = Some(ItemView::default());
        }
    }

    /// Handles a command in the list of references. Returns whether that list is open.
    fn choose_reference(&mut self, class: &Class, command: Command) -> bool {
        let Some(cursor) = &mut self.choosing else { return false };
        let references = references(class);
        if !matches!(command, Command::Open | Command::Back) {
            cursor.go(command, references.len());
            return true;
        }
        if let (Command::Open, Some(reference)) = (command, references.get(cursor.selected)) {
            self.reference = *reference;
        }
        self.choosing = None;
        true
    }

    /// Returns the positions of the items that the filter shows.
    pub fn shown(&self, class: &Class, lang: Lang) -> Vec<usize> {
        self.filter.shown(class.definition.items().map(|(_, item)| item.label.get(lang)))
    }

    /// Handles a key press in the list of items or of references. Returns whether the class is closed.
    fn update_list(&mut self, shared: &Shared, class: &Class, press: KeyPress) -> bool {
        let shown = self.shown(class, shared.lang);
        if self.choosing.is_none() && self.filter.update(&shared.keymap, press, &mut self.items, &shown) {
            return false;
        }
        let own = shared.keymap.command(Context::Class, press).filter(|command| *command == Command::Reference);
        let Some(command) = own.or_else(|| shared.keymap.command(Context::List, press)) else { return false };
        if self.choose_reference(class, command) {
            return false;
        }
        match command {
            Command::Reference => {
                let at = references(class).iter().position(|reference| *reference == self.reference);
                self.choosing = Some(ListCursor::at(at.unwrap_or(0)));
            }
            Command::Open if !shown.is_empty() => {
                self.filter.close(&mut self.items, &shown);
                self.item = Some(ItemView::default());
            }
            Command::Back => return true,
            command => self.items.go(command, shown.len()),
        }
        false
    }
}

/// Returns what the answers can be compared with: the scenario's expected answers, nothing, or one of the observers.
pub fn references(class: &Class) -> Vec<ReferenceChoice> {
    let scenario = (!class.expected.is_empty()).then_some(ReferenceChoice::Scenario);
    let sheets = (0..class.sheets.len()).map(ReferenceChoice::Sheet);
    scenario.into_iter().chain([ReferenceChoice::None]).chain(sheets).collect()
}

impl Interactive for ClassScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if let (Some(open), Some(found)) = (&mut self.open, &self.found) {
            let Some(class) = found.classes.get(open.class) else { return Outcome::default() };
            if let Some(outcome) = open.update_item(shared, class, press) {
                return outcome;
            }
            if open.update_list(shared, class, press) {
                self.open = None;
                // A single class was opened automatically, so closing it also closes the list.
                self.found.take_if(|found| found.classes.len() == 1);
            }
            return Outcome::default();
        }
        if let Some(field) = self.folder.take() {
            return self.edit_folder(shared, field, press);
        }
        let Some(command) = shared.keymap.command(Context::List, press) else { return Outcome::default() };
        if self.found.is_none() {
            return self.choose_place(command);
        }
        self.choose_class(command);
        Outcome::default()
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        let typed = self.open.as_mut().and_then(|open| match &mut open.item {
            Some(item) => item.ruling.as_mut(),
            None => open.filter.input.as_mut(),
        });
        self.folder.as_mut().or(typed)
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        match &mut self.open {
            Some(OpenClass { choosing: Some(cursor), .. }) => Some(cursor),
            Some(open) if open.item.is_none() => Some(&mut open.items),
            None if self.found.is_some() => Some(&mut self.classes),
            None if self.folder.is_none() => Some(&mut self.places),
            _ => None,
        }
    }

    fn context(&self) -> Context {
        let ruling = self.open.as_ref().and_then(|open| open.item.as_ref()?.ruling.as_ref());
        match (self.folder.as_ref().or(ruling), &self.open) {
            (Some(_), _) => Context::Typing,
            (None, Some(_)) => Context::Class,
            (None, None) => Context::List,
        }
    }

    fn is_typing(&self) -> bool {
        let is_filtered = self.open.as_ref().is_some_and(|open| open.item.is_none() && open.filter.is_open());
        is_filtered || self.context() == Context::Typing
    }
}
