//! `esprit`, `esprit visit`, `esprit resume`: opens the application, or conducts a visit line by line.

use super::output::Output;
use super::sessions::open_line;
use super::setup::Setup;
use super::suggestions;
use super::{CliError, CommandResult, FAILED, checklist};
use crate::app::identify;
use crate::app::key::Key;
use crate::app::outcome::VisitPreset;
use crate::app::{Destination, Effect, Message, Model, Notice, Write, update};
use crate::plain::{Dialogue, DialogueEnd, InputSource, StdinReader, Streams, questions};
use crate::store::sites::KnownSites;
use crate::store::{checklists, sites, unfinished};
use crate::term;
use crate::visit::{Definition, Kind, Observer, Site, VisitSetup};
use clap::ArgMatches;
use std::io::{self, BufRead, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;

/// Opens the application on the home screen.
pub fn open_home(setup: &Setup) -> CommandResult {
    let model = setup.model();
    open_application(setup, model, Vec::new())
}

/// Starts a visit.
pub fn visit(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let given = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let kind = given("kind").and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name));
    let definition = match matches.get_one::<PathBuf>("checklist") {
        Some(asked) => Some(checklist::find(setup, asked).map_err(|error| setup.failed(&error))?),
        None => None,
    };
    if matches.get_flag("plain") {
        let observer = setup.observer(matches)?;
        return plain_visit(setup, definition, given("site"), observer, kind.unwrap_or_default(), output);
    }
    require_terminal(setup)?;
    setup.create_data_folder()?;
    let mut model = setup.model();
    let now = setup.clock.now();
    let preset = VisitPreset {
        checklist: definition.as_ref().map(|definition| definition.checklist().id.clone()),
        kind,
        site: given("site").map(str::to_owned),
        observer: given("observer").map(str::to_owned),
    };
    if let Some(definition) = definition {
        let library = checklists::load_all_with(&setup.folders, definition);
        update(&mut model, Message::Library(library, sites::load(&setup.folders).all, setup.known_observers()), &now);
    }
    let complete = preset.is_complete();
    let mut effects = update(&mut model, Message::Start(Destination::NewVisit(Box::new(preset))), &now);
    if complete {
        // The form is on its last row and needs nothing else loaded.
        effects = update(&mut model, Message::Key(Key::Enter.into()), &now);
    }
    open_application(setup, model, effects)
}

/// Resumes an unfinished visit.
pub fn resume(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let plain = matches.get_flag("plain");
    if !plain {
        require_terminal(setup)?;
    }
    setup.create_data_folder()?;
    let all = unfinished::list_unfinished(&setup.folders).map_err(|error| setup.failed(&error))?;
    let asked = matches.get_one::<String>("id").map(|id| id.to_ascii_lowercase());
    let (over, under_way): (Vec<_>, Vec<_>) = (all.iter())
        .filter(|one| asked.as_ref().is_none_or(|asked| one.id.starts_with(asked)))
        .partition(|one| one.visit.as_ref().is_ok_and(|summary| summary.over));
    // A visit that was over when the program last ended only needs its session file, so the others come first.
    let fits = if under_way.is_empty() { over.into_iter().take(1).collect() } else { under_way };
    let id = match fits.as_slice() {
        [one] => one.id.clone(),
        [] => {
            let id = if asked.is_some() { "cli-resume-unknown" } else { "cli-resume-none" };
            let asked = asked.unwrap_or_default();
            let message = setup.texts.with(id, &[("asked", asked.as_str().into())]);
            return Err(CliError::Failed(suggestions::with_nearest_visit(
                message,
                &setup.texts,
                &asked,
                &setup.folders,
            )));
        }
        _ if !plain && asked.is_none() => return open_home(setup),
        several => {
            output.message(setup.texts.get("cli-resume-several"))?;
            for one in several {
                output.message(&open_line(setup, one))?;
            }
            return Ok(FAILED);
        }
    };
    if plain {
        // In practice, the script goes on while lines are read.
        return run_dialogue(setup, setup.model(), vec![Write::Open(id).into()], &mut StdinReader::start(), output);
    }
    open_application(setup, setup.model(), vec![Write::Open(id).into()])
}

/// Fails if there is no terminal.
pub fn require_terminal(setup: &Setup) -> Result<(), CliError> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(CliError::Usage(setup.texts.get("cli-needs-terminal").to_owned()))
}

/// Opens the application at a destination.
pub(super) fn open_at(setup: &Setup, destination: Destination) -> CommandResult {
    let mut model = setup.model();
    let effects = update(&mut model, Message::Start(destination), &setup.clock.now());
    open_application(setup, model, effects)
}

/// Opens the application with a model, and effects to carry out first.
pub(super) fn open_application(setup: &Setup, mut model: Model, effects: Vec<Effect>) -> CommandResult {
    require_terminal(setup)?;
    setup.create_data_folder()?;
    if let Some(doubt) = setup.folders.durability_risk() {
        update(&mut model, Message::Notice(Notice::Text(doubt.message())), &setup.clock.now());
    }
    let start = term::Start {
        recorder: setup.recorder(&model),
        model,
        texts: Arc::clone(&setup.texts),
        effects,
        folders: setup.folders.clone(),
        clock: setup.clock.clone(),
        colourless: setup.colour == Some(false),
        trouble: setup.take_settings_error(),
    };
    term::run(start).map_err(|error| {
        CliError::Failed(
            setup.texts.with("cli-terminal-failed", &[("reason", crate::store::system_words(&error).into())]),
        )
    })?;
    Ok(0)
}

/// Starts a visit line by line, asking for what is missing.
fn plain_visit(
    setup: &Setup,
    definition: Option<Arc<Definition>>,
    site: Option<&str>,
    observer: Option<Observer>,
    kind: Kind,
    output: &mut Output,
) -> CommandResult {
    let (definition, site, observer) = prompt(setup, output, |prompter| {
        let definition = definition.map_or_else(|| prompter.definition(), Ok)?;
        Ok((definition, prompter.site(site)?, prompter.observer(observer)?))
    })?;
    let mut model = setup.model();
    let visit_setup = VisitSetup {
        session: model.shared.environment.next_session.clone(),
        kind,
        site: site.clone(),
        observer: observer.clone(),
        time_zone: model.shared.environment.time_zone.clone(),
        remark: None,
        scenario: None,
        program: model.shared.environment.program.clone(),
    };
    let now = setup.clock.now();
    let mut effects = update(&mut model, Message::Begin { definition, setup: Box::new(visit_setup) }, &now);
    effects.extend([Write::RememberSite(site).into(), Write::RememberObserver(observer).into()]);
    run_dialogue(setup, model, effects, &mut io::stdin().lock(), output)
}

/// Asks questions line by line.
pub(super) fn prompt<T>(
    setup: &Setup,
    output: &mut Output,
    ask: impl FnOnce(&mut Prompter<'_, '_>) -> Result<T, CliError>,
) -> Result<T, CliError> {
    setup.create_data_folder()?;
    setup.report_settings_error(output)?;
    let (mut streams, mut input) = (output.streams(), io::stdin().lock());
    ask(&mut Prompter { setup, streams: &mut streams, input: &mut input })
}

/// Asks for the values that are not on the command line.
pub(super) struct Prompter<'a, 'b> {
    pub setup: &'a Setup,
    pub streams: &'a mut Streams<'b>,
    pub input: &'a mut dyn BufRead,
}

impl Prompter<'_, '_> {
    fn definition(&mut self) -> Result<Arc<Definition>, CliError> {
        let all = checklists::load_all(&self.setup.folders);
        let library: Vec<_> = all.into_iter().filter_map(|listed| listed.definition.ok()).collect();
        questions::ask_for_checklist(&self.setup.texts, &library, self.streams, self.input)?
            .ok_or_else(|| self.end_of_input())
    }

    fn site(&mut self, given: Option<&str>) -> Result<Site, CliError> {
        let sites = sites::load(&self.setup.folders);
        self.report_list(&sites);
        let setup = self.setup;
        if let Some(name) = given {
            let nameless = ("cli-bad-site", vec![("site", name.to_owned())]);
            let meant = identify::site(&sites.all, name, nameless);
            return meant.map_err(|message| CliError::Usage(setup.message_text(&message)));
        }
        questions::ask_until_valid(&setup.texts, "plain-ask-site", self.streams, self.input, |line| {
            let meant = identify::site(&sites.all, line, ("plain-bad-site", vec![]));
            meant.map_err(|message| setup.message_text(&message))
        })?
        .ok_or_else(|| self.end_of_input())
    }

    /// Prints what is wrong with the list of sites.
    fn report_list(&mut self, sites: &KnownSites) {
        let errors = sites.errors.iter().map(|error| self.setup.error_text(error));
        let remarks = sites.left_out().map(|remark| self.setup.message_text(&remark.message()));
        errors.chain(remarks).for_each(|line| self.streams.print_message(&line));
    }

    /// Returns the observer, and asks who it is if that is not known.
    pub fn observer(&mut self, known: Option<Observer>) -> Result<Observer, CliError> {
        if let Some(observer) = known {
            return Ok(observer);
        }
        let setup = self.setup;
        let observers = setup.known_observers();
        questions::ask_until_valid(&setup.texts, "plain-ask-observer", self.streams, self.input, |line| {
            let meant = identify::observer(&observers, line, ("plain-bad-observer", vec![]));
            meant.map_err(|message| setup.message_text(&message))
        })?
        .ok_or_else(|| self.end_of_input())
    }

    /// Returns a text, and asks for it if it is not given; it is never empty.
    pub fn text(&mut self, given: Option<&String>, question: &'static str) -> Result<String, CliError> {
        let texts = &self.setup.texts;
        let filled = |text: &str| {
            let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            text.ok_or_else(|| texts.get("correction-who-and-why").to_owned())
        };
        if let Some(text) = given.and_then(|text| filled(text).ok()) {
            return Ok(text);
        }
        questions::ask_until_valid(texts, question, self.streams, self.input, filled)?
            .ok_or_else(|| self.end_of_input())
    }

    pub fn end_of_input(&self) -> CliError {
        CliError::Failed(self.setup.texts.get("plain-end-of-input").to_owned())
    }
}

/// Conducts a visit line by line.
pub(super) fn run_dialogue(
    setup: &Setup,
    mut model: Model,
    effects: Vec<Effect>,
    input: &mut dyn InputSource,
    output: &mut Output,
) -> CommandResult {
    let clock = || setup.clock.now();
    setup.report_settings_error(output)?;
    if let Some(doubt) = setup.folders.durability_risk() {
        output.message(setup.texts.get(doubt.message()))?;
    }
    // A site typed during the visit may be a known one.
    model.shared.sites = sites::load(&setup.folders).all;
    let recorder = setup.recorder(&model);
    let dialogue = Dialogue::new(model, &setup.texts, recorder, &clock, output.streams());
    Ok(match dialogue.run(effects, input)? {
        DialogueEnd::Finished(_) | DialogueEnd::Left => 0,
        DialogueEnd::Stopped | DialogueEnd::Lost(_) => FAILED,
    })
}
