//! Practice on a scenario: the format and its faults.

mod scenarios;

use crate::support::Place;
use esprit::store::scenarios::{Listed, load_all};
use esprit::visit::scenario::Scenario;
use std::path::Path;
use std::sync::Arc;

/// A file of the first version of the format, kept as it was for ever.
pub const FROZEN: &str = include_str!("../../fixtures/bakery.scenario.json");

/// Puts the frozen scenario among a user's own, and gives the library.
pub fn library(place: &Place) -> Vec<Listed> {
    put(place, "bakery.json", FROZEN);
    load_all(&place.folders())
}

/// Puts a file among a user's scenarios.
pub fn put(place: &Place, name: &str, text: &str) {
    let folder = place.folders().scenarios();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
}

pub fn frozen() -> Arc<Scenario> {
    Arc::new(serde_json::from_str(FROZEN).unwrap())
}

pub fn fixture() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bakery.scenario.json")
}
