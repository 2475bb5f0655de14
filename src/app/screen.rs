//! The screens as one enum.

use super::interactive::Interactive;
use super::screens::{
    Checklists, ClassScreen, CorrectionForm, CoverNotes, DebriefScreen, EditFact, Export, Finished, Help, Home,
    ImportChecklist, NamesScreen, NewVisitForm, Past, Present, ReplayScreen, Results, Review, ScenariosScreen,
    SettingsScreen, Training, VisitDetails, VisitScreen,
};

/// A screen with its state.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there are few screens at a time")]
pub enum Screen {
    Home(Home),
    NewVisit(NewVisitForm),
    Visit(VisitScreen),
    Correction(CorrectionForm),
    CoverNotes(CoverNotes),
    Review(Review),
    EditFact(EditFact),
    Finished(Finished),
    Past(Past),
    VisitDetails(VisitDetails),
    Export(Export),
    ImportChecklist(ImportChecklist),
    Replay(ReplayScreen),
    Results(Results),
    Checklists(Checklists),
    Training(Training),
    Present(Present),
    Class(ClassScreen),
    Scenarios(ScenariosScreen),
    Debrief(DebriefScreen),
    Settings(SettingsScreen),
    Names(NamesScreen),
    Help(Help),
}

/// Expands to the state of the screen, whichever it is.
macro_rules! state_of {
    ($screen:expr) => {
        match $screen {
            Self::Home(screen) => screen,
            Self::NewVisit(screen) => screen,
            Self::Visit(screen) => screen,
            Self::Correction(screen) => screen,
            Self::CoverNotes(screen) => screen,
            Self::Review(screen) => screen,
            Self::EditFact(screen) => screen,
            Self::Finished(screen) => screen,
            Self::Past(screen) => screen,
            Self::VisitDetails(screen) => screen,
            Self::Export(screen) => screen,
            Self::ImportChecklist(screen) => screen,
            Self::Replay(screen) => screen,
            Self::Results(screen) => screen,
            Self::Checklists(screen) => screen,
            Self::Training(screen) => screen,
            Self::Present(screen) => screen,
            Self::Class(screen) => screen,
            Self::Scenarios(screen) => screen,
            Self::Debrief(screen) => screen,
            Self::Settings(screen) => screen,
            Self::Names(screen) => screen,
            Self::Help(screen) => screen,
        }
    };
}

impl Screen {
    /// Returns whether it overlays another screen, which stays open below.
    pub fn is_overlay(&self) -> bool {
        matches!(self, Self::Help(_) | Self::CoverNotes(_))
    }

    /// Returns the screen as a trait object.
    pub fn interactive(&self) -> &dyn Interactive {
        state_of!(self)
    }

    /// Returns the screen as a mutable trait object.
    pub fn interactive_mut(&mut self) -> &mut dyn Interactive {
        state_of!(self)
    }
}
