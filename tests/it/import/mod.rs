//! The import of checklists from spreadsheets.

mod try_file;
