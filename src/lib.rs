//! esprit: guides an observer through a visit, one key per answer; nothing is lost, every figure can be traced.
//!
//! The library is what the program is made of. Five modules are public, each with an example on its page:
//! - [`visit`] conducts a visit: a checklist, actions and the moments at which they happen make events and a score;
//! - [`store`] writes each visit's journal and session file, and reads many sessions in parallel;
//! - [`analysis`] counts visits and computes the figures of a report, or the agreement of observers;
//! - [`stats`] computes intervals, tests and coefficients from plain numbers;
//! - [`report`] renders figures as a web page, a spreadsheet, CSV, text or JSON.
//!
//! # Codemap
//! Dependencies point down only; `tests/it/tidy.rs` enforces it.
//! ```text
//! main      arguments in, exit code out; calls `run`
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
//! import    spreadsheets and forms to checklists, one module per foreign format
//! spreadsheet  workbooks and delimited text to cells; knows nothing of checklists or sites
//! visit     the domain, pure: checklists, events and the state they fold into, scores
//! text      the texts in two languages; cleaning of foreign text
//! ```
//! # Invariants
//! - A visit is the fold of its events. All front ends send the same messages, and so write the same file.
//! - An answer is shown as saved only when it is on the disk.
//! - Time is passed in as a value; only `clock` reads one.
//! - Foreign text is cleaned before it reaches a terminal; stored text is never changed.

pub mod analysis;
pub mod report;
pub mod stats;
pub mod store;
pub mod visit;

// The modules of the program are private; the tests reach them through the feature `testing`.
#[cfg(not(feature = "testing"))]
mod app;
#[cfg(not(feature = "testing"))]
mod cli;
#[cfg(not(feature = "testing"))]
mod clock;
#[cfg(not(feature = "testing"))]
mod import;
#[cfg(not(feature = "testing"))]
mod plain;
#[cfg(not(feature = "testing"))]
mod recorder;
#[cfg(not(feature = "testing"))]
mod spreadsheet;
#[cfg(not(feature = "testing"))]
mod term;
#[cfg(not(feature = "testing"))]
mod text;
#[cfg(not(feature = "testing"))]
mod ui;

#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod app;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod clock;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod import;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod plain;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod recorder;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod spreadsheet;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod term;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod text;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod ui;

pub use cli::run;
