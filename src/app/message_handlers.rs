//! Handles messages from the disk, the clock and the command line, and passes them to their screens.

use super::active_visit::ActiveVisit;
use super::begin_visit::{begin_scenario, begin_visit};
use super::checklist_import::done as import_done;
use super::effect::{Effect, Read, Write};
use super::loaded_data::{JournalRepair, ResumedVisit};
use super::message::Message;
use super::model::Model;
use super::outcome::{Destination, Go};
use super::screen::Screen;
use super::screens::checklists;
use super::screens::home;
use super::shared::{Notice, Shared};
use super::timers_after_restart;
use crate::store::{ListedChecklist, StoreError};
use crate::text::NameOrder;
use crate::visit::{Moment, Refusal};

/// Finds the screen of a kind that is nearest to the front.
macro_rules! find_screen {
    ($model:expr, $kind:ident) => {
        $model.screens_mut().find_map(|screen| if let Screen::$kind(screen) = screen { Some(screen) } else { None })
    };
}

/// Finds the screen of a kind in a stack, without borrowing the rest of the model.
macro_rules! find_screen_of {
    ($stack:expr, $kind:ident) => {
        $stack.iter_mut().rev().find_map(|screen| if let Screen::$kind(screen) = screen { Some(screen) } else { None })
    };
}

impl Model {
    /// Handles a message that is neither a key nor from the mouse.
    pub(super) fn receive(&mut self, message: Message, now: &Moment) -> Vec<Effect> {
        match message {
            Message::Frame => self.on_frame(now),
            Message::Tick => {
                self.on_frame(now);
                return self.retry();
            }
            Message::Act(action) => {
                self.shared.notice = None;
                let outcome = self.shared.act_or_end(&action, now);
                return self.apply_outcome(outcome);
            }
            Message::Start(destination) => return self.apply_outcome(Go::Replace(destination).into()),
            Message::Begin { definition, setup } => {
                let outcome = begin_visit(&mut self.shared, definition, *setup, None, now);
                return self.apply_outcome(outcome);
            }
            Message::BeginPractice { staged, speed, observer } => {
                let outcome = begin_scenario(&mut self.shared, &staged, speed, observer, now);
                return self.apply_outcome(outcome);
            }
            Message::Resumed(opened) => return self.resume_visit(*opened, now),
            Message::Settled(repair) => {
                self.shared.notice = Some(Notice::With(repair.message()));
                return self.under_overlays(Self::go_home);
            }
            Message::VisitLoaded(record) => return self.under_overlays(|model| model.open_record(*record)),
            Message::Failed(error) => return self.on_failure(&error),
            Message::NextSession(id) => self.shared.environment.next_session = id,
            Message::Notice(notice) => self.shared.notice = self.shared.notice.take().or(Some(notice)),
            Message::JournalRepair(repair) => {
                let message = repair.map_or_else(|error| error.message(), |repair| repair.message());
                self.shared.notice = Some(Notice::With(message));
            }
            Message::NotInOwnFile => self.shared.notify("results-not-alone"),
            Message::Exported(path) => {
                self.shared.notice =
                    Some(Notice::With(("results-exported", vec![("path", path.display().to_string())])));
            }
            Message::ScenarioMade(message) => {
                self.shared.notice = Some(Notice::With(message));
                return find_screen!(self, Scenarios).map(|_| Read::LoadPractice.into()).into_iter().collect();
            }
            Message::RulingAdded(ruled) => {
                let args = vec![("version", ruled.version), ("path", ruled.path.display().to_string())];
                self.shared.notice = Some(Notice::With(("class-ruled", args)));
            }
            Message::Library(library, sites, observers) => {
                self.set_library(library);
                self.shared.sites = sites;
                self.shared.observers = observers;
            }
            Message::NamesChanged(messages) => {
                self.shared.notice = Some(Notice::Several(messages));
                return vec![Read::LoadNames.into()];
            }
            Message::Unfinished(unfinished) => self.update_home_list(|shared| shared.unfinished = unfinished),
            Message::Recent(visits) => self.update_home_list(|shared| shared.recent = Some(visits)),
            message => return self.receive_of_checklists(message),
        }
        Vec::new()
    }

    /// Handles a message about the checklists of the library, and passes any other on.
    fn receive_of_checklists(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::DraftRefused(error) => {
                let outcome = Go::Pop.into();
                let effects = if matches!(self.screen(), Screen::ChecklistEditor(_)) {
                    self.apply_outcome(outcome)
                } else {
                    Vec::new()
                };
                self.shared.notice = Some(Notice::With(error.message()));
                return effects;
            }
            Message::ChecklistSaved(saved) => {
                let editor = find_screen_of!(self.over, ChecklistEditor);
                let outcome = editor.map(|editor| editor.on_saved(&mut self.shared, *saved));
                return outcome.map(|outcome| self.apply_outcome(outcome)).unwrap_or_default();
            }
            Message::ChecklistRestored(saved) => {
                let args = vec![("version", saved.checklist.version.clone())];
                self.shared.notice = Some(Notice::With(("checklists-restored", args)));
                return vec![Read::LoadHistory(saved.checklist.id).into(), Read::LoadLibrary.into()];
            }
            Message::ChecklistDeleted(id) => {
                let listed = self.shared.library.iter().flatten().find(|listed| listed.id == id);
                let title = listed.map_or(id.as_str(), |listed| checklists::title(listed, self.shared.lang)).to_owned();
                self.shared.notice = Some(Notice::With(("checklists-deleted", vec![("title", title)])));
                return vec![Read::LoadLibrary.into()];
            }
            Message::ChecklistNotSaved(error) => {
                if let Some(editor) = find_screen!(self, ChecklistEditor) {
                    editor.on_not_saved();
                }
                self.shared.notice = Some(Notice::With(error.message()));
            }
            Message::ChecklistAdded { id, imported } => {
                self.shared.notice = Some(Notice::With(import_done(imported.as_ref())));
                if let Some(checklists) = find_screen!(self, Checklists) {
                    checklists.wanted = Some(id);
                }
                return vec![Read::LoadLibrary.into()];
            }
            message => self.deliver(message),
        }
        Vec::new()
    }

    /// Takes over the checklists of the library: the user's own follow those of the program.
    fn set_library(&mut self, mut library: Vec<ListedChecklist>) {
        let own = library.iter().rposition(ListedChecklist::is_bundled).map_or(0, |last| last + 1);
        let lang = self.shared.lang;
        if let Some(own) = library.get_mut(own..) {
            own.sort_by_cached_key(|listed| match &listed.definition {
                Ok(definition) => NameOrder::new(definition.checklist().title.get(lang)),
                Err(_) => NameOrder::new(&listed.id),
            });
        }
        if let Some(checklists) = find_screen!(self, Checklists) {
            checklists.select_wanted(&library);
        }
        self.shared.library = Some(library);
    }

    /// Passes a message to the visit under way, or to the screen of its kind, wherever that is in the stack.
    fn deliver(&mut self, message: Message) {
        match message {
            Message::Saved(seq) => {
                if let Some(active) = &mut self.shared.active_visit {
                    active.saved = active.saved.max(seq);
                    active.trouble = None;
                }
            }
            Message::NotSaved(error) => {
                if let Some(active) = &mut self.shared.active_visit {
                    active.trouble = Some(error);
                }
            }
            Message::Completed(path) => {
                if let Some(active) = &mut self.shared.active_visit {
                    active.trouble = None;
                    active.saved = active.visit.state().last_seq();
                }
                if let Some(finished) = find_screen!(self, Finished) {
                    finished.path = Some(path);
                }
            }
            Message::Past { visits, done } => {
                if let Some(past) = find_screen!(self, Past) {
                    past.add_visits(visits, done);
                }
            }
            Message::Results(number, update) => {
                let added = find_screen!(self, Results).map(|results| results.add_update(number, update));
                if let Some(Err(error)) = added {
                    self.shared.notice = Some(Notice::With(error.message()));
                }
            }
            Message::Practice(scenarios, record) => {
                let trainee = self.shared.trainee();
                if let Some(practise) = find_screen!(self, Scenarios) {
                    practise.add_practice(trainee.as_ref(), scenarios, record);
                }
            }
            Message::Names(overview) => {
                if let Some(names) = find_screen!(self, Names) {
                    names.set_overview(*overview);
                }
            }
            Message::Media(media) => {
                if let Some(export) = find_screen!(self, Export) {
                    export.media = media;
                } else if let Some(class) = find_screen!(self, Class) {
                    class.media = Some(media);
                }
            }
            Message::DraftOpened(start) => {
                let editor = find_screen_of!(self.over, ChecklistEditor);
                if let Some(editor) = editor {
                    editor.on_opened(&mut self.shared, *start);
                }
            }
            Message::History(versions) => {
                if let Some(checklists) = find_screen!(self, Checklists) {
                    checklists.set_history(versions);
                }
            }
            Message::Picker(list) => {
                if let Some(import) = find_screen!(self, ImportChecklist) {
                    import.show_list(list);
                }
            }
            Message::ChecklistRead(read) => {
                if let Some(import) = find_screen!(self, ImportChecklist) {
                    import.show_file(*read);
                }
            }
            Message::Classes(found) => {
                if let Some(class) = find_screen!(self, Class) {
                    class.add_classes(*found);
                }
            }
            _ => {}
        }
    }

    /// Retries what could not be written.
    fn retry(&self) -> Vec<Effect> {
        match &self.shared.active_visit {
            Some(active) if active.trouble.is_some() && active.visit.is_over() => vec![Write::Complete.into()],
            Some(active) if active.trouble.is_some() => vec![Write::Retry.into()],
            _ => Vec::new(),
        }
    }

    /// Changes what the home screen lists, keeping its cursor on the selected row.
    fn update_home_list(&mut self, change: impl FnOnce(&mut Shared)) {
        let Screen::Home(home) = &mut self.home else { return };
        let selected = home.selected(&self.shared);
        change(&mut self.shared);
        home.select(&self.shared, selected.as_deref());
    }

    /// Shows an error.
    fn on_failure(&mut self, error: &StoreError) -> Vec<Effect> {
        self.shared.notice = Some(Notice::With(error.message()));
        if let Some(class) = find_screen!(self, Class) {
            class.reading = false;
        }
        // If resuming a visit fails at the start, the home screen is shown, which has not been read yet.
        let unread = matches!(self.screen(), Screen::Home(_)) && self.shared.recent.is_none();
        if unread { home::reads() } else { Vec::new() }
    }

    /// Resumes an unfinished visit.
    fn resume_visit(&mut self, opened: ResumedVisit, now: &Moment) -> Vec<Effect> {
        let ResumedVisit { mut visit, mut draft, repair, play, is_reopened } = opened;
        // The pause may have ended just before the program did.
        draft.pause = draft.pause.filter(|_| visit.state().paused().is_some());
        let saved = visit.state().last_seq();
        let before = visit.state().last_time().map_or(0, |(_, elapsed)| elapsed);
        let events = if is_reopened {
            Vec::new()
        } else {
            let Ok(events) = visit.resume(&self.shared.environment.program, now).map(<[_]>::to_vec) else {
                self.shared.notify(Refusal::CannotFollow.message());
                return Vec::new();
            };
            events
        };
        let practised = visit.state().started().is_some_and(|(started, _)| started.scenario.is_some());
        let correction = visit.state().is_correction().then(|| ("correction-begun", Vec::new()));
        let gone = (play.is_none() && practised).then(|| ("practise-gone", Vec::new()));
        let told: Vec<_> = (repair.as_ref().map(JournalRepair::message).or(gone).into_iter())
            .chain(correction)
            .chain(timers_after_restart::notice(&visit, before, &events, self.shared.lang))
            .collect();
        self.shared.notice = (!told.is_empty()).then_some(Notice::Several(told));
        self.shared.active_visit = Some(ActiveVisit { saved, draft, play, ..ActiveVisit::new(visit) });
        let go = Go::Replace(Destination::Visit(None));
        self.under_overlays(|model| model.apply_outcome(go.into()));
        if events.is_empty() { Vec::new() } else { vec![Write::Append(events).into()] }
    }
}
