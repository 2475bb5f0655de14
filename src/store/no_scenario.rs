//! Why a visit cannot become a scenario.

use super::message::Message;
use crate::visit::scenario::ChecklistVersion;
use crate::visit::{Kind, Status, Visit};

/// Why a visit cannot become a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoScenario {
    /// It is not a training visit.
    NotTraining,
    /// It was not finished, or it is void.
    NotFinished,
    /// Its checklist is not installed, or only in another version.
    NoChecklist { checklist: ChecklistVersion, installed: Option<String> },
    /// It lasted longer than a script can.
    TooLong,
}

impl NoScenario {
    /// Returns why a visit cannot become a scenario, whatever is installed; `None` if it can.
    pub fn of(visit: &Visit) -> Option<Self> {
        let is_training = visit.state().started().is_some_and(|(started, _)| started.kind == Kind::Training);
        match visit.state().status() {
            _ if !is_training => Some(Self::NotTraining),
            Status::Complete => None,
            _ => Some(Self::NotFinished),
        }
    }

    /// Returns the message and its arguments.
    pub fn message(&self) -> Message {
        match self {
            Self::NotTraining => ("scenario-not-training", vec![]),
            Self::NotFinished => ("scenario-not-finished", vec![]),
            Self::TooLong => ("scenario-too-long", vec![]),
            Self::NoChecklist { checklist, installed } => (
                "scenario-no-checklist",
                vec![
                    ("id", checklist.id.clone()),
                    ("version", checklist.version.clone()),
                    ("installed", installed.clone().unwrap_or_default()),
                    ("state", if installed.is_some() { "other" } else { "none" }.to_owned()),
                ],
            ),
        }
    }
}
