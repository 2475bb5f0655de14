//! The state that all screens share: settings, keys, the visit under way, loaded lists, and the notice.

use super::active_visit::ActiveVisit;
use super::effect::{Effect, Write};
use super::format;
use super::key_history::KeyHistory;
use super::keymap::{Command, Context, Keymap};
use super::loaded_data::PastVisit;
use super::outcome::{Destination, Go, Outcome};
use super::text_filter::ListFilter;
use crate::report::visit_debrief::{self, DebriefSection};
use crate::store::{ListedChecklist, Settings, Unfinished};
use crate::text::{Lang, Texts};
use crate::visit::event::HeaderFact;
use crate::visit::{
    Action, Identity, Kind, Known, Moment, Observer, Playback, Program, Refusal, Site, Status, Visit, VisitSetup,
};

/// The state that screens share.
#[derive(Debug)]
pub struct Shared {
    /// The language of the interface.
    pub lang: Lang,
    /// The keymap in that language, with the user's own keys.
    pub keymap: Keymap,
    /// The user's settings.
    pub settings: Settings,
    /// What a new visit needs to know about this machine.
    pub environment: Environment,
    /// The visit under way.
    pub active_visit: Option<ActiveVisit>,
    /// The notice to the user; removed by the next key press.
    pub notice: Option<Notice>,
    /// The unfinished visits, newest first.
    pub unfinished: Vec<Unfinished>,
    /// The newest past visits; `None` until they are loaded.
    pub recent: Option<Vec<PastVisit>>,
    /// The checklists; `None` until they are loaded.
    pub library: Option<Vec<ListedChecklist>>,
    /// The known sites.
    pub sites: Known<Site>,
    /// The known observers.
    pub observers: Known<Observer>,
    /// The last keys pressed, while a class is watching.
    pub key_history: Option<KeyHistory>,
    /// The number of the last reading for the results.
    pub readings: u64,
}

/// What a new visit needs to know about this machine.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// The program and the boot.
    pub program: Program,
    /// The IANA name of the time zone.
    pub time_zone: String,
    /// The id of the next visit; replaced after each use.
    pub next_session: String,
}

impl Environment {
    /// Returns the setup of the next visit, without a remark or a scenario.
    pub fn setup(&self, kind: Kind, site: Site, observer: Observer) -> VisitSetup {
        VisitSetup {
            session: self.next_session.clone(),
            kind,
            site,
            observer,
            time_zone: self.time_zone.clone(),
            remark: None,
            scenario: None,
            program: self.program.clone(),
        }
    }
}

/// A notice to the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A message.
    Text(&'static str),
    /// A message with its arguments.
    With(crate::store::Message),
    /// Several messages in a row.
    Several(Vec<crate::store::Message>),
    /// A message that shows the `key` of a command.
    Keyed(&'static str, Context, Command),
    /// A message that describes, as `what`, the event with this `seq`.
    Event(&'static str, u64),
    /// A message with a `name`, given by its own message id.
    About(&'static str, String),
    /// The limits of the numbers that the item at this position takes.
    OutsideLimits(usize),
    /// The reason why an action was refused.
    Refused(Refusal),
}

impl Notice {
    /// Returns the notice as a sentence or several.
    #[must_use]
    pub fn text(&self, texts: &Texts, shared: &Shared) -> String {
        match self {
            Self::Text(id) => texts.get(id).to_owned(),
            Self::OutsideLimits(item) => {
                let item = shared.visit().map(|visit| visit.definition().item(*item));
                item.and_then(|item| format::limits(texts, &item.response)).unwrap_or_default()
            }
            Self::With((id, args)) => format::message(texts, id, args),
            Self::Several(all) => {
                let sentences = all.iter().map(|(id, args)| format::message(texts, id, args));
                sentences.collect::<Vec<_>>().join(" ")
            }
            Self::Keyed(id, context, command) => {
                let key = format::command_key(texts, &shared.keymap, *context, *command);
                texts.with(id, &[("key", key.into())])
            }
            Self::Event(id, seq) => {
                let what = |visit: &Visit| Some(format::event(texts, visit, visit.event(*seq)?, true));
                texts.with(id, &[("what", shared.visit().and_then(what).unwrap_or_default().into())])
            }
            Self::About(id, name) => texts.with(id, &[("name", texts.get(name).into())]),
            Self::Refused(Refusal::InvalidAnswer) => {
                Self::Keyed("app-notice-not-an-answer", Context::Visit, Command::Open).text(texts, shared)
            }
            Self::Refused(refusal) => texts.get(refusal.message()).to_owned(),
        }
    }
}

impl Shared {
    /// Creates the state with nothing loaded but the settings and the unfinished visits.
    pub fn new(lang: Lang, settings: Settings, environment: Environment, unfinished: Vec<Unfinished>) -> Self {
        Self {
            lang,
            keymap: Keymap::new(lang, &settings.keys),
            settings,
            environment,
            active_visit: None,
            notice: None,
            unfinished,
            recent: None,
            library: None,
            sites: Known::default(),
            observers: Known::default(),
            key_history: None,
            readings: 0,
        }
    }

    /// Returns the visit under way.
    pub fn visit(&self) -> Option<&Visit> {
        self.active_visit.as_ref().map(|active| &active.visit)
    }

    /// Returns the visit under way with its script, in practice.
    pub fn practice(&self) -> Option<(&Visit, &Playback)> {
        self.active_visit.as_ref().and_then(|active| Some((&active.visit, active.play.as_ref()?)))
    }

    /// Returns the debrief of the visit that has just been finished, with scores if the settings show them; none for a
    /// visit on a scenario, which has a reference to be compared with.
    pub fn debrief(&self, texts: &Texts) -> Vec<DebriefSection> {
        match &self.active_visit {
            Some(ActiveVisit { visit, play: None, .. }) if visit.state().status() == Status::Complete => {
                visit_debrief::sections(texts, visit, self.settings.show_score)
            }
            _ => Vec::new(),
        }
    }

    /// Returns one of the newest past visits, by its position.
    pub fn recent_visit(&self, index: usize) -> Option<&PastVisit> {
        self.recent.as_ref()?.get(index)
    }

    /// Changes the language and the keymap.
    pub fn set_language(&mut self, lang: Lang) {
        self.lang = lang;
        self.keymap = Keymap::new(lang, &self.settings.keys);
    }

    /// Returns the observer of the settings.
    pub fn trainee(&self) -> Option<Observer> {
        self.observers.identify(self.settings.observer.as_deref()?).into_one()
    }

    /// Returns the name of the observer of the settings, as the list has it now; where others have it too, what is in the
    /// settings.
    pub fn trainee_name(&self) -> Option<String> {
        let typed = self.settings.observer.clone()?;
        let known = |name: &str| match self.observers.identify(name) {
            Identity::Known(observer) => Some(observer),
            _ => None,
        };
        let name = known(&typed).map(|observer| observer.label().to_owned());
        name.filter(|name| known(name).is_some()).or(Some(typed))
    }

    /// Returns the text that the cover page opens with: the user's own, or else a shopping list.
    pub fn cover_text<'a>(&'a self, texts: &'a Texts) -> &'a str {
        self.settings.cover_text.as_deref().unwrap_or_else(|| texts.get("cover-text"))
    }

    /// Returns the positions of the checklists that a filter shows.
    pub fn shown_checklists(&self, filter: &ListFilter) -> Vec<usize> {
        let texts = self.library.iter().flatten().map(|listed| match &listed.definition {
            Ok(definition) => format!("{} {}", definition.checklist().title.get(self.lang), listed.id),
            Err(_) => listed.id.clone(),
        });
        filter.shown(texts)
    }

    /// Sets a message as the notice.
    pub fn notify(&mut self, id: &'static str) {
        self.notice = Some(Notice::Text(id));
    }

    /// Remembers an observer; returns the effect that writes it.
    pub fn remember_observer(&mut self, observer: Observer) -> Effect {
        self.observers.remember(&observer);
        Write::RememberObserver(observer).into()
    }

    /// Remembers the site or the observer of a changed fact; returns the effect that writes it.
    pub fn remember(&mut self, fact: &HeaderFact) -> Option<Effect> {
        match fact {
            HeaderFact::Site(site) => {
                self.sites.remember(site);
                Some(Write::RememberSite(site.clone()).into())
            }
            HeaderFact::Observer(observer) => Some(self.remember_observer(observer.clone())),
            HeaderFact::Kind(_) | HeaderFact::Remark(_) => None,
        }
    }

    /// Returns the effect that saves what changed in the settings.
    pub fn save_settings(&self) -> Effect {
        Write::SaveSettings(Box::new(self.settings.clone())).into()
    }

    /// Performs an action; a refusal becomes the notice.
    pub fn act(&mut self, action: &Action, now: &Moment) -> Vec<Effect> {
        let Some(active) = &mut self.active_visit else { return Vec::new() };
        match active.act(action, now) {
            Ok(events) => {
                if matches!(action, Action::Mark(_)) {
                    self.notify("app-notice-marked");
                }
                vec![Write::Append(events).into()]
            }
            Err(refusal) => {
                self.notice = Some(Notice::Refused(refusal));
                Vec::new()
            }
        }
    }

    /// Performs an action as [`act`](Self::act) does; if it ends the visit, goes to the end screen.
    pub fn act_or_end(&mut self, action: &Action, now: &Moment) -> Outcome {
        let mut effects = self.act(action, now);
        if effects.is_empty() || !self.visit().is_some_and(Visit::is_over) {
            return effects.into();
        }
        effects.push(Write::Complete.into());
        Outcome::from(effects).and_go(Go::Replace(Destination::Finished))
    }

    /// Pauses a practice visit that is left, so that its script waits too.
    pub fn pause_practice(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(active) = self.active_visit.as_mut().filter(|active| active.play.is_some()) else { return Vec::new() };
        // The pause is refused if the visit is already paused or over.
        active.act(&Action::Pause(None), now).map_or_else(|_| Vec::new(), |events| vec![Write::Append(events).into()])
    }
}
