//! The events of a visit, as the journal stores them.

use super::time::Stamp;
use super::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One event. `seq` counts from 1 without gaps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its position in the visit, from 1.
    pub seq: u64,
    /// When it was recorded.
    pub at: Stamp,
    /// The time since the start in milliseconds, by a monotonic clock that counts suspension.
    pub elapsed_ms: u64,
    /// What happened.
    #[serde(flatten)]
    pub body: Body,
    /// When it was observed, if earlier than `at`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_at: Option<Stamp>,
}

/// What was recorded less than this after it was observed counts as recorded at once, in milliseconds.
pub const LATE_MS: u64 = 1_000;

impl Event {
    /// Returns how much later than observed it was recorded, in milliseconds.
    pub fn memory_age_ms(&self) -> u64 {
        self.observed_at.map_or(0, |seen| u64::try_from(self.at.ms_since(&seen)).unwrap_or(0))
    }
}

/// The type and content of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Body {
    /// The visit began.
    Started(Box<Started>),
    /// An item was answered; the answer replaces the one before.
    Answered {
        /// The item's id.
        item: String,
        /// The answer.
        value: Value,
    },
    /// An item's answer was removed.
    Cleared {
        /// The item's id.
        item: String,
    },
    /// A note was written; it replaces the one before, and an empty text removes it.
    Noted {
        /// The item's id; absent for the note on the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<String>,
        /// The note.
        text: String,
    },
    /// A moment was marked, to be assigned later.
    Marked {
        /// Its label.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A mark was assigned to an item, whose answer was observed then.
    MarkBound {
        /// The `seq` of the mark.
        mark: u64,
        /// The item's id.
        item: String,
    },
    /// A tally was increased by one.
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
    /// A fact about the visit was changed; it replaces the one before.
    HeaderChanged(HeaderFact),
    /// The visit was paused.
    Paused {
        /// The reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The visit was continued.
    Unpaused {
        /// The reason for the pause, where it was given after its start.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The program was started again.
    Resumed(Clock),
    /// The wall clock was set, or drifted by more than 2 s since the event before.
    ClockShifted {
        /// How far the wall clock is ahead of where it should be, in milliseconds.
        by_ms: i64,
    },
    /// An event was undone.
    Undone {
        /// The `seq` of that event.
        undoes: u64,
    },
    /// An undone event was redone.
    Redone {
        /// The `seq` of that event.
        redoes: u64,
    },
    /// The visit was finished.
    Finished,
    /// The visit was abandoned.
    Abandoned,
    /// The visit was over and is open again, for a correction.
    Reopened {
        /// Who corrects it.
        by: String,
        /// Why.
        reason: String,
    },
    /// The correction declared the visit void.
    Voided {
        /// Who declared it void.
        by: String,
        /// Why.
        reason: String,
    },
}

impl Body {
    /// Returns the id of the item that the event is about.
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

    /// Returns whether the event can be part of a correction: nothing is observed then, and the visit was not abandoned.
    pub(super) fn is_correction(&self) -> bool {
        !matches!(
            self,
            Self::Marked { .. }
                | Self::TimerStarted { .. }
                | Self::TimerStopped { .. }
                | Self::Paused { .. }
                | Self::Unpaused { .. }
                | Self::Abandoned
        )
    }
}

/// The content of the first event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Started {
    /// The session's id, a UUID of version 7.
    pub session: String,
    /// What the visit is for.
    pub kind: Kind,
    /// Where it takes place.
    pub site: Site,
    /// Who observes.
    pub observer: Observer,
    /// The IANA name of the time zone.
    pub time_zone: String,
    /// The channel of the visit, or a remark made before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// The clock and the boot.
    #[serde(flatten)]
    pub clock: Clock,
    /// The checklist.
    pub checklist: ChecklistRef,
    /// The scenario that was watched, for practice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<ScenarioRef>,
}

/// A fact about the visit that can be changed after its start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum HeaderFact {
    /// Where it takes place.
    Site(Site),
    /// Who observes.
    Observer(Observer),
    /// What the visit is for.
    Kind(Kind),
    /// The channel of the visit, or a remark made before it; an empty text removes it.
    Remark(String),
}

impl HeaderFact {
    /// Returns whether the fact can stand in a visit: one that follows a scenario is always practice.
    pub fn is_possible_for(&self, started: &Started) -> bool {
        started.scenario.is_none() || !matches!(self, Self::Kind(kind) if *kind != Kind::Training)
    }

    /// Returns the fact that stands in its place.
    #[must_use]
    pub fn current(&self, started: &Started) -> Self {
        match self {
            Self::Site(_) => Self::Site(started.site.clone()),
            Self::Observer(_) => Self::Observer(started.observer.clone()),
            Self::Kind(_) => Self::Kind(started.kind),
            Self::Remark(_) => Self::Remark(started.remark.clone().unwrap_or_default()),
        }
    }

    /// Puts the fact in its place, and returns the one that stood there.
    pub(super) fn replace_in(self, started: &mut Started) -> Self {
        let before = self.current(started);
        match self {
            Self::Site(site) => started.site = site,
            Self::Observer(observer) => started.observer = observer,
            Self::Kind(kind) => started.kind = kind,
            Self::Remark(remark) => started.remark = Some(remark).filter(|remark| !remark.is_empty()),
        }
        before
    }
}

/// The clock that `elapsed_ms` counts on, from `started` or `resumed` on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Clock {
    /// The id of the boot: clock readings of two boots cannot be compared.
    pub boot: String,
    /// The reading of the suspend-aware clock, in milliseconds; absent in files of other programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_ms: Option<u64>,
    /// The program's version.
    pub app: String,
}

/// What a visit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A visit by somebody whom the site does not know to be an observer.
    #[default]
    MysteryVisit,
    /// A visit by the site itself.
    SelfAudit,
    /// Practice; left out of reports.
    Training,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::MysteryVisit, Self::SelfAudit, Self::Training];

    /// Returns its name in files and on the command line.
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
    /// Its name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it belongs to: a region, a brand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl Site {
    /// Returns its name for people, or else its id.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

/// Who observes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Observer {
    /// An id.
    pub id: String,
    /// The name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Observer {
    /// Returns the name for people, or else the id.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
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

/// Which scenario a practice visit watched, and at which speed.
///
/// The visit keeps real time: the moment in the script is the time since the start, without pauses, times `speed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScenarioRef {
    /// Its id.
    pub id: String,
    /// Its author's version.
    pub version: String,
    /// SHA-256 of the RFC 8785 form of the scenario.
    pub digest: String,
    /// Seconds of the script per second; finite and above 0.
    pub speed: f64,
}

impl ScenarioRef {
    /// Returns whether the speed is finite and above 0.
    pub fn has_valid_speed(&self) -> bool {
        self.speed.is_finite() && self.speed > 0.0
    }
}
