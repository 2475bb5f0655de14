//! The user's settings, read at the start of the program and written at every change.

use super::atomic::{self, numbered};
use super::document_error::DocumentError;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, make_folder};
use super::io_error::{IoCause, IoError};
use super::json_file;
use super::lock::Lock;
use crate::text::Lang;
use crate::visit::Kind;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The settings. Fields of later versions are preserved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface; `None` is that of the system.
    pub language: Option<Lang>,
    pub theme: Theme,
    pub glyphs: Glyphs,
    /// The last observer entered.
    pub observer: Option<String>,
    /// The id of the last site visited.
    pub last_site: Option<String>,
    /// The kind of the last visit, which is that of the next one at the same site on the same day.
    pub last_kind: Option<LastKind>,
    /// The text that the cover page opens with; `None` is a shopping list.
    pub cover_text: Option<String>,
    /// Whether the review shows the score: seeing it biases observers.
    pub show_score: bool,
    /// The score that visits should reach, in percent.
    pub target: Option<f64>,
    /// Whether mouse events are captured.
    pub mouse: bool,
    /// Whether the practice visit was completed.
    pub practised: bool,
    /// The user's own keys by the name of the command.
    pub keys: BTreeMap<String, String>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

/// The kind of a visit, with its site and its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastKind {
    pub kind: Kind,
    /// The site's id.
    pub site: String,
    /// The day, as `2026-03-01`.
    pub day: String,
}

/// The colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// The terminal's own colours and background.
    #[default]
    Default,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// The strongest contrast.
    HighContrast,
    /// No colours.
    Mono,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 5] = [Self::Default, Self::Dark, Self::Light, Self::HighContrast, Self::Mono];
}

/// The character set of signs on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Glyphs {
    /// Characters that most fonts have.
    Unicode,
    /// Characters that every font has.
    Safe,
}

impl Default for Glyphs {
    fn default() -> Self {
        if cfg!(windows) { Self::Safe } else { Self::Unicode }
    }
}

impl Glyphs {
    /// Every character set.
    pub const ALL: [Self; 2] = [Self::Unicode, Self::Safe];
}

/// Reads the settings. A file with invalid contents is renamed, and the defaults and an error are returned.
#[must_use]
pub fn load(folders: &Folders) -> (Settings, Option<StoreError>) {
    let path = folders.settings();
    let settings = match read(&path) {
        // What another window is just writing must not be renamed.
        Ok(None) if path.exists() => Lock::for_update(&path).and_then(|_lock| read_or_move(&path)),
        read => read,
    };
    match settings {
        Ok(settings) => (settings.unwrap_or_default(), None),
        Err(error) => (Settings::default(), Some(error)),
    }
}

/// Reads the settings, or returns the defaults if that fails. A file with invalid contents stays where it is.
pub fn load_or_default(folders: &Folders) -> Settings {
    read(&folders.settings()).ok().flatten().unwrap_or_default()
}

/// Reads the settings; `None` if there is no file, or its contents are invalid.
fn read(path: &Path) -> Result<Option<Settings>, StoreError> {
    match json_file::read_if_exists(path) {
        Err(StoreError::Io(IoError { cause: IoCause::NotText | IoCause::TooLarge { .. }, .. })) => Ok(None),
        text => Ok(text?.and_then(|text| serde_json::from_str(&text).ok())),
    }
}

/// As [`read`], of a file that is locked. If its contents are invalid, it is renamed with `.broken` at its end, and the
/// error names both.
fn read_or_move(path: &Path) -> Result<Option<Settings>, StoreError> {
    let settings = read(path)?;
    if settings.is_some() || !path.exists() {
        return Ok(settings);
    }
    let broken = format!("{}.broken", path.display());
    let kept = atomic::move_new(path, |n| PathBuf::from(numbered(&broken, '-', n)))?;
    Err(DocumentError::SettingsBroken { path: path.to_owned(), kept }.into())
}

/// Writes what differs between two states of the settings. Changes that another window made meanwhile remain.
///
/// # Errors
/// Fails if the file cannot be read or written; the previous settings then remain. After
/// [`DocumentError::SettingsBroken`], the settings are written, and the broken file has another name.
pub fn save(folders: &Folders, before: &Settings, after: &Settings) -> Result<(), StoreError> {
    make_folder(folders.config())?;
    let path = folders.settings();
    let _lock = Lock::for_update(&path)?;
    let (current, broken) = match read_or_move(&path) {
        Ok(current) => (current, None),
        Err(error @ StoreError::Document(DocumentError::SettingsBroken { .. })) => (None, Some(error)),
        Err(error) => return Err(error),
    };
    let value = |settings: &Settings| serde_json::to_value(settings).at(&path);
    let mut saved = value(current.as_ref().unwrap_or(before))?;
    merge(&mut saved, &value(before)?, &value(after)?);
    json_file::write(&path, &saved)?;
    broken.map_or(Ok(()), Err)
}

/// Applies the differences between two values to a third, field by field.
fn merge(value: &mut Value, before: &Value, after: &Value) {
    let (Value::Object(fields), Value::Object(old), Value::Object(new)) = (&mut *value, before, after) else {
        *value = after.clone();
        return;
    };
    for (name, new) in new {
        let old = old.get(name).unwrap_or(&Value::Null);
        if old != new {
            merge(fields.entry(name).or_insert(Value::Null), old, new);
        }
    }
    fields.retain(|name, _| new.contains_key(name) || !old.contains_key(name));
}
