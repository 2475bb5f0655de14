//! Carries out on the disk what the application requests, and reports the outcome.
//!
//! Both front ends use it: [`crate::plain`] one effect at a time, the terminal on its own thread. It makes no
//! decisions; those are the application's.

mod correct;
mod edit_checklist;
pub mod export;
pub mod import_checklist;

mod new_scenario;
mod practice;
mod read_effects;
pub mod results;
pub mod thread;

pub use practice::{add_expected_answers, practice_record, practice_score};
pub use read_effects::{list_unfinished, read};

use crate::app::active_visit::draft_to_note;
use crate::app::loaded_data::{JournalRepair, ResumedVisit};
use crate::app::{Message, Write};
use crate::store::checklist_drafts::LockedDraft;
use crate::store::name_import;
use crate::store::name_list::ListedName;
use crate::store::unfinished::{read_draft, remove_empty, write_draft};
use crate::store::{
    self, DocumentError, Draft, Folders, IoCause, Journal, JournalError, Recovered, Settings, StoreError, left_sites,
    observers, rulings, scenarios, settings, sites,
};
use crate::store::{checklist_imports, checklist_versions};
use crate::visit::state::FoldError;
use crate::visit::{Action, Definition, Event, Moment, Observer, Program, Site, Visit};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Receives the messages of background work, on any thread.
pub type OnMessage = Arc<dyn Fn(Message) + Send + Sync>;

/// Carries out writes; there is one per process.
#[derive(Debug)]
pub struct Recorder {
    folders: Folders,
    program: Program,
    /// The settings as this window has last read or saved them.
    settings: Settings,
    journal: Option<Journal>,
    /// A visit whose journal could not be created yet.
    pending: Option<PendingJournal>,
    /// The draft that the editor of checklists has open.
    draft_file: Option<LockedDraft>,
}

#[derive(Debug)]
struct PendingJournal {
    definition: Arc<Definition>,
    session: String,
    events: Vec<Event>,
}

fn names_changed(done: store::Message) -> Message {
    Message::NamesChanged(vec![done])
}

/// Imports a file; of the remarks on its lines, the first one is told, and how many more there are.
fn import<T: ListedName>(folders: &Folders, path: &Path) -> Result<Message, StoreError> {
    let imported = name_import::import::<T>(folders, path)?;
    let mut remarks = imported.remarks.into_iter();
    let mut messages = vec![imported.done];
    messages.extend(remarks.next());
    if remarks.len() > 0 {
        messages.push(("names-import-more", vec![("count", remarks.len().to_string())]));
    }
    Ok(Message::NamesChanged(messages))
}

/// Imports a checklist into the library.
fn add_checklist(folders: &Folders, definition: &Definition) -> Result<Message, StoreError> {
    let imported = checklist_imports::import(folders, definition)?;
    Ok(Message::ChecklistAdded { id: definition.checklist().id.clone(), imported })
}

impl Recorder {
    /// Creates a recorder without an open visit.
    pub fn new(folders: Folders, program: Program, settings: Settings) -> Self {
        Self { folders, program, settings, journal: None, pending: None, draft_file: None }
    }

    /// Carries out a write. Returns the message for the application, if any.
    pub fn carry_out(&mut self, write: Write, now: &Moment) -> Option<Message> {
        let saved = |seq: Result<u64, StoreError>| Some(seq.map_or_else(Message::NotSaved, Message::Saved));
        let done = |done: Result<Message, StoreError>| Some(done.unwrap_or_else(Message::Failed));
        let written = |written: Result<(), StoreError>| written.err().map(Message::Failed);
        match write {
            Write::Begin { definition, session, events } => {
                self.pending = Some(PendingJournal { definition, session, events });
                saved(self.retry())
            }
            Write::Reopen { path, why } => done(self.reopen(&path, &why, now)),
            Write::DeclareVoid { path, why } => done(self.declare_void(&path, &why, now)),
            Write::Append(events) => saved(self.append(&events)),
            Write::Retry => saved(self.retry()),
            Write::Draft(draft) => written(self.draft(&draft)),
            Write::Complete => Some(self.complete().map_or_else(Message::NotSaved, Message::Completed)),
            Write::Open(id) => done(self.open(&id)),
            Write::Salvage(id) => done(self.salvage(&id)),
            Write::Discard(id) => done(self.discard(&id, now)),
            Write::SaveSettings(settings) => written(self.save_settings(*settings)),
            Write::RememberSite(site) => written(sites::remember(&self.folders, &site)),
            Write::RememberObserver(observer) => written(observers::remember(&self.folders, &observer)),
            Write::ChangeSites(change) => done(sites::change(&self.folders, change).map(names_changed)),
            Write::ChangeObservers(change) => done(observers::change(&self.folders, change).map(names_changed)),
            Write::ImportSites(path) => done(import::<Site>(&self.folders, &path)),
            Write::ImportObservers(path) => done(import::<Observer>(&self.folders, &path)),
            Write::OpenDraft(id) => Some(self.open_draft(id.as_deref()).unwrap_or_else(Message::DraftRefused)),
            Write::KeepDraft(kept) => written(self.draft_file.as_ref().map_or(Ok(()), |file| file.keep(&kept))),
            Write::CloseDraft { discard } => written(self.close_draft(discard)),
            Write::SaveChecklist(save) => Some(self.save_checklist(&save)),
            Write::RestoreChecklist { id, version } => {
                let restored = checklist_versions::restore(&self.folders, &id, &version);
                done(restored.map(|saved| Message::ChecklistRestored(Box::new(saved))))
            }
            Write::DeleteChecklist(id) => {
                done(checklist_versions::delete(&self.folders, &id).map(|()| Message::ChecklistDeleted(id)))
            }
            Write::AddChecklist(definition) => done(add_checklist(&self.folders, &definition)),
            Write::AddRuling { definition, item, text } => {
                done(rulings::add(&self.folders, &definition, &item, &text).map(Message::RulingAdded))
            }
        }
    }

    /// Saves what changed in the settings since they were last saved; after a failure, the next change includes it.
    fn save_settings(&mut self, after: Settings) -> Result<(), StoreError> {
        let saved = settings::save(&self.folders, &self.settings, &after);
        if matches!(saved, Ok(()) | Err(StoreError::Document(DocumentError::SettingsBroken { .. }))) {
            self.settings = after;
        }
        saved
    }

    /// Returns the journal of the open visit.
    fn journal(&mut self) -> Result<&mut Journal, StoreError> {
        self.journal.as_mut().ok_or_else(|| IoCause::Missing.at(self.folders.unfinished()))
    }

    /// Appends events to the journal, creating it first if that failed before. Returns the `seq` of the last event saved.
    fn append(&mut self, events: &[Event]) -> Result<u64, StoreError> {
        if let Some(pending) = &mut self.pending {
            pending.events.extend_from_slice(events);
            return self.retry();
        }
        self.journal()?.append(events)
    }

    /// Writes what could not be written before. Returns the `seq` of the last event saved.
    fn retry(&mut self) -> Result<u64, StoreError> {
        let Some(pending) = &self.pending else { return self.journal()?.retry() };
        let journal = self.journal.insert(Journal::create(&self.folders, &pending.definition, &pending.session)?);
        let saved = journal.append(&pending.events);
        self.pending = None;
        saved
    }

    fn draft(&self, draft: &Draft) -> Result<(), StoreError> {
        self.journal.as_ref().map_or(Ok(()), |journal| write_draft(&self.folders, journal.id(), draft))
    }

    /// Turns the journal into a session file. Returns its path.
    fn complete(&mut self) -> Result<PathBuf, StoreError> {
        if self.pending.is_some() {
            self.retry()?;
        }
        let path = self.journal()?.complete()?.path;
        self.journal = None;
        // The visit is safe; a site that stays in the list is no reason to say otherwise.
        let _ = left_sites::forget(&self.folders, &path);
        Ok(path)
    }

    /// Opens another visit. If that fails, the open visit stays open.
    fn open(&mut self, id: &str) -> Result<Message, StoreError> {
        let opened = Journal::open(&self.folders, id);
        if matches!(opened, Err(StoreError::Journal(JournalError::Empty { .. }))) {
            // An empty journal holds no data. If it cannot be removed, the next start tries again.
            let _ = remove_empty(&self.folders, id);
        }
        let (journal, found) = opened?;
        self.resume_visit(journal, found, None)
    }

    fn salvage(&mut self, id: &str) -> Result<Message, StoreError> {
        let salvaged = Journal::salvage(&self.folders, id)?;
        let repair = JournalRepair::Salvaged(salvaged.kept);
        match salvaged.visit {
            Some((journal, found)) => self.resume_visit(journal, found, Some(repair)),
            None => Ok(Message::Settled(repair)),
        }
    }

    /// Resumes a visit; if it was over when the program last ended, its session file is written instead.
    fn resume_visit(
        &mut self,
        mut journal: Journal,
        found: Recovered,
        repair: Option<JournalRepair>,
    ) -> Result<Message, StoreError> {
        let draft = read_draft(&self.folders, journal.id())?.unwrap_or_default();
        let repair = repair.or_else(|| found.cut.as_ref().map(|_| JournalRepair::Cut));
        let visit = restore_visit(&self.folders, journal.id(), found)?;
        if visit.is_over() || journal.is_left_over() {
            return Ok(Message::Settled(JournalRepair::Finished(journal.complete()?.path)));
        }
        self.journal = Some(journal);
        Ok(Message::Resumed(Box::new(ResumedVisit {
            play: scenarios::play_of(&self.folders, &visit),
            visit,
            draft,
            repair,
            is_reopened: false,
        })))
    }

    /// Abandons a visit, whose data is kept, or drops a correction.
    fn discard(&mut self, id: &str, now: &Moment) -> Result<Message, StoreError> {
        // The lock is released first where the visit is open here.
        self.journal.take_if(|journal| journal.id() == id);
        let (mut journal, found) = Journal::open(&self.folders, id)?;
        let mut visit = restore_visit(&self.folders, id, found)?;
        if visit.state().is_correction() {
            journal.drop_correction()?;
            return Ok(Message::Settled(JournalRepair::CorrectionDropped));
        }
        let mut events = visit.resume(&self.program, now).map_err(|error| damaged(&self.folders, id, error))?.to_vec();
        events.extend(draft_to_note(&mut visit, &read_draft(&self.folders, id)?.unwrap_or_default(), now));
        if let Ok(more) = visit.act(&Action::Abandon, now) {
            events.extend_from_slice(more);
        }
        journal.append(&events)?;
        let path = journal.complete()?.path;
        Ok(Message::Settled(JournalRepair::Abandoned(path)))
    }
}

/// Restores a visit from its journal.
fn restore_visit(folders: &Folders, id: &str, found: Recovered) -> Result<Visit, StoreError> {
    Visit::from_events(found.definition, found.events).map_err(|error| damaged(folders, id, error))
}

/// Restores a visit from its session file.
fn restore_session(path: &Path, definition: Arc<Definition>, events: Vec<Event>) -> Result<Visit, StoreError> {
    Visit::from_events(definition, events).map_err(|error| {
        StoreError::Document(DocumentError::NotASession { path: path.to_owned(), reason: error.to_string() })
    })
}

/// Returns the error of a journal whose events do not follow each other.
fn damaged(folders: &Folders, id: &str, error: FoldError) -> StoreError {
    StoreError::Journal(JournalError::Damaged {
        path: folders.unfinished().join(format!("{id}.journal")),
        // The checklist is on the first line.
        line: usize::try_from(error.seq()).unwrap_or(usize::MAX).saturating_add(1),
        reason: error.into(),
    })
}
