//! One file per screen: its state, and what keys do there.

pub mod answers;
pub mod before;
pub mod checklists;
pub mod chooser;
pub mod class;
pub mod entry;
pub mod finished;
pub mod help;
pub mod home;
pub mod notes;
pub mod page;
pub mod past;
pub mod practise;
pub mod present;
pub mod replay;
pub mod results;
pub mod reveal;
pub mod review;
pub mod session;
pub mod settings;
pub mod training;
pub mod visit;
