//! What several screens are made of.

pub(super) mod big;
pub mod block_list;
pub(super) mod chrome;
pub(super) mod columns;
pub(super) mod confirmation;
pub(super) mod filter_line;
pub(super) mod guide;
pub(super) mod key_hints;
pub(super) mod key_history;
pub(super) mod number_axis;
pub(super) mod scroll_thumb;
pub(super) mod text_field;
