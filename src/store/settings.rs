//! The user's settings: read once at the start, written whenever one is changed.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, make_folder};
use super::json::{self, MOST};
use super::lock::Lock;
use crate::text::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The settings, as the settings screen shows them. Fields of later versions are kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface; without one, the system's.
    pub language: Option<Lang>,
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
    /// Who observes, as last typed.
    pub observer: Option<String>,
    /// The id of the last site visited.
    pub last_site: Option<String>,
    /// Whether the review shows the score: seeing it biases observers.
    pub show_score: bool,
    /// Whether the mouse works.
    pub mouse: bool,
    /// Whether the practice visit was done.
    pub practised: bool,
    /// The user's own letters, by the name of the command.
    pub keys: BTreeMap<String, String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

/// The colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// The terminal's own sixteen colours and ground.
    #[default]
    Default,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// As far apart as colours go.
    HighContrast,
    /// No colour.
    Mono,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 5] = [Self::Default, Self::Dark, Self::Light, Self::HighContrast, Self::Mono];
}

/// The signs of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Glyphs {
    /// Those that most fonts have.
    Unicode,
    /// Those that every font has.
    Safe,
}

impl Default for Glyphs {
    fn default() -> Self {
        if cfg!(windows) { Self::Safe } else { Self::Unicode }
    }
}

impl Glyphs {
    /// Every set.
    pub const ALL: [Self; 2] = [Self::Unicode, Self::Safe];
}

/// Reads the settings. A file that cannot be parsed is put aside and the defaults are used; the error says so.
#[must_use]
pub fn load(folders: &Folders) -> (Settings, Option<StoreError>) {
    match read(&folders.settings()) {
        Ok(settings) => (settings.unwrap_or_default(), None),
        Err(error) => (Settings::default(), Some(error)),
    }
}

/// Reads the settings; `None` where there are none. A file that cannot be parsed is put aside.
fn read(path: &Path) -> Result<Option<Settings>, StoreError> {
    let text = match json::read_text(path, MOST) {
        Ok(text) => text,
        Err(StoreError::Missing { .. }) => return Ok(None),
        Err(StoreError::NotText { .. } | StoreError::TooLarge { .. }) => return put_aside(path),
        Err(error) => return Err(error),
    };
    serde_json::from_str(&text).map_or_else(|_| put_aside(path), |settings| Ok(Some(settings)))
}

/// Reads the settings and leaves a file that cannot be understood where it is: for those who only want to know the
/// language, before anything can be said.
#[must_use]
pub fn load_quietly(folders: &Folders) -> Settings {
    let text = json::read_text(&folders.settings(), MOST).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn put_aside(path: &Path) -> Result<Option<Settings>, StoreError> {
    let number = |n: u32| if n == 1 { String::new() } else { format!("-{n}") };
    match atomic::move_new(path, |n| PathBuf::from(format!("{}.broken{}", path.display(), number(n)))) {
        Ok(kept) => Err(StoreError::SettingsBroken { path: path.to_owned(), kept }),
        // Another window was quicker.
        Err(StoreError::Missing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A change of the settings in one window.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsChange {
    /// The settings before.
    pub before: Settings,
    /// The settings after.
    pub after: Settings,
}

/// Saves a change of the settings; what another window changed meanwhile stays. Returns when it is on the disk.
///
/// # Errors
/// Where the system refuses; the settings before then stay.
pub fn save(folders: &Folders, change: &SettingsChange) -> Result<(), StoreError> {
    make_folder(folders.config())?;
    let path = folders.settings();
    let _lock = Lock::for_update(&path)?;
    let current = match read(&path) {
        Ok(Some(settings)) => settings,
        Ok(None) | Err(StoreError::SettingsBroken { .. }) => change.before.clone(),
        Err(error) => return Err(error),
    };
    let saved = serde_json::to_value(current).and_then(|mut saved| {
        let [before, after] = [&change.before, &change.after].map(serde_json::to_value);
        merge(&mut saved, &before?, &after?);
        serde_json::to_string_pretty(&saved)
    });
    let mut text = saved.map_err(|error| StoreError::System { path: path.clone(), reason: error.to_string() })?;
    text.push('\n');
    atomic::write(&path, text.as_bytes())
}

/// Applies to a value what differs between two others, field by field.
fn merge(value: &mut Value, before: &Value, after: &Value) {
    let (Value::Object(fields), Value::Object(old), Value::Object(new)) = (&mut *value, before, after) else {
        if before != after {
            *value = after.clone();
        }
        return;
    };
    for (name, new) in new {
        merge(fields.entry(name).or_insert(Value::Null), old.get(name).unwrap_or(&Value::Null), new);
    }
    fields.retain(|name, _| new.contains_key(name) || !old.contains_key(name));
}
