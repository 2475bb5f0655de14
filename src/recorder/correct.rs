//! Corrections of past visits.

use super::{Recorder, restore_session};
use crate::app::Message;
use crate::app::loaded_data::{JournalRepair, ResumedVisit};
use crate::store::session::Ending;
use crate::store::{DocumentError, Draft, IoCause, Journal, StoreError, scenarios};
use crate::visit::{Action, Authorship, Event, Moment, Refusal, Visit};
use std::path::Path;

impl Recorder {
    /// Opens a visit that is over for a correction.
    pub(super) fn reopen(&mut self, path: &Path, why: &Authorship, now: &Moment) -> Result<Message, StoreError> {
        let (visit, journal) = self.correct(path, why, now, |_, _| Ok(Vec::new()))?;
        self.journal = Some(journal);
        Ok(Message::Resumed(Box::new(ResumedVisit {
            play: scenarios::play_of(&self.folders, &visit),
            visit,
            draft: Draft::default(),
            repair: None,
            is_reopened: true,
        })))
    }

    /// Declares a visit that is over void.
    pub(super) fn declare_void(&mut self, path: &Path, why: &Authorship, now: &Moment) -> Result<Message, StoreError> {
        if Journal::read_to_correct(&self.folders, path)?.session.status == Ending::Void {
            return Err(DocumentError::AlreadyVoid.into());
        }
        let void = |visit: &mut Visit, now: &Moment| visit.act(&Action::Void(why.clone()), now).map(<[_]>::to_vec);
        let (_, mut journal) = self.correct(path, why, now, void)?;
        Ok(Message::Settled(JournalRepair::DeclaredVoid(journal.complete()?.path)))
    }

    /// Creates the journal of a correction that begins with a change.
    fn correct(
        &self,
        path: &Path,
        why: &Authorship,
        now: &Moment,
        change: impl FnOnce(&mut Visit, &Moment) -> Result<Vec<Event>, Refusal>,
    ) -> Result<(Visit, Journal), StoreError> {
        let refused = |refusal: Refusal| IoCause::System(refusal.to_string()).at(path);
        let read = Journal::read_to_correct(&self.folders, path)?;
        let mut visit = restore_session(&read.path, read.definition.clone(), read.events.clone())?;
        let mut events = visit.reopen(why, &self.program, now).map_err(refused)?.to_vec();
        events.extend(change(&mut visit, now).map_err(refused)?);
        let journal = Journal::reopen(&self.folders, &read, &events)?;
        Ok((visit, journal))
    }
}
