//! The integration tests, one binary: each module is one concern.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test fails by panicking, and its files are its own"
)]

mod agreement;
mod block_list;
mod canonical;
mod checklist_authoring;
mod checklist_versions;
mod checklists;
mod class;
mod clean;
mod cli;
mod concurrent_windows;
mod contrast;
mod corrections;
mod debrief;
mod export_visit;
mod figures;
mod figures_levels;
mod figures_standing;
mod flow;
mod front_ends;
mod frozen_files;
mod generate;
mod header_changed;
mod hostile;
mod html_report;
mod import;
mod journals;
mod keymap;
mod line_command;
mod list_filter;
mod misleading_networks;
mod name_lists;
mod name_order;
mod names;
mod names_screen;
mod new_visit;
mod observer_input;
mod own_records;
mod plain;
mod practise;
mod present;
mod pty;
mod questions;
mod reading;
mod readme;
mod readme_pictures;
mod recorder;
mod records;
mod recovered_truth;
mod removable_media;
mod renamed;
mod rendered;
mod replay;
mod report_cli;
mod report_fixture;
mod report_formats;
mod report_words;
mod results;
mod results_pty;
mod review;
mod rounding;
mod schemas;
mod score;
mod screens;
mod section_shares;
mod site_lists;
mod store;
mod support;
mod texts;
mod tidy;
mod time;
mod timers_after_restart;
mod typed_values;
mod vectors;
mod verify;
mod versions;
mod visit;
mod visit_document;
#[path = "../browser/sample.rs"]
mod web_sample;
mod whole_visit;
