//! The domain: checklists, visit events and the state they fold into, conditions, scores, time as values.
//!
//! Everything here is pure: no clock, disk, terminal or environment.

mod accepts;
mod action;
pub mod checklist;
pub mod definition;
pub mod definitions;
pub mod digest;
pub mod engine;
pub mod event;
mod fault;
mod fold_error;
mod item_state;
pub mod record;
pub mod replay;
pub mod scenario;
pub mod score;
pub mod state;
pub mod time;
pub mod validate;
pub mod value;
pub mod version;

pub use action::{Action, ObservedTime, Refusal, TimerPress};
pub use checklist::{Checklist, Item, Response};
pub use definition::Definition;
pub use engine::{Program, Visit, VisitSetup};
pub use event::{Event, Kind, Site};
pub use scenario::{Playback, Scenario};
pub use state::{State, Status};
pub use time::{Moment, Stamp};
pub use value::Value;
