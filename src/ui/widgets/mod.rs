//! What several screens are made of.

pub mod footer;
pub mod list;
