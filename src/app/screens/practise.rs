//! The scenarios to practise on: which one, how fast, and how it went the last time.

use super::{home, new_visit, training};
use crate::analysis::reveal::Reveal;
use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::app::text_input::TextInput;
use crate::store::checklists::Source;
use crate::store::scenarios::{Listed, Staged};
use crate::visit::checklist::id_from;
use crate::visit::event::{Observer, ScenarioRef};
use crate::visit::{Action, Moment, Opening, Play, Stamp};
use std::path::PathBuf;

/// The speeds that are offered.
pub const SPEEDS: [f64; 3] = [1.0, 2.0, 4.0];

/// The list of scenarios.
#[derive(Debug)]
pub struct PractiseScreen {
    /// Where the cursor stands among the scenarios.
    pub cursor: ListCursor,
    /// How many seconds of the script will go by in one second.
    pub speed: f64,
    /// The scenarios; none until they were read.
    pub scenarios: Option<Vec<Listed>>,
    /// The practices so far, the newest first.
    pub record: Vec<Practised>,
    /// The trainee's name, being typed before the first practice.
    pub name: Option<TextInput>,
}

/// One practice that is over: a line of the trainee's record.
#[derive(Clone, Debug)]
pub struct Practised {
    /// The session's id.
    pub session: String,
    /// Its file.
    pub path: PathBuf,
    /// When it started.
    pub at: Stamp,
    /// Who practised.
    pub observer: String,
    /// On which scenario, and how fast that unfolded.
    pub scenario: ScenarioRef,
    /// How it went; none where that scenario is no longer here as it was.
    pub reveal: Option<Reveal>,
}

impl PractiseScreen {
    /// Opens at a speed.
    #[must_use]
    pub fn new(speed: f64) -> Self {
        Self { cursor: ListCursor::default(), speed, scenarios: None, record: Vec::new(), name: None }
    }

    /// Returns the newest practice of an observer on a scenario.
    #[must_use]
    pub fn last(&self, observer: &str, scenario: &str) -> Option<&Practised> {
        self.record.iter().find(|one| one.observer == observer && one.scenario.id == scenario)
    }

    fn turn(&mut self, by: isize) {
        // A speed of the command line stands between those offered.
        let at = SPEEDS.iter().position(|speed| *speed >= self.speed).unwrap_or(SPEEDS.len());
        let between = SPEEDS.get(at).is_none_or(|speed| *speed > self.speed);
        let to = if between && by > 0 { at } else { at.saturating_add_signed(by) };
        self.speed = SPEEDS.get(to.min(SPEEDS.len() - 1)).copied().unwrap_or(1.0);
    }
}

/// Opens the list, and has it read.
pub fn open(model: &mut Model) -> Vec<Effect> {
    open_at(model, 1.0)
}

/// Opens the list at a speed, and has it read.
pub fn open_at(model: &mut Model, speed: f64) -> Vec<Effect> {
    model.show(Screen::Practise(PractiseScreen::new(speed)));
    vec![Effect::LoadPractice]
}

/// Opens the list on a scenario that may come from anywhere, and asks who practises.
pub fn open_on(model: &mut Model, staged: Option<Staged>, speed: f64) -> Vec<Effect> {
    let effects = open_at(model, speed);
    if let (Screen::Practise(screen), Some(staged)) = (&mut model.screen, staged) {
        let (id, source) = (staged.scenario.id.clone(), Source::Bundled);
        screen.scenarios = Some(vec![Listed { id, source, staged: Ok(staged) }]);
        screen.name = Some(TextInput::line(""));
        return Vec::new();
    }
    effects
}

/// Takes in what was read. The cursor comes to stand on what was practised last.
pub fn take(model: &mut Model, scenarios: Vec<Listed>, record: Vec<Practised>) {
    let trainee = trainee(model);
    if let Screen::Practise(screen) = model.shown() {
        let last = record.iter().find(|one| Some(&one.observer) == trainee.as_ref());
        let last = last.and_then(|last| scenarios.iter().position(|listed| listed.id == last.scenario.id));
        if let (None, Some(last)) = (&screen.scenarios, last) {
            screen.cursor.selected = last;
        }
        screen.scenarios = Some(scenarios);
        screen.record = record;
    }
}

/// Returns who practises: the observer of the settings.
#[must_use]
pub fn trainee(model: &Model) -> Option<String> {
    model.settings.observer.as_deref().and_then(id_from)
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress, now: &Moment) -> Vec<Effect> {
    let Screen::Practise(screen) = &mut model.screen else { return Vec::new() };
    if let Some(name) = &mut screen.name {
        match model.keymap.command(Context::Typing, press) {
            Some(Command::Keep) => return named(model, now),
            Some(Command::Back) => screen.name = None,
            _ => {
                name.press(press);
            }
        }
        return Vec::new();
    }
    let len = screen.scenarios.as_ref().map_or(0, Vec::len);
    match model.keymap.command(Context::List, press) {
        Some(Command::Back) => return training::open(model),
        Some(Command::Left) => screen.turn(-1),
        Some(Command::Right) => screen.turn(1),
        Some(Command::Open) => return choose(model, now),
        Some(command) => {
            screen.cursor.go(command, len);
        }
        None => {}
    }
    Vec::new()
}

/// Inserts pasted text.
pub fn paste(model: &mut Model, text: &str) {
    if let Screen::Practise(PractiseScreen { name: Some(name), .. }) = &mut model.screen {
        name.paste(text);
    }
}

/// Keeps the name that was typed, and goes on with what it was asked for.
fn named(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let Screen::Practise(PractiseScreen { name: Some(name), .. }) = &mut model.screen else { return Vec::new() };
    let name = name.text().trim().to_owned();
    if id_from(&name).is_none() {
        model.notice = Some(Notice::Said("app-notice-no-observer"));
        return Vec::new();
    }
    model.settings.observer = Some(name);
    let keep = Effect::SaveSettings(Box::new(model.settings.clone()));
    choose(model, now).into_iter().chain([keep]).collect()
}

/// Starts the scenario in front; who practises is asked where that is not known.
fn choose(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let trainee = trainee(model);
    let Screen::Practise(screen) = &mut model.screen else { return Vec::new() };
    let listed = screen.scenarios.as_ref().and_then(|all| all.get(screen.cursor.selected));
    let staged = match listed.map(|listed| &listed.staged) {
        Some(Ok(staged)) => staged.clone(),
        Some(Err(error)) => {
            model.notice = Some(Notice::With(error.message()));
            return Vec::new();
        }
        None => return Vec::new(),
    };
    let Some(trainee) = trainee else {
        screen.name = Some(TextInput::line(""));
        return Vec::new();
    };
    let speed = screen.speed;
    if model.active_visit.as_ref().is_some_and(|run| !run.is_saved()) {
        model.notice = Some(Notice::Said("app-notice-unsaved-first"));
        return Vec::new();
    }
    begin(model, &staged, speed, trainee, now)
}

/// Starts a practice of which everything is known.
pub fn begin(model: &mut Model, staged: &Staged, speed: f64, observer: String, now: &Moment) -> Vec<Effect> {
    let opening = Opening {
        observer: Observer { id: observer },
        scenario: Some(staged.reference(speed)),
        ..training::opening(model, home::PRACTICE, staged.scenario.title.get(model.lang))
    };
    let effects = new_visit::begin(model, staged.definition.clone(), opening, now);
    if let Some(run) = &mut model.active_visit {
        run.play = Some(Play { scenario: staged.scenario.clone(), speed });
    }
    model.notice = staged.passed_over().map(Notice::With);
    effects
}

/// Pauses a practice that is left, so that its script waits too.
pub fn rest(model: &mut Model, now: &Moment) -> Vec<Effect> {
    let Some(run) = model.active_visit.as_mut().filter(|run| run.play.is_some()) else { return Vec::new() };
    // Where it is paused or over already there is nothing to do.
    run.act(&Action::Pause(None), now).map_or_else(|_| Vec::new(), |events| vec![Effect::Append(events)])
}
