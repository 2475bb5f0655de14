//! The whole state of the application: what screens share, and the stack of screens.

use super::key::KeyPress;
use super::keymap::{Command, Context};
use super::screen::Screen;
use super::screens::home::Home;
use super::shared::{Environment, Shared};
use crate::store::{Settings, Unfinished};
use crate::text::Lang;

/// The whole state of the application.
#[derive(Debug)]
pub struct Model {
    /// What screens share.
    pub shared: Shared,
    /// The first screen, below all others.
    pub(super) home: Screen,
    /// The screens over it, the one in front last.
    pub(super) over: Vec<Screen>,
    /// Whether the next Ctrl+C leaves for good.
    pub(super) leaving: bool,
}

impl Model {
    /// Starts on the first screen; nothing was read yet but the settings and the unfinished visits.
    #[must_use]
    pub fn new(lang: Lang, settings: Settings, environment: Environment, unfinished: Vec<Unfinished>) -> Self {
        let shared = Shared::new(lang, settings, environment, unfinished);
        Self { shared, home: Screen::Home(Home::default()), over: Vec::new(), leaving: false }
    }

    /// Returns the screen in front.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        self.over.last().unwrap_or(&self.home)
    }

    /// Returns the screen in front, to change it.
    pub fn screen_mut(&mut self) -> &mut Screen {
        self.over.last_mut().unwrap_or(&mut self.home)
    }

    /// Returns whether a frame is due soon without a key, see [`FRAME_MS`](super::screens::replay::FRAME_MS).
    #[must_use]
    pub fn is_playing(&self) -> bool {
        matches!(self.screen(), Screen::Replay(screen) if screen.playing)
    }

    /// Returns every screen, the one in front first.
    pub(super) fn screens_mut(&mut self) -> impl Iterator<Item = &mut Screen> {
        self.over.iter_mut().rev().chain([&mut self.home])
    }

    /// Returns the key that does a command here.
    pub(super) fn key_for(&self, command: Command) -> Option<KeyPress> {
        let keymap = &self.shared.keymap;
        let here = keymap.shown(self.screen().interactive().context(), command);
        here.or_else(|| keymap.shown(Context::List, command)).map(|shown| shown.press)
    }
}
