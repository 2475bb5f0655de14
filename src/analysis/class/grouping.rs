//! Collects sessions in any order and groups them into classes.
//!
//! Of one observer's visits of a meeting the latest counts, copies count once, and references are set aside.

use super::{Answer, AnswerSheet, Class, Expected, Meeting, Reference, Times};
use crate::visit::checklist::LocalText;
use crate::visit::definitions::Definitions;
use crate::visit::record::{PausesAndMarks, Record, RecordedAnswer, RecordedValue};
use crate::visit::scenario::{scale_ms, seconds};
use crate::visit::time::Stamp;
use crate::visit::{Value, version};
use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How visits are grouped into meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matching {
    /// Whether visits of the same scenario are grouped, wherever and whenever they were made.
    pub scenarios: bool,
    /// Whether all other visits are grouped by site and time.
    pub sites: bool,
    /// Visits of one site are grouped if they start at most this long after the first of them.
    pub window: SignedDuration,
    /// The fewest observers of a class.
    pub least: usize,
}

impl Matching {
    /// The matching for a class: the same scenario, or one site on a day.
    pub const CLASS: Self = Self { scenarios: true, sites: true, window: SignedDuration::from_hours(16), least: 2 };
}

/// Collects sessions and builds classes from them.
#[derive(Debug, Default)]
pub struct ClassBuilder {
    visits: Vec<CollectedVisit>,
    /// The number of abandoned visits, which are left out.
    pub abandoned: u64,
    /// The number of visits declared void, which are left out.
    pub void: u64,
    /// The ids of the sessions set aside as references.
    references: BTreeSet<String>,
}

/// An answer sheet with the properties that it is grouped by.
#[derive(Debug)]
struct CollectedVisit {
    sheet: AnswerSheet,
    /// The site's id.
    site: String,
    local: DateTime,
    checklist: String,
    /// The checklist's version.
    version: String,
    /// The id and digest of the scenario.
    scenario: Option<(String, String)>,
    file: Option<String>,
    /// Whether the computer's clock was set during the visit, so that the time of day is unreliable.
    clock_was_set: bool,
}

impl ClassBuilder {
    /// Adds a session; `file` is the name of its file if files of one name form a meeting. Abandoned and void sessions are
    /// only counted.
    pub fn add_session(&mut self, record: &Record<'_>, file: Option<&str>) {
        let Ok(started_at) = record.started_at.parse() else { return };
        if !record.complete {
            let left_out = if record.void { &mut self.void } else { &mut self.abandoned };
            *left_out += 1;
            return;
        }
        let hour = record.date.at(i8::try_from(record.hour).unwrap_or(0), 0, 0, 0);
        let sheet = AnswerSheet {
            observer: record.observer.clone().into_owned(),
            observer_name: record.observer_name.clone().map(Cow::into_owned),
            session: record.id.clone().into_owned(),
            site: record.site_name.as_deref().unwrap_or(&record.site).to_owned(),
            started_at,
            answers: record.rows.iter().map(|row| (row.item.clone().into_owned(), answer(row, record))).collect(),
        };
        self.visits.push(CollectedVisit {
            sheet,
            site: record.site.clone().into_owned(),
            local: record.started_at.parse().unwrap_or(hour),
            checklist: record.digest.clone().into_owned(),
            version: record.version.clone().into_owned(),
            scenario: record.scenario.as_ref().map(|scenario| (scenario.id.clone(), scenario.digest.clone())),
            file: file.map(str::to_owned),
            clock_was_set: record.clock_shifts > 0,
        });
    }

    /// Adds the sessions of another builder.
    pub fn merge(&mut self, other: Self) {
        self.visits.extend(other.visits);
        self.abandoned += other.abandoned;
        self.void += other.void;
        self.references.extend(other.references);
    }

    /// Sets a session aside as the reference of its meeting, even if it is not its observer's latest.
    pub fn add_reference(&mut self, session: &str) {
        self.references.insert(session.to_owned());
    }

    /// Sets the file name of each session, by session id.
    pub fn set_file_names(&mut self, files: &BTreeMap<String, String>) {
        for visit in &mut self.visits {
            visit.file = files.get(&visit.sheet.session).cloned();
        }
    }

    /// Returns whether the session was added.
    pub fn contains(&self, session: &str) -> bool {
        self.visits.iter().any(|visit| visit.sheet.session == session)
    }

    /// Returns the ids of added sessions that begin with `start`, in order.
    pub fn ids_with_prefix(&self, start: &str) -> Vec<&str> {
        let start = start.to_ascii_lowercase();
        let ids = self.visits.iter().map(|visit| visit.sheet.session.as_str());
        let found: BTreeSet<&str> = ids.filter(|id| !start.is_empty() && id.starts_with(&start)).collect();
        found.into_iter().collect()
    }

    /// Returns whether every session watched a scenario.
    pub fn all_watched_scenarios(&self) -> bool {
        self.visits.iter().all(|visit| visit.scenario.is_some())
    }

    /// Counts the sessions that watched no scenario.
    pub fn without_scenario(&self) -> u64 {
        self.visits.iter().filter(|visit| visit.scenario.is_none()).count() as u64
    }

    /// Counts the sessions whose checklist is unknown; they are in no class.
    pub fn without_checklist(&self, definitions: &Definitions) -> u64 {
        self.visits.iter().filter(|visit| definitions.get(&visit.checklist).is_none()).count() as u64
    }

    /// Groups visits of the same meeting by the same checklist, latest first. `definitions` maps digests to checklists;
    /// checklists with the same items count as one.
    pub fn build(mut self, definitions: &Definitions, matching: Matching) -> Vec<Class> {
        self.visits.sort_by(|a, b| (a.sheet.started_at, &a.sheet.session).cmp(&(b.sheet.started_at, &b.sheet.session)));
        // A session copied to several files counts once.
        self.visits.dedup_by(|a, b| a.sheet.session == b.sheet.session);
        // Versions of a scenario differ in what is seen, so they are separate classes.
        let mut together: BTreeMap<(Meeting, &str, Option<String>), Vec<CollectedVisit>> = BTreeMap::new();
        // The start of the first visit in the current window of each site.
        let mut windows: BTreeMap<(String, &str), (Timestamp, DateTime)> = BTreeMap::new();
        for visit in self.visits {
            let Some(likeness) = definitions.likeness(&visit.checklist) else { continue };
            let meeting = match (&visit.file, &visit.scenario) {
                (Some(file), _) => Meeting::File(file.clone()),
                (None, Some((scenario, _))) if matching.scenarios => Meeting::Scenario(scenario.clone()),
                (None, _) if !matching.sites => continue,
                (None, _) => {
                    let now = (visit.sheet.started_at, visit.local);
                    let first = windows.entry((visit.site.clone(), likeness)).or_insert(now);
                    if now.0.duration_since(first.0) > matching.window {
                        *first = now;
                    }
                    Meeting::Visit(visit.site.clone(), first.1)
                }
            };
            let version = match &meeting {
                Meeting::Scenario(_) => visit.scenario.as_ref().map(|(_, digest)| digest.clone()),
                _ => None,
            };
            together.entry((meeting, likeness, version)).or_default().push(visit);
        }
        let mut classes: Vec<Class> = together
            .into_iter()
            .filter_map(|((meeting, likeness, _), visits)| {
                build_class(meeting, likeness, visits, definitions, &self.references)
            })
            .filter(|class| class.sheets.len() >= matching.least)
            .collect();
        classes.sort_by_key(|class| Reverse(class.sheets.iter().map(|sheet| sheet.started_at).max()));
        classes
    }
}

/// Builds a class from visits in order of time; `None` if the checklist is unknown.
fn build_class(
    meeting: Meeting,
    likeness: &str,
    visits: Vec<CollectedVisit>,
    definitions: &Definitions,
    references: &BTreeSet<String>,
) -> Option<Class> {
    let latest = visits.last()?;
    let definition = Arc::new(definitions.get(&latest.checklist)?.clone());
    let site = latest.sheet.site.clone();
    let versions = version::in_order(visits.iter().map(|visit| visit.version.as_str()));
    let (mut again, mut aside) = (Vec::new(), Vec::new());
    let mut kept: BTreeMap<String, CollectedVisit> = BTreeMap::new();
    for visit in visits {
        if references.contains(&visit.sheet.session) {
            aside.push(visit);
        } else if let Some(earlier) = kept.insert(visit.sheet.observer.clone(), visit) {
            again.push(earlier.sheet.observer);
        }
    }
    again.sort_unstable();
    again.dedup();
    let counted = kept.len();
    let mut all: Vec<CollectedVisit> = kept.into_values().chain(aside).collect();
    let scenario = all.first().and_then(|one| one.scenario.clone());
    let scenario = scenario.filter(|first| all.iter().all(|one| one.scenario.as_ref() == Some(first)));
    let times = match &meeting {
        _ if scenario.is_some() => Times::Script,
        Meeting::Visit(..) => Times::World,
        _ => Times::OwnStart,
    };
    align(&mut all, times);
    let mut sheets: Vec<AnswerSheet> = all.into_iter().map(|visit| visit.sheet).collect();
    let mut aside = sheets.split_off(counted);
    let sessions: Vec<String> = aside.iter().map(|sheet| sheet.session.clone()).collect();
    let reference = aside.pop();
    Some(Class {
        meeting,
        site,
        likeness: likeness.to_owned(),
        versions,
        definition,
        sheets,
        again,
        scenario,
        times,
        reference: sessions.last().cloned().map(Reference::Session),
        aside: sessions,
        expected: reference.into_iter().flat_map(|sheet| sheet.answers).filter_map(expected_answer).collect(),
    })
}

/// Converts an answer of the reference to an expected answer; `None` if there is none.
fn expected_answer((item, answer): (String, Answer)) -> Option<(String, Expected)> {
    let reason = answer.note.map(LocalText::Same);
    Some((item, Expected { value: answer.value?, reason, at_s: answer.at_s }))
}

fn answer(row: &RecordedAnswer<'_>, record: &Record<'_>) -> Answer {
    let speed = record.scenario.as_ref().map_or(1.0, |scenario| scenario.speed);
    let value = match &row.value {
        RecordedValue::Nothing => None,
        RecordedValue::Text(text) => Some(Value::text(text)),
        // Timers run in script time, whatever the playback speed.
        RecordedValue::Number(ms) if row.response == "timer" => Some(Value::number((ms * speed).round())),
        RecordedValue::Number(number) => Some(Value::number(*number)),
        RecordedValue::Many(several) => Some(Value::Many(several.iter().map(|one| one.clone().into_owned()).collect())),
    };
    Answer { value, note: row.note.as_deref().map(str::to_owned), at_s: seconds_on_scale(row, record) }
}

/// Shifts the times, which count from each visit's own start, to the common origin.
fn align(kept: &mut [CollectedVisit], times: Times) {
    let first = kept.iter().filter(|visit| visit.scenario.is_none()).map(|visit| visit.sheet.started_at).min();
    for visit in kept.iter_mut().filter(|_| times != Times::Script) {
        let later_s = match times {
            // The others did not see the scenario that this one watched.
            _ if visit.scenario.is_some() => None,
            Times::World if visit.clock_was_set => None,
            Times::World => first.map(|first| visit.sheet.started_at.duration_since(first).as_secs_f64()),
            _ => Some(0.0),
        };
        for answer in visit.sheet.answers.values_mut() {
            answer.at_s = answer.at_s.zip(later_s).map(|(at_s, later_s)| at_s + later_s);
        }
    }
}

/// Returns when an answer's event happened, in seconds from the visit's start, or of the script.
fn seconds_on_scale(row: &RecordedAnswer<'_>, record: &Record<'_>) -> Option<f64> {
    let happened = happened_ms(row, record).filter(|_| row.value != RecordedValue::Nothing)?;
    let Some(scenario) = &record.scenario else { return Some(seconds(happened)) };
    let still = match &record.pauses_and_marks {
        Some(course) => course.unobserved_ms(happened),
        None if record.paused_ms == 0 => 0,
        None => return None,
    };
    Some(seconds(scale_ms(happened.saturating_sub(still), scenario.speed)))
}

/// Returns how long after the visit's start an answer's event happened, in milliseconds of real time, pauses included.
fn happened_ms(row: &RecordedAnswer<'_>, record: &Record<'_>) -> Option<u64> {
    let stamp = |text: &str| Stamp::parse(text);
    let since = |later: Stamp, earlier: Stamp| u64::try_from(later.ms_since(&earlier)).unwrap_or(0);
    let (start, recorded) = (stamp(&record.started_at)?, stamp(row.recorded_at.as_deref()?)?);
    let clock_was_set = record.clock_shifts > 0;
    // Prefer the visit's monotonic clock; the wall clock only if that is missing and nobody set it.
    let elapsed = row.elapsed_ms.or_else(|| (!clock_was_set).then(|| since(recorded, start)))?;
    let Some(observed) = row.observed_at.as_deref().and_then(stamp) else { return Some(elapsed) };
    let by_mark =
        |course: &PausesAndMarks| course.marks.iter().find(|mark| mark.at == observed).map(|mark| mark.elapsed_ms);
    match &record.pauses_and_marks {
        Some(course) => Some(by_mark(course).unwrap_or_else(|| elapsed.saturating_sub(since(recorded, observed)))),
        // The observation may be a mark from before the clock was set.
        None if clock_was_set => None,
        None => Some(elapsed.saturating_sub(since(recorded, observed))),
    }
}
