//! One file per screen, from its state to its cells.

pub mod checklists;
pub mod class;
pub mod finished;
mod guide;
pub mod help;
pub mod home;
mod items;
pub mod new_visit;
pub mod past;
pub mod practise;
pub mod present;
pub mod replay;
pub mod results;
pub mod reveal;
pub mod review;
mod scene;
mod script;
pub mod settings;
pub mod training;
pub mod visit;
pub mod visit_details;
