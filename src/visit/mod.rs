//! The domain: checklists, visit events and the state they fold into, conditions, scores, time as values.
//!
//! Everything here is pure: no clock, disk, terminal or environment.
//! ```
//! use esprit::visit::event::Observer;
//! use esprit::visit::score::{answer_rows, score};
//! use esprit::visit::{Action, Definition, Kind, Moment, Program, Site, Stamp, Value, Visit, VisitSetup};
//! use std::sync::Arc;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let definition = Arc::new(Definition::parse_valid(serde_json::json!({
//!     "format": "esprit.checklist/1", "id": "shop", "version": "1", "relation": "customer", "languages": ["en"],
//!     "title": "Shop",
//!     "sections": [{"id": "greeting", "attitude": "greeting", "title": "Greeting", "items": [
//!         {"id": "smile", "label": "Smiles", "response": {"type": "behaviour"}}
//!     ]}]
//! }))?);
//! let setup = VisitSetup {
//!     session: "018f4e2a-7b1c-7000-8000-000000000001".to_owned(),
//!     kind: Kind::MysteryVisit,
//!     site: Site { id: "lyon-2".to_owned(), name: None, group: None },
//!     observer: Observer { id: "ana".to_owned(), name: None },
//!     time_zone: "Europe/Paris".to_owned(),
//!     remark: None,
//!     scenario: None,
//!     program: Program::default(),
//! };
//! let wall = Stamp::parse("2026-03-04T10:00:00.000+01:00").ok_or("no time")?;
//! let mut visit = Visit::begin(definition, setup, &Moment { wall, clock_ms: 0 })?;
//! let answer = Action::Answer { item: 0, value: Value::Text(Value::PARTLY.to_owned()), seen: None };
//! visit.act(&answer, &Moment { wall, clock_ms: 4_000 })?;
//! visit.act(&Action::Finish, &Moment { wall, clock_ms: 9_000 })?;
//!
//! let rows = answer_rows(visit.definition(), visit.state());
//! assert_eq!(score(visit.definition(), &rows).percent, Some(50.0));
//! # Ok(())
//! # }
//! ```

mod accepts;
mod action;
pub mod changes;
pub mod checklist;
mod corrections;
pub mod debrief;
pub mod definition;
pub mod definitions;
pub mod digest;
pub mod engine;
mod entry;
pub mod event;
mod fault;
pub(crate) mod fault_message;
mod fold_error;
pub mod identity;
mod item_state;
pub mod record;
mod reopen;
pub mod replay;
pub mod scenario;
pub mod score;
pub mod state;
pub mod time;
pub mod time_seen;
pub mod validate;
pub mod value;
pub mod version;

pub use action::{Action, ObservedTime, Refusal, TimerPress};
pub use checklist::{Checklist, Item, Response};
pub use corrections::{Authorship, Corrections};
pub use definition::Definition;
pub use engine::{Program, Visit, VisitSetup};
pub use event::{Event, Kind, Observer, Site};
pub use identity::{Identity, Known, Named};
pub use scenario::{Playback, Scenario};
pub use state::{State, Status};
pub use time::{Moment, Stamp};
pub use value::Value;
