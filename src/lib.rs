//! esprit: an observer goes through a visit, one key per answer; nothing is lost, every figure can be traced.
//!
//! # The house
//! Dependencies point down only; `tests/it/tidy.rs` holds the modules to it.
//! ```text
//! main      arguments in, exit code out
//! cli       one file per command
//! term      the terminal: events in, frames out; the only module that names crossterm
//! ui        the view, pure: the model rendered with ratatui's widgets
//! plain     the visit as questions and lines
//! recorder  carries out on the disk what the application asks for, and reads for it in the background
//! app       the application, pure: messages in, effects out; the keymap
//! report    figures to bytes, one file per format
//! analysis  visits to figures, one file per question
//! store     the only module that reads or writes files: journal, sessions, checklists, settings
//! clock     the clocks of this machine
//! stats     numbers in, numbers out: intervals, agreement, survival, reliability; knows nothing of visits
//! visit     the domain, pure: checklist, events, their fold, score
//! text      the two languages; what makes foreign text harmless
//! ```
//! # What always holds
//! - A visit is the fold of its events; every front makes the same messages, and so the same file.
//! - An answer shows as saved only when it is on the disk.
//! - Time comes in as a value; only `clock` reads one.
//! - Text from outside is made harmless before a person's terminal sees it; what is kept is never changed.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod clock;
pub mod plain;
pub mod recorder;
pub mod report;
pub mod stats;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
pub mod visit;
