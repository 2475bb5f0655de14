//! esprit: guides an observer through a visit, one key per answer; nothing is lost, every figure can be traced.
//!
//! # Codemap
//! Dependencies point down only; `tests/it/tidy.rs` enforces it.
//! ```text
//! main      arguments in, exit code out
//! cli       one file per command
//! term      the terminal: events in, frames out; the only module that names crossterm
//! ui        the view, pure: renders the application's state with ratatui
//! plain     the visit as a dialogue in lines of text
//! recorder  carries out the application's effects on the disk, and reads in the background
//! app       the application, pure: messages in, effects out; the keymap
//! report    figures to bytes, one file per format
//! analysis  visits to figures, one file per question
//! store     the only module that reads or writes files: journal, sessions, checklists, settings
//! clock     the clocks of this machine
//! stats     statistics: intervals, agreement, survival, reliability; knows nothing of visits
//! visit     the domain, pure: checklists, events and the state they fold into, scores
//! text      the texts in two languages; cleaning of foreign text
//! ```
//! # Invariants
//! - A visit is the fold of its events. All front ends send the same messages, and so write the same file.
//! - An answer is shown as saved only when it is on the disk.
//! - Time is passed in as a value; only `clock` reads one.
//! - Foreign text is cleaned before it reaches a terminal; stored text is never changed.

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
