//! How a screen of the application is shown.

use super::interaction::Interaction;
use super::render_context::RenderContext;
use super::widgets::key_hints::KeyHint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How a screen of the application is shown.
pub trait ScreenView {
    /// Returns the keys that matter now, the most important first.
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint>;

    /// Returns whether there is a rule between the screen and its key hints.
    fn has_rule(&self) -> bool {
        true
    }

    /// Returns a sentence to show over the rule above the key hints while there is no notice.
    fn standing_notice(&self, _: &RenderContext<'_>) -> Option<String> {
        None
    }

    /// Renders everything above the rule over the key hints.
    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction);
}
