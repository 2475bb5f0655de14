//! The complete state of the application: what screens share, and the stack of screens.

use super::key::KeyPress;
use super::keymap::{Command, Context};
use super::screen::Screen;
use super::screens::home::Home;
use super::shared::{Environment, Shared};
use crate::store::{Settings, Unfinished};
use crate::text::Lang;

/// The complete state of the application.
#[derive(Debug)]
pub struct Model {
    /// The state that screens share.
    pub shared: Shared,
    /// The home screen, below all others.
    pub(super) home: Screen,
    /// The screens over it, the front one last.
    pub(super) over: Vec<Screen>,
    /// Whether the user was warned, so that the next quit command is carried out.
    pub(super) leaving: bool,
}

impl Model {
    /// Creates the application on the home screen, with nothing loaded but the settings and the unfinished visits.
    pub fn new(lang: Lang, settings: Settings, environment: Environment, unfinished: Vec<Unfinished>) -> Self {
        let shared = Shared::new(lang, settings, environment, unfinished);
        Self { shared, home: Screen::Home(Home::default()), over: Vec::new(), leaving: false }
    }

    /// Returns the front screen.
    pub fn screen(&self) -> &Screen {
        self.over.last().unwrap_or(&self.home)
    }

    /// Returns the front screen mutably.
    pub fn screen_mut(&mut self) -> &mut Screen {
        self.over.last_mut().unwrap_or(&mut self.home)
    }

    /// Returns whether it is asked if the program is to end during a visit.
    pub fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// Returns whether frames are due without a key press, every [`FRAME_MS`](super::screens::replay::FRAME_MS).
    pub fn is_playing(&self) -> bool {
        matches!(self.screen(), Screen::Replay(screen) if screen.playing)
    }

    /// Returns all screens, the front one first.
    pub(super) fn screens_mut(&mut self) -> impl Iterator<Item = &mut Screen> {
        self.over.iter_mut().rev().chain([&mut self.home])
    }

    /// Returns the key of a command on the front screen.
    pub(super) fn key_for(&self, command: Command) -> Option<KeyPress> {
        let keymap = &self.shared.keymap;
        let here = keymap.shown(self.screen().interactive().context(), command);
        let lists = [Context::List, Context::AnyList];
        let shown = here.or_else(|| lists.into_iter().find_map(|context| keymap.shown(context, command)));
        shown.map(|shown| shown.press)
    }
}
