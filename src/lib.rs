//! esprit: an observer goes through a visit, one key per answer; nothing is lost, every figure can be traced.

pub mod text;
pub mod visit;
