//! Carries out on the disk what the application asked for, and says what came of it.
//!
//! Both fronts use it: the lines of [`crate::plain`] one effect at a time, the terminal on a thread of its own.
//! It decides nothing: what happens next is the application's business.

mod export;
mod practice;
mod reading;
pub mod results;
pub mod thread;

pub use practice::{expect, record};
pub use reading::{read, unfinished};

use crate::app::active_visit::drafted;
use crate::app::payload::{JournalRepair, Opened};
use crate::app::{Message, Write};
use crate::store::unfinished::{read_draft, remove_empty, write_draft};
use crate::store::{Draft, Folders, Journal, Recovered, StoreError, rulings, scenarios, sessions, settings, sites};
use crate::visit::state::FoldError;
use crate::visit::{Action, Definition, Event, Moment, Program, Visit};
use std::sync::Arc;

/// Receives what comes of work in the background, on whatever thread that is.
pub type OnMessage = Arc<dyn Fn(Message) + Send + Sync>;

/// The one writer of this process.
#[derive(Debug)]
pub struct Recorder {
    folders: Folders,
    program: Program,
    journal: Option<Journal>,
    /// A visit whose journal could not be made yet.
    unmade: Option<Unmade>,
}

#[derive(Debug)]
struct Unmade {
    definition: Arc<Definition>,
    session: String,
    events: Vec<Event>,
}

impl Recorder {
    /// Makes a recorder that has no visit open yet.
    #[must_use]
    pub fn new(folders: Folders, program: Program) -> Self {
        Self { folders, program, journal: None, unmade: None }
    }

    /// Carries out a write; returns what the application should know of it.
    pub fn carry_out(&mut self, write: Write, now: &Moment) -> Option<Message> {
        match write {
            Write::Begin { definition, session, events } => {
                self.unmade = Some(Unmade { definition, session, events });
                Some(self.retry())
            }
            Write::Append(events) => Some(self.append(&events)),
            Write::Retry => Some(self.retry()),
            Write::Draft(draft) => self.draft(&draft).err().map(Message::Failed),
            Write::Complete => Some(self.complete()),
            Write::Open(id) => Some(self.open(&id)),
            Write::Salvage(id) => Some(self.salvage(&id)),
            Write::Discard(id) => Some(self.discard(&id, now).unwrap_or_else(Message::Failed)),
            Write::SaveSettings(change) => settings::save(&self.folders, &change).err().map(Message::Failed),
            Write::RememberSite(site) => sites::remember(&self.folders, &site).err().map(Message::Failed),
            Write::Rule { definition, item, text } => {
                let ruled = rulings::add(&self.folders, &definition, &item, &text);
                Some(ruled.map_or_else(Message::Failed, Message::Ruled))
            }
        }
    }

    /// Writes events behind those before; where the journal could not be made yet, that comes first.
    fn append(&mut self, events: &[Event]) -> Message {
        if let Some(unmade) = &mut self.unmade {
            unmade.events.extend_from_slice(events);
            return self.retry();
        }
        match &mut self.journal {
            Some(journal) => said(journal.append(events)),
            None => Message::NotSaved(StoreError::Missing { path: self.folders.unfinished() }),
        }
    }

    fn retry(&mut self) -> Message {
        if let Some(Unmade { definition, session, events }) = self.unmade.take() {
            let mut journal = match Journal::create(&self.folders, &definition, &session) {
                Ok(journal) => journal,
                Err(error) => {
                    self.unmade = Some(Unmade { definition, session, events });
                    return Message::NotSaved(error);
                }
            };
            let written = said(journal.append(&events));
            self.journal = Some(journal);
            return written;
        }
        match &mut self.journal {
            Some(journal) => said(journal.retry()),
            None => Message::NotSaved(StoreError::Missing { path: self.folders.unfinished() }),
        }
    }

    fn draft(&self, draft: &Draft) -> Result<(), StoreError> {
        self.journal.as_ref().map_or(Ok(()), |journal| write_draft(&self.folders, journal.id(), draft))
    }

    fn complete(&mut self) -> Message {
        if self.unmade.is_some()
            && let Message::NotSaved(error) = self.retry()
        {
            return Message::NotSaved(error);
        }
        let Some(journal) = &mut self.journal else {
            return Message::NotSaved(StoreError::Missing { path: self.folders.unfinished() });
        };
        match journal.complete() {
            Ok(saved) => {
                self.journal = None;
                Message::Completed(saved.path)
            }
            Err(error) => Message::NotSaved(error),
        }
    }

    /// Opens another visit; the one that is open stays so where that fails.
    fn open(&mut self, id: &str) -> Message {
        let opened = Journal::open(&self.folders, id);
        if matches!(opened, Err(StoreError::JournalEmpty { .. })) {
            // Nothing is lost with it; where it has to stay, the next start tries again.
            let _ = remove_empty(&self.folders, id);
        }
        opened.and_then(|(journal, found)| self.take_up(journal, found, None)).unwrap_or_else(Message::Failed)
    }

    fn salvage(&mut self, id: &str) -> Message {
        let salvaged = Journal::salvage(&self.folders, id).and_then(|salvaged| {
            let mended = JournalRepair::Salvaged(salvaged.kept);
            match salvaged.visit {
                Some((journal, found)) => self.take_up(journal, found, Some(mended)),
                None => Ok(Message::Settled(mended)),
            }
        });
        salvaged.unwrap_or_else(Message::Failed)
    }

    /// Goes on with a visit; one that was over when the program last ended only gets its session file.
    fn take_up(
        &mut self,
        mut journal: Journal,
        found: Recovered,
        mended: Option<JournalRepair>,
    ) -> Result<Message, StoreError> {
        let draft = read_draft(&self.folders, journal.id())?.unwrap_or_default();
        let mended = mended.or_else(|| found.cut.as_ref().map(|_| JournalRepair::Cut));
        let visit = visit(&self.folders, journal.id(), found)?;
        if visit.is_over() || self.is_saved(&visit) {
            return Ok(Message::Settled(JournalRepair::Finished(journal.complete()?.path)));
        }
        self.journal = Some(journal);
        Ok(Message::Opened(Box::new(Opened { play: scenarios::play_of(&self.folders, &visit), visit, draft, mended })))
    }

    /// Returns whether a visit has its session file: only a part of its journal is left then, to be removed.
    fn is_saved(&self, visit: &Visit) -> bool {
        let started = visit.state().started();
        started.is_some_and(|(started, at)| sessions::is_saved(&self.folders, &started.session, at, &started.site.id))
    }

    /// Ends a visit as given up: nothing of it is destroyed.
    fn discard(&mut self, id: &str, now: &Moment) -> Result<Message, StoreError> {
        let (mut journal, found) = Journal::open(&self.folders, id)?;
        let mut visit = visit(&self.folders, id, found)?;
        let mut events = visit.resume(&self.program, now).map_err(|error| damaged(&self.folders, id, error))?.to_vec();
        events.extend(drafted(&mut visit, &read_draft(&self.folders, id)?.unwrap_or_default(), now));
        if let Ok(more) = visit.act(&Action::Abandon, now) {
            events.extend_from_slice(more);
        }
        journal.append(&events)?;
        let path = journal.complete()?.path;
        Ok(Message::Settled(JournalRepair::Abandoned(path)))
    }
}

fn said(written: Result<u64, StoreError>) -> Message {
    match written {
        Ok(seq) => Message::Saved(seq),
        Err(error) => Message::NotSaved(error),
    }
}

/// Makes a visit of what a journal gave back.
fn visit(folders: &Folders, id: &str, found: Recovered) -> Result<Visit, StoreError> {
    Visit::from_events(found.definition, found.events).map_err(|error| damaged(folders, id, error))
}

/// Returns the error of a journal whose events do not follow each other.
fn damaged(folders: &Folders, id: &str, error: FoldError) -> StoreError {
    StoreError::JournalDamaged {
        path: folders.unfinished().join(format!("{id}.journal")),
        // The checklist is on the first line.
        line: usize::try_from(error.seq()).unwrap_or(usize::MAX).saturating_add(1),
        reason: error.into(),
    }
}
