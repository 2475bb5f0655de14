//! Files: journals, sessions, checklists, scenarios, settings, the list of sites, and their folders.
//!
//! The only module that reads or writes files. It has no texts (its errors name messages, see
//! [`StoreError::message`]), no terminal and no clock. A function that writes returns when the data is on the disk.
//! ```
//! use esprit::store::{Folders, Journal, checklists, sessions};
//! # use esprit::visit::event::Observer;
//! # use esprit::visit::{Action, Kind, Moment, Program, Site, Stamp, Visit, VisitSetup};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let data = folder.path().to_owned();
//! let folders = Folders::find(Some(data.clone()), Some(data))?;
//! folders.ensure()?;
//! let definition = checklists::find(&folders, "customer")?;
//! # let setup = VisitSetup {
//! #     session: "018f4e2a-7b1c-7000-8000-000000000001".to_owned(),
//! #     kind: Kind::MysteryVisit,
//! #     site: Site { id: "lyon-2".to_owned(), name: None, group: None },
//! #     observer: Observer { id: "ana".to_owned(), name: None },
//! #     time_zone: "Europe/Paris".to_owned(),
//! #     remark: None,
//! #     scenario: None,
//! #     program: Program::default(),
//! # };
//! # let wall = Stamp::parse("2026-03-04T10:00:00.000+01:00").ok_or("no time")?;
//! # let session = setup.session.clone();
//! # let mut visit = Visit::begin(definition.clone(), setup, &Moment { wall, clock_ms: 0 })?;
//! # visit.act(&Action::Abandon, &Moment { wall, clock_ms: 9_000 })?;
//!
//! // `visit` is one that is over: see `esprit::visit`.
//! let mut journal = Journal::create(&folders, &definition, &session)?;
//! journal.append(visit.events())?;
//! let saved = journal.complete()?;
//! assert_eq!(sessions::read_session(&saved.path)?.session.site.id, "lyon-2");
//! # Ok(())
//! # }
//! ```

mod atomic;
pub mod checklist_drafts;
mod checklist_faults;
pub mod checklist_imports;
pub mod checklist_versions;
pub mod checklists;
mod copies;
mod correct_visit;
mod derived_diff;
mod derived_fields;
mod document;
mod document_error;
mod draft;
pub mod durability;
mod error;
pub mod export_file;
pub mod file_choice;
pub mod file_kind;
mod finish_visit;
mod folders;
mod io_error;
pub mod journal;
mod journal_error;
mod journal_reader;
mod json;
mod json_file;
mod kept_copies;
pub mod left_sites;
pub mod leftovers;
mod library;
mod lineage;
pub mod located_fault;
mod lock;
mod message;
pub mod name_import;
pub mod name_list;
mod name_list_error;
pub mod name_overview;
pub mod no_scenario;
pub mod observers;
mod proof;
pub mod reading;
pub mod removable_media;
pub mod reports;
pub mod rulings;
pub mod salvage;
mod scenario_checklist;
pub mod scenario_draft;
mod scenario_faults;
pub mod scenarios;
pub mod schemas;
pub mod session;
mod session_files;
mod session_head;
mod session_lines;
mod session_list;
mod session_names;
pub mod sessions;
pub mod settings;
pub mod site_list;
pub mod sites;
pub mod unfinished;
mod unknown_fields;
pub mod verify;
mod verify_problem;
pub mod weights;

pub use checklists::{ListedChecklist, Source};
pub use copies::FilesOfVisit;
pub use document_error::DocumentError;
pub use draft::{Draft, ItemDraft};
pub use error::StoreError;
pub use finish_visit::Saved;
pub use folders::Folders;
pub use io_error::{IoCause, IoError, system_words};
pub use journal::{Cut, Journal, Recovered};
pub use journal_error::{Damage, JournalError};
pub use located_fault::LocatedFault;
pub use message::Message;
pub use name_list_error::NameListError;
pub use session::Session;
pub use sessions::SessionHead;
pub use settings::Settings;
pub use unfinished::Unfinished;
