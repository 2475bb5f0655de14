//! Figures to bytes, one file per format. Nothing here counts or decides; nothing here writes files.

pub mod flat;
pub mod json;
pub mod package;
pub mod separated;
