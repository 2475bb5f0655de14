//! The user's settings: read once at the start, written whenever one is changed.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, make_folder};
use super::json::{self, MOST};
use crate::text::Lang;
use serde::{Deserialize, Serialize};
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
    pub other: BTreeMap<String, serde_json::Value>,
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

/// Reads the settings. A file that cannot be understood is put aside and the defaults hold; the error says so.
#[must_use]
pub fn load(folders: &Folders) -> (Settings, Option<StoreError>) {
    let path = folders.settings();
    let text = match json::read_text(&path, MOST) {
        Ok(text) => text,
        Err(StoreError::Missing { .. }) => return (Settings::default(), None),
        Err(StoreError::NotText { .. } | StoreError::TooLarge { .. }) => return put_aside(&path),
        Err(error) => return (Settings::default(), Some(error)),
    };
    serde_json::from_str(&text).map_or_else(|_| put_aside(&path), |settings| (settings, None))
}

/// Reads the settings and leaves a file that cannot be understood where it is: for those who only want to know the
/// language, before anything can be said.
#[must_use]
pub fn load_quietly(folders: &Folders) -> Settings {
    let text = json::read_text(&folders.settings(), MOST).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn put_aside(path: &Path) -> (Settings, Option<StoreError>) {
    let number = |n: u32| if n == 1 { String::new() } else { format!("-{n}") };
    let kept = atomic::move_new(path, |n| PathBuf::from(format!("{}.broken{}", path.display(), number(n))));
    let trouble = match kept {
        Ok(kept) => Some(StoreError::SettingsBroken { path: path.to_owned(), kept }),
        // Another window was quicker.
        Err(StoreError::Missing { .. }) => None,
        Err(error) => Some(error),
    };
    (Settings::default(), trouble)
}

/// Keeps the settings; returns when they are on the disk.
///
/// # Errors
/// Where the system refuses; the settings before then stand.
pub fn save(folders: &Folders, settings: &Settings) -> Result<(), StoreError> {
    make_folder(folders.config())?;
    let path = folders.settings();
    let mut text = serde_json::to_string_pretty(settings)
        .map_err(|error| StoreError::System { path: path.clone(), reason: error.to_string() })?;
    text.push('\n');
    atomic::write(&path, text.as_bytes())
}
