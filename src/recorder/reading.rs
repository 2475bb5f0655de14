//! The effects that only read: none of them waits for the journal, and each can run on a thread of its own.

use crate::analysis::class::{Classes, Matching};
use crate::app::payload::{FoundClasses, JournalRepair, PastVisit, Record};
use crate::app::{Message, Read};
use crate::store::reading::{self, Options, Taker};
use crate::store::{
    self, Folders, StoreError, Unfinished, checklists, journal, removable_media, scenarios, sessions, sites,
};
use crate::visit::{self, Kind, Visit};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// How many past visits are handed over at a time.
const BATCH: usize = 200;

/// Reads, and reports what came of it; what is read for the results, and written of them, is left to the front.
pub fn read(folders: &Folders, read: &Read, report: &mut dyn FnMut(Message)) {
    match read {
        Read::LoadLibrary => {
            let (known, trouble) = sites::load(folders);
            report(Message::Library(checklists::load_all(folders), known));
            trouble.map(Message::Failed).into_iter().for_each(report);
        }
        Read::LoadUnfinished => {
            let mut told = Vec::new();
            report(unfinished(folders, &mut told).map_or_else(Message::Failed, Message::Unfinished));
            told.into_iter().map(Message::JournalRepair).for_each(report);
        }
        Read::LoadRecent(count) => {
            let newest = sessions::heads(folders).filter_map(Result::ok).take(*count);
            report(Message::Recent(newest.map(PastVisit::from).collect()));
        }
        Read::LoadPast => past(folders, report),
        Read::LoadSession(path) => report(session(folders, path).unwrap_or_else(Message::Failed)),
        Read::LoadVisit(id) => report(saved(folders, id).unwrap_or_else(Message::Failed)),
        Read::LoadPractice => {
            report(Message::Practice(scenarios::load_all(folders), super::practice::record(folders)));
        }
        Read::FindMedia => report(Message::Media(removable_media::find())),
        Read::LoadClasses(paths) => report(classes(folders, paths).unwrap_or_else(Message::Failed)),
        Read::Look(id) => report(look(folders, id).unwrap_or_else(Message::Failed)),
        Read::ReadResults(..) | Read::StopReading | Read::Export(_) => {}
    }
}

/// Lists the visits under way, newest first, once what a crash left undone is finished; `told` takes what was done.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn unfinished(folders: &Folders, told: &mut Vec<JournalRepair>) -> Result<Vec<Unfinished>, StoreError> {
    let list = store::unfinished::list_unfinished(folders)?;
    Ok(list.into_iter().filter(|one| !is_settled(folders, one, told)).collect())
}

/// Finishes what a crash left undone: a visit that was over gets its session file, and an empty journal goes.
fn is_settled(folders: &Folders, one: &Unfinished, told: &mut Vec<JournalRepair>) -> bool {
    let done = match &one.visit {
        _ if one.busy => return false,
        Ok(summary) if summary.over => {
            store::unfinished::complete(folders, &one.id).map(|saved| Some(JournalRepair::Finished(saved.path)))
        }
        Err(StoreError::JournalEmpty { .. }) => {
            store::unfinished::remove_empty(folders, &one.id).map(|kept| kept.map(JournalRepair::Kept))
        }
        _ => return false,
    };
    told.extend(done.as_ref().ok().cloned().flatten());
    done.is_ok()
}

fn past(folders: &Folders, report: &mut dyn FnMut(Message)) {
    let mut batch = Vec::new();
    let mut trouble = None;
    for head in sessions::heads(folders) {
        match head {
            Ok(head) => batch.push(PastVisit::from(head)),
            Err(error) => trouble = Some(error),
        }
        if batch.len() == BATCH {
            report(Message::Past { visits: std::mem::take(&mut batch), done: false });
        }
    }
    report(Message::Past { visits: batch, done: true });
    trouble.map(Message::Failed).into_iter().for_each(report);
}

/// Takes the visits that may belong to a class.
#[derive(Default)]
struct Taking {
    only_training: bool,
    classes: Classes,
}

impl Taker for Taking {
    fn take(&mut self, record: &visit::record::Record<'_>) {
        if !self.only_training || record.kind == Kind::Training {
            self.classes.take(record, None);
        }
    }
}

/// Reads the classes of files and folders; without any, of the training visits in the data folder.
fn classes(folders: &Folders, paths: &[PathBuf]) -> Result<Message, StoreError> {
    let only_training = paths.is_empty();
    let own = [folders.sessions()];
    let paths = if only_training { &own } else { paths };
    let make = || Taking { only_training, ..Taking::default() };
    let read =
        reading::read(paths, &Options { course: true, ..Options::default() }, &|_| ControlFlow::Continue(()), &make)?;
    let mut all = Classes::default();
    read.takers.into_iter().for_each(|taker| all.merge(taker.classes));
    let found = read.found;
    let mut classes = all.classes(&found.definitions, Matching::CLASS);
    super::practice::expect(folders, &mut classes);
    Ok(Message::Classes(Box::new(FoundClasses { classes, sessions: found.sessions, damaged: found.damaged.len() })))
}

fn session(folders: &Folders, path: &Path) -> Result<Message, StoreError> {
    let (read, problem) = sessions::read_verified(path)?;
    let visit = Visit::from_events(read.definition, read.events)
        .map_err(|error| StoreError::NotASession { path: path.to_owned(), reason: error.to_string() })?;
    Ok(Message::Record(Box::new(Record {
        play: scenarios::play_of(folders, &visit),
        visit,
        path: Some(path.to_owned()),
        doubt: problem.map(|problem| problem.message()),
    })))
}

/// Reads a past visit by its id. One that lies among others in a file cannot be opened by itself.
fn saved(folders: &Folders, id: &str) -> Result<Message, StoreError> {
    sessions::of_id(folders, id).map_or(Ok(Message::NotAlone), |path| session(folders, &path))
}

fn look(folders: &Folders, id: &str) -> Result<Message, StoreError> {
    let found = journal::read(folders, id)?;
    let visit = super::visit(folders, id, found)?;
    Ok(Message::Record(Box::new(Record { play: None, visit, path: None, doubt: None })))
}
