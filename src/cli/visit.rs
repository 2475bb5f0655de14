//! `esprit`, `esprit visit`, `esprit resume`: the application, or the same visit line by line.

use super::output::Output;
use super::sessions::open_line;
use super::setup::Setup;
use super::{Done, FAILED, Stop, checklist};
use crate::app::key::Key;
use crate::app::outcome::VisitPreset;
use crate::app::{Destination, Effect, Message, Model, Notice, Write, update};
use crate::plain::{Dialogue, DialogueEnd, InputSource, StdinReader, Streams, questions};
use crate::store::{checklists, sites, unfinished};
use crate::term;
use crate::visit::checklist::id_from;
use crate::visit::event::Observer;
use crate::visit::{Definition, Kind, Site, VisitSetup};
use clap::ArgMatches;
use std::io::{self, BufRead, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;

/// Opens the application on its first screen.
pub fn application(setup: &Setup) -> Done {
    let model = setup.model();
    open(setup, model, Vec::new())
}

/// Starts a visit.
pub fn visit(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    let given = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let kind = given("kind").and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name));
    let definition = match matches.get_one::<PathBuf>("checklist") {
        Some(asked) => Some(checklist::get(setup, asked).map_err(|error| setup.failed(&error))?),
        None => None,
    };
    if matches.get_flag("plain") {
        let known = Known { definition, site: given("site"), observer: given("observer"), kind };
        return plain_visit(setup, &known, output);
    }
    needs_terminal(setup)?;
    setup.ensure()?;
    let mut model = setup.model();
    let now = setup.clock.now();
    let preset = VisitPreset {
        checklist: definition.as_ref().map(|definition| definition.checklist().id.clone()),
        kind: kind.unwrap_or_default(),
        site: given("site").map(str::to_owned),
        observer: given("observer").map(str::to_owned),
    };
    if let Some(definition) = definition {
        let library = checklists::with(&setup.folders, definition);
        update(&mut model, Message::Library(library, sites::load(&setup.folders).0), &now);
    }
    let complete = preset.is_complete();
    let mut effects = update(&mut model, Message::Start(Destination::NewVisit(Box::new(preset))), &now);
    if complete {
        // The form stands on the line that starts the clock, and needs nothing more read.
        effects = update(&mut model, Message::Key(Key::Enter.into()), &now);
    }
    open(setup, model, effects)
}

/// Takes up an unfinished visit.
pub fn resume(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    let plain = matches.get_flag("plain");
    if !plain {
        needs_terminal(setup)?;
    }
    setup.ensure()?;
    let all = unfinished::list_unfinished(&setup.folders).map_err(|error| setup.failed(&error))?;
    let asked = matches.get_one::<String>("id").map(|id| id.to_ascii_lowercase());
    let (over, under_way): (Vec<_>, Vec<_>) = (all.iter())
        .filter(|one| asked.as_ref().is_none_or(|asked| one.id.starts_with(asked)))
        .partition(|one| one.visit.as_ref().is_ok_and(|summary| summary.over));
    // One that was over when the program last ended only wants its session file; the others come first.
    let fits = if under_way.is_empty() { over.into_iter().take(1).collect() } else { under_way };
    let id = match fits.as_slice() {
        [one] => one.id.clone(),
        [] => {
            let id = if asked.is_some() { "cli-resume-unknown" } else { "cli-resume-none" };
            return Err(Stop::Failed(setup.texts.with(id, &[("asked", asked.unwrap_or_default().into())])));
        }
        _ if !plain && asked.is_none() => return application(setup),
        several => {
            output.say(setup.texts.get("cli-resume-several"))?;
            for one in several {
                output.say(&open_line(setup, one))?;
            }
            return Ok(FAILED);
        }
    };
    if plain {
        // It may be a practice, whose script goes on while lines are read.
        return dialogue(setup, setup.model(), vec![Write::Open(id).into()], &mut StdinReader::start(), output);
    }
    open(setup, setup.model(), vec![Write::Open(id).into()])
}

/// Refuses where there is nobody to look at a screen.
pub fn needs_terminal(setup: &Setup) -> Result<(), Stop> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(Stop::Wrong(setup.texts.get("cli-needs-terminal").to_owned()))
}

/// Opens the application on a model, once these effects are asked for.
pub(super) fn open(setup: &Setup, mut model: Model, effects: Vec<Effect>) -> Done {
    needs_terminal(setup)?;
    setup.ensure()?;
    if let Some(doubt) = setup.folders.doubt() {
        update(&mut model, Message::Notice(Notice::Text(doubt.message())), &setup.clock.now());
    }
    let start = term::Start {
        recorder: setup.recorder(&model),
        model,
        texts: Arc::clone(&setup.texts),
        effects,
        folders: setup.folders.clone(),
        clock: setup.clock.clone(),
        colourless: setup.colourless,
        trouble: setup.take_trouble(),
    };
    term::run(start).map_err(|error| {
        Stop::Failed(
            setup.texts.with("cli-terminal-failed", &[("reason", crate::store::StoreError::words(&error).into())]),
        )
    })?;
    Ok(0)
}

/// What a command line says of a visit.
struct Known<'a> {
    definition: Option<Arc<Definition>>,
    site: Option<&'a str>,
    observer: Option<&'a str>,
    kind: Option<Kind>,
}

/// Starts a visit line by line; what is not known yet is asked.
fn plain_visit(setup: &Setup, known: &Known<'_>, output: &mut Output) -> Done {
    setup.ensure()?;
    setup.tell_trouble(output)?;
    let (definition, site, observer) = {
        let (mut streams, mut input) = (output.streams(), io::stdin().lock());
        let mut asking = Asking { setup, streams: &mut streams, input: &mut input };
        let definition = match &known.definition {
            Some(definition) => Arc::clone(definition),
            None => asking.definition()?,
        };
        (definition, asking.site(known.site)?, asking.observer(known.observer)?)
    };
    let mut model = setup.model();
    let visit_setup = VisitSetup {
        session: model.shared.environment.next_session.clone(),
        kind: known.kind.unwrap_or_default(),
        site: site.clone(),
        observer,
        time_zone: model.shared.environment.time_zone.clone(),
        remark: None,
        scenario: None,
        program: model.shared.environment.program.clone(),
    };
    let now = setup.clock.now();
    let mut effects = update(&mut model, Message::Begin { definition, setup: Box::new(visit_setup) }, &now);
    effects.push(Write::RememberSite(site).into());
    dialogue(setup, model, effects, &mut io::stdin().lock(), output)
}

/// Asks for what the command line does not say.
pub(super) struct Asking<'a, 'b> {
    pub setup: &'a Setup,
    pub streams: &'a mut Streams<'b>,
    pub input: &'a mut dyn BufRead,
}

impl Asking<'_, '_> {
    fn definition(&mut self) -> Result<Arc<Definition>, Stop> {
        let all = checklists::load_all(&self.setup.folders);
        let library: Vec<_> = all.into_iter().filter_map(|listed| listed.definition.ok()).collect();
        questions::ask_for_checklist(&self.setup.texts, &library, self.streams, self.input)?.ok_or_else(|| self.ended())
    }

    fn site(&mut self, given: Option<&str>) -> Result<Site, Stop> {
        let sites = sites::load(&self.setup.folders).0;
        let texts = &self.setup.texts;
        if let Some(name) = given {
            let wrong = || Stop::Wrong(texts.with("cli-bad-site", &[("site", name.into())]));
            return sites::site_of(name, &sites).ok_or_else(wrong);
        }
        let question = ("plain-ask-site", "plain-bad-site");
        questions::ask_until_valid(texts, question, self.streams, self.input, |line| sites::site_of(line, &sites))?
            .ok_or_else(|| self.ended())
    }

    pub fn observer(&mut self, given: Option<&str>) -> Result<Observer, Stop> {
        let texts = &self.setup.texts;
        let id = if let Some(name) = given.or(self.setup.settings.observer.as_deref()) {
            let wrong = || Stop::Wrong(texts.with("cli-bad-observer", &[("observer", name.into())]));
            id_from(name).ok_or_else(wrong)
        } else {
            let question = ("plain-ask-observer", "plain-bad-observer");
            questions::ask_until_valid(texts, question, self.streams, self.input, id_from)?.ok_or_else(|| self.ended())
        };
        Ok(Observer { id: id? })
    }

    pub fn ended(&self) -> Stop {
        Stop::Failed(self.setup.texts.get("plain-end-of-input").to_owned())
    }
}

/// Goes through a visit line by line.
pub(super) fn dialogue(
    setup: &Setup,
    model: Model,
    effects: Vec<Effect>,
    input: &mut dyn InputSource,
    output: &mut Output,
) -> Done {
    let clock = || setup.clock.now();
    setup.tell_trouble(output)?;
    if let Some(doubt) = setup.folders.doubt() {
        output.say(setup.texts.get(doubt.message()))?;
    }
    let recorder = setup.recorder(&model);
    let dialogue = Dialogue::new(model, &setup.texts, recorder, &clock, output.streams());
    Ok(match dialogue.run(effects, input)? {
        DialogueEnd::Finished(_) | DialogueEnd::Left => 0,
        DialogueEnd::Stopped | DialogueEnd::Lost(_) => FAILED,
    })
}
