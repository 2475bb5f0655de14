//! One file per screen: its state, and what keys do there.

pub mod checklists;
pub mod class;
pub mod cover_notes;
pub mod finished;
pub mod help;
pub mod home;
pub mod new_visit;
pub mod past;
pub mod practise;
pub mod present;
pub mod replay;
pub mod results;
pub mod reveal;
pub mod review;
pub mod settings;
pub mod training;
pub mod visit;
pub mod visit_details;
