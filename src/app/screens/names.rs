//! The known sites and observers: two lists, of which one is shown, and what is done to the selected one.

use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;
use crate::store::name_list::Change;
use crate::store::name_overview::{NameOverview, NameRow, Origin};
use crate::store::{Message, NameListError};
use crate::text::names::is_name;
use crate::text::tidy_name;
use crate::visit::{Identity, Known, Named, Observer, Site};
use std::path::PathBuf;

/// The screen.
#[derive(Debug, Default)]
pub struct NamesScreen {
    /// Whether the observers are shown, instead of the sites.
    pub shows_observers: bool,
    /// What is known; `None` until it is read.
    pub overview: Option<NameOverview>,
    /// The filter of the list.
    pub filter: ListFilter,
    /// The cursor among the rows shown.
    pub cursor: ListCursor,
    /// What is being done.
    pub step: Option<NamesStep>,
    /// The path of the last import, to be mended if there was no such file.
    last_path: String,
}

/// What is being done on the screen.
#[derive(Debug)]
pub enum NamesStep {
    /// The name of a new one, or of one to be renamed, is typed.
    Name { renamed: Option<NameRow>, input: TextInput },
    /// Then the group of a site.
    Group { renamed: Option<NameRow>, name: String, input: TextInput },
    /// The one that another counts as is chosen.
    Merge { from: NameRow, filter: ListFilter, cursor: ListCursor },
    /// The merging is to be confirmed.
    ConfirmMerge { from: NameRow, into: NameRow },
    /// The removal is to be confirmed.
    ConfirmRemove(NameRow),
    /// The path of the file to import is typed.
    Import(TextInput),
}

impl NamesScreen {
    /// Returns the rows of the list that is shown.
    pub fn rows(&self) -> &[NameRow] {
        match &self.overview {
            Some(overview) if self.shows_observers => &overview.observers,
            Some(overview) => &overview.sites,
            None => &[],
        }
    }

    /// Returns the positions of the rows that the filter shows.
    pub fn shown(&self) -> Vec<usize> {
        self.filter.shown(self.rows().iter().map(search_text))
    }

    /// Returns the rows that another one may count as, narrowed by a filter.
    pub fn targets<'a>(&'a self, from: &NameRow, filter: &ListFilter) -> Vec<&'a NameRow> {
        let may_be = |row: &&NameRow| row.id != from.id && !matches!(row.origin, Origin::Merged(_));
        let rows: Vec<&NameRow> = self.rows().iter().filter(may_be).collect();
        let shown = filter.shown(rows.iter().map(|row| search_text(row)));
        shown.into_iter().filter_map(|at| rows.get(at).copied()).collect()
    }

    /// Replaces what is known; the selected row stays selected.
    pub fn set_overview(&mut self, overview: NameOverview) {
        let selected = self.selected().map(|row| row.id.clone());
        self.overview = Some(overview);
        let rows = self.rows();
        let same = self.shown().into_iter().position(|at| rows.get(at).map(|row| &row.id) == selected.as_ref());
        self.cursor.selected = same.unwrap_or(self.cursor.selected);
        self.cursor.clamp(self.shown().len());
    }

    fn selected(&self) -> Option<&NameRow> {
        self.rows().get(*self.shown().get(self.cursor.selected)?)
    }

    fn write(&self, change: Change<Site>) -> Outcome {
        let observer = |site: Site| Observer { id: site.id, name: site.name };
        if self.shows_observers {
            Write::ChangeObservers(change.map(observer)).into()
        } else {
            Write::ChangeSites(change).into()
        }
    }

    /// Begins what a key asks for.
    fn begin(&mut self, shared: &mut Shared, command: Command) -> Outcome {
        let selected = self.selected().cloned();
        let refusal = selected.as_ref().and_then(|row| match command {
            Command::Open => why_not_renamed(row),
            Command::Merge => already_merged(row),
            _ => None,
        });
        if let Some(message) = refusal {
            shared.notice = Some(Notice::With(message));
            return Outcome::default();
        }
        match (command, selected) {
            (Command::New, _) => self.step = Some(NamesStep::Name { renamed: None, input: TextInput::line("") }),
            (Command::Import, _) => self.step = Some(NamesStep::Import(TextInput::line(&self.last_path))),
            (Command::Toggle, _) => {
                self.shows_observers = !self.shows_observers;
                self.cursor = ListCursor::default();
            }
            (Command::Open, Some(row)) => {
                let input = TextInput::line(row.label());
                self.step = Some(NamesStep::Name { renamed: Some(row), input });
            }
            (Command::Merge, Some(row)) => {
                let (filter, cursor) = (ListFilter::default(), ListCursor::default());
                self.step = Some(NamesStep::Merge { from: row, filter, cursor });
            }
            (Command::Discard, Some(row)) => self.step = Some(NamesStep::ConfirmRemove(row)),
            _ => {}
        }
        Outcome::default()
    }

    /// Handles a key press while something is being done.
    fn go_on(&mut self, shared: &mut Shared, step: NamesStep, press: KeyPress) -> Outcome {
        match step {
            NamesStep::Name { renamed, input } => self.type_name(shared, renamed, input, press),
            NamesStep::Group { renamed, name, input } => self.type_group(shared, renamed, name, input, press),
            NamesStep::Import(input) => self.type_file(shared, input, press),
            NamesStep::Merge { from, filter, cursor } => self.choose_target(shared, from, filter, cursor, press),
            NamesStep::ConfirmMerge { from, into } => match shared.keymap.command(Context::Confirm, press) {
                Some(Command::Accept) => self.write(Change::Merge { from: site(from), into: site(into) }),
                Some(Command::Refuse) => Outcome::default(),
                _ => self.stay(NamesStep::ConfirmMerge { from, into }),
            },
            NamesStep::ConfirmRemove(row) => match shared.keymap.command(Context::Confirm, press) {
                Some(Command::Accept) => self.write(Change::Remove(row.id)),
                Some(Command::Refuse) => Outcome::default(),
                _ => self.stay(NamesStep::ConfirmRemove(row)),
            },
        }
    }

    fn stay(&mut self, step: NamesStep) -> Outcome {
        self.step = Some(step);
        Outcome::default()
    }

    fn type_name(
        &mut self,
        shared: &mut Shared,
        renamed: Option<NameRow>,
        mut input: TextInput,
        press: KeyPress,
    ) -> Outcome {
        match input.update(&shared.keymap, press) {
            Some(Command::Back) => return Outcome::default(),
            None => return self.stay(NamesStep::Name { renamed, input }),
            Some(_) => {}
        }
        let name = tidy_name(&input.text());
        if !is_name(&name) {
            shared.notify("names-nameless");
            return self.stay(NamesStep::Name { renamed, input });
        }
        if self.shows_observers {
            return self.keep(shared, renamed, name, None);
        }
        let group = renamed.as_ref().and_then(|row| row.group.clone()).unwrap_or_default();
        self.stay(NamesStep::Group { renamed, name, input: TextInput::line(&group) })
    }

    fn type_group(
        &mut self,
        shared: &mut Shared,
        renamed: Option<NameRow>,
        name: String,
        mut input: TextInput,
        press: KeyPress,
    ) -> Outcome {
        match input.update(&shared.keymap, press) {
            Some(Command::Back) => self.stay(NamesStep::Name { renamed, input: TextInput::line(&name) }),
            None => self.stay(NamesStep::Group { renamed, name, input }),
            Some(_) => {
                self.keep(shared, renamed, name, Some(tidy_name(&input.text())).filter(|group| !group.is_empty()))
            }
        }
    }

    /// Renames the one that is there, or adds a new one.
    fn keep(&self, shared: &Shared, renamed: Option<NameRow>, name: String, group: Option<String>) -> Outcome {
        let change = match renamed {
            Some(row) => {
                let was = row.label().to_owned();
                Change::Rename { one: Site { id: row.id, name: Some(name), group }, was }
            }
            // The store refuses a name that is known.
            None if self.shows_observers => Change::Add(new_site(&shared.observers, name, None)),
            None => Change::Add(new_site(&shared.sites, name, group)),
        };
        self.write(change)
    }

    fn type_file(&mut self, shared: &Shared, mut input: TextInput, press: KeyPress) -> Outcome {
        match input.update(&shared.keymap, press) {
            Some(Command::Back) => Outcome::default(),
            Some(_) if !input.is_blank() => {
                input.text().trim().clone_into(&mut self.last_path);
                let path = PathBuf::from(&self.last_path);
                if self.shows_observers { Write::ImportObservers(path).into() } else { Write::ImportSites(path).into() }
            }
            _ => self.stay(NamesStep::Import(input)),
        }
    }

    fn choose_target(
        &mut self,
        shared: &Shared,
        from: NameRow,
        mut filter: ListFilter,
        mut cursor: ListCursor,
        press: KeyPress,
    ) -> Outcome {
        let targets = self.targets(&from, &filter);
        let all: Vec<usize> = (0..targets.len()).collect();
        if filter.update(&shared.keymap, press, &mut cursor, &all) {
            return self.stay(NamesStep::Merge { from, filter, cursor });
        }
        let own = shared.keymap.command(Context::List, press);
        let command = own.or_else(|| shared.keymap.command(Context::AnyList, press).filter(|_| !filter.is_open()));
        match (command, targets.get(cursor.selected)) {
            (Some(Command::Back), _) => return Outcome::default(),
            (Some(Command::Open), Some(into)) => {
                let into = (*into).clone();
                return self.stay(NamesStep::ConfirmMerge { from, into });
            }
            (Some(command), _) => cursor.go(command, targets.len()),
            (None, _) => {}
        }
        self.stay(NamesStep::Merge { from, filter, cursor })
    }
}

/// Returns the text that the filter compares with.
fn search_text(row: &NameRow) -> String {
    format!("{} {} {}", row.label(), row.id, row.group.as_deref().unwrap_or_default())
}

fn site(row: NameRow) -> Site {
    Site { id: row.id, name: row.name, group: row.group }
}

/// Returns the one that a name means, known or new.
fn new_site<T: Named>(known: &Known<T>, name: String, group: Option<String>) -> Site {
    let id = match known.identify(&name) {
        Identity::Known(one) | Identity::New(one) => one.id().to_owned(),
        Identity::Ambiguous(several) => several.first().map(|one| one.id().to_owned()).unwrap_or_default(),
        Identity::Nameless => String::new(),
    };
    Site { id, name: Some(name), group }
}

fn why_not_renamed(row: &NameRow) -> Option<Message> {
    match &row.origin {
        Origin::List(path, line) => {
            Some(NameListError::RenameListed(row.label().to_owned(), path.clone(), *line).message())
        }
        _ => already_merged(row),
    }
}

fn already_merged(row: &NameRow) -> Option<Message> {
    let Origin::Merged(into) = &row.origin else { return None };
    let (name, into, id) = (row.label().to_owned(), into.clone(), row.id.clone());
    Some(NameListError::AlreadyMerged { name, into, id }.message())
}

impl Interactive for NamesScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if let Some(step) = self.step.take() {
            return self.go_on(shared, step, press);
        }
        let shown = self.shown();
        if self.filter.update(&shared.keymap, press, &mut self.cursor, &shown) {
            return Outcome::default();
        }
        let command = |context| shared.keymap.command(context, press);
        let list = command(Context::List);
        if self.filter.is_open() {
            match list {
                Some(Command::Open) => {
                    self.filter.close(&mut self.cursor, &shown);
                    return self.begin(shared, Command::Open);
                }
                Some(command) => self.cursor.go(command, shown.len()),
                None => {}
            }
            return Outcome::default();
        }
        match command(Context::Names).or(list).or_else(|| command(Context::AnyList)) {
            Some(Command::Back) => Go::Pop.into(),
            Some(command) if self.cursor.after(command, shown.len()).is_some() => {
                self.cursor.go(command, shown.len());
                Outcome::default()
            }
            Some(command) => self.begin(shared, command),
            None => Outcome::default(),
        }
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        match &mut self.step {
            None => self.filter.input.as_mut(),
            Some(NamesStep::Merge { filter, .. }) => filter.input.as_mut(),
            Some(NamesStep::Name { input, .. } | NamesStep::Group { input, .. } | NamesStep::Import(input)) => {
                Some(input)
            }
            Some(NamesStep::ConfirmMerge { .. } | NamesStep::ConfirmRemove(_)) => None,
        }
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        match &mut self.step {
            None => Some(&mut self.cursor),
            Some(NamesStep::Merge { cursor, .. }) => Some(cursor),
            Some(_) => None,
        }
    }

    fn context(&self) -> Context {
        match &self.step {
            None => Context::Names,
            Some(NamesStep::Merge { .. }) => Context::List,
            Some(NamesStep::Name { .. } | NamesStep::Group { .. } | NamesStep::Import(_)) => Context::Typing,
            Some(NamesStep::ConfirmMerge { .. } | NamesStep::ConfirmRemove(_)) => Context::Confirm,
        }
    }

    fn is_typing(&self) -> bool {
        let is_open = match &self.step {
            None => self.filter.is_open(),
            Some(NamesStep::Merge { filter, .. }) => filter.is_open(),
            Some(_) => false,
        };
        is_open || self.context() == Context::Typing
    }
}
