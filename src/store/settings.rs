//! The user's settings, read at the start of the program and written at every change.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, make_folder};
use super::json_file;
use crate::text::Lang;
use serde::{Deserialize, Serialize};
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
    /// Whether the review shows the score: seeing it biases observers.
    pub show_score: bool,
    /// Whether mouse events are captured.
    pub mouse: bool,
    /// Whether the practice visit was completed.
    pub practised: bool,
    /// The user's own keys by the name of the command.
    pub keys: BTreeMap<String, String>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: BTreeMap<String, serde_json::Value>,
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
    let text = match json_file::read_if_exists(&path) {
        Ok(Some(text)) => text,
        Ok(None) => return (Settings::default(), None),
        Err(StoreError::NotText { .. } | StoreError::TooLarge { .. }) => return move_broken_file(&path),
        Err(error) => return (Settings::default(), Some(error)),
    };
    serde_json::from_str(&text).map_or_else(|_| move_broken_file(&path), |settings| (settings, None))
}

/// Reads the settings, or returns the defaults if that fails. A file with invalid contents stays where it is.
#[must_use]
pub fn load_or_default(folders: &Folders) -> Settings {
    let text = json_file::read_if_exists(&folders.settings()).ok().flatten();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Renames the file with `.broken` at its end, and returns the defaults with an error that names both.
fn move_broken_file(path: &Path) -> (Settings, Option<StoreError>) {
    let number = |n: u32| if n == 1 { String::new() } else { format!("-{n}") };
    let kept = atomic::move_new(path, |n| PathBuf::from(format!("{}.broken{}", path.display(), number(n))));
    let error = match kept {
        Ok(kept) => Some(StoreError::SettingsBroken { path: path.to_owned(), kept }),
        // Another window has already renamed it.
        Err(StoreError::Missing { .. }) => None,
        Err(error) => Some(error),
    };
    (Settings::default(), error)
}

/// Writes the settings.
///
/// # Errors
/// Fails if the file cannot be written; the previous settings then remain.
pub fn save(folders: &Folders, settings: &Settings) -> Result<(), StoreError> {
    make_folder(folders.config())?;
    json_file::write(&folders.settings(), settings)
}
