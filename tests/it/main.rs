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
mod canonical;
mod checklists;
mod class;
mod cli;
mod contrast;
mod figures;
mod flow;
mod fronts;
mod frozen;
mod generate;
mod hostile;
mod journals;
mod media;
mod observer;
mod pictures;
mod plain;
mod practise;
mod present;
mod pty;
mod questions;
mod ran_on;
mod reading;
mod readme;
mod recorder;
mod records;
mod recovered;
mod rendered;
mod replay;
mod report_cli;
mod report_formats;
mod report_words;
mod results;
mod results_pty;
mod sample_report;
mod schemas;
mod score;
mod screens;
mod store;
mod support;
mod texts;
mod tidy;
mod together;
mod vectors;
mod verify;
mod visit;
mod web;
#[path = "../browser/sample.rs"]
mod web_sample;
