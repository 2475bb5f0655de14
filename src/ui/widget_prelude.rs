//! What widgets and screens are made with: the context, its words and roles, and ratatui's areas, text and widgets.

pub(super) use super::format;
pub(super) use super::interaction::Interaction;
pub(super) use super::render_context::{RenderContext, padded};
pub(super) use super::theme::{Glyph, Role, Theme};
pub(super) use super::widgets::columns::Columns;
pub(super) use super::wrap::{cells, height, truncate, width, wrap, wrap_limited};
pub(super) use crate::app::Target;
pub(super) use crate::app::keymap::{Command, Context};
pub(super) use crate::app::list_cursor::ListCursor;
pub(super) use crate::text::clean;
pub(super) use crate::text::texts::Arg;
pub(super) use ratatui::buffer::Buffer;
pub(super) use ratatui::layout::Constraint::{Fill, Length, Max, Min, Percentage};
pub(super) use ratatui::layout::{Layout, Margin, Rect};
pub(super) use ratatui::text::{Line, Span, Text};
pub(super) use ratatui::widgets::{StatefulWidget, Widget};
pub(super) use std::borrow::Cow;
