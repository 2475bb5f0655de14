//! What a frame is rendered from, and what rendering reports back beside its cells.

use super::format;
use super::theme::{Glyph, Role, Theme};
use crate::app::keymap::{Command, Context};
use crate::app::{Model, Target};
use crate::text::Texts;
use crate::text::texts::Arg;
use crate::visit::Moment;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// What a frame is rendered from.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// The state of the application.
    pub model: &'a Model,
    /// The messages, in the language of the interface.
    pub texts: &'a Texts,
    /// The colours and glyphs.
    pub theme: Theme,
    /// When the frame is shown.
    pub now: Moment,
}

impl<'a> RenderContext<'a> {
    /// Returns a message without arguments.
    #[must_use]
    pub fn text(&self, id: &'a str) -> &'a str {
        self.texts.get(id)
    }

    /// Returns a message with its arguments.
    #[must_use]
    pub fn format(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.texts.with(id, args)
    }

    /// Returns the style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Returns a glyph, one cell wide.
    #[must_use]
    pub fn glyph(&self, glyph: Glyph) -> &'static str {
        self.theme.glyph(glyph)
    }

    /// Returns the key of a command as the keyboard names it; empty where it has none.
    #[must_use]
    pub fn key(&self, context: Context, command: Command) -> String {
        let shown = self.model.shared.keymap.shown(context, command);
        shown.map_or_else(String::new, |shown| format::key(self.texts, shown.press))
    }
}

/// What a click means, by area. A later area covers an earlier one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClickMap {
    areas: Vec<(Rect, Target)>,
}

impl ClickMap {
    /// Adds an area; an empty one is left out.
    pub fn add(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.areas.push((area, target));
        }
    }

    /// Returns what a click at a position means.
    #[must_use]
    pub fn target(&self, at: Position) -> Option<Target> {
        self.areas.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| *target)
    }

    /// Returns the areas with their targets, in the order in which they were rendered.
    pub fn areas(&self) -> impl Iterator<Item = &(Rect, Target)> {
        self.areas.iter()
    }
}

/// What widgets report beside their cells. It is the state of every widget that can be clicked or takes the cursor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interaction {
    /// What clicks mean.
    pub clicks: ClickMap,
    /// Where the terminal's cursor is placed: on the selected row, so that a screen reader reads it, or in a text input.
    pub cursor: Option<Position>,
    /// The row on which a notice ends, where it is not the rule over the key hints.
    pub notice_row: Option<u16>,
}

impl Interaction {
    /// Places the cursor at the first cell of an area; an empty one leaves it where it is.
    pub fn set_cursor(&mut self, area: Rect) {
        if !area.is_empty() {
            self.cursor = Some(area.as_position());
        }
    }
}
