//! Corrections of a visit that was over: how many there were, and the last one's time, author and reason.

use super::time::Stamp;
use crate::text::clean;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The corrections of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Corrections {
    /// How often the visit was opened again.
    pub number: u32,
    /// When it was last opened again, or declared void.
    pub at: Stamp,
    /// Who did so.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Who corrects a visit or declares it void, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authorship {
    pub by: String,
    pub reason: String,
}

impl Authorship {
    /// Returns it with clean texts, without space around them; `None` if one of them is empty.
    pub fn new(by: &str, reason: &str) -> Option<Self> {
        let cleaned = |text: &str| Some(clean(text).trim().to_owned()).filter(|text| !text.is_empty());
        Some(Self { by: cleaned(by)?, reason: cleaned(reason)? })
    }
}
