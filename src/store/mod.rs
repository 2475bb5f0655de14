//! The disk: journals, session files, checklists, settings, the list of sites, and the folders that hold them.
//!
//! The only module that reads or writes files. It knows no words for people (its errors name messages, see
//! [`StoreError::message`]), no terminal and no clock. What it writes is safe on the disk before it says so.

mod atomic;
mod checklist_faults;
pub mod checklists;
mod compare;
mod completion;
mod document;
mod draft;
mod error;
pub mod folders;
pub mod journal;
mod json;
pub mod located_fault;
mod lock;
pub mod media;
pub mod promise;
pub mod reading;
pub mod reports;
pub mod rulings;
pub mod said;
pub mod salvage;
mod scenario_checklist;
mod scenario_faults;
pub mod scenarios;
pub mod schemas;
mod segments;
pub mod session;
pub mod sessions;
pub mod settings;
pub mod sites;
pub mod unfinished;
pub mod verify;
pub mod whole;

pub use checklists::{Listed, Source};
pub use completion::Saved;
pub use draft::{Draft, ItemDraft};
pub use error::{Damage, Message, StoreError};
pub use folders::Folders;
pub use journal::{Cut, Journal, Recovered};
pub use located_fault::LocatedFault;
pub use session::Session;
pub use sessions::SessionHead;
pub use settings::Settings;
pub use unfinished::Unfinished;
