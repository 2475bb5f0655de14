//! The effects that only read: none of them waits for the journal, and each can run on its own thread.

use super::import_checklist;
use crate::analysis::class::{ClassBuilder, Matching};
use crate::app::checklist_import::{EXTENSIONS, ReadFile};
use crate::app::file_picker::PickerList;
use crate::app::loaded_data::{FoundClasses, JournalRepair, LoadedVisit, PastVisit};
use crate::app::{Message, Notice, Read};
use crate::store::observers::KnownObservers;
use crate::store::reading::{self, Directory, Options, Taker};
use crate::store::sites::KnownSites;
use crate::store::{
    self, Folders, JournalError, SessionHead, StoreError, Unfinished, checklist_versions, checklists, file_choice,
    journal, name_overview, observers, removable_media, scenarios, sessions, sites,
};
use crate::visit::{self, Kind};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The number of past visits per message.
const BATCH: usize = 200;

/// Carries out a reading effect and reports the results. Reading and exporting results is left to the front end.
pub fn read(folders: &Folders, effect: &Read, report: &mut dyn FnMut(Message)) {
    match effect {
        Read::LoadLibrary => {
            let known = sites::load(folders);
            let left_out = list_notice(&known);
            let observers = observers::load(folders);
            let mut errors = known.errors;
            let observers = observers.unwrap_or_else(|error| {
                errors.push(error);
                KnownObservers::default()
            });
            report(Message::Library(checklists::load_all(folders), known.all, observers.all));
            left_out.into_iter().map(Message::Notice).for_each(&mut *report);
            errors.into_iter().map(Message::Failed).for_each(report);
        }
        Read::LoadHistory(id) => {
            report(checklist_versions::history(folders, id).map_or_else(Message::Failed, Message::History));
        }
        Read::LoadNames => {
            read(folders, &Read::LoadLibrary, report);
            // What could not be read is reported with the library.
            name_overview::load(folders, &mut |overview| report(Message::Names(Box::new(overview))));
        }
        Read::LoadUnfinished => {
            let mut repairs = Vec::new();
            report(list_unfinished(folders, &mut repairs).map_or_else(Message::Failed, Message::Unfinished));
            // The last one stays in sight, so errors come last.
            repairs.sort_by_key(Result::is_err);
            repairs.into_iter().map(Message::JournalRepair).for_each(report);
        }
        Read::LoadRecent(count) => {
            let newest = sessions::heads(folders).filter_map(Result::ok).take(*count);
            let directory = Directory::load(folders);
            report(Message::Recent(newest.map(|head| past_visit(folders, &directory, head)).collect()));
        }
        Read::LoadPast => load_past(folders, report),
        Read::LoadSession(path) => report(visit_loaded(load_session(folders, path))),
        Read::LoadVisit(id) => report(load_visit(folders, id)),
        Read::LoadPractice => {
            report(Message::Practice(scenarios::load_all(folders), super::practice::practice_record(folders)));
        }
        Read::ChoosePlace(folder) => report(Message::Picker(contents(folder.as_deref()))),
        Read::FindPlaces => report(Message::Picker(PickerList::Places(file_choice::places()))),
        Read::ImportChecklist(path) if path.is_dir() => report(Message::Picker(contents(Some(path)))),
        Read::ImportChecklist(path) => {
            let read = import_checklist::read(folders, path, None);
            report(Message::ChecklistRead(Box::new(ReadFile { path: path.clone(), read })));
        }
        Read::FindMedia => report(Message::Media(removable_media::find())),
        Read::LoadClasses(paths) => report(load_classes(folders, paths).unwrap_or_else(Message::Failed)),
        Read::LoadUnfinishedVisit(id) => report(load_unfinished(folders, id).unwrap_or_else(Message::Failed)),
        Read::LoadResults(..)
        | Read::StopReading
        | Read::Export(_)
        | Read::ExportVisit(_)
        | Read::ExportChecklist(_)
        | Read::MakeScenario(_) => {}
    }
}

/// Returns what there is to choose from in a folder, or where files usually are.
fn contents(folder: Option<&Path>) -> PickerList {
    let Some(folder) = folder else {
        return file_choice::first_with(&EXTENSIONS)
            .map_or_else(|| PickerList::Places(file_choice::places()), PickerList::Folder);
    };
    match file_choice::list(folder, &EXTENSIONS) {
        Ok(contents) => PickerList::Folder(contents),
        Err(error) => PickerList::Unreadable(folder.to_owned(), error),
    }
}

/// Returns the notice about the lines of the list of sites that were left out: the first one, and how many more.
fn list_notice(known: &KnownSites) -> Option<Notice> {
    let mut left_out = known.left_out();
    let mut messages = vec![left_out.next()?.message()];
    let more = left_out.count();
    if more > 0 {
        messages.push(("store-list-more", vec![("count", more.to_string())]));
    }
    Some(Notice::Several(messages))
}

/// A repair of a journal, or why it failed.
pub type RepairResult = Result<JournalRepair, StoreError>;

/// Lists the visits under way, newest first, after finishing what a crash left undone; `repairs` collects what was
/// done or could not be done.
///
/// # Errors
/// Fails if the folder cannot be read.
pub fn list_unfinished(folders: &Folders, repairs: &mut Vec<RepairResult>) -> Result<Vec<Unfinished>, StoreError> {
    let list = store::unfinished::list_unfinished(folders)?;
    Ok(list.into_iter().filter(|one| !finish_if_over(folders, one, repairs)).collect())
}

/// Finishes what a crash left undone: writes the session file of a visit that was over, and removes an empty journal.
/// Returns whether the visit needs no further attention.
fn finish_if_over(folders: &Folders, one: &Unfinished, repairs: &mut Vec<RepairResult>) -> bool {
    let done = match &one.visit {
        _ if one.busy => return false,
        Ok(summary) if summary.over => {
            store::unfinished::complete(folders, &one.id).map(|saved| Some(JournalRepair::Finished(saved.path)))
        }
        Err(StoreError::Journal(JournalError::Empty { .. })) => {
            store::unfinished::remove_empty(folders, &one.id).map(|kept| kept.map(JournalRepair::Kept))
        }
        _ => return false,
    };
    let is_done = done.is_ok();
    // Another window that has just opened the journal repairs it itself.
    let is_busy = matches!(done, Err(StoreError::Journal(JournalError::Busy { .. })));
    repairs.extend(done.transpose().filter(|_| !is_busy));
    is_done
}

/// Returns a past visit for a list, with the score of the reveal where it has one.
fn past_visit(folders: &Folders, directory: &Directory, head: SessionHead) -> PastVisit {
    let practice = super::practice::practice_score(folders, &head);
    let site = directory.site(&head.site);
    PastVisit { practice, ..PastVisit::new(head, &site) }
}

fn load_past(folders: &Folders, report: &mut dyn FnMut(Message)) {
    let mut batch = Vec::new();
    let mut trouble = None;
    let directory = Directory::load(folders);
    for head in sessions::heads(folders) {
        match head {
            Ok(head) => batch.push(past_visit(folders, &directory, head)),
            Err(error) => trouble = Some(error),
        }
        if batch.len() == BATCH {
            report(Message::Past { visits: std::mem::take(&mut batch), done: false });
        }
    }
    report(Message::Past { visits: batch, done: true });
    trouble.map(Message::Failed).into_iter().for_each(report);
}

/// Collects the visits that may belong to a class.
#[derive(Default)]
struct ClassCollector {
    only_training: bool,
    classes: ClassBuilder,
}

impl Taker for ClassCollector {
    fn take(&mut self, record: &visit::record::Record<'_>) {
        if !self.only_training || record.kind == Kind::Training {
            self.classes.add_session(record, None);
        }
    }
}

/// Reads the classes of files and folders; without paths, of the training visits in the data folder.
fn load_classes(folders: &Folders, paths: &[PathBuf]) -> Result<Message, StoreError> {
    let only_training = paths.is_empty();
    let own = [folders.sessions()];
    let paths = if only_training { &own } else { paths };
    let make = || ClassCollector { only_training, ..ClassCollector::default() };
    let directory = Arc::new(Directory::load_merged(folders));
    let options = Options { course: true, directory, ..Options::default() };
    let read = reading::read(paths, &options, &|_| ControlFlow::Continue(()), &make)?;
    let mut all = ClassBuilder::default();
    read.takers.into_iter().for_each(|taker| all.merge(taker.classes));
    let found = read.found;
    let mut classes = all.build(&found.definitions, Matching::CLASS);
    super::practice::add_expected_answers(folders, &mut classes);
    Ok(Message::Classes(Box::new(FoundClasses { classes, sessions: found.sessions, damaged: found.damaged.len() })))
}

/// Reads a past visit from its file.
///
/// # Errors
/// Fails if the file is missing or is no visit.
pub fn load_session(folders: &Folders, path: &Path) -> Result<LoadedVisit, StoreError> {
    let (read, problem) = sessions::read_verified(path)?;
    let files = sessions::files_of_visit(folders, &read.session.id, path)?;
    let conflict = || {
        let other = files.others.iter().chain([&files.path]).find(|other| *other != path)?;
        Some(("correction-copies-differ", vec![("path", other.display().to_string())]))
    };
    let doubt = problem.map(|problem| problem.message());
    let doubt = doubt.or_else(|| if files.in_conflict { conflict() } else { None });
    let visit = super::restore_session(path, read.definition, read.events)?;
    let directory = Directory::load(folders);
    let started = visit.state().started();
    let named = started.map(|(started, _)| (directory.site(&started.site), directory.observer(&started.observer)));
    Ok(LoadedVisit { play: scenarios::play_of(folders, &visit), visit, path: Some(path.to_owned()), doubt, named })
}

fn visit_loaded(loaded: Result<LoadedVisit, StoreError>) -> Message {
    loaded.map_or_else(Message::Failed, |loaded| Message::VisitLoaded(Box::new(loaded)))
}

/// Reads a past visit by its id. A visit stored with others in one file cannot be opened.
fn load_visit(folders: &Folders, id: &str) -> Message {
    sessions::of_id(folders, id).map_or(Message::NotInOwnFile, |path| visit_loaded(load_session(folders, &path)))
}

fn load_unfinished(folders: &Folders, id: &str) -> Result<Message, StoreError> {
    let found = journal::read(folders, id)?;
    let visit = super::restore_visit(folders, id, found)?;
    Ok(Message::VisitLoaded(Box::new(LoadedVisit { play: None, visit, path: None, doubt: None, named: None })))
}
