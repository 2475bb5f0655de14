//! The end of a visit: where its file is, the debrief, and what to do next.

use crate::app::active_visit::ActiveVisit;
use crate::app::effect::VisitExport;
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
        if !matches!(command, Command::Open | Command::Back | Command::New | Command::Look | Command::Export) {
            let debrief = shared.debrief(&Texts::new(shared.lang));
            self.cursor.go(command, debrief.iter().map(|section| section.lines.len()).sum());
            return Outcome::default();
        }
        let Some(path) = self.path.clone() else {
            shared.notify("app-notice-not-yet-saved");
            return Outcome::default();
        };
        if command == Command::Export {
            return Read::ExportVisit(Box::new(VisitExport::page(path))).into();
        }
        match (command, shared.active_visit.take()) {
            (Command::Open, Some(ActiveVisit { visit, play: Some(play), .. })) => {
                Go::Replace(Destination::Debrief(Box::new(visit), Box::new(play))).into()
            }
            (Command::Look, _) => Read::LoadSession(path).into(),
            (Command::New, _) => Go::Replace(Destination::NewVisit(Box::default())).into(),
            _ => Go::Pop.into(),
        }
    }

    fn context(&self) -> Context {
        Context::Finished
    }
}
