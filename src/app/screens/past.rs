//! Past visits: all of them, newest first, narrowed by what is typed.

use crate::app::filter;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::app::text_input::TextInput;
use crate::store::SessionHead;
use crate::store::session::Ending;
use crate::visit::Kind;
use crate::visit::time::Stamp;
use std::path::Path;

/// A past visit on one line of a list: no more of it than is drawn and looked through, for there are thousands.
#[derive(Debug)]
pub struct PastVisit {
    /// The file.
    pub path: Box<Path>,
    /// When the clock started.
    pub started_at: Stamp,
    /// What people call the place.
    pub site: Box<str>,
    /// What the visit was for.
    pub kind: Kind,
    /// How it ended.
    pub status: Ending,
    /// The score.
    pub percent: Option<f64>,
    /// Whether a critical item failed.
    pub failed: bool,
    /// What a filter looks through.
    searched: Box<str>,
}

impl From<SessionHead> for PastVisit {
    fn from(head: SessionHead) -> Self {
        let name = head.site.name.as_deref().unwrap_or_default();
        let day = head.started_at.civil().date();
        let searched = format!("{} {name} {} {} {day}", head.site.id, head.observer.id, head.checklist.id);
        Self {
            site: head.site.label().into(),
            started_at: head.started_at,
            kind: head.kind,
            status: head.status,
            percent: head.score.percent,
            failed: !head.score.failed_critical.is_empty(),
            searched: searched.into(),
            path: head.path.into(),
        }
    }
}

/// The list of past visits.
#[derive(Debug)]
pub struct Past {
    /// Those read so far, newest first.
    pub visits: Vec<PastVisit>,
    /// Whether these are all.
    pub done: bool,
    /// What narrows the list.
    pub filter: TextInput,
    /// The positions of those that fit the filter.
    pub shown: Vec<usize>,
    /// Where the cursor stands among those shown.
    pub cursor: ListCursor,
    /// Whether the one chosen is played back; the list was then opened from the training menu.
    pub replays: bool,
}

impl Default for Past {
    fn default() -> Self {
        Self {
            visits: Vec::new(),
            done: false,
            filter: TextInput::line(""),
            shown: Vec::new(),
            cursor: ListCursor::default(),
            replays: false,
        }
    }
}

impl Past {
    /// Takes more visits in.
    pub fn add(&mut self, visits: Vec<PastVisit>, done: bool) {
        let known = self.visits.len();
        self.visits.extend(visits);
        self.done = done;
        let fit = self.fit(known);
        self.shown.extend(fit);
    }

    fn narrow(&mut self) {
        self.shown = self.fit(0);
        self.cursor.selected = self.cursor.selected.min(self.shown.len().saturating_sub(1));
    }

    /// Returns the positions, from one on, of those that fit the filter.
    fn fit(&self, from: usize) -> Vec<usize> {
        let fit = filter::in_order(&self.filter.text(), self.visits.iter().skip(from).map(|visit| &*visit.searched));
        fit.into_iter().map(|index| from + index).collect()
    }
}

/// Takes a key: letters narrow the list.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Past(past) = &mut model.screen else { return Vec::new() };
    match model.keymap.command(Context::List, press) {
        Some(Command::Back) if !past.filter.text().is_empty() => {
            past.filter = TextInput::line("");
            past.narrow();
            Vec::new()
        }
        Some(Command::Back) if past.replays => super::training::open(model),
        Some(Command::Back) => super::home::open(model),
        Some(Command::Open) => {
            let visit = past.shown.get(past.cursor.selected).and_then(|&index| past.visits.get(index));
            visit.map(|visit| Effect::LoadSession(visit.path.to_path_buf())).into_iter().collect()
        }
        Some(command) if past.cursor.go(command, past.shown.len()) => Vec::new(),
        _ => {
            if past.filter.press(press) {
                past.cursor.selected = 0;
                past.narrow();
            }
            Vec::new()
        }
    }
}
