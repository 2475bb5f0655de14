//! The stack of screens: what opens over what, and what returns when a screen closes.

use super::active_visit::ActiveVisit;
use super::effect::{Effect, Read, Write};
use super::loaded_data::LoadedVisit;
use super::model::Model;
use super::outcome::{Destination, Go, Outcome};
use super::screen::Screen;
use super::screens::home::{self, HomeRow};
use super::screens::{
    ChecklistEditor, Checklists, ClassScreen, CorrectionForm, CoverNotes, DebriefScreen, EditFact, Export, Finished,
    Help, Home, ImportChecklist, NamesScreen, NewVisitForm, Past, Present, ReplayScreen, Results, Review,
    ScenariosScreen, SettingsScreen, Training, VisitDetails, VisitScreen,
};
use super::shared::Notice;
use crate::text::Texts;
use crate::visit::replay::Order;
use crate::visit::score::{answer_rows, score};
use std::sync::Arc;

impl Model {
    /// Navigates as an outcome requests. Returns all effects to carry out.
    pub(super) fn apply_outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Outcome { mut effects, go } = outcome;
        if self.shared.is_trial() {
            effects.retain(|effect| !is_of_visit(effect));
        }
        effects.extend(match go {
            Some(Go::Push(destination)) => self.open(destination),
            Some(Go::Replace(Destination::Finished)) if self.shared.is_trial() => self.end_trial(),
            Some(Go::Replace(destination)) if self.shared.is_trial() => {
                self.clear_to_editor();
                self.open(destination)
            }
            Some(Go::Replace(destination)) => {
                self.over.clear();
                self.over.extend(parents(&destination));
                self.open(destination)
            }
            Some(Go::Pop) => self.close(),
            None => Vec::new(),
        });
        effects
    }

    /// Changes the stack below the overlays in front, which stay in place.
    pub(super) fn under_overlays(&mut self, change: impl FnOnce(&mut Self) -> Vec<Effect>) -> Vec<Effect> {
        let first = self.over.iter().rposition(|screen| !screen.is_overlay()).map_or(0, |at| at + 1);
        let overlays = self.over.split_off(first);
        let effects = change(self);
        self.over.extend(overlays);
        effects
    }

    /// Returns to the home screen, on the row of the front screen, and reloads its lists.
    pub(super) fn go_home(&mut self) -> Vec<Effect> {
        let row = row_of(self.screen());
        self.over.clear();
        if self.shared.is_trial() {
            self.shared.active_visit = self.shared.set_aside.take();
        }
        self.show_home(row)
    }

    fn show_home(&mut self, row: Option<HomeRow>) -> Vec<Effect> {
        self.shared.key_history = None;
        self.home = Screen::Home(Home::with_row(&self.shared, row));
        home::reads()
    }

    /// Opens a loaded visit over the list that it was selected from, or else over the home screen.
    pub(super) fn open_record(&mut self, record: LoadedVisit) -> Vec<Effect> {
        let record = Arc::new(record);
        let (row, replays) = match self.screen() {
            Screen::Results(results) => (results.row_of(&record.visit), false),
            Screen::Past(past) => (None, past.replays),
            _ => {
                self.over.clear();
                (None, false)
            }
        };
        self.over.push(Screen::VisitDetails(VisitDetails::new(Arc::clone(&record), row.unwrap_or(0))));
        if replays {
            self.over.push(Screen::Replay(ReplayScreen::new(record, Order::default(), 1.0)));
        }
        Vec::new()
    }

    /// Closes the front screen. The screen below an overlay is unchanged; menus and lists start over.
    fn close(&mut self) -> Vec<Effect> {
        let row = row_of(self.screen());
        if self.over.pop().is_some_and(|closed| closed.is_overlay()) {
            return Vec::new();
        }
        match self.over.last_mut() {
            Some(Screen::ChecklistEditor(_)) if self.shared.is_trial() => self.end_trial(),
            Some(Screen::Training(training)) => {
                self.shared.key_history = None;
                *training = Training::default();
                Vec::new()
            }
            Some(Screen::Scenarios(practise)) => {
                *practise = ScenariosScreen::new(1.0);
                vec![Read::LoadPractice.into()]
            }
            Some(_) => Vec::new(),
            None => self.show_home(row),
        }
    }

    /// Closes the screens over the editor of checklists.
    fn clear_to_editor(&mut self) {
        let editor = self.over.iter().rposition(|screen| matches!(screen, Screen::ChecklistEditor(_)));
        self.over.truncate(editor.map_or(0, |at| at + 1));
    }

    /// Goes back from the visit that tries a checklist to its editor.
    fn end_trial(&mut self) -> Vec<Effect> {
        self.clear_to_editor();
        let tried = std::mem::replace(&mut self.shared.active_visit, self.shared.set_aside.take());
        let score = tried.filter(|tried| tried.visit.is_over()).and_then(|ActiveVisit { visit, .. }| {
            score(visit.definition(), &answer_rows(visit.definition(), visit.state())).percent
        });
        let texts = Texts::new(self.shared.lang);
        self.shared.notice = Some(Notice::With(match score {
            Some(percent) => ("editor-tried-score", vec![("percent", texts.percent(percent))]),
            None => ("editor-tried", vec![]),
        }));
        Vec::new()
    }

    /// Opens a screen over the front one. Returns what it reads.
    fn open(&mut self, destination: Destination) -> Vec<Effect> {
        let explanation = self.screen().interactive().explanation();
        let shared = &mut self.shared;
        let mut effects = Vec::new();
        let mut read = |read: Read| effects.push(read.into());
        let screen = match destination {
            Destination::NewVisit(preset) => {
                read(Read::LoadLibrary);
                Screen::NewVisit(NewVisitForm::new(shared, *preset))
            }
            Destination::Visit(task) => {
                let Some(active) = &shared.active_visit else { return effects };
                Screen::Visit(VisitScreen::new(active, task))
            }
            Destination::CoverNotes => {
                let Some(notes) = CoverNotes::new(shared) else { return effects };
                Screen::CoverNotes(notes)
            }
            Destination::Correction { path, purpose } => Screen::Correction(CorrectionForm::new(shared, path, purpose)),
            Destination::Review => Screen::Review(Review::default()),
            Destination::EditFact(fact) => {
                let Some(editor) = EditFact::new(shared, fact) else { return effects };
                read(Read::LoadLibrary);
                Screen::EditFact(editor)
            }
            Destination::Finished => Screen::Finished(Finished::default()),
            Destination::Past { replays } => {
                read(Read::LoadPast);
                Screen::Past(Past::new(replays))
            }
            Destination::Export(subject) => {
                read(Read::FindMedia);
                Screen::Export(Export::new(subject))
            }
            Destination::ImportChecklist => {
                read(Read::ChoosePlace(shared.import_folder.clone()));
                Screen::ImportChecklist(ImportChecklist::default())
            }
            Destination::Replay { record, order, speed } => Screen::Replay(ReplayScreen::new(record, order, speed)),
            Destination::Debrief(visit, play) => Screen::Debrief(DebriefScreen::new(*visit, *play)),
            Destination::Results => {
                let mut results = Results { lang: shared.lang, ..Results::default() };
                effects.push(results.read(&mut shared.readings));
                Screen::Results(results)
            }
            Destination::Checklists => {
                read(Read::LoadLibrary);
                Screen::Checklists(Checklists::default())
            }
            Destination::ChecklistEditor(start) => {
                read(Read::LoadLibrary);
                effects.push(Write::OpenDraft(start.id().map(str::to_owned)).into());
                Screen::ChecklistEditor(ChecklistEditor::new(start))
            }
            Destination::Training => Screen::Training(Training::default()),
            Destination::Present(Some(definition)) => Screen::Present(Present::with_checklist(shared, definition)),
            Destination::Present(None) => {
                read(Read::LoadLibrary);
                Screen::Present(Present::default())
            }
            Destination::Class(paths) => {
                let screen = ClassScreen { reading: paths.is_some(), ..ClassScreen::default() };
                read(Read::FindMedia);
                if let Some(paths) = paths {
                    read(Read::LoadClasses(paths));
                }
                Screen::Class(screen)
            }
            Destination::Scenarios { staged: Some(staged), speed } => {
                Screen::Scenarios(ScenariosScreen::with_scenario(*staged, speed))
            }
            Destination::Scenarios { staged: None, speed } => {
                read(Read::LoadPractice);
                Screen::Scenarios(ScenariosScreen::new(speed))
            }
            Destination::Names => {
                read(Read::LoadNames);
                Screen::Names(NamesScreen::default())
            }
            Destination::Settings => Screen::Settings(SettingsScreen::default()),
            Destination::Help(front) => Screen::Help(Help::new(front, explanation)),
        };
        self.over.push(screen);
        effects
    }
}

/// Returns whether an effect writes the visit under way.
fn is_of_visit(effect: &Effect) -> bool {
    use Write::{Append, Begin, Complete, Draft, Retry};
    matches!(effect, Effect::Write(Begin { .. } | Append(_) | Retry | Draft(_) | Complete))
}

/// Returns the screens between the home screen and a destination.
fn parents(destination: &Destination) -> Vec<Screen> {
    let training = || Screen::Training(Training::default());
    match destination {
        Destination::Present(_) | Destination::Class(_) | Destination::Scenarios { .. } => vec![training()],
        Destination::ChecklistEditor(_) => vec![Screen::Checklists(Checklists::default())],
        Destination::Debrief(..) => vec![training(), Screen::Scenarios(ScenariosScreen::new(1.0))],
        Destination::Replay { record, .. } => vec![Screen::VisitDetails(VisitDetails::new(Arc::clone(record), 0))],
        _ => Vec::new(),
    }
}

/// Returns the row of the home screen that leads to a screen.
fn row_of(screen: &Screen) -> Option<HomeRow> {
    match screen {
        Screen::Past(_) => Some(HomeRow::Past),
        Screen::Results(_) => Some(HomeRow::Results),
        Screen::Checklists(_) => Some(HomeRow::Checklists),
        Screen::Training(_) => Some(HomeRow::Training),
        Screen::Settings(_) => Some(HomeRow::Settings),
        Screen::Names(_) => Some(HomeRow::Names),
        _ => None,
    }
}
