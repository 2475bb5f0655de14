//! Where everything starts: the visit under way, those interrupted, and the ways into the rest.

use super::checklists::Checklists;
use super::new_visit::NewVisitForm;
use super::past::Past;
use super::settings::SettingsScreen;
use super::visit::VisitScreen;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::store::{StoreError, Unfinished, checklists};
use crate::text::Texts;
use crate::visit::{Action, Moment};

/// How many past visits the first screen shows.
pub const RECENT: usize = 3;

/// The id of the bundled checklist that teaches the keys.
pub const PRACTICE: &str = "practice";

/// The first screen.
#[derive(Debug, Default)]
pub struct Home {
    /// Where the cursor stands among [`rows`].
    pub cursor: ListCursor,
    /// What the user is asked to confirm.
    pub asked: Option<Asked>,
}

/// What the user is asked to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To give an unfinished visit up.
    Discard(String),
    /// To give up the visit that is open here.
    Abandon,
    /// To go on from what a damaged journal still holds.
    Salvage(String),
}

/// A row of the first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Back to the visit under way in this window.
    Continue,
    /// Take up an unfinished visit: its position.
    Resume(usize),
    /// The guided practice visit: here until it was done once, then in the training menu.
    Practice,
    /// A new visit.
    New,
    /// All past visits.
    Past,
    /// One of the newest past visits: its position.
    Recent(usize),
    /// The results.
    Results,
    /// The checklists.
    Checklists,
    /// What is for practice.
    Training,
    /// The settings.
    Settings,
    /// The keys.
    Help,
    /// Leave the program.
    Quit,
}

/// Returns the rows, from top to bottom.
#[must_use]
pub fn rows(model: &Model) -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(model.active_visit.is_some().then_some(Row::Continue));
    rows.extend(interrupted(model).map(|(index, _)| Row::Resume(index)));
    rows.extend((!model.settings.practised).then_some(Row::Practice));
    rows.extend([Row::New, Row::Past]);
    let recent = model.recent.as_ref().map_or(0, Vec::len).min(RECENT);
    rows.extend((0..recent).map(Row::Recent));
    rows.extend([Row::Results, Row::Checklists, Row::Training, Row::Settings, Row::Help, Row::Quit]);
    rows
}

/// Returns the unfinished visits but for the one that is open here, with their positions.
fn interrupted(model: &Model) -> impl Iterator<Item = (usize, &Unfinished)> {
    let here = model.active_visit.as_ref().map(|run| run.session().to_owned());
    model.unfinished.iter().enumerate().filter(move |(_, visit)| here.as_deref() != Some(visit.id.as_str()))
}

/// Opens the first screen, on the row of the screen that was in front, and has read anew what it lists.
pub fn open(model: &mut Model) -> Vec<Effect> {
    model.key_history = None;
    let left = match model.shown() {
        Screen::Past(_) => Some(Row::Past),
        Screen::Results(_) => Some(Row::Results),
        Screen::Checklists(_) => Some(Row::Checklists),
        Screen::Training(_) => Some(Row::Training),
        Screen::Settings(_) => Some(Row::Settings),
        _ => None,
    };
    let at = left.and_then(|left| rows(model).iter().position(|row| *row == left)).unwrap_or(0);
    model.show(Screen::Home(Home { cursor: ListCursor { selected: at, ..ListCursor::default() }, asked: None }));
    first()
}

/// Returns what is to be read for the first screen.
#[must_use]
pub fn first() -> Vec<Effect> {
    vec![Effect::LoadUnfinished, Effect::LoadRecent(RECENT)]
}

/// Changes what the first screen lists; the cursor stays on the row that the user chose, wherever that comes to stand.
pub fn relist(model: &mut Model, change: impl FnOnce(&mut Model)) {
    let chosen = match &model.screen {
        Screen::Home(home) if home.cursor.selected > 0 => {
            rows(model).get(home.cursor.selected).map(|row| name(model, *row))
        }
        _ => None,
    };
    change(model);
    let at = chosen.and_then(|chosen| rows(model).iter().position(|row| name(model, *row) == chosen));
    if let (Some(at), Screen::Home(home)) = (at, &mut model.screen) {
        home.cursor.selected = at;
    }
}

/// Returns what tells a row from every other, whatever else is listed.
fn name(model: &Model, row: Row) -> String {
    match row {
        Row::Resume(index) => model.unfinished.get(index).map(|one| one.id.clone()).unwrap_or_default(),
        Row::Recent(index) => {
            let visit = model.recent.as_ref().and_then(|recent| recent.get(index));
            visit.map(|visit| visit.path.display().to_string()).unwrap_or_default()
        }
        row => format!("{row:?}"),
    }
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let rows = rows(model);
    let Screen::Home(home) = &mut model.screen else { return Vec::new() };
    if let Some(asked) = &home.asked {
        let answer = model.keymap.command(Context::Confirm, press);
        let effect = match asked {
            Asked::Discard(id) => Some(Effect::Discard(id.clone())),
            Asked::Salvage(id) => Some(Effect::Salvage(id.clone())),
            Asked::Abandon => None,
        };
        if !matches!(answer, Some(Command::Accept | Command::Refuse)) {
            return Vec::new();
        }
        home.asked = None;
        return match effect {
            _ if answer == Some(Command::Refuse) => Vec::new(),
            Some(effect) => vec![effect],
            None => crate::app::act(model, &Action::Abandon, now),
        };
    }
    let own = model.keymap.command(Context::Home, press);
    let Some(command) = own.or_else(|| model.keymap.command(Context::List, press)) else { return Vec::new() };
    home.cursor.selected = home.cursor.selected.min(rows.len().saturating_sub(1));
    if home.cursor.go(command, rows.len()) {
        return Vec::new();
    }
    let Some(&row) = rows.get(home.cursor.selected) else { return Vec::new() };
    match (command, row) {
        (Command::Open, row) => choose(model, row, now),
        (Command::Look, Row::Resume(index)) => match model.unfinished.get(index) {
            Some(Unfinished { id, visit: Ok(_), .. }) => vec![Effect::Look(id.clone())],
            _ => choose(model, row, now),
        },
        (Command::Discard, Row::Resume(index)) => {
            if let Some(Unfinished { id, visit: Ok(_), .. }) = model.unfinished.get(index) {
                home.asked = Some(Asked::Discard(id.clone()));
            }
            Vec::new()
        }
        (Command::Discard, Row::Continue) => {
            home.asked = Some(Asked::Abandon);
            Vec::new()
        }
        (Command::Results, _) => super::results::open(model),
        (Command::Quit, _) => vec![Effect::Quit],
        _ => Vec::new(),
    }
}

/// Does what a row says. While something of the visit open here is not on the disk, no other takes its place.
pub fn choose(model: &mut Model, row: Row, now: &Moment) -> Vec<Effect> {
    let replaces = matches!(row, Row::Resume(_) | Row::Practice | Row::New);
    if replaces && model.active_visit.as_ref().is_some_and(|run| !run.is_saved()) {
        model.notice = Some(Notice::Said("app-notice-unsaved-first"));
        return Vec::new();
    }
    match row {
        Row::Continue => {
            if let Some(run) = &model.active_visit {
                model.screen = Screen::Visit(VisitScreen::new(run));
            }
            Vec::new()
        }
        Row::Resume(index) => resume(model, index),
        Row::Practice => practice(model, now),
        Row::New => {
            model.screen = Screen::NewVisit(NewVisitForm::new(&model.settings));
            vec![Effect::LoadLibrary]
        }
        Row::Past => {
            model.screen = Screen::Past(Past::default());
            vec![Effect::LoadPast]
        }
        Row::Recent(index) => {
            let visit = model.recent.as_ref().and_then(|recent| recent.get(index));
            visit.map(|visit| Effect::LoadSession(visit.path.to_path_buf())).into_iter().collect()
        }
        Row::Results => super::results::open(model),
        Row::Checklists => {
            model.screen = Screen::Checklists(Checklists::default());
            vec![Effect::LoadLibrary]
        }
        Row::Training => super::training::open(model),
        Row::Settings => {
            model.screen = Screen::Settings(SettingsScreen::default());
            Vec::new()
        }
        Row::Help => super::help::open(model),
        Row::Quit => vec![Effect::Quit],
    }
}

/// Starts the practice visit, at a site that is there for nothing else.
fn practice(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let library = model.library.get_or_insert_with(checklists::bundled);
    let definition =
        library.iter().find(|listed| listed.id == PRACTICE).and_then(|listed| listed.definition.clone().ok());
    let Some(definition) = definition else {
        model.notice = Some(Notice::Said("app-notice-no-checklist"));
        return Vec::new();
    };
    let opening = super::training::opening(model, PRACTICE, Texts::new(model.lang).get("app-practice-site"));
    super::new_visit::begin(model, definition, opening, now)
}

fn resume(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(unfinished) = model.unfinished.get(index) else { return Vec::new() };
    let id = unfinished.id.clone();
    match &unfinished.visit {
        Ok(_) => vec![Effect::Open(id)],
        Err(StoreError::JournalDamaged { .. } | StoreError::JournalEmpty { .. }) => {
            if let Screen::Home(home) = &mut model.screen {
                home.asked = Some(Asked::Salvage(id));
            }
            Vec::new()
        }
        Err(error) => {
            model.notice = Some(Notice::With(error.message()));
            Vec::new()
        }
    }
}
