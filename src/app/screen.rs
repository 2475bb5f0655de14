//! The screens as one enum.

use super::interactive::Interactive;
use super::screens::{
    Checklists, ClassScreen, CoverNotes, Finished, Help, Home, NewVisitForm, Past, PractiseScreen, Present,
    ReplayScreen, Results, RevealScreen, Review, SettingsScreen, Training, VisitDetails, VisitScreen,
};

/// A screen with its state.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there are few screens at a time")]
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
    Present(Present),
    /// Calibration in class.
    Class(ClassScreen),
    /// The scenarios to practise on.
    Practise(PractiseScreen),
    /// A practice beside its reference.
    Reveal(RevealScreen),
    /// The settings.
    Settings(SettingsScreen),
    /// All the keys.
    Help(Help),
}

/// Returns the state of whichever screen it is.
macro_rules! state_of {
    ($screen:expr) => {
        match $screen {
            Self::Home(screen) => screen,
            Self::NewVisit(screen) => screen,
            Self::Visit(screen) => screen,
            Self::CoverNotes(screen) => screen,
            Self::Review(screen) => screen,
            Self::Finished(screen) => screen,
            Self::Past(screen) => screen,
            Self::VisitDetails(screen) => screen,
            Self::Replay(screen) => screen,
            Self::Results(screen) => screen,
            Self::Checklists(screen) => screen,
            Self::Training(screen) => screen,
            Self::Present(screen) => screen,
            Self::Class(screen) => screen,
            Self::Practise(screen) => screen,
            Self::Reveal(screen) => screen,
            Self::Settings(screen) => screen,
            Self::Help(screen) => screen,
        }
    };
}

impl Screen {
    /// Returns whether it lies over another screen, which goes on below.
    #[must_use]
    pub fn is_overlay(&self) -> bool {
        matches!(self, Self::Help(_) | Self::CoverNotes(_))
    }

    /// Returns the screen as what reacts to its user.
    #[must_use]
    pub fn interactive(&self) -> &dyn Interactive {
        state_of!(self)
    }

    /// Returns the screen as what reacts to its user, to change it.
    pub fn interactive_mut(&mut self) -> &mut dyn Interactive {
        state_of!(self)
    }
}
