//! Files: journals, sessions, checklists, scenarios, settings, the list of sites, and their folders.
//!
//! The only module that reads or writes files. It has no texts (its errors name messages, see
//! [`StoreError::message`]), no terminal and no clock. A function that writes returns when the data is on the disk.

mod atomic;
mod checklist_faults;
pub mod checklists;
mod derived_diff;
mod derived_fields;
mod document;
mod draft;
pub mod durability;
mod error;
pub mod export_file;
pub mod file_kind;
mod finish_visit;
pub mod folders;
pub mod journal;
mod json;
mod json_file;
mod kept_copies;
mod library;
pub mod located_fault;
mod lock;
mod message;
pub mod reading;
pub mod removable_media;
pub mod reports;
pub mod rulings;
pub mod salvage;
mod scenario_checklist;
mod scenario_faults;
pub mod scenarios;
pub mod schemas;
mod segments;
pub mod session;
mod session_files;
mod session_lines;
pub mod sessions;
pub mod settings;
pub mod sites;
pub mod unfinished;
pub mod verify;
mod verify_problem;

pub use checklists::{ListedChecklist, Source};
pub use draft::{Draft, ItemDraft};
pub use error::{Damage, StoreError};
pub use finish_visit::Saved;
pub use folders::Folders;
pub use journal::{Cut, Journal, Recovered};
pub use located_fault::LocatedFault;
pub use message::Message;
pub use session::Session;
pub use sessions::SessionHead;
pub use settings::Settings;
pub use unfinished::Unfinished;
