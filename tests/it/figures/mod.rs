//! The figures of reports, question by question, against figures computed elsewhere.

mod behaviours;
mod change;
mod common_rules;
mod ranking;
mod scores;
mod signals;
mod verbatims;
