//! The end of a visit: where its file is, the debrief, and what to do next.

use crate::app::active_visit::ActiveVisit;
use crate::app::prelude::*;
use crate::text::Texts;
use std::path::PathBuf;

/// The end of a visit.
#[derive(Debug, Default)]
pub struct Finished {
    /// The session file, once it is written.
    pub path: Option<PathBuf>,
    /// The first visible line of the debrief, before wrapping.
    pub cursor: ListCursor,
}

impl Interactive for Finished {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let own = shared.keymap.command(Context::Finished, press);
        let Some(command) = own.or_else(|| shared.keymap.command(Context::List, press)) else {
            return Outcome::default();
        };
        if !matches!(command, Command::Open | Command::New | Command::Look | Command::Compare | Command::Back) {
            let debrief = shared.debrief(&Texts::new(shared.lang));
            self.cursor.go(command, debrief.iter().map(|section| section.lines.len()).sum());
            return Outcome::default();
        }
        let Some(path) = self.path.clone() else {
            shared.notify("app-notice-not-yet-saved");
            return Outcome::default();
        };
        match command {
            Command::Compare if shared.practice().is_none() => Outcome::default(),
            Command::Compare => match shared.active_visit.take() {
                Some(ActiveVisit { visit, play: Some(play), .. }) => {
                    Go::Replace(Destination::Debrief(Box::new(visit), Box::new(play))).into()
                }
                _ => Outcome::default(),
            },
            Command::Look => {
                shared.active_visit = None;
                Read::LoadSession(path).into()
            }
            Command::New => {
                shared.active_visit = None;
                Go::Replace(Destination::NewVisit(Box::default())).into()
            }
            _ => {
                shared.active_visit = None;
                Go::Pop.into()
            }
        }
    }

    fn context(&self) -> Context {
        Context::Finished
    }
}
