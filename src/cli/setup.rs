//! What every command needs: the folders, the words, the settings, the clocks.

use super::Stop;
use super::given;
use super::output::Output;
use crate::app::format;
use crate::app::{Environment, Model};
use crate::clock::{self, Clock};
use crate::recorder::Recorder;
use crate::store::{Folders, Settings, StoreError, settings};
use crate::text::{Lang, Texts};
use crate::visit::Program;
use clap::ArgMatches;
use std::cell::Cell;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// What every command needs.
pub struct Setup {
    pub folders: Folders,
    pub texts: Arc<Texts>,
    pub settings: Settings,
    /// What was wrong with the settings, until it was told.
    trouble: Cell<Option<StoreError>>,
    /// Whether the user named the data folder.
    named: bool,
    pub clock: Clock,
    /// Whether the user wants no colour.
    pub colourless: bool,
}

/// Gives the language: as asked for, as set, or the system's. Decided before anything can be said.
pub fn language(args: &[OsString]) -> Lang {
    let asked = args.iter().enumerate().find_map(|(at, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang") {
            Some("") => args.get(at + 1)?.to_str(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        }
    });
    let set = || settings::load_quietly(&folders(None).ok()?).language;
    let system = || sys_locale::get_locales().find_map(|locale| Lang::from_locale(&locale));
    asked.and_then(Lang::from_locale).or_else(set).or_else(system).unwrap_or_default()
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn folders(data: Option<PathBuf>) -> Result<Folders, StoreError> {
    Folders::find(data.or_else(|| named("ESPRIT_DATA_DIR")), named("ESPRIT_CONFIG_DIR"))
}

impl Setup {
    /// Finds everything; nothing is made on the disk yet.
    pub fn new(matches: &ArgMatches, texts: Arc<Texts>) -> Result<Self, Stop> {
        let data = given::<PathBuf>(matches, "data-dir").cloned();
        let named = data.is_some() || named("ESPRIT_DATA_DIR").is_some();
        let folders = folders(data).map_err(|error| Stop::Failed(say(&texts, &error)))?;
        let (settings, trouble) = settings::load(&folders);
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
        let colourless = match given::<String>(matches, "color").map(String::as_str) {
            Some("never") => true,
            Some("always") => false,
            _ => no_color,
        };
        let trouble = Cell::new(trouble);
        Ok(Self { folders, texts, settings, trouble, named, clock: Clock::system(), colourless })
    }

    /// Gives what was wrong with the settings to whoever tells it; it is told once.
    pub fn take_trouble(&self) -> Option<StoreError> {
        self.trouble.take()
    }

    /// Says what was wrong with the settings, where nobody did yet.
    pub fn tell_trouble(&self, output: &mut Output) -> Result<(), Stop> {
        match self.take_trouble() {
            Some(error) => Ok(output.say(&self.say(&error))?),
            None => Ok(()),
        }
    }

    /// Checks that the data folder can be looked for: one that is not there yet is as good as an empty one, but not
    /// where the user named one whose parent does not exist.
    pub fn look(&self) -> Result<(), Stop> {
        let path = self.folders.data().to_owned();
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        if self.named && parent.is_some_and(|parent| !parent.exists()) {
            return Err(self.failed(&StoreError::NoParent { path }));
        }
        if path.exists() && !path.is_dir() {
            return Err(self.failed(&StoreError::NotAFolder { path }));
        }
        Ok(())
    }

    /// Makes the data folder, where it is not there.
    pub fn ensure(&self) -> Result<(), Stop> {
        self.folders.ensure().map_err(|error| self.failed(&error))
    }

    /// Gives the reason why a command failed.
    pub fn failed(&self, error: &StoreError) -> Stop {
        Stop::Failed(say(&self.texts, error))
    }

    /// Gives the words of an error.
    pub fn say(&self, error: &StoreError) -> String {
        say(&self.texts, error)
    }

    /// Gives the words of a message.
    pub fn words(&self, (id, args): &crate::store::Message) -> String {
        format::message(&self.texts, id, args)
    }

    /// Makes the state that the application starts with.
    pub fn model(&self) -> Model {
        self.model_with(self.settings.clone())
    }

    /// Makes the state that the application starts with, by other settings.
    pub fn model_with(&self, settings: Settings) -> Model {
        let machine = Environment {
            program: Program { boot: clock::boot_id(), app: env!("CARGO_PKG_VERSION").to_owned() },
            time_zone: self.clock.time_zone(),
            next_session: clock::new_session_id(),
        };
        Model::new(self.texts.lang(), settings, machine, Vec::new())
    }

    /// Makes the writer for that state: both go by the same boot, which a system may have to make up.
    pub fn recorder(&self, model: &Model) -> Recorder {
        Recorder::new(self.folders.clone(), model.shared.environment.program.clone())
    }
}

fn say(texts: &Texts, error: &StoreError) -> String {
    let (id, args) = error.message();
    format::message(texts, id, &args)
}
