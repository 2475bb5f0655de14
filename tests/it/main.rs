//! The integration tests, one binary: each module is one concern.

mod checklists;
mod cli;
mod flow;
mod plain;
mod pty;
mod readme;
mod schemas;
mod screens;
mod store;
mod support;
mod texts;
mod tidy;
mod verify;
