//! What several screens are made of.

pub mod big;
pub mod footer;
pub mod list;
