//! The editor of checklists.
mod form_rows;
mod names;
mod outline;
mod preview;
