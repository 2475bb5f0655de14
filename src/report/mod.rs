//! Figures to bytes, one file per format. Nothing here counts or decides; nothing here writes files.

pub mod csv;
pub mod flat;
pub mod html;
pub mod json;
mod names;
pub mod package;
pub mod separated;
mod tables;
pub mod text;
pub mod words;
pub mod xlsx;
