//! The home screen: the visit under way, the unfinished ones, and the menu.

use crate::app::begin_visit::{begin_guided, notify_if_unsaved};
use crate::app::prelude::*;
use crate::store::{JournalError, StoreError, Unfinished};
use crate::visit::Action;

/// The number of past visits on the home screen.
pub const RECENT: usize = 3;

/// The home screen.
#[derive(Debug, Default)]
pub struct Home {
    /// The cursor among [`rows`].
    pub cursor: ListCursor,
    /// The action to be confirmed.
    pub confirmation: Option<Confirmation>,
}

/// A yes/no confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// Abandons an unfinished visit.
    Discard(String),
    /// Abandons the visit that is open here.
    Abandon,
    /// Continues a visit from the readable part of a damaged journal.
    Salvage(String),
}

/// A row of the home screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeRow {
    /// The visit under way in this window.
    Continue,
    /// An unfinished visit, by its position.
    Resume(usize),
    /// The guided practice visit; here until it was done once, then in the training menu.
    Practice,
    New,
    /// All past visits.
    Past,
    /// One of the newest past visits, by its position.
    Recent(usize),
    Results,
    Checklists,
    Training,
    Settings,
    /// The sites and the observers.
    Names,
    Help,
    Quit,
}

/// Returns the rows, from top to bottom.
pub fn rows(shared: &Shared) -> Vec<HomeRow> {
    let mut rows = Vec::new();
    rows.extend(shared.active_visit.is_some().then_some(HomeRow::Continue));
    rows.extend(interrupted(shared).map(|(index, _)| HomeRow::Resume(index)));
    rows.extend((!shared.settings.practised).then_some(HomeRow::Practice));
    rows.extend([HomeRow::New, HomeRow::Past]);
    let recent = shared.recent.as_ref().map_or(0, Vec::len).min(RECENT);
    rows.extend((0..recent).map(HomeRow::Recent));
    rows.extend([
        HomeRow::Results,
        HomeRow::Checklists,
        HomeRow::Training,
        HomeRow::Settings,
        HomeRow::Names,
        HomeRow::Help,
        HomeRow::Quit,
    ]);
    rows
}

/// Returns the unfinished visits with their positions, without the one that is open here.
fn interrupted(shared: &Shared) -> impl Iterator<Item = (usize, &Unfinished)> {
    let here = shared.active_visit.as_ref().map(|active| active.session().to_owned());
    shared.unfinished.iter().enumerate().filter(move |(_, visit)| here.as_deref() != Some(visit.id.as_str()))
}

/// Returns the reads that the home screen needs.
pub fn reads() -> Vec<Effect> {
    vec![Read::LoadUnfinished.into(), Read::LoadRecent(RECENT).into()]
}

/// Returns the identity of a row, which is independent of the other rows.
fn identity(shared: &Shared, row: HomeRow) -> String {
    match row {
        HomeRow::Resume(index) => shared.unfinished.get(index).map(|one| one.id.clone()).unwrap_or_default(),
        HomeRow::Recent(index) => {
            shared.recent_visit(index).map(|visit| visit.path.display().to_string()).unwrap_or_default()
        }
        row => format!("{row:?}"),
    }
}

impl Home {
    /// Creates the screen with a row selected.
    pub fn with_row(shared: &Shared, row: Option<HomeRow>) -> Self {
        let at = row.and_then(|row| rows(shared).iter().position(|other| *other == row)).unwrap_or(0);
        Self { cursor: ListCursor::at(at), confirmation: None }
    }

    /// Returns the identity of the selected row; `None` on the first row, which is the default.
    pub fn selected(&self, shared: &Shared) -> Option<String> {
        let at = self.cursor.selected;
        rows(shared).get(at).filter(|_| at > 0).map(|row| identity(shared, *row))
    }

    /// Selects the row with this identity, if it is listed.
    pub fn select(&mut self, shared: &Shared, selected: Option<&str>) {
        let same = |row: &HomeRow| Some(identity(shared, *row).as_str()) == selected;
        self.cursor.selected = rows(shared).iter().position(same).unwrap_or(self.cursor.selected);
    }

    /// Handles a key press while an action is to be confirmed.
    fn confirm(&mut self, shared: &mut Shared, confirmation: Confirmation, press: KeyPress, now: &Moment) -> Outcome {
        match (shared.keymap.command(Context::Confirm, press), confirmation) {
            (Some(Command::Refuse), _) => Outcome::default(),
            (Some(Command::Accept), Confirmation::Discard(id)) => Write::Discard(id).into(),
            (Some(Command::Accept), Confirmation::Salvage(id)) => Write::Salvage(id).into(),
            (Some(Command::Accept), Confirmation::Abandon) => {
                match shared.active_visit.take_if(|active| active.is_correction()) {
                    Some(active) => Write::Discard(active.session().to_owned()).into(),
                    None => shared.act_or_end(&Action::Abandon, now),
                }
            }
            (_, confirmation) => {
                self.confirmation = Some(confirmation);
                Outcome::default()
            }
        }
    }

    /// Opens a row. While the open visit has unsaved events, no other visit may replace it.
    fn choose(&mut self, shared: &mut Shared, row: HomeRow, now: &Moment) -> Outcome {
        let destination = match row {
            HomeRow::Resume(_) | HomeRow::New if notify_if_unsaved(shared) => return Outcome::default(),
            HomeRow::Continue => return Go::Replace(Destination::Visit(None)).into(),
            HomeRow::Resume(index) => return self.resume(shared, index),
            HomeRow::Practice => return begin_guided(shared, now),
            HomeRow::New => Destination::NewVisit(Box::default()),
            HomeRow::Past => Destination::Past { replays: false },
            HomeRow::Recent(index) => {
                let visit = shared.recent_visit(index);
                return visit.map(|visit| Read::LoadSession(visit.path.to_path_buf()).into()).unwrap_or_default();
            }
            HomeRow::Results => Destination::Results,
            HomeRow::Checklists => Destination::Checklists,
            HomeRow::Training => Destination::Training,
            HomeRow::Settings => Destination::Settings,
            HomeRow::Names => Destination::Names,
            HomeRow::Help => Destination::Help(Context::Home),
            HomeRow::Quit => return Effect::Quit.into(),
        };
        Go::Push(destination).into()
    }

    fn resume(&mut self, shared: &mut Shared, index: usize) -> Outcome {
        let Some(unfinished) = shared.unfinished.get(index) else { return Outcome::default() };
        let id = unfinished.id.clone();
        match &unfinished.visit {
            Ok(_) => return Write::Open(id).into(),
            Err(StoreError::Journal(JournalError::Damaged { .. } | JournalError::Empty { .. })) => {
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
        let command = |context| shared.keymap.command(context, press);
        let Some(command) = own.or_else(|| command(Context::List)).or_else(|| command(Context::AnyList)) else {
            return Outcome::default();
        };
        let rows = rows(shared);
        self.cursor.clamp(rows.len());
        let Some(&row) = rows.get(self.cursor.selected) else { return Outcome::default() };
        let readable = |index: usize| shared.unfinished.get(index).filter(|one| one.visit.is_ok()).map(|one| &one.id);
        match (command, row) {
            (Command::Look, HomeRow::Resume(index)) => {
                return match readable(index) {
                    Some(id) => Read::LoadUnfinishedVisit(id.clone()).into(),
                    None => self.choose(shared, row, now),
                };
            }
            (Command::Open, row) => return self.choose(shared, row, now),
            (Command::Discard, HomeRow::Resume(index)) => {
                self.confirmation = readable(index).cloned().map(Confirmation::Discard);
            }
            (Command::Discard, HomeRow::Continue) => self.confirmation = Some(Confirmation::Abandon),
            (Command::Results, _) => return Go::Push(Destination::Results).into(),
            // The past visits are narrowed by what is typed.
            (Command::Filter, _) => return Go::Push(Destination::Past { replays: false }).into(),
            (Command::Quit, _) => return Effect::Quit.into(),
            _ => self.cursor.go(command, rows.len()),
        }
        Outcome::default()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        // While an action is to be confirmed, clicks must not change the selection.
        self.confirmation.is_none().then_some(&mut self.cursor)
    }

    fn context(&self) -> Context {
        if self.confirmation.is_some() { Context::Confirm } else { Context::Home }
    }
}
