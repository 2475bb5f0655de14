//! What comes from the disk, the clock and the command line, and the screens that it is for, wherever they lie.

use super::active_visit::ActiveVisit;
use super::begin::{begin, begin_scenario};
use super::effect::{Effect, Write};
use super::message::Message;
use super::model::Model;
use super::outcome::{Destination, Go, VisitStart};
use super::payload::{JournalRepair, Opened};
use super::screen::Screen;
use super::screens::home;
use super::shared::{Notice, Shared};
use super::timers_after_restart;
use crate::store::StoreError;
use crate::visit::Moment;

/// Finds the screen of a kind, the one nearest to the front.
macro_rules! find {
    ($model:expr, $kind:ident) => {
        $model.screens_mut().find_map(|screen| if let Screen::$kind(screen) = screen { Some(screen) } else { None })
    };
}

impl Model {
    /// Handles a message that is neither a key nor of the mouse.
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
                return self.follow(outcome);
            }
            Message::Start(destination) => return self.follow(Go::Replace(destination).into()),
            Message::Begin { definition, setup } => {
                let outcome = begin(&mut self.shared, definition, *setup, None, now);
                return self.follow(outcome);
            }
            Message::BeginPractice { staged, speed, observer } => {
                let outcome = begin_scenario(&mut self.shared, &staged, speed, observer, now);
                return self.follow(outcome);
            }
            Message::Opened(opened) => return self.resume_visit(*opened, now),
            Message::Settled(repair) => {
                self.shared.notice = Some(Notice::With(repair.message()));
                return self.under_overlays(Self::go_home);
            }
            Message::Record(record) => return self.under_overlays(|model| model.open_record(*record)),
            Message::Failed(error) => return self.on_failure(&error),
            Message::NextSession(id) => self.shared.environment.next_session = id,
            Message::Notice(notice) => self.shared.notice = self.shared.notice.take().or(Some(notice)),
            Message::JournalRepair(repair) => self.shared.notice = Some(Notice::With(repair.message())),
            Message::NotAlone => self.shared.notify("results-not-alone"),
            Message::Exported(path) => {
                self.shared.notice =
                    Some(Notice::With(("results-exported", vec![("path", path.display().to_string())])));
            }
            Message::Ruled(ruled) => {
                let args = vec![("version", ruled.version), ("path", ruled.path.display().to_string())];
                self.shared.notice = Some(Notice::With(("class-ruled", args)));
            }
            Message::Library(library, sites) => {
                self.shared.library = Some(library);
                self.shared.sites = sites;
            }
            Message::Unfinished(unfinished) => self.relist(|shared| shared.unfinished = unfinished),
            Message::Recent(visits) => self.relist(|shared| shared.recent = Some(visits)),
            message => self.deliver(message),
        }
        Vec::new()
    }

    /// Hands what was read or written to the visit under way, or to the screen of its kind, wherever it lies.
    fn deliver(&mut self, message: Message) {
        match message {
            Message::Saved(seq) => {
                if let Some(run) = &mut self.shared.active_visit {
                    run.saved = run.saved.max(seq);
                    run.trouble = None;
                }
            }
            Message::NotSaved(error) => {
                if let Some(run) = &mut self.shared.active_visit {
                    run.trouble = Some(error);
                }
            }
            Message::Completed(path) => {
                if let Some(run) = &mut self.shared.active_visit {
                    run.trouble = None;
                    run.saved = run.visit.state().last_seq();
                }
                if let Some(finished) = find!(self, Finished) {
                    finished.path = Some(path);
                }
            }
            Message::Past { visits, done } => {
                if let Some(past) = find!(self, Past) {
                    past.add_visits(visits, done);
                }
            }
            Message::Results(number, update) => {
                let added = find!(self, Results).map(|results| results.add_update(number, update));
                if let Some(Err(error)) = added {
                    self.shared.notice = Some(Notice::With(error.message()));
                }
            }
            Message::Practice(scenarios, record) => {
                let trainee = self.shared.trainee();
                if let Some(practise) = find!(self, Practise) {
                    practise.add_practice(trainee.as_deref(), scenarios, record);
                }
            }
            Message::Media(media) => {
                if let Some(class) = find!(self, Class) {
                    class.media = Some(media);
                }
            }
            Message::Classes(found) => {
                if let Some(class) = find!(self, Class) {
                    class.add_classes(*found);
                }
            }
            _ => {}
        }
    }

    /// Tries again what the disk refused.
    fn retry(&self) -> Vec<Effect> {
        match &self.shared.active_visit {
            Some(run) if run.trouble.is_some() && run.visit.is_over() => vec![Write::Complete.into()],
            Some(run) if run.trouble.is_some() => vec![Write::Retry.into()],
            _ => Vec::new(),
        }
    }

    /// Changes what the first screen lists; the cursor stays on the row that the user chose.
    fn relist(&mut self, change: impl FnOnce(&mut Shared)) {
        let Screen::Home(home) = &mut self.home else { return };
        let selected = home.selected(&self.shared);
        change(&mut self.shared);
        home.select(&self.shared, selected.as_deref());
    }

    /// Says what did not work.
    fn on_failure(&mut self, error: &StoreError) -> Vec<Effect> {
        self.shared.notice = Some(Notice::With(error.message()));
        if let Some(class) = find!(self, Class) {
            class.reading = false;
        }
        // Where a visit could not be taken up at the start, the first screen comes in its place.
        let unread = matches!(self.screen(), Screen::Home(_)) && self.shared.recent.is_none();
        if unread { home::first() } else { Vec::new() }
    }

    /// Goes on with an unfinished visit.
    fn resume_visit(&mut self, opened: Opened, now: &Moment) -> Vec<Effect> {
        let Opened { mut visit, draft, mended, play } = opened;
        let saved = visit.state().last_seq();
        let before = visit.state().last_time().map_or(0, |(_, elapsed)| elapsed);
        let events = visit.resume(&self.shared.environment.program, now).to_vec();
        let practised = visit.state().started().is_some_and(|(started, _)| started.scenario.is_some());
        let gone = (play.is_none() && practised).then(|| ("practise-gone", Vec::new()));
        let told: Vec<_> = (mended.as_ref().map(JournalRepair::message).or(gone).into_iter())
            .chain(timers_after_restart::message(&visit, before, &events, self.shared.lang))
            .collect();
        self.shared.notice = (!told.is_empty()).then_some(Notice::Several(told));
        self.shared.active_visit = Some(ActiveVisit { visit, saved, trouble: None, draft, play });
        let go = Go::Replace(Destination::Visit(VisitStart::FirstOpen));
        self.under_overlays(|model| model.follow(go.into()));
        vec![Write::Append(events).into()]
    }
}
