//! The notes of a report.

use crate::analysis::dimension::Key;
use schemars::JsonSchema;
use serde::Serialize;

/// What observers wrote about a behaviour, or about whole visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct VerbatimRow {
    /// The key with the behaviour; without one for notes on whole visits.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// How many notes there are.
    pub notes: u64,
    /// The newest of them, newest first; at most 5, each of at most 1,000 characters.
    pub newest: Vec<Verbatim>,
}

/// A note, or an answer that is text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verbatim {
    /// The visit's date.
    pub date: String,
    /// The visit's id.
    pub visit: String,
    /// The site's id.
    pub site: String,
    /// What was written.
    pub text: String,
}
