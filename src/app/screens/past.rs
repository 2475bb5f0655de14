//! Past visits: all of them, newest first, narrowed by what is typed.

use crate::app::cursor::Cursor;
use crate::app::field::Field;
use crate::app::filter;
use crate::app::key::Press;
use crate::app::keymap::{Command, Context};
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::store::SessionHead;

/// The list of past visits.
#[derive(Debug)]
pub struct Past {
    /// Those read so far, newest first.
    pub heads: Vec<SessionHead>,
    /// Whether these are all.
    pub done: bool,
    /// What narrows the list.
    pub filter: Field,
    /// The positions of those that fit the filter.
    pub shown: Vec<usize>,
    /// Where the cursor stands among those shown.
    pub cursor: Cursor,
    /// Whether the one chosen is played back; the list was then opened from the training menu.
    pub replays: bool,
}

impl Default for Past {
    fn default() -> Self {
        Self {
            heads: Vec::new(),
            done: false,
            filter: Field::line(""),
            shown: Vec::new(),
            cursor: Cursor::default(),
            replays: false,
        }
    }
}

impl Past {
    /// Takes more visits in.
    pub fn add(&mut self, heads: Vec<SessionHead>, done: bool) {
        let known = self.heads.len();
        self.heads.extend(heads);
        self.done = done;
        let fit = self.fit(known);
        self.shown.extend(fit);
    }

    fn narrow(&mut self) {
        self.shown = self.fit(0);
        self.cursor.at = self.cursor.at.min(self.shown.len().saturating_sub(1));
    }

    /// Gives the positions, from one on, of those that fit the filter.
    fn fit(&self, from: usize) -> Vec<usize> {
        let texts = self.heads.iter().skip(from).map(|head| {
            let name = head.site.name.as_deref().unwrap_or_default();
            format!(
                "{} {name} {} {} {}",
                head.site.id,
                head.observer.id,
                head.checklist.id,
                head.started_at.civil().date()
            )
        });
        let fit = filter::in_order(&self.filter.text(), texts);
        fit.into_iter().map(|index| from + index).collect()
    }
}

/// Takes a key: letters narrow the list.
pub fn press(model: &mut Model, press: Press) -> Vec<Effect> {
    let Screen::Past(past) = &mut model.screen else { return Vec::new() };
    match model.keymap.command(Context::List, press) {
        Some(Command::Back) if !past.filter.text().is_empty() => {
            past.filter = Field::line("");
            past.narrow();
            Vec::new()
        }
        Some(Command::Back) if past.replays => super::training::open(model),
        Some(Command::Back) => super::home::open(model),
        Some(Command::Open) => {
            let head = past.shown.get(past.cursor.at).and_then(|&index| past.heads.get(index));
            head.map(|head| Effect::LoadSession(head.path.clone())).into_iter().collect()
        }
        Some(command) if past.cursor.go(command, past.shown.len()) => Vec::new(),
        _ => {
            if past.filter.press(press) {
                past.cursor.at = 0;
                past.narrow();
            }
            Vec::new()
        }
    }
}
