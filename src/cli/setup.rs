//! What every command needs: folders, texts, settings, clocks.

use super::CliError;
use super::global_option;
use super::output::Output;
use super::suggestions;
use crate::app::format;
use crate::app::identify;
use crate::app::{Environment, Model};
use crate::clock::{self, Clock};
use crate::recorder::Recorder;
use crate::store::{Folders, Settings, StoreError, observers, settings};
use crate::text::{Lang, Texts};
use crate::visit::{Known, Observer, Program};
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
    /// What was wrong with the settings, until it is reported.
    settings_error: Cell<Option<StoreError>>,
    pub clock: Clock,
    /// Whether the user wants colour, if that is specified.
    pub colour: Option<bool>,
}

/// Returns the language from the command line, the settings or the system. Determined before anything is printed.
pub fn language(args: &[OsString]) -> Lang {
    let asked = args.iter().enumerate().find_map(|(at, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang") {
            Some("") => args.get(at + 1)?.to_str(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        }
    });
    let set = || settings::load_or_default(&folders(None).ok()?).language;
    let system = || sys_locale::get_locales().find_map(|locale| Lang::from_locale(&locale));
    asked.and_then(Lang::from_locale).or_else(set).or_else(system).unwrap_or_default()
}

fn env_path(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn folders(data: Option<PathBuf>) -> Result<Folders, StoreError> {
    Folders::find(data.or_else(|| env_path("ESPRIT_DATA_DIR")), env_path("ESPRIT_CONFIG_DIR"))
}

impl Setup {
    /// Collects everything; nothing is created on the disk yet.
    pub fn new(matches: &ArgMatches, texts: Arc<Texts>) -> Result<Self, CliError> {
        let data = global_option::<PathBuf>(matches, "data-dir").cloned();
        let folders = folders(data).map_err(|error| CliError::Failed(format::error_text(&texts, &error)))?;
        let (settings, settings_error) = settings::load(&folders);
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
        let colour = match global_option::<String>(matches, "color").map(String::as_str) {
            Some("never") => Some(false),
            Some("always") => Some(true),
            _ => no_color.then_some(false),
        };
        let settings_error = Cell::new(settings_error);
        Ok(Self { folders, texts, settings, settings_error, clock: Clock::system(), colour })
    }

    /// Returns what was wrong with the settings; only once, so that it is reported once.
    pub fn take_settings_error(&self) -> Option<StoreError> {
        self.settings_error.take()
    }

    /// Reports what was wrong with the settings, unless that is done already.
    pub fn report_settings_error(&self, output: &mut Output) -> Result<(), CliError> {
        match self.take_settings_error() {
            Some(error) => Ok(output.message(&self.error_text(&error))?),
            None => Ok(()),
        }
    }

    /// Returns the known observers; none if their list cannot be read.
    pub fn known_observers(&self) -> Known<Observer> {
        observers::load(&self.folders).unwrap_or_default().all
    }

    /// Returns the observer of the command line or the settings; `None` if neither has one.
    pub fn observer(&self, matches: &ArgMatches) -> Result<Option<Observer>, CliError> {
        let known = self.known_observers();
        let Some(name) = matches.get_one::<String>("observer") else {
            return Ok(self.settings.observer.as_deref().and_then(|name| known.identify(name).into_one()));
        };
        let nameless = ("cli-bad-observer", vec![("observer", name.clone())]);
        let meant = identify::observer(&known, name, nameless);
        meant.map(Some).map_err(|message| CliError::Usage(self.message_text(&message)))
    }

    /// Checks that the data folder can be read; one that does not exist counts as empty.
    pub fn check_data_folder(&self) -> Result<(), CliError> {
        self.folders.check().map_err(|error| self.failed(&error))
    }

    /// Creates the data folder if it does not exist.
    pub fn create_data_folder(&self) -> Result<(), CliError> {
        self.folders.ensure().map_err(|error| self.failed(&error))
    }

    /// Returns the error of a command that failed.
    pub fn failed(&self, error: &StoreError) -> CliError {
        CliError::Failed(self.error_text(error))
    }

    /// Formats an error; for an unknown id with one that is like it.
    pub fn error_text(&self, error: &StoreError) -> String {
        let text = format::error_text(&self.texts, error);
        suggestions::with_nearest_document(text, &self.texts, error, &self.folders)
    }

    /// Formats a message.
    pub fn message_text(&self, (id, args): &crate::store::Message) -> String {
        format::message(&self.texts, id, args)
    }

    /// Returns the initial state of the application.
    pub fn model(&self) -> Model {
        self.model_with(self.settings.clone())
    }

    /// Returns the initial state of the application with other settings.
    pub fn model_with(&self, settings: Settings) -> Model {
        let environment = Environment {
            program: Program { boot: clock::boot_id(), app: env!("CARGO_PKG_VERSION").to_owned() },
            time_zone: self.clock.time_zone(),
            next_session: clock::new_session_id(),
        };
        let mut model = Model::new(self.texts.lang(), settings, environment, Vec::new());
        // Whoever is in the settings is known before the lists are loaded.
        model.shared.observers = self.known_observers();
        model
    }

    /// Creates the recorder for a state. Both must have the same boot id, which may have been made up for this run.
    pub fn recorder(&self, model: &Model) -> Recorder {
        let program = model.shared.environment.program.clone();
        Recorder::new(self.folders.clone(), program, model.shared.settings.clone())
    }
}
