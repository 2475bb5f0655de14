//! Where everything starts: the visit under way, those interrupted, and the ways into the rest.

use crate::app::begin::{begin_guided, is_unsaved};
use crate::app::effect::{Effect, Read, Write};
use crate::app::interactive::Interactive;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::outcome::{Destination, Go, Outcome, VisitStart};
use crate::app::shared::{Notice, Shared};
use crate::store::{StoreError, Unfinished};
use crate::visit::{Action, Moment};

/// How many past visits the first screen shows.
pub const RECENT: usize = 3;

/// The first screen.
#[derive(Debug, Default)]
pub struct Home {
    /// The cursor among [`rows`].
    pub cursor: ListCursor,
    /// What is to be confirmed.
    pub confirmation: Option<Confirmation>,
}

/// A question that is answered by yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmation {
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
pub fn rows(shared: &Shared) -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(shared.active_visit.is_some().then_some(Row::Continue));
    rows.extend(interrupted(shared).map(|(index, _)| Row::Resume(index)));
    rows.extend((!shared.settings.practised).then_some(Row::Practice));
    rows.extend([Row::New, Row::Past]);
    let recent = shared.recent.as_ref().map_or(0, Vec::len).min(RECENT);
    rows.extend((0..recent).map(Row::Recent));
    rows.extend([Row::Results, Row::Checklists, Row::Training, Row::Settings, Row::Help, Row::Quit]);
    rows
}

/// Returns the unfinished visits but for the one that is open here, with their positions.
fn interrupted(shared: &Shared) -> impl Iterator<Item = (usize, &Unfinished)> {
    let here = shared.active_visit.as_ref().map(|run| run.session().to_owned());
    shared.unfinished.iter().enumerate().filter(move |(_, visit)| here.as_deref() != Some(visit.id.as_str()))
}

/// Returns what is to be read for the first screen.
#[must_use]
pub fn first() -> Vec<Effect> {
    vec![Read::LoadUnfinished.into(), Read::LoadRecent(RECENT).into()]
}

/// Returns the identity of a row, whatever else is listed.
fn identity(shared: &Shared, row: Row) -> String {
    match row {
        Row::Resume(index) => shared.unfinished.get(index).map(|one| one.id.clone()).unwrap_or_default(),
        Row::Recent(index) => {
            let visit = shared.recent.as_ref().and_then(|recent| recent.get(index));
            visit.map(|visit| visit.path.display().to_string()).unwrap_or_default()
        }
        row => format!("{row:?}"),
    }
}

impl Home {
    /// Starts on a row.
    #[must_use]
    pub fn on(shared: &Shared, row: Option<Row>) -> Self {
        let at = row.and_then(|row| rows(shared).iter().position(|other| *other == row)).unwrap_or(0);
        Self { cursor: ListCursor::at(at), confirmation: None }
    }

    /// Returns the identity of the row that the user chose; `None` on the first row.
    #[must_use]
    pub fn selected(&self, shared: &Shared) -> Option<String> {
        let at = self.cursor.selected;
        rows(shared).get(at).filter(|_| at > 0).map(|row| identity(shared, *row))
    }

    /// Selects the row of this identity, where it is listed.
    pub fn select(&mut self, shared: &Shared, selected: Option<&str>) {
        let same = |row: &Row| Some(identity(shared, *row).as_str()) == selected;
        self.cursor.selected = rows(shared).iter().position(same).unwrap_or(self.cursor.selected);
    }

    /// Handles a key press while something is to be confirmed.
    fn confirm(&mut self, shared: &mut Shared, confirmation: Confirmation, press: KeyPress, now: &Moment) -> Outcome {
        match (shared.keymap.command(Context::Confirm, press), confirmation) {
            (Some(Command::Refuse), _) => Outcome::default(),
            (Some(Command::Accept), Confirmation::Discard(id)) => Write::Discard(id).into(),
            (Some(Command::Accept), Confirmation::Salvage(id)) => Write::Salvage(id).into(),
            (Some(Command::Accept), Confirmation::Abandon) => shared.act_or_end(&Action::Abandon, now),
            (_, confirmation) => {
                self.confirmation = Some(confirmation);
                Outcome::default()
            }
        }
    }

    /// Opens what a row is for. While something of the open visit is not on the disk, no other replaces it.
    fn choose(&mut self, shared: &mut Shared, row: Row, now: &Moment) -> Outcome {
        let destination = match row {
            Row::Resume(_) | Row::New if is_unsaved(shared) => return Outcome::default(),
            Row::Continue => return Go::Replace(Destination::Visit(VisitStart::FirstOpen)).into(),
            Row::Resume(index) => return self.resume(shared, index),
            Row::Practice => return begin_guided(shared, now),
            Row::New => Destination::NewVisit(Box::default()),
            Row::Past => Destination::Past { replays: false },
            Row::Recent(index) => {
                let visit = shared.recent.as_ref().and_then(|recent| recent.get(index));
                return visit.map(|visit| Read::LoadSession(visit.path.to_path_buf()).into()).unwrap_or_default();
            }
            Row::Results => Destination::Results,
            Row::Checklists => Destination::Checklists,
            Row::Training => Destination::Training,
            Row::Settings => Destination::Settings,
            Row::Help => Destination::Help,
            Row::Quit => return Effect::Quit.into(),
        };
        Go::Push(destination).into()
    }

    fn resume(&mut self, shared: &mut Shared, index: usize) -> Outcome {
        let Some(unfinished) = shared.unfinished.get(index) else { return Outcome::default() };
        let id = unfinished.id.clone();
        match &unfinished.visit {
            Ok(_) => return Write::Open(id).into(),
            Err(StoreError::JournalDamaged { .. } | StoreError::JournalEmpty { .. }) => {
                self.confirmation = Some(Confirmation::Salvage(id));
            }
            Err(error) => shared.notice = Some(Notice::With(error.message())),
        }
        Outcome::default()
    }
}

impl Interactive for Home {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        if let Some(confirmation) = self.confirmation.take() {
            return self.confirm(shared, confirmation, press, now);
        }
        let own = shared.keymap.command(Context::Home, press);
        let Some(command) = own.or_else(|| shared.keymap.command(Context::List, press)) else {
            return Outcome::default();
        };
        let rows = rows(shared);
        self.cursor.selected = self.cursor.selected.min(rows.len().saturating_sub(1));
        if self.cursor.go(command, rows.len()) {
            return Outcome::default();
        }
        let Some(&row) = rows.get(self.cursor.selected) else { return Outcome::default() };
        let readable = |index: usize| shared.unfinished.get(index).filter(|one| one.visit.is_ok()).map(|one| &one.id);
        match (command, row) {
            (Command::Look, Row::Resume(index)) => {
                return match readable(index) {
                    Some(id) => Read::Look(id.clone()).into(),
                    None => self.choose(shared, row, now),
                };
            }
            (Command::Open, row) => return self.choose(shared, row, now),
            (Command::Discard, Row::Resume(index)) => {
                self.confirmation = readable(index).cloned().map(Confirmation::Discard);
            }
            (Command::Discard, Row::Continue) => self.confirmation = Some(Confirmation::Abandon),
            (Command::Results, _) => return Go::Push(Destination::Results).into(),
            (Command::Quit, _) => return Effect::Quit.into(),
            _ => {}
        }
        Outcome::default()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        // What is being confirmed stays what it was.
        self.confirmation.is_none().then_some(&mut self.cursor)
    }

    fn context(&self) -> Context {
        if self.confirmation.is_some() { Context::Confirm } else { Context::Home }
    }
}
