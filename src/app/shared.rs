//! What every screen knows: the settings, the keys, the visit under way, what was read, and what the user is told.

use super::active_visit::ActiveVisit;
use super::effect::{Effect, Write};
use super::key_history::KeyHistory;
use super::keymap::{Command, Context, Keymap};
use super::outcome::{Destination, Go, Outcome};
use super::payload::PastVisit;
use crate::store::settings::SettingsChange;
use crate::store::{ListedChecklist, Settings, Unfinished};
use crate::text::Lang;
use crate::visit::checklist::id_from;
use crate::visit::{Action, Moment, Program, Refusal, Site};

/// The state that screens share.
#[derive(Debug)]
pub struct Shared {
    /// The language of the interface.
    pub lang: Lang,
    /// The keys in that language, with the user's own.
    pub keymap: Keymap,
    /// The user's settings.
    pub settings: Settings,
    /// The settings as last saved.
    saved_settings: Settings,
    /// What a new visit needs to know of this machine.
    pub environment: Environment,
    /// The visit under way.
    pub active_visit: Option<ActiveVisit>,
    /// What the user should know now; gone with the next key.
    pub notice: Option<Notice>,
    /// Unfinished visits, the newest first.
    pub unfinished: Vec<Unfinished>,
    /// The newest past visits; none until they were read.
    pub recent: Option<Vec<PastVisit>>,
    /// The checklists; none until they were read.
    pub library: Option<Vec<ListedChecklist>>,
    /// The sites known.
    pub sites: Vec<Site>,
    /// The keys just pressed, where a class watches.
    pub key_history: Option<KeyHistory>,
    /// The number of the last reading for the results.
    pub readings: u64,
}

/// What a new visit needs to know of this machine.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// The program and the boot.
    pub program: Program,
    /// The zone's IANA name.
    pub time_zone: String,
    /// The id that the next visit will have; made anew after each.
    pub next_session: String,
}

/// Something that the user should know.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A sentence of the catalogue.
    Said(&'static str),
    /// A sentence of the catalogue with its arguments.
    With(crate::store::Message),
    /// Several of them, one after the other.
    Several(Vec<crate::store::Message>),
    /// A sentence of the catalogue that names the `key` of a command.
    Keyed(&'static str, Context, Command),
    /// A sentence of the catalogue that says `what` the event of this number was.
    Event(&'static str, u64),
    /// A sentence of the catalogue about a `name` that is itself in the catalogue.
    About(&'static str, String),
    /// Why the engine did not do it.
    Refused(Refusal),
}

impl Shared {
    /// Starts with nothing read yet but the settings and the unfinished visits.
    #[must_use]
    pub fn new(lang: Lang, settings: Settings, environment: Environment, unfinished: Vec<Unfinished>) -> Self {
        Self {
            lang,
            keymap: Keymap::new(lang, &settings.keys),
            saved_settings: settings.clone(),
            settings,
            environment,
            active_visit: None,
            notice: None,
            unfinished,
            recent: None,
            library: None,
            sites: Vec::new(),
            key_history: None,
            readings: 0,
        }
    }

    /// Changes the language, and with it the keys.
    pub fn set_language(&mut self, lang: Lang) {
        self.lang = lang;
        self.keymap = Keymap::new(lang, &self.settings.keys);
    }

    /// Returns the observer of the settings as an id.
    #[must_use]
    pub fn trainee(&self) -> Option<String> {
        self.settings.observer.as_deref().and_then(id_from)
    }

    /// Sets a sentence of the catalogue as the notice.
    pub fn notify(&mut self, id: &'static str) {
        self.notice = Some(Notice::Said(id));
    }

    /// Returns the effect that saves what changed in the settings.
    pub fn save_settings(&mut self) -> Effect {
        let after = self.settings.clone();
        let before = std::mem::replace(&mut self.saved_settings, after.clone());
        Write::SaveSettings(Box::new(SettingsChange { before, after })).into()
    }

    /// Does what the observer did; a refusal becomes the notice.
    pub fn act(&mut self, action: &Action, now: &Moment) -> Vec<Effect> {
        let Some(run) = &mut self.active_visit else { return Vec::new() };
        match run.act(action, now) {
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

    /// Does what the observer did, as [`act`](Self::act); where that ends the visit, goes to its end.
    pub fn act_or_end(&mut self, action: &Action, now: &Moment) -> Outcome {
        let mut effects = self.act(action, now);
        let over = self.active_visit.as_ref().is_some_and(|run| run.visit.is_over());
        if effects.is_empty() || !over {
            return effects.into();
        }
        effects.push(Write::Complete.into());
        Outcome::from(effects).and_go(Go::Replace(Destination::Finished))
    }

    /// Pauses a practice that is left, so that its script waits too.
    pub fn pause_practice(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(run) = self.active_visit.as_mut().filter(|run| run.play.is_some()) else { return Vec::new() };
        // Where it is paused or over already there is nothing to do.
        run.act(&Action::Pause(None), now).map_or_else(|_| Vec::new(), |events| vec![Write::Append(events).into()])
    }
}
