//! What the application knows. Screens are an enum, each with its own state.

use super::active_visit::ActiveVisit;
use super::key_history::KeyHistory;
use super::keymap::{Command, Context, Keymap};
use super::screens::{
    checklists::Checklists,
    class::ClassScreen,
    cover_notes::CoverNotes,
    finished::Finished,
    help::Help,
    home::Home,
    new_visit::NewVisitForm,
    past::{Past, PastVisit},
    practise::PractiseScreen,
    present::Present,
    replay::ReplayScreen,
    results::Results,
    reveal::RevealScreen,
    review::Review,
    settings::SettingsScreen,
    training::Training,
    visit::VisitScreen,
    visit_details::VisitDetails,
};
use crate::store::{Listed, Settings, Unfinished};
use crate::text::Lang;
use crate::visit::{Program, Refusal, Site};

/// The whole state of the application.
#[derive(Debug)]
pub struct Model {
    /// The language of the interface.
    pub lang: Lang,
    /// The keys in that language, with the user's own.
    pub keymap: Keymap,
    /// The user's settings.
    pub settings: Settings,
    /// What a new visit needs to know of this machine.
    pub environment: Environment,
    /// The visit under way.
    pub active_visit: Option<ActiveVisit>,
    /// The screen in front.
    pub screen: Screen,
    /// What the user should know now; gone with the next key.
    pub notice: Option<Notice>,
    /// Unfinished visits, the newest first.
    pub unfinished: Vec<Unfinished>,
    /// The newest past visits; none until they were read.
    pub recent: Option<Vec<PastVisit>>,
    /// The checklists; none until they were read.
    pub library: Option<Vec<Listed>>,
    /// The sites known.
    pub sites: Vec<Site>,
    /// Whether the next Ctrl+C leaves for good.
    pub leaving: bool,
    /// The keys just pressed, where a class watches.
    pub key_history: Option<KeyHistory>,
    /// How often results were asked for: each reading has a number of its own.
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

/// A screen with its state.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one screen at a time")]
pub enum Screen {
    /// Where everything starts.
    Home(Home),
    /// What must be known before the clock starts.
    NewVisit(NewVisitForm),
    /// The visit.
    Visit(VisitScreen),
    /// The page of plain notes, over any of them.
    CoverNotes(CoverNotes),
    /// What is left before the end.
    Review(Review),
    /// The visit is over.
    Finished(Finished),
    /// Past visits.
    Past(Past),
    /// One past visit.
    VisitDetails(VisitDetails),
    /// A past visit, played back.
    Replay(ReplayScreen),
    /// Results.
    Results(Results),
    /// The checklists, to read.
    Checklists(Checklists),
    /// What is for practice.
    Training(Training),
    /// A checklist in front of a class.
    Present(Box<Present>),
    /// Calibration in class.
    Class(Box<ClassScreen>),
    /// The scenarios to practise on.
    Practise(PractiseScreen),
    /// A practice beside its reference.
    Reveal(Box<RevealScreen>),
    /// The settings.
    Settings(SettingsScreen),
    /// All the keys.
    Help(Help),
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

impl Model {
    /// Starts on the first screen; nothing was read yet but the settings and the unfinished visits.
    #[must_use]
    pub fn new(lang: Lang, settings: Settings, machine: Environment, unfinished: Vec<Unfinished>) -> Self {
        Self {
            lang,
            keymap: Keymap::new(lang, &settings.keys),
            settings,
            environment: machine,
            active_visit: None,
            screen: Screen::Home(Home::default()),
            notice: None,
            unfinished,
            recent: None,
            library: None,
            sites: Vec::new(),
            leaving: false,
            key_history: None,
            readings: 0,
        }
    }

    /// Puts a screen in front, or behind the page of notes where that hides everything.
    pub fn show(&mut self, screen: Screen) {
        *self.shown() = screen;
    }

    /// Returns the screen in front, or the one that the page of notes hides.
    pub fn shown(&mut self) -> &mut Screen {
        match &mut self.screen {
            Screen::CoverNotes(page) => &mut page.behind,
            front => front,
        }
    }

    /// Changes the language, and with it the keys.
    pub fn set_language(&mut self, lang: Lang) {
        self.lang = lang;
        self.keymap = Keymap::new(lang, &self.settings.keys);
    }
}
