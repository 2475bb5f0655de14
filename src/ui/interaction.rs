//! What rendering reports back beside the cells: what clicks mean, and where the cursor is.

use crate::app::Target;
use ratatui::layout::{Position, Rect};

/// What a click means, by area. A later area covers an earlier one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClickMap(Vec<(Rect, Target)>);

impl ClickMap {
    /// Adds an area; an empty one is left out.
    pub fn add(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.0.push((area, target));
        }
    }

    /// Adds the areas of another map, with other targets.
    pub fn add_all(&mut self, other: Self, target: impl Fn(Target) -> Target) {
        self.0.extend(other.0.into_iter().map(|(area, old)| (area, target(old))));
    }

    /// Returns what a click at a position means.
    pub fn target(&self, at: Position) -> Option<Target> {
        self.0.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| *target)
    }

    /// Returns the areas with their targets, in the order in which they were rendered.
    #[cfg(feature = "testing")]
    pub fn areas(&self) -> impl Iterator<Item = &(Rect, Target)> {
        self.0.iter()
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
