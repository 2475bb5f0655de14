//! The domain, pure: checklist, events, their fold, conditions, score and time as values.
//!
//! A visit is the fold of its events. Nothing here knows a clock, a disk, a terminal or the environment.

mod accepts;
mod action;
pub mod checklist;
pub mod definition;
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

pub use action::{Action, Refusal, Seen, TimerPress};
pub use checklist::{Checklist, Item, Response};
pub use definition::Definition;
pub use engine::{Opening, Program, Visit};
pub use event::{Event, Kind, Site};
pub use scenario::{Play, Scenario};
pub use state::{State, Status};
pub use time::{Moment, Stamp};
pub use value::Value;
