//! What several screens are made of.

pub mod big;
pub mod block_list;
pub mod chrome;
pub mod columns;
pub mod guide;
pub mod key_hints;
pub mod key_history;
pub mod scale;
pub mod scroll_thumb;
pub mod text_field;
