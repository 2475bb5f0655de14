//! The scenarios to practise on, with the speed and the last result.

use crate::app::begin_visit::{begin_scenario, notify_if_unsaved};
use crate::app::effect::ScenarioSource;
use crate::app::identify;
use crate::app::loaded_data::PastPractice;
use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;
use crate::store::checklists::Source;
use crate::store::scenarios::{ListedScenario, Staged};
use crate::text::Lang;
use crate::visit::{Definition, Observer};
use std::sync::Arc;

/// The speeds to choose from.
pub const SPEEDS: [f64; 3] = [1.0, 2.0, 4.0];

/// The list of scenarios.
#[derive(Debug)]
pub struct ScenariosScreen {
    /// The filter of the scenarios.
    pub filter: ListFilter,
    /// The cursor among the scenarios shown.
    pub cursor: ListCursor,
    /// Seconds of the script per real second.
    pub speed: f64,
    /// The scenarios; `None` until they are loaded.
    pub scenarios: Option<Vec<ListedScenario>>,
    /// The practice visits so far, newest first.
    pub record: Vec<PastPractice>,
    /// The trainee's name, typed before the first practice visit.
    pub name: Option<TextInput>,
    /// The cursor among the checklists, while one is chosen for a new scenario.
    pub choosing: Option<ListCursor>,
}

impl ScenariosScreen {
    /// Creates the screen with a speed.
    pub fn new(speed: f64) -> Self {
        Self {
            filter: ListFilter::default(),
            cursor: ListCursor::default(),
            speed,
            scenarios: None,
            record: Vec::new(),
            name: None,
            choosing: None,
        }
    }

    /// Creates the screen with one scenario, which need not be installed, and asks for the trainee's name.
    pub fn with_scenario(staged: Staged, speed: f64) -> Self {
        let (id, source) = (staged.scenario.id.clone(), Source::Bundled);
        let scenarios = Some(vec![ListedScenario { id, source, staged: Ok(staged) }]);
        Self { scenarios, name: Some(TextInput::line("")), ..Self::new(speed) }
    }

    /// Adds the loaded data, and selects the scenario that the trainee practised last.
    pub fn add_practice(
        &mut self,
        trainee: Option<&Observer>,
        scenarios: Vec<ListedScenario>,
        record: Vec<PastPractice>,
    ) {
        let last = record.iter().find(|one| trainee.is_some_and(|trainee| one.observer.id == trainee.id));
        let last = last.and_then(|last| scenarios.iter().position(|listed| listed.id == last.scenario.id));
        if let (None, Some(last)) = (&self.scenarios, last) {
            self.cursor.selected = last;
        }
        self.scenarios = Some(scenarios);
        self.record = record;
    }

    /// Returns the positions of the scenarios that the filter shows.
    pub fn shown(&self, lang: Lang) -> Vec<usize> {
        let texts = self.scenarios.iter().flatten().map(|listed| match &listed.staged {
            Ok(staged) => format!("{} {}", staged.scenario.title.get(lang), listed.id),
            Err(_) => listed.id.clone(),
        });
        self.filter.shown(texts)
    }

    /// Returns an observer's newest practice visit on a scenario.
    pub fn last(&self, observer: &Observer, scenario: &str) -> Option<&PastPractice> {
        self.record.iter().find(|one| one.observer.id == observer.id && one.scenario.id == scenario)
    }

    fn turn(&mut self, by: isize) {
        // A speed from the command line may lie between those offered.
        let at = SPEEDS.iter().position(|speed| *speed >= self.speed).unwrap_or(SPEEDS.len());
        let between = SPEEDS.get(at).is_none_or(|speed| *speed > self.speed);
        let to = if between && by > 0 { at } else { at.saturating_add_signed(by) };
        self.speed = SPEEDS.get(to.min(SPEEDS.len() - 1)).copied().unwrap_or(1.0);
    }
    /// Saves the typed name, and starts the scenario.
    fn keep_name(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let name = self.name.as_ref().map(|name| name.text().trim().to_owned()).unwrap_or_default();
        let observer = match identify::observer(&shared.observers, &name, ("app-notice-no-observer", vec![])) {
            Ok(observer) => observer,
            Err(message) => {
                shared.notice = Some(Notice::With(message));
                return Outcome::default();
            }
        };
        shared.settings.observer = Some(name);
        let mut outcome = self.choose(shared, now);
        outcome.effects.extend([shared.remember_observer(observer), shared.save_settings()]);
        outcome
    }

    /// Handles a key press while a checklist is chosen, and makes a scenario for it.
    fn choose_checklist(&mut self, shared: &Shared, press: KeyPress) -> Outcome {
        let Some(cursor) = &mut self.choosing else { return Outcome::default() };
        let checklists: Vec<_> = usable_checklists(shared).collect();
        match shared.keymap.command(Context::List, press) {
            Some(Command::Back) => self.choosing = None,
            Some(Command::Open) => {
                let chosen = checklists.get(cursor.selected).map(|definition| Arc::clone(definition));
                self.choosing = None;
                let made = |definition| Read::MakeScenario(ScenarioSource::Checklist(definition)).into();
                return chosen.map(made).unwrap_or_default();
            }
            Some(command) => cursor.go(command, checklists.len()),
            None => {}
        }
        Outcome::default()
    }

    /// Starts the selected scenario, or asks for the trainee's name if it is unknown.
    fn choose(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let listed = self.scenarios.as_ref().and_then(|all| all.get(self.cursor.selected));
        match (listed.map(|listed| &listed.staged), shared.trainee()) {
            (Some(Ok(_)), None) => self.name = Some(TextInput::line("")),
            (Some(Ok(staged)), Some(trainee)) if !notify_if_unsaved(shared) => {
                return begin_scenario(shared, staged, self.speed, trainee, now);
            }
            (Some(Err(error)), _) => shared.notice = Some(Notice::With(error.message())),
            _ => {}
        }
        Outcome::default()
    }
}

/// Returns the checklists that a scenario can be for.
pub fn usable_checklists(shared: &Shared) -> impl Iterator<Item = &Arc<Definition>> {
    shared.library.iter().flatten().filter_map(|listed| listed.definition.as_ref().ok())
}

impl Interactive for ScenariosScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        if let Some(name) = &mut self.name {
            match name.update(&shared.keymap, press) {
                Some(Command::Back) => self.name = None,
                Some(_) => return self.keep_name(shared, now),
                None => {}
            }
            return Outcome::default();
        }
        if self.choosing.is_some() {
            return self.choose_checklist(shared, press);
        }
        let shown = self.shown(shared.lang);
        if self.filter.update(&shared.keymap, press, &mut self.cursor, &shown) {
            return Outcome::default();
        }
        let own = shared.keymap.command(Context::Scenarios, press);
        match own.or_else(|| shared.keymap.command(Context::List, press)) {
            Some(Command::Back) => return Go::Pop.into(),
            Some(Command::New) => {
                self.choosing = Some(ListCursor::default());
                return Read::LoadLibrary.into();
            }
            Some(Command::Left) => self.turn(-1),
            Some(Command::Right) => self.turn(1),
            Some(Command::Open) if !shown.is_empty() => {
                self.filter.close(&mut self.cursor, &shown);
                return self.choose(shared, now);
            }
            Some(command) => self.cursor.go(command, shown.len()),
            None => {}
        }
        Outcome::default()
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        self.name.as_mut().or(self.filter.input.as_mut())
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        if self.name.is_some() { None } else { self.choosing.as_mut().or(Some(&mut self.cursor)) }
    }

    fn context(&self) -> Context {
        match (&self.name, &self.choosing) {
            (Some(_), _) => Context::Typing,
            (None, Some(_)) => Context::List,
            (None, None) => Context::Scenarios,
        }
    }

    fn is_typing(&self) -> bool {
        self.name.is_some() || self.filter.is_open()
    }
}
