//! What can happen in a visit, as the journal keeps it.

use super::time::Stamp;
use super::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One event. `seq` counts from 1 without gaps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its place in the visit.
    pub seq: u64,
    /// When it was recorded.
    pub at: Stamp,
    /// How long after the start it was recorded, by a clock that counts suspension and never goes back.
    pub elapsed_ms: u64,
    /// What happened.
    #[serde(flatten)]
    pub body: Body,
    /// When it was observed, where that was earlier than `at`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_at: Option<Stamp>,
}

impl Event {
    /// Gives how much later than observed it was recorded, in milliseconds.
    #[must_use]
    pub fn memory_age_ms(&self) -> u64 {
        self.observed_at.map_or(0, |seen| u64::try_from(self.at.ms_since(&seen)).unwrap_or(0))
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Body {
    /// The visit began.
    Started(Box<Started>),
    /// An item was answered; the answer replaces any before.
    Answered {
        /// The item's id.
        item: String,
        /// The answer.
        value: Value,
    },
    /// An item's answer was taken away.
    Cleared {
        /// The item's id.
        item: String,
    },
    /// A note was written; it replaces any before, and an empty one removes it.
    Noted {
        /// The item's id; without it, the visit's page of notes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<String>,
        /// The note.
        text: String,
    },
    /// A moment was marked, to be placed later.
    Marked {
        /// A word to know it by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A mark was given to an item: what it shows was seen then.
    MarkBound {
        /// The `seq` of the mark.
        mark: u64,
        /// The item's id.
        item: String,
    },
    /// One more on a tally.
    Counted {
        /// The item's id.
        item: String,
    },
    /// A timer was started.
    TimerStarted {
        /// The item's id.
        item: String,
    },
    /// A timer was stopped.
    TimerStopped {
        /// The item's id.
        item: String,
    },
    /// What the timer waits for did not happen.
    TimerNever {
        /// The item's id.
        item: String,
    },
    /// The visit was interrupted.
    Paused {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The visit goes on.
    Unpaused,
    /// The program was started again.
    Resumed(Clock),
    /// The wall clock was set, or drifted by more than 2 s since the event before.
    ClockShifted {
        /// By how much the wall clock is ahead of where it should be, in milliseconds.
        by_ms: i64,
    },
    /// An event was undone.
    Undone {
        /// The `seq` of that event.
        undoes: u64,
    },
    /// An undone event was done again.
    Redone {
        /// The `seq` of that event.
        redoes: u64,
    },
    /// The visit ended.
    Finished,
    /// The visit was given up.
    Abandoned,
}

impl Body {
    /// Gives the id of the item that it is about.
    #[must_use]
    pub fn item(&self) -> Option<&str> {
        match self {
            Self::Answered { item, .. }
            | Self::Cleared { item }
            | Self::MarkBound { item, .. }
            | Self::Counted { item }
            | Self::TimerStarted { item }
            | Self::TimerStopped { item }
            | Self::TimerNever { item } => Some(item),
            Self::Noted { item, .. } => item.as_deref(),
            _ => None,
        }
    }
}

/// What the first event says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Started {
    /// The session's id, a UUID of version 7.
    pub session: String,
    /// What the visit is for.
    pub kind: Kind,
    /// Where.
    pub site: Site,
    /// Who observes.
    pub observer: Observer,
    /// The zone's IANA name.
    pub time_zone: String,
    /// The channel of the visit, or a remark made before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// What the clocks said.
    #[serde(flatten)]
    pub clock: Clock,
    /// Which checklist.
    pub checklist: ChecklistRef,
    /// Which scenario was watched, in practice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<ScenarioRef>,
}

/// The clock that `elapsed_ms` counts on, from `started` or `resumed` on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Clock {
    /// The id of this boot: readings of two boots have nothing to do with each other.
    pub boot: String,
    /// The suspend-aware clock's own reading; absent in files of other programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_ms: Option<u64>,
    /// The program's version.
    pub app: String,
}

/// What a visit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// By somebody whom the site does not know for an observer.
    #[default]
    MysteryVisit,
    /// By the site itself.
    SelfAudit,
    /// For practice; left out of reports.
    Training,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::MysteryVisit, Self::SelfAudit, Self::Training];

    /// Gives its name in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MysteryVisit => "mystery_visit",
            Self::SelfAudit => "self_audit",
            Self::Training => "training",
        }
    }
}

/// Where a visit takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Site {
    /// An id.
    pub id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it belongs to: a region, a brand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl Site {
    /// Gives what people call it, or its id.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

/// Who observes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Observer {
    /// An id.
    pub id: String,
}

/// Which checklist a visit follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChecklistRef {
    /// Its id.
    pub id: String,
    /// Its author's version.
    pub version: String,
    /// SHA-256 of the RFC 8785 form of the definition.
    pub digest: String,
}

/// Which scenario a practice visit watched, and how fast.
///
/// The visit keeps its own time: the moment in the script is the time since the start, without pauses, times `speed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScenarioRef {
    /// Its id.
    pub id: String,
    /// Its author's version.
    pub version: String,
    /// SHA-256 of the RFC 8785 form of the scenario.
    pub digest: String,
    /// Seconds of the script in one second; finite and above 0.
    pub speed: f64,
}

impl ScenarioRef {
    /// Tells whether the script moves.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.speed.is_finite() && self.speed > 0.0
    }
}
