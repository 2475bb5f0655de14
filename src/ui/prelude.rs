//! What every screen is made with: the context, its words and roles, and ratatui's areas, text and widgets.

pub(super) use super::context::{Interaction, RenderContext};
pub(super) use super::format;
pub(super) use super::screen_view::ScreenView;
pub(super) use super::theme::{Glyph, Role};
pub(super) use super::widgets::block_list::{Block, BlockList};
pub(super) use super::widgets::chrome::{Rule, render_title};
pub(super) use super::widgets::columns::Columns;
pub(super) use super::widgets::key_hints::KeyHint;
pub(super) use super::widgets::select_list::{SelectList, item_width};
pub(super) use super::wrap::{truncate, width};
pub(super) use crate::app::keymap::{Command, Context};
pub(super) use crate::text::clean;
pub(super) use ratatui::buffer::Buffer;
pub(super) use ratatui::layout::{Constraint, Layout, Margin, Rect};
pub(super) use ratatui::text::{Line, Span, Text};
pub(super) use ratatui::widgets::{StatefulWidget, Widget};
