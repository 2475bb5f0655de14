//! What every screen is made with: what widgets are made with, and the widgets that several screens share.

pub(super) use super::screen_view::ScreenView;
pub(super) use super::widget_prelude::*;
pub(super) use super::widgets::block_list::{Block, BlockList, MARKER_WIDTH, item_width, marked_row, two_lines};
pub(super) use super::widgets::chrome::{menu_area, render_rule, render_title, render_title_ends};
pub(super) use super::widgets::confirmation::render_confirmation;
pub(super) use super::widgets::filter_line::{filter_layout, render_filter};
pub(super) use super::widgets::guide::Guide;
pub(super) use super::widgets::key_hints::KeyHint;
pub(super) use super::widgets::text_field::render_text_field;
